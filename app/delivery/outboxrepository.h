// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/message.h"
#include "app/storage/transaction.h"

namespace anteroom {

struct MessageFilter;
struct ReadyMessage;

/// The outbox table: SQL and nothing else. On the thread of the transaction it is given.
namespace OutboxRepository {

/// A row as it lies in the table: the body still sealed where it is.
struct Row
{
    Message message;
    QByteArray body;
    QByteArray calendar; ///< sealed
};

void insert(WriteTransaction &tx, const Row &row);
std::optional<Row> find(Transaction &tx, const MessageId &id);

/// Newest first, keyset on (created_at, id).
QVector<Row> newest(Transaction &tx, const MessageFilter &filter, int limit,
                    std::optional<UtcTime> beforeTime, const QByteArray &beforeId);
/// Those of any of these causes, newest first.
QVector<Row> ofReferences(Transaction &tx, const QList<QByteArray> &references, int limit);
/// Oldest first, keyset on (created_at, id).
QVector<Row> oldest(Transaction &tx, int limit, UtcTime afterTime, const QByteArray &afterId);

/// The lanes that have something queued, and the priorities in one of them, the highest first.
QVector<QString> queuedLanes(Transaction &tx);
QVector<int> queuedPriorities(Transaction &tx, const QString &lane);
/// What of one lane and priority is due and need not wait for another message to the same recipient, by age.
QVector<ReadyMessage> ready(Transaction &tx, const QString &lane, int priority, UtcTime now, int limit);
/// When the first queued row is due after `now`.
std::optional<UtcTime> nextDue(Transaction &tx, UtcTime now);
/// The rows that were claimed and not finished.
QVector<Row> claimed(Transaction &tx);
int countWaiting(Transaction &tx);
int countTroubled(Transaction &tx);

void claim(WriteTransaction &tx, const MessageId &id);
void setStatus(WriteTransaction &tx, const MessageId &id, MessageStatus status, const QByteArray &lastError);
/// Where it was claimed or is in doubt; whether it was.
bool setSent(WriteTransaction &tx, const MessageId &id);
/// What its gateway reported later; it has left, whenever that was.
void setReported(WriteTransaction &tx, const MessageId &id, MessageStatus status,
                 const QByteArray &lastError);
/// (Again) in the queue, but not before then.
void requeue(WriteTransaction &tx, const MessageId &id, UtcTime notBefore, const QByteArray &lastError);
/// Back into the queue as it was before it was claimed.
void release(WriteTransaction &tx, const MessageId &id);
/// Back into the queue as if it were new.
void startAgain(WriteTransaction &tx, const MessageId &id);
void setProvider(WriteTransaction &tx, const MessageId &id, const QString &provider, const QString &lane);
/// How many rows of one cause were still waiting and are cancelled now.
int cancelQueued(WriteTransaction &tx, const QByteArray &reference);

} // namespace OutboxRepository

} // namespace anteroom
