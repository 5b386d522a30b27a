// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userrepository.h"
#include "app/retention/retentionservice.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationservice.h"
#include "tests/support/scratchclinic.h"

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who is told of a teleconsultation, and what is left of it when somebody is erased.
class TestTeleconsultationService final : public QObject
{
    Q_OBJECT

private:
    struct Consultations : ScratchClinic
    {
        explicit Consultations(QHash<QByteArray, QString> environment = {})
            : ScratchClinic(std::move(environment))
            , rooms(settings, vault)
            , service({settings, vault, outbox, rooms, publicUrl})
            , retention(settings)
        {
        }

        UserId addJane()
        {
            return write([](WriteTransaction &tx) {
                User jane;
                jane.id = UserId::generate(tx.now());
                jane.firstName = u"Jane"_s;
                jane.lastName = u"Doe"_s;
                jane.mobile = u"+447777123456"_s;
                jane.email = u"jane@example.org"_s;
                jane.externalId = u"jane"_s;
                jane.createdAt = jane.changedAt = tx.now();
                UserRepository::insert(tx, jane);
                return jane.id;
            });
        }
        Teleconsultation create()
        {
            TeleconsultationTask task;
            task.input.startsAt = clock.now() + 2h;
            task.input.duration = 30min;
            task.input.participants = NewParticipants{
                .number = 2,
                .data = {
                    {.externalId = u"joe"_s, .fullName = u"Joe Smith"_s, .groups = QStringList{u"doctor"_s}},
                    {.externalId = u"jane"_s,
                     .fullName = u"Jane Doe"_s,
                     .groups = QStringList{u"patient"_s},
                     .language = u"it"_s}}};
            return apply(task);
        }
        Teleconsultation apply(const TeleconsultationTask &task)
        {
            auto done =
                store().writeNow([&](WriteTransaction &tx) { return service.apply(tx, staff(), task); });
            if (!done)
                qFatal("refused: %s", done.error().reason);
            return *std::move(done);
        }
        UserId erased(const UserId &id)
        {
            Actor admin = staff();
            admin.role = Actor::Role::Admin;
            if (!store().writeNow([&](WriteTransaction &tx) { return retention.erasePerson(tx, admin, id); }))
                qFatal("not erased");
            return id;
        }
        int left()
        {
            return store()
                .writeNow([&](WriteTransaction &tx) { return service.giveUpLeftRooms(tx); })
                .value_or(-1);
        }
        Result<int> invite(const Teleconsultation &t, const QVector<InvitationAddress> &to)
        {
            return store().writeNow(
                [&](WriteTransaction &tx) { return service.invite(tx, staff(), t.id, to); });
        }
        QVector<InvitationAddress> addresses(const Teleconsultation &t)
        {
            return read([&](Transaction &tx) { return service.addressesOf(tx, t); });
        }

        RoomAccess rooms;
        TeleconsultationService service;
        RetentionService retention;
    };

private Q_SLOTS:
    void whoIsInvitedIsToldOfEverything()
    {
        Consultations clinic(
            {{"ANTEROOM_ROOM_REMINDER_MINUTES", u"60"_s}, {"ANTEROOM_CLINIC_NAME", u"Rossi"_s}});
        clinic.addJane();
        const Teleconsultation t = clinic.create();
        const auto addresses = clinic.addresses(t);
        QCOMPARE(addresses.size(), 2); // Jane's number and address; nobody knows Joe's
        QCOMPARE(clinic.invite(t, addresses).value(), 2);
        auto messages = clinic.messages();
        QCOMPARE(messages.size(), 2);
        const QString link = u"http://127.0.0.1:8081/room/"_s +
                             QString::fromLatin1(clinic.rooms.tokenOf(t.participants.at(1).id));
        for (const Message &message : messages) {
            QVERIFY2(message.body.contains(link), qPrintable(message.body));
            QVERIFY(message.sealed);
            QCOMPARE(message.reference, t.id.text());
            if (message.channel == Channel::Sms) // both were written in the same instant, in either order
                QVERIFY(message.body.startsWith(u"Rossi: Lei \u00e8 invitato"_s));
        }
        QVERIFY(messages.at(0).channel != messages.at(1).channel);
        QCOMPARE(
            clinic.number("SELECT count(*) FROM outbox WHERE channel = 'email' AND calendar IS NOT NULL"), 1);

        TeleconsultationTask later{.kind = TeleconsultationTask::Kind::Change, .id = t.id};
        later.input.endsAt = t.endsAt + 10min;
        clinic.apply(later); // a later end is no reason to write to anybody
        QCOMPARE(clinic.messages().size(), 2);
        later.input.startsAt = t.startsAt + 1min;
        clinic.apply(later);
        QCOMPARE(clinic.messages().size(), 4);

        const auto remind = [&] {
            return clinic.store()
                .writeNow([&](WriteTransaction &tx) { return clinic.service.remind(tx); })
                .value();
        };
        QCOMPARE(remind(), 0);
        clinic.clock.advance(61min);
        QVERIFY(clinic.read([&](Transaction &tx) { return clinic.service.isReminderDue(tx); }));
        QCOMPARE(remind(), 1);
        QCOMPARE(remind(), 0);
        QCOMPARE(clinic.messages().size(), 6);
        clinic.clock.advance(1min); // messages are listed by their time
        (void)clinic.store().writeNow(
            [&](WriteTransaction &tx) { return clinic.service.remove(tx, ScratchClinic::staff(), t.id); });
        QCOMPARE(clinic.messages().size(), 8);
        QVERIFY(clinic.messages().last().body.contains(u"annullata"_s));
        QVERIFY(clinic.invite(t, addresses).error().is("teleconsultation.unknown"));
    }

