// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchclinic.h"
#include "tests/support/teleconsultations.h"

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The way into rooms of our own.
class TestRoomAccess : public QObject
{
    Q_OBJECT

private:
    struct Rooms : ScratchClinic
    {
        explicit Rooms(QHash<QByteArray, QString> environment = {})
            : ScratchClinic(std::move(environment))
            , rooms(settings, vault)
        {
        }
        Teleconsultation make(ScratchTeleconsultation wanted = {})
        {
            if (wanted.startsAt == UtcTime{})
                wanted.startsAt = clock.now();
            return write([&](WriteTransaction &tx) { return makeTeleconsultation(tx, rooms, wanted); });
        }
        Result<RoomSeat> seat(QByteArrayView token)
        {
            return store().readNow([&](Transaction &tx) { return rooms.seat(tx, token); });
        }
        Result<RoomSeat> seat(const Participant &p) { return seat(rooms.tokenOf(p.id)); }
        Result<void> end(const Participant &p)
        {
            return store().writeNow(
                [&](WriteTransaction &tx) { return rooms.endForAll(tx, p.id, "127.0.0.1"); });
        }

        RoomAccess rooms;
    };

private Q_SLOTS:
    void aTokenLeadsToItsSeat()
    {
        Rooms clinic({{"IMMUTABLE_PERIOD_MS", u"60000"_s}});
        const Teleconsultation made = clinic.make({.startsAt = clinic.clock.now() + 1h, .basic = 2});
        const auto seat = clinic.seat(made.participants.at(1));
        QVERIFY(seat);
        QCOMPARE(seat->teleconsultation.text(), made.id.text());
        QCOMPARE(seat->fullName, u"Patient 1"_s);
        QVERIFY(seat->role == ParticipantRole::Basic);
        QVERIFY(seat->tools.testFlag(RoomTool::Chat));
        QVERIFY(seat->language == Language::English);
        QVERIFY(seat->opensAt == made.startsAt - 60s);
        QVERIFY(seat->endsAt == made.endsAt);
        QVERIFY(seat->complete);
        QCOMPARE(seat->others.size(), 2);
        QCOMPARE(seat->others.at(0).fullName, u"Doctor 1"_s);
        QVERIFY(!seat->isOpen(made.startsAt - 61s));
        QVERIFY(seat->isOpen(made.startsAt - 60s));
        QVERIFY(!seat->isOpen(made.endsAt));
    }

