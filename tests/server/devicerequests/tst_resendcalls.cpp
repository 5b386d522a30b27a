// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/outbox.h"
#include "tests/server/devicerequests/devicerequestfixture.h"

using namespace anteroom;
using namespace anteroom::test;

namespace {

Bundle queued()
{
    Bundle bundle = simpleBundle();
    bundle.configure("ANTEROOM_SMS_PROVIDER", "http")
        .configure("ANTEROOM_SMS_URL", "https://gateway.example/");
    return bundle;
}

} // namespace

/// Calls that come together, jobs, and calls that are repeated.
class TestResendCalls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfManyAtOnce();
    void crossesTheWindow();
    void followsAJob();
    void spellsJobsThreeWays_data();
    void spellsJobsThreeWays();
    void keepsJobsToTheirLegalEntity();
    void finishesAPrepersonsJob();
    void repeatsAnAnswer();
    void refusesAnotherLegalEntity();
};

void TestResendCalls::oneOfManyAtOnce()
{
    RequestApi api;
    constexpr int calls = 100;
    const QByteArray call = "GET " + resendPath + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
                            api.sender + "\r\n\r\n";
    // Everybody connects first; then all call.
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < calls; ++i)
        clients.push_back(std::make_unique<RawClient>(api.port()));
    for (const auto &client : clients)
        client->send(call);
    QMap<int, int> statuses;
    for (const auto &client : clients)
        ++statuses[client->answer().status];
    QCOMPARE(statuses, (QMap<int, int>{{202, 1}, {429, calls - 1}}));
    QCOMPARE(api.messages().size(), 1);
    QCOMPARE(api.number("SELECT count(*) FROM device_request_jobs"), 1);
    QTRY_COMPARE(api.number("SELECT count(*) FROM audit WHERE outcome = 'device_request.too_soon'"),
                 calls - 1);
}

void TestResendCalls::crossesTheWindow()
{
    RequestApi api;
    const UtcTime first = api.clock.now();
    QCOMPARE(api.resend().status, 202);
    api.clock.set(first + std::chrono::seconds(60) - std::chrono::microseconds(1));
    const auto early = api.resend();
    QCOMPARE(early.status, 429);
    QCOMPARE(early.header("retry-after"), "1"_ba);
    api.clock.set(first + std::chrono::seconds(60));
    QCOMPARE(api.resend().status, 202);
    QCOMPARE(api.resend().status, 429);
}

void TestResendCalls::followsAJob()
{
    RequestApi api(queued());
    const auto accepted = api.resend();
    QCOMPARE(accepted.status, 202);
    const QByteArray path = jobPathOf(accepted);
    const auto pending = api.send("GET", path, api.sender);
    QCOMPARE(pending.status, 200);
    QCOMPARE(dataOf(pending),
             (QJsonObject{{u"status"_s, u"pending"_s}, {u"eta"_s, u"2026-01-15T12:00:05.000Z"_s}}));

    const Outbox &outbox = api.clinic().outbox();
    const MessageId id = api.messages().first().id;
    const auto record = [&](DeliveryOutcome::Kind kind) {
        QVERIFY(api.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            (void)outbox.claim(tx, {id});
            (void)outbox.record(tx, {.id = id, .kind = kind, .reason = "delivery.refused"});
            return {};
        }));
    };
    record(DeliveryOutcome::Kind::GivenUp);
    const auto failed = api.send("GET", path, api.sender);
    QCOMPARE(failed.status, 200);
    QCOMPARE(dataOf(failed).value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(dataOf(failed).value("status_code"_L1).toInt(), 500);
    QCOMPARE(dataOf(failed).value("error"_L1).toObject().value("type"_L1).toString(), u"internal_error"_s);

    QVERIFY(api.store().writeNow(
        [&](WriteTransaction &tx) { return outbox.retry(tx, Actor::system("test"), id); }));
    record(DeliveryOutcome::Kind::Sent);
    const auto processed = api.send("GET", path, api.sender);
    QCOMPARE(dataOf(processed), (QJsonObject{{u"status"_s, u"processed"_s},
                                             {u"eta"_s, u"2026-01-15T12:00:05.000Z"_s},
                                             {u"status_code"_s, 200},
                                             {u"response_data"_s, u""_s}}));
    QCOMPARE(processed.header("cache-control"), "no-store"_ba);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestResendCalls::spellsJobsThreeWays_data()
{
    QTest::addColumn<QByteArray>("prefix");
    for (const char *prefix : {"/Jobs/", "/jobs/", "/api/jobs/"})
        QTest::newRow(prefix) << QByteArray(prefix);
}

void TestResendCalls::spellsJobsThreeWays()
{
    QFETCH(QByteArray, prefix);
    RequestApi api;
    const QByteArray path = prefix + jobPathOf(api.resend()).mid(6);
    for (const Scope scope : {Scope::JobRead, Scope::DeviceRequestResend}) {
        const auto answer = api.send("GET", path, api.tokenOf(scope));
        QCOMPARE(answer.status, 200);
        QCOMPARE(dataOf(answer).value("status"_L1).toString(), u"processed"_s);
        QCOMPARE(objectOf(answer).value("meta"_L1).toObject().value("url"_L1).toString(),
                 QLatin1String("http://127.0.0.1" + path));
    }
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestResendCalls::keepsJobsToTheirLegalEntity()
{
    RequestApi api;
    const QByteArray path = jobPathOf(api.resend());
    QCOMPARE(api.send("GET", path, api.tokenOf(Scope::JobRead, stranger)).status, 404);
    QCOMPARE(api.send("GET", path, api.tokenOf(Scope::JobRead, nullptr)).status, 404);
    QCOMPARE(api.send("GET", path, api.tokenOf(Scope::JobRead)).status, 200);
}

void TestResendCalls::finishesAPrepersonsJob()
{
    Bundle bundle = queued();
    bundle.set("persons", 0, "isPreperson", true);
    RequestApi api(bundle);
    const auto accepted = api.resend();
    QCOMPARE(accepted.status, 202);
    QCOMPARE(api.resend().status, 202); // no attempt was made
    const auto job = api.send("GET", jobPathOf(accepted), api.sender);
    QCOMPARE(dataOf(job).value("status"_L1).toString(), u"processed"_s);
    QCOMPARE(api.messages().size(), 0);
}

void TestResendCalls::repeatsAnAnswer()
{
    RequestApi api;
    const QByteArray key = "Idempotency-Key: once\r\n";
    const auto first = api.send("POST", resendPath, api.sender, ""_ba, key);
    const auto second = api.send("POST", resendPath, api.sender, ""_ba, key);
    QCOMPARE(first.status, 202);
    QCOMPARE(second.status, 202);
    QCOMPARE(jobPathOf(second), jobPathOf(first));
    QCOMPARE(api.messages().size(), 1);
    const auto other = api.json("POST", resendPath, api.sender, {{u"x"_s, 1}}, key);
    QCOMPARE(other.status, 422);
    QCOMPARE(typeOf(other), u"validation_failed"_s);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestResendCalls::refusesAnotherLegalEntity()
{
    RequestApi api;
    for (const char *entity : {stranger, static_cast<const char *>(nullptr)}) {
        const auto answer = api.send("GET", resendPath, api.tokenOf(Scope::DeviceRequestResend, entity));
        QCOMPARE(answer.status, 409);
        QCOMPARE(messageOf(answer), u"Action is not allowed for the legal entity"_s);
    }
    QCOMPARE(api.messages().size(), 0);
}

QTEST_GUILESS_MAIN(TestResendCalls)
#include "tst_resendcalls.moc"
