// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/devicerequestservice.h"
#include "app/directory/bundle.h"
#include "app/directory/registerrepository.h"
#include "app/directory/registerservice.h"
#include "tests/support/scratchclinic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QByteArray person = "0198c0de-0000-7000-8000-0000000000a1";
const QByteArray other = "0198c0de-0000-7000-8000-0000000000a2";

QJsonObject object(const char *json)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray(json).replace('\'', '"').replace("$P", person).replace("$O", other));
    if (!document.isObject())
        qFatal("no object: %s", json);
    return document.object();
}

Actor admin()
{
    Actor actor = ScratchClinic::staff();
    actor.role = Actor::Role::Admin;
    return actor;
}

/// An entry of every register that will do.
const std::pair<Register, const char *> examples[] = {
    {Register::DeviceRequests, "{'patientId':'$P','requisition':'0123-ABCD','status':'active','"
                               "verificationCode':'4521','programId':'$O',"
                               "'code':{'system':'s','code':'c'},'codeReference':null,'informWith':'$O'}"},
    {Register::Persons, "{'firstName':'Ivan','lastName':'Franko','isPreperson':false}"},
    {Register::AuthenticationMethods,
     "{'personId':'$P','type':'OTP','phoneNumber':'+380931234585','value':null,'isActive':true,"
     "'endedAt':null,'insertedAt':'2020-01-01T00:00:00.000001+00:00'}"},
    {Register::ConfidantPersonRelationships,
     "{'personId':'$P','confidantPersonId':'$O','isActive':true,'activeTo':null,"
     "'verificationStatus':'VERIFIED','verificationReason':null}"},
    {Register::LegalEntities, "{'type':'MSP','status':'ACTIVE'}"},
    {Register::MedicalPrograms, "{'name':'Prostheses','requestNotificationDisabled':null}"},
    {Register::DeviceDefinitions, "{'classificationTypes':[{'system':'s','code':'c'}]}"},
    {Register::DictionaryConfigurations, "{'entries':[{'system':'s'},{'system':'t','codes':['1','2']}]}"},
};

class Desk : public ScratchClinic
{
public:
    Result<RegisterEntry> add(Register which, const QJsonObject &members, const Actor &actor = admin())
    {
        return store().writeNow(
            [&](WriteTransaction &tx) { return registers.add(tx, actor, which, members); });
    }
    Result<RegisterEntry> edit(Register which, const QByteArray &key, const QJsonObject &members)
    {
        return store().writeNow(
            [&](WriteTransaction &tx) { return registers.edit(tx, admin(), which, key, members); });
    }
    Result<void> remove(Register which, const QByteArray &key)
    {
        return store().writeNow(
            [&](WriteTransaction &tx) { return registers.remove(tx, admin(), which, key); });
    }
    Result<Page<RegisterEntry>> list(Register which, const QString &text = {}, PageRequest page = {})
    {
        return store().readNow(
            [&](Transaction &tx) { return registers.list(tx, admin(), which, text, page); });
    }

    RegisterService registers{vault};
};

QJsonObject exampleOf(const RegisterShape &shape)
{
    const auto *found = std::find_if(std::begin(examples), std::end(examples),
                                     [&](const auto &each) { return each.first == shape.which; });
    QJsonObject example = object(found->second);
    example.insert(QLatin1String(shape.key), shape.which == Register::DictionaryConfigurations
                                                 ? u"assistive_devices"_s
                                                 : u"0198c0de-0000-7000-8000-0000000000b1"_s);
    return example;
}

} // namespace

