// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/room.h"

#include "app/base/random.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr qsizetype rememberedPages = 16; ///< of one person, that others of theirs replaced

const char *wordOf(RoomWhy why)
{
    switch (why) {
    case RoomWhy::Early:
        return "early";
    case RoomWhy::Admit:
        return "admit";
    case RoomWhy::Full:
        return "full";
    case RoomWhy::Time:
        return "time";
    case RoomWhy::Host:
        return "host";
    case RoomWhy::Cancelled:
        return "cancelled";
    case RoomWhy::Removed:
        return "removed";
    case RoomWhy::Replaced:
        return "replaced";
    case RoomWhy::None:
        break;
    }
    return "";
}

QJsonValue milliseconds(std::optional<UtcTime> time)
{
    return time ? QJsonValue(toUs(*time) / 1000) : QJsonValue();
}

QByteArray bytesOf(const QJsonObject &message, QLatin1String name)
{
    return message.value(name).toString().toLatin1();
}

bool isSameSeat(const RoomSeat &a, const RoomSeat &b)
{
    return a.fullName == b.fullName && a.role == b.role && a.tools == b.tools && a.opensAt == b.opensAt &&
           a.endsAt == b.endsAt && a.complete == b.complete;
}

} // namespace

QByteArray Room::publicId(const ParticipantId &participant)
{
    return QCryptographicHash::hash("room participant " + participant.text(), QCryptographicHash::Sha256)
        .toHex()
        .first(16);
}

int Room::live() const
{
    return int(std::count_if(m_members.begin(), m_members.end(),
                             [](const auto &member) { return member.second.standing == Standing::Live; }));
}

Room::Member *Room::find(const ParticipantId &participant)
{
    const auto found = m_members.find(publicId(participant));
    return found == m_members.end() ? nullptr : &found->second;
}

void Room::sendAway(const SocketHandle &socket)
{
    socket.send(QJsonDocument({{u"type"_s, u"state"_s},
                               {u"state"_s, u"ended"_s},
                               {u"why"_s, QLatin1String(wordOf(RoomWhy::Replaced))}})
                    .toJson(QJsonDocument::Compact));
    socket.close(SocketClose::Normal);
}

// A page may have been without its line while another took its place, and so not have heard of that.
bool Room::isReplaced(const QByteArray &id, const QByteArray &page)
{
    if (page.isEmpty())
        return false;
    Pages &pages = m_pages[id];
    if (pages.replaced.contains(page))
        return true;
    if (pages.current != page) {
        if (!pages.current.isEmpty())
            pages.replaced.append(pages.current);
        if (pages.replaced.size() > rememberedPages)
            pages.replaced.removeFirst();
        pages.current = page;
    }
    return false;
}

void Room::enter(const RoomSeat &seat, const SocketHandle &socket, const QByteArray &source,
                 const QByteArray &page)
{
    const QByteArray id = publicId(seat.participant);
    if (isReplaced(id, page)) {
        sendAway(socket);
        return;
    }
    Member &member = m_members[id];
    if (!member.socket.isNull())
        sendAway(member.socket);
    member.id = id;
    member.seat = seat;
    member.know();
    member.socket = socket;
    member.source = source;
    member.hasJoined = false;
    member.awaySince = m_parts.clock.now();
    // Who was in stays in, for as long as others keep the place; the page says whether it is the same one.
    if (member.standing != Standing::Live) {
        member.wantsIn = false;
        std::tie(member.standing, member.why) = standingOf(member);
    }
    QJsonObject hello{{u"hello"_s, true}};
    if (member.standing == Standing::Live)
        hello[u"state"_s] = u"open"_s; // until it asks
    member.knowsRelays = false;
    hello[u"ice"_s] = relaysFor(member);
    tellState(member, hello);
    settle();
}

void Room::lost(const ParticipantId &participant, const SocketHandle &socket)
{
    Member *member = find(participant);
    if (!member || !(member->socket == socket))
        return;
    member->socket = {};
    if (member->standing != Standing::Live) {
        m_members.erase(member->id);
        tellWaiting();
        return;
    }
    member->awaySince = m_parts.clock.now();
}

