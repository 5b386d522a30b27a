// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"
#include "server/http/systemroutes.h"
#include "tests/server/http/requestdriver.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

void echo(RouteCall &call)
{
    call.answer.respond(HttpResponse::text(200, call.params.join('|')));
}

HttpRequest request(HttpMethod method, const QByteArray &path, Listener listener = Listener::Staff)
{
    HttpRequest made;
    made.method = method;
    made.rawPath = path;
    made.listener = listener;
    return made;
}

} // namespace

/// The route table: what matches, what does not, and in which family's words that is said.
class TestRouter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matches_data();
    void matches();
    void keepsTheListenersApart();
    void refusesInTheFamilysShape_data();
    void refusesInTheFamilysShape();
    void answersHeadAndOptions();
    void asksForATokenAndItsScope();
    void readsBodiesInOrder_data();
    void readsBodiesInOrder();
    void refusalsOfTheTransportHaveTheShapeToo();
    void answers500WhereNobodyAnswers();
    void isReadyOnlyWhereItCanCommit();
    void countsAndLogsWithoutPersonalData();

private:
    Router m_router;
    QTemporaryDir m_folder;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<const OpenApi> m_openApi;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<RequestDriver> m_driver;
    QByteArray m_logged;
    std::unique_ptr<RequestLog> m_log;
};

void TestRouter::initTestCase()
{
    auto store = Store::open(m_folder.filePath(u"anteroom.db"_s), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
    auto api = OpenApi::load();
    QVERIFY(api);
    m_openApi = *api;

    m_router.addFamily("/v1", Family::XOn);
    m_router.addFamily("/teleconsultation", Family::Telecons);
    m_router.addFamily("/api/v1/telecons-be", Family::Telecons);
    m_router.addFamily("/api", Family::EHealth);
    addSystemRoutes(m_router, {.store = m_store.get(), .openApi = m_openApi, .metrics = {}});
    const auto x = Family::XOn;
    m_router.add({.path = "/v1/things", .operationId = "listThings", .family = x, .handler = echo});
    m_router.add({.path = "/v1/things/{id}", .operationId = "getThing", .family = x, .handler = echo});
    m_router.add(
        {.path = "/v1/things/{id}/parts/{part}", .operationId = "getPart", .family = x, .handler = echo});
    m_router.add({.method = HttpMethod::Post,
                  .path = "/v1/things",
                  .operationId = "createThing",
                  .family = x,
                  .body = BodyKind::Json,
                  .handler = echo});
    m_router.add({.method = HttpMethod::Post,
                  .path = "/v1/things/{id}/touch",
                  .operationId = "touchThing",
                  .family = x,
                  .body = BodyKind::OptionalJson,
                  .handler = echo});
    m_router.add({.path = "/v1/secrets",
                  .operationId = "listSecrets",
                  .family = x,
                  .scope = Scope::FileRead,
                  .handler = echo});
    m_router.add({.path = "/teleconsultation",
                  .operationId = "listRooms",
                  .family = Family::Telecons,
                  .scope = Scope::TeleconsultationRead,
                  .handler = echo});
    m_router.add({.path = "/api/patients/{id}",
                  .operationId = "getPatient",
                  .family = Family::EHealth,
                  .scope = Scope::DeviceRequestRead,
                  .handler = echo});
    m_router.add({.path = "/v1/silent", .operationId = "silent", .family = x, .handler = [](RouteCall &) {}});
    m_router.add(
        {.path = "/r/{link}", .operationId = "page", .listener = Listener::Patient, .handler = echo});

    m_log = std::make_unique<RequestLog>([this](const QByteArray &lines) { m_logged += lines; });
    m_dispatcher = std::make_unique<Dispatcher>(
        m_router, Dispatcher::Parts{
                      .store = m_store.get(),
                      .authenticate = [](Transaction &, QByteArrayView token, QByteArray) -> Result<Actor> {
                          if (token != "good")
                              return fail(ErrorCode::Unauthenticated, "token.unknown");
                          return Actor{.kind = Actor::Kind::Token, .id = "t1", .scopes = Scope::CallCreate};
                      },
                      .openApi = m_openApi,
                      .log = m_log.get()});
    m_driver = std::make_unique<RequestDriver>(*m_dispatcher);
}

void TestRouter::matches_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("literal") << "/v1/things"_ba
                             << "listThings"_ba
                             << ""_ba;
    QTest::newRow("one") << "/v1/things/7"_ba
                         << "getThing"_ba
                         << "7"_ba;
    QTest::newRow("two") << "/v1/things/7/parts/9"_ba
                         << "getPart"_ba
                         << "7|9"_ba;
    QTest::newRow("an escaped slash stays inside") << "/v1/things/a%2Fb"_ba
                                                   << "getThing"_ba
                                                   << "a/b"_ba;
    QTest::newRow("escaped letters") << "/v1/%74hings/%41"_ba
                                     << "getThing"_ba
                                     << "A"_ba;
    QTest::newRow("an empty segment is none") << "/v1/things/"_ba << QByteArray() << ""_ba;
    QTest::newRow("too long") << "/v1/things/7/8"_ba << QByteArray() << ""_ba;
    QTest::newRow("case counts") << "/v1/Things"_ba << QByteArray() << ""_ba;
    QTest::newRow("dots are letters") << "/v1/x/../things"_ba << QByteArray() << ""_ba;
}

