// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/roomhub.h"
#include "server/rooms/turncredentials.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace std::chrono_literals;

namespace {

/// The other end of every WebSocket.
class Sockets final : public SocketPort
{
public:
    void sendText(quint64 connection, const QByteArray &text) override
    {
        heard[connection].append(QJsonDocument::fromJson(text).object());
    }
    void closeSocket(quint64 connection, quint16 code) override { closed[connection] = code; }

    std::map<quint64, QList<QJsonObject>> heard;
    std::map<quint64, int> closed;
};

class FakeDirectory final : public RoomDirectory
{
public:
    Result<RoomSeat> seat(const ParticipantId &participant) override
    {
        const auto found = seats.find(participant.text());
        if (found == seats.end())
            return fail(ErrorCode::NotFound, "room.unknown");
        if (isAway)
            return fail(ErrorCode::Unavailable, "storage.busy");
        return found->second;
    }
    void joined(const ParticipantId &participant, const QByteArray &) override
    {
        joins.append(participant.text());
    }
    void endForAll(const ParticipantId &participant, const QByteArray &,
                   std::function<void()> failed) override
    {
        ends.append(participant.text());
        if (isAway)
            failed();
    }
    QByteArray admission(const ParticipantId &participant) const override
    {
        return "ticket-" + participant.text();
    }

    std::map<QByteArray, RoomSeat> seats;
    QByteArrayList joins;
    QByteArrayList ends;
    bool isAway = false;
};

} // namespace

/// Rooms with people of whom only their messages are seen.
class tst_RoomHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void waitsUntilItOpens();
    void meetsAndRelays();
    void neverTellsLinks();
    void relaysWithinTheRoomOnly();
    void sixAtMost();
    void anotherTabReplacesTheFirst();
    void aReplacedTabDoesNotComeBack();
    void comesBackAfterADrop();
    void isGivenUpAfterAWhile();
    void admits();
    void admissionSurvivesTheServer();
    void chatIsForThoseWhoHaveIt();
    void endsForAll();
    void endsWithItsTime();
    void cancelled();
    void removed();
    void movedAndChanged();
    void storeIsAway();
    void leaves();
    void nonsense_data();
    void nonsense();
    void garbage();
    void turnCredentials();
    void relaysWorkWhileTheRoomDoes();

private:
    RoomSeat &newSeat(const QByteArray &room, ParticipantRole role, const QString &name);
    quint64 enter(const RoomSeat &seat, bool join = true, const QByteArray &page = {});
    void say(quint64 connection, const QJsonObject &message)
    {
        m_hub->heard(connection, QJsonDocument(message).toJson());
    }
    QJsonObject last(quint64 connection, QLatin1String type) const;
    int count(quint64 connection, QLatin1String type) const;
    QString stateOf(quint64 connection) const { return last(connection, "state"_L1)[u"state"_s].toString(); }
    QString whyOf(quint64 connection) const { return last(connection, "state"_L1)[u"why"_s].toString(); }
    static QString idOf(const RoomSeat &seat)
    {
        return QString::fromLatin1(Room::publicId(seat.participant));
    }

    ManualClock m_clock;
    bool m_admits = false;
    std::unique_ptr<FakeDirectory> m_directory;
    std::shared_ptr<Sockets> m_sockets;
    std::unique_ptr<RoomHub> m_hub;
    quint64 m_connections = 0;
};

