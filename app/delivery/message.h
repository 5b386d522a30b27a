// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/storage/page.h"

#include <QString>

#include <optional>

namespace anteroom {

enum class Channel { Sms, Email, Push, Webhook, Video };

/// What became of a message (RULES.md, Outbox).
enum class MessageStatus {
    Queued,    ///< waits for its time or its turn
    Sending,   ///< claimed: handed over or about to be
    Sent,      ///< the provider took it
    Delivered, ///< the provider says that it arrived
    Rejected,  ///< the provider says that it never will
    Failed,    ///< given up; a person may retry
    InDoubt,   ///< claimed when the program stopped: it may have left or not; a person decides
    Cancelled  ///< taken back before it left
};

/// `sms`, `in_doubt` and the like, as the store and the outbox listing write them.
const char *channelName(Channel channel);
std::optional<Channel> channelByName(QByteArrayView name);
const char *statusName(MessageStatus status);
std::optional<MessageStatus> statusByName(QByteArrayView name);

/// The priority of pushes that make a phone ring or stop ringing.
constexpr int callPriority = 10;
/// The lane of rows that left when they were written: no worker looks at it.
inline const QString callLane = QStringLiteral("call");

/// Something that is to leave the machine.
struct NewMessage
{
    Channel channel = Channel::Sms;
    QString to;           ///< E.164 number, e-mail address, device id or URL
    QString subject;      ///< of an e-mail
    QString body;         ///< text; of a push and a web hook the payload as JSON
    QString accountId;    ///< whose gateway; null: the default one
    UserId user;          ///< whom it concerns; null where nobody
    QByteArray reference; ///< the id of what caused it
    int priority = 0;     ///< higher leaves first; above 0 it is urgent: codes and calls
    bool sealed = false;  ///< the body holds a code: encrypted at rest, shown as ••••
    /// Of an e-mail: an iCalendar object in UTF-8 that goes with the text, with its METHOD (REQUEST, CANCEL).
    /// Encrypted at rest whatever `sealed` says, for it may hold a link that is a secret. Empty: none.
    QByteArray calendar;
    std::chrono::seconds holdFor{0}; ///< how long it can be taken back
    QString provider = {};           ///< null: the one that is set; of what lies with a certain one
};

/// A row of the outbox.
struct Message
{
    MessageId id;
    Channel channel = Channel::Sms;
    QString to;
    QString subject;
    QString body; ///< null where it is sealed and was not asked for in clear
    bool sealed = false;
    QByteArray calendar; ///< of what is claimed to be handed over; empty in lists
    MessageStatus status = MessageStatus::Queued;
    int attempts = 0;
    UtcTime createdAt;
    UtcTime notBefore;
    std::optional<UtcTime> sentAt;
    QString provider;
    QString accountId;
    UserId user;
    QByteArray reference;
    QByteArray lastError; ///< a reason key
    int priority = 0;
    QString lane;  ///< the provider, and where it has several, which of its remote ends
    int tries = 0; ///< since it was last put into the queue
    std::optional<UtcTime> tryingSince;

    bool isUrgent() const { return priority > 0; }
    /// A push that made a phone ring, or did not: it is never sent (again) later.
    bool isCall() const { return lane == callLane; }
    /// Whether a person may put it (back) into the queue: it ended badly, or waits for its next try.
    bool isRetryable() const
    {
        return !isCall() &&
               (status == MessageStatus::Failed || status == MessageStatus::InDoubt ||
                status == MessageStatus::Rejected || (status == MessageStatus::Queued && tries > 0));
    }
};

} // namespace anteroom
