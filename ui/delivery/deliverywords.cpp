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

struct Words
{
    const char *reason;
    const char *text;
};

constexpr Words reasons[] = {
    {"call.interrupted",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The program stopped while the phone was being called.")},
    {"delivery.address_refused",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The name leads to an address inside this network, and such addresses are refused. If the "
         "receiver really is there, an administrator can allow it in the settings.")},
    {"delivery.bad_url", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The address can't be used.")},
    {"delivery.broken",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The connection broke before there was an answer.")},
    {"delivery.certificate",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The other side's certificate is not trusted, so nothing was sent there.")},
    {"delivery.daily_cap",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The account has sent as many messages today as it may. This one would be too late "
                       "tomorrow.")},
    {"delivery.no_address",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The name of the other side could not be looked up.")},
    {"delivery.no_answer", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The provider never answered.")},
    {"delivery.no_connection",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "Nobody takes connections at the address.")},
    {"delivery.refused", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The provider refused it.")},
    {"delivery.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The provider did not accept our user name and password. An administrator should look "
                       "at the settings.")},
    {"delivery.timed_out",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The other side took too long to answer.")},
    {"delivery.tls",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "No encrypted connection could be agreed on.")},
    {"mail.address", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The address is no e-mail address.")},
    {"mail.certificate",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The mail server's certificate is not trusted, so nothing was sent.")},
    {"mail.message_refused",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server did not take the message.")},
    {"mail.no_answer", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server gave no clear answer.")},
    {"mail.no_password", QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                                           "The mail server's password can't be read from the keyring.")},
    {"mail.no_text", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The text was erased.")},
    {"mail.no_tls", QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                                      "The mail server offers no encryption, so nothing was sent.")},
    {"mail.not_set_up",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The mail server is not set up. An administrator should look at the settings.")},
    {"mail.recipient_refused",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server does not take mail for this address.")},
    {"mail.sender_refused",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The mail server does not take mail from the clinic's own address. An administrator "
                       "should look at the settings.")},
    {"mail.server_refused",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server does not want to talk to us now.")},
    {"mail.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The mail server did not accept our user name and password. An administrator should "
                       "look at the settings.")},
    {"push.bad_key",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The key for push messages can't be used. An administrator should look at the settings.")},
    {"push.dead_token",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The push service no longer knows this device. The app has to be opened on it again.")},
    {"push.no_pass",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The push service's sign-in could not be reached.")},
    {"push.no_token",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The device is gone, or can't be sent to any more.")},
    {"push.not_configured",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "Push messages are not set up for this kind of device. An "
                                                "administrator should look at the settings.")},
    {"push.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The push service does not let us in. An administrator should look at the settings.")},
    {"push.status",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The push service refused it or could not take it.")},
    {"push.too_late",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "It would have come too late to be of use.")},
    {"report.expired",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The phone could not be reached for so long that the network gave up.")},
    {"report.failed", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The phone network could not deliver it.")},
    {"report.rejected",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The phone network refused it. Check the number before you send it again.")},
    {"report.undeliverable",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The phone network can't deliver to this number. Check the number before you send it "
                       "again.")},
    {"sms.bad_url",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The SMS gateway's address can't be used. An administrator should look at the settings.")},
    {"sms.no_secret", QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                                        "The SMS gateway's password can't be read from the keyring.")},
    {"sms.no_text", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The text was erased.")},
    {"sms.no_url",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The SMS gateway is not set up. An administrator should look at the settings.")},
    {"sms.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The SMS gateway did not accept our user name and password. An administrator should "
                       "look at the settings.")},
    {"sms.unexpected_answer",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The SMS gateway answered with something that does not say whether it took the text.")},
    {"webhook.address_not_allowed",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "Events are sent to https addresses only, without user name and password.")},
    {"webhook.gone",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The receiver says that it is gone for good (410). Ask whoever runs it for the new "
                       "address.")},
    {"webhook.no_secret",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The key that signs events can't be read from the keyring.")},
    {"webhook.redirected",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The receiver points to another address. That is never followed: the address itself "
                       "has to be changed.")},
};

// What trying again alone does not mend.
constexpr const char *forAdministrators[] = {
    "delivery.certificate", "mail.certificate",    "mail.no_password", "mail.no_tls",
    "mail.not_set_up",      "mail.sender_refused", "mail.sign_in",     "sms.bad_url",
    "sms.no_secret",        "sms.no_url",          "sms.sign_in",
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
    if (message.channel == Channel::Webhook) {
        const QJsonObject root = QJsonDocument::fromJson(message.body.toUtf8()).object();
        const auto files = root.value(u"event").toObject().value(u"addedFileIds").toArray();
        return files.isEmpty() ? OutboxWords::tr("Event")
                               : OutboxWords::tr("Event: %n new file(s)", nullptr, int(files.size()));
    }
    return message.subject.isEmpty() ? message.body.simplified() : message.subject;
}

QString troubleText(const Message &message)
{
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

QString reasonText(const QByteArray &reason)
{
    if (reason.startsWith("webhook.status_"))
        return OutboxWords::tr("The receiver answered with status %1.")
            .arg(QString::fromLatin1(reason.mid(qstrlen("webhook.status_"))));
    if (reason.startsWith("sms.status_"))
        return OutboxWords::tr("The SMS gateway answered with status %1.")
            .arg(QString::fromLatin1(reason.mid(qstrlen("sms.status_"))));
    // What follows a space is the other side's own code: "mail.sign_in 535 5.7.8".
    const qsizetype space = reason.indexOf(' ');
    const QByteArray key = space < 0 ? reason : reason.left(space);
    const QString code = space < 0 ? QString() : QString::fromLatin1(reason.mid(space + 1));
    for (const Words &words : reasons) {
        if (key == words.reason)
            return OutboxWords::tr(words.text) +
                   (code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(code));
    }
    return OutboxWords::tr("The provider did not take it (%1).").arg(QString::fromLatin1(reason));
}

bool isForAdministrator(const QByteArray &reason)
{
    const QByteArray key = reason.left(reason.indexOf(' '));
    return std::any_of(std::begin(forAdministrators), std::end(forAdministrators),
                       [&](const char *one) { return key == one; });
}

QString pausedText(const QStringList &lanes)
{
    const QString lane = lanes.value(0);
    const QString provider = providerOfLane(lane);
    const QString account = lane.section(u' ', 1);
    if (provider == QLatin1String("smtp"))
        return OutboxWords::tr("E-mails do not leave");
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
