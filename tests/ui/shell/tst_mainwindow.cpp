// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/button.h"
#include "ui/common/inlinebar.h"
#include "ui/common/searchfield.h"
#include "ui/shell/consolepage.h"
#include "ui/shell/idlelock.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tray.h"
#include "ui/shell/viewstate.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace anteroom {
namespace {

class TestPage final : public ConsolePage
{
public:
    TestPage(const QByteArray &id, const QString &title)
        : ConsolePage(id, title)
        , field(new QLineEdit)
    {
        content()->addWidget(field);
    }

    void activate() override { ++activated; }
    void open(const QByteArray &id) override { opened = id; }

    QLineEdit *field;
    int activated = 0;
    QByteArray opened;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new AnteroomStyle); }
    void init();
    void cleanup();
    void titleNamesThePageFirst();
    void pagesAnswerToAltAndNumber();
    void aPageThatIsNotOfferedCannotBeReached();
    void sidebarByArrowKeys();
    void sidebarIsOneStopForTab();
    void countsAreSaidToo();
    void everythingThatTakesTheFocusHasAName();
    void primaryActionIsThePagesOwn();
    void focusLandsOnThePage();
    void searchBoxByCtrlK();
    void lockHidesEverything();
    void lockHidesDialogs();
    void openWhileLockedWaits();
    void closingAsksOrHides();
    void statusLineSaysWhatStopped();
    void narrowWindowsKeepTheIcons();
    void idleLockFollowsTheClock();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ViewState> m_state;
    std::unique_ptr<MainWindow> m_window;
    TestPage *m_people = nullptr;
    TestPage *m_files = nullptr;
    TestPage *m_outbox = nullptr;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<ViewState>(m_folder->filePath(u"views.ini"_s));
    m_window = std::make_unique<MainWindow>(*m_state);
    m_people = new TestPage("people", u"People"_s);
    m_files = new TestPage("file-requests", u"File requests"_s);
    m_outbox = new TestPage("outbox", u"Outbox"_s);
    m_window->addPage(m_people, Icon::People);
    m_window->addPage(m_files, Icon::FileRequests);
    m_window->addPage(m_outbox, Icon::Outbox, true);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->signIn("staff-1", u"Dr Rachel Williams"_s, u"Clinician"_s);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_state.reset();
    m_folder.reset();
}

void TestMainWindow::titleNamesThePageFirst()
{
    QCOMPARE(m_window->windowTitle(), u"People - Anteroom"_s);
    m_window->openPage("file-requests");
    QCOMPARE(m_window->windowTitle(), u"File requests - Anteroom"_s);
    m_files->setTitle(u"John Smith"_s);
    QCOMPARE(m_window->windowTitle(), u"John Smith - Anteroom"_s);
}

void TestMainWindow::pagesAnswerToAltAndNumber()
{
    QTest::keyClick(m_window->focusWidget(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), m_outbox);
    QCOMPARE(m_outbox->activated, 1);
    QCOMPARE(m_window->sidebar()->current(), 2);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), m_files);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_9, Qt::AltModifier); // no ninth page
    QCOMPARE(m_window->currentPage(), m_files);
}

void TestMainWindow::aPageThatIsNotOfferedCannotBeReached()
{
    m_window->openPage("outbox");
    QCOMPARE(m_window->currentPage(), m_outbox);
    m_window->setPageOffered("outbox", false); // taken away while it is looked at
    QCOMPARE(m_window->currentPage(), m_people);
    QVERIFY(!m_window->sidebar()->item(2)->isVisible());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_3, Qt::AltModifier);
    m_window->openPage("outbox");
    QCOMPARE(m_window->currentPage(), m_people);
    m_window->setPageOffered("outbox", true);
    QVERIFY(m_window->sidebar()->item(2)->isVisible());
    m_window->openPage("outbox");
    QCOMPARE(m_window->currentPage(), m_outbox);
}

void TestMainWindow::sidebarByArrowKeys()
{
    auto *sidebar = m_window->sidebar();
    sidebar->item(0)->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
    QCOMPARE(m_window->focusWidget(), sidebar->item(2));
    QCOMPARE(m_window->currentPage(), m_people); // moving is not going
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), m_outbox);
    sidebar->item(2)->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Home);
    QCOMPARE(m_window->focusWidget(), sidebar->item(0));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Up);
    QCOMPARE(m_window->focusWidget(), sidebar->item(0));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_End);
    QCOMPARE(m_window->focusWidget(), sidebar->item(2));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Up);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QCOMPARE(m_window->currentPage(), m_files);
    // A hidden line is passed over.
    sidebar->setItemShown(1, false);
    sidebar->item(0)->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Down);
    QCOMPARE(m_window->focusWidget(), sidebar->item(2));
}

