// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/retentionrunner.h"
#include "tests/server/filerequests/filerequestfixture.h"

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// How file requests end and what may be done with them when: each by HTTP on a real server of its own
/// (RULES.md, File requests).
class TestFileRequestLife final : public FileRequestFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (qstrcmp(QTest::currentTestFunction(), "extends") != 0) // which starts its own
            start();
    }
    void cleanup()
    {
        QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
        m_api.reset();
    }

    void requestsAndLinksExpireWhereAsked();
    void anExpiredRequestTakesNoFiles();
    void anExpiredFileStaysListed();
    void anErasedPersonIsFoundByNothing();

    void extends_data();
    void extends();
    void afterCancelNothingGoes();
    void doneIsAllowedUnansweredAndAgain();
    void sendsAgain();
    void assigns();
    void eachActionAsksForScopeAndAccount_data();
    void eachActionAsksForScopeAndAccount();
};

// ---- expiry ----

void TestFileRequestLife::requestsAndLinksExpireWhereAsked()
{
    const QJsonObject without = create(inApp());
    QVERIFY(without.value("expiresAt"_L1).isNull());
    QVERIFY(without.value("shortLinkExpiresAt"_L1).isNull());
    start({{"ANTEROOM_FILE_REQUEST_TTL_S", u"86400"_s}, {"ANTEROOM_SHORT_LINK_TTL_S", u"3600"_s}});
    const QJsonObject request = create(inApp());
    QCOMPARE(request.value("createdAt"_L1).toString(), u"2026-01-15T12:00:00.000000+00:00"_s);
    QCOMPARE(request.value("expiresAt"_L1).toString(), u"2026-01-16T12:00:00.000000+00:00"_s);
    QCOMPARE(request.value("shortLinkExpiresAt"_L1).toString(), u"2026-01-15T13:00:00.000000+00:00"_s);
}

void TestFileRequestLife::anExpiredRequestTakesNoFiles()
{
    start({{"ANTEROOM_FILE_REQUEST_TTL_S", u"86400"_s}, {"ANTEROOM_SHORT_LINK_TTL_S", u"3600"_s}});
    const QJsonObject request = create(inApp());
    const QByteArray path = "/v1/file-requests/" + request.value("id"_L1).toString().toLatin1();
    m_api->clock.advance(std::chrono::hours(2));
    QCOMPARE(addFile(request).status, 200); // the link's end does not matter here
    QCOMPARE(m_api->send("POST", path + "/send", m_token).status,
             409); // but nobody is sent a link that is dead
    m_api->clock.advance(std::chrono::hours(23));
    const auto late = addFile(request);
    QCOMPARE(late.status, 410);
    QVERIFY(!wordsOf(late).isEmpty());
    QCOMPARE(m_api->send("GET", path, m_token).status, 200); // it stays to be read
    QCOMPARE(
        m_api->json("POST", path + "/extend", m_token, {{u"expiresAt"_s, u"2026-02-01T00:00:00Z"_s}}).status,
        200);
    QCOMPARE(addFile(request).status, 200);
}

void TestFileRequestLife::anExpiredFileStaysListed()
{
    const QJsonObject request = create(inApp());
    const auto added = addFile(request, 60);
    const QJsonObject file = QJsonDocument::fromJson(added.body).array().first().toObject();
    const QByteArray path = "/v1/files/" + file.value("id"_L1).toString().toLatin1();
    QCOMPARE(m_api->send("GET", path, m_token).status, 200);
    m_api->clock.advance(std::chrono::seconds(61));
    const auto gone = m_api->send("GET", path, m_token);
    QCOMPARE(gone.status, 410);
    QVERIFY(!wordsOf(gone).isEmpty());
    const auto got =
        m_api->send("GET", "/v1/file-requests/" + request.value("id"_L1).toString().toLatin1(), m_token);
    const QJsonArray files = objectOf(got).value("files"_L1).toArray();
    QCOMPARE(files.size(), 1);
    QCOMPARE(files.first().toObject().value("id"_L1), file.value("id"_L1));
    QCOMPARE(files.first().toObject().value("expiresAt"_L1), file.value("expiresAt"_L1));
}

