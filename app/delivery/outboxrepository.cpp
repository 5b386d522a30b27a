// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/outboxrepository.h"

#include "app/delivery/outbox.h"

#include <limits>

namespace anteroom::OutboxRepository {

namespace {

#define COLUMNS                                                                                              \
    "SELECT id, channel, recipient, subject, body, body_sealed, status, attempts, created_at, not_before, "  \
    "sent_at, "                                                                                              \
    "provider, account_id, user_id, reference, last_error FROM outbox "

// Word for word the condition of the index outbox_trouble, or SQLite does not use it.
#define TROUBLED "(status = 'failed' OR status = 'in_doubt' OR status = 'rejected')"

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
        if (!m.sealed)
            m.body = QString::fromUtf8(row.body);
        all.append(std::move(row));
    }
    return all;
}

} // namespace

void insert(WriteTransaction &tx, const Row &row, int priority)
{
    const Message &m = row.message;
    tx.execute(
        "INSERT INTO outbox (id, channel, recipient, subject, body, body_sealed, status, attempts, priority, "
        "created_at, not_before, sent_at, provider, account_id, user_id, reference) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        m.id, channelName(m.channel), m.to, m.subject, Blob{row.body}, m.sealed, statusName(m.status),
        m.attempts, priority, m.createdAt, m.notBefore, m.sentAt, m.provider, m.accountId, m.user,
        m.reference);
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
        return rows(tx.query(COLUMNS "WHERE " TROUBLED " AND (created_at, id) < (?, ?) "
                                     "ORDER BY created_at DESC, id DESC LIMIT ?",
                             time, beforeId, limit));
    if (filter.channel)
        return rows(tx.query(COLUMNS "WHERE channel = ? AND (created_at, id) < (?, ?) "
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

QVector<Row> due(Transaction &tx, UtcTime now, int limit)
{
    return rows(tx.query(COLUMNS "WHERE status = 'queued' AND not_before <= ? "
                                 "ORDER BY priority DESC, not_before, id LIMIT ?",
                         now, limit));
}

std::optional<UtcTime> nextDue(Transaction &tx)
{
    Cursor row = tx.query("SELECT min(not_before) FROM outbox WHERE status = 'queued'");
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
    Cursor row = tx.query("SELECT count(*) FROM outbox WHERE " TROUBLED);
    return row.next() ? int(row.integer(0)) : 0;
}

void claim(WriteTransaction &tx, const MessageId &id)
{
    tx.execute("UPDATE outbox SET status = 'sending', claimed_at = ?, attempts = attempts + 1 WHERE id = ?",
               tx.now(), id);
}

void setStatus(WriteTransaction &tx, const MessageId &id, MessageStatus status, const QByteArray &lastError)
{
    tx.execute("UPDATE outbox SET status = ?, last_error = ? WHERE id = ?", statusName(status), lastError,
               id);
}

void setSent(WriteTransaction &tx, const MessageId &id)
{
    tx.execute("UPDATE outbox SET status = 'sent', sent_at = ?, last_error = NULL WHERE id = ?", tx.now(),
               id);
}

void requeue(WriteTransaction &tx, const MessageId &id, UtcTime notBefore, const QByteArray &lastError)
{
    tx.execute("UPDATE outbox SET status = 'queued', not_before = ?, last_error = ? WHERE id = ?", notBefore,
               lastError, id);
}

int cancelQueued(WriteTransaction &tx, const QByteArray &reference)
{
    return tx.execute("UPDATE outbox SET status = 'cancelled' WHERE reference = ? AND status = 'queued'",
                      reference);
}

} // namespace anteroom::OutboxRepository
