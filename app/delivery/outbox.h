// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/delivery/deliverylimits.h"
#include "app/delivery/deliveryoutcome.h"
#include "app/delivery/message.h"
#include "app/storage/transaction.h"

#include <functional>

namespace anteroom {

class Settings;
class Vault;

/// What the Outbox page and `outbox list` may ask for.
struct MessageFilter
{
    std::optional<Channel> channel;
    bool onlyTrouble = false; ///< failed, rejected or in doubt
    QByteArray reference;     ///< of one cause; empty: any
};

/// Which remote end of its provider a message goes to: `http 12` (the gateway of account 12),
/// `webhook https://host:port`, else the provider alone. Failures, pauses and messages in flight are counted
/// by lane.
QString laneOf(Channel channel, const QString &provider, const QString &to, const QString &account);
/// `http` of `http 12`.
QString providerOfLane(const QString &lane);

/// How many messages a lane takes now.
struct LaneRoom
{
    int rows = 0;
    bool onlyUrgent = false;
};

/// A row that could leave now.
struct ReadyMessage
{
    MessageId id;
    QString lane;
    QByteArray line; ///< of those with the same line only one is handed over at a time
    int priority = 0;
    UtcTime notBefore;
};

/// What claiming came to.
struct ClaimedMessages
{
    QVector<Message> messages; ///< with bodies in clear, to be handed over now
    QVector<LanePause> pauses;
    int parked = 0;  ///< given up: their time would be over before they may leave
    int changed = 0; ///< put off, or given to another provider
};

/// The rules of what leaves: rows are written in the transaction that causes them (RULES.md, Outbox).
/// Synchronous, on the thread of the transaction it is given.
class Outbox
{
public:
    Outbox(const Settings &settings, const Vault &vault);

    /// Writes a row. With the provider `sandbox` and nothing to hold back it is recorded as sent at once:
    /// nothing leaves the machine. Errors: the vault's, for a sealed body.
    Result<MessageId> enqueue(WriteTransaction &tx, const NewMessage &message) const;

    /// Writes down a call's push, which has left already or is about to: `id` is its row's. In the sandbox it
    /// counts as sent; else record() says later what became of it. After a stop in between it has failed.
    void handedOver(WriteTransaction &tx, const MessageId &id, const NewMessage &message,
                    bool isSandbox) const;

    /// Writes a row down as in doubt from the start: something was asked of a provider, and no answer came.
    /// Errors: as enqueue().
    Result<MessageId> enqueueInDoubt(WriteTransaction &tx, const NewMessage &message,
                                     const QByteArray &reason) const;

    /// Takes back what has not left yet of one cause; how many rows that were.
    int cancel(WriteTransaction &tx, const QByteArray &reference) const;

    /// Puts a failed, rejected or in-doubt row back into the queue, or has one that waits for its next try go
    /// at once; for the provider that is set now. Errors: NotFound "message.unknown"; Conflict
    /// "message.not_retryable".
    Result<void> retry(WriteTransaction &tx, const Actor &actor, const MessageId &id) const;
    /// A person says that an in-doubt row did arrive. Errors: as retry().
    Result<void> settle(WriteTransaction &tx, const Actor &actor, const MessageId &id) const;

    /// Sends an event once more, as a new row with the same content and so the same event id: for a receiver
    /// that lost it. Errors: NotFound "message.unknown"; Conflict "message.not_replayable" where it is no web
    /// hook or has not left yet.
    Result<MessageId> replay(WriteTransaction &tx, const Actor &actor, const MessageId &id) const;

    /// Newest first.
    static Page<Message> list(Transaction &tx, const MessageFilter &filter, const PageRequest &page);
    /// Those of any of these causes, newest first; sealed bodies stay sealed.
    static QVector<Message> ofReferences(Transaction &tx, const QList<QByteArray> &references, int limit);
    /// Oldest first, with sealed bodies in clear where `vault` is to open them: for `outbox list`.
    Page<Message> listOldestFirst(Transaction &tx, const PageRequest &page) const;
    /// How many wait (queued or sending).
    static int waiting(Transaction &tx);
    /// How many failed, were rejected or are in doubt.
    static int troubled(Transaction &tx);

    // What the delivery worker does with rows.

    /// What is due and may leave, the most urgent first, then the oldest; at most what `room` says of its
    /// lane. A message waits while one to the same recipient, as urgent and older, is under way or is tried
    /// again; of web hooks only while it has the same cause.
    static QVector<ReadyMessage> ready(Transaction &tx,
                                       const std::function<LaneRoom(const QString &lane)> &room);
    /// When the next row's time comes, past those whose time has come; nothing where there is none.
    static std::optional<UtcTime> nextDue(Transaction &tx);
    /// Claims rows; handing over comes after the commit. What is no longer queued is left out, and so is what
    /// quiet hours (it is put off) or an account's limits (its lane pauses) keep back.
    ClaimedMessages claim(WriteTransaction &tx, const QVector<MessageId> &ids) const;
    /// Puts back what was claimed and not handed over.
    void release(WriteTransaction &tx, const MessageId &id) const;
    /// What the provider said of a claimed row; what the row is now. Nothing where it was no longer claimed;
    /// but that it was sent also settles a doubt.
    std::optional<MessageStatus> record(WriteTransaction &tx, const DeliveryOutcome &outcome) const;
    /// After a stop: rows that were claimed and not finished are queued again where `mayRepeat(message)`,
    /// else they are in doubt. How many are in doubt.
    int recover(WriteTransaction &tx, const std::function<bool(const Message &)> &mayRepeat) const;

private:
    QString providerOf(Channel channel, const QString &account) const;
    std::optional<UtcTime> quietUntil(const Message &message, UtcTime now) const;
    bool reroute(WriteTransaction &tx, const Message &message) const;
    QString bodyInClear(Transaction &tx, const Message &message, const QByteArray &body) const;
    /// Gives a message that is to leave its body and calendar; both null where its patient was erased.
    void openContent(Transaction &tx, Message &message, const QByteArray &body,
                     const QByteArray &calendar) const;

    const Settings &m_settings;
    const Vault &m_vault;
};

} // namespace anteroom
