// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/calls/callfixture.h"

#include <random>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString somebodysNumber = u"+447777123456"_s;
const QByteArray nobody = "f4d47426-c99a-43df-81ea-8304a62c5127"_ba;

} // namespace

/// Calling devices, and what the proxy tells, through a real server with the sandbox (RULES.md, Calls).
class TestCallRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_api = std::make_unique<CallFixture>(); }
    void cleanup()
    {
        QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
        m_api.reset();
    }
    void keepsDevices();
    void refusesDevicesThatMakeNoSense();
    void callsADevice();
    void leavesOutWhatWasNotSaid();
    void refusesInOrder();
    void asksForScopes();
    void checksBodies_data();
    void checksBodies();
    void listsWhatCanBeCalled();
    void goesThroughItsStates();
    void offersTheFallbackInTwoCases();
    void stopsAPhoneThatRegistersTooLate();
    void ringsAllDevicesUntilOneAnswers();
    void cancels();
    void takesNoHarmFromStrangeContacts_data();
    void takesNoHarmFromStrangeContacts();
    void listsPageByPage();
    void callsOnceForAKey();
    void writesAuditRows();
    void ends200CallsEachInOneState();

private:
    std::unique_ptr<CallFixture> m_api;
};

void TestCallRoutes::keepsDevices()
{
    const UserId user = m_api->addPatient();
    const QByteArray path = "/v1/user-devices/" + nobody;
    QCOMPARE(m_api->send("GET", path, m_api->devices).status, 404);
    const QJsonObject body{{u"userId"_s, QString::fromLatin1(user.text())},
                           {u"platform"_s, u"ios"_s},
                           {u"pushToken"_s, u"a-secret-token"_s},
                           {u"acceptsInboundCalls"_s, true}};
    QCOMPARE(m_api->json("PUT", path, m_api->devices, body).status, 200);
    const auto got = m_api->send("GET", path, m_api->devices);
    QCOMPARE(got.status, 200);
    const QJsonObject expected{{u"id"_s, QString::fromLatin1(nobody)},
                               {u"userId"_s, QString::fromLatin1(user.text())},
                               {u"platform"_s, u"ios"_s},
                               {u"acceptsInboundCalls"_s, true},
                               {u"hasPushToken"_s, true}};
    QCOMPARE(objectOf(got), expected);
    QCOMPARE(m_api->number("SELECT count(*) FROM user_devices WHERE instr(push_token, 'a-secret-token') > 0"),
             0);

    QJsonObject without = body;
    without.remove(u"pushToken"_s);
    QCOMPARE(objectOf(m_api->json("PUT", path, m_api->devices, without)).value("hasPushToken"_L1),
             QJsonValue(false));
    QCOMPARE(m_api->send("DELETE", path, m_api->devices).status, 204);
    const auto gone = m_api->send("GET", path, m_api->devices);
    QCOMPARE(gone.status, 404);
    QCOMPARE(gone.body, QByteArray());
    QCOMPARE(m_api->send("DELETE", path, m_api->devices).status, 404);
    QVERIFY(!m_api->log().contains("a-secret-token"));
}

void TestCallRoutes::refusesDevicesThatMakeNoSense()
{
    const UserId user = m_api->addPatient();
    const QByteArray path = "/v1/user-devices/" + nobody;
    const QJsonObject good{{u"userId"_s, QString::fromLatin1(user.text())},
                           {u"platform"_s, u"web"_s},
                           {u"acceptsInboundCalls"_s, false}};
    const auto put = [&](const QString &member, const QJsonValue &value, const QByteArray &where) {
        QJsonObject body = good;
        if (!member.isEmpty())
            body.insert(member, value);
        return m_api->json("PUT", where, m_api->devices, body);
    };
    QCOMPARE(put({}, {}, "/v1/user-devices/7").status, 404);
    QCOMPARE(put(u"userId"_s, u"7"_s, path).status, 404);
    QCOMPARE(put(u"userId"_s, QString::fromLatin1(nobody), path).status, 404);
    QCOMPARE(put(u"userId"_s, QString::fromLatin1(nobody), path).body, QByteArray());
    QCOMPARE(put(u"platform"_s, u"symbian"_s, path).status, 400);
    QCOMPARE(put(u"platform"_s, QJsonValue::Null, path).status, 400);
    QCOMPARE(put(u"acceptsInboundCalls"_s, u"yes"_s, path).status, 400);
    QCOMPARE(put(u"pushToken"_s, 7, path).status, 400);
    QCOMPARE(put(u"pushToken"_s, u" "_s, path).status, 400);
    QCOMPARE(put(u"pushToken"_s, u""_s, path).status, 400);
    QCOMPARE(put(u"pushToken"_s, QString(5000, u'a'), path).status, 400);
    QCOMPARE(m_api->send("GET", "/v1/user-devices/7", m_api->devices).status, 404);
    QCOMPARE(m_api->send("DELETE", "/v1/user-devices/7", m_api->devices).status, 404);
    QCOMPARE(m_api->number("SELECT count(*) FROM user_devices"), 0);
}

