// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callrepository.h"

#include "app/storage/keyset.h"

#include <limits>

namespace anteroom {

namespace {

#define ATTEMPT                                                                                              \
    "SELECT id, call_key, device_id, user_id, call_id, state, reason, sip_status, dispatched_at, "           \
    "accepted_at, registered_at, ringing_at, answered_at, ended_at, cancelled_at, due_at "                   \
    "FROM call_attempts "
#define BEFORE "(dispatched_at, id) < (?, ?) ORDER BY dispatched_at DESC, id DESC LIMIT ?"
// Word for word the condition of the index call_attempts_trouble: nobody answered, and it was not the
// caller's will.
#define TROUBLED                                                                                             \
    "(state = 'timed_out' OR state = 'unreachable' OR state = 'failed' OR state = 'refused' "                \
    "OR (state = 'ended' AND answered_at IS NULL "                                                           \
    "AND (cancelled_at IS NULL OR reason = 'call.not_answered')))"

CallAttempt attemptIn(const Cursor &row)
{
    CallAttempt attempt;
    attempt.id = row.id<CallAttemptId>(0);
    attempt.call = row.id<CallKey>(1);
    attempt.device = row.id<DeviceId>(2);
    attempt.user = row.id<UserId>(3);
    attempt.callId = row.text(4);
    CallProgress &progress = attempt.progress;
    progress.state = callStateByName(row.view(5)).value_or(CallState::Failed);
    progress.reason = row.bytes(6);
    if (!row.isNull(7))
        attempt.sipStatus = int(row.integer(7));
    progress.dispatchedAt = row.time(8);
    progress.acceptedAt = row.optionalTime(9);
    progress.registeredAt = row.optionalTime(10);
    progress.ringingAt = row.optionalTime(11);
    progress.answeredAt = row.optionalTime(12);
    progress.endedAt = row.optionalTime(13);
    progress.cancelledAt = row.optionalTime(14);
    progress.dueAt = row.optionalTime(15);
    return attempt;
}

QVector<CallAttempt> attempts(Cursor rows)
{
    QVector<CallAttempt> all;
    while (rows.next())
        all.append(attemptIn(rows));
    return all;
}

struct Before
{
    qint64 time = std::numeric_limits<qint64>::max();
    QByteArray id{""};
};

Result<Before> startOf(const PageRequest &page)
{
    if (page.cursor.isEmpty())
        return Before{};
    const auto parts = unpackCursor(page.cursor, 2);
    if (!parts)
        return fail(parts.error());
    bool isNumber = false;
    const qint64 time = parts->at(0).toLongLong(&isNumber);
    if (!isNumber || !CallAttemptId::parse(parts->at(1)))
        return fail(ErrorCode::Invalid, "page.cursor", "cursor");
    return Before{time, parts->at(1)};
}

// Whichever names the fewest leads; the rest is looked at row by row.
QVector<CallAttempt> filtered(Transaction &tx, const CallFilter &filter, const Before &before, int limit)
{
    const QByteArray device = filter.device.isNull() ? QByteArray() : filter.device.text();
    const QByteArray user = filter.user.isNull() ? QByteArray() : filter.user.text();
    if (filter.onlyTrouble)
        return attempts(tx.query(ATTEMPT
                                 "WHERE " TROUBLED " AND (? IS NULL OR user_id = ?) AND NOT EXISTS (SELECT 1 "
                                 "FROM call_attempts o WHERE o.call_key = call_attempts.call_key "
                                 "AND (o.answered_at IS NOT NULL OR o.due_at IS NOT NULL)) AND " BEFORE,
                                 user, user, before.time, before.id, limit));
    if (!filter.callId.isNull())
        return attempts(tx.query(ATTEMPT "WHERE call_id IS NOT NULL AND call_id = ? "
                                         "AND (? IS NULL OR device_id = ?) AND (? IS NULL OR user_id = ?) "
                                         "AND " BEFORE,
                                 filter.callId, device, device, user, user, before.time, before.id, limit));
    if (!device.isNull())
        return attempts(tx.query(ATTEMPT "WHERE device_id = ? AND (? IS NULL OR user_id = ?) AND " BEFORE,
                                 device, user, user, before.time, before.id, limit));
    if (!user.isNull())
        return attempts(
            tx.query(ATTEMPT "WHERE user_id = ? AND " BEFORE, user, before.time, before.id, limit));
    return attempts(tx.query(ATTEMPT "WHERE " BEFORE, before.time, before.id, limit));
}

} // namespace

void CallRepository::insert(WriteTransaction &tx, const CallAttempt &attempt)
{
    const CallProgress &p = attempt.progress;
    tx.execute("INSERT INTO call_attempts (id, call_key, device_id, user_id, call_id, state, reason, "
               "dispatched_at, ended_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               attempt.id, attempt.call, attempt.device, attempt.user, attempt.callId, callStateName(p.state),
               p.reason, p.dispatchedAt, p.endedAt, p.dueAt);
}

void CallRepository::update(WriteTransaction &tx, const CallAttempt &attempt)
{
    const CallProgress &p = attempt.progress;
    tx.execute("UPDATE call_attempts SET state = ?, reason = ?, sip_status = ?, accepted_at = ?, "
               "registered_at = ?, ringing_at = ?, answered_at = ?, ended_at = ?, cancelled_at = ?, "
               "due_at = ? WHERE id = ?",
               callStateName(p.state), p.reason, attempt.sipStatus, p.acceptedAt, p.registeredAt, p.ringingAt,
               p.answeredAt, p.endedAt, p.cancelledAt, p.dueAt, attempt.id);
}

std::optional<CallAttempt> CallRepository::byId(Transaction &tx, const CallAttemptId &id)
{
    Cursor row = tx.query(ATTEMPT "WHERE id = ?", id);
    return row.next() ? std::optional(attemptIn(row)) : std::nullopt;
}

QVector<CallAttempt> CallRepository::ofCall(Transaction &tx, const CallKey &call)
{
    return attempts(tx.query(ATTEMPT "WHERE call_key = ? ORDER BY dispatched_at, id", call));
}

QVector<CallAttempt> CallRepository::lastOfDevice(Transaction &tx, const DeviceId &device, int limit)
{
    return attempts(
        tx.query(ATTEMPT "WHERE device_id = ? ORDER BY dispatched_at DESC, id DESC LIMIT ?", device, limit));
}

QVector<CallAttempt> CallRepository::lastOfUser(Transaction &tx, const UserId &user, int limit)
{
    return attempts(
        tx.query(ATTEMPT "WHERE user_id = ? ORDER BY dispatched_at DESC, id DESC LIMIT ?", user, limit));
}

QVector<CallAttempt> CallRepository::liveOfDevice(Transaction &tx, const DeviceId &device)
{
    return attempts(tx.query(ATTEMPT "WHERE device_id = ? AND due_at IS NOT NULL "
                                     "ORDER BY dispatched_at DESC, id DESC",
                             device));
}

QVector<CallAttempt> CallRepository::namedOfDevice(Transaction &tx, const QString &callId,
                                                   const DeviceId &device, int limit)
{
    return attempts(tx.query(ATTEMPT "WHERE call_id IS NOT NULL AND call_id = ? AND device_id = ? "
                                     "ORDER BY dispatched_at DESC, id DESC LIMIT ?",
                             callId, device, limit));
}

std::optional<CallAttempt> CallRepository::namedOfUser(Transaction &tx, const QString &callId,
                                                       const UserId &user)
{
    Cursor row = tx.query(ATTEMPT "WHERE call_id IS NOT NULL AND call_id = ? AND user_id = ? "
                                  "ORDER BY dispatched_at DESC, id DESC LIMIT 1",
                          callId, user);
    return row.next() ? std::optional(attemptIn(row)) : std::nullopt;
}

QVector<CallAttempt> CallRepository::due(Transaction &tx, UtcTime now, int limit)
{
    return attempts(
        tx.query(ATTEMPT "WHERE due_at IS NOT NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?", now, limit));
}

std::optional<UtcTime> CallRepository::nextDue(Transaction &tx)
{
    Cursor row = tx.query("SELECT min(due_at) FROM call_attempts WHERE due_at IS NOT NULL");
    return row.next() ? row.optionalTime(0) : std::nullopt;
}

QVector<CallAttempt> CallRepository::live(Transaction &tx, int limit)
{
    return attempts(
        tx.query(ATTEMPT "WHERE due_at IS NOT NULL ORDER BY dispatched_at DESC, id DESC LIMIT ?", limit));
}

int CallRepository::countLive(Transaction &tx)
{
    Cursor row = tx.query("SELECT count(*) FROM call_attempts WHERE due_at IS NOT NULL");
    return row.next() ? int(row.integer(0)) : 0;
}

Result<Page<CallAttempt>> CallRepository::list(Transaction &tx, const CallFilter &filter,
                                               const PageRequest &page)
{
    const auto before = startOf(page);
    if (!before)
        return fail(before.error());
    const int limit = clampedLimit(page);
    Page<CallAttempt> found;
    found.items = filtered(tx, filter, *before, limit + 1);
    if (found.items.size() > limit) {
        found.items.removeLast();
        const CallAttempt &last = found.items.last();
        found.nextCursor = packCursor({QByteArray::number(toUs(last.progress.dispatchedAt)), last.id.text()});
    }
    return found;
}

} // namespace anteroom
