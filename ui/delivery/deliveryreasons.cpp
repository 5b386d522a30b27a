// SPDX-License-Identifier: GPL-3.0-or-later
// Why a message did not leave or arrive, in words: one for each key that an attempt may end with.
#include "ui/delivery/deliverywords.h"

#include <QCoreApplication>

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
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The name leads to an address inside this network, and such addresses are refused. If "
                       "the receiver really is there, an administrator can allow it in the settings.")},
    {"delivery.bad_url", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The address can't be used.")},
    {"delivery.broken",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The connection broke before there was an answer.")},
    {"delivery.cancelled",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "Anteroom was being closed while this was under way.")},
    {"delivery.certificate",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The other side's certificate is not trusted, so nothing was sent there.")},
    {"delivery.daily_cap",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The account has sent as many messages today as it may. This one would be too late tomorrow.")},
    {"delivery.interrupted",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The program stopped while this was under way.")},
    {"delivery.no_address",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The name of the other side could not be looked up.")},
    {"delivery.no_answer", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The provider never answered.")},
    {"delivery.no_connection",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "Nobody takes connections at the address.")},
    {"delivery.no_such_provider",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "This version cannot send through the provider that is "
                                                "chosen. Choose another one in the settings.")},
    {"delivery.quiet_hours",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "It waits for the end of the quiet hours.")},
    {"delivery.rate",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The account sends as many messages a minute as it may.")},
    {"delivery.refused", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The provider refused it.")},
    {"delivery.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The provider did not accept our user name and password. An "
                                                "administrator should look at the settings.")},
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
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server does not take mail from the clinic's own "
                                                "address. An administrator should look at the settings.")},
    {"mail.server_refused",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server does not want to talk to us now.")},
    {"mail.sign_in",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The mail server did not accept our user name and password. "
                                                "An administrator should look at the settings.")},
    {"push.bad_key",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The key for push messages can't be used. An administrator should look at the settings.")},
    {"push.cannot_sign", QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                                           "The key for push messages is there, but nothing can be signed "
                                           "with it. An administrator should look at the settings.")},
    {"push.dead_token",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The push service no longer knows this device. The app has to be opened on it again.")},
    {"push.failed",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The push service could not be handed the call.")},
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
    {"push.unreadable",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The device's address for push messages is kept sealed and "
                                                "can't be opened. The app has to be opened on it again.")},
    {"report.expired",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The phone could not be reached for so long that the network gave up.")},
    {"report.failed", QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The phone network could not deliver it.")},
    {"report.rejected",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The phone network refused it. Check the number before you send it again.")},
    {"report.undeliverable",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The phone network can't deliver to this number. Check the number before you send it again.")},
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
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The SMS gateway did not accept our user name and password. "
                                                "An administrator should look at the settings.")},
    {"sms.unexpected_answer",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The SMS gateway answered with something that does not say whether it took the text.")},
    {"video.failed",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The video service could not be reached, or did not do what it was asked.")},
    {"video.garbage",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The video service answered with something that could not be understood.")},
    {"video.no_secret",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The video service's key can't be read from the keyring.")},
    {"video.not_set_up",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "The video service is not set up. An administrator should look at the settings.")},
    {"video.room_unknown",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "A room was asked for, and the answer was lost: it may lie with the video service, and nobody uses "
         "it. Look there, delete it if it is there, and then say here that this is dealt with.")},
    {"video.sign_in",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The video service did not accept our key. An administrator should look at the settings.")},
    {"webhook.address_not_allowed",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords",
                       "Events are sent to https addresses only, without user name and password.")},
    {"webhook.gone",
     QT_TRANSLATE_NOOP(
         "anteroom::OutboxWords",
         "The receiver says that it is gone for good (410). Ask whoever runs it for the new address.")},
    {"webhook.no_secret",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The key that signs events can't be read from the keyring.")},
    {"webhook.redirected",
     QT_TRANSLATE_NOOP("anteroom::OutboxWords", "The receiver points to another address. That is never "
                                                "followed: the address itself has to be changed.")},
};

// What trying again alone does not mend.
constexpr const char *forAdministrators[] = {
    "delivery.certificate", "delivery.sign_in", "mail.certificate",    "mail.no_password",
    "mail.no_tls",          "mail.not_set_up",  "mail.sender_refused", "mail.sign_in",
    "push.bad_key",         "push.cannot_sign", "push.not_configured", "push.sign_in",
    "sms.bad_url",          "sms.no_secret",    "sms.no_url",          "sms.sign_in",
    "video.no_secret",      "video.not_set_up", "video.sign_in",       "webhook.no_secret",
};

// What follows a space is the other side's own code: "mail.sign_in 535 5.7.8".
struct Reason
{
    explicit Reason(const QByteArray &reason)
    {
        const qsizetype space = reason.indexOf(' ');
        key = space < 0 ? reason : reason.left(space);
        code = space < 0 ? QString() : QString::fromLatin1(reason.mid(space + 1));
    }

    QByteArray key;
    QString code;
};

} // namespace

QString reasonText(const QByteArray &reason)
{
    if (reason.startsWith("webhook.status_"))
        return OutboxWords::tr("The receiver answered with status %1.")
            .arg(QString::fromLatin1(reason.mid(qstrlen("webhook.status_"))));
    if (reason.startsWith("sms.status_"))
        return OutboxWords::tr("The SMS gateway answered with status %1.")
            .arg(QString::fromLatin1(reason.mid(qstrlen("sms.status_"))));
    if (reason.startsWith("video.status_"))
        return OutboxWords::tr("The video service answered with status %1.")
            .arg(QString::fromLatin1(reason.mid(qstrlen("video.status_"))));
    if (reason.startsWith("storage."))
        return OutboxWords::tr(
            "Anteroom could not read its own data. Whoever looks after this computer should "
            "look at the disk.");
    const auto [key, code] = Reason(reason);
    for (const Words &words : reasons) {
        if (key == words.reason)
            return OutboxWords::tr(words.text) +
                   (code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(code));
    }
    return OutboxWords::tr("The provider did not take it (%1).").arg(QString::fromLatin1(reason));
}

bool isForAdministrator(const QByteArray &reason)
{
    const QByteArray key = Reason(reason).key;
    return std::any_of(std::begin(forAdministrators), std::end(forAdministrators),
                       [&](const char *one) { return key == one; });
}

} // namespace anteroom
