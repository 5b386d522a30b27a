// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
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

/// How handing a row over ended.
struct DeliveryOutcome
{
    enum class Kind { Sent, TryAgain, GivenUp };

    MessageId id;
    Kind kind = Kind::Sent;
    QByteArray reason;                          ///< a reason key, where it was not sent
    std::chrono::milliseconds retryAfter{5000}; ///< of TryAgain
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

    /// Takes back what has not left yet of one cause; how many rows that were.
    int cancel(WriteTransaction &tx, const QByteArray &reference) const;

    /// Puts a failed or in-doubt row back into the queue. Errors: NotFound "message.unknown"; Conflict
    /// "message.not_retryable".
    Result<void> retry(WriteTransaction &tx, const Actor &actor, const MessageId &id) const;
    /// A person says that an in-doubt row did arrive. Errors: as retry().
    Result<void> settle(WriteTransaction &tx, const Actor &actor, const MessageId &id) const;

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

    /// Claims what is due, at most `limit` rows, with bodies in clear. Handing over comes after the commit.
    QVector<Message> claimDue(WriteTransaction &tx, int limit) const;
    /// When the next queued row may leave; nothing where none waits.
    static std::optional<UtcTime> nextDue(Transaction &tx);
    /// What the provider said of a claimed row.
    void record(WriteTransaction &tx, const DeliveryOutcome &outcome) const;
    /// After a stop: rows that were claimed and not finished are queued again where `mayRepeat(provider)`,
    /// else they are in doubt. How many are in doubt.
    int recover(WriteTransaction &tx, const std::function<bool(const QString &provider)> &mayRepeat) const;

private:
    QString providerOf(Channel channel, const QString &account) const;
    QString bodyInClear(Transaction &tx, const Message &message, const QByteArray &body) const;

    const Settings &m_settings;
    const Vault &m_vault;
};

} // namespace anteroom