    void onlyTheHashIsKept()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make();
        const QByteArray token = clinic.rooms.tokenOf(made.participants.at(0).id);
        QCOMPARE(token.size(), 43);
        QVERIFY(token != clinic.rooms.tokenOf(made.participants.at(1).id));
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultation_participants "
                               "WHERE length(token_sha256) = 32"),
                 2);
    }

    void nothingElseLeadsAnywhere_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("short") << "abc"_ba;
        QTest::newRow("never given out") << QByteArray(43, 'a');
        QTest::newRow("no text") << QByteArray("\xff\0\x01", 3);
    }

    void nothingElseLeadsAnywhere()
    {
        QFETCH(QByteArray, token);
        Rooms clinic;
        clinic.make();
        const auto seat = clinic.seat(token);
        QVERIFY(!seat);
        QVERIFY(seat.error().is("room.unknown"));
    }

    void whoWasRemovedLosesTheLink()
    {
        Rooms clinic;
        Teleconsultation made = clinic.make({.basic = 2});
        const Participant removed = made.participants.takeLast();
        clinic.write([&](WriteTransaction &tx) {
            TeleconsultationRepository::update(
                tx, made, [&](const ParticipantId &id) { return clinic.rooms.tokenOf(id); });
        });
        QVERIFY(!clinic.seat(removed));
        QVERIFY(clinic.seat(made.participants.at(0)));
    }

    void aRoomIsLiveThenOver()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make();
        QVERIFY(clinic.seat(made.participants.at(0))->state == RoomSeat::State::Live);
        clinic.clock.advance(30min);
        QVERIFY(clinic.seat(made.participants.at(0))->state == RoomSeat::State::Ended);
    }

    void anUnlimitedRoomStaysOpen()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make({.unlimited = true});
        clinic.clock.advance(48h);
        const auto seat = clinic.seat(made.participants.at(0));
        QVERIFY(!seat->endsAt);
        QVERIFY(seat->isOpen(clinic.clock.now()));
    }

    void anIncompleteRoomIsNotOpen()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make({.expected = 3});
        QVERIFY(!clinic.seat(made.participants.at(0))->isOpen(clinic.clock.now()));
    }

    void aDeletedOneSaysSo()
    {
        Rooms clinic;
        Teleconsultation made = clinic.make();
        made.state = Teleconsultation::State::Trash;
        clinic.write([&](WriteTransaction &tx) {
            TeleconsultationRepository::update(
                tx, made, [&](const ParticipantId &id) { return clinic.rooms.tokenOf(id); });
        });
        QVERIFY(clinic.seat(made.participants.at(0))->state == RoomSeat::State::Cancelled);
    }

    void onlyAPlusUserEndsItForAll()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make();
        const auto refused = clinic.end(made.participants.at(1));
        QVERIFY(!refused && refused.error().is("room.not_host"));
        QVERIFY(clinic.seat(made.participants.at(1))->state == RoomSeat::State::Live);

        int told = 0;
        QObject::connect(
            &clinic.store().changes(), &ChangeFeed::changed, this,
            [&](const ChangeSet &changes) {
                told += changes.contains(Change{Topic::Teleconsultations, made.id.text()});
            },
            Qt::DirectConnection);
        QVERIFY(clinic.end(made.participants.at(0)));
        QCOMPARE(told, 1);
        QVERIFY(clinic.seat(made.participants.at(1))->state == RoomSeat::State::Ended);
        QVERIFY(!clinic.end(made.participants.at(0)));
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'room.end' AND actor_name IS NULL"),
                 1);
    }

    void comingInIsWrittenDown()
    {
        Rooms clinic;
        const Teleconsultation made = clinic.make({.startsAt = clinic.clock.now() + 1h});
        const auto join = [&] {
            return clinic.store().writeNow([&](WriteTransaction &tx) {
                return clinic.rooms.join(tx, made.participants.at(1).id, "127.0.0.1");
            });
        };
        QVERIFY(join().error().is("room.not_open"));
        clinic.clock.advance(1h);
        QVERIFY(join());
        QCOMPARE(clinic.number("SELECT joined_at FROM teleconsultations"), toUs(made.startsAt));
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'room.join'"), 1);
    }

    void privilegesComeFromTheirFile()
    {
        const auto parsed = Privileges::parse(
            R"({"privileges":{"basic":{"groups":["guest"],"tools":["chat"]},
                "plus":{"groups":["surgeon","guest"],"tools":{"chat":true,"whiteboard":true,"snapshot":false}}}})");
        QVERIFY(parsed);
        QVERIFY(parsed->roleOf({u"guest"_s}) == ParticipantRole::Plus); // the higher one
        QVERIFY(parsed->roleOf({u"doctor"_s}) == std::nullopt);
        QCOMPARE(parsed->basic.tools, RoomTools(RoomTool::Chat));
        QCOMPARE(parsed->plus.tools, RoomTool::Chat | RoomTool::Whiteboard);
        QVERIFY(!Privileges::parse("{"));
        QVERIFY(!Privileges::parse(R"({"privileges":{"basic":{"groups":"guest"}}})"));
        QVERIFY(
            !Privileges::parse(R"({"privileges":{"basic":{"groups":[]},"plus":{"groups":[],"tools":1}}})"));
    }
};

QTEST_GUILESS_MAIN(TestRoomAccess)
#include "tst_roomaccess.moc"
