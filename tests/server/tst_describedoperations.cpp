// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/calls/callfixture.h"
#include "tests/server/devicerequests/devicerequestfixture.h"
#include "tests/server/teleconsultations/teleconsultationfixture.h"

using namespace anteroom;
using namespace anteroom::test;

/// Every operation of calls, devices, SIP, device requests and teleconsultations is driven to every status
/// that openapi.json gives it, as far as one can from outside; each answer is held against its description
/// (ApiFixture does that with every answer). tst_describedanswers does the same for file requests.
class TestDescribedOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calls();
    void sip();
    void devices();
    void deviceRequests();
    void jobs();
    void teleconsultations_data();
    void teleconsultations();
    void providerFails();
    void fullDisk();

private:
    using Answer = RawClient::Answer;

    static Answer json(ApiFixture &api, const QByteArray &method, const QByteArray &path,
                       const QByteArray &token, const QByteArray &body, const QByteArray &fields = {})
    {
        return api.send(method, path, token, body, "Content-Type: application/json\r\n" + fields);
    }
    // What goes wrong before a route is asked.
    static void driveCommon(ApiFixture &api, const QByteArray &method, const QByteArray &path,
                            const QByteArray &token, bool hasBody);
    // The same key with another body: 422.
    static void driveKey(ApiFixture &api, const QByteArray &method, const QByteArray &path,
                         const QByteArray &token, const QByteArray &body)
    {
        static int used = 0;
        const QByteArray key = "Idempotency-Key: k" + QByteArray::number(++used) + "\r\n";
        json(api, method, path, token, body, key);
        json(api, method, path, token, body + ' ', key);
    }
    // From now on nothing of these can be read or written.
    static void lose(ApiFixture &api, std::initializer_list<const char *> tables)
    {
        QVERIFY(api.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            for (const char *table : tables) {
                const QByteArray name = table;
                tx.execute("ALTER TABLE " + name.toStdString() + " RENAME TO lost_" + name.toStdString());
            }
            return {};
        }));
    }
    // All but `others`, which other tests drive or nobody can from outside, and 503: fullDisk().
    static void compare(const ApiFixture &api, const QByteArray &operation, std::set<int> others = {})
    {
        QCOMPARE(api.undescribed().join("\n"), QByteArray());
        others.insert(503);
        const auto given = api.statuses().find(operation);
        QVERIFY2(given != api.statuses().end(), operation.constData());
        for (const int status : api.description().statusesOf(operation)) {
            if (!others.contains(status))
                QVERIFY2(given->second.contains(status),
                         (operation + ' ' + QByteArray::number(status)).constData());
        }
    }
};

void TestDescribedOperations::driveCommon(ApiFixture &api, const QByteArray &method, const QByteArray &path,
                                          const QByteArray &token, bool hasBody)
{
    static const QByteArray type = "Content-Type: application/json\r\n";
    const QByteArray body = hasBody ? "{}"_ba : QByteArray();
    api.send(method, path, {}, body, hasBody ? type : QByteArray());                         // 401
    api.send(method, path, api.token(Scope::FileRead), body, hasBody ? type : QByteArray()); // 403
    if (!hasBody)
        return;
    json(api, method, path, token, "{");                                // 400
    json(api, method, path, token, QByteArray(2 << 20, ' '));           // 413
    api.send(method, path, token, "x", "Content-Type: text/plain\r\n"); // 415
}

void TestDescribedOperations::calls()
{
    CallFixture api;
    const UserId john = api.addPatient();
    const DeviceId device = api.addDevice(john);
    const DeviceId deaf = api.addDevice(john, false);
    const QByteArray path = "/v1/notifications/call/" + device.text();
    driveCommon(api, "POST", path, api.caller, true);
    driveKey(api, "POST", path, api.caller, R"({"callId":"a"})");                 // 202, 422
    json(api, "POST", "/v1/notifications/call/" + deaf.text(), api.caller, "{}"); // 403 or 409
    json(api, "POST", "/v1/notifications/call/7", api.caller, "{}");              // 404
    json(api, "POST", path, api.caller, R"({"callId":"a"})");

    const QByteArray cancel = "/v1/cancel-call";
    const QByteArray it = R"({"deviceId":")" + device.text() + R"(","callId":"a","reason":"cancelled"})";
    driveCommon(api, "POST", cancel, api.caller, true);
    driveKey(api, "POST", cancel, api.caller, it);                                             // 202, 422
    json(api, "POST", cancel, api.caller, QByteArray(it).replace(device.text(), john.text())); // 404

    driveCommon(api, "GET", "/v1/call-attempts", api.caller, false);
    api.send("GET", "/v1/call-attempts?limit=2", api.caller);
    api.send("GET", "/v1/call-attempts?limit=0", api.caller);
    driveCommon(api, "GET", "/v1/callable-devices?mobileNumber=%2B447777123456", api.devices, false);
    api.send("GET", "/v1/callable-devices?mobileNumber=%2B447777123456", api.devices);
    api.send("GET", "/v1/callable-devices", api.devices);

    lose(api, {"call_attempts", "user_devices"});
    json(api, "POST", path, api.caller, "{}");
    json(api, "POST", cancel, api.caller, it);
    api.send("GET", "/v1/call-attempts", api.caller);
    api.send("GET", "/v1/callable-devices?mobileNumber=%2B447777123456", api.devices);
    // 409: another one with that key is under way (tst_idempotency). 502: tst_callpush.
    compare(api, "callUserDevice", {409, 502});
    compare(api, "cancelCall", {409});
    compare(api, "listCallAttempts");
    compare(api, "listCallableDevices");
}

