// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/errorwords.h"
#include "server/http/openapi.h"
#include "tests/server/support/apifixture.h"

#include <QTcpServer>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// The server as a whole: what it opens, what it refuses to open, and what it says of itself.
class TestApiServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data();
    void readsAddresses();
    void agreesWithItsDescription();
    void isHealthyAndReady();
    void servesItsDescription();
    void showsFiguresToAdmins();
    void keepsTheListenersApart();
    void refusesToBeHeardInClear_data();
    void refusesToBeHeardInClear();
    void saysThatAPortIsTaken();
    void refusesHalfOfTls();
    void tellsPatientsWhereItIs();
    void logsRequestsWithoutWhatTheySay();
};

void TestApiServer::readsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("usual") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("any port") << u"127.0.0.1:0"_s << u"http://127.0.0.1:0"_s;
    QTest::newRow("name") << u"localhost:1"_s << u"http://127.0.0.1:1"_s;
    QTest::newRow("IPv6") << u"[::1]:65535"_s << u"http://[::1]:65535"_s;
    QTest::newRow("all") << u"*:80"_s << u"http://0.0.0.0:80"_s;
    for (const char *bad : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
                            "::1:80", "clinic.example:80", "127.0.0.1:x"})
        QTest::addRow("not %s", bad) << QString::fromLatin1(bad) << QString();
}

void TestApiServer::readsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto address = ListenAddress::parse(text);
    QCOMPARE(address ? address->url(false) : QString(), url);
}

void TestApiServer::agreesWithItsDescription()
{
    const ApiFixture api;
    QVERIFY(!api.error());
    const auto described = OpenApi::load().value();
    std::set<QByteArray> routed;
    for (const Route &route : api.router().routes()) {
        if (!route.documented)
            continue;
        QVERIFY2(routed.insert(route.operationId).second, route.operationId);
        const auto found = described->operations().find(route.operationId);
        QVERIFY2(found != described->operations().end(), route.operationId);
        const OpenApi::Operation &operation = found->second;
        QCOMPARE(operation.method, route.method);
        QCOMPARE(operation.path, QByteArray(route.path));
        QCOMPARE(operation.scope, route.scope ? scopeName(*route.scope).toByteArray() : QByteArray());
        const bool takesBody = route.body != BodyKind::None;
        if (operation.hasBody)
            QVERIFY2(takesBody && operation.body, route.operationId);
        QVERIFY2(route.body != BodyKind::Json || operation.hasBody, route.operationId);
        const bool succeeds = operation.statuses.contains(200) || operation.statuses.contains(201) ||
                              operation.statuses.contains(202) || operation.statuses.contains(204);
        QVERIFY2(succeeds && operation.statuses.contains(500), route.operationId);
        QCOMPARE(operation.statuses.contains(401), route.scope.has_value());
        QCOMPARE(operation.statuses.contains(403), route.scope.has_value());
        QCOMPARE(operation.statuses.contains(415), takesBody);
        const bool takesKey = route.method == HttpMethod::Post && route.scope;
        QVERIFY2(route.family == Family::EHealth ? !takesKey || operation.statuses.contains(422)
                                                 : takesKey == operation.statuses.contains(422),
                 route.operationId);
    }
    for (const auto &[id, operation] : described->operations())
        QVERIFY2(routed.contains(id), id.constData());
}

void TestApiServer::isHealthyAndReady()
{
    ApiFixture api;
    QCOMPARE(api.send("GET", "/healthz").status, 200);
    QCOMPARE(api.send("GET", "/readyz").status, 200);
    QCOMPARE(api.send("POST", "/healthz", {}, "").status, 405);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestApiServer::servesItsDescription()
{
    ApiFixture api;
    const auto answer = api.send("GET", "/openapi.json");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), "application/json"_ba);
    QCOMPARE(objectOf(answer).value("openapi"_L1).toString(), u"3.1.0"_s);
}

