// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/roomsite.h"

#include "app/filerequests/publicurl.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"
#include "app/storage/store.h"
#include "app/teleconsultations/clinictime.h"
#include "server/http/query.h"
#include "server/patient/gzip.h"
#include "server/patient/pagelanguage.h"
#include "server/rooms/turncredentials.h"

#include <QLoggingCategory>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logRooms, "anteroom.rooms")

constexpr qsizetype pageNameLength = 32;

/// `https://host:port` of a URL, as a browser writes it into Origin.
QByteArray originOf(const QString &text)
{
    const QUrl url(text);
    QString origin = url.scheme() + u"://"_s + url.host(QUrl::EncodeUnicode);
    if (url.host().contains(u':'))
        origin = url.scheme() + u"://["_s + url.host() + u']';
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    if (url.port(usual) != usual)
        origin += u':' + QString::number(url.port());
    return origin.toLower().toLatin1();
}

} // namespace

RoomSite::RoomSite(const Parts &parts)
    : m_parts(parts)
    , m_pages(m_phrasebook)
    , m_logo(parts.settings)
    , m_misses(parts.clock)
    , m_directory(parts.store, parts.access, parts.vault)
{
    m_hub = std::make_unique<RoomHub>(RoomHub::Parts{
        .directory = m_directory,
        .clock = parts.clock,
        .admits = [this] { return m_parts.settings.flag("ANTEROOM_ROOM_ADMIT"); },
        .iceServers =
            [this](const QByteArray &name, UtcTime until) {
                const QString urls = m_parts.settings.text("ANTEROOM_TURN_URL");
                if (!m_turnSecret && !urls.isEmpty()) { // asking the keyring each time could take long
                    const auto secret =
                        Secrets(m_parts.settings, m_parts.keyring).read("ANTEROOM_TURN_SECRET");
                    if (!secret)
                        qCWarning(logRooms, "the TURN server's secret cannot be read: %s",
                                  secret.error().reason);
                    m_turnSecret = secret.value_or(QByteArray());
                }
                return iceServers(urls, m_turnSecret.value_or(QByteArray()), name, until);
            },
    });
    m_hub->moveToThread(&m_thread);
    RoomHub *hub = m_hub.get();
    QObject::connect(&m_thread, &QThread::started, hub, &RoomHub::start);
    QObject::connect(&parts.store.changes(), &ChangeFeed::changed, hub,
                     [this, hub](const ChangeSet &changes) {
                         for (const Change &change : changes) {
                             if (change.topic == Topic::Teleconsultations) {
                                 hub->changed(change.id);
                             } else if (change.topic == Topic::Settings) {
                                 m_turnSecret.reset();
                                 hub->changed({});
                             }
                         }
                     });
    m_thread.setObjectName(u"rooms"_s);
    m_thread.start();
}

RoomSite::~RoomSite()
{
    QMetaObject::invokeMethod(m_hub.get(), &RoomHub::stop, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    // What was handed to the writer before still answers through the hub.
    (void)m_parts.store.writeNow([](WriteTransaction &) -> Result<void> { return {}; });
}

void RoomSite::addRoutes(Router &router)
{
    const auto add = [&router](const char *path, const char *name, RouteHandler handler,
                               SocketFactory socket = {}) {
        router.add({.method = HttpMethod::Get,
                    .path = path,
                    .operationId = name,
                    .listener = Listener::Patient,
                    .body = BodyKind::Raw,
                    .handler = std::move(handler),
                    .bodyLimit = BodyLimit{.maxBytes = 4096},
                    .socket = std::move(socket),
                    .documented = false});
    };
    add("/room/-/{version}/{asset}", "roomAsset", [this](RouteCall &call) {
        const bool gzip = acceptsGzip(call.request.headers.view("accept-encoding"));
        call.answer.respond(call.param(1) == "logo" ? m_logo.answer()
                                                    : m_pages.asset(call.param(0), call.param(1), gzip));
    });
    add("/room/{token}", "roomPage", [this](RouteCall &call) { page(call); });
    add(
        "/room/{token}/signal", "roomSignal",
        [](RouteCall &call) {
            call.answer.respond(HttpResponse::empty(426).with("Upgrade"_ba, "websocket"_ba));
        },
        [this](const RequestHead &head, const QByteArrayList &params, Reader *reader) {
            return upgrade(head, params.value(0), reader);
        });
}

PageFrame RoomSite::frameOf(const RequestHead &head, const std::optional<Language> &language) const
{
    const PageLanguage wanted = pageLanguage(head);
    return {.language = language && !wanted.chosen ? QByteArray(languageCode(*language)) : wanted.code,
            .secure = head.secure || m_parts.publicUrl.isSecure(),
            .clinic = m_parts.settings.text("ANTEROOM_CLINIC_NAME"),
            .logo = m_logo.version(),
            .phone = m_parts.settings.text("ANTEROOM_CLINIC_PHONE"),
            .zone = clinicZone(m_parts.settings)};
}

QByteArray RoomSite::origin() const
{
    return originOf(m_parts.publicUrl.base());
}

Result<RoomSeat> RoomSite::seatOf(const QByteArray &token, Reader *reader) const
{
    if (!reader)
        return fail(ErrorCode::Unavailable, "storage.busy");
    return reader->run([&](Transaction &tx) { return m_parts.access.seat(tx, token); });
}

// A link is 256 bits: nobody finds one by guessing, but nobody needs to be let try at any pace either. A
// right one is never refused for others' misses.
HttpResponse RoomSite::refusal(const RequestHead &head, const Error &error)
{
    const PageFrame frame = frameOf(head, {});
    if (error.code != ErrorCode::NotFound)
        return m_pages.busy(frame);
    const auto wait = m_misses.begin(head.peer);
    return m_pages.unknown(frame, wait);
}

void RoomSite::page(RouteCall &call)
{
    const auto seat = seatOf(call.param(0), call.reader);
    if (!seat) {
        call.answer.respond(refusal(call.request, seat.error()));
        return;
    }
    QByteArray socket = origin();
    socket.replace(0, 4, "ws");
    call.answer.respond(m_pages.room(frameOf(call.request, seat->language), socket));
}

SocketUpgrade RoomSite::upgrade(const RequestHead &head, const QByteArray &token, Reader *reader)
{
    SocketUpgrade upgrade;
    // Pages of others have no business here, even where they know a link.
    if (head.headers.value("origin").toLower() != origin()) {
        upgrade.refusal = HttpResponse::empty(403);
        return upgrade;
    }
    const auto seat = seatOf(token, reader);
    if (seat) {
        const auto page = QueryParameters(head.rawQuery).value("page").value_or(QByteArray());
        upgrade.session = m_hub->session(*seat, head.peer.toString().toLatin1(), page.left(pageNameLength));
    } else {
        upgrade.refusal = refusal(head, seat.error());
    }
    return upgrade;
}

} // namespace anteroom