void TestCallRoutes::callsADevice()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    const auto answer = m_api->call(device, {{u"callId"_s, u"c-1"_s}, {u"callerName"_s, u"Dr Williams"_s}});
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray());
    const QJsonObject attempt = m_api->attempt(device);
    QCOMPARE(attempt.value("state"_L1), QJsonValue(u"dispatched"_s));
    QCOMPARE(attempt.value("callId"_L1), QJsonValue(u"c-1"_s));
    QCOMPARE(attempt.value("dispatchedAt"_L1), QJsonValue(u"2026-01-15T12:00:00.000000+00:00"_s));
    QVERIFY(attempt.value("fallback"_L1).isNull());

    const QVector<Message> messages = m_api->messages(device);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first().status, MessageStatus::Sent);
    QCOMPARE(messages.first().provider, u"sandbox"_s);
    QCOMPARE(QString::fromLatin1(messages.first().reference), attempt.value("id"_L1).toString());
    QCOMPARE(QJsonDocument::fromJson(messages.first().body.toUtf8()).object(),
             (QJsonObject{{u"type"_s, u"call"_s},
                          {u"userDeviceId"_s, QString::fromLatin1(device.text())},
                          {u"callId"_s, u"c-1"_s},
                          {u"callerName"_s, u"Dr Williams"_s}}));
}

void TestCallRoutes::leavesOutWhatWasNotSaid()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    QCOMPARE(m_api->send("POST", "/v1/notifications/call/" + device.text(), m_api->caller).status, 202);
    QCOMPARE(m_api->call(device, {{u"callId"_s, QJsonValue::Null}}).status, 202);
    for (const QJsonObject &push : m_api->pushes(device))
        QCOMPARE(push, (QJsonObject{{u"type"_s, u"call"_s},
                                    {u"userDeviceId"_s, QString::fromLatin1(device.text())}}));
    QVERIFY(m_api->attempt(device).value("callId"_L1).isNull());
}

void TestCallRoutes::refusesInOrder()
{
    const UserId user = m_api->addPatient();
    const DeviceId refusing = m_api->addDevice(user, false);
    const auto refused = m_api->call(refusing);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.body, R"({"error":"User has configured device to refuse inbound VoIP calls."})"_ba);
    QCOMPARE(m_api->stateOf(refusing), u"refused"_s);

    // Refusing comes before a missing token.
    QCOMPARE(m_api->call(m_api->addDevice(user, false, {})).status, 403);
    const auto tokenless = m_api->call(m_api->addDevice(user, true, {}));
    QCOMPARE(tokenless.status, 404);
    QCOMPARE(tokenless.body, QByteArray());
    const auto unknown = m_api->call(DeviceId::fromTrusted(nobody));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.body, QByteArray());
    QCOMPARE(m_api->json("POST", "/v1/notifications/call/7", m_api->caller, {}).status, 404);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox"), 0);
}

void TestCallRoutes::asksForScopes()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    const QByteArray useless = m_api->token(Scope::JobRead);
    const std::pair<const char *, QByteArray> all[] = {{"POST", "/v1/notifications/call/" + device.text()},
                                                       {"POST", "/v1/cancel-call"},
                                                       {"GET", "/v1/callable-devices"},
                                                       {"GET", "/v1/call-attempts"},
                                                       {"POST", "/v1/sip/registrations"},
                                                       {"POST", "/v1/sip/calls"},
                                                       {"GET", "/v1/user-devices/" + device.text()},
                                                       {"PUT", "/v1/user-devices/" + device.text()},
                                                       {"DELETE", "/v1/user-devices/" + device.text()}};
    for (const auto &[method, path] : all) {
        const auto unknown = m_api->send(method, path);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.body, QByteArray());
        const auto scopeless = m_api->send(method, path, useless);
        QCOMPARE(scopeless.status, 403);
        QVERIFY(!wordsOf(scopeless).isEmpty());
    }
    QCOMPARE(m_api->send("GET", "/v1/notifications/call/" + device.text(), m_api->caller).status, 405);
}