void TestDescribedOperations::sip()
{
    CallFixture api;
    const DeviceId device = api.addDevice(api.addPatient());
    api.call(device, CallFixture::named(u"a"_s));
    const QByteArray id = R"({"deviceId":")" + device.text() + "\",";
    const QByteArray registration = id + R"("contact":"<sip:+447777123456@10.0.0.7>","expires":60})";
    const QByteArray report = id + R"("callId":"a","state":"ringing"})";
    const QByteArray nobody = DeviceId::generate(api.clock.now()).text();
    for (const auto &[path, body] : {std::pair<QByteArray, QByteArray>{"/v1/sip/registrations", registration},
                                     {"/v1/sip/calls", report}}) {
        driveCommon(api, "POST", path, api.proxy, true);
        driveKey(api, "POST", path, api.proxy, body);
        json(api, "POST", path, api.proxy, QByteArray(body).replace(device.text(), nobody));
    }
    lose(api, {"call_attempts", "user_devices"});
    json(api, "POST", "/v1/sip/registrations", api.proxy, registration);
    json(api, "POST", "/v1/sip/calls", api.proxy, report);
    compare(api, "postSipRegistration", {409});
    compare(api, "postSipCall", {409});
}

void TestDescribedOperations::devices()
{
    CallFixture api;
    const UserId john = api.addPatient();
    const DeviceId device = api.addDevice(john);
    const QByteArray path = "/v1/user-devices/" + device.text();
    const QByteArray none = "/v1/user-devices/" + DeviceId::generate(api.clock.now()).text();
    const QByteArray body = R"({"userId":")" + john.text() +
                            R"(","platform":"ios","pushToken":"abc","acceptsInboundCalls":true})";
    driveCommon(api, "PUT", path, api.devices, true);
    json(api, "PUT", path, api.devices, body);
    json(api, "PUT", path, api.devices, QByteArray(body).replace(john.text(), device.text())); // nobody
    json(api, "PUT", "/v1/user-devices/7", api.devices, body);
    driveCommon(api, "GET", path, api.devices, false);
    api.send("GET", path, api.devices);
    api.send("GET", none, api.devices);
    driveCommon(api, "DELETE", path, api.devices, false);
    api.send("DELETE", path, api.devices);
    api.send("DELETE", none, api.devices);
    lose(api, {"user_devices"});
    json(api, "PUT", path, api.devices, body);
    api.send("GET", path, api.devices);
    api.send("DELETE", path, api.devices);
    compare(api, "putUserDevice");
    compare(api, "getUserDevice");
    compare(api, "deleteUserDevice");
}

void TestDescribedOperations::deviceRequests()
{
    RequestApi api;
    const QByteArray list = patientsRequests + "?page_size=1";
    const QByteArray nobodys = QByteArray(patientsRequests).replace(patient, legalEntity);
    driveCommon(api, "GET", patientsRequests, api.reader, false);
    api.send("GET", list, api.reader);
    api.send("GET", patientsRequests + "?page=0", api.reader); // 422
    api.send("GET", nobodys, api.reader);
    driveCommon(api, "GET", onePath, api.reader, false);
    api.send("GET", onePath, api.reader);
    api.send("GET", nobodys + '/' + deviceRequest, api.reader);

    const QByteArray strange = QByteArray(resendPath).replace(patient, legalEntity);
    const QByteArray type = "Content-Type: application/json\r\n";
    for (const QByteArray &method : {"GET"_ba, "PATCH"_ba, "POST"_ba}) {
        api.clock.advance(std::chrono::minutes(10));
        driveCommon(api, method, resendPath, api.sender, method != "GET");
        if (method == "POST")
            driveKey(api, method, resendPath, api.sender, "{}");
        const QByteArray body = method == "GET" ? QByteArray() : "{}"_ba;
        const QByteArray fields = method == "GET" ? QByteArray() : type;
        api.send(method, resendPath, api.sender, body, fields);                                       // 202
        api.send(method, resendPath, api.sender, body, fields);                                       // 429
        api.send(method, strange, api.sender, body, fields);                                          // 404
        api.send(method, resendPath, api.tokenOf(Scope::DeviceRequestResend, nullptr), body, fields); // 409
    }
    lose(api, {"device_requests"});
    api.send("GET", list, api.reader);
    api.send("GET", onePath, api.reader);
    for (const QByteArray &method : {"GET"_ba, "PATCH"_ba, "POST"_ba})
        api.resend(method);
    compare(api, "listDeviceRequests");
    compare(api, "getDeviceRequest");
    compare(api, "resendDeviceRequest");
    compare(api, "resendDeviceRequestByPatch");
    compare(api, "resendDeviceRequestByPost");
}

