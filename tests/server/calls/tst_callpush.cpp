// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/outbox.h"
#include "app/filerequests/filerequestservice.h"
#include "app/retention/retentionrunner.h"
#include "tests/app/delivery/pushbench.h"
#include "tests/server/calls/callfixture.h"

#include <QElapsedTimer>

#include <thread>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Calls through a real server to stand-ins for FCM and APNs (RULES.md, Calls, Push messages).
class TestCallPush final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_servers = std::make_unique<PushServers>(); }
    void cleanupTestCase() { m_servers.reset(); }
    void init()
    {
        m_servers->reset();
        m_api = std::make_unique<CallFixture>(m_servers->environment());
        m_patient = m_api->addPatient();
    }
    void cleanup()
    {
        QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
        m_api.reset();
    }
    void wakesThePhone_data();
    void wakesThePhone();
    void forgetsDeadTokens();
    void saysInTimeThatThePushFailed_data();
    void saysInTimeThatThePushFailed();
    void believesThePhoneMoreThanThePushService();
    void stopsPhonesThroughTheOutbox();
    void tellsOfFileRequests();
    void placesManyAtOnce();
    void erasesCalls();

private:
    void startDelivery()
    {
        QMetaObject::invokeMethod(
            &m_api->clinic(), [this] { m_api->clinic().startDelivery(); }, Qt::BlockingQueuedConnection);
    }
    DeviceId device(const QString &token, UserDevice::Platform platform = UserDevice::Platform::Android)
    {
        return m_api->addDevice(m_patient, true, token, platform);
    }
    bool hasToken(const DeviceId &id)
    {
        return objectOf(m_api->send("GET", "/v1/user-devices/" + id.text(), m_api->devices))
            .value("hasPushToken"_L1)
            .toBool();
    }

    std::unique_ptr<PushServers> m_servers;
    std::unique_ptr<CallFixture> m_api;
    UserId m_patient;
};

void TestCallPush::wakesThePhone_data()
{
    QTest::addColumn<UserDevice::Platform>("platform");
    QTest::newRow("android") << UserDevice::Platform::Android;
    QTest::newRow("web") << UserDevice::Platform::Web;
    QTest::newRow("ios") << UserDevice::Platform::Ios;
}

void TestCallPush::wakesThePhone()
{
    QFETCH(const UserDevice::Platform, platform);
    const DeviceId phone = device(u"the-push-token"_s, platform);
    QCOMPARE(m_api->call(phone, {{u"callId"_s, u"c"_s}, {u"callerName"_s, u"Dr Who"_s}}).status, 202);
    const QJsonObject push = m_servers->waitFor("push", 1).value(0);
    QCOMPARE(push.value("device"_L1), QJsonValue(u"the-push-token"_s));
    QJsonObject told = push.value("body"_L1).toObject();
    if (platform != UserDevice::Platform::Ios)
        told = told.value("message"_L1).toObject().value("data"_L1).toObject();
    told.remove(u"aps"_s);
    QCOMPARE(told, (QJsonObject{{u"type"_s, u"call"_s},
                                {u"userDeviceId"_s, QString::fromLatin1(phone.text())},
                                {u"callId"_s, u"c"_s},
                                {u"callerName"_s, u"Dr Who"_s}}));
    const QVector<Message> messages = m_api->messages(phone);
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first().status, MessageStatus::Sent);
    QCOMPARE(messages.first().provider, u"real"_s);
    QCOMPARE(messages.first().attempts, 1);
    QVERIFY(!messages.first().body.contains(u"the-push-token"_s));
    const QByteArray metrics = m_api->send("GET", "/metrics", m_api->token(Scope::Admin)).body;
    QVERIFY(metrics.contains("anteroom_call_devices_total{result=\"accepted\"} 1\n"));
    QVERIFY(!metrics.contains("the-push-token"));
    QVERIFY(!m_api->log().contains("the-push-token"));
}