void TestApiServer::showsFiguresToAdmins()
{
    ApiFixture api;
    QCOMPARE(api.send("GET", "/metrics").status, 401);
    QCOMPARE(api.send("GET", "/metrics", api.token(Scope::FileRead)).status, 403);
    const QByteArray admin = api.token(Scope::Admin);
    QCOMPARE(api.send("GET", "/healthz").status, 200);
    const auto answer = api.send("GET", "/metrics", admin);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.header("content-type").startsWith("text/plain"));
    for (const char *figure : {"anteroom_http_requests_total{operation=\"getHealth\",status=\"200\"} 1",
                               "anteroom_writer_waiting ", "anteroom_outbox_waiting 0",
                               "anteroom_http_connections ", "anteroom_http_request_duration_seconds_sum{"})
        QVERIFY2(answer.body.contains(figure), figure);
    // Prometheus reads nothing but comments and "name{labels} number".
    const QByteArrayList lines = answer.body.split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty() || line.startsWith("# HELP ") || line.startsWith("# TYPE "))
            continue;
        bool isNumber = false;
        (void)line.mid(line.lastIndexOf(' ') + 1).toDouble(&isNumber);
        QVERIFY2(isNumber && line.startsWith("anteroom_"), line.constData());
    }
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestApiServer::keepsTheListenersApart()
{
    ApiFixture api;
    for (const char *path :
         {"/healthz", "/readyz", "/metrics", "/openapi.json", "/v1/file-requests", "/v1/files/x"}) {
        RawClient client(api.patientPort());
        client.send(get(path, "Authorization: Bearer " + api.token(Scope::Admin) + "\r\n"));
        const auto answer = client.answer();
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.isEmpty());
    }
    QCOMPARE(api.send("GET", "/r/abcdefghjkmn").status, 404);
    QCOMPARE(api.send("GET", "/room/x").status, 404);
}

void TestApiServer::refusesToBeHeardInClear_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<bool>("behindProxy");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("staff") << "ANTEROOM_LISTEN"_ba << false << "listen.needs_tls"_ba;
    QTest::newRow("staff behind a proxy") << "ANTEROOM_LISTEN"_ba << true << "listen.needs_tls"_ba;
    QTest::newRow("patient") << "ANTEROOM_PATIENT_LISTEN"_ba << false << "listen.patient_needs_tls"_ba;
    QTest::newRow("patient behind a proxy") << "ANTEROOM_PATIENT_LISTEN"_ba << true << ""_ba;
}

void TestApiServer::refusesToBeHeardInClear()
{
    QFETCH(QByteArray, setting);
    QFETCH(bool, behindProxy);
    QFETCH(QByteArray, reason);
    const ApiFixture api(
        {{setting, u"0.0.0.0:0"_s}, {"ANTEROOM_PATIENT_PLAIN", behindProxy ? u"true"_s : u"false"_s}});
    QCOMPARE(api.error() ? QByteArray(api.error()->reason) : QByteArray(), reason);
    if (api.error()) {
        const QByteArray words = errorSentence(*api.error());
        QVERIFY(words.contains("0.0.0.0:0"));
        QVERIFY(words.contains("ANTEROOM_TLS_CERT"));
    }
}

void TestApiServer::saysThatAPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString address = u"127.0.0.1:"_s + QString::number(other.serverPort());
    const ApiFixture api({{"ANTEROOM_LISTEN", address}});
    QVERIFY(api.error());
    QCOMPARE(api.error()->reason, "listen.failed");
    const QByteArray words = errorSentence(*api.error());
    QVERIFY2(words.contains(address.toLatin1()) && !words.contains('{'), words.constData());
}

void TestApiServer::refusesHalfOfTls()
{
    const ApiFixture api({{"ANTEROOM_TLS_CERT", u"/nowhere/cert.pem"_s}});
    QVERIFY(api.error());
    QCOMPARE(api.error()->reason, "tls.half");
}

void TestApiServer::tellsPatientsWhereItIs()
{
    ApiFixture api;
    const QByteArray token = api.token(Scope::FileRequestWrite);
    const QJsonObject body{{u"type"_s, u"photo"_s},
                           {u"accountId"_s, u"1"_s},
                           {u"accountUserId"_s, u"2"_s},
                           {u"staffName"_s, u"Dr R"_s},
                           {u"patientDateOfBirth"_s, u"1980-01-01"_s},
                           {u"patientMobile"_s, u"+447777123456"_s},
                           {u"recipientMobile"_s, u"+447777123456"_s}};
    const auto made = api.json("POST", "/v1/file-requests", token, body);
    QCOMPARE(made.status, 200);
    const QString link = u"http://127.0.0.1:%1/r/%2"_s.arg(api.patientPort())
                             .arg(objectOf(made).value("shortLinkId"_L1).toString());
    const auto text = api.store().readNow([](Transaction &tx) -> Result<QString> {
        Cursor row = tx.query("SELECT body FROM outbox");
        return row.next() ? row.text(0) : QString();
    });
    QVERIFY(text);
    QVERIFY2(text->contains(link), qPrintable(*text));
}

void TestApiServer::logsRequestsWithoutWhatTheySay()
{
    ApiFixture api;
    QCOMPARE(api.send("GET", "/v1/file-requests/Smith?name=Smith", {}, {}, "x-request-id: a-1\r\n").status,
             401);
    QTRY_VERIFY(api.log().contains(" request=a-1 operation=getFileRequest status=401 ms="));
    QVERIFY(!api.log().contains("Smith"));
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_apiserver.moc"