void TestFileRequestLife::anErasedPersonIsFoundByNothing()
{
    const QByteArray key = "Idempotency-Key: once\r\n";
    const auto made = m_api->json("POST", "/v1/file-requests", m_token, inApp(), key);
    const QJsonObject request = objectOf(made);
    const QJsonObject other = create(with(inApp(), {{"patientMobile", "+447777999999"}}));
    const auto added = addFile(request);
    QCOMPARE(added.status, 200);
    const QByteArray path = "/v1/file-requests/" + request.value("id"_L1).toString().toLatin1();
    const QByteArray file =
        "/v1/files/" +
        QJsonDocument::fromJson(added.body).array().first().toObject().value("id"_L1).toString().toLatin1();
    const QByteArray patient =
        request.value("patientUser"_L1).toObject().value("id"_L1).toString().toLatin1();

    const auto erased = m_api->clinic()
                            .retentionRunner()
                            .erasePerson(Actor::system("test"), UserId::fromTrusted(patient))
                            .takeResult();
    QVERIFY(erased);
    for (const QByteArray &gone : {path, file}) {
        const auto answer = m_api->send("GET", gone, m_token);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.isEmpty());
    }
    QCOMPARE(m_api->send("POST", path + "/send", m_token).status, 404);
    QCOMPARE(addFile(request).status, 404);
    QCOMPARE(listed(""), QStringList{other.value("id"_L1).toString()});
    QCOMPARE(listed("patientUserId=" + patient), QStringList());
    // The same details, even with the same key, make somebody new.
    const auto again = m_api->json("POST", "/v1/file-requests", m_token, inApp(), key);
    QCOMPARE(again.status, 200);
    QVERIFY(objectOf(again).value("id"_L1) != request.value("id"_L1));
    QVERIFY(objectOf(again).value("patientUser"_L1).toObject().value("id"_L1) !=
            request.value("patientUser"_L1).toObject().value("id"_L1));
}

// ---- what is done with a request ----

void TestFileRequestLife::extends_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("expiresAt"); // afterwards
    QTest::addColumn<QString>("shortLinkExpiresAt");
    const QString day = u"2026-01-16T12:00:00.000000+00:00"_s;
    const QString hour = u"2026-01-15T13:00:00.000000+00:00"_s;
    const QString february = u"2026-02-01T10:00:00.000000+00:00"_s;
    QTest::newRow("nothing") << QByteArray() << 200 << day << hour;
    QTest::newRow("an empty object") << "{}"_ba << 200 << day << hour;
    QTest::newRow("one") << R"({"expiresAt":"2026-02-01T10:00:00Z"})"_ba << 200 << february << hour;
    QTest::newRow("the other") << R"({"shortLinkExpiresAt":"2026-02-01T11:00:00+01:00"})"_ba << 200 << day
                               << february;
    QTest::newRow("both")
        << R"({"expiresAt":"2026-02-01T10:00:00Z","shortLinkExpiresAt":"2026-02-01T10:00:00Z"})"_ba << 200
        << february << february;
    QTest::newRow("null is absent") << R"({"expiresAt":null,"shortLinkExpiresAt":null})"_ba << 200 << day
                                    << hour;
    QTest::newRow("earlier than now, but to come") << R"({"expiresAt":"2026-01-15T12:30:00Z"})"_ba << 200
                                                   << u"2026-01-15T12:30:00.000000+00:00"_s << hour;
    QTest::newRow("past") << R"({"expiresAt":"2026-01-15T11:59:59Z"})"_ba << 400 << day << hour;
    QTest::newRow("now") << R"({"expiresAt":"2026-01-15T12:00:01Z"})"_ba << 400 << day << hour;
    QTest::newRow("past link") << R"({"shortLinkExpiresAt":"2025-01-15T12:00:00Z"})"_ba << 400 << day << hour;
    QTest::newRow("one good, one past")
        << R"({"expiresAt":"2026-02-01T10:00:00Z","shortLinkExpiresAt":"2025-01-15T12:00:00Z"})"_ba << 400
        << day << hour;
    QTest::newRow("no offset") << R"({"expiresAt":"2026-02-01T10:00:00"})"_ba << 400 << day << hour;
    QTest::newRow("a date") << R"({"expiresAt":"2026-02-01"})"_ba << 400 << day << hour;
    QTest::newRow("no real day") << R"({"expiresAt":"2026-02-30T10:00:00Z"})"_ba << 400 << day << hour;
    QTest::newRow("blank") << R"({"expiresAt":" "})"_ba << 400 << day << hour;
    QTest::newRow("empty") << R"({"expiresAt":""})"_ba << 400 << day << hour;
    QTest::newRow("a number") << R"({"expiresAt":1768478400})"_ba << 400 << day << hour;
    QTest::newRow("a list") << R"([])"_ba << 400 << day << hour;
    QTest::newRow("no JSON") << R"({)"_ba << 400 << day << hour;
}

