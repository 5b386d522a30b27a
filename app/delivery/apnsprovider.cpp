// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/pushproviders.h"
#include "app/settings/settings.h"

#include <QFile>
#include <QJsonDocument>

namespace anteroom {

using namespace Qt::StringLiterals;
using Kind = PushResult::Kind;

namespace {

// Apple refuses tokens older than an hour, and new ones more often than every 20 minutes.
constexpr auto passHolds = std::chrono::minutes(40);
constexpr auto passAtTheEarliest = std::chrono::minutes(20);
constexpr qint64 largestKey = 64 * 1024;
const QString voip = u".voip"_s;

QByteArray reasonIn(const CurlReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object().value("reason"_L1).toString().toLatin1();
}

} // namespace

ApnsProvider::ApnsProvider(const Settings &settings, const Clock &clock)
    : m_settings(settings)
    , m_clock(clock)
{
}

bool ApnsProvider::isConfigured() const
{
    for (const char *name :
         {"ANTEROOM_APNS_KEY", "ANTEROOM_APNS_KEY_ID", "ANTEROOM_APNS_TEAM_ID", "ANTEROOM_APNS_TOPIC"}) {
        if (m_settings.text(name).isEmpty())
            return false;
    }
    return true;
}

QByteArray ApnsProvider::root() const
{
    QByteArray url = m_settings.text("ANTEROOM_APNS_URL").toUtf8();
    while (url.endsWith('/'))
        url.chop(1);
    return url;
}

void ApnsProvider::signInAhead()
{
    (void)pass();
}

Result<QByteArray> ApnsProvider::pass()
{
    if (!isConfigured())
        return fail(ErrorCode::Invalid, "push.not_configured");
    const QString file = m_settings.text("ANTEROOM_APNS_KEY");
    const QString keyId = m_settings.text("ANTEROOM_APNS_KEY_ID");
    const QString team = m_settings.text("ANTEROOM_APNS_TEAM_ID");
    const QByteArray of = (file + u'\n' + keyId + u'\n' + team).toUtf8();
    const UtcTime now = m_clock.now();
    if (!m_pass.isNull() && of == m_passOf && now >= m_passSince && now < m_passSince + passHolds)
        return m_pass;
    QFile pem(file);
    if (!pem.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, "push.bad_key");
    const auto key = WebTokenKey::fromPem(pem.read(largestKey));
    if (!key || key->algorithm() != "ES256")
        return fail(ErrorCode::Invalid, "push.bad_key");
    const auto since = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    auto signedPass = key->sign({{u"kid"_s, keyId}}, {{u"iss"_s, team}, {u"iat"_s, qint64(since)}});
    if (!signedPass)
        return fail(signedPass.error());
    m_pass = *std::move(signedPass);
    m_passOf = of;
    m_passSince = now;
    return m_pass;
}

void ApnsProvider::forgetPass()
{
    // A new one so soon would be refused as well, and for longer.
    const UtcTime now = m_clock.now();
    if (m_forgottenAt && now >= *m_forgottenAt && now < *m_forgottenAt + passAtTheEarliest)
        return;
    m_forgottenAt = now;
    m_pass = QByteArray();
}

void ApnsProvider::prepare(const Push &push, Ready ready)
{
    const auto bearer = pass();
    if (!bearer) {
        ready(fail(bearer.error()));
        return;
    }
    const bool isCall = push.kind == Push::Kind::Call;
    QString topic = m_settings.text("ANTEROOM_APNS_TOPIC");
    if (topic.endsWith(voip))
        topic.chop(voip.size());
    if (isCall)
        topic += voip;

    Http2Request request;
    request.url = root() + "/3/device/" + push.token.toPercentEncoding();
    request.headers = {"authorization: bearer " + *bearer, "apns-topic: " + topic.toUtf8(),
                       "apns-push-type: "_ba + (isCall ? "voip" : "alert"), "apns-priority: 10",
                       "content-type: application/json"};
    if (isCall) // now or not at all
        request.headers.append("apns-expiration: 0");
    else
        request.headers.append("apns-collapse-id: " + push.id.left(64));
    if (push.id.size() == 36)
        request.headers.append("apns-id: " + push.id);
    QJsonObject body = push.payload;
    QJsonObject aps;
    if (!isCall) {
        QJsonObject alert{{u"body"_s, push.text}};
        if (!push.title.isEmpty())
            alert.insert(u"title"_s, push.title);
        aps = {{u"alert"_s, alert}, {u"sound"_s, u"default"_s}};
    }
    body.insert(u"aps"_s, aps);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.caFile = m_settings.text("ANTEROOM_PUSH_CA");
    ready(std::move(request));
}

PushVerdict ApnsProvider::judge(const Push &push, const CurlReply &reply) const
{
    const QByteArray reason = reasonIn(reply);
    const auto refused = [&](const char *key) {
        return PushVerdict{{Kind::Refused, key + " "_ba + QByteArray::number(reply.status)}};
    };
    switch (reply.status) {
    case 200:
        return {};
    case 410:
        return {{Kind::DeadToken, "push.dead_token"}};
    case 400:
        // The token of a call's topic is no other topic's, and is none the worse for it.
        if (reason == "BadDeviceToken" ||
            (reason == "DeviceTokenNotForTopic" && push.kind == Push::Kind::Call))
            return {{Kind::DeadToken, "push.dead_token"}};
        return refused("push.status");
    case 403: {
        PushVerdict verdict = refused("push.sign_in");
        verdict.signInAgain = reason == "ExpiredProviderToken" || reason == "InvalidProviderToken";
        return verdict;
    }
    default:
        break;
    }
    if (reply.status == 429 || reply.status >= 500)
        return {{Kind::Unavailable, "push.status " + QByteArray::number(reply.status),
                 parseRetryAfter(reply.retryAfter, m_clock.now())}};
    return refused("push.status");
}

} // namespace anteroom
