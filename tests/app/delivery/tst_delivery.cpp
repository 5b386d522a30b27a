// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryworker.h"
#include "app/settings/settings.h"
#include "app/storage/store.h"
#include "app/storage/vault.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Keeps what it is given and answers when the test says so.
class RecordingGateway final : public Gateway
{
public:
    QString provider() const override { return u"http"_s; }
    bool mayRepeat(const Message &) const override { return false; }
    void send(const Message &message, std::function<void(DeliveryOutcome)> done) override
    {
        taken.append(message);
        answers.push_back(std::move(done));
    }

    QVector<Message> taken;
    std::vector<std::function<void(DeliveryOutcome)>> answers;
};

NewMessage text(const QString &body)
{
    return {.channel = Channel::Sms, .to = u"+447777123456"_s, .body = body, .reference = "reference"_ba};
}

} // namespace

class TestDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto store = Store::open(m_dir->filePath(u"anteroom.db"_s), m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
    }

    void cleanup() { m_store.reset(); }

    void theSandboxRecordsAsSentAtOnce()
    {
        useProvider(u"sandbox"_s);
        const MessageId id = enqueue(text(u"Hello"_s));
        const Message message = only();
        QCOMPARE(message.id, id);
        QCOMPARE(message.status, MessageStatus::Sent);
        QCOMPARE(message.provider, u"sandbox"_s);
        QCOMPARE(message.body, u"Hello"_s);
        QVERIFY(message.sentAt.has_value());
    }

    void aHeldMessageCanBeTakenBackAndThenNeverLeaves()
    {
        useProvider(u"sandbox"_s);
        NewMessage message = text(u"Hello"_s);
        message.holdFor = 10s;
        enqueue(message);
        QCOMPARE(only().status, MessageStatus::Queued);
        QCOMPARE(m_store
                     ->writeNow([this](WriteTransaction &tx) -> Result<int> {
                         return m_outbox->cancel(tx, "reference");
                     })
                     .value(),
                 1);
        m_clock.advance(11s);
        DeliveryWorker worker(*m_store, *m_outbox, sandboxOnly());
        QSignalSpy changed(&m_store->changes(), &ChangeFeed::changed);
        worker.start();
        QVERIFY(!changed.wait(200));
        QCOMPARE(only().status, MessageStatus::Cancelled);
    }

    void aHeldMessageLeavesWhenItsTimeHasCome()
    {
        useProvider(u"sandbox"_s);
        NewMessage message = text(u"Hello"_s);
        message.holdFor = 10s;
        enqueue(message);
        DeliveryWorker worker(*m_store, *m_outbox, sandboxOnly());
        worker.start();
        QCOMPARE(only().status, MessageStatus::Queued);
        m_clock.advance(10s);
        worker.wake();
        QTRY_COMPARE(only().status, MessageStatus::Sent);
    }

    void aMessageIsClaimedBeforeItIsHandedOverAndRecordedAfter()
    {
        useProvider(u"http"_s);
        enqueue(text(u"Hello"_s));
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        worker.start();
        QTRY_COMPARE(gateway->taken.size(), 1);
        QCOMPARE(only().status, MessageStatus::Sending);
        QCOMPARE(only().attempts, 1);
        gateway->answers[0]({.id = gateway->taken[0].id});
        QTRY_COMPARE(only().status, MessageStatus::Sent);
        QCOMPARE(gateway->taken.size(), 1);
    }

    void aRefusalForNowIsTriedAgainLater()
    {
        useProvider(u"http"_s);
        enqueue(text(u"Hello"_s));
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        worker.start();
        QTRY_COMPARE(gateway->taken.size(), 1);
        gateway->answers[0]({gateway->taken[0].id, DeliveryOutcome::Kind::TryAgain, "gateway.busy", 30s});
        QTRY_COMPARE(only().status, MessageStatus::Queued);
        QCOMPARE(only().lastError, "gateway.busy"_ba);
        m_clock.advance(30s);
        worker.wake();
        QTRY_COMPARE(gateway->taken.size(), 2);
    }

    void aRefusalForGoodIsParkedTold()
    {
        useProvider(u"http"_s);
        enqueue(text(u"Hello"_s));
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        QSignalSpy troubled(&worker, &DeliveryWorker::troubled);
        worker.start();
        QTRY_COMPARE(gateway->taken.size(), 1);
        gateway->answers[0]({gateway->taken[0].id, DeliveryOutcome::Kind::GivenUp, "gateway.unknown_number"});
        QTRY_COMPARE(troubled.size(), 1);
        QCOMPARE(only().status, MessageStatus::Failed);
    }

    void aProviderThatIsNotThereIsToldAndNothingIsLost()
    {
        useProvider(u"http"_s);
        enqueue(text(u"Hello"_s));
        DeliveryWorker worker(*m_store, *m_outbox, sandboxOnly());
        worker.start();
        QTRY_COMPARE(only().status, MessageStatus::Failed);
        QCOMPARE(only().lastError, "delivery.no_such_provider"_ba);
        QVERIFY(m_store->writeNow([this](WriteTransaction &tx) -> Result<void> {
            return m_outbox->retry(tx, Actor::system("test"), only().id);
        }));
    }

    void whatWasClaimedBeforeACrashIsInDoubtAndNotSentAgain()
    {
        useProvider(u"http"_s);
        enqueue(text(u"Hello"_s));
        claimAll(); // and the program stops here
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        QSignalSpy troubled(&worker, &DeliveryWorker::troubled);
        worker.start();
        QTRY_COMPARE(troubled.size(), 1);
        QCOMPARE(only().status, MessageStatus::InDoubt);
        QVERIFY(gateway->taken.isEmpty());

        // A person says that it did arrive; it cannot be retried then.
        const MessageId id = only().id;
        QVERIFY(m_store->writeNow([&](WriteTransaction &tx) -> Result<void> {
            return m_outbox->settle(tx, Actor::system("test"), id);
        }));
        QCOMPARE(only().status, MessageStatus::Delivered);
        const auto retried = m_store->writeNow([&](WriteTransaction &tx) -> Result<void> {
            return m_outbox->retry(tx, Actor::system("test"), id);
        });
        QVERIFY(retried.error().is("message.not_retryable"));
    }

    void aSandboxMessageClaimedBeforeACrashIsSimplySent()
    {
        useProvider(u"sandbox"_s);
        NewMessage message = text(u"Hello"_s);
        message.holdFor = 1s;
        enqueue(message);
        m_clock.advance(1s);
        claimAll();
        DeliveryWorker worker(*m_store, *m_outbox, sandboxOnly());
        worker.start();
        QTRY_COMPARE(only().status, MessageStatus::Sent);
    }

    void aSealedBodyIsNotInTheTableNorInTheList()
    {
        useProvider(u"sandbox"_s);
        NewMessage message = text(u"Your code is 4711"_s);
        message.sealed = true;
        enqueue(message);
        const auto raw = m_store->readNow([](Transaction &tx) -> Result<QByteArray> {
            Cursor row = tx.query("SELECT body FROM outbox");
            return row.next() ? row.bytes(0) : QByteArray();
        });
        QVERIFY(!raw->contains("4711"));
        const auto listed = m_store->readNow(
            [](Transaction &tx) -> Result<Page<Message>> { return Outbox::list(tx, {}, {}); });
        QVERIFY(listed->items.first().body.isNull());
        QCOMPARE(only().body, u"Your code is 4711"_s);
    }

    void aCalendarIsSealedAndOpenedForTheGatewayOnly()
    {
        const QByteArray calendar =
            "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nURL:https://example.org/room/secret\r\n"
            "END:VCALENDAR\r\n";
        useProvider(u"http"_s);
        NewMessage message = text(u"Until then"_s);
        message.calendar = calendar;
        enqueue(message);
        const auto raw = m_store->readNow([](Transaction &tx) -> Result<QByteArray> {
            Cursor row = tx.query("SELECT calendar FROM outbox");
            return row.next() ? row.bytes(0) : QByteArray();
        });
        QVERIFY(raw->size() > calendar.size());
        QVERIFY(!raw->contains("secret"));
        QVERIFY(only().calendar.isEmpty());
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        worker.start();
        QTRY_COMPARE(gateway->taken.size(), 1);
        QCOMPARE(gateway->taken[0].calendar, calendar);
        QCOMPARE(gateway->taken[0].body, u"Until then"_s);
    }

    void aMessageWhoseCalendarWasErasedIsNotSentByHalf()
    {
        useProvider(u"http"_s);
        NewMessage message = text(u"Until then"_s);
        message.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
        message.user = UserId::generate(m_clock.now());
        enqueue(message);
        QVERIFY(m_store->writeNow([&](WriteTransaction &tx) -> Result<void> {
            Vault::erase(tx, message.user.text());
            return {};
        }));
        RecordingGateway *gateway = nullptr;
        DeliveryWorker worker(*m_store, *m_outbox, recording(gateway));
        worker.start();
        QTRY_COMPARE(gateway->taken.size(), 1);
        QVERIFY(gateway->taken[0].body.isNull()); // which no gateway sends
        QVERIFY(gateway->taken[0].calendar.isEmpty());
    }

    void pagesFollowEachOtherWithoutGapOrDouble()
    {
        useProvider(u"sandbox"_s);
        for (int i = 0; i < 25; ++i) {
            enqueue(text(QString::number(i)));
            if (i % 3 == 0)
                m_clock.advance(1s); // some share their time
        }
        for (const bool newestFirst : {true, false}) {
            QSet<QByteArray> seen;
            QByteArray cursor;
            int pages = 0;
            do {
                const auto page = m_store->readNow([&](Transaction &tx) -> Result<Page<Message>> {
                    return newestFirst ? Outbox::list(tx, {}, {10, cursor})
                                       : m_outbox->listOldestFirst(tx, {10, cursor});
                });
                for (const Message &message : page->items)
                    seen.insert(message.id.text());
                cursor = page->nextCursor;
                ++pages;
            } while (!cursor.isEmpty());
            QCOMPARE(pages, 3);
            QCOMPARE(seen.size(), 25);
        }
    }