void TestCallPush::forgetsDeadTokens()
{
    const DeviceId phone = device(u"unregistered"_s, UserDevice::Platform::Ios);
    const auto answer = m_api->call(phone);
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, QByteArray());
    QCOMPARE(m_api->stateOf(phone), u"unreachable"_s);
    QCOMPARE(m_api->fallbackOf(phone), QJsonValue(u"+447777123456"_s));
    QCOMPARE(m_api->messages(phone).first().status, MessageStatus::Rejected);
    QVERIFY(!hasToken(phone));
    QCOMPARE(m_api->send("GET", "/v1/callable-devices?mobileNumber=%2B447777123456", m_api->devices).body,
             "[]"_ba);
    // Nothing more is sent to it, until it has a new token.
    QCOMPARE(m_api->call(phone).status, 404);
    QCOMPARE(m_servers->events("push").size(), 1);
    QJsonObject body{{u"userId"_s, QString::fromLatin1(m_patient.text())},
                     {u"platform"_s, u"ios"_s},
                     {u"pushToken"_s, u"ok"_s},
                     {u"acceptsInboundCalls"_s, true}};
    QCOMPARE(m_api->json("PUT", "/v1/user-devices/" + phone.text(), m_api->devices, body).status, 200);
    QVERIFY(hasToken(phone));
    QCOMPARE(m_api->call(phone).status, 202);
}

void TestCallPush::saysInTimeThatThePushFailed_data()
{
    QTest::addColumn<QString>("token");
    for (const char *token : {"slow", "down", "hangup", "garbage", "badmessage"})
        QTest::newRow(token) << QString::fromLatin1(token);
}