void tst_RoomHub::init()
{
    m_clock.set(utcFromUs(1'768'478'400'000'000));
    m_admits = false;
    m_directory = std::make_unique<FakeDirectory>();
    m_sockets = std::make_shared<Sockets>();
    m_hub = std::make_unique<RoomHub>(RoomHub::Parts{
        .directory = *m_directory,
        .clock = m_clock,
        .admits = [this] { return m_admits; },
        .iceServers =
            [](const QByteArray &name, UtcTime until) {
                return iceServers(u"turn:a.example:3478"_s, "secret"_ba, name, until);
            },
    });
}

RoomSeat &tst_RoomHub::newSeat(const QByteArray &room, ParticipantRole role, const QString &name)
{
    RoomSeat seat;
    seat.teleconsultation = TeleconsultationId::fromTrusted(room);
    seat.participant = ParticipantId::generate(m_clock.now());
    seat.fullName = name;
    seat.role = role;
    seat.tools = RoomTool::Chat | RoomTool::ScreenSharing;
    seat.startsAt = seat.opensAt = m_clock.now() - 1min;
    seat.endsAt = m_clock.now() + 30min;
    seat.complete = true;
    return m_directory->seats[seat.participant.text()] = seat;
}

quint64 tst_RoomHub::enter(const RoomSeat &seat, bool join, const QByteArray &page)
{
    const quint64 connection = ++m_connections;
    m_hub->enter(seat, SocketHandle(m_sockets, connection), "127.0.0.1"_ba, page);
    if (join)
        say(connection, {{u"type"_s, u"join"_s}, {u"instance"_s, u"page%1"_s.arg(connection)}});
    return connection;
}

QJsonObject tst_RoomHub::last(quint64 connection, QLatin1String type) const
{
    const auto &all = m_sockets->heard[connection];
    for (auto it = all.crbegin(); it != all.crend(); ++it) {
        if (it->value("type"_L1).toString() == type)
            return *it;
    }
    return {};
}

int tst_RoomHub::count(quint64 connection, QLatin1String type) const
{
    const auto &all = m_sockets->heard[connection];
    return int(std::count_if(all.begin(), all.end(), [&](const QJsonObject &message) {
        return message.value("type"_L1).toString() == type;
    }));
}

void tst_RoomHub::waitsUntilItOpens()
{
    auto &seat = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    seat.opensAt = m_clock.now() + 10min;
    const auto jane = enter(seat);
    QCOMPARE(stateOf(jane), u"waiting"_s);
    QCOMPARE(whyOf(jane), u"early"_s);
    QCOMPARE(last(jane, "state"_L1)[u"opens"_s].toInteger(), toUs(seat.opensAt) / 1000);
    m_clock.advance(10min - 1s);
    m_hub->tick();
    QCOMPARE(stateOf(jane), u"waiting"_s);
    m_clock.advance(1s);
    m_hub->tick();
    QCOMPARE(stateOf(jane), u"live"_s); // by itself
    QCOMPARE(m_directory->joins, QByteArrayList{seat.participant.text()});
    // While somebody is still to be named nobody gets in.
    auto &open = newSeat("b", ParticipantRole::Plus, u"Dr"_s);
    open.complete = false;
    const auto doctor = enter(open);
    QCOMPARE(whyOf(doctor), u"early"_s);
    QVERIFY(last(doctor, "state"_L1)[u"opens"_s].isNull());
    open.complete = true;
    m_hub->changed("b");
    QCOMPARE(stateOf(doctor), u"live"_s);
}

void tst_RoomHub::meetsAndRelays()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto jane = enter(two, false);
    QCOMPARE(stateOf(jane), u"open"_s);
    QCOMPARE(count(joe, "entered"_L1), 0); // she only looks at the door
    say(jane, {{u"type"_s, u"join"_s}, {u"instance"_s, u"x"_s}});
    QCOMPARE(stateOf(jane), u"live"_s);
    const auto people = last(jane, "state"_L1)[u"people"_s].toArray();
    QCOMPARE(people.size(), 1);
    QCOMPARE(people[0][u"name"_s].toString(), u"Dr Joe"_s);
    QCOMPARE(last(joe, "entered"_L1)[u"person"_s][u"id"_s].toString(), idOf(two));
    say(jane,
        {{u"type"_s, u"signal"_s}, {u"to"_s, idOf(one)}, {u"data"_s, QJsonObject{{u"sdp"_s, u"v=0"_s}}}});
    const auto signal = last(joe, "signal"_L1);
    QCOMPARE(signal[u"from"_s].toString(), idOf(two));
    QCOMPARE(signal[u"data"_s][u"sdp"_s].toString(), u"v=0"_s);
    say(jane, {{u"type"_s, u"media"_s}, {u"camera"_s, true}, {u"microphone"_s, true}});
    QVERIFY(last(joe, "person"_L1)[u"person"_s][u"camera"_s].toBool());
    QVERIFY(!last(joe, "person"_L1)[u"person"_s][u"screen"_s].toBool());
    say(jane, {{u"type"_s, u"ping"_s}});
    QCOMPARE(count(jane, "pong"_L1), 1);
}

void tst_RoomHub::neverTellsLinks()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    enter(two);
    QByteArray all;
    for (const auto &message : m_sockets->heard[joe])
        all += QJsonDocument(message).toJson();
    QVERIFY(!all.contains(one.participant.text()));
    QVERIFY(!all.contains(two.participant.text()));
}

