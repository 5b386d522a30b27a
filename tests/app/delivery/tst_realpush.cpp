// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/realpush.h"
#include "app/settings/settings.h"
#include "tests/app/delivery/pushbench.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = PushResult::Kind;
using Platform = UserDevice::Platform;

namespace {

Push callTo(const QByteArray &token, Platform platform = Platform::Android)
{
    return {.kind = Push::Kind::Call,
            .platform = platform,
            .token = token,
            .payload = {{u"type"_s, u"call"_s}, {u"callId"_s, u"c-1"_s}},
            .id = "0198c0de-0000-7000-8000-000000000009"};
}

QJsonObject headersOf(const QJsonObject &event)
{
    return event.value("headers"_L1).toObject();
}

} // namespace

/// Pushes against stand-ins for FCM and APNs over HTTP/2 (RULES.md, Push messages).
class TestRealPush final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_servers = std::make_unique<PushServers>(); }
    void cleanupTestCase() { m_servers.reset(); }
    void init()
    {
        m_servers->reset();
        open();
    }
    void cleanup() { m_push.reset(); }
    void asksFcmAsItWantsToBeAsked();
    void asksApnsAsItWantsToBeAsked();
    void understandsAnswers_data();
    void understandsAnswers();
    void getsOnePassForMany();
    void renewsThePassBeforeItEnds();
    void getsANewPassWhereTheOldOneIsRefused();
    void signsAnewBeforeApnsWouldMind();
    void keepsConnectionsOpen();
    void outlivesAServersRestart();
    void saysWhatIsNotSetUp();
    void believesOnlyKnownCertificates();
    void endsWhatIsUnderWayAtAStop();

private:
    // In time is what understandsAnswers() looks at; the others wait however slow a machine is.
    static RealPush::Options patient()
    {
        RealPush::Options options;
        options.firstTryWithin = 20s;
        options.callWithin = 40s;
        return options;
    }

    void open(const QHash<QByteArray, QString> &changes = {}, RealPush::Options options = patient())
    {
        m_push.reset();
        QHash<QByteArray, QString> environment = m_servers->environment();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            environment.insert(it.key(), it.value());
        m_settings = std::make_unique<Settings>(environment);
        m_push = std::make_unique<RealPush>(*m_settings, m_clock, options);
    }
    PushResult send(const Push &push)
    {
        m_push->send(push, m_answers.taker());
        return m_answers.wait(1).value(0, {Kind::Unavailable, "no answer", {}});
    }

    ManualClock m_clock;
    std::unique_ptr<PushServers> m_servers;
    std::unique_ptr<Settings> m_settings;
    PushAnswers m_answers;
    std::unique_ptr<RealPush> m_push; ///< goes before its answers' taker
};

void TestRealPush::asksFcmAsItWantsToBeAsked()
{
    QCOMPARE(send(callTo("ok:android")).kind, Kind::Accepted);
    const QJsonObject token = m_servers->waitFor("token", 1).value(0);
    QCOMPARE(token.value("grant"_L1), QJsonValue(u"urn:ietf:params:oauth:grant-type:jwt-bearer"_s));
    const QJsonObject jwt = token.value("jwt"_L1).toObject();
    QCOMPARE(jwt.value("valid"_L1), QJsonValue(true));
    QCOMPARE(jwt.value("header"_L1).toObject(),
             (QJsonObject{{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"key-1"_s}, {u"typ"_s, u"JWT"_s}}));
    const QJsonObject claims = jwt.value("claims"_L1).toObject();
    QCOMPARE(claims.value("iss"_L1), QJsonValue(u"push@clinic-app.example"_s));
    QCOMPARE(claims.value("iat"_L1).toInteger(), toUs(m_clock.now()) / 1'000'000);
    QCOMPARE(claims.value("exp"_L1).toInteger(), toUs(m_clock.now()) / 1'000'000 + 3600);

    const QJsonObject push = m_servers->waitFor("push", 1).value(0);
    QCOMPARE(push.value("method"_L1), QJsonValue(u"POST"_s));
    QCOMPARE(push.value("path"_L1), QJsonValue(u"/v1/projects/clinic-app/messages:send"_s));
    QCOMPARE(headersOf(push).value("authorization"_L1), QJsonValue(u"Bearer pass-1"_s));
    QCOMPARE(
        push.value("body"_L1).toObject(),
        (QJsonObject{
            {u"message"_s,
             QJsonObject{{u"token"_s, u"ok:android"_s},
                         {u"data"_s, QJsonObject{{u"type"_s, u"call"_s}, {u"callId"_s, u"c-1"_s}}},
                         {u"android"_s, QJsonObject{{u"priority"_s, u"HIGH"_s}, {u"ttl"_s, u"0s"_s}}}}}}));

    QCOMPARE(send(callTo("ok:web", Platform::Web)).kind, Kind::Accepted);
    const QJsonObject message =
        m_servers->waitFor("push", 2).value(1).value("body"_L1).toObject().value("message"_L1).toObject();
    QCOMPARE(message.value("webpush"_L1).toObject().value("headers"_L1).toObject(),
             (QJsonObject{{u"Urgency"_s, u"high"_s}, {u"TTL"_s, u"0"_s}}));
    QVERIFY(!message.contains("android"_L1));
}

