// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/clinictime.h"
#include "tests/support/manualclock.h"
#include "tests/support/teleconsultations.h"
#include "tests/ui/teleconsultations/consultations.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/teleconsultations/agendamodel.h"
#include "ui/teleconsultations/teleconsultationdetails.h"
#include "ui/teleconsultations/teleconsultationmover.h"
#include "ui/teleconsultations/teleconsultationspage.h"

#include <QAccessible>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QTimeZone london("Europe/London");
constexpr int noon = 12 * 60;

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

/// The agenda of the console, on a clock of its own: Wednesday 18 November 2026, 12:20 in London.
class TestTeleconsultationsPage final : public QObject
{
    Q_OBJECT

private:
    UtcTime at(int days, QTime time) const { return meaningOf(m_wednesday.addDays(days), time, london).time; }

    // From here on relative to what the clock says.
    Teleconsultation add(UtcTime start,
                         QVector<NewParticipant> people = {Consultations::host(), Consultations::guest()},
                         int number = 0)
    {
        return m_consultations->add(
            m_consultations->input(std::chrono::duration_cast<std::chrono::seconds>(start - m_clock->now()),
                                   std::move(people), number));
    }

    AgendaCanvas *canvas() const { return m_page->agenda()->canvas(); }
    const AgendaBlock *block(const Teleconsultation &t) const
    {
        for (const AgendaBlock *one : canvas()->blocks()) {
            if (one->entry().id == t.id.text())
                return one;
        }
        return nullptr;
    }
    QString saying(const Teleconsultation &t) const
    {
        return block(t) ? block(t)->entry().detail : QString();
    }

    // The last bar's words.
    QString said() const
    {
        const auto bars = m_bars->findChildren<InlineBar *>();
        return bars.isEmpty() ? QString() : bars.constLast()->text();
    }

    void drag(const Teleconsultation &t, int days, int minutes, bool drop = true)
    {
        const QRect from = block(t)->geometry();
        const QPoint pressed(from.center().x(), from.top() + 4);
        const int height = canvas()->rectOf(0, noon, noon + 60).height() + 1;
        const int width = canvas()->rectOf(1, 0, 0).left() - canvas()->rectOf(0, 0, 0).left();
        const QPoint to = pressed + QPoint(days * width, minutes * height / 60);
        QTest::mousePress(canvas(), Qt::LeftButton, {}, pressed);
        QTest::mouseMove(canvas(), (pressed + to) / 2);
        QTest::mouseMove(canvas(), to);
        if (drop)
            QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }

    // With the keyboard on it.
    void goTo(const Teleconsultation &t)
    {
        canvas()->setCurrent({block(t)->place().day, block(t)->place().top, t.id.text()}, true);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(canvas(), Qt::Key(key), modifiers);
    }

    bool loadsAll(int count)
    {
        return QTest::qWaitFor(
            [&] { return m_page->model()->isWhole() && canvas()->entries().size() == count; });
    }

    const QDate m_wednesday{2026, 11, 18};
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<Consultations> m_consultations;
    std::unique_ptr<InlineBarArea> m_bars;
    std::unique_ptr<TeleconsultationsPage> m_page;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void init()
    {
        m_clock = std::make_unique<ManualClock>(meaningOf(m_wednesday, {12, 20}, london).time);
        m_console = std::make_unique<ScratchConsole>(
            QHash<QByteArray, QString>{{"ANTEROOM_TIME_ZONE", u"Europe/London"_s},
                                       {"IMMUTABLE_PERIOD_MS", u"900000"_s}},
            m_clock.get());
        m_consultations = std::make_unique<Consultations>(*m_console);
        m_bars = std::make_unique<InlineBarArea>();
        m_page = std::make_unique<TeleconsultationsPage>(m_console->clinic(), ScratchConsole::actor(),
                                                         m_console->search());
        m_page->setBars(m_bars.get());
        m_page->resize(1100, 900);
        m_page->show();
        m_page->activate();
    }

    void cleanup()
    {
        m_page.reset();
        m_bars.reset();
        m_consultations.reset();
        m_console.reset();
    }

