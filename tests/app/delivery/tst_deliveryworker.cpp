// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryworker.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"
#include "tests/support/scratchstore.h"

#include <QSignalSpy>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

namespace {

/// What a gateway of the test was given; it answers when the test says so.
class FakeGateway final : public Gateway
{
public:
    struct Mind
    {
        QVector<Message> taken;
        QVector<Done> answers;
        bool repeats = false;
        int changes = 0; ///< of the settings
        int most = 4;
    };

    FakeGateway(QString provider, Mind &mind)
        : m_provider(std::move(provider))
        , m_mind(mind)
    {
    }

    QString provider() const override { return m_provider; }
    bool mayRepeat(const Message &) const override { return m_mind.repeats; }
    int maxInFlight() const override { return m_mind.most; }
    void settingsChanged() override { ++m_mind.changes; }
    void send(const Message &message, Done done) override
    {
        m_mind.taken.append(message);
        m_mind.answers.append(std::move(done));
    }

private:
    QString m_provider;
    Mind &m_mind;
};

} // namespace

class TestDeliveryWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<ScratchStore>();
        m_texts = {};
        m_mails = {};
        m_environment = {{"ANTEROOM_SMS_PROVIDER", u"http"_s}, {"ANTEROOM_MAIL_PROVIDER", u"smtp"_s}};
    }

    void cleanup()
    {
        m_worker.reset();
        m_outbox.reset();
        m_scratch.reset();
    }

    void noMoreAreInFlightThanTheProviderTakes()
    {
        start();
        for (int i = 0; i < 10; ++i)
            text(QString::number(i), u"+44777712345%1"_s.arg(i));
        QTRY_COMPARE(m_texts.taken.size(), 4);
        settled();
        QCOMPARE(m_texts.taken.size(), 4);
        answer(m_texts, 1, Kind::Sent);
        QTRY_COMPARE(m_texts.taken.size(), 5);
        settled();
        QCOMPARE(m_texts.taken.size(), 5);
    }

    void aProviderThatHangsHoldsUpNoOther()
    {
        start();
        for (int i = 0; i < 6; ++i)
            text(QString::number(i), u"+44777712345%1"_s.arg(i));
        QTRY_COMPARE(m_texts.taken.size(), 4); // and no answer ever
        mail(u"Hello"_s);
        QTRY_COMPARE(m_mails.taken.size(), 1);
        answer(m_mails, 0, Kind::Sent);
        QTRY_COMPARE(status(m_mails.taken[0].id), MessageStatus::Sent);
    }

    void ofOneRecipientTheSecondWaitsForTheFirst()
    {
        start();
        text(u"first"_s);
        m_scratch->clock.advance(1s);
        text(u"second"_s);
        text(u"for somebody else"_s, u"+380931234585"_s);
        QTRY_COMPARE(m_texts.taken.size(), 2);
        QCOMPARE(bodies(m_texts), (QStringList{u"first"_s, u"for somebody else"_s}));
        answer(m_texts, 0, Kind::TryAgain, "gateway.busy"); // still the first one's turn
        QTRY_COMPARE(status(m_texts.taken[0].id), MessageStatus::Queued);
        settled();
        QCOMPARE(m_texts.taken.size(), 2);
        m_scratch->clock.advance(10s);
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 3);
        QCOMPARE(m_texts.taken[2].body, u"first"_s);
        answer(m_texts, 2, Kind::Sent);
        QTRY_COMPARE(m_texts.taken.size(), 4);
        QCOMPARE(m_texts.taken[3].body, u"second"_s);
    }

    void aCodeOvertakesWhatIsNotUrgent()
    {
        m_texts.most = 1;
        start();
        text(u"under way"_s, u"+380931234585"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        text(u"ordinary"_s);
        m_scratch->clock.advance(1s);
        text(u"code"_s, u"+447777123456"_s, 10);
        answer(m_texts, 0, Kind::Sent);
        QTRY_COMPARE(m_texts.taken.size(), 2);
        QCOMPARE(m_texts.taken[1].body, u"code"_s);
    }

    void triesBecomeRarerAndEndParked()
    {
        start();
        text(u"code"_s, u"+447777123456"_s, 10);
        QSignalSpy troubled(m_worker.get(), &DeliveryWorker::troubled);
        int tries = 0;
        while (troubled.isEmpty() && tries < 200) {
            QTRY_COMPARE(m_texts.taken.size(), tries + 1);
            answer(m_texts, tries++, Kind::TryAgain, "gateway.busy");
            QTRY_VERIFY(status(m_texts.taken[0].id) != MessageStatus::Sending);
            if (const auto next = nextDue()) {
                m_scratch->clock.set(*next);
                m_worker->wake();
            }
        }
        QVERIFY2(tries > 20 && tries < 100, qPrintable(QString::number(tries)));
        const Message parked = messages().first();
        QCOMPARE(parked.status, MessageStatus::Failed);
        QCOMPARE(parked.lastError, "gateway.busy"_ba);
        QVERIFY(m_scratch->clock.now() - parked.createdAt >= 30min);
        QVERIFY(m_scratch->clock.now() - parked.createdAt < 31min);

        // A person's retry starts all over.
        m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox->retry(tx, Actor::system("test"), parked.id).has_value();
        });
        QTRY_COMPARE(m_texts.taken.size(), tries + 1);
        answer(m_texts, tries, Kind::TryAgain, "gateway.busy");
        QTRY_COMPARE(status(parked.id), MessageStatus::Queued);
    }

    void theProvidersOwnWaitIsKept()
    {
        start();
        text(u"Hello"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_texts.answers[0]({.id = m_texts.taken[0].id,
                            .kind = Kind::TryAgain,
                            .reason = "gateway.busy",
                            .retryAfter = 20min});
        QTRY_COMPARE(messages().first().status, MessageStatus::Queued);
        QCOMPARE(messages().first().notBefore, m_scratch->clock.now() + 20min);
    }

    void outcomesAreKeptApart()
    {
        start();
        const QVector<std::pair<Kind, MessageStatus>> cases{{Kind::Rejected, MessageStatus::Rejected},
                                                            {Kind::InDoubt, MessageStatus::InDoubt},
                                                            {Kind::GivenUp, MessageStatus::Failed}};
        for (const auto &[kind, expected] : cases) {
            const int n = int(m_texts.taken.size());
            text(u"Hello"_s);
            QTRY_COMPARE(m_texts.taken.size(), n + 1);
            answer(m_texts, n, kind, "gateway.said_so");
            QTRY_COMPARE(status(m_texts.taken[n].id), expected);
        }
        settled();
        QCOMPARE(m_texts.taken.size(), 3);
    }

    void aProviderThatFailsIsPausedAndProbedByOne()
    {
        start();
        for (int i = 0; i < 20; ++i)
            text(QString::number(i), u"+4477771234%1"_s.arg(i + 10));
        QTRY_COMPARE(m_texts.taken.size(), 4);
        for (int i = 0; i < 5; ++i) {
            QTRY_VERIFY(m_texts.taken.size() > i);
            m_texts.answers[i]({.id = m_texts.taken[i].id,
                                .kind = Kind::TryAgain,
                                .reason = "delivery.no_connection",
                                .providerFailed = true});
        }
        QTRY_COMPARE(paused(), u"http"_s);
        settled();
        const int before = int(m_texts.taken.size());
        QVERIFY2(before < 10, qPrintable(QString::number(before)));
        for (int i = 5; i < before; ++i) // those that were under way when it was paused
            answer(m_texts, i, Kind::Sent);
        mail(u"Others go on"_s);
        QTRY_COMPARE(m_mails.taken.size(), 1);
    }

    void afterThePauseOneTriesAndThenAllGoOn()
    {
        start();
        text(u"0"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_texts.answers[0]({.id = m_texts.taken[0].id,
                            .kind = Kind::TryAgain,
                            .reason = "gateway.busy",
                            .retryAfter = 60s,
                            .providerFailed = true});
        QTRY_COMPARE(paused(), u"http"_s);
        for (int i = 1; i < 5; ++i)
            text(QString::number(i), u"+44777712345%1"_s.arg(i));
        settled();
        QCOMPARE(m_texts.taken.size(), 1);
        m_scratch->clock.advance(60s);
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 2);
        settled();
        QCOMPARE(m_texts.taken.size(), 2); // the probe
        answer(m_texts, 1, Kind::Sent);
        QTRY_COMPARE(m_texts.taken.size(), 5 + (bodies(m_texts).count(u"0"_s) > 1 ? 1 : 0));
        QVERIFY(paused().isEmpty());
    }

    void aChangeOfSettingsEndsThePause()
    {
        start();
        text(u"0"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_texts.answers[0]({.id = m_texts.taken[0].id,
                            .kind = Kind::TryAgain,
                            .reason = "gateway.password",
                            .providerFailed = true,
                            .leaveAlone = 300s});
        QTRY_COMPARE(paused(), u"http"_s);
        QCOMPARE(m_worker->figures().lanes.first().reason, "gateway.password"_ba);
        text(u"1"_s, u"+447777123457"_s);
        settled();
        QCOMPARE(m_texts.taken.size(), 1);
        QCOMPARE(m_texts.changes, 0);
        m_scratch->write([](WriteTransaction &tx) { tx.changed(Topic::Settings, "ANTEROOM_SMS_HEADERS"); });
        QTRY_COMPARE(m_texts.taken.size(), 2);
        QVERIFY(paused().isEmpty());
        QCOMPARE(m_texts.changes, 1);
        m_scratch->clock.advance(10s); // nor does the first wait for what was to be the pause
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 3);
        QCOMPARE(m_texts.taken[2].body, u"0"_s);
    }

    void whoNeverAnswersIsInDoubtAndASentThatComesLateSettlesIt()
    {
        start();
        text(u"Hello"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_scratch->clock.advance(3min);
        m_worker->wake();
        QTRY_COMPARE(messages().first().status, MessageStatus::InDoubt);
        QCOMPARE(messages().first().lastError, "delivery.no_answer"_ba);
        answer(m_texts, 0, Kind::Sent);
        QTRY_COMPARE(messages().first().status, MessageStatus::Sent);
    }

    void aProviderThatKnowsDoublesIsAskedAgain()
    {
        m_texts.repeats = true;
        start();
        text(u"Hello"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_scratch->clock.advance(3min);
        m_worker->wake();
        QTRY_COMPARE(messages().first().status, MessageStatus::Queued);
        m_scratch->clock.advance(10s);
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 2);
        QCOMPARE(m_texts.taken[1].id, m_texts.taken[0].id);
    }

    void inQuietHoursOnlyCodesAndEmailsLeave()
    {
        m_environment.insert("ANTEROOM_QUIET_HOURS", u"11:00-13:30"_s); // it is noon
        start();
        const MessageId quiet = text(u"Please take a photo"_s);
        text(u"code"_s, u"+380931234585"_s, 10);
        mail(u"Please take a photo"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        QTRY_COMPARE(m_mails.taken.size(), 1);
        QCOMPARE(m_texts.taken[0].body, u"code"_s);
        QTRY_COMPARE(message(quiet).lastError, "delivery.quiet_hours"_ba);
        QCOMPARE(message(quiet).notBefore, m_scratch->clock.now() + 90min);
        m_scratch->clock.advance(90min);
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 2);
        QCOMPARE(m_texts.taken[1].id, quiet);
    }

    void theDailyCapHoldsAnAccountUntilMidnightAndNoOther()
    {
        m_environment.insert("ANTEROOM_SMS_DAILY_CAP", u"2"_s);
        m_environment.insert("ANTEROOM_SMS_DAILY_CAP__13", u"1000"_s);
        start();
        for (int i = 0; i < 3; ++i)
            text(QString::number(i), u"+44777712345%1"_s.arg(i), 0, u"12"_s);
        for (int i = 0; i < 2; ++i)
            text(QString::number(i), u"+44777712346%1"_s.arg(i), 0, u"13"_s);
        QTRY_COMPARE(m_texts.taken.size(), 4);
        for (int i = 0; i < 4; ++i)
            answer(m_texts, i, Kind::Sent);
        QTRY_COMPARE(m_worker->figures().lanes.size(), 1);
        QCOMPARE(m_worker->figures().lanes[0].lane, u"http 12"_s);
        QCOMPARE(m_worker->figures().lanes[0].reason, "delivery.daily_cap"_ba);
        QCOMPARE(*m_worker->figures().lanes[0].pausedUntil, m_scratch->clock.now() + 12h);
        // A code would be of no use by then: a person is to know.
        QSignalSpy troubled(m_worker.get(), &DeliveryWorker::troubled);
        const MessageId code = text(u"code"_s, u"+447777123459"_s, 10, u"12"_s);
        QTRY_COMPARE(status(code), MessageStatus::Failed);
        QVERIFY(!troubled.isEmpty());
        QCOMPARE(m_texts.taken.size(), 4);
        m_scratch->clock.advance(12h);
        m_worker->wake();
        QTRY_COMPARE(m_texts.taken.size(), 5);
    }

    void theRateIsKeptByTheMinute()
    {
        m_environment.insert("ANTEROOM_SMS_PER_MINUTE", u"3"_s);
        start();
        for (int i = 0; i < 7; ++i)
            text(QString::number(i), u"+44777712345%1"_s.arg(i), 0, u"12"_s);
        for (const int expected : {3, 6, 7}) {
            QTRY_COMPARE(m_texts.taken.size(), expected);
            for (int i = 0; i < expected; ++i)
                answer(m_texts, i, Kind::Sent);
            QTRY_COMPARE(sending(), 0);
            settled();
            QCOMPARE(m_texts.taken.size(), expected);
            m_scratch->clock.advance(1min);
            m_worker->wake();
        }
    }

    void whatWaitsGoesThroughTheProviderThatIsSetNow()
    {
        start();
        text(u"Hello"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        answer(m_texts, 0, Kind::TryAgain, "gateway.busy");
        QTRY_COMPARE(messages().first().status, MessageStatus::Queued);
        m_worker.reset();
        m_environment.insert("ANTEROOM_SMS_PROVIDER", u"sandbox"_s);
        m_scratch->clock.advance(1min);
        start();
        QTRY_COMPARE(messages().first().status, MessageStatus::Sent);
        QCOMPARE(messages().first().provider, u"sandbox"_s);
        QCOMPARE(m_texts.taken.size(), 1);
    }

    void aStopLetsEndWhatIsUnderWayAndBeginsNothing()
    {
        start();
        text(u"under way"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        m_worker->finish();
        QVERIFY(!m_worker->waitUntilIdle(0ms));
        text(u"too late"_s, u"+380931234585"_s);
        answer(m_texts, 0, Kind::Sent);
        QTRY_VERIFY(m_worker->waitUntilIdle(0ms));
        QCOMPARE(status(m_texts.taken[0].id), MessageStatus::Sent);
        settled();
        QCOMPARE(m_texts.taken.size(), 1);
    }

    void answersMayComeFromAnyThreadAndAfterTheWorker()
    {
        start();
        text(u"Hello"_s);
        QTRY_COMPARE(m_texts.taken.size(), 1);
        std::thread([this] { answer(m_texts, 0, Kind::Sent); }).join();
        QTRY_COMPARE(messages().first().status, MessageStatus::Sent);
        text(u"Again"_s);
        QTRY_COMPARE(m_texts.taken.size(), 2);
        m_worker.reset();
        answer(m_texts, 1, Kind::Sent); // nobody listens, nobody minds
        QCOMPARE(sending(), 1);
    }

    void theQueueIsReadByItsIndexes()
    {
        const QVector<std::pair<std::string_view, QByteArray>> plans{
            {"EXPLAIN QUERY PLAN SELECT lane FROM outbox WHERE status = 'queued' AND lane > 'a' "
             "ORDER BY lane LIMIT 1",
             "outbox_lane"},
            {"EXPLAIN QUERY PLAN SELECT min(not_before) FROM outbox WHERE status = 'queued' AND not_before > "
             "1",
             "outbox_next"},
            {"EXPLAIN QUERY PLAN SELECT 1 FROM outbox AS mine WHERE status = 'queued' AND lane = 'a' AND "
             "priority = 0 AND not_before <= 5 AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE "
             "(other.status = 'queued' OR other.status = 'sending') AND other.recipient = mine.recipient) "
             "ORDER BY not_before, id LIMIT 5",
             "outbox_under_way"},
            {"EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE channel <> 'sms' AND channel = 'webhook' AND "
             "(created_at, id) < (5, 'a') ORDER BY created_at DESC, id DESC LIMIT 5",
             "outbox_channel"}};
        for (const auto &[sql, index] : plans) {
            const QByteArray plan = m_scratch->read([sql = sql](Transaction &tx) {
                QByteArray all;
                Cursor row = tx.query(sql);
                while (row.next())
                    all += row.bytes(3) + '\n';
                return all;
            });
            QVERIFY2(plan.contains(index), plan.constData());
            QVERIFY2(!plan.contains("TEMP B-TREE"), plan.constData());
        }
    }

private:
    void start()
    {
        m_settings = std::make_unique<Settings>(m_environment);
        m_outbox = std::make_unique<Outbox>(*m_settings, m_vault);
        std::vector<std::unique_ptr<Gateway>> gateways;
        gateways.push_back(std::make_unique<SandboxGateway>());
        gateways.push_back(std::make_unique<FakeGateway>(u"http"_s, m_texts));
        gateways.push_back(std::make_unique<FakeGateway>(u"smtp"_s, m_mails));
        m_worker = std::make_unique<DeliveryWorker>(m_scratch->store(), *m_outbox, std::move(gateways));
        m_worker->start();
    }

    MessageId text(const QString &body, const QString &to = u"+447777123456"_s, int priority = 0,
                   const QString &account = {})
    {
        return enqueue({.channel = Channel::Sms,
                        .to = to,
                        .body = body,
                        .accountId = account,
                        .reference = "r",
                        .priority = priority});
    }

    MessageId mail(const QString &body)
    {
        return enqueue(
            {.channel = Channel::Email, .to = u"john@example.org"_s, .body = body, .reference = "r"});
    }

    MessageId enqueue(const NewMessage &message)
    {
        return m_scratch->write([&](WriteTransaction &tx) { return m_outbox->enqueue(tx, message).value(); });
    }

    static void answer(FakeGateway::Mind &mind, int n, Kind kind, const QByteArray &reason = {})
    {
        mind.answers[n]({.id = mind.taken[n].id, .kind = kind, .reason = reason});
    }

    static QStringList bodies(const FakeGateway::Mind &mind)
    {
        QStringList all;
        for (const Message &message : mind.taken)
            all.append(message.body);
        all.sort();
        return all;
    }

    QVector<Message> messages()
    {
        return m_scratch->read(
            [&](Transaction &tx) { return m_outbox->listOldestFirst(tx, {.limit = 100}).items; });
    }

    Message message(const MessageId &id)
    {
        for (const Message &one : messages()) {
            if (one.id == id)
                return one;
        }
        return {};
    }

    MessageStatus status(const MessageId &id) { return message(id).status; }

    qint64 sending() { return m_scratch->number("SELECT count(*) FROM outbox WHERE status = 'sending'"); }

    std::optional<UtcTime> nextDue()
    {
        return m_scratch->read([](Transaction &tx) { return Outbox::nextDue(tx); });
    }

    QString paused() const
    {
        for (const LaneState &lane : m_worker->figures().lanes) {
            if (lane.state == CircuitBreaker::State::Open)
                return lane.lane;
        }
        return {};
    }

    // Whatever the worker is about to do has been done after a look of its own at an unchanged outbox.
    void settled()
    {
        for (int i = 0; i < 5; ++i) {
            m_worker->wake();
            m_scratch->store().readNow([](Transaction &) -> Result<bool> { return true; });
            m_scratch->store().writeNow([](WriteTransaction &) -> Result<bool> { return true; });
            QCoreApplication::processEvents();
        }
    }

    std::unique_ptr<ScratchStore> m_scratch;
    QHash<QByteArray, QString> m_environment;
    Vault m_vault{SecretKey::random()};
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Outbox> m_outbox;
    FakeGateway::Mind m_texts, m_mails;
    std::unique_ptr<DeliveryWorker> m_worker;
};

QTEST_GUILESS_MAIN(TestDeliveryWorker)
#include "tst_deliveryworker.moc"
