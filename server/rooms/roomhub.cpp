// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/roomhub.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace std::chrono_literals;

namespace anteroom {

namespace {

/// How late a room may open or close.
constexpr auto beat = 250ms;

/// One WebSocket in its worker's thread: hands everything to the hub.
class RoomSession final : public SocketSession
{
public:
    RoomSession(RoomHub &hub, RoomSeat seat, QByteArray source, QByteArray page)
        : m_hub(hub)
        , m_seat(std::move(seat))
        , m_source(std::move(source))
        , m_page(std::move(page))
    {
    }

    void opened(const SocketHandle &socket) override
    {
        m_connection = socket.connection();
        post([hub = &m_hub, seat = m_seat, socket, source = m_source, page = m_page] {
            hub->enter(seat, socket, source, page);
        });
    }
    void received(const QByteArray &text) override
    {
        post([hub = &m_hub, connection = m_connection, text] { hub->heard(connection, text); });
    }
    void closed() override
    {
        post([hub = &m_hub, connection = m_connection] { hub->lost(connection); });
    }

private:
    template<typename Fn>
    void post(Fn fn)
    {
        QMetaObject::invokeMethod(&m_hub, std::move(fn), Qt::QueuedConnection);
    }

    RoomHub &m_hub;
    const RoomSeat m_seat;
    const QByteArray m_source;
    const QByteArray m_page;
    quint64 m_connection = 0;
};

} // namespace

RoomHub::RoomHub(const Parts &parts)
    : m_parts(parts)
    , m_roomParts{.directory = parts.directory,
                  .clock = parts.clock,
                  .admits = parts.admits,
                  .iceServers = parts.iceServers,
                  .endFailed =
                      [this](const ParticipantId &participant) {
                          QMetaObject::invokeMethod(
                              this,
                              [this, participant] {
                                  for (const auto &[id, room] : m_rooms)
                                      room->endFailed(participant);
                              },
                              Qt::QueuedConnection);
                      }}
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &RoomHub::tick);
}

RoomHub::~RoomHub() = default;

void RoomHub::start()
{
    m_timer.start(beat);
}

void RoomHub::stop()
{
    m_timer.stop();
}

std::unique_ptr<SocketSession> RoomHub::session(const RoomSeat &seat, const QByteArray &source,
                                                const QByteArray &page)
{
    return std::make_unique<RoomSession>(*this, seat, source, page);
}

void RoomHub::enter(const RoomSeat &seat, const SocketHandle &socket, const QByteArray &source,
                    const QByteArray &page)
{
    // What was read at the head of the upgrade may have changed since, and the change have been told already.
    const auto current = m_parts.directory.seat(seat.participant);
    const QByteArray id = seat.teleconsultation.text();
    auto &room = m_rooms[id];
    if (!room)
        room = std::make_unique<Room>(m_roomParts);
    m_lines.insert(socket.connection(), {socket, id, seat.participant});
    room->enter(current ? *current : seat, socket, source, page);
    if (!current && current.error().code == ErrorCode::NotFound)
        room->refresh();
    drop(id);
}

void RoomHub::heard(quint64 connection, const QByteArray &text)
{
    const auto line = m_lines.find(connection);
    if (line == m_lines.end())
        return;
    const auto room = m_rooms.find(line->room);
    if (room == m_rooms.end())
        return;
    const QJsonDocument message = QJsonDocument::fromJson(text);
    if (message.isObject() && room->second->heard(line->participant, line->socket, message.object())) {
        drop(line->room);
        return;
    }
    if (++line->nonsense == patience)
        line->socket.close(SocketClose::Policy);
}

void RoomHub::lost(quint64 connection)
{
    const Line line = m_lines.take(connection);
    const auto room = m_rooms.find(line.room);
    if (room == m_rooms.end())
        return;
    room->second->lost(line.participant, line.socket);
    drop(line.room);
}

void RoomHub::changed(const QByteArray &teleconsultation)
{
    if (teleconsultation.isEmpty()) {
        for (const auto &[id, room] : m_rooms)
            room->refresh();
    } else if (const auto room = m_rooms.find(teleconsultation); room != m_rooms.end()) {
        room->second->refresh();
    }
}

void RoomHub::tick()
{
    for (auto it = m_rooms.begin(); it != m_rooms.end();) {
        it->second->tick();
        it = it->second->isEmpty() ? m_rooms.erase(it) : std::next(it);
    }
    count();
}

/// Rooms without anybody are forgotten.
void RoomHub::drop(const QByteArray &room)
{
    if (const auto found = m_rooms.find(room); found != m_rooms.end() && found->second->isEmpty())
        m_rooms.erase(found);
}

void RoomHub::count()
{
    m_roomCount = int(m_rooms.size());
    int live = 0;
    for (const auto &[id, room] : m_rooms)
        live += room->live();
    m_liveCount = live;
}

} // namespace anteroom