bool Room::heard(const ParticipantId &participant, const SocketHandle &socket, const QJsonObject &message)
{
    Member *member = find(participant);
    if (!member || !(member->socket == socket))
        return true; // sent before it heard that it is out, or that another page has its place
    const QString type = message.value("type"_L1).toString();
    if (type == "signal"_L1)
        return relay(*member, message);
    if (type == "ping"_L1) {
        tell(*member, {{u"type"_s, u"pong"_s}});
        return true;
    }
    if (type == "join"_L1)
        return join(*member, message);
    if (type == "relays"_L1) {
        tellState(*member, {{u"ice"_s, relaysFor(*member)}});
        return true;
    }
    if (type == "chat"_L1)
        return chat(*member, message);
    if (type == "media"_L1)
        return media(*member, message);
    if (type == "admit"_L1)
        return admit(*member, message);
    if (type == "leave"_L1) {
        takeOut(*member);
        member->wantsIn = false;
        settle();
        return true;
    }
    if (type == "end"_L1) {
        if (member->seat.role != ParticipantRole::Plus)
            return false;
        m_parts.directory.endForAll(participant, member->source,
                                    [failed = m_parts.endFailed, participant] { failed(participant); });
        return true;
    }
    return false;
}

void Room::endFailed(const ParticipantId &participant)
{
    if (const Member *member = find(participant))
        tell(*member, {{u"type"_s, u"problem"_s}, {u"why"_s, u"end"_s}});
}

bool Room::join(Member &member, const QJsonObject &message)
{
    const QByteArray instance = bytesOf(message, "instance"_L1).left(32);
    const QByteArray admission = bytesOf(message, "admission"_L1);
    if (!admission.isEmpty() &&
        equalInConstantTime(admission, m_parts.directory.admission(member.seat.participant)))
        m_admitted.insert(member.id);
    member.wantsIn = member.hasJoined = true;
    if (member.standing == Standing::Live) {
        const bool isBack = member.instance == instance;
        member.instance = instance;
        if (!isBack)
            member.camera = member.microphone = member.screen = false;
        tellState(member);
        tellOthers(member, {{u"type"_s, u"entered"_s}, {u"person"_s, personOf(member)}});
        tellWaiting();
        return true;
    }
    member.instance = instance;
    member.standing = Standing::Waiting;
    member.why = RoomWhy::None; // so that it hears of where it stands
    settle();
    return true;
}

bool Room::relay(const Member &member, const QJsonObject &message)
{
    const QJsonValue data = message.value("data"_L1);
    if (!data.isObject() || !message.value("to"_L1).isString())
        return false;
    const auto to = m_members.find(bytesOf(message, "to"_L1));
    if (member.standing == Standing::Live && to != m_members.end() && to->second.standing == Standing::Live &&
        to->second.id != member.id) {
        tell(to->second,
             {{u"type"_s, u"signal"_s}, {u"from"_s, QLatin1String(member.id)}, {u"data"_s, data}});
    }
    return true;
}

bool Room::chat(const Member &member, const QJsonObject &message)
{
    const QString text = message.value("text"_L1).toString().trimmed();
    if (!member.seat.tools.testFlag(RoomTool::Chat) || text.isEmpty() || text.size() > chatLength)
        return false;
    if (member.standing != Standing::Live)
        return true;
    const QJsonObject said{{u"type"_s, u"chat"_s},
                           {u"from"_s, QLatin1String(member.id)},
                           {u"name"_s, member.seat.fullName},
                           {u"at"_s, milliseconds(m_parts.clock.now())},
                           {u"text"_s, text}};
    for (const auto &[id, other] : m_members) {
        if (other.standing == Standing::Live && other.seat.tools.testFlag(RoomTool::Chat))
            tell(other, said);
    }
    return true;
}

bool Room::media(Member &member, const QJsonObject &message)
{
    member.camera = message.value("camera"_L1).toBool();
    member.microphone = message.value("microphone"_L1).toBool();
    member.screen =
        message.value("screen"_L1).toBool() && member.seat.tools.testFlag(RoomTool::ScreenSharing);
    if (member.standing == Standing::Live)
        tellOthers(member, {{u"type"_s, u"person"_s}, {u"person"_s, personOf(member)}});
    return true;
}

bool Room::admit(const Member &member, const QJsonObject &message)
{
    if (member.seat.role != ParticipantRole::Plus || member.standing != Standing::Live)
        return false;
    if (const auto found = m_members.find(bytesOf(message, "id"_L1)); found != m_members.end())
        m_admitted.insert(found->first);
    settle();
    return true;
}