void TestCallRoutes::checksBodies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray call = "/v1/notifications/call/$D", cancel = "/v1/cancel-call",
                     registered = "/v1/sip/registrations", report = "/v1/sip/calls";
    QTest::newRow("call: no JSON") << call << "{"_ba << 400;
    QTest::newRow("call: a list") << call << "[]"_ba << 400;
    QTest::newRow("call: callId no text") << call << R"({"callId":7})"_ba << 400;
    QTest::newRow("call: blank callId") << call << R"({"callId":" "})"_ba << 400;
    QTest::newRow("call: empty callId") << call << R"({"callId":""})"_ba << 400;
    QTest::newRow("call: long callId") << call << R"({"callId":")" + QByteArray(256, 'a') + R"("})" << 400;
    QTest::newRow("call: blank callerName") << call << R"({"callerName":""})"_ba << 400;
    QTest::newRow("call: lines in callerName") << call << R"({"callerName":"a\nb"})"_ba << 400;
    QTest::newRow("call: more members") << call << R"({"more":7})"_ba << 202;
    QTest::newRow("cancel: nothing") << cancel << "{}"_ba << 400;
    QTest::newRow("cancel: no reason") << cancel << R"({"deviceId":"$D","callId":"a"})"_ba << 400;
    QTest::newRow("cancel: reason") << cancel << R"({"deviceId":"$D","callId":"a","reason":"busy"})"_ba
                                    << 400;
    QTest::newRow("cancel: blank callId")
        << cancel << R"({"deviceId":"$D","callId":" ","reason":"cancelled"})"_ba << 400;
    QTest::newRow("cancel: no device")
        << cancel << R"({"deviceId":"7","callId":"a","reason":"cancelled"})"_ba << 404;
    QTest::newRow("cancel: no call") << cancel << R"({"deviceId":"$D","callId":"a","reason":"cancelled"})"_ba
                                     << 404;
    QTest::newRow("registration: no contact") << registered << R"({"deviceId":"$D","expires":60})"_ba << 400;
    QTest::newRow("registration: no expires") << registered << R"({"deviceId":"$D","contact":"a"})"_ba << 400;
    QTest::newRow("registration: negative")
        << registered << R"({"deviceId":"$D","contact":"a","expires":-1})"_ba << 400;
    QTest::newRow("registration: text")
        << registered << R"({"deviceId":"$D","contact":"a","expires":"60"})"_ba << 400;
    QTest::newRow("registration: no device")
        << registered << R"({"deviceId":"7","contact":"a","expires":60})"_ba << 404;
    QTest::newRow("registration: unknown device")
        << registered << R"({"deviceId":")" + nobody + R"(","contact":"a","expires":60})" << 404;
    QTest::newRow("report: no state") << report << R"({"deviceId":"$D","callId":"a"})"_ba << 400;
    QTest::newRow("report: state") << report << R"({"deviceId":"$D","callId":"a","state":"on"})"_ba << 400;
    QTest::newRow("report: no callId") << report << R"({"deviceId":"$D","state":"ended"})"_ba << 400;
    QTest::newRow("report: sipStatus")
        << report << R"({"deviceId":"$D","callId":"a","state":"failed","sipStatus":7})"_ba << 400;
    QTest::newRow("report: no device")
        << report << R"({"deviceId":"7","callId":"a","state":"ended"})"_ba << 404;
    QTest::newRow("report: no such call")
        << report << R"({"deviceId":"$D","callId":"a","state":"ended"})"_ba << 204;
}

void TestCallRoutes::checksBodies()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(const int, status);
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    path.replace("$D", device.text());
    body.replace("$D", device.text());
    const QByteArray all = m_api->token(Scopes(Scope::CallCreate) | Scope::SipWrite);
    const auto answer = m_api->send("POST", path, all, body, "Content-Type: application/json\r\n");
    QCOMPARE(answer.status, status);
    if (status == 400)
        QVERIFY(!wordsOf(answer).isEmpty());
    else
        QCOMPARE(answer.body, QByteArray());
}

