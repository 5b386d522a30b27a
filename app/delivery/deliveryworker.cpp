// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryworker.h"

#include "app/base/whendone.h"

#include <QLoggingCategory>

#include <algorithm>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logDelivery, "anteroom.delivery")

constexpr int rowsPerClaim = 50;
// A clock that jumps must not keep a row waiting for hours.
constexpr auto longestSleep = std::chrono::seconds(60);

} // namespace

DeliveryWorker::DeliveryWorker(Store &store, const Outbox &outbox,
                               std::vector<std::unique_ptr<Gateway>> gateways)
    : m_store(store)
    , m_outbox(outbox)
    , m_timer(this)
{
    for (auto &gateway : gateways) {
        const QString provider = gateway->provider();
        m_gateways.emplace(provider, std::move(gateway));
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeliveryWorker::wake);
}

DeliveryWorker::~DeliveryWorker() = default;

Gateway *DeliveryWorker::gatewayFor(const QString &provider) const
{
    const auto it = m_gateways.find(provider);
    return it == m_gateways.end() ? nullptr : it->second.get();
}

void DeliveryWorker::start()
{
    connect(&m_store.changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        const auto isOutbox = [](const Change &change) { return change.topic == Topic::Outbox; };
        if (std::any_of(changes.begin(), changes.end(), isOutbox) && !m_recording)
            wake();
    });
    recover();
}

void DeliveryWorker::stop()
{
    m_timer.stop();
    m_store.changes().disconnect(this);
}

void DeliveryWorker::recover()
{
    std::map<QString, bool> repeatable;
    for (const auto &[provider, gateway] : m_gateways)
        repeatable.emplace(provider, gateway->mayRepeat());
    whenDone(m_store.write([this, repeatable](WriteTransaction &tx) -> Result<int> {
        return m_outbox.recover(tx, [&](const QString &provider) {
            const auto it = repeatable.find(provider);
            return it != repeatable.end() && it->second;
        });
    }),
             this, [this](const Result<int> &inDoubt) {
                 if (inDoubt && *inDoubt > 0) {
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
    if (m_claiming) {
        m_wakeAgain = true;
        return;
    }
    m_claiming = true;
    // Looking costs the writer nothing: only where something is due is it asked to claim.
    whenDone(
        m_store.read([](Transaction &tx) -> Result<std::optional<UtcTime>> { return Outbox::nextDue(tx); }),
        this, [this](const Result<std::optional<UtcTime>> &next) {
            if (!next || !*next || **next > m_store.clock().now()) {
                m_claiming = false;
                if (std::exchange(m_wakeAgain, false))
                    wake();
                else
                    scheduleNext();
                return;
            }
            whenDone(m_store.write([this](WriteTransaction &tx) -> Result<QVector<Message>> {
                return m_outbox.claimDue(tx, rowsPerClaim);
            }),
                     this, [this](const Result<QVector<Message>> &claimed) {
                         m_claiming = false;
                         if (!claimed)
                             scheduleNext();
                         else
                             handOver(*claimed);
                     });
        });
}

void DeliveryWorker::handOver(const QVector<Message> &messages)
{
    for (const Message &message : messages) {
        Gateway *gateway = gatewayFor(message.provider);
        if (!gateway) {
            m_outcomes.append({message.id, DeliveryOutcome::Kind::GivenUp, "delivery.no_such_provider"});
            continue;
        }
        gateway->send(message, [this, self = QPointer<DeliveryWorker>(this)](DeliveryOutcome outcome) {
            if (!self)
                return;
            m_outcomes.append(std::move(outcome));
            QMetaObject::invokeMethod(this, &DeliveryWorker::recordOutcomes, Qt::QueuedConnection);
        });
    }
    recordOutcomes();
    m_wakeAgain = false;
    if (messages.size() == rowsPerClaim)
        wake();
    else
        scheduleNext();
}

void DeliveryWorker::recordOutcomes()
{
    if (m_outcomes.isEmpty() || m_recording)
        return;
    m_recording = true;
    const auto outcomes = std::exchange(m_outcomes, {});
    whenDone(m_store.write([this, outcomes](WriteTransaction &tx) -> Result<bool> {
        for (const DeliveryOutcome &outcome : outcomes)
            m_outbox.record(tx, outcome);
        return std::any_of(outcomes.begin(), outcomes.end(), [](const DeliveryOutcome &outcome) {
            return outcome.kind == DeliveryOutcome::Kind::GivenUp;
        });
    }),
             this, [this, outcomes](const Result<bool> &givenUp) {
                 m_recording = false;
                 if (!givenUp) { // the store will take it later; the rows stay claimed until then
                     m_outcomes = outcomes + m_outcomes;
                     QTimer::singleShot(longestSleep, this, &DeliveryWorker::recordOutcomes);
                     return;
                 }
                 if (*givenUp)
                     Q_EMIT troubled();
                 recordOutcomes();
                 wake();
             });
}

void DeliveryWorker::scheduleNext()
{
    whenDone(
        m_store.read([](Transaction &tx) -> Result<std::optional<UtcTime>> { return Outbox::nextDue(tx); }),
        this, [this](const Result<std::optional<UtcTime>> &next) {
            if (!next || !*next)
                return;
            const auto wait = std::chrono::ceil<std::chrono::milliseconds>(**next - m_store.clock().now());
            m_timer.start(
                std::clamp<std::chrono::milliseconds>(wait, std::chrono::milliseconds(1), longestSleep));
        });
}

} // namespace anteroom
