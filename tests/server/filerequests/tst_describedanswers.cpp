// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// Every operation of the file requests' family is driven to every status that openapi.json gives it, as far
/// as one can from outside, and each answer is held against its description (ApiFixture does that with every
/// answer).
class TestDescribedAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyDescribedStatusIsGiven_data();
    void everyDescribedStatusIsGiven();

private:
    using Answer = RawClient::Answer;
    QByteArray path() { return "/v1/file-requests/" + newRequest().value("id"_L1).toString().toLatin1(); }
    QJsonObject newRequest();
    Answer json(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                const QByteArray &fields = {});
    void driveCommon(const QByteArray &method, const QByteArray &path, bool hasBody);
    void driveAction(const QByteArray &method, const QByteArray &action, const QByteArray &body);

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token, m_bound, m_useless;
};

namespace {

const QByteArray newRequestBody = R"({"type":"photo","accountId":"12","accountUserId":"42","staffName":"Dr R",
    "patientDateOfBirth":"1980-06-17","patientMobile":"+447777123456","recipientMobile":"+447777123456"})";

QByteArray filesBody(const QJsonObject &request, const char *type = "text/plain")
{
    const QJsonObject file{{u"name"_s, u"a.txt"_s},
                           {u"type"_s, QString::fromLatin1(type)},
                           {u"contents"_s, u"aGVsbG8="_s},
                           {u"description"_s, u"A letter"_s}};
    return QJsonDocument(QJsonObject{{u"userId"_s, request.value("patientUser"_L1).toObject().value("id"_L1)},
                                     {u"fileRequestId"_s, request.value("id"_L1)},
                                     {u"expiryInterval"_s, 60},
                                     {u"files"_s, QJsonArray{file}}})
        .toJson();
}

} // namespace

void TestDescribedAnswers::initTestCase()
{
    m_api = std::make_unique<ApiFixture>(QHash<QByteArray, QString>{
        {"ANTEROOM_JSON_BODY_LIMIT", u"4096"_s}, {"ANTEROOM_FILES_BODY_LIMIT", u"4096"_s}});
    QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
    const Scopes all =
        Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite | Scope::FileRead | Scope::Admin;
    m_token = m_api->token(all);
    m_bound = m_api->token(all, {u"77"_s});
    m_useless = m_api->token(Scope::JobRead);
    QVERIFY(m_api->store().writeNow([](WriteTransaction &tx) -> Result<void> {
        tx.execute(
            "INSERT INTO staff (id, login, name, role, password_hash, created_at) "
            "VALUES ('00000000-0000-7000-8000-000000000001', 'rachel', 'Rachel', 'clinician', 'x', 0)");
        return {};
    }));
}

QJsonObject TestDescribedAnswers::newRequest()
{
    return objectOf(json("POST", "/v1/file-requests", newRequestBody));
}

TestDescribedAnswers::Answer TestDescribedAnswers::json(const QByteArray &method, const QByteArray &path,
                                                        const QByteArray &body, const QByteArray &fields)
{
    return m_api->send(method, path, m_token, body, "Content-Type: application/json\r\n" + fields);
}

// What goes wrong before a route is asked.
void TestDescribedAnswers::driveCommon(const QByteArray &method, const QByteArray &path, bool hasBody)
{
    const QByteArray body = hasBody ? "{}"_ba : QByteArray();
    const QByteArray type = hasBody ? "Content-Type: application/json\r\n"_ba : QByteArray();
    m_api->send(method, path, {}, body, type);        // 401
    m_api->send(method, path, m_useless, body, type); // 403
    if (!hasBody)
        return;
    json(method, path, "{");                                                 // 400
    json(method, path, QByteArray(5000, ' '));                               // 413
    m_api->send(method, path, m_token, "x", "Content-Type: text/plain\r\n"); // 415
}

void TestDescribedAnswers::driveAction(const QByteArray &method, const QByteArray &action,
                                       const QByteArray &body)
{
    const QByteArray request = path();
    driveCommon(method, request + action, true);
    json(method, "/v1/file-requests/7" + action, body);                          // 404
    json(method, request + action, body, "Idempotency-Key: " + action + "\r\n"); // 200
    json(method, request + action, body + ' ',
         "Idempotency-Key: " + action + "\r\n"); // 422, where keys count
    m_api->send("POST", request + "/cancel", m_token);
    json(method, request + action, body); // 409
}

void TestDescribedAnswers::everyDescribedStatusIsGiven_data()
{
    QTest::addColumn<QByteArray>("operation");
    for (const char *operation :
         {"createFileRequest", "listFileRequests", "getFileRequest", "sendFileRequest", "extendFileRequest",
          "cancelFileRequest", "finishFileRequest", "assignFileRequest", "createFiles", "getFile",
          "getMetrics", "getHealth", "getReadiness", "getOpenApi"})
        QTest::newRow(operation) << QByteArray(operation);
}