std::pair<Room::Standing, RoomWhy> Room::standingOf(const Member &member) const
{
    const UtcTime now = m_parts.clock.now();
    const RoomSeat &seat = member.seat;
    if (seat.state == RoomSeat::State::Cancelled)
        return {Standing::Over, RoomWhy::Cancelled};
    // Where somebody ended it, the seat's end is that moment; the end that was known before tells.
    if (seat.state == RoomSeat::State::Ended || (seat.endsAt && now >= *seat.endsAt)) {
        const bool early = member.seenOpen && (!member.knownEnd || now < *member.knownEnd);
        return {Standing::Over, early ? RoomWhy::Host : RoomWhy::Time};
    }
    if (!seat.isOpen(now))
        return {Standing::Waiting, RoomWhy::Early};
    if (member.standing == Standing::Live)
        return {Standing::Live, RoomWhy::None};
    if (seat.role != ParticipantRole::Plus && !isAdmitted(member) && m_parts.admits())
        return {Standing::Waiting, RoomWhy::Admit};
    if (!member.wantsIn)
        return {Standing::Open, RoomWhy::None};
    if (live() >= places)
        return {Standing::Waiting, RoomWhy::Full};
    return {Standing::Live, RoomWhy::None};
}

/// Brings everybody to where they stand now, and tells those for whom that is news.
void Room::settle()
{
    for (auto it = m_members.begin(); it != m_members.end();) {
        const auto current = it++;
        Member &member = current->second;
        const auto [standing, why] = standingOf(member);
        if (standing == Standing::Over) {
            dismiss(current, why);
            continue;
        }
        if (standing == member.standing && why == member.why)
            continue;
        if (standing == Standing::Live) {
            bringIn(member);
            continue;
        }
        if (member.standing == Standing::Live)
            takeOut(member); // the room was moved to later
        member.standing = standing;
        member.why = why;
        tellState(member);
    }
    tellWaiting();
}

void Room::bringIn(Member &member)
{
    member.standing = Standing::Live;
    member.why = RoomWhy::None;
    m_parts.directory.joined(member.seat.participant, member.source);
    tellState(member);
    tellOthers(member, {{u"type"_s, u"entered"_s}, {u"person"_s, personOf(member)}});
}

void Room::takeOut(Member &member)
{
    if (member.standing != Standing::Live)
        return;
    tellOthers(member, {{u"type"_s, u"left"_s}, {u"id"_s, QLatin1String(member.id)}});
    member.standing = Standing::Open;
    member.why = RoomWhy::None;
    member.camera = member.microphone = member.screen = false;
}

void Room::dismiss(Members::iterator member, RoomWhy why)
{
    takeOut(member->second);
    tell(member->second,
         {{u"type"_s, u"state"_s}, {u"state"_s, u"ended"_s}, {u"why"_s, QLatin1String(wordOf(why))}});
    member->second.socket.close(SocketClose::Normal);
    m_members.erase(member);
}

/// Tells the hosts who waits for them.
void Room::tellWaiting()
{
    QJsonArray waiting;
    for (const auto &[id, member] : m_members) {
        if (member.standing == Standing::Waiting && member.why == RoomWhy::Admit)
            waiting.append(QJsonObject{{u"id"_s, QLatin1String(id)}, {u"name"_s, member.seat.fullName}});
    }
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    for (const auto &[id, member] : m_members) {
        if (member.standing == Standing::Live && member.seat.role == ParticipantRole::Plus)
            tell(member, {{u"type"_s, u"waiting"_s}, {u"people"_s, waiting}});
    }
}

void Room::refresh()
{
    for (auto it = m_members.begin(); it != m_members.end();) {
        const auto current = it++;
        Member &member = current->second;
        auto seat = m_parts.directory.seat(member.seat.participant);
        if (!seat) {
            if (seat.error().code == ErrorCode::NotFound)
                dismiss(current, RoomWhy::Removed);
            continue;
        }
        const bool isNews = !isSameSeat(member.seat, *seat);
        member.seat = *std::move(seat);
        member.know();
        if (!isNews || standingOf(member).first == Standing::Over)
            continue;
        member.screen = member.screen && member.seat.tools.testFlag(RoomTool::ScreenSharing);
        tellState(member);
        if (member.standing == Standing::Live)
            tellOthers(member, {{u"type"_s, u"person"_s}, {u"person"_s, personOf(member)}});
    }
    settle();
}