void TestFileRequestLife::extends()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const QString, expiresAt);
    QFETCH(const QString, shortLinkExpiresAt);
    start({{"ANTEROOM_FILE_REQUEST_TTL_S", u"86400"_s}, {"ANTEROOM_SHORT_LINK_TTL_S", u"3600"_s}});
    const QByteArray path = createdPath();
    const QByteArray type = body.isNull() ? "" : "Content-Type: application/json\r\n";
    const auto answer = m_api->send("POST", path + "/extend", m_token, body, type);
    QVERIFY2(answer.status == status, answer.body.constData());
    if (status == 400)
        QVERIFY(!wordsOf(answer).isEmpty());
    const QJsonObject after = objectOf(m_api->send("GET", path, m_token));
    QCOMPARE(after.value("expiresAt"_L1).toString(), expiresAt);
    QCOMPARE(after.value("shortLinkExpiresAt"_L1).toString(), shortLinkExpiresAt);
    if (status == 200)
        QCOMPARE(objectOf(answer), after);
}

void TestFileRequestLife::afterCancelNothingGoes()
{
    addStaff("rachel");
    const QByteArray path = createdPath();
    const auto cancelled = m_api->send("POST", path + "/cancel", m_token);
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(objectOf(cancelled), objectOf(m_api->send("GET", path, m_token)));
    for (const char *action : {"/send", "/extend", "/done", "/cancel"}) {
        const auto refused = m_api->send("POST", path + action, m_token);
        QCOMPARE(refused.status, 409);
        QVERIFY(!wordsOf(refused).isEmpty());
    }
    QCOMPARE(m_api->json("PUT", path + "/assignee", m_token, {{u"login"_s, u"rachel"_s}}).status, 409);
    QCOMPARE(
        m_api->json("POST", path + "/extend", m_token, {{u"expiresAt"_s, u"2026-02-01T00:00:00Z"_s}}).status,
        409);
    QCOMPARE(addFile(objectOf(cancelled)).status, 409);
}