void TestRealPush::asksApnsAsItWantsToBeAsked()
{
    QCOMPARE(send(callTo("a1b2/..", Platform::Ios)).kind, Kind::Accepted);
    const QJsonObject push = m_servers->waitFor("push", 1).value(0);
    QCOMPARE(push.value("path"_L1), QJsonValue(u"/3/device/a1b2%2F.."_s));
    const QJsonObject headers = headersOf(push);
    QCOMPARE(headers.value("apns-topic"_L1), QJsonValue(u"org.example.patients.voip"_s));
    QCOMPARE(headers.value("apns-push-type"_L1), QJsonValue(u"voip"_s));
    QCOMPARE(headers.value("apns-priority"_L1), QJsonValue(u"10"_s));
    QCOMPARE(headers.value("apns-expiration"_L1), QJsonValue(u"0"_s));
    QCOMPARE(headers.value("apns-id"_L1), QJsonValue(u"0198c0de-0000-7000-8000-000000000009"_s));
    const QJsonObject jwt = push.value("jwt"_L1).toObject();
    QCOMPARE(jwt.value("valid"_L1), QJsonValue(true));
    QCOMPARE(jwt.value("header"_L1).toObject(),
             (QJsonObject{{u"alg"_s, u"ES256"_s}, {u"kid"_s, u"ABC123DEFG"_s}}));
    QCOMPARE(jwt.value("claims"_L1).toObject(),
             (QJsonObject{{u"iss"_s, u"TEAM123456"_s}, {u"iat"_s, toUs(m_clock.now()) / 1'000'000}}));
    QCOMPARE(push.value("body"_L1).toObject(),
             (QJsonObject{{u"aps"_s, QJsonObject()}, {u"type"_s, u"call"_s}, {u"callId"_s, u"c-1"_s}}));

    Push notice = callTo("ok", Platform::Ios);
    notice.kind = Push::Kind::Notice;
    notice.title = u"The clinic"_s;
    notice.text = u"Something came."_s;
    QCOMPARE(send(notice).kind, Kind::Accepted);
    const QJsonObject shown = m_servers->waitFor("push", 2).value(1);
    QCOMPARE(headersOf(shown).value("apns-topic"_L1), QJsonValue(u"org.example.patients"_s));
    QCOMPARE(headersOf(shown).value("apns-push-type"_L1), QJsonValue(u"alert"_s));
    QVERIFY(!headersOf(shown).contains("apns-expiration"_L1));
    QCOMPARE(shown.value("body"_L1).toObject().value("aps"_L1).toObject().value("alert"_L1).toObject(),
             (QJsonObject{{u"title"_s, u"The clinic"_s}, {u"body"_s, u"Something came."_s}}));
}