void tst_RoomHub::relaysWithinTheRoomOnly()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &other = newSeat("b", ParticipantRole::Plus, u"Dr Ann"_s);
    const auto &late = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto ann = enter(other);
    const auto jane = enter(late, false);
    const QJsonObject data{{u"x"_s, 1}};
    say(joe, {{u"type"_s, u"signal"_s}, {u"to"_s, idOf(other)}, {u"data"_s, data}});
    say(joe, {{u"type"_s, u"signal"_s}, {u"to"_s, idOf(late)}, {u"data"_s, data}});
    say(joe, {{u"type"_s, u"signal"_s}, {u"to"_s, idOf(one)}, {u"data"_s, data}});
    say(jane, {{u"type"_s, u"signal"_s}, {u"to"_s, idOf(one)}, {u"data"_s, data}});
    for (const auto who : {joe, ann, jane})
        QCOMPARE(count(who, "signal"_L1), 0);
}

void tst_RoomHub::sixAtMost()
{
    QList<quint64> in;
    for (int i = 0; i < 7; ++i)
        in.append(enter(newSeat("a", i == 0 ? ParticipantRole::Plus : ParticipantRole::Basic, u"P"_s)));
    QCOMPARE(stateOf(in[5]), u"live"_s);
    QCOMPARE(whyOf(in[6]), u"full"_s);
    QCOMPARE(last(in[5], "state"_L1)[u"people"_s].toArray().size(), 5);
    say(in[2], {{u"type"_s, u"leave"_s}});
    QCOMPARE(stateOf(in[6]), u"live"_s);
}

void tst_RoomHub::anotherTabReplacesTheFirst()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto first = enter(two);
    const auto second = enter(two);
    QCOMPARE(whyOf(first), u"replaced"_s);
    QCOMPARE(m_sockets->closed[first], int(SocketClose::Normal));
    QCOMPARE(stateOf(second), u"live"_s);
    say(first, {{u"type"_s, u"leave"_s}}); // it has no say any more
    m_hub->lost(first);                    // which is no news
    QCOMPARE(count(joe, "left"_L1), 0);
    QVERIFY(last(joe, "entered"_L1)[u"person"_s][u"instance"_s].toString() == u"page%1"_s.arg(second));
    // One that only looks at the door keeps the place no longer than one that broke off.
    const auto third = enter(two, false);
    m_clock.advance(16s);
    m_hub->tick();
    QCOMPARE(count(joe, "left"_L1), 1);
    QCOMPARE(m_sockets->closed.count(third), size_t(0));
    say(third, {{u"type"_s, u"join"_s}});
    QCOMPARE(stateOf(third), u"live"_s);
}

// Its line was broken while another one took its place, so that it has not heard of that.
void tst_RoomHub::aReplacedTabDoesNotComeBack()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one, true, "j");
    const auto first = enter(two, true, "first");
    m_hub->lost(first);
    const auto second = enter(two, true, "second");
    QCOMPARE(stateOf(second), u"live"_s);
    const auto back = enter(two, false, "first");
    QCOMPARE(whyOf(back), u"replaced"_s);
    QCOMPARE(m_sockets->closed[back], int(SocketClose::Normal));
    QCOMPARE(m_sockets->closed.count(second), size_t(0));
    // What it still says is not taken for the other one's.
    say(back, {{u"type"_s, u"leave"_s}});
    m_hub->lost(back);
    QCOMPARE(count(joe, "left"_L1), 0);
    QCOMPARE(stateOf(second), u"live"_s);
    // The one that is in comes back as ever, also with its old line still there.
    const auto again = enter(two, true, "second");
    QCOMPARE(stateOf(again), u"live"_s);
    QCOMPARE(count(joe, "left"_L1), 0);
    // As often as one likes.
    for (int i = 0; i < 100; ++i)
        QCOMPARE(stateOf(enter(two, true, QByteArray::number(i))), u"live"_s);
    QCOMPARE(whyOf(enter(two, true, "98")), u"replaced"_s);
}

