// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox as the delivery worker uses it: what may leave, and what became of it.
#include "app/base/random.h"
#include "app/delivery/outbox.h"
#include "app/delivery/outboxrepository.h"
#include "app/delivery/quiethours.h"
#include "app/delivery/retrypolicy.h"
#include "app/settings/settings.h"

#include <algorithm>

namespace anteroom {

namespace {

const QLatin1String sandbox("sandbox");

// From 0 up to 1.
double chance()
{
    const QByteArray bytes = randomBytes(2);
    return (quint8(bytes[0]) * 256 + quint8(bytes[1])) / 65536.0;
}

// Nothing: it has been tried for long enough.
std::optional<UtcTime> nextTry(const Message &message, const DeliveryOutcome &outcome, UtcTime now)
{
    const RetryPolicy policy = retryPolicy(message.channel, message.isUrgent());
    const UtcTime end = message.tryingSince.value_or(now) + policy.giveUpAfter;
    if (now >= end)
        return std::nullopt;
    const UtcTime next = std::min<UtcTime>(now + retryDelay(policy, message.tries, chance()), end);
    return outcome.retryAfter
               ? std::max<UtcTime>(next, now + std::min(*outcome.retryAfter, longestRetryAfter))
               : next;
}

} // namespace

QVector<ReadyMessage> Outbox::ready(Transaction &tx, const std::function<LaneRoom(const QString &)> &room)
{
    // More than there is room for: some may have to wait for each other.
    constexpr int rowsMore = 50;
    QVector<ReadyMessage> all;
    for (const QString &lane : OutboxRepository::queuedLanes(tx)) {
        const LaneRoom space = room(lane);
        if (space.rows <= 0)
            continue;
        QVector<ReadyMessage> ofLane;
        const int limit = space.rows + rowsMore;
        for (const int priority : OutboxRepository::queuedPriorities(tx, lane)) {
            if (ofLane.size() >= limit || (space.onlyUrgent && priority <= 0))
                break;
            ofLane += OutboxRepository::ready(tx, lane, priority, tx.now(), limit - int(ofLane.size()));
        }
        QSet<QByteArray> lines;
        int taken = 0;
        for (const ReadyMessage &message : ofLane) {
            if (taken == space.rows)
                break;
            if (lines.contains(message.line))
                continue;
            lines.insert(message.line);
            all.append(message);
            ++taken;
        }
    }
    std::sort(all.begin(), all.end(), [](const ReadyMessage &a, const ReadyMessage &b) {
        return std::tuple(-a.priority, a.notBefore, a.id.text()) <
               std::tuple(-b.priority, b.notBefore, b.id.text());
    });
    return all;
}

std::optional<UtcTime> Outbox::nextDue(Transaction &tx)
{
    return OutboxRepository::nextDue(tx, tx.now());
}

std::optional<UtcTime> Outbox::quietUntil(const Message &message, UtcTime now) const
{
    const bool rings = message.channel == Channel::Sms || message.channel == Channel::Push;
    if (!rings || message.isUrgent() || message.provider == sandbox)
        return std::nullopt;
    const auto hours = QuietHours::parse(m_settings.text("ANTEROOM_QUIET_HOURS"));
    const QTimeZone zone(m_settings.text("ANTEROOM_TIME_ZONE").toUtf8());
    return hours ? hours->endAt(now, zone.isValid() ? zone : QTimeZone::utc()) : std::nullopt;
}

// What waits goes through the provider that is set now. Not with video: what is to be undone there lies where
// it was made.
bool Outbox::reroute(WriteTransaction &tx, const Message &message) const
{
    const QString provider =
        message.channel == Channel::Video ? message.provider : providerOf(message.channel, message.accountId);
    const QString lane = laneOf(message.channel, provider, message.to, message.accountId);
    if (provider == message.provider && lane == message.lane)
        return false;
    OutboxRepository::setProvider(tx, message.id, provider, lane);
    tx.changed(Topic::Outbox, message.id.text());
    return true;
}

ClaimedMessages Outbox::claim(WriteTransaction &tx, const QVector<MessageId> &ids) const
{
    ClaimedMessages claimed;
    DeliveryLimits limits(tx, m_settings);
    for (const MessageId &id : ids) {
        auto row = OutboxRepository::find(tx, id);
        if (!row || row->message.status != MessageStatus::Queued || row->message.notBefore > tx.now())
            continue;
        Message &message = row->message;
        if (reroute(tx, message)) {
            ++claimed.changed;
            continue;
        }
        if (const auto until = quietUntil(message, tx.now())) {
            OutboxRepository::requeue(tx, id, *until, "delivery.quiet_hours");
            tx.changed(Topic::Outbox, id.text());
            ++claimed.changed;
            continue;
        }
        if (message.tries == 0) {
            if (const auto pause = limits.reached(message)) {
                const auto patience = retryPolicy(message.channel, message.isUrgent()).giveUpAfter;
                if (message.isUrgent() && pause->until > tx.now() + patience) {
                    OutboxRepository::setStatus(tx, id, MessageStatus::Failed, pause->reason);
                    tx.changed(Topic::Outbox, id.text());
                    ++claimed.parked;
                }
                claimed.pauses.append(*pause);
                continue;
            }
            limits.count(message);
        }
        OutboxRepository::claim(tx, id);
        openContent(tx, message, row->body, row->calendar);
        message.status = MessageStatus::Sending;
        ++message.attempts;
        ++message.tries;
        tx.changed(Topic::Outbox, id.text());
        claimed.messages.append(std::move(message));
    }
    limits.write();
    return claimed;
}

void Outbox::release(WriteTransaction &tx, const MessageId &id) const
{
    OutboxRepository::release(tx, id);
    tx.changed(Topic::Outbox, id.text());
}

std::optional<MessageStatus> Outbox::record(WriteTransaction &tx, const DeliveryOutcome &outcome) const
{
    if (outcome.kind == DeliveryOutcome::Kind::Sent) { // nearly all: without reading the row
        if (!OutboxRepository::setSent(tx, outcome.id))
            return std::nullopt;
        tx.changed(Topic::Outbox, outcome.id.text());
        return MessageStatus::Sent;
    }
    const auto row = OutboxRepository::find(tx, outcome.id);
    if (!row || row->message.status != MessageStatus::Sending)
        return std::nullopt;
    MessageStatus now = MessageStatus::Failed;
    switch (outcome.kind) {
    case DeliveryOutcome::Kind::Sent:
    case DeliveryOutcome::Kind::GivenUp:
        break;
    case DeliveryOutcome::Kind::TryAgain:
        if (const auto next = nextTry(row->message, outcome, tx.now())) {
            OutboxRepository::requeue(tx, outcome.id, *next, outcome.reason);
            tx.changed(Topic::Outbox, outcome.id.text());
            return MessageStatus::Queued;
        }
        break;
    case DeliveryOutcome::Kind::Rejected:
        now = MessageStatus::Rejected;
        break;
    case DeliveryOutcome::Kind::InDoubt:
        now = MessageStatus::InDoubt;
        break;
    }
    OutboxRepository::setStatus(tx, outcome.id, now, outcome.reason);
    tx.changed(Topic::Outbox, outcome.id.text());
    return now;
}

int Outbox::recover(WriteTransaction &tx, const std::function<bool(const Message &)> &mayRepeat) const
{
    int inDoubt = 0;
    for (const OutboxRepository::Row &row : OutboxRepository::claimed(tx)) {
        if (row.message.isCall()) { // who called has had no answer, and knows
            OutboxRepository::setStatus(tx, row.message.id, MessageStatus::Failed, "call.interrupted");
        } else if (mayRepeat(row.message)) {
            OutboxRepository::requeue(tx, row.message.id, tx.now(), row.message.lastError);
        } else {
            OutboxRepository::setStatus(tx, row.message.id, MessageStatus::InDoubt, "delivery.interrupted");
            ++inDoubt;
        }
        tx.changed(Topic::Outbox, row.message.id.text());
    }
    return inDoubt;
}

} // namespace anteroom