void TestDescribedOperations::jobs()
{
    RequestApi api;
    const Answer sent = api.resend();
    QCOMPARE(sent.status, 202);
    const QByteArray job = jobPathOf(sent); // "/Jobs/…"
    for (const QByteArray &prefix : {"/Jobs/"_ba, "/jobs/"_ba, "/api/jobs/"_ba}) {
        const QByteArray path = QByteArray(job).replace("/Jobs/", prefix);
        driveCommon(api, "GET", path, api.sender, false);
        QCOMPARE(api.send("GET", path, api.sender).status, 200);
        api.send("GET", prefix + "7", api.sender);
    }
    lose(api, {"device_request_jobs"});
    for (const QByteArray &prefix : {"/Jobs/"_ba, "/jobs/"_ba, "/api/jobs/"_ba})
        api.send("GET", QByteArray(job).replace("/Jobs/", prefix), api.sender);
    for (const char *operation : {"getJob", "getJobInLowerCase", "getJobUnderApi"})
        compare(api, operation);
}

void TestDescribedOperations::teleconsultations_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QByteArray>("suffix");
    QTest::newRow("short") << ""_ba
                           << ""_ba;
    QTest::newRow("long") << "/api/v1/telecons-be"_ba
                          << "AtPrefix"_ba;
}

void TestDescribedOperations::teleconsultations()
{
    QFETCH(QByteArray, prefix);
    QFETCH(QByteArray, suffix);
    ApiFixture api;
    QVERIFY(!api.error());
    const QByteArray all = prefix + "/teleconsultation";
    const QByteArray token =
        api.token(Scope::TeleconsultationRead | Scope::TeleconsultationWrite | Scope::IdentityDelegate);
    const auto at = [&](std::chrono::seconds later) {
        return QString::fromLatin1(toIsoMillis(api.clock.now() + later));
    };
    const auto body = [&](std::chrono::seconds later, const QJsonArray &people) {
        return QJsonDocument(QJsonObject{{u"participants"_s, participants(people, 2)},
                                         {u"start_date"_s, at(later)},
                                         {u"end_date"_s, at(later + 1h)}})
            .toJson();
    };
    const auto made = [&](std::chrono::seconds later, const QJsonArray &people) {
        return all + '/' +
               objectOf(json(api, "POST", all, token, body(later, people)))
                   .value("roomId"_L1)
                   .toString()
                   .toLatin1();
    };
    const QByteArray end = QJsonDocument(QJsonObject{{u"end_date"_s, at(3h)}}).toJson();
    const QByteArray person = QJsonDocument(jane()).toJson();
    const QByteArray none = all + "/0123456789abcdef01234567";
    const QByteArray asJoe = "miauserid: user1_external_id\r\n";

    driveCommon(api, "POST", all, token, true);
    driveKey(api, "POST", all, token, body(1h, {joe(), jane()}));
    driveCommon(api, "GET", all, token, false);
    api.send("GET", all + "?limit=1", token);
    api.send("GET", all + "?limit=0", token);

    const QByteArray one = made(1h, {joe(), jane()});
    driveCommon(api, "GET", one, token, false);
    QCOMPARE(api.send("GET", one, token, {}, asJoe).status, 200);
    api.send("GET", none, token, {}, asJoe);
    driveCommon(api, "GET", one + "/invite.ics", token, false);
    QCOMPARE(api.send("GET", one + "/invite.ics", token, {}, asJoe).status, 200);
    api.send("GET", none + "/invite.ics", token, {}, asJoe);
    driveCommon(api, "PATCH", one, token, true);
    json(api, "PATCH", one, token, end);
    json(api, "PATCH", none, token, end);
    json(api, "PATCH", made(0s, {joe(), jane()}), token, end); // 409

    const QByteArray open = made(1h, {joe()});
    driveCommon(api, "POST", open + "/participants/data", token, true);
    driveKey(api, "POST", open + "/participants/data", token, person);
    json(api, "POST", none + "/participants/data", token, person);
    json(api, "POST", made(0s, {joe(), jane()}) + "/participants/data", token, person); // 409

    driveCommon(api, "DELETE", one, token, false);
    api.send("DELETE", one, token);
    api.send("DELETE", one, token);
    lose(api, {"teleconsultations"});
    json(api, "POST", all, token, body(1h, {joe(), jane()}));
    api.send("GET", all, token);
    api.send("GET", open, token, {}, asJoe);
    api.send("GET", open + "/invite.ics", token, {}, asJoe);
    json(api, "PATCH", open, token, end);
    json(api, "POST", open + "/participants/data", token, person);
    api.send("DELETE", open, token);
    // 502 needs somebody else to ask: providerFails(), tst_auth0. 409 of a new one: tst_idempotency.
    compare(api, "createTeleconsultation" + suffix, {409, 502});
    for (const char *operation :
         {"listTeleconsultations", "getTeleconsultation", "changeTeleconsultation", "deleteTeleconsultation",
          "addTeleconsultationParticipant", "getTeleconsultationInvitation"})
        compare(api, operation + suffix, {502});
}