void TestRouter::matches()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, operation);
    QFETCH(QByteArray, params);
    const auto match = m_router.match(request(HttpMethod::Get, path));
    QCOMPARE(match.route ? QByteArray(match.route->operationId) : QByteArray(), operation);
    QCOMPARE(match.params.join('|'), params);
}

void TestRouter::keepsTheListenersApart()
{
    QVERIFY(!m_router.match(request(HttpMethod::Get, "/r/abc")).route);
    QVERIFY(m_router.match(request(HttpMethod::Get, "/r/abc", Listener::Patient)).route);
    for (const Route &route : m_router.routes()) {
        const Listener other = route.listener == Listener::Staff ? Listener::Patient : Listener::Staff;
        QVERIFY2(!m_router.match(request(route.method, route.path, other)).route, route.path);
    }
    RequestDriver patient(*m_dispatcher, Listener::Patient);
    for (const QByteArray path : {"/v1/things", "/healthz", "/metrics", "/openapi.json", "/api/patients/1"}) {
        const auto answer = patient.send("GET", path);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.isEmpty());
    }
}

void TestRouter::refusesInTheFamilysShape_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("outside all") << "GET"_ba
                                 << "/nothing"_ba << 404 << ""_ba << QByteArray();
    QTest::newRow("the root") << "GET"_ba
                              << "/"_ba << 404 << ""_ba << QByteArray();
    QTest::newRow("x-on unknown") << "GET"_ba
                                  << "/v1/nothing"_ba << 404 << ""_ba << QByteArray();
    QTest::newRow("x-on method") << "DELETE"_ba
                                 << "/v1/things"_ba << 405
                                 << R"({"error":"This address takes GET, HEAD, POST, OPTIONS only."})"_ba
                                 << "GET, HEAD, POST, OPTIONS"_ba;
    QTest::newRow("x-on unknown method")
        << "PURGE"_ba
        << "/v1/things/7"_ba << 405 << R"({"error":"This address takes GET, HEAD, OPTIONS only."})"_ba
        << "GET, HEAD, OPTIONS"_ba;
    QTest::newRow("x-on token") << "GET"_ba
                                << "/v1/secrets"_ba << 401 << ""_ba << QByteArray();
    QTest::newRow("telecons unknown")
        << "GET"_ba
        << "/teleconsultation/x"_ba << 404 << R"({"error":"not found"})"_ba << QByteArray();
    QTest::newRow("telecons below api")
        << "GET"_ba
        << "/api/v1/telecons-be/x"_ba << 404 << R"({"error":"not found"})"_ba << QByteArray();
    QTest::newRow("telecons method")
        << "PUT"_ba
        << "/teleconsultation"_ba << 405
        << R"({"statusCode":405,"error":"Method Not Allowed","message":"This address takes GET, HEAD, OPTIONS only."})"_ba
        << "GET, HEAD, OPTIONS"_ba;
    QTest::newRow("ehealth method")
        << "PUT"_ba
        << "/api/patients/1"_ba << 403
        << R"({"meta":{"code":403,"url":"http://clinic:1/api/patients/1","type":"object","request_id":"test-1"},)"
           R"("error":{"type":"forbidden","message":"ACL: No matching rule was found for path /api/patients/1"}})"_ba
        << QByteArray();
    QTest::newRow("ours, method") << "POST"_ba
                                  << "/healthz"_ba << 405
                                  << R"({"error":"This address takes GET, HEAD, OPTIONS only."})"_ba
                                  << "GET, HEAD, OPTIONS"_ba;
}

