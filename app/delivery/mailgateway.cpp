// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/mailgateway.h"

#include "app/settings/secrets.h"
#include "app/settings/settings.h"

#include <QUrl>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;
using Kind = DeliveryOutcome::Kind;

namespace {

constexpr int threads = 4;

// What only a person can mend is asked no more than once a minute: servers lock whoever guesses passwords.
constexpr std::chrono::milliseconds untilMended = std::chrono::minutes(1);

DeliveryOutcome misconfigured(QByteArray reason)
{
    return {.kind = Kind::TryAgain,
            .reason = std::move(reason),
            .providerFailed = true,
            .leaveAlone = untilMended};
}

// "mail.recipient_refused 550 5.1.1": a key for the words, then the server's codes; never its own words,
// which may name the recipient.
QByteArray reasonWith(const char *key, const CurlReply &reply)
{
    QByteArray reason = key;
    if (reply.status > 0)
        reason += ' ' + QByteArray::number(reply.status);
    if (!reply.enhancedStatus.isEmpty())
        reason += ' ' + reply.enhancedStatus;
    return reason;
}

const char *refusalKey(MailStep step)
{
    switch (step) {
    case MailStep::Greeting:
    case MailStep::Hello:
    case MailStep::StartTls:
        return "mail.server_refused";
    case MailStep::SignIn:
        return "mail.sign_in";
    case MailStep::Sender:
        return "mail.sender_refused";
    case MailStep::Recipient:
        return "mail.recipient_refused";
    case MailStep::Text:
    case MailStep::Quit:
        break;
    }
    return "mail.message_refused";
}

// The server said no. Before the recipient was named it is about us, and for the clinic to mend.
DeliveryOutcome judgeRefusal(const CurlReply &reply)
{
    const bool permanent = reply.status >= 500;
    const bool wantsSignIn = reply.status == 530 || reply.status == 535 || reply.status == 538;
    const bool tooLarge = reply.status == 552 && reply.step == MailStep::Sender;
    if (wantsSignIn || reply.step == MailStep::SignIn)
        return misconfigured(reasonWith("mail.sign_in", reply));
    DeliveryOutcome outcome;
    outcome.kind = permanent ? Kind::Rejected : Kind::TryAgain;
    outcome.reason = reasonWith(tooLarge ? "mail.message_refused" : refusalKey(reply.step), reply);
    if (reply.step < MailStep::Recipient && !tooLarge) {
        if (permanent)
            return misconfigured(outcome.reason);
        outcome.providerFailed = true;
    }
    outcome.providerFailed = outcome.providerFailed || reply.status == 421; // it is closing
    return outcome;
}

DeliveryOutcome judge(const CurlReply &reply)
{
    DeliveryOutcome outcome;
    switch (reply.failure) {
    case Failure::None:
        return outcome;
    case Failure::Refused:
        return judgeRefusal(reply);
    case Failure::SignIn:
        return misconfigured(reasonWith("mail.sign_in", reply));
    case Failure::Certificate:
        return misconfigured("mail.certificate");
    case Failure::Tls:
    case Failure::AddressRefused: // "localhost" is somewhere else
        return misconfigured("mail.no_tls");
    case Failure::BadUrl:
        return misconfigured("mail.not_set_up");
    default:
        break;
    }
    outcome.kind = reply.mayHaveLeft ? Kind::InDoubt : Kind::TryAgain;
    outcome.reason = reply.mayHaveLeft ? "mail.no_answer"_ba : reasonOf(reply.failure);
    outcome.providerFailed = reply.failure != Failure::Cancelled;
    return outcome;
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

MailGateway::MailGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                         TransferOptions options)
    : TransferGateway(clock, threads, std::move(options))
    , m_settings(settings)
    , m_keyring(keyring)
{
}

QString MailGateway::provider() const
{
    return u"smtp"_s;
}

Result<MailGateway::Server> MailGateway::readServer() const
{
    QUrl url(m_settings.text("ANTEROOM_SMTP_URL"));
    auto from = MailAddress::parse(m_settings.text("ANTEROOM_MAIL_FROM"));
    if (!url.isValid() || url.host().isEmpty() || !from)
        return fail(ErrorCode::Unavailable, "mail.not_set_up");
    if (from->name.isEmpty())
        from->name = m_settings.text("ANTEROOM_CLINIC_NAME");
    if (url.port() < 0)
        url.setPort(url.scheme() == "smtps"_L1 ? 465 : 587);

    Server server{{}, *std::move(from)};
    CurlRequest &request = server.request;
    request.url = url.toEncoded();
    request.caFile = m_settings.text("ANTEROOM_SMTP_CA");
    request.user = m_settings.text("ANTEROOM_SMTP_USER").toUtf8();
    if (!request.user.isEmpty()) {
        auto password = Secrets(m_settings, m_keyring).read("ANTEROOM_SMTP_PASSWORD");
        if (!password)
            return fail(ErrorCode::Unavailable, "mail.no_password");
        request.password = *std::move(password);
    }
    // Without TLS nothing leaves this machine, and no password even stays on it: whoever may listen on a free
    // port here need not be the mail server.
    request.requireTls = !isThisMachine(url.host()) || !request.user.isEmpty() || !request.caFile.isEmpty();
    if (!request.requireTls)
        request.mayConnectTo = [](const QHostAddress &address) { return address.isLoopback(); };
    request.mailFrom = server.from.address.toLatin1();
    limit(request);
    return server;
}

DeliveryOutcome MailGateway::deliver(const Message &message, CurlTransfer &transfer,
                                     const std::stop_token &stop)
{
    if (message.body.isNull()) // its patient was erased
        return {.kind = Kind::GivenUp, .reason = "mail.no_text"};
    const auto to = MailAddress::parse(message.to);
    if (!to)
        return {.kind = Kind::Rejected, .reason = "mail.address"};
    const auto server = m_servers.get({}, now(), [this] { return readServer(); });
    if (!server)
        return misconfigured(server.error().reason);
    CurlRequest request = (*server)->request;
    request.mailTo = {to->address.toLatin1()};
    request.body = MailMessage{.id = message.id.text(),
                               .date = now(),
                               .from = (*server)->from,
                               .to = to->address,
                               .subject = message.subject,
                               .text = message.body,
                               .calendar = message.calendar}
                       .toBytes();
    return judge(transfer.perform(request, stop));
}

} // namespace anteroom
