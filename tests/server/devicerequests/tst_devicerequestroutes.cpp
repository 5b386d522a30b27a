// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/devicerequests/devicerequestfixture.h"

using namespace anteroom;
using namespace anteroom::test;

namespace {

const QByteArray nobody = "/api/patients/22222222-2222-4222-8222-222222222299";

QString typeFor(int status)
{
    switch (status) {
    case 404:
        return u"not_found"_s;
    case 409:
        return u"request_conflict"_s;
    default:
        return {};
    }
}

} // namespace

/// Every branch of the rule over HTTP, the envelope, and what stands around it.
class TestDeviceRequestRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void accepts_data();
    void accepts();
    void headSendsNothing();
    void asksForATokenFirst_data();
    void asksForATokenFirst();
    void asksForTheScopeNext();
    void findsNothingForMalformedIds_data();
    void findsNothingForMalformedIds();
    void knowsNoOtherMethods_data();
    void knowsNoOtherMethods();
    void readsBodies_data();
    void readsBodies();
    void refusesLargeBodiesInTheEnvelope();
    void saysTheUrlWithoutTheQuery();
    void lists();
    void listsPages_data();
    void listsPages();
    void shows();
    void auditsWhoAsked();
};

void TestDeviceRequestRoutes::decides_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const ResendCase &one : resendCases())
        QTest::newRow(one.name) << index++;
}

void TestDeviceRequestRoutes::decides()
{
    QFETCH(int, index);
    const ResendCase &one = resendCases().at(size_t(index));
    Bundle bundle = simpleBundle();
    one.change(bundle);
    RequestApi api(bundle);
    QVERIFY(!api.error());
    QCOMPARE(api.resend("HEAD").status, one.status);
    QCOMPARE(api.messages().size(), 0);
    const auto answer = api.resend();
    QCOMPARE(answer.status, one.status);
    QCOMPARE(answer.header("cache-control"), "no-store"_ba);
    QCOMPARE(messageOf(answer), QLatin1String(one.message));
    QCOMPARE(typeOf(answer), typeFor(one.status));
    QCOMPARE(objectOf(answer).value("meta"_L1).toObject().value("code"_L1).toInt(), one.status);
    QCOMPARE(api.messages().size(), one.phone ? 1 : 0);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::accepts_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "PATCH", "POST"})
        QTest::newRow(method) << QByteArray(method);
}

void TestDeviceRequestRoutes::accepts()
{
    QFETCH(QByteArray, method);
    RequestApi api;
    const auto answer = api.resend(method);
    QCOMPARE(answer.status, 202);
    const QJsonObject meta = objectOf(answer).value("meta"_L1).toObject();
    QCOMPARE(meta.value("url"_L1).toString(), QLatin1String("http://127.0.0.1" + resendPath));
    QCOMPARE(meta.value("type"_L1).toString(), u"object"_s);
    QCOMPARE(meta.value("request_id"_L1).toString().toLatin1(), answer.header("x-request-id"));
    QCOMPARE(dataOf(answer).value("status"_L1).toString(), u"pending"_s);
    QCOMPARE(dataOf(answer).value("eta"_L1).toString(), u"2026-01-15T12:00:05.000Z"_s);
    QVERIFY(jobPathOf(answer).startsWith("/Jobs/"));
    QCOMPARE(api.messages().size(), 1);
    QCOMPARE(api.messages().first().body, u"P 0000-AB12-3C4D 4711"_s);

    const auto again = api.resend(method);
    QCOMPARE(again.status, 429);
    QCOMPARE(again.header("retry-after"), "60"_ba);
    QCOMPARE(typeOf(again), u"too_many_requests"_s);
    QCOMPARE(messageOf(again), u"Sending SMS timeout. Try later. Next attempt will be available at "
                               "2026-01-15T12:01:00.000Z"_s);
    QCOMPARE(api.messages().size(), 1);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::headSendsNothing()
{
    RequestApi api;
    const auto answer = api.resend("HEAD");
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.header("cache-control"), "no-store"_ba);
    QCOMPARE(api.messages().size(), 0);
    // What it says is a read of the patient's data.
    const auto rows = [&] {
        return api.store()
            .readNow([](Transaction &tx) -> Result<qint64> {
                Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'device_request.read' "
                                      "AND patient_id IS NOT NULL");
                return row.next() ? row.integer(0) : 0;
            })
            .value();
    };
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(api.resend().status, 202); // it was no attempt
    const auto late = api.resend("HEAD");
    QCOMPARE(late.status, 429);
    QCOMPARE(late.header("retry-after"), "60"_ba);
}