void TestMainWindow::sidebarIsOneStopForTab()
{
    auto *sidebar = m_window->sidebar();
    m_window->openPage("outbox");
    int stops = 0;
    for (int i = 0; i < sidebar->count(); ++i)
        stops += (sidebar->item(i)->focusPolicy() & Qt::TabFocus) ? 1 : 0;
    QCOMPARE(stops, 1);
    QVERIFY(sidebar->item(2)->focusPolicy() & Qt::TabFocus);
}

void TestMainWindow::countsAreSaidToo()
{
    m_files->setCount(3);
    QCOMPARE(m_window->sidebar()->item(1)->count(), 3);
    QVERIFY(m_window->sidebar()->item(1)->accessibleName().contains(u"3"_s));
    m_files->setCount(std::nullopt);
    QCOMPARE(m_window->sidebar()->item(1)->accessibleName(), u"File requests"_s);
}

void TestMainWindow::everythingThatTakesTheFocusHasAName()
{
    m_people->field->setAccessibleName(u"Filter"_s);
    m_window->bars()->show(Tone::Info, u"Sent."_s, u"Undo"_s);
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(access);
        QVERIFY2(!access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

void TestMainWindow::primaryActionIsThePagesOwn()
{
    QAction fallback(u"New file request"_s);
    fallback.setShortcut(QKeySequence(u"Ctrl+N"_s));
    QAction add(u"Add person"_s);
    add.setShortcut(QKeySequence(u"Ctrl+N"_s));
    QSignalSpy fallbackSpy(&fallback, &QAction::triggered);
    QSignalSpy addSpy(&add, &QAction::triggered);
    m_window->setFallbackAction(&fallback);
    m_people->setPrimaryAction(&add);
    const auto primaryText = [this] {
        QStringList texts;
        for (auto *button : m_window->findChildren<Button *>()) {
            if (button->isVisible() && button->kind() == Button::Kind::Primary)
                texts.append(button->text());
        }
        return texts.join(u","_s);
    };
    QCOMPARE(primaryText(), u"Add person"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(addSpy.count(), 1);
    QCOMPARE(fallbackSpy.count(), 0);
    m_window->openPage("outbox");
    QCOMPARE(primaryText(), u"New file request"_s);
    m_window->searchField()->setFocus();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(addSpy.count(), 1);
    QCOMPARE(fallbackSpy.count(), 1);
    m_window->lock();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(fallbackSpy.count(), 1);
    m_window->setFallbackAction(nullptr);
    m_people->setPrimaryAction(nullptr);
}

void TestMainWindow::focusLandsOnThePage()
{
    QCOMPARE(m_window->focusWidget(), m_people->field);
    m_window->sidebar()->item(1)->setFocus();
    m_window->openPage("file-requests");
    QCOMPARE(m_window->focusWidget(), m_files->field);
}

void TestMainWindow::searchBoxByCtrlK()
{
    QTest::keyClick(m_window->focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_window->focusWidget(), m_window->searchField());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_window->focusWidget(), m_people->field);
}

void TestMainWindow::lockHidesEverything()
{
    m_people->setTitle(u"John Smith"_s);
    m_window->searchField()->setText(u"john"_s);
    QSignalSpy locked(m_window.get(), &MainWindow::locked);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(locked.count(), 1);
    QVERIFY(!m_window->isSignedIn());
    QCOMPARE(m_window->windowTitle(), u"Anteroom"_s);
    QVERIFY(!m_people->isVisible());
    QVERIFY(m_window->searchField()->text().isEmpty());
    QCOMPARE(m_window->signInView()->mode(), SignInView::Mode::Locked);
    const int before = m_outbox->activated;
    QTest::keyClick(m_window->focusWidget(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_window->currentPage(), m_people);
    QCOMPARE(m_outbox->activated, before);
    m_window->signIn("staff-1", u"Dr Rachel Williams"_s, u"Clinician"_s);
    QCOMPARE(m_window->windowTitle(), u"John Smith - Anteroom"_s);
    m_window->openPage("outbox");
    m_window->signOut();
    QCOMPARE(m_window->signInView()->mode(), SignInView::Mode::SignIn);
}

void TestMainWindow::lockHidesDialogs()
{
    QPointer<QDialog> form = new QDialog(m_window.get());
    form->setAttribute(Qt::WA_DeleteOnClose);
    auto *typed = new QLineEdit(u"John Smith"_s, form);
    form->open();
    QPointer<QDialog> above = new QDialog(form);
    above->setAttribute(Qt::WA_DeleteOnClose);
    above->open();
    QVERIFY(form->isVisible() && above->isVisible());
    m_window->lock();
    QVERIFY(form && !form->isVisible() && above && !above->isVisible());
    // The same person goes on where they were.
    m_window->signIn("staff-1", u"Dr Rachel Williams"_s, u"Clinician"_s);
    QVERIFY(form && form->isVisible() && above->isVisible());
    QCOMPARE(form->windowModality(), Qt::WindowModal);
    QCOMPARE(typed->text(), u"John Smith"_s);
    // Nobody else does.
    m_window->lock();
    m_window->signIn("staff-2", u"Anna"_s, u"Clinician"_s);
    QTRY_VERIFY(!form && !above);

    QPointer<QDialog> another = new QDialog(m_window.get());
    another->setAttribute(Qt::WA_DeleteOnClose);
    another->open();
    m_window->signOut();
    QTRY_VERIFY(!another);
}

void TestMainWindow::openWhileLockedWaits()
{
    m_window->lock();
    m_window->openPage("file-requests", "row-7");
    QCOMPARE(m_window->currentPage(), m_people);
    QVERIFY(m_files->opened.isEmpty());
    m_window->signIn("staff-1", u"Dr Rachel Williams"_s, u"Clinician"_s);
    QCOMPARE(m_window->currentPage(), m_files);
    QCOMPARE(m_files->opened, "row-7"_ba);
    // Not for whoever signs in next.
    m_window->lock();
    m_window->openPage("outbox", "row-8");
    m_window->signOut();
    m_window->signIn("staff-2", u"Anna"_s, u"Clinician"_s);
    QVERIFY(m_outbox->opened.isEmpty());
}

void TestMainWindow::closingAsksOrHides()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
    QSignalSpy hidden(m_window.get(), &MainWindow::hiddenToTray);
    m_window->close();
    QCOMPARE(quit.count(), 1);
    QVERIFY(m_window->isVisible());
    m_window->setCloseToTray(true);
    m_window->close();
    QCOMPARE(hidden.count(), 1);
    QVERIFY(!m_window->isVisible());
    m_window->bringForward();
    QVERIFY(m_window->isVisible());
    m_window->allowClose();
    QVERIFY(m_window->close());
    QVERIFY(!m_window->isVisible());
    QCOMPARE(quit.count(), 1);
    Tray tray(*m_window); // no tray offscreen: it must do nothing
    tray.notify(u"John Smith answered"_s, u"3 photos"_s, "file-requests", "1");
}

void TestMainWindow::statusLineSaysWhatStopped()
{
    const auto words = [this] {
        QString all;
        for (auto *label : m_window->statusLine()->findChildren<QLabel *>())
            all += label->text() + u'|';
        return all;
    };
    QVERIFY(words().contains(u"API stopped"_s));
    m_window->statusLine()->setApiAddress(u"http://127.0.0.1:8080"_s);
    m_window->statusLine()->setMessagesWaiting(2);
    QVERIFY(words().contains(u"http://127.0.0.1:8080"_s));
    QVERIFY(!words().contains(u"API stopped"_s));
    QVERIFY(words().contains(u"Patient pages stopped"_s));
    QVERIFY(words().contains(u"2"_s));
}

void TestMainWindow::narrowWindowsKeepTheIcons()
{
    const int wide = m_window->sidebar()->sizeHint().width();
    auto font = QApplication::font();
    const auto usual = font;
    font.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(font);
    QTRY_VERIFY(m_window->sidebar()->sizeHint().width() < wide);
    QVERIFY(!m_window->sidebar()->item(1)->toolTip().isEmpty());
    QApplication::setFont(usual);
}

void TestMainWindow::idleLockFollowsTheClock()
{
    using namespace std::chrono_literals;
    ManualClock clock;
    IdleLock idle(clock, 10min);
    QSignalSpy spy(&idle, &IdleLock::idle);
    idle.check(); // not started
    idle.start();
    clock.advance(9min);
    QTest::keyClick(m_window.get(), Qt::Key_A);
    clock.advance(9min);
    idle.check();
    QCOMPARE(spy.count(), 0);
    clock.advance(1min);
    idle.check();
    QCOMPARE(spy.count(), 1);
    idle.check();
    QCOMPARE(spy.count(), 1);
    // The machine slept past the limit: the first touch finds it locked.
    idle.start();
    clock.advance(3h);
    QTest::keyClick(m_window.get(), Qt::Key_A);
    QCOMPARE(spy.count(), 2);
    // A clock set back does not keep it open for ever.
    idle.start();
    clock.advance(-5h);
    idle.check();
    clock.advance(10min);
    idle.check();
    QCOMPARE(spy.count(), 3);
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestMainWindow)
#include "tst_mainwindow.moc"
