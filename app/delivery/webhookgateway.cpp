// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/webhookgateway.h"

#include "app/base/httpsurl.h"
#include "app/delivery/publicaddress.h"
#include "app/delivery/webhooksignature.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;
using Kind = DeliveryOutcome::Kind;

namespace {

constexpr int threads = 16;
constexpr const char *secretName = "ANTEROOM_WEBHOOK_SECRET";

// The event's own id stays the same on every try and on a replay; the row's does not.
QByteArray eventId(const Message &message)
{
    const QJsonObject root = QJsonDocument::fromJson(message.body.toUtf8()).object();
    const QString id = root.value(u"event"_s).toObject().value(u"id"_s).toString();
    return id.isEmpty() ? message.id.text() : id.toUtf8();
}

// What the receiver's own answer means.
DeliveryOutcome judge(const CurlReply &reply, UtcTime now)
{
    DeliveryOutcome outcome;
    if (reply.status >= 200 && reply.status <= 299)
        return outcome;
    outcome.kind = reply.status == 410 ? Kind::GivenUp : Kind::TryAgain;
    outcome.reason = reply.status == 410 ? "webhook.gone"_ba
                     : reply.status >= 300 && reply.status <= 399
                         ? "webhook.redirected"_ba
                         : "webhook.status_" + QByteArray::number(reply.status);
    outcome.retryAfter = parseRetryAfter(reply.retryAfter, now);
    return outcome;
}

DeliveryOutcome judgeFailure(const CurlReply &reply)
{
    DeliveryOutcome outcome;
    // Another try would lead to the same place.
    const bool hopeless = reply.failure == Failure::BadUrl || reply.failure == Failure::AddressRefused;
    outcome.kind = hopeless ? Kind::GivenUp : Kind::TryAgain;
    outcome.reason = reasonOf(reply.failure);
    outcome.providerFailed = !hopeless && (!reply.connected || reply.failure == Failure::TimedOut);
    return outcome;
}

} // namespace

WebhookGateway::WebhookGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                               TransferOptions options)
    : TransferGateway(clock, threads, std::move(options))
    , m_settings(settings)
    , m_keyring(keyring)
{
}

QString WebhookGateway::provider() const
{
    return u"webhook"_s;
}

DeliveryOutcome WebhookGateway::deliver(const Message &message, CurlTransfer &transfer,
                                        const std::stop_token &stop)
{
    // The rules may have changed since the event was written.
    const auto plain = m_settings.flag("ANTEROOM_WEBHOOK_ALLOW_HTTP") ? HttpsUrl::Plain::ToLoopback
                                                                      : HttpsUrl::Plain::Refused;
    const auto url = HttpsUrl::parse(message.to, plain);
    if (!url)
        return {.kind = Kind::GivenUp, .reason = "webhook.address_not_allowed"};
    const auto secret = m_secrets.get({}, now(), [this] { return readSecrets(); });
    if (!secret)
        return {.kind = Kind::TryAgain, .reason = "webhook.no_secret"};

    CurlRequest request;
    request.url = QUrl(url->text()).toEncoded(QUrl::RemoveFragment);
    request.method = "POST";
    request.body = message.body.toUtf8();
    limit(request);
    request.caFile = m_settings.text("ANTEROOM_WEBHOOK_CA");
    if (!m_settings.flag("ANTEROOM_WEBHOOK_ALLOW_PRIVATE"))
        request.mayConnectTo = isPublicAddress;

    const QByteArray id = eventId(message);
    const qint64 time = std::chrono::floor<std::chrono::seconds>(now()).time_since_epoch().count();
    request.headers = {"Content-Type: application/json", "User-Agent: Anteroom/" ANTEROOM_VERSION,
                       "webhook-id: " + id, "webhook-timestamp: " + QByteArray::number(time),
                       "webhook-signature: " + webhookSignature(**secret, id, time, request.body)};
    const CurlReply reply = transfer.perform(request, stop);
    return reply.failure == Failure::None ? judge(reply, now()) : judgeFailure(reply);
}

Result<QByteArray> WebhookGateway::readSecrets() const
{
    auto secret = Secrets(m_settings, m_keyring).read(secretName);
    if (secret && secret->isEmpty())
        return fail(ErrorCode::Unavailable, "webhook.no_secret");
    return secret;
}

Result<void> ensureWebhookSecret(const Settings &settings, Keyring &keyring)
{
    Secrets secrets(settings, keyring);
    const auto kept = secrets.read(secretName);
    if (!kept)
        return fail(kept.error());
    return kept->isEmpty() ? secrets.write(secretName, newWebhookSecret()) : Result<void>();
}

} // namespace anteroom
