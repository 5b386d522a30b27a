// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

namespace {

// The customer's first example.
QJsonObject example()
{
    return {{u"prompt"_s, u"Please take a photo of your rash."_s},
            {u"type"_s, u"photo"_s},
            {u"accountUserId"_s, u"42"_s},
            {u"accountId"_s, u"12"_s},
            {u"staffName"_s, u"Dr Rachel Williams"_s},
            {u"patientDateOfBirth"_s, u"1980-06-17"_s},
            {u"patientFirstName"_s, u"John"_s},
            {u"patientLastName"_s, u"Smith"_s},
            {u"patientMobile"_s, u"+447777123456"_s},
            {u"recipientMobile"_s, u"+447777123456"_s}};
}

QJsonObject with(QJsonObject body, const QString &name, const QJsonValue &value)
{
    body.insert(name, value);
    return body;
}

QJsonObject without(QJsonObject body, std::initializer_list<QString> names)
{
    for (const QString &name : names)
        body.remove(name);
    return body;
}

} // namespace

/// The routes of file requests through a real server (RULES.md, File requests).
class TestFileRequestRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void createsAndGets();
    void takesTheCustomersExamples_data();
    void takesTheCustomersExamples();
    void refusesWhatBreaksARule_data();
    void refusesWhatBreaksARule();
    void treatsNullAsAbsentAndUnknownMembersAsNothing();
    void leavesNothingBehindAnError();
    void asksForScopeAndAccount();
    void answers404Empty();
    void lists();
    void refusesListsThatMakeNoSense_data();
    void refusesListsThatMakeNoSense();
    void extendsCancelsAndFinishes();
    void assigns();
    void writesAuditRows();
    void repeatsAnswerForAKey();
    void losesNothingToACutBody();
    void limitsTheBody();

private:
    QString create(const QJsonObject &body = example());

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token, m_reader, m_bound;
};

void TestFileRequestRoutes::initTestCase()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
    m_token = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite);
    m_reader = m_api->token(Scope::FileRequestRead);
    m_bound = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite, {u"77"_s});
}

void TestFileRequestRoutes::cleanupTestCase()
{
    QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
    m_api.reset();
}

QString TestFileRequestRoutes::create(const QJsonObject &body)
{
    const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
    if (answer.status != 200)
        qWarning("%d %s", answer.status, answer.body.constData());
    return objectOf(answer).value("id"_L1).toString();
}

void TestFileRequestRoutes::createsAndGets()
{
    const auto made = m_api->json("POST", "/v1/file-requests", m_token, example());
    QCOMPARE(made.status, 200);
    QCOMPARE(made.header("content-type"), "application/json"_ba);
    const QJsonObject request = objectOf(made);
    const QStringList members{u"accountId"_s,
                              u"createdAt"_s,
                              u"expiresAt"_s,
                              u"files"_s,
                              u"filesUpdateWebhookUrl"_s,
                              u"id"_s,
                              u"patientUser"_s,
                              u"prompt"_s,
                              u"shortLinkExpiresAt"_s,
                              u"shortLinkId"_s,
                              u"staffUser"_s,
                              u"type"_s};
    QCOMPARE(request.keys(), members);
    QCOMPARE(request.value("accountId"_L1).toString(), u"12"_s);
    QCOMPARE(request.value("createdAt"_L1).toString(), u"2026-01-15T12:00:00.000000+00:00"_s);
    QCOMPARE(request.value("files"_L1).toArray().size(), 0);
    QVERIFY(request.value("files"_L1).isArray());
    QVERIFY(request.value("expiresAt"_L1).isNull());
    QVERIFY(request.value("shortLinkExpiresAt"_L1).isNull());
    QVERIFY(request.value("filesUpdateWebhookUrl"_L1).isNull());
    QCOMPARE(request.value("shortLinkId"_L1).toString().size(), 12);
    QCOMPARE(request.value("type"_L1).toString(), u"photo"_s);
    const QJsonObject patient = request.value("patientUser"_L1).toObject();
    QCOMPARE(patient.keys(),
             (QStringList{u"displayName"_s, u"firstName"_s, u"id"_s, u"lastName"_s, u"profilePictureUrl"_s}));
    QCOMPARE(patient.value("firstName"_L1).toString(), u"John"_s);
    QVERIFY(patient.value("displayName"_L1).isNull());
    const QJsonObject staff = request.value("staffUser"_L1).toObject();
    QCOMPARE(staff.value("displayName"_L1).toString(), u"Dr Rachel Williams"_s);
    QVERIFY(staff.value("firstName"_L1).isNull());

    const QByteArray path = "/v1/file-requests/" + request.value("id"_L1).toString().toLatin1();
    const auto got = m_api->send("GET", path, m_reader);
    QCOMPARE(got.status, 200);
    QCOMPARE(got.body, made.body);
    const auto head = m_api->send("HEAD", path, m_reader);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("content-length").toInt(), got.body.size());
    QVERIFY(!got.header("x-request-id").isEmpty());
    QCOMPARE(m_api->send("GET", path, m_reader, {}, "x-request-id: my.id_1\r\n").header("x-request-id"),
             "my.id_1"_ba);
    // The id as it was written, in other case, names the same request.
    QCOMPARE(
        m_api->send("GET", path.toUpper().replace("/V1/FILE-REQUESTS", "/v1/file-requests"), m_reader).status,
        200);
}