void TestDeviceRequestRoutes::asksForATokenFirst_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("message");
    const QString missing = u"Authorization header is not set or doesn't contain Bearer token"_s;
    const QString invalid = u"Invalid access token"_s;
    QTest::newRow("none") << QByteArray() << missing;
    QTest::newRow("another scheme") << "Authorization: Basic eDp5\r\n"_ba << missing;
    QTest::newRow("no token") << "Authorization: Bearer \r\n"_ba << missing;
    QTest::newRow("unknown") << "Authorization: Bearer nonsense\r\n"_ba << invalid;
}

void TestDeviceRequestRoutes::asksForATokenFirst()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, message);
    RequestApi api;
    for (const QByteArray &path :
         {resendPath, onePath, patientsRequests, "/Jobs/x"_ba, "/api/patients/x/device_requests/y"_ba}) {
        const auto answer = api.send("GET", path, {}, {}, fields);
        QCOMPARE(answer.status, 401);
        QCOMPARE(typeOf(answer), u"access_denied"_s);
        QCOMPARE(messageOf(answer), message);
        QCOMPARE(answer.header("cache-control"), "no-store"_ba);
    }
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::asksForTheScopeNext()
{
    RequestApi api;
    const auto expect = [&](const QByteArray &path, const QByteArray &token, const QString &scope) {
        const auto answer = api.send("GET", path, token);
        QCOMPARE(answer.status, 403);
        QCOMPARE(typeOf(answer), u"forbidden"_s);
        QCOMPARE(messageOf(answer),
                 u"Your scope does not allow to access this resource. Missing allowances: "_s + scope);
    };
    expect(resendPath, api.reader, u"device_request:resend"_s);
    expect("/api/patients/x/device_requests/y/actions/resend", api.reader, u"device_request:resend"_s);
    expect(onePath, api.sender, u"device_request:read"_s);
    expect(patientsRequests, api.sender, u"device_request:read"_s);
    expect("/Jobs/x", api.reader, u"job:read"_s);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::findsNothingForMalformedIds_data()
{
    QTest::addColumn<QByteArray>("path");
    const QByteArray request(deviceRequest);
    QTest::newRow("request") << patientsRequests + "/x/actions/resend";
    QTest::newRow("patient") << "/api/patients/x/device_requests/" + request + "/actions/resend";
    QTest::newRow("another patient") << nobody + "/device_requests/" + request + "/actions/resend";
    QTest::newRow("an escaped slash") << patientsRequests + "/a%2Fb/actions/resend";
    QTest::newRow("one") << patientsRequests + "/x";
    QTest::newRow("nobody's one") << nobody + "/device_requests/" + request;
    QTest::newRow("list") << "/api/patients/x/device_requests"_ba;
    QTest::newRow("nobody's list") << nobody + "/device_requests";
    QTest::newRow("job") << "/Jobs/x"_ba;
    QTest::newRow("unknown job") << "/api/jobs/" + request;
    QTest::newRow("unknown path") << patientsRequests + '/' + request + "/actions/cancel";
    QTest::newRow("beyond") << resendPath + "/more";
}

void TestDeviceRequestRoutes::findsNothingForMalformedIds()
{
    QFETCH(QByteArray, path);
    RequestApi api;
    const QByteArray token =
        api.tokenOf(Scope::DeviceRequestRead | Scope::DeviceRequestResend | Scope::JobRead);
    const auto answer = api.send("GET", path, token);
    QCOMPARE(answer.status, 404);
    QCOMPARE(typeOf(answer), u"not_found"_s);
    QCOMPARE(messageOf(answer), u"Not found"_s);
    QCOMPARE(answer.header("cache-control"), "no-store"_ba);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::knowsNoOtherMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    for (const char *method : {"DELETE", "PUT", "OPTIONS", "BREW"})
        QTest::newRow(method) << QByteArray(method) << resendPath;
    QTest::newRow("a list") << "POST"_ba << patientsRequests;
    QTest::newRow("a job") << "DELETE"_ba
                           << "/jobs/x"_ba;
}

void TestDeviceRequestRoutes::knowsNoOtherMethods()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    RequestApi api;
    const auto answer = api.send(method, path + "?a=b", api.sender, ""_ba);
    QCOMPARE(answer.status, 403);
    QCOMPARE(typeOf(answer), u"forbidden"_s);
    QCOMPARE(messageOf(answer), QLatin1String("ACL: No matching rule was found for path " + path));
    QCOMPARE(api.messages().size(), 0);
}