class TestRegisters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRegister_data()
    {
        QTest::addColumn<int>("which");
        for (const RegisterShape &shape : registerShapes())
            QTest::newRow(shape.name) << int(shape.which);
    }

    // What goes in comes out, can be changed and goes again; each change leaves its row.
    void everyRegister()
    {
        QFETCH(const int, which);
        const auto kind = Register(which);
        const RegisterShape &shape = registerShape(kind);
        Desk desk;
        const QJsonObject example = exampleOf(shape);
        const auto added = desk.add(kind, example);
        QVERIFY2(added, added ? "" : added.error().reason);
        for (const RegisterMember &member : shape.members) {
            const QJsonValue value = added->members.value(QLatin1String(member.name));
            if (member.type == RegisterMember::Type::Secret)
                QCOMPARE(value, QJsonValue(true)); // it is set, and that is all
            else
                QCOMPARE(value, example.value(QLatin1String(member.name)));
        }
        QCOMPARE(added->members.size(), int(shape.members.size()));

        // An edit of nothing changes nothing.
        const auto same = desk.edit(kind, added->key, {});
        QVERIFY2(same, same ? "" : same.error().reason);
        QCOMPARE(same->members, added->members);

        QCOMPARE(desk.list(kind)->items.size(), 1);
        QCOMPARE(desk.list(kind, QString::fromUtf8(added->key))->items.size(), 1);
        QCOMPARE(desk.list(kind, u"nowhere%"_s)->items.size(), 0);
        QCOMPARE(desk.add(kind, example).error().reason, QByteArray("register.taken"));
        QVERIFY(desk.remove(kind, added->key));
        QCOMPARE(desk.list(kind)->items.size(), 0);
        QCOMPARE(desk.remove(kind, added->key).error().reason, QByteArray("register.unknown"));
        for (const char *action : {"register.add", "register.edit", "register.remove"})
            QCOMPARE(desk.number(
                         QByteArray("SELECT count(*) FROM audit WHERE action = '" + QByteArray(action) + "'")
                             .toStdString()),
                     1);
    }

    void onlyAdministrators()
    {
        Desk desk;
        const Actor clinician = ScratchClinic::staff();
        QVERIFY(desk.add(Register::Persons, object("{'firstName':'Ivan'}"), clinician)
                    .error()
                    .is("access.admin_only"));
        desk.read([&](Transaction &tx) {
            [&] {
                QVERIFY(!desk.registers.list(tx, clinician, Register::Persons, {}, {}));
                QVERIFY(!desk.registers.get(tx, clinician, Register::Persons, person));
            }();
            return true;
        });
        QCOMPARE(desk.number("SELECT count(*) FROM persons"), 0);
        QCOMPARE(desk.number("SELECT count(*) FROM audit"), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("place");
        const auto row = [](const char *name, Register which, const char *members, const char *field,
                            const char *reason, int place = 0) {
            QTest::newRow(name) << int(which) << QByteArray(members) << QByteArray(field)
                                << QByteArray(reason) << place;
        };
        row("missing", Register::LegalEntities, "{'status':'ACTIVE'}", "type", "member.required");
        row("blank", Register::LegalEntities, "{'type':'MSP','status':' '}", "status", "text.blank");
        row("id", Register::AuthenticationMethods, "{'personId':'5'}", "personId", "id.malformed");
        row("own id", Register::Persons, "{'id':'5'}", "id", "id.malformed");
        row("time", Register::AuthenticationMethods,
            "{'personId':'$P','type':'OTP','isActive':true,'insertedAt':'yesterday'}", "insertedAt",
            "time.malformed");
        row("code", Register::DeviceRequests,
            "{'patientId':'$P','requisition':'1','status':'active','code':{'system':'s'}}", "code",
            "device_request.code");
        row("type", Register::DeviceDefinitions,
            "{'classificationTypes':[{'system':'s','code':'c'},{'system':'s'}]}", "classificationTypes",
            "device_definition.type", 2);
        row("dictionary", Register::DictionaryConfigurations, "{'name':'n','entries':[{'codes':[]}]}",
            "entries", "dictionary.malformed", 1);
        row("dictionary's name", Register::DictionaryConfigurations, "{'entries':[]}", "name", "text.blank");
        row("no text", Register::Persons, "{'firstName':7}", "firstName", "member.not_text");
    }

    void refusals()
    {
        QFETCH(const int, which);
        QFETCH(const QByteArray, members);
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, reason);
        QFETCH(const int, place);
        Desk desk;
        const auto refused = desk.add(Register(which), object(members.constData()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, reason);
        QCOMPARE(refused.error().field, field);
        QCOMPARE(refused.error().data.value(u"place"_s).toInt(), place);
        QCOMPARE(desk.number("SELECT count(*) FROM audit"), 0);
        QCOMPARE(desk.list(Register(which))->items.size(), 0);
    }

    void absentKeepsNullClearsAndCodesStaySealed()
    {
        Desk desk;
        const auto added =
            desk.add(Register::DeviceRequests, exampleOf(registerShape(Register::DeviceRequests)));
        QVERIFY(added);
        const auto code = [&] {
            return desk.read([&](Transaction &tx) {
                Cursor row = tx.query("SELECT patient_id, verification_code FROM device_requests");
                if (!row.next() || row.isNull(1))
                    return QByteArray();
                return desk.vault.open(tx, row.bytes(0), row.bytes(1), "device_requests.verification_code")
                    .value_or("unreadable");
            });
        };
        QCOMPARE(code(), "4521");
        QVERIFY(desk.edit(Register::DeviceRequests, added->key, object("{'status':'completed'}")));
        QCOMPARE(code(), "4521");
        // Sealed anew for another patient.
        QVERIFY(desk.edit(Register::DeviceRequests, added->key, object("{'patientId':'$O'}")));
        QCOMPARE(code(), "4521");
        QVERIFY(desk.edit(Register::DeviceRequests, added->key, object("{'verificationCode':'7777'}")));
        QCOMPARE(code(), "7777");
        const auto cleared = desk.edit(Register::DeviceRequests, added->key,
                                       object("{'verificationCode':null,'programId':null}"));
        QVERIFY(cleared);
        QVERIFY(code().isNull());
        QVERIFY(cleared->members.value(u"programId"_s).isNull());
        QVERIFY(cleared->members.value(u"verificationCode"_s).isNull());
        QCOMPARE(cleared->members.value(u"status"_s).toString(), u"completed"_s);
    }

    void whatOthersNameStays()
    {
        Desk desk;
        for (const Register which :
             {Register::Persons, Register::MedicalPrograms, Register::DeviceDefinitions}) {
            QJsonObject thing = exampleOf(registerShape(which));
            thing.insert(u"id"_s, QString::fromLatin1(which == Register::Persons ? person : other));
            QVERIFY(desk.add(which, thing));
        }
        QJsonObject request = exampleOf(registerShape(Register::DeviceRequests));
        request.insert(u"codeReference"_s, QString::fromLatin1(other));
        const auto added = desk.add(Register::DeviceRequests, request);
        QVERIFY(added);
        QVERIFY(desk.remove(Register::Persons, person).error().is("register.needed"));
        QVERIFY(desk.remove(Register::MedicalPrograms, other).error().is("register.needed"));
        QVERIFY(desk.remove(Register::DeviceDefinitions, other).error().is("register.needed"));
        QVERIFY(desk.remove(Register::DeviceRequests, added->key));
        QVERIFY(desk.remove(Register::Persons, person));
        QVERIFY(desk.remove(Register::MedicalPrograms, other));
        QVERIFY(desk.remove(Register::DeviceDefinitions, other));
    }

    void whoActsForOthersStays()
    {
        Desk desk;
        for (const QByteArray &id : {person, other}) {
            QJsonObject thing = exampleOf(registerShape(Register::Persons));
            thing.insert(u"id"_s, QString::fromLatin1(id));
            QVERIFY(desk.add(Register::Persons, thing));
        }
        const auto relationship = desk.add(Register::ConfidantPersonRelationships,
                                           exampleOf(registerShape(Register::ConfidantPersonRelationships)));
        QVERIFY(relationship);
        QVERIFY(desk.remove(Register::Persons, other).error().is("register.needed"));
        QVERIFY(desk.remove(Register::ConfidantPersonRelationships, relationship->key));
        const auto method =
            desk.add(Register::AuthenticationMethods,
                     object("{'personId':'$P','type':'THIRD_PERSON','value':'$O','isActive':true,"
                            "'insertedAt':'2020-01-01T00:00:00Z'}"));
        QVERIFY(method);
        QVERIFY(desk.remove(Register::Persons, other).error().is("register.needed"));
        QVERIFY(desk.remove(Register::AuthenticationMethods, method->key));
        QVERIFY(desk.remove(Register::Persons, other));
    }

    // A patient who is only in the registers can be erased there, with what was sent to them.
    void aPersonGoesWithTheirTexts()
    {
        Desk desk;
        QJsonObject thing = exampleOf(registerShape(Register::Persons));
        thing.insert(u"id"_s, QString::fromLatin1(person));
        QVERIFY(desk.add(Register::Persons, thing));
        QVERIFY(desk.add(Register::LegalEntities, exampleOf(registerShape(Register::LegalEntities))));
        const auto method = desk.add(Register::AuthenticationMethods,
                                     object("{'personId':'$P','type':'OTP','phoneNumber':'+380931234585',"
                                            "'isActive':true,'insertedAt':'2020-01-01T00:00:00Z'}"));
        const auto request =
            desk.add(Register::DeviceRequests, object("{'patientId':'$P','requisition':'0123-ABCD',"
                                                      "'status':'active','verificationCode':'4521',"
                                                      "'programId':'$O'}"));
        QVERIFY(method && request);
        const DeviceRequestService service(desk.settings, desk.vault, desk.outbox);
        QVERIFY(desk.store().writeNow([&](WriteTransaction &tx) {
            return service.resend(tx, admin(), PersonId::fromTrusted(person),
                                  DeviceRequestId::fromTrusted(request->key));
        }));
        QCOMPARE(desk.messages().size(), 1);
        QVERIFY(desk.remove(Register::DeviceRequests, request->key));
        QVERIFY(desk.remove(Register::AuthenticationMethods, method->key));
        QVERIFY(desk.remove(Register::Persons, person));
        QCOMPARE(desk.messages().size(), 0);
        QCOMPARE(desk.number("SELECT count(*) FROM device_request_jobs"), 0);
        QCOMPARE(desk.number("SELECT count(*) FROM persons"), 0);
        QCOMPARE(desk.number("SELECT count(*) FROM erasures"), 1); // the file's free places are overwritten
    }

    void pages()
    {
        Desk desk;
        for (int i = 0; i < 25; ++i)
            QVERIFY(desk.add(Register::Persons, {{u"lastName"_s, u"Person %1"_s.arg(i)}}));
        QSet<QByteArray> seen;
        PageRequest page{.limit = 10, .cursor = {}};
        int count = 0;
        do {
            const auto part = desk.list(Register::Persons, {}, page);
            QVERIFY(part);
            for (const RegisterEntry &entry : part->items)
                seen.insert(entry.key);
            page.cursor = part->nextCursor;
            ++count;
        } while (!page.cursor.isEmpty());
        QCOMPARE(count, 3);
        QCOMPARE(seen.size(), 25);
        QCOMPARE(desk.list(Register::Persons, u" person 7 "_s)->items.size(), 1);
        QCOMPARE(desk.list(Register::Persons, u"person_7"_s)->items.size(), 0); // no wildcard
    }
};

QTEST_GUILESS_MAIN(TestRegisters)
#include "tst_registers.moc"