void TestFileRequestRoutes::takesTheCustomersExamples_data()
{
    QTest::addColumn<QJsonObject>("body");
    const QJsonObject base = example();
    QTest::newRow("e-mail") << with(
        with(without(base, {u"recipientMobile"_s}), u"recipientEmail"_s, u"johnsmith@example.com"_s),
        u"attemptAppDelivery"_s, true);
    QTest::newRow("external id") << with(with(without(base, {u"recipientMobile"_s, u"patientMobile"_s}),
                                              u"recipientEmail"_s, u"johnsmith@example.com"_s),
                                         u"patientExternalId"_s, u"EMISIM1-5005730"_s);
    QTest::newRow("SMS") << with(with(base, u"recipientMobile"_s, u"+447755012345"_s),
                                 u"attemptAppDelivery"_s, false);
    QTest::newRow("proxy") << with(with(base, u"recipientMobile"_s, u"+47123456789"_s), u"recipientIsProxy"_s,
                                   true);
    QTest::newRow("staff id") << with(without(base, {u"accountUserId"_s}), u"staffId"_s,
                                      u"c46c3407-9c79-498f-a713-07b7d8f1fabf"_s);
    QTest::newRow("web hook") << with(base, u"filesUpdateWebhookUrl"_s, u"https://clinic.example/hook"_s);
    QTest::newRow("other letters") << with(base, u"patientFirstName"_s, u"Олена \"Оля\" \\ 😀"_s);
    QTest::newRow("the longest prompt") << with(base, u"prompt"_s, QString(2000, u'я'));
}

void TestFileRequestRoutes::takesTheCustomersExamples()
{
    QFETCH(QJsonObject, body);
    const auto made = m_api->json("POST", "/v1/file-requests", m_token, body);
    QVERIFY2(made.status == 200, made.body.constData());
    QCOMPARE(objectOf(made).value("prompt"_L1), body.value("prompt"_L1));
    QCOMPARE(objectOf(made).value("filesUpdateWebhookUrl"_L1).toString(),
             body.value("filesUpdateWebhookUrl"_L1).toString());
}