void TestCallPush::saysInTimeThatThePushFailed()
{
    QFETCH(const QString, token);
    startDelivery();
    QCOMPARE(m_api->call(device(u"ok"_s)).status, 202); // it has its pass
    const DeviceId phone = device(token);
    QElapsedTimer timer;
    timer.start();
    const auto answer = m_api->call(phone);
    QVERIFY2(timer.elapsed() < 14'000, // what is no call has 15 s
             QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(answer.status, 502);
    QVERIFY(!wordsOf(answer).isEmpty());
    QCOMPARE(m_api->stateOf(phone), u"unreachable"_s);
    QCOMPARE(m_api->fallbackOf(phone), QJsonValue(u"+447777123456"_s));
    const Message message = m_api->messages(phone).first();
    QCOMPARE(message.status, MessageStatus::Failed);
    QVERIFY(!message.isRetryable());
    const auto again = m_api->store().writeNow([&](WriteTransaction &tx) {
        return m_api->clinic().outbox().retry(tx, Actor::system("test"), message.id);
    });
    QVERIFY(!again && again.error().is("message.not_retryable"));
    QVERIFY(hasToken(phone));
    // It is nobody's work: whoever called knows.
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'queued'"), 0);
    const auto troubled =
        m_api->store().readNow([](Transaction &tx) -> Result<int> { return Outbox::troubled(tx); });
    QCOMPARE(*troubled, 0);
}

void TestCallPush::believesThePhoneMoreThanThePushService()
{
    QCOMPARE(m_api->call(device(u"ok"_s)).status, 202);
    const DeviceId phone = device(u"slow"_s);
    int status = 0;
    std::thread caller([&] { status = m_api->call(phone, CallFixture::named(u"c"_s)).status; });
    m_servers->waitFor("push", 2); // it has come, though nobody is told so
    CallFixture &api = *m_api;
    int registered = 0;
    QTRY_VERIFY((registered = api.registers(phone)) == 204);
    caller.join();
    QCOMPARE(status, 202);
    QCOMPARE(m_api->stateOf(phone), u"registered"_s);
}

void TestCallPush::stopsPhonesThroughTheOutbox()
{
    startDelivery();
    const DeviceId phone = device(u"ok"_s, UserDevice::Platform::Ios), other = device(u"ok2"_s);
    m_api->call(phone, CallFixture::named(u"c"_s));
    m_api->call(other, CallFixture::named(u"c"_s));
    m_servers->waitFor("push", 2);
    m_api->reports(other, u"c"_s, u"answered"_s);
    const QJsonObject push = m_servers->waitFor("push", 3).value(2);
    QCOMPARE(push.value("device"_L1), QJsonValue(u"ok"_s));
    QCOMPARE(push.value("headers"_L1).toObject().value("apns-push-type"_L1), QJsonValue(u"voip"_s));
    QCOMPARE(push.value("body"_L1).toObject().value("type"_L1), QJsonValue(u"cancel-call"_s));
    QCOMPARE(push.value("body"_L1).toObject().value("reason"_L1), QJsonValue(u"answered_elsewhere"_s));
}

void TestCallPush::tellsOfFileRequests()
{
    startDelivery();
    const DeviceId phone = device(u"ok"_s, UserDevice::Platform::Ios), lost = device(u"badtoken"_s);
    const auto made = m_api->store().writeNow([&](WriteTransaction &tx) {
        NewFileRequest input;
        input.type = u"photo"_s;
        input.accountId = u"1"_s;
        input.accountUserId = u"42"_s;
        input.staffName = u"Dr Williams"_s;
        input.patientDateOfBirth = u"1980-06-17"_s;
        input.patientMobile = input.recipientMobile = u"+447777123456"_s;
        input.attemptAppDelivery = true;
        return m_api->clinic().fileRequests().create(tx, Actor::system("test"), input, Origin::Http);
    });
    QVERIFY(made);
    QTRY_COMPARE(m_api->messages(phone).value(0).status, MessageStatus::Sent);
    QTRY_COMPARE(m_api->messages(lost).value(0).status, MessageStatus::Rejected);
    QVERIFY(!hasToken(lost));
    for (const QJsonObject &push : m_servers->events("push")) {
        if (push.value("service"_L1) != u"apns"_s)
            continue;
        const QJsonObject body = push.value("body"_L1).toObject();
        QCOMPARE(body.value("type"_L1), QJsonValue(u"file-request"_s));
        QCOMPARE(push.value("headers"_L1).toObject().value("apns-push-type"_L1), QJsonValue(u"alert"_s));
        QVERIFY(!QJsonDocument(body).toJson().contains("Williams"));
    }
}

void TestCallPush::placesManyAtOnce()
{
    const DeviceId phone = device(u"ok"_s), other = device(u"ok2"_s, UserDevice::Platform::Ios);
    m_api->call(phone);
    std::atomic<int> accepted = 0;
    std::vector<std::thread> callers;
    for (int caller = 0; caller < 8; ++caller)
        callers.emplace_back([&, caller] {
            for (int i = 0; i < 10; ++i) {
                RawClient client(m_api->port());
                client.send("POST /v1/notifications/call/" + (i % 2 ? phone : other).text() +
                            " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_api->caller +
                            "\r\nIdempotency-Key: " + QByteArray::number(caller * 100 + i) + "\r\n\r\n");
                accepted += client.answer(20'000).status == 202;
            }
        });
    for (std::thread &caller : callers)
        caller.join();
    QCOMPARE(accepted.load(), 80);
    QCOMPARE(m_servers->waitFor("push", 81).size(), 81);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'sent'"), 81);
    QCOMPARE(m_api->number("SELECT count(*) FROM call_attempts WHERE accepted_at IS NOT NULL"), 81);
}

void TestCallPush::erasesCalls()
{
    const DeviceId phone = device(u"ok"_s);
    m_api->call(phone, CallFixture::named(u"c"_s));
    const UserId another = m_api->addPatient(u"+447777999999"_s);
    const DeviceId theirs = m_api->addDevice(another);
    m_api->call(theirs);
    Actor admin;
    admin.kind = Actor::Kind::Staff;
    admin.role = Actor::Role::Admin;
    QFuture<Result<Erased>> erasing;
    QMetaObject::invokeMethod(
        &m_api->clinic(), [&] { erasing = m_api->clinic().retentionRunner().erasePerson(admin, m_patient); },
        Qt::BlockingQueuedConnection);
    QVERIFY(erasing.takeResult());
    QCOMPARE(m_api->attempts().size(), 1);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox"), 1);
    QCOMPARE(m_api->call(phone).status, 404);

    // By age: what is over.
    m_api->pass(1min);
    const UtcTime later = m_api->clock.now() + 1h;
    const auto erased = m_api->store().writeNow(
        [&](WriteTransaction &tx) { return m_api->clinic().retention().eraseOldCalls(tx, later); });
    QVERIFY(erased && !erased->more);
    QCOMPARE(m_api->number("SELECT count(*) FROM call_attempts"), 0);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox"), 0);
}

QTEST_GUILESS_MAIN(TestCallPush)
#include "tst_callpush.moc"