void TestCallRoutes::listsWhatCanBeCalled()
{
    const UserId user = m_api->addPatient();
    const DeviceId device = m_api->addDevice(user);
    m_api->addDevice(user, false);
    m_api->addDevice(user, true, {});
    m_api->addDevice(m_api->addPatient(u"+447777999999"_s, false)); // not verified
    const auto list = [&](const QByteArray &query) {
        return m_api->send("GET", "/v1/callable-devices" + query, m_api->devices);
    };
    const QByteArray one = R"([{"id":")" + device.text() + R"("}])";
    QCOMPARE(list("?mobileNumber=%2B447777123456").body, one);
    QCOMPARE(list("?mobileNumber=+447777123456").body, one); // as people forget to encode it
    QCOMPARE(list("?mobileNumber=%2B447777999999").body, "[]"_ba);
    QCOMPARE(list("?mobileNumber=%2B15555550100").body, "[]"_ba);
    QCOMPARE(list("?mobileNumber=07777123456").status, 400);

    // That somebody has none is an answer about them.
    const UserId without = m_api->addPatient(u"+447777888888"_s);
    QCOMPARE(list("?mobileNumber=%2B447777888888").body, "[]"_ba);
    const auto rows = [&] {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<qint64> {
                Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'device.list' "
                                      "AND patient_id = ?",
                                      without);
                return row.next() ? row.integer(0) : 0;
            })
            .value();
    };
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(list("").status, 400);
}

void TestCallRoutes::goesThroughItsStates()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    m_api->call(device, CallFixture::named(u"c"_s));
    m_api->clock.advance(1s);
    QCOMPARE(m_api->registers(device), 204);
    QCOMPARE(m_api->stateOf(device), u"registered"_s);
    const auto metrics = [&] { return m_api->send("GET", "/metrics", m_api->token(Scope::Admin)).body; };
    QVERIFY(metrics().contains("\nanteroom_call_wake_seconds_bucket{le=\"0.5\"} 0\n"));
    QVERIFY(metrics().contains("\nanteroom_call_wake_seconds_bucket{le=\"2\"} 1\n"));
    QVERIFY(metrics().contains("\nanteroom_call_wake_seconds_count 1\n"));
    m_api->clock.advance(1s);
    QCOMPARE(m_api->registers(device), 204); // again: nothing new
    QVERIFY(metrics().contains("\nanteroom_call_wake_seconds_count 1\n"));
    QCOMPARE(m_api->reports(device, u"other"_s, u"ended"_s), 204);
    QCOMPARE(m_api->reports(device, u"c"_s, u"ringing"_s), 204);
    QCOMPARE(m_api->stateOf(device), u"ringing"_s);
    m_api->clock.advance(1s);
    m_api->reports(device, u"c"_s, u"answered"_s);
    m_api->reports(device, u"c"_s, u"ringing"_s); // overtaken on its way
    QCOMPARE(m_api->stateOf(device), u"answered"_s);
    m_api->pass(1min);
    m_api->reports(device, u"c"_s, u"ended"_s);
    m_api->reports(device, u"c"_s, u"answered"_s);
    m_api->reports(device, u"c"_s, u"failed"_s, 500);
    m_api->registers(device);
    const QJsonObject attempt = m_api->attempt(device);
    QCOMPARE(attempt.value("state"_L1), QJsonValue(u"ended"_s));
    QCOMPARE(attempt.value("registeredAt"_L1), QJsonValue(u"2026-01-15T12:00:01.000001+00:00"_s));
    QCOMPARE(attempt.value("ringingAt"_L1), QJsonValue(u"2026-01-15T12:00:02.000001+00:00"_s));
    QCOMPARE(attempt.value("answeredAt"_L1), QJsonValue(u"2026-01-15T12:00:03.000001+00:00"_s));
    QCOMPARE(attempt.value("endedAt"_L1), QJsonValue(u"2026-01-15T12:01:03.000001+00:00"_s));
    QVERIFY(attempt.value("fallback"_L1).isNull());
    QCOMPARE(m_api->pushes(device).size(), 1);
}

