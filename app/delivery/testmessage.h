// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"

namespace anteroom {

/// "Send a test": a harmless text by a channel's own way, to the number or address that an administrator
/// gives (RULES.md, Outbox). It is an outbox row like any other, urgent, with nobody's data in it. It ends
/// all pauses of gateways, as a change of the settings does:
///
///     store.write([=](WriteTransaction &tx) {
///         return TestMessage::send(tx, actor, outbox, settings, Channel::Email, {.to = typed});
///     });                                         // -> MessageId
///     // then, whenever the change feed tells of Topic::Outbox, until isOver:
///     store.read([=](Transaction &tx) -> Result<…> { return TestMessage::look(tx, id); });
///     // and where the dialog is closed before that:
///     store.write([=](WriteTransaction &tx) { return TestMessage::cancel(tx, actor, outbox, id); });
///
/// Synchronous, on the thread of the transaction.
namespace TestMessage {

struct Order
{
    QString to;      ///< a number as people write it, an e-mail address or a device's id
    QString account; ///< whose gateway; null: the default one
};

/// What became of it so far.
struct Outcome
{
    MessageStatus status = MessageStatus::Queued;
    QString provider;  ///< with "sandbox" nothing left the machine: say so
    QByteArray reason; ///< why it was not taken (yet): a key, then perhaps codes (Message::lastError)
    std::optional<UtcTime> next; ///< it is tried again, not before then
    bool isOver = false;         ///< nothing more comes
};

/// Channel::Sms, Email or Push. Errors: Forbidden "access.admin_only"; Invalid "phone.malformed",
/// "email.malformed", "id.malformed" (field `to`); Invalid "message.no_test" for other channels.
Result<MessageId> send(WriteTransaction &tx, const Actor &actor, const Outbox &outbox,
                       const Settings &settings, Channel channel, const Order &order);

/// Nothing where there is no such message.
std::optional<Outcome> look(Transaction &tx, const MessageId &id);

/// No further tries; nothing where it has left. Errors: Forbidden "access.admin_only"; NotFound
/// "message.unknown".
Result<void> cancel(WriteTransaction &tx, const Actor &actor, const Outbox &outbox, const MessageId &id);

} // namespace TestMessage

} // namespace anteroom