void tst_RoomHub::comesBackAfterADrop()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto jane = enter(two);
    m_hub->lost(jane);
    m_clock.advance(9s);
    m_hub->tick();
    QCOMPARE(count(joe, "left"_L1), 0);
    const auto back = enter(two, false);
    QCOMPARE(stateOf(back), u"open"_s); // until it asks
    say(back, {{u"type"_s, u"join"_s}, {u"instance"_s, u"page%1"_s.arg(jane)}});
    QCOMPARE(stateOf(back), u"live"_s);
    QCOMPARE(last(back, "state"_L1)[u"people"_s].toArray().size(), 1);
    QCOMPARE(m_directory->joins.size(), 2); // no third one for coming back
}

void tst_RoomHub::isGivenUpAfterAWhile()
{
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto jane = enter(newSeat("a", ParticipantRole::Basic, u"Jane"_s));
    m_hub->lost(jane);
    m_clock.advance(16s);
    m_hub->tick();
    QCOMPARE(count(joe, "left"_L1), 1);
    QCOMPARE(m_hub->people(), 1);
    m_hub->lost(joe);
    m_clock.advance(16s);
    m_hub->tick();
    QCOMPARE(m_hub->rooms(), 0);
}

void tst_RoomHub::admits()
{
    m_admits = true;
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto &three = newSeat("a", ParticipantRole::Basic, u"Sam"_s);
    const auto jane = enter(two);
    QCOMPARE(whyOf(jane), u"admit"_s);
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    QCOMPARE(last(joe, "state"_L1)[u"waiting"_s].toArray().size(), 1);
    const auto sam = enter(three);
    const auto waiting = last(joe, "waiting"_L1)[u"people"_s].toArray();
    QCOMPARE(waiting.size(), 2);
    say(sam, {{u"type"_s, u"admit"_s}, {u"id"_s, idOf(three)}}); // nobody lets themselves in
    QCOMPARE(whyOf(sam), u"admit"_s);
    say(joe, {{u"type"_s, u"admit"_s}, {u"id"_s, idOf(two)}});
    QCOMPARE(stateOf(jane), u"live"_s);
    QCOMPARE(whyOf(sam), u"admit"_s);
    QCOMPARE(last(joe, "waiting"_L1)[u"people"_s].toArray().size(), 1);
    m_hub->lost(sam);
    QCOMPARE(last(joe, "waiting"_L1)[u"people"_s].toArray().size(), 0);
    m_hub->lost(jane);
    const auto again = enter(two);
    QCOMPARE(stateOf(again), u"live"_s); // without being let in once more
    say(again, {{u"type"_s, u"leave"_s}});
    m_hub->lost(again);
    QCOMPARE(stateOf(enter(two)), u"live"_s);
}

void tst_RoomHub::admissionSurvivesTheServer()
{
    m_admits = true;
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto jane = enter(two);
    say(joe, {{u"type"_s, u"admit"_s}, {u"id"_s, idOf(two)}});
    const auto ticket = last(jane, "state"_L1)[u"admission"_s].toString();
    QVERIFY(!ticket.isEmpty());
    m_hub.reset();
    const auto directory = std::move(m_directory);
    init();
    m_admits = true;
    m_directory->seats = directory->seats;
    const auto wrong = enter(two, false);
    say(wrong, {{u"type"_s, u"join"_s}, {u"admission"_s, u"guess"_s}});
    QCOMPARE(whyOf(wrong), u"admit"_s);
    const auto right = enter(two, false);
    say(right, {{u"type"_s, u"join"_s}, {u"admission"_s, ticket}});
    QCOMPARE(stateOf(right), u"live"_s);
}

