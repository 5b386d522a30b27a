// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryworker.h"

#include "app/base/whendone.h"

#include <QLoggingCategory>

#include <algorithm>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logDelivery, "anteroom.delivery")

// A clock that jumps must not keep a row waiting for hours.
constexpr std::chrono::milliseconds longestSleep = std::chrono::seconds(60);
// How long to leave a store alone that cannot write.
constexpr std::chrono::milliseconds storePause = std::chrono::seconds(5);

} // namespace

/// Outlives the worker for as long as a gateway may still answer.
struct DeliveryWorker::Inbox
{
    std::mutex mutex;
    QVector<DeliveryOutcome> outcomes;
    DeliveryWorker *worker = nullptr;

    void put(DeliveryOutcome outcome)
    {
        const std::lock_guard lock(mutex);
        if (!worker)
            return;
        outcomes.append(std::move(outcome));
        if (outcomes.size() == 1)
            QMetaObject::invokeMethod(worker, &DeliveryWorker::takeAnswers, Qt::QueuedConnection);
    }
};

/// What one look at the outbox found.
struct DeliveryWorker::Look
{
    QVector<ReadyMessage> ready;
    std::optional<UtcTime> nextDue;
};

DeliveryWorker::DeliveryWorker(Store &store, const Outbox &outbox,
                               std::vector<std::unique_ptr<Gateway>> gateways)
    : m_store(store)
    , m_outbox(outbox)
    , m_inbox(std::make_shared<Inbox>())
    , m_timer(this)
{
    m_inbox->worker = this;
    for (auto &gateway : gateways) {
        m_lanes.addProvider(*gateway);
        const QString provider = gateway->provider();
        m_gateways.emplace(provider, std::move(gateway));
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryWorker::wake);
}

DeliveryWorker::~DeliveryWorker()
{
    const std::lock_guard lock(m_inbox->mutex);
    m_inbox->worker = nullptr;
}

void DeliveryWorker::start()
{
    connect(&m_store.changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        const auto tell = [&](Topic topic) {
            return std::any_of(changes.begin(), changes.end(),
                               [topic](const Change &change) { return change.topic == topic; });
        };
        const bool settings = tell(Topic::Settings);
        if (settings) { // who has just mended a password need not wait for the end of a pause
            for (const auto &[provider, gateway] : m_gateways)
                gateway->settingsChanged();
            m_lanes.resume();
        }
        if (settings || tell(Topic::Outbox))
            wake();
    });
    recover();
}

void DeliveryWorker::finish()
{
    m_finishing = true;
    m_timer.stop();
    checkIdle();
}

void DeliveryWorker::cutShort()
{
    for (const auto &[provider, gateway] : m_gateways)
        gateway->cancel();
}

void DeliveryWorker::checkIdle()
{
    if (m_finishing && !m_looking && m_recording == 0 && m_outcomes.isEmpty() && m_lanes.isIdle())
        m_idle.release();
}

bool DeliveryWorker::waitUntilIdle(std::chrono::milliseconds atMost)
{
    const bool idle = m_idle.tryAcquire(1, int(std::max<qint64>(0, atMost.count())));
    if (idle)
        m_idle.release(); // for whoever asks again
    return idle;
}

void DeliveryWorker::stop()
{
    m_timer.stop();
    m_store.changes().disconnect(this);
}

void DeliveryWorker::recover()
{
    m_looking = true;
    whenDone(m_store.write([this](WriteTransaction &tx) -> Result<int> {
        return m_outbox.recover(tx, [this](const Message &message) {
            const auto it = m_gateways.find(message.provider);
            return it != m_gateways.end() && it->second->mayRepeat(message);
        });
    }),
             this, [this](const Result<int> &inDoubt) {
                 m_looking = false;
                 if (!inDoubt) { // nothing may be claimed before what was claimed is settled
                     QTimer::singleShot(storePause, this, &DeliveryWorker::recover);
                     m_looking = true;
                     return;
                 }
                 if (*inDoubt > 0) {
                     qCWarning(logDelivery,
                               "%d messages were under way when the program stopped and are in doubt",
                               *inDoubt);
                     Q_EMIT troubled();
                 }
                 wake();
             });
}

void DeliveryWorker::wake()
{
    if (m_finishing)
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_lookAgain = false;
    giveUpOverdue();
    // Looking costs the writer nothing: only what can leave is claimed.
    whenDone(m_store.read([rooms = m_lanes.rooms(m_store.clock().now())](Transaction &tx) -> Result<Look> {
        return Look{Outbox::ready(tx, [&](const QString &lane) { return rooms.of(lane); }),
                    Outbox::nextDue(tx)};
    }),
             this, [this](const Result<Look> &look) {
                 if (look && !m_finishing) {
                     take(*look);
                     return;
                 }
                 looked();
                 if (!look)
                     m_timer.start(storePause);
             });
}

