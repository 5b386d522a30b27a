// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "server/http/websocket.h"
#include "server/rooms/roomdirectory.h"

#include <QJsonObject>

#include <map>
#include <set>

namespace anteroom {

/// What a client may wait for, or why it is over; the page has words for each.
enum class RoomWhy : quint8 { None, Early, Admit, Full, Time, Host, Cancelled, Removed, Replaced };

/// One room: who is there, who waits, and what they tell each other (RULES.md, Video rooms). Knows people by
/// names of its own, never by their links. Lives on the hub's thread, which calls everything.
class Room
{
public:
    /// As many as a mesh of direct connections bears.
    static constexpr int places = 6;
    /// How long others keep somebody's place whose connection broke.
    static constexpr std::chrono::seconds awayFor{15};
    static constexpr qsizetype chatLength = 2'000; ///< characters of one message
    /// How long relays work for who comes before the room opens: for the check of the connection.
    static constexpr std::chrono::minutes checkFor{10};

    struct Parts
    {
        RoomDirectory &directory;
        const Clock &clock;
        std::function<bool()> admits; ///< ANTEROOM_ROOM_ADMIT
        /// The servers by which two browsers find each other, for RTCPeerConnection; `name` is part of a
        /// credential that works until then.
        std::function<QJsonArray(const QByteArray &name, UtcTime until)> iceServers;
        /// Ending the room failed: `participant` is to hear so. Any thread.
        std::function<void(const ParticipantId &participant)> endFailed;
    };

    explicit Room(const Parts &parts)
        : m_parts(parts)
    {
    }

    /// A connection of the seat's owner; an older one of theirs is sent away. `page` is the page's own name
    /// for itself: one that another has replaced does not come back, however late its line does.
    void enter(const RoomSeat &seat, const SocketHandle &socket, const QByteArray &source,
               const QByteArray &page = {});
    /// The connection is gone, without a word.
    void lost(const ParticipantId &participant, const SocketHandle &socket);
    /// A message that came by that connection; false where it makes no sense.
    bool heard(const ParticipantId &participant, const SocketHandle &socket, const QJsonObject &message);
    /// Looks everybody's seat up again.
    void refresh();
    /// What comes with time: rooms open and end, those who do not come back are given up.
    void tick();
    void endFailed(const ParticipantId &participant);

    /// Nobody there, and nobody waited for.
    bool isEmpty() const { return m_members.empty(); }
    int live() const;

    /// What others call a participant.
    static QByteArray publicId(const ParticipantId &participant);

private:
    enum class Standing : quint8 { Waiting, Open, Live, Over };
    struct Member
    {
        RoomSeat seat;
        QByteArray id; ///< publicId()
        QByteArray source;
        SocketHandle socket; ///< null: away
        UtcTime awaySince;   ///< or since when another page of theirs hesitates
        QByteArray instance; ///< the page's own name for itself: another one after it was loaded again
        std::optional<UtcTime> knownEnd; ///< as it was before it ended
        bool seenOpen = false;           ///< whether we knew it before it ended
        bool hasJoined = false;          ///< this connection has, not only one before it
        bool knowsRelays = false;        ///< for as long as the room is open, not only for the check
        bool wantsIn = false;
        bool camera = false, microphone = false, screen = false;
        Standing standing = Standing::Waiting;
        RoomWhy why = RoomWhy::None;

        /// Remembers when the seat would end, as long as it has not.
        void know()
        {
            if (seat.state != RoomSeat::State::Live)
                return;
            knownEnd = seat.endsAt;
            seenOpen = true;
        }
    };
    /// The pages of one person: the one that is in, or was last, and those that it replaced.
    struct Pages
    {
        QByteArray current;
        QByteArrayList replaced;
    };
    using Members = std::map<QByteArray, Member>; ///< by publicId()

    bool isReplaced(const QByteArray &id, const QByteArray &page);
    static void sendAway(const SocketHandle &socket);
    bool isAdmitted(const Member &member) const { return m_admitted.contains(member.id); }
    Member *find(const ParticipantId &participant);
    std::pair<Standing, RoomWhy> standingOf(const Member &member) const;
    void settle();
    void bringIn(Member &member);
    void takeOut(Member &member);
    void dismiss(Members::iterator member, RoomWhy why);
    void tellWaiting();

    bool join(Member &member, const QJsonObject &message);
    bool relay(const Member &member, const QJsonObject &message);
    bool chat(const Member &member, const QJsonObject &message);
    bool media(Member &member, const QJsonObject &message);
    bool admit(const Member &member, const QJsonObject &message);

    QJsonObject stateOf(const Member &member) const;
    void tellState(Member &member, const QJsonObject &news = {});
    QJsonArray relaysFor(const Member &member) const;
    static QJsonObject personOf(const Member &member);
    void tellOthers(const Member &member, const QJsonObject &message);
    static void tell(const Member &member, const QJsonObject &message);

    const Parts &m_parts;
    Members m_members;
    std::map<QByteArray, Pages> m_pages; ///< by publicId()
    std::set<QByteArray> m_admitted;     ///< by publicId(): once is enough
    QJsonArray m_waiting;                ///< as hosts were told last
};

} // namespace anteroom