void tst_RoomHub::chatIsForThoseWhoHaveIt()
{
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto jane = enter(newSeat("a", ParticipantRole::Basic, u"Jane"_s));
    auto &silent = newSeat("a", ParticipantRole::Basic, u"Sam"_s);
    silent.tools = {};
    const auto sam = enter(silent);
    say(joe, {{u"type"_s, u"chat"_s}, {u"text"_s, u" Hello <b> "_s}});
    QCOMPARE(last(jane, "chat"_L1)[u"text"_s].toString(), u"Hello <b>"_s);
    QCOMPARE(last(jane, "chat"_L1)[u"name"_s].toString(), u"Dr Joe"_s);
    QCOMPARE(count(joe, "chat"_L1), 1);
    QCOMPARE(count(sam, "chat"_L1), 0);
    say(sam, {{u"type"_s, u"chat"_s}, {u"text"_s, u"no"_s}});
    say(jane, {{u"type"_s, u"chat"_s}, {u"text"_s, QString(2001, u'x')}});
    say(jane, {{u"type"_s, u"chat"_s}, {u"text"_s, u"  "_s}});
    QCOMPARE(count(joe, "chat"_L1), 1);
    say(sam, {{u"type"_s, u"media"_s}, {u"screen"_s, true}});
    QVERIFY(!last(joe, "person"_L1)[u"person"_s][u"screen"_s].toBool());
}

void tst_RoomHub::endsForAll()
{
    auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto jane = enter(two);
    say(jane, {{u"type"_s, u"end"_s}});
    QVERIFY(m_directory->ends.isEmpty());
    say(joe, {{u"type"_s, u"end"_s}});
    QCOMPARE(m_directory->ends.size(), 1);
    for (auto *seat : {&one, &two}) {
        seat->state = RoomSeat::State::Ended;
        seat->endsAt = m_clock.now(); // as the model has it
    }
    m_hub->changed("a");
    for (const auto who : {joe, jane}) {
        QCOMPARE(stateOf(who), u"ended"_s);
        QCOMPARE(whyOf(who), u"host"_s);
        QCOMPARE(m_sockets->closed[who], int(SocketClose::Normal));
    }
    const auto again = enter(two);
    QCOMPARE(stateOf(again), u"ended"_s);
    m_hub->tick();
    QCOMPARE(m_hub->rooms(), 0);
}

void tst_RoomHub::endsWithItsTime()
{
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    auto &unlimited = newSeat("b", ParticipantRole::Plus, u"Dr Ann"_s);
    unlimited.endsAt.reset();
    const auto ann = enter(unlimited);
    m_clock.advance(30min - 1s);
    m_hub->tick();
    QCOMPARE(stateOf(joe), u"live"_s);
    m_clock.advance(1s);
    m_hub->tick();
    QCOMPARE(whyOf(joe), u"time"_s);
    m_clock.advance(24h);
    m_hub->tick();
    QCOMPARE(stateOf(ann), u"live"_s);
}

void tst_RoomHub::cancelled()
{
    auto &seat = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    seat.opensAt = m_clock.now() + 10min;
    const auto jane = enter(seat);
    seat.state = RoomSeat::State::Cancelled;
    m_hub->changed("other");
    QCOMPARE(stateOf(jane), u"waiting"_s);
    m_hub->changed("a");
    QCOMPARE(stateOf(jane), u"ended"_s);
    QCOMPARE(whyOf(jane), u"cancelled"_s);
}

void tst_RoomHub::removed()
{
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto seat = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto jane = enter(seat);
    m_directory->seats.erase(seat.participant.text());
    m_hub->changed("a");
    QCOMPARE(whyOf(jane), u"removed"_s);
    QCOMPARE(count(joe, "left"_L1), 1);
    const auto before = m_sockets->heard[joe].size();
    say(jane, {{u"type"_s, u"chat"_s}, {u"text"_s, u"still there?"_s}});
    QCOMPARE(m_sockets->heard[joe].size(), before);
    // Removed between the head of the upgrade and the hub.
    const auto late = enter(seat);
    QCOMPARE(whyOf(late), u"removed"_s);
    m_hub->tick();
    QCOMPARE(m_hub->people(), 1);
}

