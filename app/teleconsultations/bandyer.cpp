// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/bandyer.h"

#include "app/settings/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUrl>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;
using Kind = DeliveryOutcome::Kind;

namespace {

Q_LOGGING_CATEGORY(logVideo, "anteroom.video")

constexpr auto connectWithin = std::chrono::seconds(4);
constexpr auto endWithin = std::chrono::seconds(8);
constexpr qsizetype answerLimit = 256 * 1024;

bool isGood(const CurlReply &reply)
{
    return reply.failure == Failure::None && reply.status >= 200 && reply.status <= 299;
}

// Whether what was asked for may have been done although no good answer came.
bool mayHaveDone(const CurlReply &reply)
{
    return reply.failure == Failure::None ? reply.status == 502 || reply.status == 504 : reply.mayHaveLeft;
}

tl::unexpected<Error> failed(const char *call, const CurlReply &reply)
{
    if (reply.failure == Failure::Cancelled)
        return fail(ErrorCode::Unavailable, "stopping", nullptr, {{u"mayExist"_s, reply.mayHaveLeft}});
    if (reply.failure == Failure::None)
        qCWarning(logVideo, "%s: Bandyer answered %d", call, reply.status);
    else
        qCWarning(logVideo, "%s: Bandyer gave no answer (%s)", call, reasonOf(reply.failure).constData());
    return fail(ErrorCode::BadGateway, "video.failed", nullptr, {{u"mayExist"_s, mayHaveDone(reply)}});
}

tl::unexpected<Error> garbage(const char *call)
{
    qCWarning(logVideo, "%s: Bandyer's answer makes no sense", call);
    return fail(ErrorCode::BadGateway, "video.garbage", nullptr, {{u"mayExist"_s, true}});
}

// v1 wraps what it answers, v2 does not.
QJsonObject answered(const CurlReply &reply, const QString &wrapping)
{
    const QJsonObject root = QJsonDocument::fromJson(reply.body).object();
    return root.value(wrapping).isObject() ? root.value(wrapping).toObject() : root;
}

} // namespace

BandyerApi::BandyerApi(const Settings &settings, Keyring &keyring)
    : m_settings(settings)
    , m_keyring(keyring)
{
}

bool BandyerApi::isV2() const
{
    return m_settings.text("ANTEROOM_BANDYER_API") == "v2"_L1;
}

QByteArray BandyerApi::roomPath(const QString &roomId) const
{
    return (isV2() ? "/v2/rooms/"_ba : "/rest/room/"_ba) + QUrl::toPercentEncoding(roomId);
}

Result<CurlRequest> BandyerApi::request(const QByteArray &method, const QByteArray &path,
                                        const QJsonObject &body) const
{
    QString base = m_settings.text("BANDYER_BASE_URL");
    while (base.endsWith(u'/'))
        base.chop(1);
    QByteArray key;
    {
        const std::lock_guard lock(m_keyringMutex);
        auto secret = Secrets(m_settings, m_keyring).read("BANDYER_API_SECRET_KEY");
        if (!secret)
            return fail(secret.error());
        key = *std::move(secret);
    }
    if (base.isEmpty() || key.isEmpty()) {
        qCWarning(logVideo, "BANDYER_BASE_URL or BANDYER_API_SECRET_KEY is not set");
        return fail(ErrorCode::BadGateway, "video.not_set_up");
    }
    CurlRequest request;
    request.url = QUrl(base).toEncoded() + path;
    request.method = method;
    request.headers = {"apikey: " + key, "Accept: application/json",
                       "User-Agent: Anteroom/" ANTEROOM_VERSION};
    if (method == "POST") {
        request.headers.append("Content-Type: application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    request.connectWithin = connectWithin;
    request.endWithin = endWithin;
    request.answerLimit = answerLimit;
    return request;
}

QString BandyerProvider::name() const
{
    return QLatin1String(providerName);
}

Result<QString> BandyerProvider::makeUser(const Outside &outside, ParticipantRole role, const QString &wanted)
{
    const auto request = m_api.request("POST", m_api.isV2() ? "/v2/users"_ba : "/rest/user/create"_ba,
                                       {{u"role"_s, QLatin1String(roleName(role))}, {u"id"_s, wanted}});
    if (!request)
        return fail(request.error());
    const CurlReply reply = outside.transfer.perform(*request, outside.stop);
    if (reply.failure == Failure::None && reply.status == 409) // an earlier try's answer was lost
        return wanted;
    if (!isGood(reply))
        return failed("making a user", reply);
    const QString id = answered(reply, u"user"_s).value("id"_L1).toString();
    if (id.isEmpty())
        return garbage("making a user");
    return id;
}

Result<MadeRoom> BandyerProvider::makeRoom(const Outside &outside, const RoomPlan &plan)
{
    const auto request = m_api.request("POST", m_api.isV2() ? "/v2/rooms"_ba : "/rest/room/create"_ba,
                                       QJsonDocument::fromJson(plan.text()).object());
    if (!request)
        return fail(request.error());
    const CurlReply reply = outside.transfer.perform(*request, outside.stop);
    if (!isGood(reply))
        return failed("making a room", reply);
    const QJsonObject answer = answered(reply, u"room"_s);
    MadeRoom room;
    room.id = answer.value("room_id"_L1).toString();
    if (room.id.isEmpty())
        return garbage("making a room");
    const QJsonArray urls = answer.value("user_urls"_L1).toArray();
    for (const QJsonValue &url : urls)
        room.urls.insert(url.toObject().value("user"_L1).toString(),
                         url.toObject().value("url"_L1).toString());
    return room;
}

QString BandyerGateway::provider() const
{
    return QLatin1String(BandyerProvider::providerName);
}

void BandyerGateway::send(const Message &message, Done done)
{
    m_pool.start(
        [this, message, done = std::move(done)](CurlTransfer &transfer, const std::stop_token &stop) {
            DeliveryOutcome outcome = deliver(message, {transfer, stop});
            outcome.id = message.id;
            done(std::move(outcome));
        });
}

DeliveryOutcome BandyerGateway::deliver(const Message &message, const Outside &outside) const
{
    const QJsonObject task = QJsonDocument::fromJson(message.body.toUtf8()).object();
    const QString roomId = task.value("room_id"_L1).toString();
    if (task.value("action"_L1).toString() != u"room.delete" || roomId.isEmpty())
        return {.kind = Kind::GivenUp, .reason = "video.room_unknown"};
    const auto request = m_api.request("DELETE", m_api.roomPath(roomId));
    if (!request)
        return {.kind = Kind::TryAgain,
                .reason = request.error().is("video.not_set_up") ? "video.not_set_up" : "video.no_secret",
                .providerFailed = true};
    const CurlReply reply = outside.transfer.perform(*request, outside.stop);
    if (isGood(reply) || (reply.failure == Failure::None && (reply.status == 404 || reply.status == 410)))
        return {};
    if (reply.failure != Failure::None)
        return {.kind = Kind::TryAgain, .reason = reasonOf(reply.failure), .providerFailed = true};
    if (reply.status == 401 || reply.status == 403)
        return {.kind = Kind::TryAgain,
                .reason = "video.sign_in " + QByteArray::number(reply.status),
                .providerFailed = true};
    return {.kind = Kind::TryAgain,
            .reason = "video.status_" + QByteArray::number(reply.status),
            .providerFailed = reply.status >= 500 || reply.status == 429};
}

} // namespace anteroom