void TestRouter::refusesInTheFamilysShape()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, allow);
    const auto answer = m_driver->send(method, path, {{"Host", "clinic:1"}});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(headerOf(answer, "Allow"), allow);
    QCOMPARE(answer.contentType, body.isEmpty() ? QByteArray() : "application/json"_ba);
}

void TestRouter::answersHeadAndOptions()
{
    const auto head = m_driver->send("HEAD", "/v1/things/7");
    QCOMPARE(head.status, 200);
    QCOMPARE(head.body, "7"_ba); // the transport keeps the length and drops the body
    const auto options = m_driver->send("OPTIONS", "/v1/things");
    QCOMPARE(options.status, 204);
    QCOMPARE(headerOf(options, "Allow"), "GET, HEAD, POST, OPTIONS"_ba);
    QCOMPARE(m_driver->send("OPTIONS", "/v1/nothing").status, 404);
    QCOMPARE(m_driver->send("HEAD", "/v1/nothing").status, 404);
}

void TestRouter::asksForATokenAndItsScope()
{
    const auto none = m_driver->send("GET", "/v1/secrets");
    QCOMPARE(none.status, 401);
    QVERIFY(none.body.isEmpty());
    QCOMPARE(headerOf(none, "WWW-Authenticate"), "Bearer"_ba);
    QCOMPARE(m_driver->send("GET", "/v1/secrets", {{"Authorization", "Basic good"}}).status, 401);
    QCOMPARE(m_driver->send("GET", "/v1/secrets", {{"Authorization", "Bearer"}}).status, 401);
    QCOMPARE(m_driver->send("GET", "/v1/secrets", {{"Authorization", "Bearer bad"}}).status, 401);
    const auto scope = m_driver->send("GET", "/v1/secrets", {{"authorization", "bearer good"}});
    QCOMPARE(scope.status, 403);
    QCOMPARE(
        scope.body,
        R"({"error":"The token lacks the scope file:read; ask an administrator for a token that has it."})"_ba);
    QCOMPARE(m_driver->send("GET", "/metrics", {{"Authorization", "Bearer good"}}).status, 403);
    QCOMPARE(m_driver->send("GET", "/teleconsultation", {{"Authorization", "Bearer good"}}).status, 403);
    QCOMPARE(m_driver->send("GET", "/v1/things").status, 200);
    // A refusal of somebody known is written down.
    QTRY_COMPARE(m_store
                     ->readNow([](Transaction &tx) -> Result<int> {
                         Cursor row = tx.query("SELECT count(*) FROM audit WHERE outcome = 'scope.missing'");
                         return row.next() ? int(row.integer(0)) : -1;
                     })
                     .value(),
                 3);
}

