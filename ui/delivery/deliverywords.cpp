// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/deliverywords.h"

#include "ui/common/relativetime.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace anteroom {

namespace {

struct OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::OutboxWords)
};

const LaneState *pauseOf(const Message &message, const DeliveryFigures &lanes)
{
    const auto it = std::find_if(lanes.lanes.begin(), lanes.lanes.end(), [&](const LaneState &lane) {
        return lane.lane == message.lane && lane.pausedUntil;
    });
    return it == lanes.lanes.end() ? nullptr : &*it;
}

} // namespace

QString channelText(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return OutboxWords::tr("Text message");
    case Channel::Email:
        return OutboxWords::tr("E-mail");
    case Channel::Push:
        return OutboxWords::tr("App");
    case Channel::Webhook:
        return OutboxWords::tr("Web hook");
    case Channel::Video:
        return OutboxWords::tr("Video service");
    }
    return {};
}

QString statusText(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Queued:
        return OutboxWords::tr("Waiting");
    case MessageStatus::Sending:
        return OutboxWords::tr("Sending");
    case MessageStatus::Sent:
        return OutboxWords::tr("Sent");
    case MessageStatus::Delivered:
        return OutboxWords::tr("Delivered");
    case MessageStatus::Rejected:
        return OutboxWords::tr("Rejected");
    case MessageStatus::Failed:
        return OutboxWords::tr("Failed");
    case MessageStatus::InDoubt:
        return OutboxWords::tr("In doubt");
    case MessageStatus::Cancelled:
        return OutboxWords::tr("Taken back");
    }
    return {};
}

QString stateText(const Message &message)
{
    return message.status == MessageStatus::Queued && message.tries > 0 ? OutboxWords::tr("Trying again")
                                                                        : statusText(message.status);
}

Tone stateTone(const Message &message)
{
    switch (message.status) {
    case MessageStatus::Sent:
    case MessageStatus::Delivered:
        return Tone::Good;
    case MessageStatus::Rejected:
    case MessageStatus::Failed:
        return Tone::Bad;
    case MessageStatus::InDoubt:
        return Tone::Warn;
    case MessageStatus::Sending:
        return Tone::Info;
    case MessageStatus::Queued:
        return message.tries > 0 ? Tone::Warn : Tone::Neutral;
    case MessageStatus::Cancelled:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString recipientText(const Message &message)
{
    if (message.channel == Channel::Push)
        return message.to.section(u'-', 0, 0) + u'…';
    const QString host =
        message.channel == Channel::Webhook ? QUrl(message.to).authority(QUrl::PrettyDecoded) : QString();
    return host.isEmpty() ? message.to : host;
}

QString firstLine(const Message &message)
{
    if (message.sealed)
        return QStringLiteral("••••");
    if (message.channel == Channel::Push)
        return OutboxWords::tr("Notification");
    if (message.channel == Channel::Video)
        return isRoomInDoubt(message) ? OutboxWords::tr("A room that may lie there unused")
                                      : OutboxWords::tr("Deletes a room that nobody uses");
    if (message.channel == Channel::Webhook) {
        const QJsonObject root = QJsonDocument::fromJson(message.body.toUtf8()).object();
        const auto files = root.value(u"event").toObject().value(u"addedFileIds").toArray();
        return files.isEmpty() ? OutboxWords::tr("Event")
                               : OutboxWords::tr("Event: %n new file(s)", nullptr, int(files.size()));
    }
    return message.subject.isEmpty() ? message.body.simplified() : message.subject;
}

bool isRoomInDoubt(const Message &message)
{
    return message.channel == Channel::Video && message.lastError == "video.room_unknown";
}

QString settleText(const Message &message)
{
    return isRoomInDoubt(message) ? OutboxWords::tr("Dealt with") : OutboxWords::tr("It arrived");
}

QString troubleText(const Message &message)
{
    if (isRoomInDoubt(message))
        return reasonText(message.lastError);
    if (message.status == MessageStatus::InDoubt) {
        const QString advice = OutboxWords::tr("It may have left or not. If you can, ask the recipient; then "
                                               "say that it arrived, or send it again.");
        return (message.lastError == "delivery.interrupted"
                    ? OutboxWords::tr("The program stopped while this was under way.")
                    : OutboxWords::tr("It was handed over, and no clear answer came back.")) +
               u' ' + advice;
    }
    const QByteArray &reason = message.lastError;
    if (reason.isEmpty() || reason == "delivery.quiet_hours")
        return {};
    if (reason == "delivery.no_such_provider")
        return OutboxWords::tr(
                   "This version cannot send through “%1”. Choose another provider in the settings, then "
                   "retry.")
            .arg(message.provider);
    return reasonText(reason);
}

QString pausedText(const QStringList &lanes)
{
    const QString lane = lanes.value(0);
    const QString provider = providerOfLane(lane);
    const QString account = lane.section(u' ', 1);
    if (provider == QLatin1String("smtp"))
        return OutboxWords::tr("E-mails do not leave");
    if (provider == QLatin1String("real"))
        return OutboxWords::tr("Notifications to the app do not leave");
    if (provider == QLatin1String("bandyer"))
        return OutboxWords::tr("Rooms that nobody uses can’t be deleted from the video service");
    if (provider != QLatin1String("http"))
        return OutboxWords::tr("Messages do not leave (%1)").arg(lanes.join(QStringLiteral(", ")));
    if (lanes.size() > 1)
        return OutboxWords::tr("Text messages of %n account(s) do not leave", nullptr, int(lanes.size()));
    return account.isEmpty() ? OutboxWords::tr("Text messages do not leave")
                             : OutboxWords::tr("Text messages of account %1 do not leave").arg(account);
}

QString nextTryText(const Message &message, const DeliveryFigures &lanes, UtcTime now)
{
    if (message.status != MessageStatus::Queued)
        return {};
    if (const LaneState *lane = pauseOf(message, lanes); lane && *lane->pausedUntil > message.notBefore) {
        const QString until = fullTime(*lane->pausedUntil);
        if (lane->reason == "delivery.daily_cap")
            return OutboxWords::tr("Waits until %1: the account has sent as many messages today as it may.")
                .arg(until);
        if (lane->reason == "delivery.rate")
            return OutboxWords::tr("Waits a moment: the account sends as many messages a minute as it may.");
        if (isForAdministrator(lane->reason))
            return OutboxWords::tr("Waits until %1.").arg(until) + u' ' + reasonText(lane->reason);
        return OutboxWords::tr("Waits until %1: the other side fails, and is left alone for a while.")
            .arg(until);
    }
    if (message.notBefore <= now)
        return message.tries > 0 ? OutboxWords::tr("The next try is about to begin.") : QString();
    if (message.lastError == "delivery.quiet_hours")
        return OutboxWords::tr("Waits for the end of the quiet hours: %1.").arg(fullTime(message.notBefore));
    if (message.tries == 0)
        return OutboxWords::tr("Leaves on %1.").arg(fullTime(message.notBefore));
    return OutboxWords::tr("Next try: %1 (%2).")
        .arg(fullTime(message.notBefore), relativeTime(message.notBefore, now));
}

} // namespace anteroom