void TestCallRoutes::offersTheFallbackInTwoCases()
{
    const UserId user = m_api->addPatient();
    const DeviceId refusing = m_api->addDevice(user, false), first = m_api->addDevice(user),
                   second = m_api->addDevice(user);
    // No device took it.
    m_api->call(refusing, CallFixture::named(u"one"_s));
    QCOMPARE(m_api->fallbackOf(refusing), QJsonValue(somebodysNumber));
    // One does.
    m_api->call(first, CallFixture::named(u"one"_s));
    m_api->call(second, CallFixture::named(u"one"_s));
    QVERIFY(m_api->fallbackOf(refusing).isNull());
    m_api->pass(11'999ms);
    QVERIFY(m_api->fallbackOf(first).isNull());
    QCOMPARE(m_api->stateOf(first), u"dispatched"_s);
    // None registered in time.
    m_api->pass(1ms);
    QCOMPARE(m_api->stateOf(first), u"timed_out"_s);
    for (const DeviceId &device : {refusing, first, second})
        QCOMPARE(m_api->fallbackOf(device), QJsonValue(somebodysNumber));

    // One registered: whatever comes of it.
    m_api->clock.advance(10min);
    m_api->call(first, CallFixture::named(u"two"_s));
    m_api->call(second, CallFixture::named(u"two"_s));
    m_api->registers(first);
    m_api->pass(12s);
    QCOMPARE(m_api->stateOf(second), u"timed_out"_s);
    m_api->reports(first, u"two"_s, u"failed"_s, 486);
    QCOMPARE(m_api->stateOf(first), u"failed"_s);
    QVERIFY(m_api->fallbackOf(first).isNull());
    QVERIFY(m_api->fallbackOf(second).isNull());

    // Nobody cares for a fallback who hung up.
    m_api->call(first, CallFixture::named(u"three"_s));
    m_api->cancels(first, u"three"_s);
    QVERIFY(m_api->fallbackOf(first).isNull());

    // The proxy gave up first, without a registration.
    m_api->call(first, CallFixture::named(u"four"_s));
    m_api->reports(first, u"four"_s, u"failed"_s, 480);
    QCOMPARE(m_api->stateOf(first), u"failed"_s);
    QCOMPARE(m_api->fallbackOf(first), QJsonValue(somebodysNumber));
}

void TestCallRoutes::stopsAPhoneThatRegistersTooLate()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    m_api->call(device, CallFixture::named(u"late"_s));
    m_api->clock.advance(12s); // the timer has not looked yet
    m_api->registers(device);
    QCOMPARE(m_api->stateOf(device), u"timed_out"_s);
    QVERIFY(m_api->attempt(device).value("registeredAt"_L1).isNull());
    QCOMPARE(m_api->fallbackOf(device), QJsonValue(somebodysNumber));
    m_api->registers(device);
    m_api->reports(device, u"late"_s, u"ringing"_s);
    QCOMPARE(m_api->stateOf(device), u"timed_out"_s);
    const QVector<QJsonObject> pushes = m_api->pushes(device);
    QCOMPARE(pushes.size(), 2);
    QCOMPARE(pushes.last(), (QJsonObject{{u"type"_s, u"cancel-call"_s},
                                         {u"userDeviceId"_s, QString::fromLatin1(device.text())},
                                         {u"callId"_s, u"late"_s},
                                         {u"reason"_s, u"cancelled"_s}}));
}

void TestCallRoutes::ringsAllDevicesUntilOneAnswers()
{
    const UserId user = m_api->addPatient();
    const DeviceId first = m_api->addDevice(user), second = m_api->addDevice(user);
    m_api->call(first, CallFixture::named(u"c"_s));
    m_api->call(second, CallFixture::named(u"c"_s));
    m_api->registers(first);
    m_api->registers(second);
    m_api->reports(first, u"c"_s, u"ringing"_s);
    m_api->reports(second, u"c"_s, u"answered"_s);
    QCOMPARE(m_api->stateOf(first), u"ended"_s);
    QCOMPARE(m_api->stateOf(second), u"answered"_s);
    QCOMPARE(m_api->pushes(first).last().value("reason"_L1), QJsonValue(u"answered_elsewhere"_s));
    QCOMPARE(m_api->pushes(second).size(), 1);
    m_api->reports(first, u"c"_s, u"answered"_s); // both at the same moment: the first told has it
    QCOMPARE(m_api->stateOf(first), u"ended"_s);

    // Whoever is called now is called for nothing.
    const DeviceId third = m_api->addDevice(user);
    QCOMPARE(m_api->call(third, CallFixture::named(u"c"_s)).status, 202);
    QCOMPARE(m_api->stateOf(third), u"ended"_s);
    const QVector<QJsonObject> pushes = m_api->pushes(third); // both of the same moment, in either order
    QCOMPARE(pushes.size(), 2);
    QCOMPARE(pushes.at(pushes.first().contains("reason"_L1) ? 0 : 1).value("reason"_L1),
             QJsonValue(u"answered_elsewhere"_s));
}

