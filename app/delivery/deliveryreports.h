// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/delivery/message.h"
#include "app/storage/transaction.h"

#include <mutex>

namespace anteroom {

class Settings;
class Vault;

/// What gateways tell later about text messages: that one arrived, or never will (RULES.md, Text messages).
/// Each gateway has an address of its own, which holds a token of 256 bits. Tokens are derived from the
/// master key and kept nowhere. Any thread.
class DeliveryReports
{
public:
    DeliveryReports(const Settings &settings, const Vault &vault);

    /// Where the staff's listener is, such as `http://127.0.0.1:8080`; told once it listens. What
    /// ANTEROOM_STAFF_URL says goes before it.
    void setListener(const QString &url);

    /// Where the gateway of this message is to report, with the message's id in the query and without the
    /// state; empty while nothing listens.
    QByteArray urlFor(const Message &message) const;

    /// Whether this is the token of a gateway that is set up, or of that of the message `id`.
    bool isKnown(Transaction &tx, const QByteArray &token, const QByteArray &id) const;

    /// Writes down what a gateway says of a message of its own. The first final state counts; any other, and
    /// what is about no message of the gateway's, changes nothing. True where something changed. The token
    /// is known.
    bool take(WriteTransaction &tx, const Actor &actor, const QByteArray &token, const QByteArray &id,
              const QByteArray &state) const;

    /// A gateway's word for what became of a message.
    struct Verdict
    {
        MessageStatus status = MessageStatus::Delivered; ///< or Rejected
        QByteArray reason;                               ///< of Rejected: "report.expired" and the like
    };
    /// Kannel's numbers (1, 2, 16) and the words in use; nothing where it is not final or not known.
    static std::optional<Verdict> verdictOf(const QByteArray &state);

private:
    QString gatewayOf(const QString &account) const;
    QByteArray tokenOf(const QString &gateway) const;

    const Settings &m_settings;
    const Vault &m_vault;
    mutable std::mutex m_mutex;
    QString m_listener;
};

} // namespace anteroom