void TestDescribedAnswers::everyDescribedStatusIsGiven()
{
    QFETCH(const QByteArray, operation);
    // A failing server, a full disk and too many at once are other tests' business.
    std::set<int> left = m_api->description().statusesOf(operation);
    QVERIFY(left.contains(200));
    for (const int status : {429, 500, 503})
        left.erase(status);

    if (operation == "createFileRequest") {
        driveCommon("POST", "/v1/file-requests", true);
        m_api->send("POST", "/v1/file-requests", m_bound, newRequestBody,
                    "Content-Type: application/json\r\n");
        json("POST", "/v1/file-requests", newRequestBody, "Idempotency-Key: a\r\n");
        json("POST", "/v1/file-requests", newRequestBody + ' ', "Idempotency-Key: a\r\n");
        left.erase(409); // only while the first one runs: tst_idempotency
    } else if (operation == "listFileRequests") {
        newRequest();
        driveCommon("GET", "/v1/file-requests", false);
        m_api->send("GET", "/v1/file-requests", m_token);
        m_api->send("GET", "/v1/file-requests?limit=0", m_token);
    } else if (operation == "getFileRequest") {
        const QByteArray request = path();
        driveCommon("GET", request, false);
        m_api->send("GET", request, m_token);
        m_api->send("HEAD", request, m_token);
        m_api->send("GET", request, m_bound);
    } else if (operation == "sendFileRequest") {
        driveAction("POST", "/send", "{}");
    } else if (operation == "extendFileRequest") {
        driveAction("POST", "/extend", R"({"expiresAt":"2026-02-01T10:00:00Z"})");
    } else if (operation == "cancelFileRequest") {
        driveAction("POST", "/cancel", "{}");
    } else if (operation == "finishFileRequest") {
        driveAction("POST", "/done", "{}");
    } else if (operation == "assignFileRequest") {
        driveAction("PUT", "/assignee", R"({"login":"rachel"})");
    } else if (operation == "createFiles") {
        driveCommon("POST", "/v1/files", true);
        const QJsonObject request = newRequest();
        json("POST", "/v1/files", filesBody(request), "Idempotency-Key: f\r\n");
        json("POST", "/v1/files", filesBody(request) + ' ', "Idempotency-Key: f\r\n");
        json("POST", "/v1/files", filesBody(request, "image/png"));
        json("POST", "/v1/files",
             filesBody({}).replace("\"expiryInterval\"", "\"more\"").replace("null", "\"7\""));
        QByteArray unknown = filesBody(request);
        unknown.replace(request.value("id"_L1).toString().toLatin1(), "f4d47426-c99a-43df-81ea-8304a62c5127");
        json("POST", "/v1/files", unknown);
        const QByteArray its = "/v1/file-requests/" + request.value("id"_L1).toString().toLatin1();
        json("POST", its + "/extend", R"({"expiresAt":"2026-01-15T12:00:05Z"})");
        m_api->clock.advance(std::chrono::seconds(6));
        json("POST", "/v1/files", filesBody(request));
        m_api->send("POST", its + "/cancel", m_token);
        json("POST", "/v1/files", filesBody(request));
    } else if (operation == "getFile") {
        const Answer added = json("POST", "/v1/files", filesBody(newRequest()));
        const QByteArray file = "/v1/files/" + QJsonDocument::fromJson(added.body)
                                                   .array()
                                                   .first()
                                                   .toObject()
                                                   .value("id"_L1)
                                                   .toString()
                                                   .toLatin1();
        driveCommon("GET", file, false);
        m_api->send("GET", file, m_token);
        m_api->send("GET", file + "?imageSize=large", m_token);
        m_api->send("GET", "/v1/files/7", m_token);
        m_api->clock.advance(std::chrono::seconds(61));
        m_api->send("GET", file, m_token);
    } else {
        const QByteArray where = operation == "getMetrics"   ? "/metrics"_ba
                                 : operation == "getHealth"  ? "/healthz"_ba
                                 : operation == "getOpenApi" ? "/openapi.json"_ba
                                                             : "/readyz"_ba;
        driveCommon("GET", where, false);
        m_api->send("GET", where, m_token);
    }
    QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
    const auto given = m_api->statuses().find(operation);
    QVERIFY(given != m_api->statuses().end());
    for (const int status : left)
        QVERIFY2(given->second.contains(status), QByteArray::number(status).constData());
}

QTEST_GUILESS_MAIN(TestDescribedAnswers)
#include "tst_describedanswers.moc"
