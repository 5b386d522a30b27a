// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rooms/room.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace anteroom {

/// All rooms, in one place and on one thread: the workers hand it what their WebSockets hear, and it answers
/// through their mailboxes. No lock, nothing shared.
class RoomHub final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        RoomDirectory &directory;
        const Clock &clock;
        std::function<bool()> admits;
        std::function<QJsonArray(const QByteArray &name, UtcTime until)> iceServers;
    };

    /// So many messages that make no sense end a connection.
    static constexpr int patience = 50;

    explicit RoomHub(const Parts &parts);
    ~RoomHub() override;

    // In its thread.

    /// Begins to look at the clock by itself.
    void start();
    void stop();
    void enter(const RoomSeat &seat, const SocketHandle &socket, const QByteArray &source,
               const QByteArray &page = {});
    void heard(quint64 connection, const QByteArray &text);
    void lost(quint64 connection);
    /// A teleconsultation changed; an empty id: any may have.
    void changed(const QByteArray &teleconsultation);
    void tick();

    /// Any thread. A session for the seat's owner, whose messages come here; `page` as for Room::enter().
    std::unique_ptr<SocketSession> session(const RoomSeat &seat, const QByteArray &source,
                                           const QByteArray &page);

    // For metrics; any thread.
    int rooms() const { return m_roomCount; }
    int people() const { return m_liveCount; }

private:
    struct Line
    {
        SocketHandle socket;
        QByteArray room;
        ParticipantId participant;
        int nonsense = 0;
    };

    void drop(const QByteArray &room);
    void count();

    const Parts m_parts;
    const Room::Parts m_roomParts;
    std::map<QByteArray, std::unique_ptr<Room>> m_rooms; ///< by the teleconsultation's id
    QHash<quint64, Line> m_lines;                        ///< by the connection's number
    QTimer m_timer;
    std::atomic<int> m_roomCount = 0;
    std::atomic<int> m_liveCount = 0;
};

} // namespace anteroom