void Room::tick()
{
    const UtcTime now = m_parts.clock.now();
    for (auto it = m_members.begin(); it != m_members.end();) {
        const auto current = it++;
        Member &member = current->second;
        const bool isThere = !member.socket.isNull() && member.hasJoined;
        if (member.standing != Standing::Live || isThere || now - member.awaySince < awayFor)
            continue;
        takeOut(member);
        member.wantsIn = false;
        if (member.socket.isNull())
            m_members.erase(current);
    }
    settle();
}

QJsonObject Room::stateOf(const Member &member) const
{
    static constexpr const char *standings[] = {"waiting", "open", "live", "ended"};
    const RoomSeat &seat = member.seat;
    QJsonArray tools;
    for (const RoomTool tool : {RoomTool::Chat, RoomTool::ScreenSharing}) {
        if (seat.tools.testFlag(tool))
            tools.append(QLatin1String(toolName(tool)));
    }
    QJsonObject state{{u"type"_s, u"state"_s},
                      {u"state"_s, QLatin1String(standings[size_t(member.standing)])},
                      {u"why"_s, QLatin1String(wordOf(member.why))},
                      {u"self"_s, QLatin1String(member.id)},
                      {u"name"_s, seat.fullName},
                      {u"plus"_s, seat.role == ParticipantRole::Plus},
                      {u"tools"_s, tools},
                      {u"now"_s, milliseconds(m_parts.clock.now())},
                      // Without somebody who is still to be named nobody knows when it opens.
                      {u"opens"_s, seat.complete ? milliseconds(seat.opensAt) : QJsonValue()},
                      {u"ends"_s, milliseconds(seat.endsAt)}};
    if (member.standing != Standing::Live)
        return state;
    QJsonArray people;
    for (const auto &[id, other] : m_members) {
        if (other.standing == Standing::Live && id != member.id)
            people.append(personOf(other));
    }
    state.insert("people"_L1, people);
    if (seat.role == ParticipantRole::Plus)
        state.insert("waiting"_L1, m_waiting);
    if (isAdmitted(member))
        state.insert("admission"_L1, QLatin1String(m_parts.directory.admission(seat.participant)));
    return state;
}

// Passwords that work as long as the room are for who may come in; before, a link is worth a check.
QJsonArray Room::relaysFor(const Member &member) const
{
    const UtcTime now = m_parts.clock.now();
    const RoomSeat &seat = member.seat;
    if (seat.isOpen(now))
        return m_parts.iceServers(member.id, seat.endsAt ? *seat.endsAt + std::chrono::hours(1)
                                                         : now + std::chrono::hours(24));
    return standingOf(member).first == Standing::Over ? QJsonArray()
                                                      : m_parts.iceServers(member.id, now + checkFor);
}

/// Where it stands, with `news` besides; and with the relays' passwords once, when the room is open.
void Room::tellState(Member &member, const QJsonObject &news)
{
    QJsonObject state = stateOf(member);
    for (auto it = news.begin(); it != news.end(); ++it)
        state.insert(it.key(), it.value());
    const bool isOpen = member.seat.isOpen(m_parts.clock.now());
    if (isOpen && !member.knowsRelays && !state.contains("ice"_L1))
        state.insert("ice"_L1, relaysFor(member));
    member.knowsRelays = isOpen;
    tell(member, state);
}

QJsonObject Room::personOf(const Member &member)
{
    return {{u"id"_s, QLatin1String(member.id)}, {u"instance"_s, QLatin1String(member.instance)},
            {u"name"_s, member.seat.fullName},   {u"plus"_s, member.seat.role == ParticipantRole::Plus},
            {u"camera"_s, member.camera},        {u"microphone"_s, member.microphone},
            {u"screen"_s, member.screen}};
}

void Room::tellOthers(const Member &member, const QJsonObject &message)
{
    const QByteArray text = QJsonDocument(message).toJson(QJsonDocument::Compact);
    for (const auto &[id, other] : m_members) {
        if (other.standing == Standing::Live && id != member.id)
            other.socket.send(text);
    }
}

void Room::tell(const Member &member, const QJsonObject &message)
{
    member.socket.send(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

} // namespace anteroom
