// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/bundle.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/retention/erasurerepository.h"
#include "tests/support/scratchclinic.h"

#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QByteArray userId = "0198c0de-0000-7000-8000-0000000000a1";
const QByteArray deviceId = "0198c0de-0000-7000-8000-0000000000b1";
const QByteArray thingId = "0198c0de-0000-7000-8000-0000000000c1";
const QByteArray otherId = "0198c0de-0000-7000-8000-0000000000c2";

// Apostrophes stand for quotation marks, and $U, $D, $T, $O for ids.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"')
        .replace("$U", userId)
        .replace("$D", deviceId)
        .replace("$T", thingId)
        .replace("$O", otherId);
}

Result<ImportSummary> import(ScratchClinic &clinic, const QByteArray &text,
                             const Actor &actor = Actor::system("command"))
{
    const auto bundle = BundleImport::parse(json(text));
    if (!bundle)
        return fail(bundle.error());
    const BundleImport importer(clinic.settings, clinic.vault, clinic.fileRequests);
    return clinic.store().writeNow([&](WriteTransaction &tx) { return importer.run(tx, actor, *bundle); });
}

const char *const fileRequest =
    "{'type':'photo','accountUserId':'42','accountId':'12','staffName':'Dr Rachel Williams',"
    "'patientDateOfBirth':'1980-06-17','patientFirstName':'John','patientLastName':'Smith',"
    "'patientMobile':'+447777123456','recipientMobile':'+447777123456'";

} // namespace