void TestDeviceRequestRoutes::readsBodies_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray json = "Content-Type: application/json\r\n";
    QTest::newRow("nothing") << QByteArray() << ""_ba << 202;
    QTest::newRow("an object") << json << R"({"anything": null})"_ba << 202;
    QTest::newRow("no JSON") << json << "{"_ba << 400;
    QTest::newRow("no object") << json << "[]"_ba << 400;
    QTest::newRow("another type") << "Content-Type: text/plain\r\n"_ba
                                  << "{}"_ba << 415;
}

void TestDeviceRequestRoutes::readsBodies()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    RequestApi api;
    for (const char *method : {"PATCH", "POST"}) {
        const auto answer = api.send(method, resendPath, api.sender, body, fields);
        QCOMPARE(answer.status, status);
        if (status != 202)
            QCOMPARE(typeOf(answer), u"request_malformed"_s);
        api.clock.advance(std::chrono::minutes(2));
    }
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::refusesLargeBodiesInTheEnvelope()
{
    RequestApi api;
    const auto answer = api.send("POST", resendPath, api.sender, QByteArray(1024 * 1024 + 1, ' '),
                                 "Content-Type: application/json\r\n");
    QCOMPARE(answer.status, 413);
    const QJsonObject meta = objectOf(answer).value("meta"_L1).toObject();
    QCOMPARE(meta.value("url"_L1).toString(), QLatin1String("http://127.0.0.1" + resendPath));
    QCOMPARE(meta.value("code"_L1).toInt(), 413);
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::saysTheUrlWithoutTheQuery()
{
    RequestApi api;
    const auto answer = api.resend("GET", resendPath + "?secret=1");
    QCOMPARE(answer.status, 202);
    QVERIFY(!answer.body.contains("secret"));
}

void TestDeviceRequestRoutes::lists()
{
    Bundle bundle = simpleBundle();
    bundle.request("informWith", ownOtp);
    RequestApi api(bundle);
    const auto answer = api.send("GET", patientsRequests, api.reader);
    QCOMPARE(answer.status, 200);
    const QJsonObject paging = objectOf(answer).value("paging"_L1).toObject();
    QCOMPARE(
        paging,
        (QJsonObject{
            {u"page_number"_s, 1}, {u"page_size"_s, 50}, {u"total_pages"_s, 1}, {u"total_entries"_s, 1}}));
    const QJsonArray data = objectOf(answer).value("data"_L1).toArray();
    QCOMPARE(data.size(), 1);
    const QJsonObject expected{
        {u"id"_s, QLatin1String(deviceRequest)},
        {u"status"_s, u"active"_s},
        {u"requisition"_s, u"0000-AB12-3C4D"_s},
        {u"program"_s, QLatin1String(program)},
        {u"code"_s, QJsonValue()},
        {u"code_reference"_s, QJsonValue()},
        {u"inform_with"_s, QLatin1String(ownOtp)},
        {u"authentication_method_current"_s,
         QJsonObject{{u"type"_s, u"OTP"_s}, {u"phone_number"_s, u"+38093*****85"_s}}},
    };
    QCOMPARE(data.first().toObject(), expected);
    QVERIFY(!answer.body.contains("4711"));
    QVERIFY(!answer.body.contains("+380931234585"));
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::listsPages_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("items");
    QTest::newRow("first") << "?page=1&page_size=2"_ba << 200 << 2;
    QTest::newRow("last") << "?page=2&page_size=2"_ba << 200 << 1;
    QTest::newRow("beyond") << "?page=3&page_size=2"_ba << 200 << 0;
    QTest::newRow("page 0") << "?page=0"_ba << 422 << 0;
    QTest::newRow("no number") << "?page=x"_ba << 422 << 0;
    QTest::newRow("no items") << "?page_size=0"_ba << 422 << 0;
    QTest::newRow("too many items") << "?page_size=501"_ba << 422 << 0;
}

void TestDeviceRequestRoutes::listsPages()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(int, items);
    Bundle bundle = simpleBundle();
    for (int i = 1; i <= 2; ++i)
        bundle.add("deviceRequests", {{u"id"_s, u"99999999-9999-4999-8999-99999999990%1"_s.arg(i)},
                                      {u"patientId"_s, QLatin1String(patient)},
                                      {u"status"_s, u"active"_s},
                                      {u"requisition"_s, QString::number(i)}});
    RequestApi api(bundle);
    const auto answer = api.send("GET", patientsRequests + query, api.reader);
    QCOMPARE(answer.status, status);
    if (status == 422) {
        QCOMPARE(typeOf(answer), u"validation_failed"_s);
    } else {
        QCOMPARE(objectOf(answer).value("data"_L1).toArray().size(), items);
        QCOMPARE(objectOf(answer).value("paging"_L1).toObject().value("total_pages"_L1).toInt(), 2);
    }
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::shows()
{
    Bundle bundle = simpleBundle();
    bundle.clear("authenticationMethods").request("programId", QJsonValue());
    bundle.request("code", QJsonObject{{u"system"_s, u"types"_s}, {u"code"_s, u"30221"_s}});
    bundle.request("codeReference", definition);
    RequestApi api(bundle);
    const auto answer = api.send("GET", onePath, api.reader);
    QCOMPARE(answer.status, 200);
    const QJsonObject data = dataOf(answer);
    QVERIFY(data.value("program"_L1).isNull());
    QVERIFY(data.value("authentication_method_current"_L1).isNull());
    QCOMPARE(data.value("code_reference"_L1).toString(), QLatin1String(definition));
    QCOMPARE(data.value("code"_L1).toObject().value("code"_L1).toString(), u"30221"_s);
    QVERIFY(!answer.body.contains("4711"));
    QCOMPARE(api.undescribed(), QByteArrayList());
}

void TestDeviceRequestRoutes::auditsWhoAsked()
{
    RequestApi api;
    QCOMPARE(api.resend().status, 202);
    QCOMPARE(api.resend().status, 429);
    api.send("GET", onePath, api.reader);
    api.send("GET", patientsRequests, api.reader);
    api.send("GET", "/Jobs/x", api.sender);
    const auto rows = [&](std::string_view sql) { return api.number(sql); };
    QTRY_COMPARE(rows("SELECT count(*) FROM audit WHERE action = 'device_request.resend' AND outcome = 'ok' "
                      "AND patient_id LIKE '22222222-%' AND subject LIKE '66666666-%'"),
                 1);
    QTRY_COMPARE(rows("SELECT count(*) FROM audit WHERE action = 'device_request.resend' "
                      "AND outcome = 'device_request.too_soon' AND patient_id LIKE '22222222-%'"),
                 1);
    QTRY_COMPARE(rows("SELECT count(*) FROM audit WHERE action = 'device_request.read' AND outcome = 'ok'"),
                 1);
    QTRY_COMPARE(rows("SELECT count(*) FROM audit WHERE action = 'device_request.list' AND outcome = 'ok'"),
                 1);
    QTRY_COMPARE(rows("SELECT count(*) FROM audit WHERE action = 'device_request.job' "
                      "AND outcome = 'job.unknown'"),
                 1);
    QVERIFY(!api.log().contains("4711"));
    QVERIFY(!api.log().contains("38093"));
}

QTEST_GUILESS_MAIN(TestDeviceRequestRoutes)
#include "tst_devicerequestroutes.moc"