private:
    void useProvider(const QString &name)
    {
        m_settings = std::make_unique<Settings>(QHash<QByteArray, QString>{{"ANTEROOM_SMS_PROVIDER", name}});
        m_vault = std::make_unique<Vault>(SecretKey::random());
        m_outbox = std::make_unique<Outbox>(*m_settings, *m_vault);
    }

    MessageId enqueue(const NewMessage &message)
    {
        const auto id = m_store->writeNow(
            [&](WriteTransaction &tx) -> Result<MessageId> { return m_outbox->enqueue(tx, message); });
        return id.value_or(MessageId());
    }

    void claimAll()
    {
        const auto claimed = m_store->writeNow([this](WriteTransaction &tx) -> Result<int> {
            QVector<MessageId> ids;
            for (const ReadyMessage &ready : Outbox::ready(tx, [](const QString &) { return LaneRoom{10}; }))
                ids.append(ready.id);
            return int(m_outbox->claim(tx, ids).messages.size());
        });
        QCOMPARE(*claimed, 1);
    }

    Message only()
    {
        const auto page = m_store->readNow(
            [this](Transaction &tx) -> Result<Page<Message>> { return m_outbox->listOldestFirst(tx, {}); });
        return page && page->items.size() == 1 ? page->items.first() : Message();
    }

    static std::vector<std::unique_ptr<Gateway>> sandboxOnly()
    {
        std::vector<std::unique_ptr<Gateway>> all;
        all.push_back(std::make_unique<SandboxGateway>());
        return all;
    }

    static std::vector<std::unique_ptr<Gateway>> recording(RecordingGateway *&gateway)
    {
        auto owned = std::make_unique<RecordingGateway>();
        gateway = owned.get();
        std::vector<std::unique_ptr<Gateway>> all;
        all.push_back(std::move(owned));
        return all;
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Outbox> m_outbox;
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