// With a provider of rooms that does not answer.
void TestDescribedOperations::providerFails()
{
    ApiFixture api({{"ANTEROOM_VIDEO_PROVIDER", u"bandyer"_s},
                    {"BANDYER_BASE_URL", u"http://127.0.0.1:1"_s},
                    {"BANDYER_API_SECRET_KEY", u"secret"_s}});
    QVERIFY(!api.error());
    const QByteArray token = api.token(Scope::TeleconsultationRead | Scope::TeleconsultationWrite);
    for (const QByteArray &prefix : {""_ba, "/api/v1/telecons-be"_ba}) {
        const Answer answer =
            api.json("POST", prefix + "/teleconsultation", token,
                     {{u"participants"_s, participants({joe(), jane()})},
                      {u"start_date"_s, QString::fromLatin1(toIsoMillis(api.clock.now() + 1h))},
                      {u"duration_in_seconds"_s, 600}});
        QCOMPARE(answer.status, 502);
    }
    QCOMPARE(api.undescribed().join("\n"), QByteArray());
}

// Nothing more fits into the database: whatever would write is refused, with words, and tried again in vain.
void TestDescribedOperations::fullDisk()
{
    CallFixture api;
    const UserId john = api.addPatient();
    const DeviceId device = api.addDevice(john);
    const QByteArray token = api.token(Scope::TeleconsultationWrite);
    const QByteArray writer = api.token(Scope::FileRequestWrite);
    QVERIFY(api.store().writeNow([](WriteTransaction &tx) -> Result<void> {
        tx.execute("CREATE TABLE ballast (x)");
        tx.execute("PRAGMA max_page_count = 1"); // as many as there are
        return {};
    }));
    for (int size = 65536; size > 0; size /= 2) {
        while (api.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            tx.execute("INSERT INTO ballast VALUES (zeroblob(?))", size);
            return {};
        })) {
        }
    }
    const QByteArray who = R"({"userId":")" + john.text() + R"(","platform":"ios","pushToken":")" +
                           QByteArray(3000, 'x') + R"(","acceptsInboundCalls":true})";
    const QByteArray request =
        R"({"type":"photo","accountId":"12","accountUserId":"42","staffName":"Dr R","patientDateOfBirth":"1980-06-17",
            "patientMobile":"+447777123456","recipientMobile":"+447777123456"})";
    const QByteArray consultation =
        QJsonDocument(QJsonObject{{u"participants"_s, participants({joe(), jane()})},
                                  {u"start_date"_s, QString::fromLatin1(toIsoMillis(api.clock.now() + 1h))},
                                  {u"duration_in_seconds"_s, 600}})
            .toJson();
    const struct
    {
        const char *method, *operation;
        QByteArray path, token, body;
    } all[] = {
        {"PUT", "putUserDevice", "/v1/user-devices/" + device.text(), api.devices, who},
        {"POST", "callUserDevice", "/v1/notifications/call/" + device.text(), api.caller, "{}"},
        {"POST", "createTeleconsultation", "/teleconsultation", token, consultation},
        {"POST", "createFileRequest", "/v1/file-requests", writer, request},
    };
    for (const auto &each : all) {
        // What is left in half-filled pages is soon used up.
        for (int tries = 0; tries < 200; ++tries) {
            if (json(api, each.method, each.path, each.token, each.body).status == 503)
                break;
        }
        const auto given = api.statuses().find(each.operation);
        QVERIFY2(given != api.statuses().end() && given->second.contains(503), each.operation);
    }
    QCOMPARE(api.undescribed().join("\n"), QByteArray());
}

QTEST_GUILESS_MAIN(TestDescribedOperations)
#include "tst_describedoperations.moc"