void TestCallRoutes::cancels()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    m_api->call(device, CallFixture::named(u"c"_s));
    m_api->registers(device);
    QCOMPARE(m_api->cancels(device, u"c"_s), 202);
    QCOMPARE(m_api->cancels(device, u"c"_s), 202); // and nothing more
    QCOMPARE(m_api->stateOf(device), u"ended"_s);
    QCOMPARE(m_api->pushes(device).size(), 2);
    QCOMPARE(m_api->pushes(device).last().value("type"_L1), QJsonValue(u"cancel-call"_s));
    QCOMPARE(m_api->cancels(device, u"another"_s), 404);
    QCOMPARE(m_api->cancels(DeviceId::fromTrusted(nobody), u"c"_s), 404);

    m_api->call(device); // one without a name is meant by whatever name the proxy gives it
    QCOMPARE(m_api->cancels(device, u"anything"_s, u"answered_elsewhere"_s), 202);
    QCOMPARE(m_api->stateOf(device), u"ended"_s);
}

void TestCallRoutes::takesNoHarmFromStrangeContacts_data()
{
    QTest::addColumn<QString>("contact");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("state");
    const QString dispatched = u"dispatched"_s, registered = u"registered"_s;
    QTest::newRow("all") << u"*"_s << 204 << dispatched;
    QTest::newRow("blank") << u"  "_s << 400 << dispatched;
    QTest::newRow("too long") << u"<sip:"_s + QString(5000, u'a') + u">"_s << 400 << dispatched;
    QTest::newRow("unbalanced") << u"\"Quot\\\"e <sip:a@b"_s << 204 << registered;
    QTest::newRow("folded") << u"<sip:a@b>\r\n ;expires=5"_s << 204 << registered;
    QTest::newRow("NUL") << u"<sip:a%00@b;x=\u0000>"_s + QChar(0) << 204 << registered;
    QTest::newRow("escapes") << u"<sip:sip%3Auser%40example.com@b;other-param=summit>"_s << 204 << registered;
    QTest::newRow("unicode") << u"\"\u65E5\u672C\u202E\" <sip:\U0001F4DE@b>"_s << 204 << registered;
    QTest::newRow("lone surrogate") << QString(u"<sip:a@b>"_s + QChar(0xD800)) << 204 << registered;
    QTest::newRow("several") << u"<sip:a@b>, <sip:c@d>;expires=0"_s << 204 << registered;
    QTest::newRow("SQL") << u"'); DROP TABLE call_attempts; --"_s << 204 << registered;
    QTest::newRow("another's pn-prid")
        << u"<sip:a@b;pn-prid="_s + QString::fromLatin1(nobody) + u">"_s << 204 << registered;
}

void TestCallRoutes::takesNoHarmFromStrangeContacts()
{
    QFETCH(const QString, contact);
    QFETCH(const int, status);
    QFETCH(const QString, state);
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    m_api->call(device);
    QCOMPARE(m_api->registers(device, 60, contact), status);
    QCOMPARE(m_api->stateOf(device), state);
    m_api->registers(device, 0, contact); // signing out wakes nobody
    QCOMPARE(m_api->stateOf(device), state);
    QVERIFY(!m_api->log().contains("sip:"));
}