void TestRouter::readsBodiesInOrder_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray create = "/v1/things"_ba, touch = "/v1/things/7/touch"_ba, json = "application/json"_ba;
    QTest::newRow("object") << create << json << "{}"_ba << 200;
    QTest::newRow("charset") << create << "Application/JSON; charset=UTF-8"_ba
                             << "{}"_ba << 200;
    QTest::newRow("no body") << create << json << ""_ba << 400;
    QTest::newRow("no body, other type") << create << "text/plain"_ba
                                         << ""_ba << 400;
    QTest::newRow("optional, no body") << touch << ""_ba
                                       << ""_ba << 200;
    QTest::newRow("optional, no body, other type") << touch << "text/plain"_ba
                                                   << ""_ba << 200;
    QTest::newRow("optional, wrong type") << touch << "text/plain"_ba
                                          << "{}"_ba << 415;
    QTest::newRow("no type") << create << ""_ba
                             << "{}"_ba << 415;
    QTest::newRow("form") << create << "application/x-www-form-urlencoded"_ba
                          << "a=1"_ba << 415;
    QTest::newRow("other charset") << create << "application/json; charset=latin1"_ba
                                   << "{}"_ba << 415;
    QTest::newRow("cut") << create << json << R"({"a":"b)"_ba << 400;
    QTest::newRow("after the end") << create << json << "{} {}"_ba << 400;
    QTest::newRow("a list") << create << json << "[]"_ba << 400;
    QTest::newRow("a word") << create << json << "true"_ba << 400;
    QTest::newRow("bad UTF-8") << create << json << "{\"a\":\"\xff\"}"_ba << 400;
    QTest::newRow("deep") << create << json << QByteArray(100'000, '[') << 400;
}

void TestRouter::readsBodiesInOrder()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto answer = m_driver->send("POST", path, {{"Content-Type", type}}, body);
    QCOMPARE(answer.status, status);
    if (status != 200)
        QVERIFY2(answer.body.startsWith(R"({"error":")"), answer.body.constData());
}

void TestRouter::refusalsOfTheTransportHaveTheShapeToo()
{
    const auto xon =
        m_dispatcher->refusal(Listener::Staff, {}, "/v1/things", 413, "the body is too large", "id");
    QCOMPARE(xon.body, R"({"error":"the body is too large."})"_ba);
    const auto crud = m_dispatcher->refusal(Listener::Staff, {}, "/teleconsultation", 413, "too large", "id");
    QCOMPARE(crud.body, R"({"statusCode":413,"error":"Payload Too Large","message":"too large."})"_ba);
    // A Host of any bytes: what is said of it is JSON all the same.
    const auto malformed = m_dispatcher->refusal(Listener::Staff, "http://\xff\xfe", "/api/patients", 400,
                                                 "malformed Host", "id");
    QJsonParseError problem;
    QVERIFY(QJsonDocument::fromJson(malformed.body, &problem).isObject());
    QVERIFY2(malformed.body.contains("request_malformed"), malformed.body.constData());
    const auto busy = m_dispatcher->refusal(Listener::Staff, {}, "/v1/files", 503, "busy", "id");
    QCOMPARE(busy.status, 503); // Retry-After is the transport's
    (void)m_dispatcher->refusal(Listener::Patient, {}, {}, 400, "no request line", "id");
}

void TestRouter::answers500WhereNobodyAnswers()
{
    const auto answer = m_driver->send("GET", "/v1/silent");
    QCOMPARE(answer.status, 500);
    QVERIFY(answer.body.startsWith(R"({"error":")"));
}

void TestRouter::isReadyOnlyWhereItCanCommit()
{
    QCOMPARE(m_driver->send("GET", "/healthz").status, 200);
    QCOMPARE(m_driver->send("GET", "/readyz").status, 200);
    QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<void> {
        tx.execute("CREATE TRIGGER stuck BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, 'stuck'); END");
        return {};
    }));
    const int stuck = m_driver->send("GET", "/readyz").status;
    QVERIFY2(stuck >= 500, qPrintable(QString::number(stuck)));
    QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<void> {
        tx.execute("DROP TRIGGER stuck");
        return {};
    }));
    QCOMPARE(m_driver->send("GET", "/readyz").status, 200);
}

void TestRouter::countsAndLogsWithoutPersonalData()
{
    QCOMPARE(m_driver->send("GET", "/v1/things/Smith?name=Smith").status, 200);
    const QByteArray text = m_dispatcher->metrics().text();
    QVERIFY(text.contains("anteroom_http_requests_total{operation=\"getThing\",status=\"200\"} "));
    QVERIFY(text.contains("anteroom_http_requests_total{operation=\"unmatched\",status=\"404\"} "));
    QVERIFY(
        text.contains("anteroom_http_request_duration_seconds_bucket{operation=\"getThing\",le=\"+Inf\"} "));
    m_log.reset(); // writes what is left
    QVERIFY(m_logged.contains(" request=test-1 operation=getThing status=200 ms="));
    QVERIFY(!m_logged.contains("Smith"));
    QVERIFY(!text.contains("Smith"));
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
