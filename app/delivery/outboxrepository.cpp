// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/outboxrepository.h"

#include "app/delivery/outbox.h"

#include <limits>

namespace anteroom::OutboxRepository {

namespace {

#define COLUMNS                                                                                              \
    "SELECT id, channel, recipient, subject, body, body_sealed, status, attempts, created_at, not_before, "  \
    "sent_at, provider, account_id, user_id, reference, last_error, priority, lane, tries, trying_since, "   \
    "calendar "                                                                                              \
    "FROM outbox "

// Word for word the condition of the index outbox_trouble, or SQLite does not use it.
#define TROUBLED "(status = 'failed' OR status = 'in_doubt' OR status = 'rejected')"
// Whoever called was told at once; nothing can be done about it later.
#define NOT_A_CALL " AND lane <> 'call'"

QVector<Row> rows(Cursor cursor)
{
    QVector<Row> all;
    while (cursor.next()) {
        Row row;
        Message &m = row.message;
        m.id = cursor.id<MessageId>(0);
        m.channel = channelByName(cursor.view(1)).value_or(Channel::Sms);
        m.to = cursor.text(2);
        m.subject = cursor.text(3);
        row.body = cursor.bytes(4);
        m.sealed = cursor.boolean(5);
        m.status = statusByName(cursor.view(6)).value_or(MessageStatus::Failed);
        m.attempts = int(cursor.integer(7));
        m.createdAt = cursor.time(8);
        m.notBefore = cursor.time(9);
        m.sentAt = cursor.optionalTime(10);
        m.provider = cursor.text(11);
        m.accountId = cursor.text(12);
        m.user = cursor.id<UserId>(13);
        m.reference = cursor.bytes(14);
        m.lastError = cursor.bytes(15);
        m.priority = int(cursor.integer(16));
        m.lane = cursor.text(17);
        m.tries = int(cursor.integer(18));
        m.tryingSince = cursor.optionalTime(19);
        row.calendar = cursor.bytes(20);
        if (!m.sealed)
            m.body = QString::fromUtf8(row.body);
        all.append(std::move(row));
    }
    return all;
}

} // namespace

void insert(WriteTransaction &tx, const Row &row)
{
    const Message &m = row.message;
    tx.execute(
        "INSERT INTO outbox (id, channel, recipient, subject, body, body_sealed, status, attempts, priority, "
        "created_at, not_before, sent_at, provider, account_id, user_id, reference, lane, calendar) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        m.id, channelName(m.channel), m.to, m.subject, Blob{row.body}, m.sealed, statusName(m.status),
        m.attempts, m.priority, m.createdAt, m.notBefore, m.sentAt, m.provider, m.accountId, m.user,
        m.reference, m.lane, Blob{row.calendar});
}

std::optional<Row> find(Transaction &tx, const MessageId &id)
{
    QVector<Row> found = rows(tx.query(COLUMNS "WHERE id = ?", id));
    return found.isEmpty() ? std::nullopt : std::optional(found.takeFirst());
}

QVector<Row> newest(Transaction &tx, const MessageFilter &filter, int limit,
                    std::optional<UtcTime> beforeTime, const QByteArray &beforeId)
{
    const qint64 time = beforeTime ? toUs(*beforeTime) : std::numeric_limits<qint64>::max();
    if (!filter.reference.isEmpty())
        return rows(tx.query(COLUMNS "WHERE reference = ? AND (created_at, id) < (?, ?) "
                                     "ORDER BY created_at DESC, id DESC LIMIT ?",
                             filter.reference, time, beforeId, limit));
    if (filter.onlyTrouble)
        return rows(tx.query(COLUMNS "WHERE " TROUBLED NOT_A_CALL " AND (created_at, id) < (?, ?) "
                                     "ORDER BY created_at DESC, id DESC LIMIT ?",
                             time, beforeId, limit));
    if (filter.channel == Channel::Sms) // most of what there is
        return rows(tx.query(COLUMNS "WHERE channel = 'sms' AND (created_at, id) < (?, ?) "
                                     "ORDER BY created_at DESC, id DESC LIMIT ?",
                             time, beforeId, limit));
    if (filter.channel) // the condition of the index outbox_channel
        return rows(tx.query(COLUMNS "WHERE channel <> 'sms' AND channel = ? AND (created_at, id) < (?, ?) "
                                     "ORDER BY created_at DESC, id DESC LIMIT ?",
                             channelName(*filter.channel), time, beforeId, limit));
    return rows(tx.query(COLUMNS "WHERE (created_at, id) < (?, ?) ORDER BY created_at DESC, id DESC LIMIT ?",
                         time, beforeId, limit));
}

QVector<Row> ofReferences(Transaction &tx, const QList<QByteArray> &references, int limit)
{
    if (references.isEmpty())
        return {};
    // Ids of ours, whose letters need no escaping in JSON.
    const QByteArray list = "[\"" + references.join("\",\"") + "\"]";
    return rows(tx.query(COLUMNS "WHERE reference IN (SELECT value FROM json_each(?)) "
                                 "ORDER BY created_at DESC, id DESC LIMIT ?",
                         list, limit));
}

QVector<Row> oldest(Transaction &tx, int limit, UtcTime afterTime, const QByteArray &afterId)
{
    return rows(tx.query(COLUMNS "WHERE (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?", afterTime,
                         afterId, limit));
}

QVector<QString> queuedLanes(Transaction &tx)
{
    // From lane to lane in the index, not over their rows.
    QVector<QString> lanes;
    QString last = QStringLiteral("");
    for (;;) {
        Cursor row = tx.query("SELECT lane FROM outbox WHERE status = 'queued' AND lane > ? "
                              "ORDER BY lane LIMIT 1",
                              last);
        if (!row.next())
            return lanes;
        last = row.text(0);
        lanes.append(last);
    }
}

QVector<int> queuedPriorities(Transaction &tx, const QString &lane)
{
    QVector<int> priorities;
    qint64 last = std::numeric_limits<qint32>::max();
    for (;;) {
        Cursor row = tx.query("SELECT priority FROM outbox WHERE status = 'queued' AND lane = ? "
                              "AND priority < ? ORDER BY priority DESC LIMIT 1",
                              lane, last);
        if (!row.next())
            return priorities;
        last = row.integer(0);
        priorities.append(int(last));
    }
}

QVector<ReadyMessage> ready(Transaction &tx, const QString &lane, int priority, UtcTime now, int limit)
{
    // The inner condition's first line is that of the index outbox_under_way.
    Cursor cursor = tx.query(
        "SELECT id, channel, recipient, reference, not_before FROM outbox AS mine "
        "WHERE status = 'queued' AND lane = ? AND priority = ? AND not_before <= ? AND NOT EXISTS ("
        "SELECT 1 FROM outbox AS other WHERE (other.status = 'queued' OR other.status = 'sending') "
        "AND other.recipient = mine.recipient AND other.channel = mine.channel AND other.id <> mine.id "
        "AND other.priority >= mine.priority "
        "AND (other.channel <> 'webhook' OR other.reference = mine.reference) "
        "AND (other.status = 'sending' OR (other.tries > 0 "
        "AND (other.created_at, other.id) < (mine.created_at, mine.id)))) "
        "ORDER BY not_before, id LIMIT ?",
        lane, priority, now, limit);
    QVector<ReadyMessage> found;
    while (cursor.next()) {
        const QByteArray channel = cursor.bytes(1);
        QByteArray line = channel + ' ' + cursor.bytes(2);
        if (channel == channelName(Channel::Webhook))
            line += ' ' + cursor.bytes(3);
        found.append({cursor.id<MessageId>(0), lane, line, priority, cursor.time(4)});
    }
    return found;
}

std::optional<UtcTime> nextDue(Transaction &tx, UtcTime now)
{
    Cursor row =
        tx.query("SELECT min(not_before) FROM outbox WHERE status = 'queued' AND not_before > ?", now);
    return row.next() ? row.optionalTime(0) : std::nullopt;
}

QVector<Row> claimed(Transaction &tx)
{
    return rows(tx.query(COLUMNS "WHERE status = 'sending' ORDER BY id"));
}

int countWaiting(Transaction &tx)
{
    Cursor row = tx.query("SELECT (SELECT count(*) FROM outbox WHERE status = 'queued') + "
                          "(SELECT count(*) FROM outbox WHERE status = 'sending')");
    return row.next() ? int(row.integer(0)) : 0;
}

int countTroubled(Transaction &tx)
{
    Cursor row = tx.query("SELECT count(*) FROM outbox WHERE " TROUBLED NOT_A_CALL);
    return row.next() ? int(row.integer(0)) : 0;
}

void claim(WriteTransaction &tx, const MessageId &id)
{
    tx.execute("UPDATE outbox SET status = 'sending', claimed_at = ?, attempts = attempts + 1, "
               "tries = tries + 1, trying_since = coalesce(trying_since, ?) WHERE id = ?",
               tx.now(), tx.now(), id);
}

void setStatus(WriteTransaction &tx, const MessageId &id, MessageStatus status, const QByteArray &lastError)
{
    tx.execute("UPDATE outbox SET status = ?, last_error = ? WHERE id = ?", statusName(status), lastError,
               id);
}

bool setSent(WriteTransaction &tx, const MessageId &id)
{
    return tx.execute("UPDATE outbox SET status = 'sent', sent_at = ?, last_error = NULL "
                      "WHERE id = ? AND (status = 'sending' OR status = 'in_doubt')",
                      tx.now(), id) > 0;
}

void setReported(WriteTransaction &tx, const MessageId &id, MessageStatus status, const QByteArray &lastError)
{
    tx.execute("UPDATE outbox SET status = ?, last_error = ?, sent_at = coalesce(sent_at, ?) WHERE id = ?",
               statusName(status), lastError, tx.now(), id);
}

void requeue(WriteTransaction &tx, const MessageId &id, UtcTime notBefore, const QByteArray &lastError)
{
    tx.execute("UPDATE outbox SET status = 'queued', not_before = ?, last_error = ? WHERE id = ?", notBefore,
               lastError, id);
}

void release(WriteTransaction &tx, const MessageId &id)
{
    tx.execute("UPDATE outbox SET status = 'queued', attempts = attempts - 1, tries = tries - 1 "
               "WHERE id = ? AND status = 'sending'",
               id);
}

void startAgain(WriteTransaction &tx, const MessageId &id)
{
    tx.execute("UPDATE outbox SET status = 'queued', not_before = ?, last_error = NULL, tries = 0, "
               "trying_since = NULL WHERE id = ?",
               tx.now(), id);
}

void setProvider(WriteTransaction &tx, const MessageId &id, const QString &provider, const QString &lane)
{
    tx.execute("UPDATE outbox SET provider = ?, lane = ? WHERE id = ?", provider, lane, id);
}

int cancelQueued(WriteTransaction &tx, const QByteArray &reference)
{
    return tx.execute("UPDATE outbox SET status = 'cancelled' WHERE reference = ? AND status = 'queued'",
                      reference);
}

} // namespace anteroom::OutboxRepository
