// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/httpsurl.h"
#include "app/delivery/pushproviders.h"
#include "app/settings/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;
using Kind = PushResult::Kind;
using Failure = CurlReply::Failure;

namespace {

constexpr qint64 largestFile = 64 * 1024;
constexpr auto askedFor = std::chrono::hours(1);
constexpr auto passWithin = std::chrono::milliseconds(2500);
// How much of its life a pass may have used before it is renewed ahead, and before it is used no more.
constexpr double renewedAfter = 0.85, usedUntil = 0.98;
constexpr auto betweenRenewals = std::chrono::seconds(10);

// `{"error": {"code", "status", "message", "details": [{"errorCode"}, {"fieldViolations": [{"field"}]}]}}`
struct FcmError
{
    bool isThere = false;
    QString status, message, code;
    bool isAboutToken = false;

    explicit FcmError(const QByteArray &body)
    {
        const QJsonObject error = QJsonDocument::fromJson(body).object().value("error"_L1).toObject();
        isThere = !error.isEmpty();
        status = error.value("status"_L1).toString();
        message = error.value("message"_L1).toString();
        const QJsonArray details = error.value("details"_L1).toArray();
        for (const QJsonValue &detail : details) {
            if (const QString found = detail.toObject().value("errorCode"_L1).toString(); !found.isEmpty())
                code = found;
            const QJsonArray violations = detail.toObject().value("fieldViolations"_L1).toArray();
            for (const QJsonValue &violation : violations) {
                if (violation.toObject().value("field"_L1).toString().endsWith(u"token"_s))
                    isAboutToken = true;
            }
        }
        if (message.contains(u"registration token"_s, Qt::CaseInsensitive))
            isAboutToken = true;
    }

    bool is(const QString &name) const { return code == name || status == name; }
};

} // namespace

FcmProvider::FcmProvider(const Settings &settings, const Clock &clock, Http2Client &client)
    : m_settings(settings)
    , m_clock(clock)
    , m_client(client)
{
}

bool FcmProvider::isConfigured() const
{
    return !m_settings.text("ANTEROOM_FCM_SERVICE_ACCOUNT").isEmpty();
}

QByteArray FcmProvider::root() const
{
    QByteArray url = m_settings.text("ANTEROOM_FCM_URL").toUtf8();
    while (url.endsWith('/'))
        url.chop(1);
    return url;
}

Result<void> FcmProvider::readAccount()
{
    const QString name = m_settings.text("ANTEROOM_FCM_SERVICE_ACCOUNT");
    if (name.isEmpty())
        return fail(ErrorCode::Invalid, "push.not_configured");
    if (m_account && m_account->file == name)
        return {};
    m_account.reset();
    m_pass = QByteArray();
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, "push.bad_key");
    const QJsonObject content = QJsonDocument::fromJson(file.read(largestFile)).object();
    const auto text = [&](const char *member) {
        return content.value(QLatin1String(member)).toString().toUtf8();
    };
    auto key = WebTokenKey::fromPem(text("private_key"));
    const auto uri = HttpsUrl::parse(QString::fromUtf8(text("token_uri")), HttpsUrl::Plain::ToLoopback);
    if (!key || key->algorithm() != "RS256" || !uri || text("project_id").isEmpty() ||
        text("client_email").isEmpty())
        return fail(ErrorCode::Invalid, "push.bad_key");
    m_account = Account{name,
                        text("project_id"),
                        text("client_email"),
                        text("private_key_id"),
                        QUrl(uri->text()).toEncoded(QUrl::RemoveFragment),
                        *std::move(key)};
    return {};
}

// Whether the pass has used at most this share of its life.
bool FcmProvider::isFresh(double share) const
{
    const UtcTime now = m_clock.now();
    const auto life = std::chrono::duration<double, std::micro>(m_passUntil - m_passSince);
    return !m_pass.isNull() && now >= m_passSince &&
           std::chrono::duration<double, std::micro>(now - m_passSince) < life * share;
}

void FcmProvider::signInAhead()
{
    if (readAccount() && !isFresh(renewedAfter) && m_clock.now() >= m_notBefore)
        renew();
}

void FcmProvider::prepare(const Push &push, Ready ready)
{
    if (const auto read = readAccount(); !read) {
        ready(fail(read.error()));
        return;
    }
    signInAhead();
    if (isFresh(usedUntil)) {
        ready(requestFor(push));
        return;
    }
    m_waiting.push_back([this, push, ready = std::move(ready)](const std::optional<Error> &error) {
        if (error)
            ready(fail(*error));
        else
            ready(requestFor(push));
    });
    renew();
}

