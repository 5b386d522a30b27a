// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/app/delivery/receiver.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinebar.h"
#include "ui/filerequests/answernotifier.h"
#include "ui/today/todaylist.h"
#include "ui/today/todaypage.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestTodayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_start = std::make_unique<QAction>(u"New file request"_s);
        m_page = std::make_unique<TodayPage>(m_console->clinic(), ScratchConsole::actor(), m_start.get());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void nothingToDoIsGoodNewsWithTheOneActionThatStartsWork()
    {
        auto *empty = m_page->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        auto *button = qobject_cast<QPushButton *>(empty->focusTarget());
        QCOMPARE(button->text(), m_start->text());
        QCOMPARE(m_page->count().value_or(0), 0);
    }

    void anAnswerIsOneKeyAway()
    {
        const auto view = answered(u"John"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->answered()->count(), 1);
        QCOMPARE(m_page->answered()->entries().first().title, u"John Smith"_s);
        QTRY_COMPARE(m_page->count().value_or(0), 1);
        QSignalSpy opened(m_page.get(), &ConsolePage::openRequested);
        QTest::keyClick(m_page->answered()->focusTarget(), Qt::Key_Space);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toByteArray(), "file-requests"_ba);
        QCOMPARE(opened.first().at(1).toByteArray(), view.request.id.text());
    }

    void mineUnassignedAndAllAreCountedAndShown()
    {
        const auto mine = answered(u"John"_s, u"+447777123456"_s);
        answered(u"Jane"_s, u"+447777123457"_s);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE file_requests SET assignee_id = ? WHERE id = ?", ScratchConsole::actor()().id,
                       mine.request.id);
            tx.changed(Topic::FileRequests);
            return true;
        });
        auto *tabs = m_page->findChild<QTabBar *>();
        QTRY_COMPARE(tabs->tabText(int(TodayPage::Whose::Mine)), u"Mine 1"_s);
        QCOMPARE(tabs->tabText(int(TodayPage::Whose::Unassigned)), u"Unassigned 1"_s);
        QCOMPARE(tabs->tabText(int(TodayPage::Whose::All)), u"All 2"_s);
        QCOMPARE(m_page->answered()->count(), 2);
        tabs->setCurrentIndex(int(TodayPage::Whose::Mine));
        QTRY_COMPARE(m_page->answered()->count(), 1);
        QCOMPARE(m_page->answered()->entries().first().key, mine.request.id.text());
    }

    void whatIsInDoubtIsSettledAndWhatFailedIsTriedAgain()
    {
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        setStatus("in_doubt");
        QTRY_COMPARE(m_page->notDelivered()->count(), 1);
        QCOMPARE(m_page->notDelivered()->entries().first().title,
                 u"John Smith · Text message +44 7777 123456"_s);
        Q_EMIT m_page->notDelivered()->actionRequested(m_page->notDelivered()->entries().first().key);
        QTRY_COMPARE(m_console->messages().first().status, MessageStatus::Delivered);
        QTRY_COMPARE(m_page->notDelivered()->count(), 0);

        setStatus("failed");
        QTRY_COMPARE(m_page->notDelivered()->count(), 1);
        Q_EMIT m_page->notDelivered()->actionRequested(m_page->notDelivered()->entries().first().key);
        QTRY_COMPARE(m_console->messages().first().status, MessageStatus::Queued);
    }

    void theFocusStaysWithItsRow()
    {
        answered(u"John"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->answered()->count(), 1);
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->answered()->focusTarget()->setFocus();
        answered(u"Jane"_s, u"+447777123457"_s); // stands above it
        QTRY_COMPARE(m_page->answered()->count(), 2);
        QTRY_VERIFY(m_page->focusWidget());
        QVERIFY(m_page->focusWidget()->accessibleName().contains(u"John"_s));
    }

    void openingItIsWrittenDownAndRefreshesAreNot()
    {
        answered(u"John"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->answered()->count(), 1);
        m_page->activate();
        QTRY_COMPARE(audited(), 1);
        answered(u"Jane"_s, u"+447777123457"_s);
        QTRY_COMPARE(m_page->answered()->count(), 2);
        QCOMPARE(audited(), 1);
    }

    void aGatewayThatDoesNotLetUsInIsToldWhileTheTextsWait()
    {
        Receiver gateway;
        gateway.answers = QByteArrayList(20, Receiver::status(401));
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            return Settings::write(tx, "ANTEROOM_SMS_PROVIDER", u"http"_s).has_value() &&
                   Settings::write(tx, "ANTEROOM_SMS_METHOD", u"GET"_s).has_value() &&
                   Settings::write(tx, "ANTEROOM_SMS_URL", gateway.url(u"/?{to}"_s)).has_value();
        });
        m_console->clinic().startDelivery();
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->notDelivered()->count(), 1);
        const TodayEntry told = m_page->notDelivered()->entries().first();
        QCOMPARE(told.title, u"Text messages of account 1 do not leave"_s);
        QVERIFY2(told.detail.contains(u"user name and password"_s), qPrintable(told.detail));
        QCOMPARE(m_console->messages().first().status, MessageStatus::Queued);
        QSignalSpy opened(m_page.get(), &ConsolePage::openRequested);
        Q_EMIT m_page->notDelivered()->actionRequested(told.key);
        QCOMPARE(opened.value(0).value(0).toByteArray(), "settings"_ba);

        // Another account with the same gateway is the same trouble.
        User patient = m_console->addPatient(u"Jane"_s, u"Smith"_s, u"+447777123457"_s);
        m_console->ask(patient);
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            tx.execute(
                "UPDATE outbox SET lane = 'http 2', account_id = '2' WHERE recipient = '+447777123457'");
            tx.changed(Topic::Outbox);
            return true;
        });
        QTRY_COMPARE(m_page->notDelivered()->entries().value(0).title,
                     u"Text messages of 2 account(s) do not leave"_s);
        QCOMPARE(m_page->notDelivered()->count(), 1);

        gateway.answers.clear();
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            tx.changed(Topic::Settings); // somebody has mended the password
            return true;
        });
        QTRY_COMPARE(m_page->notDelivered()->count(), 0);
    }

    void photosOfOneAnswerAreOnePieceOfNews()
    {
        AnswerNotifier notifier(m_console->clinic(), ScratchConsole::actor());
        notifier.setQuiet(std::chrono::milliseconds(400));
        QSignalSpy one(&notifier, &AnswerNotifier::answered);
        QSignalSpy many(&notifier, &AnswerNotifier::manyAnswered);
        const auto view = answered(u"John"_s, u"+447777123456"_s);
        answer(view.request.id); // and again
        QTRY_COMPARE(one.size(), 1);
        QCOMPARE(one.first().at(0).toString(), u"John Smith"_s);
        QCOMPARE(one.first().at(2).toByteArray(), view.request.id.text());
        for (int i = 0; i < 5; ++i)
            answered(u"Anna"_s, u"+44777712346%1"_s.arg(i));
        QTRY_COMPARE(many.size(), 1);
        QCOMPARE(many.first().at(0).toInt(), 5);
        QCOMPARE(one.size(), 1);
    }

private:
    FileRequestView answered(const QString &first, const QString &mobile)
    {
        const auto view = m_console->ask(m_console->addPatient(first, u"Smith"_s, mobile));
        answer(view.request.id);
        return view;
    }

    void answer(const FileRequestId &id)
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE file_requests SET state = 'answered', answered_at = ? WHERE id = ?", tx.now(),
                       id);
            tx.changed(Topic::FileRequests, id.text());
            return true;
        });
    }

    void setStatus(const char *status)
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE outbox SET status = ?", status);
            tx.changed(Topic::Outbox);
            return true;
        });
    }

    int audited()
    {
        return m_console->read([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'file_request.list'");
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<QAction> m_start;
    std::unique_ptr<TodayPage> m_page;
};

QTEST_MAIN(TestTodayPage)
#include "tst_todaypage.moc"