void TestFileRequestRoutes::refusesWhatBreaksARule_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("words"); // what the sentence begins with
    const QJsonObject base = example();
    QTest::newRow("no staff") << without(base, {u"accountUserId"_s})
                              << u"Either staffId or accountUserId is required."_s;
    QTest::newRow("no patient") << without(base, {u"patientMobile"_s})
                                << u"Either patientMobile or patientExternalId is required."_s;
    QTest::newRow("no recipient") << without(base, {u"recipientMobile"_s})
                                  << u"Either recipientMobile or recipientEmail is required."_s;
    for (const char *name : {"type", "accountId", "staffName", "patientDateOfBirth"}) {
        const QString member = QString::fromLatin1(name);
        QTest::addRow("%s missing", name) << without(base, {member}) << member + u" is required."_s;
        QTest::addRow("%s null", name) << with(base, member, QJsonValue::Null) << member + u" is required."_s;
    }
    for (const char *name :
         {"prompt", "type", "staffId", "accountUserId", "accountId", "staffName", "patientDateOfBirth",
          "patientFirstName", "patientLastName", "patientMobile", "patientExternalId", "recipientMobile",
          "recipientEmail", "filesUpdateWebhookUrl"}) {
        const QString member = QString::fromLatin1(name);
        QTest::addRow("%s a number", name) << with(base, member, 7) << member + u" must be a string."_s;
        QTest::addRow("%s a list", name)
            << with(base, member, QJsonArray()) << member + u" must be a string."_s;
        QTest::addRow("%s empty", name) << with(base, member, u""_s) << member + u" must "_s;
        QTest::addRow("%s blank", name) << with(base, member, u"  "_s) << member + u" must "_s;
    }
    for (const char *name : {"recipientIsProxy", "attemptAppDelivery"}) {
        const QString member = QString::fromLatin1(name);
        QTest::addRow("%s a word", name)
            << with(base, member, u"true"_s) << member + u" must be true or false."_s;
        QTest::addRow("%s a number", name) << with(base, member, 1) << member + u" must be true or false."_s;
    }
    QTest::newRow("type video") << with(base, u"type"_s, u"video"_s) << uR"(type must be "photo".)"_s;
    QTest::newRow("staff id") << with(base, u"staffId"_s, u"42"_s) << u"staffId must be a UUID."_s;
    for (const char *date :
         {"1980-02-30", "1980-6-17", "17.06.1980", "1980-06-17T00:00:00Z", "0000-00-00", "abc"})
        QTest::addRow("date %s", date) << with(base, u"patientDateOfBirth"_s, QString::fromLatin1(date))
                                       << u"patientDateOfBirth must be a real date"_s;
    QTest::newRow("tomorrow") << with(base, u"patientDateOfBirth"_s, u"2026-01-16"_s)
                              << u"patientDateOfBirth must not be in the future."_s;
    for (const char *mobile : {"07777123456", "+07777123456", "+44 7777 123456", "+44", "+123456",
                               "447777123456", "+4477771234567890", "+44777712345a"}) {
        QTest::addRow("patient's %s", mobile)
            << with(base, u"patientMobile"_s, QString::fromLatin1(mobile)) << u"patientMobile must be"_s;
        QTest::addRow("recipient's %s", mobile)
            << with(base, u"recipientMobile"_s, QString::fromLatin1(mobile)) << u"recipientMobile must be"_s;
    }
    for (const char *email : {"johnsmith", "john@", "@example.com", "a b@example.com", "a@b@c.com"})
        QTest::addRow("e-mail %s", email)
            << with(base, u"recipientEmail"_s, QString::fromLatin1(email)) << u"recipientEmail must be"_s;
    for (const char *url :
         {"http://clinic.example/hook", "ftp://clinic.example", "https://u:p@clinic.example/",
          "clinic.example", "https://", "http://127.0.0.1:9/hook"})
        QTest::addRow("URL %s", url) << with(base, u"filesUpdateWebhookUrl"_s, QString::fromLatin1(url))
                                     << u"filesUpdateWebhookUrl must be"_s;
    QTest::newRow("prompt too long") << with(base, u"prompt"_s, QString(2001, u'a'))
                                     << u"prompt is too long"_s;
    for (const char *name : {"staffName", "patientFirstName", "patientLastName"}) {
        const QString member = QString::fromLatin1(name);
        QTest::addRow("%s too long", name)
            << with(base, member, QString(201, u'a')) << member + u" is too long"_s;
    }
}

void TestFileRequestRoutes::refusesWhatBreaksARule()
{
    QFETCH(QJsonObject, body);
    QFETCH(QString, words);
    const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
    QVERIFY2(answer.status == 400, (answer.head + answer.body).constData());
    QVERIFY2(wordsOf(answer).startsWith(words), answer.body.constData());
    QVERIFY2(wordsOf(answer).endsWith(u'.'), answer.body.constData());
}