void FcmProvider::renew()
{
    if (m_renewing)
        return;
    m_renewing = true;
    m_notBefore = m_clock.now() + betweenRenewals;
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.now());
    const auto seconds = [](auto time) { return qint64(time.time_since_epoch().count()); };
    const auto assertion =
        m_account->key.sign({{u"typ"_s, u"JWT"_s}, {u"kid"_s, QString::fromUtf8(m_account->keyId)}},
                            {{u"iss"_s, QString::fromUtf8(m_account->mail)},
                             {u"scope"_s, u"https://www.googleapis.com/auth/firebase.messaging"_s},
                             {u"aud"_s, QString::fromUtf8(m_account->tokenUri)},
                             {u"iat"_s, seconds(now)},
                             {u"exp"_s, seconds(now + askedFor)}});
    Http2Request request;
    request.url = m_account->tokenUri;
    request.onHttp1 = true; // where it is http, on this machine
    request.headers = {"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"};
    request.body = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" +
                   assertion.value_or(QByteArray());
    request.caFile = m_settings.text("ANTEROOM_PUSH_CA");
    request.endWithin = passWithin;
    m_client.post(request, [this](const CurlReply &reply) { renewed(reply); });
}

void FcmProvider::renewed(const CurlReply &reply)
{
    m_renewing = false;
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QByteArray pass = answer.value("access_token"_L1).toString().toLatin1();
    const auto lasts =
        std::chrono::seconds(std::clamp<qint64>(answer.value("expires_in"_L1).toInteger(3600), 1, 24 * 3600));
    std::optional<Error> error;
    if (reply.failure != Failure::None || reply.status >= 500 || reply.status == 429) {
        error = Error{ErrorCode::Unavailable, "push.no_pass", nullptr, {}};
    } else if (reply.status != 200 || pass.isEmpty() || pass.contains('\n') || pass.contains('\r')) {
        error = Error{ErrorCode::Forbidden, "push.sign_in", nullptr, {}};
        m_account.reset(); // the file may have been mended by the next time
    } else {
        m_pass = pass;
        m_passSince = m_clock.now();
        m_passUntil = m_passSince + lasts;
    }
    for (const auto &waiter : std::exchange(m_waiting, {}))
        waiter(error);
}

void FcmProvider::forgetPass()
{
    m_pass = QByteArray();
}

Http2Request FcmProvider::requestFor(const Push &push) const
{
    const bool isCall = push.kind == Push::Kind::Call;
    QJsonObject android{{u"priority"_s, u"HIGH"_s}};
    QJsonObject web{{u"Urgency"_s, u"high"_s}};
    if (isCall) { // now or not at all
        android.insert(u"ttl"_s, u"0s"_s);
        web.insert(u"TTL"_s, u"0"_s);
    } else {
        android.insert(u"collapse_key"_s, QString::fromLatin1(push.id));
    }
    QJsonObject message{{u"token"_s, QString::fromUtf8(push.token)}, {u"data"_s, push.payload}};
    if (push.platform == UserDevice::Platform::Web)
        message.insert(u"webpush"_s, QJsonObject{{u"headers"_s, web}});
    else
        message.insert(u"android"_s, android);

    Http2Request request;
    request.url = root() + "/v1/projects/" + m_account->project.toPercentEncoding() + "/messages:send";
    request.headers = {"Authorization: Bearer " + m_pass, "Content-Type: application/json"};
    request.body = QJsonDocument(QJsonObject{{u"message"_s, message}}).toJson(QJsonDocument::Compact);
    request.caFile = m_settings.text("ANTEROOM_PUSH_CA");
    return request;
}

PushVerdict FcmProvider::judge(const Push &, const CurlReply &reply) const
{
    if (reply.status >= 200 && reply.status <= 299)
        return {};
    const FcmError error(reply.body);
    // A 404 that is none of theirs comes from a wrong address, and no device is to suffer for that.
    const bool isUnknown = reply.status == 404 && (error.isThere || reply.body.isEmpty());
    const bool isMalformed = reply.status == 400 && error.is(u"INVALID_ARGUMENT"_s) && error.isAboutToken;
    if (error.is(u"UNREGISTERED"_s) || isUnknown || isMalformed)
        return {{Kind::DeadToken, "push.dead_token"}};
    const QByteArray status = QByteArray::number(reply.status);
    if (reply.status == 429 || reply.status >= 500)
        return {
            {Kind::Unavailable, "push.status " + status, parseRetryAfter(reply.retryAfter, m_clock.now())}};
    if (reply.status == 401)
        return {{Kind::Refused, "push.sign_in 401"}, true};
    return {{Kind::Refused, (reply.status == 403 ? "push.sign_in "_ba : "push.status "_ba) + status}};
}

} // namespace anteroom
