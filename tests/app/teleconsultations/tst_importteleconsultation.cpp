// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/bundle.h"
#include "app/directory/userrepository.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "tests/support/scratchclinic.h"

#include <QJsonArray>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray id = "0123456789abcdef01234567";
const QByteArray janesId = "0198c0de-0000-7000-8000-0000000000a1";

// Apostrophes stand for quotation marks.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

const QByteArray joe =
    "{'userExternalId':'joe','groups':['doctor','patient'],'fullName':'Joe Smith','language':'it'}";
const QByteArray jane = "{'userExternalId':'jane','groups':['patient'],'fullName':'Jane Doe'}";

QByteArray row(const QByteArray &people, const QByteArray &more = {}, int number = 2)
{
    return "{'id':'" + id +
           "','start_date':'2026-02-01T10:00:00.250+01:00','end_date':'2026-02-01T10:00:00Z'," +
           "'participants':{'number':" + QByteArray::number(number) + ",'data':[" + people + "]}" + more +
           "}";
}

struct Clinic : ScratchClinic
{
    explicit Clinic(QHash<QByteArray, QString> environment = {})
        : ScratchClinic(std::move(environment))
        , rooms(settings, vault)
    {
    }

    Result<ImportSummary> import(const QByteArray &text)
    {
        const auto bundle = BundleImport::parse(quoted(text));
        if (!bundle)
            return fail(bundle.error());
        const BundleImport importer(settings, vault, fileRequests);
        return store().writeNow(
            [&](WriteTransaction &tx) { return importer.run(tx, Actor::system("command"), *bundle); });
    }
    /// Empty where it was imported, else pointer and reason.
    QString problem(const QByteArray &rows)
    {
        const auto done = import("{'teleconsultations':[" + rows + "]}");
        if (done)
            return {};
        return done.error().data.value("pointer"_L1).toString() + u' ' +
               done.error().data.value("reason"_L1).toString();
    }
    std::optional<Teleconsultation> get()
    {
        return read([](Transaction &tx) {
            return TeleconsultationRepository::byId(tx, *TeleconsultationId::parse(id));
        });
    }
    Result<RoomSeat> seat(const ParticipantId &participant)
    {
        return read([&](Transaction &tx) { return rooms.seat(tx, rooms.tokenOf(participant)); });
    }
    void keep(const Teleconsultation &t)
    {
        write([&](WriteTransaction &tx) {
            TeleconsultationRepository::update(tx, t,
                                               [&](const ParticipantId &p) { return rooms.tokenOf(p); });
        });
    }

    RoomAccess rooms;
};

} // namespace

