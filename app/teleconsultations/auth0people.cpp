// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/auth0people.h"

#include "app/settings/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUrl>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;

namespace {

Q_LOGGING_CATEGORY(logAuth0, "anteroom.auth0")

constexpr qsizetype answerLimit = 1024 * 1024;
constexpr auto leewayOfTokens = std::chrono::seconds(60);
constexpr qsizetype longestName = 200; // as of names that we are given

tl::unexpected<Error> failed(const char *call, const CurlReply &reply)
{
    if (reply.failure == Failure::Cancelled)
        return fail(ErrorCode::Unavailable, "stopping");
    if (reply.failure == Failure::None)
        qCWarning(logAuth0, "%s: Auth0 answered %d", call, reply.status);
    else
        qCWarning(logAuth0, "%s: Auth0 gave no answer (%s)", call, reasonOf(reply.failure).constData());
    return fail(ErrorCode::BadGateway, "auth0.failed");
}

CurlRequest requestTo(const QByteArray &url)
{
    CurlRequest request;
    request.url = url;
    request.headers = {"Accept: application/json", "User-Agent: Anteroom/" ANTEROOM_VERSION};
    request.connectWithin = std::chrono::seconds(4);
    request.endWithin = std::chrono::seconds(8);
    request.answerLimit = answerLimit;
    return request;
}

// A name as one of ours may be: one line, and not empty.
QString nameFrom(const QJsonObject &answer, const QString &id)
{
    QString name = answer.value("name"_L1).toString();
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    name = name.simplified().left(longestName);
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    return name.isEmpty() ? id : name;
}

// Nothing but a segment of a path: dots would lead elsewhere, encoded or not.
bool isOnlyDots(const QString &id)
{
    return id == u"." || id == u"..";
}

} // namespace

QString auth0Base(const Settings &settings)
{
    QString base = settings.text("AUTH0_DOMAIN");
    while (base.endsWith(u'/'))
        base.chop(1);
    return base.isEmpty() || base.contains("://"_L1) ? base : u"https://"_s + base;
}

Auth0People::Auth0People(const Settings &settings, Keyring &keyring, const Clock &clock)
    : m_settings(settings)
    , m_keyring(keyring)
    , m_clock(clock)
{
}

QString Auth0People::managementUrl() const
{
    QString url = m_settings.text("AUTH0_MANAGEMENT_URL");
    while (url.endsWith(u'/'))
        url.chop(1);
    const QString base = auth0Base(m_settings);
    return !url.isEmpty() || base.isEmpty() ? url : base + u"/api/v2"_s;
}

Result<QByteArray> Auth0People::secret(const char *name) const
{
    const std::lock_guard lock(m_keyringMutex); // a desktop's keyring answers one at a time
    return Secrets(m_settings, m_keyring).read(name);
}

// The token that is set, else one for the client's credentials, which is kept until it ends.
Result<QByteArray> Auth0People::bearer(const Outside &outside, bool isAnew)
{
    const auto set = secret("AUTH0_MANAGEMENT_TOKEN");
    if (!set || !set->isEmpty())
        return set;
    const QString client = m_settings.text("AUTH0_CLIENT_ID");
    const auto password = secret("AUTH0_CLIENT_SECRET");
    if (!password)
        return fail(password.error());
    const QString base = auth0Base(m_settings);
    if (client.isEmpty() || password->isEmpty() || base.isEmpty()) {
        qCWarning(logAuth0, "neither AUTH0_MANAGEMENT_TOKEN nor AUTH0_CLIENT_ID and _SECRET are set");
        return fail(ErrorCode::BadGateway, "auth0.not_set_up");
    }
    const QString audience = managementUrl() + u'/';
    const QByteArray tokenFor = (client + u'\n' + base + u'\n' + audience).toUtf8() + '\n' + *password;
    const std::lock_guard lock(m_mutex); // whoever else needs one waits for this one
    if (!isAnew && m_tokenFor == tokenFor && m_clock.now() < m_tokenEnds)
        return m_token;

    CurlRequest request = requestTo(QUrl(base).toEncoded() + "/oauth/token");
    request.method = "POST";
    request.headers.append("Content-Type: application/json");
    request.body = QJsonDocument(QJsonObject{{u"grant_type"_s, u"client_credentials"_s},
                                             {u"client_id"_s, client},
                                             {u"client_secret"_s, QString::fromUtf8(*password)},
                                             {u"audience"_s, audience}})
                       .toJson(QJsonDocument::Compact);
    const CurlReply reply = outside.transfer.perform(request, outside.stop);
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const QByteArray token = answer.value("access_token"_L1).toString().toUtf8();
    if (reply.failure != Failure::None || reply.status != 200 || token.isEmpty())
        return failed("getting a token", reply);
    m_token = token;
    m_tokenFor = tokenFor;
    m_tokenEnds =
        m_clock.now() + std::chrono::seconds(answer.value("expires_in"_L1).toInteger(0)) - leewayOfTokens;
    return token;
}

Result<std::optional<KnownPerson>> Auth0People::read(const Outside &outside, const QString &id)
{
    if (isOnlyDots(id))
        return std::nullopt;
    const QString url = managementUrl();
    if (url.isEmpty()) {
        qCWarning(logAuth0, "neither AUTH0_MANAGEMENT_URL nor AUTH0_DOMAIN is set");
        return fail(ErrorCode::BadGateway, "auth0.not_set_up");
    }
    CurlReply reply;
    for (const bool isAnew : {false, true}) {
        const auto token = bearer(outside, isAnew);
        if (!token)
            return fail(token.error());
        CurlRequest request = requestTo(QUrl(url).toEncoded() + "/users/" + QUrl::toPercentEncoding(id));
        request.headers.append("Authorization: Bearer " + *token);
        reply = outside.transfer.perform(request, outside.stop);
        if (reply.failure != Failure::None || reply.status != 401)
            break; // 401: it may have been withdrawn before its end
    }
    if (reply.failure == Failure::None && (reply.status == 404 || reply.status == 400))
        return std::nullopt;
    if (reply.failure != Failure::None || reply.status != 200)
        return failed("reading a person", reply);
    QJsonParseError error;
    const QJsonObject answer = QJsonDocument::fromJson(reply.body, &error).object();
    if (error.error != QJsonParseError::NoError || answer.isEmpty())
        return failed("reading a person", reply);
    KnownPerson person{nameFrom(answer, id), {}};
    const QJsonArray groups = answer.value("app_metadata"_L1).toObject().value("groups"_L1).toArray();
    for (const QJsonValue &group : groups)
        person.groups.append(group.toString());
    return person;
}

} // namespace anteroom