void tst_RoomHub::movedAndChanged()
{
    auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    const auto joe = enter(one);
    const auto jane = enter(two);
    two.fullName = u"Jane Doe"_s;
    two.tools = {};
    m_hub->changed("a");
    QCOMPARE(last(joe, "person"_L1)[u"person"_s][u"name"_s].toString(), u"Jane Doe"_s);
    QCOMPARE(last(jane, "state"_L1)[u"tools"_s].toArray().size(), 0);
    QCOMPARE(stateOf(jane), u"live"_s);
    for (auto *seat : {&one, &two})
        seat->opensAt = m_clock.now() + 1h;
    m_hub->changed({});
    QCOMPARE(stateOf(jane), u"waiting"_s);
    QCOMPARE(whyOf(joe), u"early"_s);
}

void tst_RoomHub::storeIsAway()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto joe = enter(one);
    m_directory->isAway = true;
    m_hub->changed({});
    QCOMPARE(stateOf(joe), u"live"_s); // nobody is thrown out for that
    say(joe, {{u"type"_s, u"end"_s}});
    QTRY_COMPARE(count(joe, "problem"_L1), 1);
}

void tst_RoomHub::leaves()
{
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto jane = enter(newSeat("a", ParticipantRole::Basic, u"Jane"_s));
    say(jane, {{u"type"_s, u"leave"_s}});
    QCOMPARE(count(joe, "left"_L1), 1);
    say(jane, {{u"type"_s, u"join"_s}});
    QCOMPARE(stateOf(jane), u"live"_s);
    QCOMPARE(count(joe, "entered"_L1), 2);
}

void tst_RoomHub::nonsense_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("no JSON") << "hello"_ba;
    QTest::newRow("array") << "[1,2]"_ba;
    QTest::newRow("no type") << "{}"_ba;
    QTest::newRow("unknown type") << R"({"type":"shout"})"_ba;
    QTest::newRow("signal without data") << R"({"type":"signal","to":"x"})"_ba;
    QTest::newRow("signal to nobody") << R"({"type":"signal","to":7,"data":{}})"_ba;
    QTest::newRow("deep") << R"({"type":"signal","to":"x","data":)"_ba + QByteArray(20'000, '[');
    QTest::newRow("admit by a patient") << R"({"type":"admit","id":"x"})"_ba;
    QTest::newRow("end by a patient") << R"({"type":"end"})"_ba;
}

void tst_RoomHub::nonsense()
{
    QFETCH(QByteArray, text);
    const auto joe = enter(newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s));
    const auto jane = enter(newSeat("a", ParticipantRole::Basic, u"Jane"_s));
    for (int i = 1; i < RoomHub::patience; ++i)
        m_hub->heard(jane, text);
    QVERIFY(!m_sockets->closed.contains(jane));
    m_hub->heard(jane, text);
    QCOMPARE(m_sockets->closed[jane], int(SocketClose::Policy));
    say(joe, {{u"type"_s, u"ping"_s}});
    QCOMPARE(count(joe, "pong"_L1), 1);
}

// Random messages made of the words that mean something: whatever they do, the room goes on.
void tst_RoomHub::garbage()
{
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto &two = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    auto joe = enter(one);
    auto jane = enter(two);
    const QList<QByteArray> words{"{",           "}",         "[",          "]",        ":",      ",",
                                  "\"type\"",    "\"join\"",  "\"chat\"",   "\"text\"", "\"to\"", "\"data\"",
                                  "\"leave\"",   "\"media\"", "\"signal\"", "\"end\"",  "null",   "1e999",
                                  "\"\\u0000\"", "\xff",      "\"admit\"",  "\"id\"",   "true",   "\"ping\""};
    quint32 random = 12345;
    const auto next = [&random](quint32 below) {
        random = random * 1664525u + 1013904223u;
        return (random >> 8) % below;
    };
    for (int i = 0; i < 20'000; ++i) {
        QByteArray text = "{\"type\":" + words[int(next(quint32(words.size())))];
        for (quint32 n = next(6); n > 0; --n)
            text +=
                "," + words[int(next(quint32(words.size())))] + ":" + words[int(next(quint32(words.size())))];
        text += '}';
        m_hub->heard(jane, text);
        if (i % 97 == 0)
            m_hub->lost(jane);
        if (i % 49 == 0)
            jane = enter(two, i % 2 == 0);
        m_clock.advance(1ms);
        if (i % 500 == 0)
            m_hub->tick();
    }
    jane = enter(two);
    say(jane, {{u"type"_s, u"chat"_s}, {u"text"_s, u"here"_s}});
    QCOMPARE(last(joe, "chat"_L1)[u"text"_s].toString(), u"here"_s);
}