    void aWeekSaysWhoAndHowFar()
    {
        const auto incomplete = add(at(-1, {10, 30}), {Consultations::host(), Consultations::guest()}, 3);
        const auto ready = add(at(2, {12, 30}));
        const auto later = add(at(7, {9, 0})); // next week
        QVERIFY(loadsAll(2));
        QCOMPARE(saying(ready), u"12:30 · ready"_s);
        QCOMPARE(block(ready)->entry().title, u"Jane Doe"_s);
        QCOMPARE(block(ready)->place().day, 4);
        QCOMPARE(block(ready)->accessibleName(), u"Jane Doe, Friday 20 November, 12:30 – 13:00, ready"_s);
        auto *spoken = QAccessible::queryAccessibleInterface(const_cast<AgendaBlock *>(block(ready)));
        QVERIFY(spoken);
        QCOMPARE(spoken->text(QAccessible::Name), block(ready)->accessibleName());
        QCOMPARE(spoken->role(), QAccessible::ListItem);
        QCOMPARE(QAccessible::queryAccessibleInterface(canvas())->role(), QAccessible::List);
        QCOMPARE(saying(incomplete), u"10:30 · ended"_s); // nobody came together, and its time is over
        QVERIFY(m_page->findChild<Label *>()->text() == u"16–20 November"_s);
        QVERIFY(m_page->title() == u"Teleconsultations"_s);

        key(Qt::Key_PageDown);
        QVERIFY(loadsAll(1));
        QVERIFY(block(later));
        QCOMPARE(m_page->findChild<Label *>()->text(), u"23–27 November"_s);
        key(Qt::Key_PageUp);
        QVERIFY(loadsAll(2));
        m_page->goTo(m_wednesday.addDays(2));
        m_page->setSpan(TeleconsultationsPage::Span::Day);
        QTRY_COMPARE(canvas()->places().dates().size(), 1);
    }