class TestBundle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything()
    {
        ScratchClinic clinic;
        const auto summary = import(clinic,
                                    QByteArray(R"({
            'users':[{'id':'$U','kind':'patient','firstName':'John','lastName':'Smith','dateOfBirth':'1980-06-17',
                      'mobile':'+447777123456','mobileVerified':true,'isAppUser':true,'language':'uk','personId':'$T'}],
            'userDevices':[{'id':'$D','userId':'$U','platform':'ios','pushToken':'abc','acceptsInboundCalls':true}],
            'legalEntities':[{'id':'$T','type':'MSP','status':'ACTIVE'}],
            'persons':[{'id':'$T','firstName':'Ivan','lastName':'Franko'}],
            'authenticationMethods':[{'id':'$T','personId':'$T','type':'OTP','phoneNumber':'+380931234585',
                      'isActive':true,'insertedAt':'2020-01-01T00:00:00Z'}],
            'confidantPersonRelationships':[{'id':'$T','personId':'$T','confidantPersonId':'$O','isActive':true,
                      'activeTo':null,'verificationStatus':'VERIFIED'}],
            'medicalPrograms':[{'id':'$T','name':'Prostheses'}],
            'deviceDefinitions':[{'id':'$T','classificationTypes':[{'system':'s','code':'c'}]}],
            'dictionaryConfigurations':{'assistive_devices':[{'system':'s'},{'system':'t','codes':['1']}]},
            'deviceRequests':[{'id':'$T','patientId':'$T','status':'active','requisition':'0123-ABCD',
                      'verificationCode':'4521','code':{'system':'s','code':'c'}}],
            'configuration':{'ANTEROOM_CLINIC_NAME':'Hill Surgery','ANTEROOM_FILE_REQUEST_TTL_S':3600},
            'fileRequests':[)") + fileRequest +
                                        R"(,'id':'$O','createdAt':'2025-12-01T10:00:00Z','state':'done'}],
            'teleconsultations':[], 'somethingElse':1})");
        QVERIFY2(summary, summary ? "" : QJsonDocument(summary.error().data).toJson().constData());
        QCOMPARE(summary->rows.value("users"), 1);
        QCOMPARE(summary->rows.value("fileRequests"), 1);
        QCOMPARE(summary->ignored, QStringList{u"somethingElse"_s});
        for (const char *table : {"user_devices", "legal_entities", "persons", "authentication_methods",
                                  "confidant_person_relationships", "medical_programs", "device_definitions",
                                  "dictionary_configurations", "device_requests", "file_requests"})
            QCOMPARE(clinic.number(QByteArray("SELECT count(*) FROM " + QByteArray(table)).toStdString()), 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM settings"), 2);
        QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'user.import'"), 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'device.import' AND patient_id = "
                               "(SELECT id FROM users)"),
                 1);
        // The person, the method, the relationship and the device request: each names its patient.
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'register.import' AND patient_id = "
                               "(SELECT id FROM persons)"),
                 4);

        clinic.read([&](Transaction &tx) {
            const auto user = UserRepository::byId(tx, UserId::fromTrusted(userId));
            [&] {
                QVERIFY(user);
                QCOMPARE(user->firstName, u"John"_s);
                QVERIFY(user->isVerifiedAppUser());
                QCOMPARE(user->language, Language::Ukrainian);
                QCOMPARE(UserDeviceRepository::pushToken(tx, clinic.vault, DeviceId::fromTrusted(deviceId))
                             .value(),
                         "abc");
                const auto request =
                    clinic.fileRequests.get(tx, ScratchClinic::staff(), FileRequestId::fromTrusted(otherId));
                QVERIFY(request);
                QCOMPARE(request->patient.id, user->id);
                QCOMPARE(request->request.state, FileRequest::State::Done);
                QCOMPARE(toIsoMillis(request->request.createdAt), "2025-12-01T10:00:00.000Z");
                Cursor code = tx.query("SELECT verification_code FROM device_requests");
                QVERIFY(code.next());
                QVERIFY(!code.bytes(0).contains("4521"));
                QCOMPARE(clinic.vault.open(tx, thingId, code.bytes(0), "device_requests.verification_code")
                             .value(),
                         "4521");
            }();
            return true;
        });
    }

    void absentKeepsAndNullClears()
    {
        ScratchClinic clinic;
        QVERIFY(import(clinic, "{'users':[{'id':'$U','kind':'patient','firstName':'John','lastName':'Smith',"
                               "'email':'john@example.com','isAppUser':true}],"
                               "'userDevices':[{'id':'$D','userId':'$U','platform':'web','pushToken':'abc',"
                               "'acceptsInboundCalls':true}]}"));
        QVERIFY(import(clinic, "{'users':[{'id':'$U','firstName':'Johnny','email':null}],"
                               "'userDevices':[{'id':'$D','acceptsInboundCalls':false}]}"));
        clinic.write([&](WriteTransaction &tx) {
            const auto user = UserRepository::byId(tx, UserId::fromTrusted(userId));
            QCOMPARE(user->firstName, u"Johnny"_s);
            QCOMPARE(user->lastName, u"Smith"_s);
            QVERIFY(user->email.isNull());
            QVERIFY(user->isAppUser);
            const auto device = UserDeviceRepository::byId(tx, DeviceId::fromTrusted(deviceId));
            QVERIFY(device->isLive());
            QVERIFY(!device->acceptsInboundCalls);
            QCOMPARE(device->platform, UserDevice::Platform::Web);
        });
        QVERIFY(import(clinic, "{'userDevices':[{'id':'$D','pushToken':null}]}"));
        clinic.write([&](WriteTransaction &tx) {
            QVERIFY(!UserDeviceRepository::byId(tx, DeviceId::fromTrusted(deviceId))->isLive());
        });
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 1);
    }

    void aRequestIsOverwrittenById()
    {
        ScratchClinic clinic;
        const QByteArray once = QByteArray("{'fileRequests':[") + fileRequest + ",'id':'$O','prompt':'A'}]}";
        QVERIFY(import(clinic, once));
        const auto get = [&] {
            return clinic.read([&](Transaction &tx) {
                return clinic.fileRequests
                    .get(tx, ScratchClinic::staff(), FileRequestId::fromTrusted(otherId))
                    .value();
            });
        };
        const FileRequestView first = get();
        QVERIFY(import(clinic, QByteArray(once).replace("'A'", "'B','state':'cancelled'")));
        const FileRequestView second = get();
        QCOMPARE(second.request.prompt, u"B"_s);
        QCOMPARE(second.request.state, FileRequest::State::Cancelled);
        QCOMPARE(second.request.shortLinkId, first.request.shortLinkId);
        QCOMPARE(second.request.patient, first.request.patient);
        QCOMPARE(clinic.number("SELECT count(*) FROM file_requests"), 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 2);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, QByteArray text, const char *pointer, const char *reason) {
            QTest::newRow(name) << text << QString::fromLatin1(pointer) << QString::fromLatin1(reason);
        };
        const QByteArray good = "{'id':'$T','kind':'patient','firstName':'A'}";
        row("mobile", "{'users':[" + good + "," + good + ",{'id':'$U','kind':'patient','mobile':'0777'}]}",
            "/users/2/mobile", "phone.malformed");
        row("type", "{'users':[" + good + ",{'id':'$U','kind':'patient','mobile':5}]}", "/users/1/mobile",
            "member.not_text");
        row("boolean", "{'users':[" + good + ",{'id':'$U','kind':'patient','isAppUser':'yes'}]}",
            "/users/1/isAppUser", "member.not_boolean");
        row("blank", "{'users':[" + good + ",{'id':'$U','kind':'patient','firstName':''}]}",
            "/users/1/firstName", "text.blank");
        row("kind", "{'users':[" + good + ",{'id':'$U','kind':'doctor'}]}", "/users/1/kind", "user.kind");
        row("no kind", "{'users':[" + good + ",{'id':'$U'}]}", "/users/1/kind", "member.required");
        row("no id", "{'users':[" + good + ",{'kind':'patient'}]}", "/users/1/id", "member.required");
        row("bad id", "{'users':[" + good + ",{'id':'5','kind':'patient'}]}", "/users/1/id", "id.malformed");
        row("birth", "{'users':[" + good + ",{'id':'$U','kind':'patient','dateOfBirth':'2980-06-17'}]}",
            "/users/1/dateOfBirth", "date.in_future");
        row("no object", "{'users':[" + good + ",5]}", "/users/1", "member.not_an_object");
        row("no list", "{'users':{}}", "/users", "member.not_a_list");
        row("platform",
            "{'users':[" + good +
                "],'userDevices':[{'id':'$D','userId':'$U','platform':'mac',"
                "'acceptsInboundCalls':true}]}",
            "/userDevices/0/platform", "device.platform");
        row("calls", "{'users':[" + good + "],'userDevices':[{'id':'$D','userId':'$U','platform':'ios'}]}",
            "/userDevices/0/acceptsInboundCalls", "member.required");
        row("setting", "{'users':[" + good + "],'configuration':{'ANTEROOM_NONSENSE':'1'}}",
            "/configuration/ANTEROOM_NONSENSE", "setting.unknown");
        row("inserted",
            "{'users':[" + good +
                "],'authenticationMethods':[{'id':'$T','personId':'$T','type':'OTP',"
                "'isActive':true,'insertedAt':'yesterday'}]}",
            "/authenticationMethods/0/insertedAt", "time.malformed");
        row("dictionary", "{'users':[" + good + "],'dictionaryConfigurations':{'assistive_devices':[{}]}}",
            "/dictionaryConfigurations/assistive_devices/0", "dictionary.malformed");
        row("request", "{'users':[" + good + "],'fileRequests':[" + fileRequest + ",'recipientEmail':'x'}]}",
            "/fileRequests/0/recipientEmail", "email.malformed");
        row("pair",
            "{'users':[" + good + "],'fileRequests':[" + QByteArray(fileRequest) + ",'accountUserId':null}]}",
            "/fileRequests/0/staffId", "file_request.pair");
        row("state", "{'users':[" + good + "],'fileRequests':[" + fileRequest + ",'state':'lost'}]}",
            "/fileRequests/0/state", "file_request.state");
        row("teleconsultation",
            "{'users':[" + good + "],'teleconsultations':[{'start_date':'2026-02-01T10:00:00Z'}]}",
            "/teleconsultations/0/participants", "teleconsultation.required");
        row("teleconsultation's id", "{'users':[" + good + "],'teleconsultations':[{'id':'7'}]}",
            "/teleconsultations/0/id", "teleconsultation.id");
        row("nobody to host",
            "{'users':[" + good +
                "],'teleconsultations':[{'start_date':'2026-02-01T10:00:00Z','duration_in_seconds':600,"
                "'participants':{'number':2,'data':[{'userExternalId':'a','groups':['patient'],'fullName':'A'"
                "},"
                "{'userExternalId':'b','groups':['patient'],'fullName':'B'}]}}]}",
            "/teleconsultations/0", "teleconsultation.no_plus");
    }

    void problems()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, reason);
        ScratchClinic clinic;
        const auto result = import(clinic, text);
        QVERIFY(!result);
        QCOMPARE(QByteArray(result.error().reason), "import.invalid");
        QCOMPARE(result.error().data.value("pointer"_L1).toString(), pointer);
        QCOMPARE(result.error().data.value("reason"_L1).toString(), reason);
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 0);
    }

    // Neither they nor what was theirs comes back with the next file.
    void nothingOfWhoWasErased()
    {
        ScratchClinic clinic;
        const QByteArray user = "{'users':[{'id':'$U','kind':'patient','firstName':'A'}]}";
        const QByteArray device = "{'userDevices':[{'id':'$D','userId':'$U','platform':'ios',"
                                  "'pushToken':'abc','acceptsInboundCalls':true}]}";
        QVERIFY(import(clinic, user));
        QVERIFY(import(clinic, device));
        clinic.write([](WriteTransaction &tx) {
            const UserId id = UserId::fromTrusted(userId);
            ErasureRepository::emptyUser(tx, *UserRepository::byId(tx, id));
        });
        for (const auto &[file, pointer] :
             {std::pair(user, u"/users/0/id"_s), std::pair(device, u"/userDevices/0/userId"_s)}) {
            const auto again = import(clinic, file);
            QVERIFY(!again);
            QCOMPARE(again.error().data.value("reason"_L1).toString(), u"user.erased"_s);
            QCOMPARE(again.error().data.value("pointer"_L1).toString(), pointer);
        }
        QCOMPARE(clinic.number("SELECT count(*) FROM user_devices"), 0);
    }

    void noJson()
    {
        ScratchClinic clinic;
        QCOMPARE(QByteArray(import(clinic, "{'users':[").error().reason), "import.not_json");
        QCOMPARE(QByteArray(import(clinic, "[]").error().reason), "import.not_an_object");
        QVERIFY(import(clinic, "{}"));
    }

    void onlyAdministrators()
    {
        ScratchClinic clinic;
        QCOMPARE(import(clinic, "{}", ScratchClinic::staff()).error().code, ErrorCode::Forbidden);
    }

    void secretsAreHandedBack()
    {
        ScratchClinic clinic;
        const auto summary = import(clinic, "{'configuration':{'ANTEROOM_SMTP_PASSWORD':'hush'}}");
        QVERIFY(summary);
        QCOMPARE(summary->secrets.value("ANTEROOM_SMTP_PASSWORD"), u"hush"_s);
        QCOMPARE(clinic.number("SELECT count(*) FROM settings"), 0);
    }
};

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