void TestFileRequestRoutes::treatsNullAsAbsentAndUnknownMembersAsNothing()
{
    QJsonObject body = example();
    for (const char *name : {"staffId", "prompt", "recipientEmail", "recipientIsProxy", "attemptAppDelivery",
                             "filesUpdateWebhookUrl", "patientExternalId"})
        body.insert(QString::fromLatin1(name), QJsonValue::Null);
    body.insert(u"somethingElse"_s, QJsonObject{{u"deep"_s, QJsonArray{1, QJsonValue::Null}}});
    const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
    QVERIFY2(answer.status == 200, answer.body.constData());
    QVERIFY(objectOf(answer).value("prompt"_L1).isNull());
}

void TestFileRequestRoutes::leavesNothingBehindAnError()
{
    const auto rows = [&] {
        return m_api->number("SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM file_requests) "
                             "+ (SELECT count(*) FROM outbox)");
    };
    const qint64 before = rows();
    QCOMPARE(m_api->json("POST", "/v1/file-requests", m_token, with(example(), u"recipientMobile"_s, u"+1"_s))
                 .status,
             400);
    QCOMPARE(m_api->json("POST", "/v1/file-requests", m_bound, example()).status, 403);
    QCOMPARE(
        m_api->send("POST", "/v1/file-requests", m_token, "{", "Content-Type: application/json\r\n").status,
        400);
    QCOMPARE(rows(), before);
}

void TestFileRequestRoutes::asksForScopeAndAccount()
{
    const auto none = m_api->json("POST", "/v1/file-requests", {}, example());
    QCOMPARE(none.status, 401);
    QVERIFY(none.body.isEmpty());
    QCOMPARE(none.header("www-authenticate"), "Bearer"_ba);
    QCOMPARE(m_api->json("POST", "/v1/file-requests", "anteroom_nonsense", example()).status, 401);
    const auto scope = m_api->json("POST", "/v1/file-requests", m_reader, example());
    QCOMPARE(scope.status, 403);
    QVERIFY(wordsOf(scope).contains(u"file_request:write"));
    const auto account = m_api->json("POST", "/v1/file-requests", m_bound, example());
    QCOMPARE(account.status, 403);
    QVERIFY(wordsOf(account).contains(u"accountId"));
    QCOMPARE(
        m_api->json("POST", "/v1/file-requests", m_bound, with(example(), u"accountId"_s, u"77"_s)).status,
        200);
    // A mistake in the body is told to whoever may write at all.
    QCOMPARE(m_api->json("POST", "/v1/file-requests", m_reader, {}).status, 403);
}

void TestFileRequestRoutes::answers404Empty()
{
    const QByteArray id = create().toLatin1();
    for (const QByteArray &path : {"/v1/file-requests/f4d47426-c99a-43df-81ea-8304a62c5127"_ba,
                                   "/v1/file-requests/1"_ba, "/v1/file-requests/%00"_ba,
                                   "/v1/file-requests/" + id + "x", "/v1/file-requests/" + id + "/nothing"}) {
        const auto answer = m_api->send("GET", path, m_token);
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.body.isEmpty());
    }
    const auto others = m_api->send("GET", "/v1/file-requests/" + id, m_bound);
    QCOMPARE(others.status, 404);
    QVERIFY(others.body.isEmpty());
    QCOMPARE(m_api->send("POST", "/v1/file-requests/" + id + "/cancel", m_bound).status, 404);
    QCOMPARE(m_api->send("DELETE", "/v1/file-requests/" + id, m_token).status, 405);
}