void DeliveryWorker::take(const Look &look)
{
    QHash<QString, int> rooms;
    QVector<MessageId> ids;
    for (const ReadyMessage &message : look.ready) {
        const QString provider = providerOfLane(message.lane);
        if (!rooms.contains(provider))
            rooms.insert(provider, m_lanes.roomOfProvider(provider));
        int &room = rooms[provider];
        if (room == 0)
            continue;
        --room;
        ids.append(message.id);
    }
    if (ids.isEmpty()) {
        scheduleNext(look.nextDue);
        looked();
        return;
    }
    whenDone(m_store.write([this, ids](WriteTransaction &tx) -> Result<ClaimedMessages> {
        return m_outbox.claim(tx, ids);
    }),
             this, [this, next = look.nextDue](const Result<ClaimedMessages> &claimed) {
                 scheduleNext(next);
                 if (claimed)
                     handOver(*claimed);
                 else
                     m_timer.start(storePause);
                 looked();
             });
}

// One look is over.
void DeliveryWorker::looked()
{
    m_looking = false;
    if (m_lookAgain)
        wake();
    checkIdle();
}

void DeliveryWorker::handOver(const ClaimedMessages &claimed)
{
    if (m_finishing) {
        QVector<MessageId> released;
        for (const Message &message : claimed.messages)
            released.append(message.id);
        record({}, released);
        return;
    }
    for (const LanePause &pause : claimed.pauses)
        m_lookAgain = m_lanes.pause(pause, m_store.clock().now()) || m_lookAgain;
    for (const Message &message : claimed.messages)
        handOver(message);
    if (!claimed.messages.isEmpty() || claimed.changed > 0)
        m_lookAgain = true;
    if (claimed.parked > 0)
        Q_EMIT troubled();
}

void DeliveryWorker::handOver(const Message &message)
{
    const UtcTime now = m_store.clock().now();
    const auto it = m_gateways.find(message.provider);
    if (it == m_gateways.end()) {
        m_lanes.begin({message.id, message.lane, now, now + longestSleep, true});
        m_inbox->put({message.id, DeliveryOutcome::Kind::GivenUp, "delivery.no_such_provider"});
        return;
    }
    Gateway &gateway = *it->second;
    m_lanes.begin({message.id, message.lane, now, now + gateway.answersWithin(), gateway.mayRepeat(message)});
    gateway.send(message, [inbox = m_inbox](DeliveryOutcome outcome) { inbox->put(std::move(outcome)); });
}

// A gateway that does not answer is no reason to wait for ever.
void DeliveryWorker::giveUpOverdue()
{
    const UtcTime now = m_store.clock().now();
    for (const Lanes::Flight &flight : m_lanes.overdue(now)) {
        m_inbox->put(
            {.id = flight.id,
             .kind = flight.repeatable ? DeliveryOutcome::Kind::TryAgain : DeliveryOutcome::Kind::InDoubt,
             .reason = "delivery.no_answer",
             .providerFailed = true});
    }
}

void DeliveryWorker::takeAnswers()
{
    QVector<DeliveryOutcome> answers;
    {
        const std::lock_guard lock(m_inbox->mutex);
        answers.swap(m_inbox->outcomes);
    }
    bool madeRoom = false;
    for (DeliveryOutcome &outcome : answers) {
        const bool expected = m_lanes.end(outcome, m_store.clock().now()).has_value();
        madeRoom = madeRoom || expected;
        // What comes too late counts only where it settles a doubt.
        if (expected || outcome.kind == DeliveryOutcome::Kind::Sent)
            m_outcomes.append(std::move(outcome));
    }
    if (!m_outcomes.isEmpty() && m_recording == 0)
        record(std::exchange(m_outcomes, {}), {});
    if (madeRoom) // what comes next is looked for while that is written
        wake();
}

void DeliveryWorker::record(const QVector<DeliveryOutcome> &outcomes, const QVector<MessageId> &released)
{
    ++m_recording;
    whenDone(m_store.write([this, outcomes, released](WriteTransaction &tx) -> Result<bool> {
        bool trouble = false;
        for (const DeliveryOutcome &outcome : outcomes) {
            const auto now = m_outbox.record(tx, outcome);
            trouble = trouble || now == MessageStatus::Failed || now == MessageStatus::Rejected ||
                      now == MessageStatus::InDoubt;
        }
        for (const MessageId &id : released)
            m_outbox.release(tx, id);
        return trouble;
    }),
             this, [this, outcomes, released](const Result<bool> &trouble) {
                 --m_recording;
                 if (!trouble) { // the store will take it later; the rows stay claimed until then
                     m_outcomes = outcomes + m_outcomes;
                     QTimer::singleShot(storePause, this, &DeliveryWorker::takeAnswers);
                     return;
                 }
                 if (*trouble)
                     Q_EMIT troubled();
                 if (!m_outcomes.isEmpty())
                     takeAnswers();
                 wake();
                 checkIdle();
             });
}

void DeliveryWorker::scheduleNext(std::optional<UtcTime> next)
{
    const UtcTime now = m_store.clock().now();
    if (const auto event = m_lanes.nextEvent(now))
        next = std::min(next.value_or(*event), *event);
    if (!next || m_finishing)
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now);
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, std::chrono::milliseconds(1), longestSleep));
}

} // namespace anteroom