/// Teleconsultations of an import file: what becomes of each member, and what is refused, and where.
class TestImportTeleconsultation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMember()
    {
        Clinic clinic({{"ANTEROOM_VIDEO_PROVIDER", u"bandyer"_s},
                       {"BANDYER_BASE_URL", u"http://127.0.0.1:9"_s},
                       {"BANDYER_API_SECRET_KEY", u"secret"_s}});
        const auto done =
            clinic.import("{'teleconsultations':[" + row(joe + "," + jane) + "],'users':[{'id':'" + janesId +
                          "','kind':'patient','externalId':'jane'}]}");
        QVERIFY2(done, done ? "" : done.error().data.value("reason"_L1).toString().toUtf8().constData());
        QCOMPARE(done->rows.value("teleconsultations"), 1);
        const auto t = clinic.get();
        QVERIFY(t);
        QCOMPARE(t->state, Teleconsultation::State::Public);
        QCOMPARE(toIsoMillis(t->startsAt), "2026-02-01T09:00:00.250Z");
        QCOMPARE(toIsoMillis(t->endsAt), "2026-02-01T10:00:00.000Z");
        QVERIFY(!t->unlimited);
        QCOMPARE(t->expected, 2);
        // In a room of our own, whatever the provider.
        QCOMPARE(t->provider, u"embedded"_s);
        QCOMPARE(t->roomId, QString::fromLatin1(id));
        QCOMPARE(t->sequence, 0);
        QCOMPARE(t->createdAt, clinic.clock.now());
        QCOMPARE(t->participants.size(), 2);
        const Participant &doctor = t->participants.at(0);
        QCOMPARE(doctor.externalId, u"joe"_s);
        QCOMPARE(doctor.fullName, u"Joe Smith"_s);
        QCOMPARE(doctor.groups, QStringList({u"doctor"_s, u"patient"_s}));
        QCOMPARE(doctor.role, ParticipantRole::Plus);
        QCOMPARE(doctor.language, u"it"_s);
        QVERIFY(doctor.user.isNull());
        QVERIFY(!doctor.providerUserId.isEmpty());
        const Participant &patient = t->participants.at(1);
        QCOMPARE(patient.fullName, u"Jane Doe"_s);
        QCOMPARE(patient.role, ParticipantRole::Basic);
        QVERIFY(patient.language.isNull());
        QCOMPARE(patient.user.text(), janesId); // found by her external id, in the same file
        const auto seat = clinic.seat(patient.id);
        QVERIFY(seat);
        QCOMPARE(seat->fullName, u"Jane Doe"_s);
        QVERIFY(seat->complete);
        QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0); // nothing is asked of anybody
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'teleconsultation.import'"), 1);
    }

    void withoutAnIdAndIncomplete()
    {
        Clinic clinic({{"UNLIMITED_TELECONSULTATION", u"true"_s}});
        const QByteArray one = "{'start_date':'2026-02-01T10:00:00Z','duration_in_seconds':300,"
                               "'participants':{'number':3,'data':[" +
                               jane + "]}}";
        QCOMPARE(clinic.problem(one + "," + one), QString());
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations"), 2); // each time another one
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations WHERE room_id IS NULL"), 2);
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations WHERE is_unlimited = 1"), 2);
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations WHERE expected = 3"), 2);
        QCOMPARE(
            clinic.number("SELECT count(*) FROM teleconsultations WHERE ends_at - starts_at = 300000000"), 2);
    }

    void absentStays()
    {
        Clinic clinic;
        QCOMPARE(clinic.problem(row(joe + "," + jane)), QString());
        auto first = *clinic.get();
        first.remindedAt = clinic.clock.now();
        clinic.keep(first);
        QCOMPARE(clinic.problem("{'id':'" + id + "','end_date':'2026-02-01T10:30:00Z'}"), QString());
        auto t = *clinic.get();
        QCOMPARE(t.participants, first.participants);
        QCOMPARE(t.startsAt, first.startsAt);
        QCOMPARE(t.endsAt, first.endsAt + 30min);
        QCOMPARE(t.sequence, 1);
        QVERIFY(t.remindedAt);
        QCOMPARE(clinic.problem("{'id':'" + id + "','start_date':'2026-02-01T10:00:00Z'}"), QString());
        t = *clinic.get();
        QCOMPARE(t.endsAt - t.startsAt, 30min);
        QVERIFY(!t.remindedAt); // they are reminded of the new time

        // Who stays keeps their link, who is gone has none.
        const QByteArray ann = "{'userExternalId':'ann','groups':['patient'],'fullName':'Ann'}";
        QCOMPARE(clinic.problem(row(ann + "," + joe)), QString());
        t = *clinic.get();
        QCOMPARE(t.participants.at(1).id, first.participants.at(0).id);
        QVERIFY(clinic.seat(first.participants.at(0).id));
        QVERIFY(!clinic.seat(first.participants.at(1).id));
        QVERIFY(clinic.seat(t.participants.at(0).id));
    }

    void aRoomElsewhereIsDeleted()
    {
        Clinic clinic({{"ANTEROOM_VIDEO_PROVIDER", u"bandyer"_s}});
        QCOMPARE(clinic.problem(row(joe + "," + jane)), QString());
        Teleconsultation t = *clinic.get();
        t.provider = u"bandyer"_s;
        t.roomId = u"room-7"_s;
        clinic.keep(t);
        QCOMPARE(clinic.problem(row(joe + "," + jane)), QString());
        QCOMPARE(clinic.get()->provider, u"embedded"_s);
        QCOMPARE(clinic.get()->roomId, QString::fromLatin1(id));
        const auto messages = clinic.messages();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.at(0).channel, Channel::Video);
        QCOMPARE(messages.at(0).to, u"room-7"_s);
        QCOMPARE(messages.at(0).reference, id);
        QCOMPARE(clinic.problem(row(joe + "," + jane)), QString()); // once
        QCOMPARE(clinic.messages().size(), 1);
    }

    void aDeletedOneStaysDeleted()
    {
        Clinic clinic;
        QCOMPARE(clinic.problem(row(joe + "," + jane)), QString());
        Teleconsultation t = *clinic.get();
        t.state = Teleconsultation::State::Trash;
        clinic.keep(t);
        QCOMPARE(clinic.problem(row(joe + "," + jane)),
                 u"/teleconsultations/0/id teleconsultation.deleted"_s);
        QCOMPARE(clinic.get()->state, Teleconsultation::State::Trash);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("problem");
        const auto add = [](const char *name, const QByteArray &row, const char *problem) {
            QTest::newRow(name) << row << QString::fromLatin1(problem);
        };
        const QByteArray times = "'start_date':'2026-02-01T10:00:00Z','duration_in_seconds':600";
        const auto people = [&](const QByteArray &data) {
            return "{" + times + ",'participants':{'number':2,'data':[" + data + "]}}";
        };
        add("id", row(joe, "").replace(id, "7"), "/id teleconsultation.id");
        add("id is a number", row(joe, "").replace("'" + id + "'", "7"), "/id member.not_text");
        add("start", row(joe).replace("2026-02-01T10:00:00.250+01:00", "tomorrow"),
            "/start_date time.malformed");
        add("no start", "{'duration_in_seconds':600,'participants':{'number':2,'data':[]}}",
            "/start_date teleconsultation.required");
        add("no end", "{'start_date':'2026-02-01T10:00:00Z','participants':{'number':2,'data':[]}}",
            "/end_date teleconsultation.required");
        add("both ends", row(joe, ",'duration_in_seconds':600"), " teleconsultation.end_and_duration");
        add("too short",
            "{'start_date':'2026-02-01T10:00:00Z','duration_in_seconds':299,"
            "'participants':{'number':2,'data':[]}}",
            " teleconsultation.length");
        add("seconds as text", "{'duration_in_seconds':'600'}", "/duration_in_seconds member.not_a_number");
        add("no participants", "{" + times + "}", "/participants teleconsultation.required");
        add("a list of ids", "{" + times + ",'participants':['joe','jane']}",
            "/participants member.not_an_object");
        add("one person", row(joe, {}, 1), " teleconsultation.number_low");
        add("seven people", row(joe, {}, 7), " teleconsultation.number");
        add("more than announced",
            row(joe + "," + jane + ",{'userExternalId':'x','groups':['patient'],'fullName':'X'}"),
            " teleconsultation.too_many");
        add("twice", people(joe + "," + joe), "/participants/data/1 teleconsultation.twice");
        add("nobody to host", people(jane + "," + QByteArray(jane).replace("jane", "ann")),
            " teleconsultation.no_plus");
        add("no external id", people(joe + ",{'groups':['patient'],'fullName':'X'}"),
            "/participants/data/1/userExternalId teleconsultation.required");
        add("no groups", people(joe + ",{'userExternalId':'x','fullName':'X'}"),
            "/participants/data/1/groups teleconsultation.required");
        add("no name", people(joe + ",{'userExternalId':'x','groups':['patient']}"),
            "/participants/data/1/fullName teleconsultation.required");
        add("empty groups", people(joe + ",{'userExternalId':'x','groups':[],'fullName':'X'}"),
            "/participants/data/1 teleconsultation.no_groups");
        add("unknown group", people(joe + ",{'userExternalId':'x','groups':['king'],'fullName':'X'}"),
            "/participants/data/1/groups/0 teleconsultation.group");
        add("no object", people(joe + ",5"), "/participants/data/1/userExternalId teleconsultation.required");
    }

    // The second row is at fault: the first one and everything else is not imported either.
    void problems()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, problem);
        Clinic clinic;
        const QByteArray good = "{'start_date':'2026-02-01T10:00:00Z','duration_in_seconds':600,"
                                "'participants':{'number':2,'data':[" +
                                joe + "]}}";
        QCOMPARE(clinic.problem(good + "," + row), u"/teleconsultations/1"_s + problem);
        QCOMPARE(clinic.number("SELECT count(*) FROM teleconsultations"), 0);
    }
};

QTEST_GUILESS_MAIN(TestImportTeleconsultation)
#include "tst_importteleconsultation.moc"