void TestFileRequestRoutes::lists()
{
    const QString account = u"list"_s;
    QStringList made;
    for (int i = 0; i < 5; ++i) {
        m_api->clock.advance(std::chrono::seconds(1));
        made.prepend(create(with(example(), u"accountId"_s, account)));
    }
    QStringList seen;
    QByteArray cursor;
    int pages = 0;
    do {
        QByteArray path = "/v1/file-requests?limit=2&accountId=list";
        if (!cursor.isEmpty())
            path += "&cursor=" + cursor.toPercentEncoding();
        const auto answer = m_api->send("GET", path, m_reader);
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QJsonArray items = objectOf(answer).value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            seen.append(item.toObject().value("id"_L1).toString());
        cursor = objectOf(answer).value("nextCursor"_L1).toString().toUtf8();
        QVERIFY(objectOf(answer).contains("nextCursor"_L1));
    } while (!cursor.isEmpty() && ++pages < 10);
    QCOMPARE(seen, made);
    const auto open = m_api->send("GET", "/v1/file-requests?accountId=list&state=open", m_reader);
    QCOMPARE(objectOf(open).value("items"_L1).toArray().size(), 5);
    const auto answered = m_api->send("GET", "/v1/file-requests?accountId=list&state=answered", m_reader);
    QCOMPARE(objectOf(answered).value("items"_L1).toArray().size(), 0);
    QVERIFY(objectOf(answered).value("nextCursor"_L1).isNull());
    // A token of another account sees its own only.
    const auto bound = m_api->send("GET", "/v1/file-requests?limit=200", m_bound);
    QCOMPARE(bound.status, 200);
    const QJsonArray own = objectOf(bound).value("items"_L1).toArray();
    for (const QJsonValue &item : own)
        QCOMPARE(item.toObject().value("accountId"_L1).toString(), u"77"_s);
    QCOMPARE(m_api->send("GET", "/v1/file-requests?accountId=list", m_bound).status, 403);
}

void TestFileRequestRoutes::refusesListsThatMakeNoSense_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("member");
    QTest::newRow("limit 0") << "limit=0"_ba << u"limit"_s;
    QTest::newRow("limit 201") << "limit=201"_ba << u"limit"_s;
    QTest::newRow("limit a word") << "limit=many"_ba << u"limit"_s;
    QTest::newRow("state") << "state=lost"_ba << u"state"_s;
    QTest::newRow("patient") << "patientUserId=7"_ba << u"patientUserId"_s;
    QTest::newRow("cursor") << "cursor=%21%21"_ba << u"cursor"_s;
    QTest::newRow("account blank") << "accountId="_ba << u"accountId"_s;
}

void TestFileRequestRoutes::refusesListsThatMakeNoSense()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, member);
    const auto answer = m_api->send("GET", "/v1/file-requests?" + query, m_reader);
    QCOMPARE(answer.status, 400);
    QVERIFY2(wordsOf(answer).startsWith(member + u' '), answer.body.constData());
}

void TestFileRequestRoutes::extendsCancelsAndFinishes()
{
    const QByteArray path = "/v1/file-requests/" + create().toLatin1();
    const auto extended =
        m_api->json("POST", path + "/extend", m_token,
                    {{u"expiresAt"_s, u"2026-02-01T10:00:00+01:00"_s}, {u"shortLinkExpiresAt"_s, {}}});
    QVERIFY2(extended.status == 200, extended.body.constData());
    QCOMPARE(objectOf(extended).value("expiresAt"_L1).toString(), u"2026-02-01T09:00:00.000000+00:00"_s);
    QVERIFY(objectOf(extended).value("shortLinkExpiresAt"_L1).isNull());
    QCOMPARE(m_api->json("POST", path + "/extend", m_token, {{u"expiresAt"_s, u"tomorrow"_s}}).status, 400);
    QCOMPARE(
        m_api->json("POST", path + "/extend", m_token, {{u"expiresAt"_s, u"2025-01-01T00:00:00Z"_s}}).status,
        400);
    QCOMPARE(m_api->json("POST", path + "/extend", m_token, {{u"expiresAt"_s, 7}}).status, 400);
    QCOMPARE(m_api->send("POST", path + "/send", m_token).status, 200);
    QCOMPARE(m_api->send("POST", path + "/send", m_token, "x", "Content-Type: text/plain\r\n").status, 415);
    QCOMPARE(m_api->send("POST", path + "/done", m_token).status, 200);
    QCOMPARE(m_api->send("POST", path + "/done", m_token).status, 200);
    QCOMPARE(m_api->send("POST", path + "/cancel", m_token).status, 200);
    for (const char *action : {"/send", "/extend", "/done"}) {
        const auto refused = m_api->send("POST", path + action, m_token);
        QCOMPARE(refused.status, 409);
        QCOMPARE(wordsOf(refused), u"The file request was cancelled."_s);
    }
    QCOMPARE(m_api->json("PUT", path + "/assignee", m_token, {{u"login"_s, u"nobody"_s}}).status, 409);
    QCOMPARE(m_api->send("POST", path + "/send", m_reader).status, 403);
    QCOMPARE(m_api->send("POST", "/v1/file-requests/x/send", m_token).status, 404);
}