void TestRealPush::understandsAnswers_data()
{
    QTest::addColumn<Platform>("platform");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("tries");
    const auto row = [](Platform platform, const char *token, Kind kind, int tries) {
        QTest::addRow("%s: %s", platformName(platform), token)
            << platform << QByteArray(token) << kind << tries;
    };
    for (const Platform platform : {Platform::Android, Platform::Ios}) {
        row(platform, "ok", Kind::Accepted, 1);
        row(platform, "unregistered", Kind::DeadToken, 1);
        row(platform, "badtoken", Kind::DeadToken, 1);
        row(platform, "badmessage", Kind::Refused, 1);
        row(platform, "quota", Kind::Unavailable, 2);
        row(platform, "down", Kind::Unavailable, 2);
        row(platform, "downonce", Kind::Accepted, 2);
        row(platform, "slow", Kind::Unavailable, 2);
        row(platform, "slowonce", Kind::Accepted, 2);
        row(platform, "reset", Kind::Unavailable, 2);
        row(platform, "hangup", Kind::Unavailable, 2);
        row(platform, "hanguponce", Kind::Accepted, 2);
        row(platform, "garbage", Kind::Unavailable, 2);
        row(platform, "flood", Kind::Refused, 1);
        row(platform, "goaway", Kind::Accepted, 1);
    }
    row(Platform::Android, "notfound", Kind::DeadToken, 1);
    row(Platform::Android, "elsewhere", Kind::Refused, 1);
    row(Platform::Android, "badfield", Kind::DeadToken, 1);
    row(Platform::Android, "othersender", Kind::Refused, 1);
    row(Platform::Ios, "othertopic", Kind::DeadToken, 1);
    row(Platform::Ios, "toolarge", Kind::Refused, 1);
    row(Platform::Ios, "expiredonce", Kind::Accepted, 2);
    row(Platform::Ios, "expired", Kind::Refused, 2);
    row(Platform::Ios, "stranger", Kind::Refused, 2);
}