void tst_RoomHub::turnCredentials()
{
    // echo -n '1768480260:0123' | openssl dgst -sha1 -hmac secret -binary | base64
    const auto made = TurnCredential::make("secret", "0123", utcFromUs(1'768'480'260'000'000));
    QCOMPARE(made.user, "1768480260:0123"_ba);
    QCOMPARE(made.password, "lFBUuYQBTUtRrU1xVi2Uo/h+qL4="_ba);
    const auto &one = newSeat("a", ParticipantRole::Plus, u"Dr Joe"_s);
    const auto joe = enter(one);
    const auto server = m_sockets->heard[joe].first()[u"ice"_s][0];
    QCOMPARE(server[u"urls"_s][0].toString(), u"turn:a.example:3478"_s);
    // An hour longer than the room.
    QVERIFY(server[u"username"_s].toString().startsWith(QString::number(toUs(*one.endsAt + 1h) / 1'000'000) +
                                                        u':' + idOf(one)));
    QVERIFY(iceServers(QString(), "secret"_ba, "x"_ba, m_clock.now()).isEmpty());
    QVERIFY(iceServers(u"turn:x"_s, {}, "x"_ba, m_clock.now()).isEmpty());
    QCOMPARE(iceServers(u"turn:a, turns:b?transport=tcp"_s, "s"_ba, "x"_ba, m_clock.now())[0][u"urls"_s]
                 .toArray()
                 .size(),
             2);
}

// A link is worth no relay before its room opens, nor after its end.
void tst_RoomHub::relaysWorkWhileTheRoomDoes()
{
    const auto until = [&](quint64 connection) {
        const auto ice = last(connection, "state"_L1)[u"ice"_s];
        return ice.toArray().isEmpty()
                   ? 0
                   : ice[0][u"username"_s].toString().section(u':', 0, 0).toLongLong() * 1'000'000;
    };
    auto &seat = newSeat("a", ParticipantRole::Basic, u"Jane"_s);
    seat.startsAt = seat.opensAt = m_clock.now() + 24h * 90;
    seat.endsAt = seat.opensAt + 1h;
    const auto jane = enter(seat);
    const qint64 forTheCheck = toUs(m_clock.now() + Room::checkFor);
    QCOMPARE(m_sockets->heard[jane].first()[u"hello"_s].toBool(), true);
    say(jane, {{u"type"_s, u"relays"_s}}); // the check once more
    QCOMPARE(until(jane), forTheCheck);
    QVERIFY(!last(jane, "state"_L1).contains("hello"_L1));
    m_clock.set(seat.opensAt);
    m_hub->tick();
    QCOMPARE(stateOf(jane), u"live"_s);
    QCOMPARE(until(jane), toUs(*seat.endsAt + 1h));
    // Once is enough: a connection that works keeps what it has.
    say(jane, {{u"type"_s, u"join"_s}});
    QVERIFY(!last(jane, "state"_L1).contains("ice"_L1));
    m_clock.set(*seat.endsAt);
    m_hub->tick();
    seat.state = RoomSeat::State::Ended;
    const auto late = enter(seat, false);
    QCOMPARE(m_sockets->heard[late].first()[u"ice"_s].toArray().size(), 0);
    // Where it has no end, for a day.
    auto &open = newSeat("b", ParticipantRole::Plus, u"Dr"_s);
    open.endsAt.reset();
    QCOMPARE(until(enter(open, false)), toUs(m_clock.now() + 24h));
}

QTEST_GUILESS_MAIN(tst_RoomHub)
#include "tst_roomhub.moc"