void TestFileRequestRoutes::assigns()
{
    const QByteArray path = "/v1/file-requests/" + create().toLatin1() + "/assignee";
    const auto unknown = m_api->json("PUT", path, m_token, {{u"login"_s, u"nobody"_s}});
    QCOMPARE(unknown.status, 400);
    QVERIFY(wordsOf(unknown).startsWith(u"login "));
    QCOMPARE(m_api->json("PUT", path, m_token, {}).status, 400);
    QVERIFY(m_api->store().writeNow([](WriteTransaction &tx) -> Result<void> {
        tx.execute(
            "INSERT INTO staff (id, login, name, role, password_hash, created_at) "
            "VALUES ('00000000-0000-7000-8000-000000000001', 'rachel', 'Rachel', 'clinician', 'x', 0)");
        return {};
    }));
    QCOMPARE(m_api->json("PUT", path, m_token, {{u"login"_s, u"rachel"_s}}).status, 200);
}

void TestFileRequestRoutes::writesAuditRows()
{
    const QByteArray id = create().toLatin1();
    QCOMPARE(m_api->number(
                 "SELECT count(*) FROM audit WHERE action = 'file_request.create' AND patient_id IS NOT NULL "
                 "AND subject = (SELECT id FROM file_requests ORDER BY id DESC LIMIT 1)"),
             1);
    const qint64 reads = m_api->number("SELECT count(*) FROM audit WHERE action = 'file_request.read' "
                                       "AND outcome = 'ok' AND source = '127.0.0.1'");
    QCOMPARE(m_api->send("GET", "/v1/file-requests/" + id, m_reader).status, 200);
    QCOMPARE(m_api->send("GET", "/v1/file-requests/" + id, m_bound).status, 404);
    QTRY_COMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'file_request.read' "
                               "AND outcome = 'ok' AND source = '127.0.0.1'"),
                 reads + 1);
    QTRY_VERIFY(m_api->number("SELECT count(*) FROM audit WHERE action = 'file_request.read' "
                              "AND outcome = 'file_request.unknown'") > 0);
    QTRY_VERIFY(m_api->number("SELECT count(*) FROM audit WHERE action = 'file_request.create' "
                              "AND outcome = 'file_request.account'") > 0);
}

void TestFileRequestRoutes::repeatsAnswerForAKey()
{
    const QByteArray key = "Idempotency-Key: one\r\n";
    const auto first = m_api->json("POST", "/v1/file-requests", m_token, example(), key);
    const auto second = m_api->json("POST", "/v1/file-requests", m_token, example(), key);
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(
        m_api->json("POST", "/v1/file-requests", m_token, with(example(), u"prompt"_s, u"x"_s), key).status,
        422);
    QVERIFY(m_api->json("POST", "/v1/file-requests", m_token, example()).body != first.body);
}

void TestFileRequestRoutes::losesNothingToACutBody()
{
    const qint64 before = m_api->number("SELECT count(*) FROM file_requests");
    const QByteArray body = QJsonDocument(example()).toJson(QJsonDocument::Compact);
    for (const qsizetype cut : {qsizetype(0), qsizetype(1), body.size() / 2, body.size() - 1}) {
        RawClient client(m_api->port());
        QVERIFY(client.send("POST /v1/file-requests HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            "Authorization: Bearer " +
                            m_token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                            body.left(cut)));
        client.close();
    }
    QCOMPARE(m_api->send("GET", "/healthz").status, 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests"), before);
}

void TestFileRequestRoutes::limitsTheBody()
{
    QJsonObject body = example();
    body.insert(u"more"_s, QString(1024 * 1024, u'x'));
    const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
    QCOMPARE(answer.status, 413);
    QVERIFY(!wordsOf(answer).isEmpty());
}

QTEST_GUILESS_MAIN(TestFileRequestRoutes)
#include "tst_filerequestroutes.moc"