void TestRealPush::understandsAnswers()
{
    QFETCH(const Platform, platform);
    QFETCH(const QByteArray, token);
    QFETCH(const Kind, kind);
    QFETCH(const int, tries);
    RealPush::Options options = patient();
    if (token.startsWith("slow")) {
        options.firstTryWithin = 1500ms;
        options.callWithin = 6s;
    }
    open({}, options);
    QCOMPARE(send(callTo("ok", platform)).kind, Kind::Accepted);
    QElapsedTimer timer;
    timer.start();
    const PushResult result = send(callTo(token, platform));
    // Long before what is no call is given up.
    QVERIFY2(timer.elapsed() < 14'000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(result.kind, kind);
    QCOMPARE(result.reason.isEmpty(), kind == Kind::Accepted);
    QVERIFY(!result.reason.contains(token));
    int seen = 0;
    for (const QJsonObject &push : m_servers->events("push"))
        seen += push.value("device"_L1).toString().toLatin1() == token;
    QCOMPARE(seen - (token == "ok"), tries);
    QCOMPARE(send(callTo("ok again", platform)).kind, Kind::Accepted); // nothing is left behind
}

void TestRealPush::getsOnePassForMany()
{
    for (int i = 0; i < 100; ++i)
        m_push->send(callTo("ok" + QByteArray::number(i)), m_answers.taker());
    const auto results = m_answers.wait(100);
    QCOMPARE(results.size(), 100);
    for (const PushResult &result : results)
        QCOMPARE(result.kind, Kind::Accepted);
    QCOMPARE(m_servers->events("token").size(), 1);
    QCOMPARE(m_servers->events("connection").size(), 1); // of the same host and port
}

void TestRealPush::renewsThePassBeforeItEnds()
{
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    m_clock.advance(50min);
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    QCOMPARE(m_servers->events("token").size(), 1);
    m_clock.advance(2min); // with the one that still holds, and a new one is asked for
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    QCOMPARE(headersOf(m_servers->waitFor("push", 3).value(2)).value("authorization"_L1),
             QJsonValue(u"Bearer pass-1"_s));
    m_servers->waitFor("token", 2);
    QTRY_VERIFY(send(callTo("ok")).kind == Kind::Accepted &&
                headersOf(m_servers->events("push").last()).value("authorization"_L1) ==
                    QJsonValue(u"Bearer pass-2"_s));
    // It could not be renewed ahead: the old one does until it ends.
    m_servers->order({{u"tokenStatus"_s, 500}});
    m_clock.advance(55min);
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    m_clock.advance(5min);
    QCOMPARE(send(callTo("ok")).kind, Kind::Unavailable);
    m_servers->order({{u"tokenStatus"_s, 400}});
    QCOMPARE(send(callTo("ok")).reason, "push.sign_in"_ba);
    m_servers->order({{u"tokenStatus"_s, 200}});
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
}

void TestRealPush::getsANewPassWhereTheOldOneIsRefused()
{
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    m_servers->order({{u"revoke"_s, true}});
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    QCOMPARE(m_servers->events("token").size(), 2);
}

void TestRealPush::signsAnewBeforeApnsWouldMind()
{
    const auto passAfter = [&](std::chrono::minutes wait) {
        m_clock.advance(wait);
        send(callTo("ok", Platform::Ios));
        return headersOf(m_servers->events("push").last()).value("authorization"_L1).toString();
    };
    const QString first = passAfter(0min);
    QCOMPARE(passAfter(39min), first);
    const QString second = passAfter(1min);
    QVERIFY(second != first);
    QCOMPARE(passAfter(39min), second);
    QVERIFY(passAfter(-120min) != second); // a clock that was put right
}

void TestRealPush::keepsConnectionsOpen()
{
    RealPush::Options options = patient();
    options.lookedAfterEvery = 50ms;
    open({}, options);
    m_push->keepReady();
    // Before the first push there is a connection to each, and FCM's pass; nothing was asked over APNs'.
    QCOMPARE(m_servers->waitFor("connection", 2).size(), 2);
    QCOMPARE(m_servers->waitFor("token", 1).size(), 1);
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    QCOMPARE(send(callTo("ok", Platform::Ios)).kind, Kind::Accepted);
    QTest::qWait(300);
    QCOMPARE(m_servers->events("connection").size(), 2);
    QCOMPARE(m_servers->events("push").size(), 2);
    // One that the server closes is opened anew before it is needed.
    QCOMPARE(send(callTo("goaway", Platform::Ios)).kind, Kind::Accepted);
    QCOMPARE(m_servers->waitFor("connection", 3).size(), 3);
    QCOMPARE(send(callTo("ok", Platform::Ios)).kind, Kind::Accepted);
    QCOMPARE(m_servers->events("connection").size(), 3);
}

void TestRealPush::outlivesAServersRestart()
{
    QCOMPARE(send(callTo("ok", Platform::Ios)).kind, Kind::Accepted);
    m_servers->order({{u"restart"_s, u"apns"_s}});
    QCOMPARE(send(callTo("ok", Platform::Ios)).kind, Kind::Accepted);
}

void TestRealPush::saysWhatIsNotSetUp()
{
    open({{"ANTEROOM_APNS_KEY", QString()}, {"ANTEROOM_FCM_SERVICE_ACCOUNT", m_servers->file(u"apns.p8"_s)}});
    const PushResult ios = send(callTo("ok", Platform::Ios));
    QCOMPARE(ios.kind, Kind::Refused);
    QCOMPARE(ios.reason, "push.not_configured"_ba);
    QCOMPARE(send(callTo("ok")).reason, "push.bad_key"_ba);
    open({{"ANTEROOM_APNS_KEY", m_servers->file(u"rsa.pem"_s)}});
    QCOMPARE(send(callTo("ok", Platform::Ios)).reason, "push.bad_key"_ba);
}

void TestRealPush::believesOnlyKnownCertificates()
{
    open({{"ANTEROOM_PUSH_CA", QString()}});
    const PushResult result = send(callTo("ok", Platform::Ios));
    QCOMPARE(result.kind, Kind::Unavailable);
    QCOMPARE(result.reason, "delivery.certificate"_ba);
    QCOMPARE(m_servers->events("push").size(), 0);
}

void TestRealPush::endsWhatIsUnderWayAtAStop()
{
    QCOMPARE(send(callTo("ok")).kind, Kind::Accepted);
    for (int i = 0; i < 10; ++i)
        m_push->send(callTo("slow", i % 2 ? Platform::Ios : Platform::Android), m_answers.taker());
    m_push->cancel();
    const auto results = m_answers.wait(10);
    QCOMPARE(results.size(), 10);
    for (const PushResult &result : results)
        QCOMPARE(result.reason, "delivery.cancelled"_ba);
    QCOMPARE(send(callTo("ok")).reason, "delivery.cancelled"_ba);
}

QTEST_GUILESS_MAIN(TestRealPush)
#include "tst_realpush.moc"