    void withoutTheSettingNobodyIsReminded()
    {
        Consultations clinic;
        clinic.addJane();
        const Teleconsultation t = clinic.create();
        clinic.invite(t, clinic.addresses(t)).value();
        clinic.clock.advance(119min);
        QVERIFY(!clinic.read([&](Transaction &tx) { return clinic.service.isReminderDue(tx); }));
    }

    void phasesFollowTheClock()
    {
        Consultations clinic({{"IMMUTABLE_PERIOD_MS", u"600000"_s}});
        Teleconsultation t = clinic.create();
        using Phase = TeleconsultationPhase;
        QVERIFY(clinic.service.phaseOf(t, t.startsAt - 11min) == Phase::Ready);
        QVERIFY(clinic.service.phaseOf(t, t.startsAt - 10min) == Phase::Open);
        t.joinedAt = t.startsAt;
        QVERIFY(clinic.service.phaseOf(t, t.startsAt) == Phase::Running);
        QVERIFY(clinic.service.phaseOf(t, t.endsAt) == Phase::Ended);
        t.expected = 3;
        QVERIFY(clinic.service.phaseOf(t, t.startsAt) == Phase::Incomplete);
    }

    void nothingIsLeftOfWhoIsErased()
    {
        Consultations clinic;
        const UserId jane = clinic.addJane();
        const Teleconsultation t = clinic.create();
        QVERIFY(t.participants.at(1).user == jane);
        clinic.invite(t, clinic.addresses(t)).value();
        Actor admin = ScratchClinic::staff();
        admin.role = Actor::Role::Admin;
        QVERIFY(clinic.store().writeNow(
            [&](WriteTransaction &tx) { return clinic.retention.erasePerson(tx, admin, jane); }));
        QCOMPARE(
            clinic.number("SELECT count(*) FROM teleconsultation_participants WHERE full_name = 'Jane Doe' "
                          "OR external_id = 'jane' OR user_id IS NOT NULL"),
            0);
        QCOMPARE(clinic.number("SELECT count(*) FROM video_users WHERE external_id = 'jane'"), 0);
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultation_invitations"), 0);
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations WHERE state = 'trash'"), 1);
        const auto seat = clinic.store().readNow([&](Transaction &tx) {
            return clinic.rooms.seat(tx, clinic.rooms.tokenOf(t.participants.at(1).id));
        });
        QVERIFY(!seat && seat.error().is("room.unknown"));
        QCOMPARE(clinic.store()
                     .writeNow([&](WriteTransaction &tx) { return clinic.service.giveUpLeftRooms(tx); })
                     .value(),
                 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM outbox WHERE channel = 'video'"), 0); // it was our own
    }

    void whoWasToMeetThemIsTold()
    {
        for (const bool isComplete : {true, false}) {
            Consultations clinic;
            const UserId jane = clinic.addJane();
            Teleconsultation t = clinic.create();
            clinic.invite(t, clinic.addresses(t)).value();
            clinic.invite(t, {{t.participants.at(0).id, Channel::Sms, u"+393331234567"_s}}).value();
            if (!isComplete) {
                TeleconsultationTask more{.kind = TeleconsultationTask::Kind::Change, .id = t.id};
                more.input.participants = NewParticipants{
                    .number = 3,
                    .data = {
                        {.externalId = u"joe"_s, .fullName = u"Joe"_s, .groups = QStringList{u"doctor"_s}},
                        {.externalId = u"jane"_s,
                         .fullName = u"Jane Doe"_s,
                         .groups = QStringList{u"patient"_s}}}};
                t = clinic.apply(more);
                QVERIFY(t.roomId.isNull());
            }
            clinic.erased(jane);
            QCOMPARE(clinic.left(), 1);
            QCOMPARE(clinic.left(), 0);
            const auto messages = clinic.messages();
            QCOMPARE(messages.size(), 2); // the invitation and the cancellation
            for (const Message &message : messages)
                QCOMPARE(message.to, u"+393331234567"_s);
            QVERIFY(messages.at(0).body.contains(u"cancelled"_s) ||
                    messages.at(1).body.contains(u"cancelled"_s));
        }
    }

    void messagesFromBeforeTheyWereKnownGoToo()
    {
        Consultations clinic;
        const Teleconsultation t = clinic.create(); // nobody knows Jane yet
        clinic.invite(t, {{t.participants.at(1).id, Channel::Sms, u"+447777123456"_s}}).value();
        clinic.erased(clinic.addJane());
        QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(
            clinic.number("SELECT count(*) FROM teleconsultation_participants WHERE full_name = 'Jane Doe'"),
            0);
    }

    void addressesAreOneLine()
    {
        Consultations clinic;
        const Teleconsultation t = clinic.create();
        const ParticipantId joe = t.participants.at(0).id;
        for (const QString &to : {u"joe@example.org\r\nBcc: all@example.org"_s, u"joe"_s, QString()})
            QVERIFY(clinic.invite(t, {{joe, Channel::Email, to}}).error().is("email.malformed"));
        for (const QString &to : {u"+393331234567\n"_s, u"333 1234567"_s, QString()})
            QVERIFY(clinic.invite(t, {{joe, Channel::Sms, to}}).error().is("phone.malformed"));
        QVERIFY(clinic.messages().isEmpty());
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultation_invitations"), 0);
    }

    void whoIsInvitedLateIsNotRemindedAtOnce()
    {
        Consultations clinic({{"ANTEROOM_ROOM_REMINDER_MINUTES", u"180"_s}});
        clinic.addJane();
        const Teleconsultation t = clinic.create(); // in two hours
        clinic.invite(t, clinic.addresses(t)).value();
        QVERIFY(!clinic.read([&](Transaction &tx) { return clinic.service.isReminderDue(tx); }));
        TeleconsultationTask later{.kind = TeleconsultationTask::Kind::Change, .id = t.id};
        later.input.startsAt = t.startsAt + 10min;
        later.input.endsAt = t.endsAt + 10min;
        clinic.apply(later); // they have just been told of that
        QVERIFY(!clinic.read([&](Transaction &tx) { return clinic.service.isReminderDue(tx); }));
        later.input.startsAt = t.startsAt + 24h;
        later.input.endsAt = t.endsAt + 24h;
        clinic.apply(later);
        clinic.clock.advance(23h + 1min);
        QVERIFY(clinic.read([&](Transaction &tx) { return clinic.service.isReminderDue(tx); }));
    }

    void oldOnesGo()
    {
        Consultations clinic;
        clinic.addJane();
        const Teleconsultation t = clinic.create();
        clinic.invite(t, clinic.addresses(t)).value();
        const auto erase = [&](UtcTime cutoff) {
            return clinic.store().writeNow(
                [&](WriteTransaction &tx) { return clinic.retention.eraseOldTeleconsultations(tx, cutoff); });
        };
        QVERIFY(erase(t.endsAt));
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations"), 1);
        QVERIFY(erase(t.endsAt + 1s));
        for (const char *table :
             {"teleconsultations", "teleconsultation_participants", "teleconsultation_invitations", "outbox"})
            QCOMPARE(clinic.number("SELECT count(*) FROM " + std::string(table)), 0);
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationService)
#include "tst_teleconsultationservice.moc"
