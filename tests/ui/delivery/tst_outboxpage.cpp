// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchconsole.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/delivery/messagedetails.h"
#include "ui/delivery/outboxpage.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QUrl>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestOutboxPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_page = std::make_unique<OutboxPage>(m_console->clinic(), ScratchConsole::actor());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
        m_view = m_page->findChild<ListPane *>()->view();
        m_details = m_page->findChild<MessageDetails *>();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void aMessageAppearsByItselfWithItsText()
    {
        QTRY_COMPARE(rows(), 0);
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(rows(), 1);
        m_view->selectRow(0);
        const QString text = m_details->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(text.contains(u"http://127.0.0.1:8081/r/"_s), qPrintable(text));
        QCOMPARE(MessageDetails::firstLink(text).path().size(), 3 + 12);
        // Without a catalogue the words are those of the source.
        QVERIFY(said(u"1 text message(s), %1 of 160 characters"_s.arg(text.size())));
    }

    void aTextThatHoldsACodeIsNeverShown()
    {
        enqueue({.channel = Channel::Sms,
                 .to = u"+380931234585"_s,
                 .body = u"Code 4711"_s,
                 .reference = "r",
                 .sealed = true});
        QTRY_COMPARE(rows(), 1);
        m_view->selectRow(0);
        QVERIFY(!m_details->findChild<QPlainTextEdit *>()->toPlainText().contains(u"4711"_s));
        for (int column = 0; column < m_view->model()->columnCount(); ++column)
            QVERIFY(!m_view->model()->index(0, column).data().toString().contains(u"4711"_s));
    }

    void whatIsInDoubtIsDecidedByAPerson()
    {
        enqueue({.channel = Channel::Sms,
                 .to = u"+447777123456"_s,
                 .body = u"Hello"_s,
                 .reference = "r",
                 .holdFor = std::chrono::hours(1)});
        m_console->write([this](WriteTransaction &tx) -> Result<int> {
            tx.execute("UPDATE outbox SET status = 'sending'");
            return m_console->clinic().outbox().recover(tx, [](const Message &) { return false; });
        });
        QTRY_COMPARE(m_page->count().value_or(0), 1);
        QTRY_COMPARE(rows(), 1);
        m_view->selectRow(0);
        Q_EMIT m_details->settleRequested(m_details->message()->id);
        QTRY_COMPARE(m_console->messages().first().status, MessageStatus::Delivered);
        QTRY_COMPARE(m_page->count().value_or(0), 0);
    }

    void theFilterShowsOneChannelAndAnEmptyOneSaysSo()
    {
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(rows(), 1);
        auto *filter = m_page->findChild<QComboBox *>();
        filter->setCurrentIndex(3); // e-mails
        Q_EMIT filter->activated(3);
        QTRY_COMPARE(m_page->findChild<ListPane *>()->face(), ListPane::Face::Empty);
        filter->setCurrentIndex(2); // text messages
        Q_EMIT filter->activated(2);
        QTRY_COMPARE(rows(), 1);
    }

    void anEventThatLeftCanBeReplayed()
    {
        enqueueEvent();
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(m_view->model()->index(0, OutboxModel::Text).data().toString(), u"Event: 2 new file(s)"_s);
        QCOMPARE(m_view->model()->index(0, OutboxModel::To).data().toString(), u"hook.example"_s);
        m_view->selectRow(0);
        Button *replay = button(u"Replay"_s);
        QVERIFY(replay->isVisible());
        QVERIFY(!button(u"Send again"_s)->isVisible());
        replay->click();
        QTRY_COMPARE(rows(), 2);
        const auto messages = m_console->messages();
        QCOMPARE(messages[0].body, messages[1].body);
        QVERIFY(!(messages[0].id == messages[1].id));
    }

    void whyAnEventDidNotArriveAndWhenItIsTriedAgainIsSaid()
    {
        const MessageId id = enqueueEvent();
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute(
                "UPDATE outbox SET status = 'queued', attempts = 3, tries = 3, trying_since = created_at, "
                "not_before = ?, last_error = 'webhook.status_503' WHERE id = ?",
                tx.now() + std::chrono::minutes(20), id);
            tx.changed(Topic::Outbox, id.text());
            return true;
        });
        QTRY_COMPARE(state(), u"Trying again"_s);
        m_view->selectRow(0);
        QVERIFY2(said(u"status 503"_s), "the reason in words");
        QVERIFY2(said(u"Next try:"_s), "the next try");
        QVERIFY2(said(u"3 tries"_s), "how often");
        QVERIFY(!button(u"Replay"_s)->isVisible());
        Button *retry = button(u"Try now"_s);
        QVERIFY(retry->isVisible());
        retry->click();
        QTRY_COMPARE(m_console->messages().first().tries, 0);
        QTRY_COMPARE(state(), u"Waiting"_s);
    }

    void reasonsAreWords_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QString>("part");
        QTest::newRow("gone") << "webhook.gone"_ba << u"(410)"_s;
        QTest::newRow("private") << "delivery.address_refused"_ba << u"inside this network"_s;
        QTest::newRow("with a code") << "mail.sign_in 535 5.7.8"_ba << u"settings. (535 5.7.8)"_s;
        QTest::newRow("reported") << "report.expired"_ba << u"gave up"_s;
        QTest::newRow("a gateway's status") << "sms.status_400"_ba << u"status 400"_s;
        QTest::newRow("unheard of") << "gateway.novelty"_ba << u"gateway.novelty"_s;
    }

    void reasonsAreWords()
    {
        QFETCH(const QByteArray, reason);
        QFETCH(const QString, part);
        Message message;
        message.status = MessageStatus::Failed;
        message.lastError = reason;
        QVERIFY2(troubleText(message).contains(part), qPrintable(troubleText(message)));
    }

    void aPauseOfTheOtherSideIsSaid()
    {
        Message message;
        message.lane = u"webhook https://hook.example:443"_s;
        const UtcTime now = m_console->clinic().clock().now();
        message.notBefore = now;
        const DeliveryFigures paused{.lanes = {{message.lane, 0, CircuitBreaker::State::Open,
                                                now + std::chrono::minutes(2), "delivery.timed_out"}}};
        QVERIFY(nextTryText(message, paused, now).contains(u"left alone"_s));
        QVERIFY(nextTryText(message, {}, now).isEmpty());
        message.lane = u"http 12"_s; // and what nobody but an administrator can mend
        const DeliveryFigures refused{.lanes = {{message.lane, 0, CircuitBreaker::State::Open,
                                                 now + std::chrono::minutes(5), "sms.sign_in 401"}}};
        const QString words = nextTryText(message, refused, now);
        QVERIFY2(words.contains(u"user name and password"_s) && words.contains(u"(401)"_s),
                 qPrintable(words));
    }

    void linksAreFoundInTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("link");
        QTest::newRow("at the end of a sentence")
            << u"Open http://127.0.0.1:8081/r/abc."_s << u"http://127.0.0.1:8081/r/abc"_s;
        QTest::newRow("followed by words")
            << u"See https://ask.example/r/abc and wait"_s << u"https://ask.example/r/abc"_s;
        QTest::newRow("none") << u"No link here"_s << QString();
        QTest::newRow("no other scheme") << u"javascript:alert(1)"_s << QString();
    }

    void linksAreFoundInTexts()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, link);
        QCOMPARE(MessageDetails::firstLink(text).toString(), link);
    }

private:
    int rows() const { return m_view->model()->rowCount(); }

    MessageId enqueueEvent()
    {
        return enqueue({.channel = Channel::Webhook,
                        .to = u"https://hook.example/events"_s,
                        .body = uR"({"event":{"id":"e","addedFileIds":["a","b"]}})"_s,
                        .reference = "r"});
    }

    QString state() const { return m_view->model()->index(0, OutboxModel::State).data().toString(); }

    Button *button(const QString &text) const
    {
        for (Button *one : m_details->findChildren<Button *>()) {
            if (one->text() == text)
                return one;
        }
        static Button none{QString()};
        return &none;
    }

    bool said(const QString &part) const
    {
        const auto labels = m_details->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](Label *label) { return label->isVisible() && label->text().contains(part); });
    }

    MessageId enqueue(const NewMessage &message)
    {
        return m_console->write(
            [&](WriteTransaction &tx) { return m_console->clinic().outbox().enqueue(tx, message); });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<OutboxPage> m_page;
    ListView *m_view = nullptr;
    MessageDetails *m_details = nullptr;
};

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