    void phasesFollowTheClock()
    {
        const auto whole = add(at(0, {13, 0}));
        const auto partial = add(at(0, {13, 0}), {Consultations::host(), Consultations::guest()}, 3);
        QVERIFY(loadsAll(2));
        QCOMPARE(saying(whole), u"13:00 · ready"_s);
        QCOMPARE(saying(partial), u"13:00 · 2 of 3 people"_s);
        QVERIFY(!block(whole)->entry().isFixed);
        m_clock->set(at(0, {12, 45}));
        m_page->followClock();
        QCOMPARE(saying(whole), u"13:00 · open"_s);
        QVERIFY(block(whole)->entry().isFixed);
        QVERIFY(!block(partial)->entry().isFixed);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            TeleconsultationRepository::setJoined(tx, whole.id, m_clock->now());
            tx.changed(Topic::Teleconsultations, whole.id.text());
            return true;
        });
        QTRY_COMPARE(saying(whole), u"13:00 · running 0 min"_s);
        m_clock->set(at(0, {12, 57}));
        m_page->followClock();
        QCOMPARE(saying(whole), u"13:00 · running 12 min"_s);
        m_clock->set(at(0, {13, 30}));
        m_page->followClock();
        QCOMPARE(saying(whole), u"13:00 · ended"_s);
        QVERIFY(m_page->isFollowingClock());
        m_page->hide(); // nobody looks
        QVERIFY(!m_page->isFollowingClock());
    }

    void draggingMovesByQuartersAndDays()
    {
        const auto t = add(at(0, {14, 0}));
        QVERIFY(loadsAll(1));
        drag(t, 1, 32);
        QTRY_COMPARE(m_consultations->get(t.id).startsAt, at(1, {14, 30}));
        QCOMPARE(m_consultations->get(t.id).endsAt, at(1, {15, 0}));
        QTRY_COMPARE(block(t)->place().day, 3);
        QVERIFY(!canvas()->isMoving());
        QTRY_VERIFY2(said().contains(u"Moved to Thursday 19 November, 14:30"_s), qPrintable(said()));
        QCOMPARE(m_consultations->audited("teleconsultation.change"), 1);
        // And back.
        Q_EMIT m_bars->findChildren<InlineBar *>().constLast()->actionTriggered();
        QTRY_COMPARE(m_consultations->get(t.id).startsAt, at(0, {14, 0}));
    }

    void escapeLeavesItWhereItWas()
    {
        const auto t = add(at(0, {14, 0}));
        QVERIFY(loadsAll(1));
        QSignalSpy asked(canvas(), &AgendaCanvas::moveRequested);
        drag(t, 1, 60, false);
        QVERIFY(canvas()->isMoving());
        QCOMPARE(canvas()->moveTarget(), at(1, {15, 0}));
        key(Qt::Key_Escape);
        QVERIFY(!canvas()->isMoving());
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, block(t)->geometry().center());
        QCOMPARE(asked.size(), 0);
        drag(t, 0, 0); // a click moves nothing
        QCOMPARE(asked.size(), 0);
        QCOMPARE(m_page->chosen(), t.id.text());
    }

    void theClosedPeriodRefusesInWords()
    {
        const auto open = add(at(0, {12, 30}));
        const auto soon = add(at(0, {12, 40}));
        const auto ended = add(at(0, {9, 0}));
        QVERIFY(loadsAll(3));
        drag(open, 1, 0);
        QVERIFY2(said().contains(u"It is open already"_s), qPrintable(said()));
        QVERIFY(!canvas()->isMoving());
        drag(ended, 1, 0);
        QVERIFY2(said().contains(u"is over"_s), qPrintable(said()));
        // What closes while it is under way is refused by the model itself.
        drag(soon, 1, 0, false);
        QVERIFY(canvas()->isMoving());
        m_clock->set(at(0, {12, 26}));
        const QRect target = canvas()->rectOf(3, 0, 0);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, {target.center().x(), 5});
        QTRY_COMPARE(m_consultations->audited("teleconsultation.change", "teleconsultation.immutable"), 1);
        QTRY_VERIFY2(said().contains(u"It is open already"_s), qPrintable(said()));
        QTRY_VERIFY(!canvas()->isMoving());
        QCOMPARE(m_consultations->get(soon.id).startsAt, soon.startsAt);
        QCOMPARE(m_consultations->audited("teleconsultation.change"), 0);
    }

    void whoWasInvitedIsAskedAbout()
    {
        const auto t = add(at(1, {14, 0}));
        m_console->write([&](WriteTransaction &tx) {
            return m_console->clinic().teleconsultations().invite(
                tx, ScratchConsole::actor()(), t.id,
                {{t.participants.constFirst().id, Channel::Sms, u"+447777123456"_s}});
        });
        QVERIFY(loadsAll(1));
        drag(t, 0, 60);
        QTRY_VERIFY(m_page->mover()->question());
        QVERIFY(m_page->mover()->question()->informativeText().contains(u"invited"_s));
        m_page->mover()->question()->reject();
        QTRY_VERIFY(!canvas()->isMoving());
        QCOMPARE(m_consultations->get(t.id).startsAt, t.startsAt);

        drag(t, 0, 60);
        QTRY_VERIFY(m_page->mover()->question());
        for (auto *button : m_page->mover()->question()->findChildren<QPushButton *>()) {
            if (m_page->mover()->question()->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QTRY_COMPARE(m_consultations->get(t.id).startsAt, at(1, {15, 0}));
        QTRY_VERIFY2(said().contains(u"told"_s), qPrintable(said()));
        QCOMPARE(m_console->messages().size(), 2); // the invitation, and the new time
    }

    void keysReachAndMoveEverything()
    {
        const auto first = add(at(0, {14, 0}));
        const auto second = add(at(0, {15, 0}));
        QVERIFY(loadsAll(2));
        QSignalSpy wanted(canvas(), &AgendaCanvas::newRequested);
        QSignalSpy opened(canvas(), &AgendaCanvas::opened);
        goTo(first);
        QVERIFY(block(first)->hasFocus() || !m_page->isActiveWindow());
        key(Qt::Key_Down); // 14:30, free
        QVERIFY(canvas()->current().id.isEmpty());
        key(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<UtcTime>(), at(0, {14, 30}));
        key(Qt::Key_Down);
        QCOMPARE(canvas()->current().id, second.id.text());
        key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_page->chosen(), second.id.text());
        QVERIFY(m_page->details()->isVisible());
        QTRY_COMPARE(m_page->details()->state(), u"Ready"_s);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.read"), 1);
        key(Qt::Key_Up);
        key(Qt::Key_Up);
        QCOMPARE(canvas()->current().id, first.id.text());
        QCOMPARE(m_page->chosen(), first.id.text()); // the details go along
        key(Qt::Key_Right);
        QCOMPARE(canvas()->current(), (AgendaStop{3, 14 * 60, {}}));
        key(Qt::Key_Left);
        QCOMPARE(canvas()->current().id, first.id.text());

        key(Qt::Key_Down, Qt::ControlModifier);
        key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(canvas()->moveTarget(), at(1, {14, 15}));
        QCOMPARE(m_consultations->get(first.id).startsAt, first.startsAt); // not before Enter
        QVERIFY(block(first)->accessibleDescription().contains(u"14:15"_s));
        key(Qt::Key_Return);
        QTRY_COMPARE(m_consultations->get(first.id).startsAt, at(1, {14, 15}));
        QTRY_COMPARE(block(first)->place().day, 3);

        key(Qt::Key_Escape);
        QVERIFY(!m_page->details()->isVisible());
        QVERIFY(m_page->chosen().isEmpty());

        // Over the edge of the week, and there at its other one.
        canvas()->setCurrent({4, 9 * 60, {}}, true);
        key(Qt::Key_Right);
        QTRY_COMPARE(canvas()->places().dates().constFirst(), QDate(2026, 11, 23));
        QCOMPARE(canvas()->current(), (AgendaStop{0, 9 * 60, {}}));
    }

    void twoClicksBeginANewOne()
    {
        QVERIFY(loadsAll(0));
        QTRY_VERIFY2(m_page->agenda()->notice().contains(u"Nothing is planned"_s),
                     qPrintable(m_page->agenda()->notice()));
        QSignalSpy wanted(canvas(), &AgendaCanvas::newRequested);
        const QPoint pos = canvas()->rectOf(1, 11 * 60 + 10, 11 * 60 + 20).center();
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, pos);
        QTest::mouseDClick(canvas(), Qt::LeftButton, {}, pos);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().value<UtcTime>(), at(-1, {11, 0}));
        add(at(0, {14, 0}));
        QTRY_VERIFY(m_page->agenda()->notice().isEmpty());
    }

    void theWeekendIsThereWhenNeeded()
    {
        QVERIFY(loadsAll(0));
        QCOMPARE(canvas()->places().dates().size(), 5);
        m_page->setWeekendShown(true);
        QCOMPARE(canvas()->places().dates().size(), 7);
        m_page->setWeekendShown(false);
        QCOMPARE(canvas()->places().dates().size(), 5);
        add(at(3, {10, 0}));
        QTRY_COMPARE(canvas()->places().dates().size(), 6);
    }

    void overMidnightAndOpenedFromElsewhere()
    {
        const auto t = m_console->write([&](WriteTransaction &tx) -> Result<Teleconsultation> {
            return makeTeleconsultation(tx, m_console->clinic().roomAccess(),
                                        {.startsAt = at(18, {23, 30}), .length = 1h}); // a Sunday
        });
        m_page->open(t.id.text());
        QTRY_COMPARE(m_page->chosen(), t.id.text());
        QCOMPARE(canvas()->places().dates().size(), 7);
        QCOMPARE(canvas()->blocks().size(), 1);
        QVERIFY(block(t)->isChosen());
        key(Qt::Key_PageDown); // the rest lies in the next week
        QTRY_COMPARE(canvas()->places().dates().constFirst(), QDate(2026, 12, 7));
        QTRY_VERIFY(block(t));
        QCOMPARE(block(t)->place().top, 0);
        m_page->open(TeleconsultationId::generate(m_clock->now()).text());
        QTRY_VERIFY2(said().contains(u"has cancelled"_s), qPrintable(said()));
    }

    void allPagesUpToABound()
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            for (int i = 0; i < AgendaModel::most + 1; ++i)
                makeTeleconsultation(tx, m_console->clinic().roomAccess(),
                                     {.startsAt = at(0, {14, 0}) + std::chrono::minutes(i)});
            return true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_page->model()->isCutOff(), 60'000);
        QCOMPARE(m_page->model()->rowCount(), AgendaModel::most);
        bool isSaid = false;
        for (const auto *bar : m_page->findChildren<InlineBar *>())
            isSaid = isSaid || (bar->isVisible() && bar->text().contains(u"500"_s));
        QVERIFY(isSaid);
    }

    void readingIsWrittenDownAndNamesNobodyInTheLog()
    {
        logged.clear();
        const auto before = qInstallMessageHandler(keepLog);
        const auto t = add(at(0, {14, 0}));
        const bool isThere = loadsAll(1);
        drag(t, 1, 0);
        const bool isMoved = QTest::qWaitFor([&] { return block(t)->place().day == 3; });
        qInstallMessageHandler(before);
        QVERIFY(isThere && isMoved);
        QTRY_VERIFY(m_consultations->audited("teleconsultation.list") >= 1);
        for (const QString &line : std::as_const(logged))
            QVERIFY2(!line.contains(u"Jane"_s), qPrintable(line));
        // What a refresh brings to who has it before them is no reading.
        const int rows = m_consultations->audited("teleconsultation.list");
        m_page->model()->refresh();
        QTRY_VERIFY(m_page->model()->isWhole());
        m_page->activate();
        QTRY_COMPARE(m_consultations->audited("teleconsultation.list"), rows + 1);
    }
};

QTEST_MAIN(TestTeleconsultationsPage)
#include "tst_teleconsultationspage.moc"