void TestFileRequestLife::doneIsAllowedUnansweredAndAgain()
{
    const QByteArray path = createdPath();
    const auto first = m_api->send("POST", path + "/done", m_token);
    QCOMPARE(first.status, 200);
    QCOMPARE(m_api->send("POST", path + "/done", m_token).status, 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests WHERE state = 'done'"), 1);
    // What comes later asks for somebody again.
    QCOMPARE(addFile(objectOf(first)).status, 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests WHERE state = 'answered'"), 1);
    QCOMPARE(m_api->send("POST", path + "/done", m_token).status, 200);
    QCOMPARE(m_api->send("POST", path + "/cancel", m_token).status, 200);
}

void TestFileRequestLife::sendsAgain()
{
    addApp();
    const QJsonObject request = create(with(inApp(), {{"recipientEmail", "johnsmith@example.com"}}));
    const QString id = request.value("id"_L1).toString();
    const QStringList once = sent(id);
    QCOMPARE(once, (QStringList{u"email johnsmith@example.com"_s, u"push a device"_s}));
    QCOMPARE(m_api->send("POST", "/v1/file-requests/" + id.toLatin1() + "/send", m_token).status, 200);
    QStringList twice = once + once;
    twice.sort();
    QCOMPARE(sent(id), twice);
}

void TestFileRequestLife::assigns()
{
    addStaff("rachel");
    addStaff("gone", true);
    const QByteArray path = createdPath() + "/assignee";
    const auto assign = [&](const QJsonValue &login) {
        return m_api->json("PUT", path, m_token, {{u"login"_s, login}});
    };
    QCOMPARE(assign(u"rachel"_s).status, 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests f JOIN staff s ON s.id = f.assignee_id "
                           "WHERE s.login = 'rachel'"),
             1);
    QCOMPARE(assign(u" Rachel "_s).status, 200); // a login is the same in other case
    for (const QJsonValue &login : {QJsonValue(u"nobody"_s), QJsonValue(u"gone"_s), QJsonValue(u" "_s),
                                    QJsonValue(u""_s), QJsonValue(7), QJsonValue()}) {
        const auto refused = assign(login);
        QCOMPARE(refused.status, 400);
        QVERIFY2(wordsOf(refused).startsWith(u"login "), refused.body.constData());
    }
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests WHERE assignee_id IS NOT NULL"), 1);
}

void TestFileRequestLife::eachActionAsksForScopeAndAccount_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("send") << "POST"_ba
                          << "/send"_ba << QByteArray();
    QTest::newRow("extend") << "POST"_ba
                            << "/extend"_ba
                            << "{}"_ba;
    QTest::newRow("cancel") << "POST"_ba
                            << "/cancel"_ba << QByteArray();
    QTest::newRow("done") << "POST"_ba
                          << "/done"_ba << QByteArray();
    QTest::newRow("assignee") << "PUT"_ba
                              << "/assignee"_ba
                              << R"({"login":"rachel"})"_ba;
}

void TestFileRequestLife::eachActionAsksForScopeAndAccount()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, body);
    addStaff("rachel");
    const QByteArray path = createdPath();
    const QByteArray reader = m_api->token(Scope::FileRequestRead);
    const QByteArray other =
        m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite, {u"13"_s});
    const QByteArray own = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite, {u"12"_s});
    const QByteArray type = body.isNull() ? "" : "Content-Type: application/json\r\n";
    const auto tryIt = [&](const QByteArray &where, const QByteArray &token) {
        return m_api->send(method, where + action, token, body, type);
    };
    const auto none = tryIt(path, QByteArray());
    QCOMPARE(none.status, 401);
    QVERIFY(none.body.isEmpty());
    const auto scope = tryIt(path, reader);
    QCOMPARE(scope.status, 403);
    QVERIFY(wordsOf(scope).contains(u"file_request:write"));
    for (const auto &[where, token] :
         {std::pair(path, other), std::pair("/v1/file-requests/f4d47426-c99a-43df-81ea-8304a62c5127"_ba, own),
          std::pair("/v1/file-requests/7"_ba, own)}) {
        const auto unknown = tryIt(where, token);
        QCOMPARE(unknown.status, 404);
        QVERIFY(unknown.body.isEmpty());
    }
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests WHERE state = 'open' AND assignee_id IS NULL"),
             1);
    QCOMPARE(tryIt(path, own).status, 200);
}

QTEST_GUILESS_MAIN(TestFileRequestLife)
#include "tst_filerequestlife.moc"