void TestCallRoutes::listsPageByPage()
{
    const UserId user = m_api->addPatient();
    const DeviceId device = m_api->addDevice(user), other = m_api->addDevice(user);
    for (int i = 0; i < 5; ++i) {
        m_api->json("POST", "/v1/notifications/call/" + (i % 2 ? other : device).text(), m_api->caller,
                    CallFixture::named(QString::number(i)));
        m_api->clock.advance(i % 2 ? 0ms : 1ms); // some at the same moment
    }
    QStringList seen;
    QByteArray cursor;
    do {
        const auto page = objectOf(m_api->send("GET", "/v1/call-attempts?limit=2" + cursor, m_api->caller));
        const QJsonArray items = page.value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            seen.append(item.toObject().value("callId"_L1).toString());
        const QString next = page.value("nextCursor"_L1).toString();
        cursor = next.isEmpty() ? QByteArray() : "&cursor=" + next.toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 5);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), 5);
    QCOMPARE(seen.last(), u"0"_s);
    QCOMPARE(m_api->attempts("?userDeviceId=" + other.text()).size(), 2);
    QCOMPARE(m_api->attempts("?callId=3").size(), 1);
    QCOMPARE(m_api->attempts("?callId=3&userDeviceId=" + device.text()).size(), 0);
    for (const char *bad : {"?limit=0", "?limit=201", "?limit=x", "?cursor=x", "?userDeviceId=7", "?callId="})
        QCOMPARE(m_api->send("GET", QByteArray("/v1/call-attempts") + bad, m_api->caller).status, 400);
}

void TestCallRoutes::callsOnceForAKey()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    const QByteArray key = "Idempotency-Key: once\r\n";
    QCOMPARE(m_api->call(device, CallFixture::named(u"c"_s), key).status, 202);
    QCOMPARE(m_api->call(device, CallFixture::named(u"c"_s), key).status, 202);
    QCOMPARE(m_api->call(device, CallFixture::named(u"d"_s), key).status, 422);
    QCOMPARE(m_api->pushes(device).size(), 1);
}

void TestCallRoutes::writesAuditRows()
{
    const UserId user = m_api->addPatient();
    const DeviceId device = m_api->addDevice(user);
    m_api->call(device, CallFixture::named(u"c"_s));
    m_api->registers(device);
    m_api->reports(device, u"c"_s, u"answered"_s);
    m_api->reports(device, u"c"_s, u"ended"_s);
    m_api->call(m_api->addDevice(user, false));
    for (const char *action : {"call.create", "call.registered", "call.answered", "call.ended"}) {
        const auto rows = m_api->store().readNow([&](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ? AND patient_id = ? "
                                  "AND outcome = 'ok'",
                                  action, user);
            return row.next() ? int(row.integer(0)) : -1;
        });
        QCOMPARE(*rows, 1);
    }
    QCOMPARE(m_api->number("SELECT count(*) FROM audit WHERE outcome = 'call.refused'"), 1);
}

// Whatever the phones and the proxy do, and in whatever order it is told.
void TestCallRoutes::ends200CallsEachInOneState()
{
    const DeviceId device = m_api->addDevice(m_api->addPatient());
    std::mt19937 random(20260115); // NOLINT: the same every time, so that a failure can be looked at
    const QStringList states{u"ringing"_s, u"answered"_s, u"ended"_s, u"failed"_s};
    for (int i = 0; i < 200; ++i) {
        const QString id = u"call-%1"_s.arg(i);
        QCOMPARE(m_api->call(device, CallFixture::named(id)).status, 202);
        const int events = int(random() % 5);
        for (int event = 0; event < events; ++event) {
            m_api->pass(std::chrono::milliseconds(random() % 8000));
            if (random() % 3 == 0)
                QCOMPARE(m_api->registers(device), 204);
            else
                QCOMPARE(m_api->reports(device, id, states.at(qsizetype(random() % 4))), 204);
            const QJsonObject now = m_api->attempt(device);
            QVERIFY(now.value("fallback"_L1).isNull() || now.value("ringingAt"_L1).isNull());
        }
        m_api->pass(13h);
    }
    QCOMPARE(m_api->number("SELECT count(*) FROM call_attempts"), 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM call_attempts WHERE due_at IS NOT NULL OR ended_at IS NULL"),
             0);
    QCOMPARE(
        m_api->number("SELECT count(*) FROM call_attempts WHERE state = 'timed_out' AND "
                      "(registered_at IS NOT NULL OR ringing_at IS NOT NULL OR answered_at IS NOT NULL)"),
        0);
}

QTEST_GUILESS_MAIN(TestCallRoutes)
#include "tst_callroutes.moc"
