// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/retention/retentionrunner.h"
#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject base()
{
    return {{u"prompt"_s, u"Please take a photo of your rash."_s},
            {u"type"_s, u"photo"_s},
            {u"accountUserId"_s, u"42"_s},
            {u"accountId"_s, u"12"_s},
            {u"staffName"_s, u"Dr Rachel Williams"_s},
            {u"patientDateOfBirth"_s, u"1980-06-17"_s},
            {u"patientFirstName"_s, u"John"_s},
            {u"patientLastName"_s, u"Smith"_s}};
}

// A member's value as it is written in a test.
struct Plain
{
    Plain(const char *text)
        : value(QString::fromLatin1(text))
    {
    }
    Plain(const QString &text)
        : value(text)
    {
    }
    Plain(bool flag)
        : value(flag)
    {
    }
    QJsonValue value;
};

QJsonObject with(QJsonObject body, std::initializer_list<std::pair<const char *, Plain>> members)
{
    for (const auto &[name, plain] : members)
        body.insert(QString::fromLatin1(name), plain.value);
    return body;
}

// The customer's five examples, in their order.
const char *const johnsNumber = "+447777123456";
QJsonObject inApp()
{
    return with(base(), {{"patientMobile", johnsNumber}, {"recipientMobile", johnsNumber}});
}
QJsonObject byEmail()
{
    return with(base(), {{"patientMobile", johnsNumber},
                         {"recipientEmail", "johnsmith@example.com"},
                         {"attemptAppDelivery", true}});
}
QJsonObject byExternalId()
{
    return with(base(),
                {{"patientExternalId", "EMISIM1-5005730"}, {"recipientEmail", "johnsmith@example.com"}});
}
QJsonObject bySms()
{
    return with(base(), {{"patientMobile", johnsNumber},
                         {"recipientMobile", "+447755012345"},
                         {"attemptAppDelivery", false}});
}
QJsonObject toProxy()
{
    return with(
        base(),
        {{"patientMobile", johnsNumber}, {"recipientMobile", "+47123456789"}, {"recipientIsProxy", true}});
}

} // namespace

/// Who is found and made, who is told and how, and what may be done with a request when: each by HTTP on a
/// real server of its own (RULES.md, Matching people; File requests).
class TestFileRequestRules final : public QObject
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

    void theFiveExamples_data();
    void theFiveExamples();
    void aProxyIsToldOfAPatientInTheirCare();
    void staffIsFoundOrMade_data();
    void staffIsFoundOrMade();

    void listsByStateAccountAndPatient();
    void aCursorGoesOnWhereThePageEnded();
    void refusesCursorsThatAreNone_data();
    void refusesCursorsThatAreNone();

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

private:
    void start(QHash<QByteArray, QString> environment = {})
    {
        m_api = std::make_unique<ApiFixture>(std::move(environment));
        QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
        m_token = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite | Scope::FileRead);
    }

    /// John has the app: his number is checked and he has two phones, one of them without a token.
    UserId addApp()
    {
        const auto id = m_api->store().writeNow([](WriteTransaction &tx) -> Result<UserId> {
            User john;
            john.id = UserId::generate(tx.now());
            john.firstName = u"John"_s;
            john.lastName = u"Smith"_s;
            john.dateOfBirth = QDate(1980, 6, 17);
            john.mobile = QString::fromLatin1(johnsNumber);
            john.mobileVerified = true;
            john.isAppUser = true;
            john.createdAt = john.changedAt = tx.now();
            UserRepository::insert(tx, john);
            for (const bool live : {true, false}) {
                const DeviceId device = DeviceId::generate(tx.now());
                tx.execute(
                    "INSERT INTO user_devices (id, user_id, platform, push_token, accepts_inbound_calls, "
                    "created_at, changed_at) VALUES (?, ?, 'ios', ?, 1, 0, 0)",
                    device, john.id, Blob{live ? QByteArrayView("sealed") : QByteArrayView()});
            }
            return john.id;
        });
        return id.value_or(UserId());
    }

    QJsonObject create(const QJsonObject &body)
    {
        const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
        if (answer.status != 200)
            qWarning("%d %s", answer.status, answer.body.constData());
        m_api->clock.advance(std::chrono::seconds(1));
        return objectOf(answer);
    }
    QByteArray createdPath(const QJsonObject &body = inApp())
    {
        return "/v1/file-requests/" + create(body).value("id"_L1).toString().toLatin1();
    }

    /// What the request with this id has to do with its recipient, and what was sent: "sms +4477…", sorted.
    QStringList sent(const QString &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<QStringList> {
                QStringList all;
                Cursor rows = tx.query("SELECT channel, recipient FROM outbox WHERE reference = ?", id);
                while (rows.next())
                    all.append(rows.text(0) + u' ' +
                               (rows.text(0) == u"push" ? u"a device"_s : rows.text(1)));
                all.sort();
                return all;
            })
            .value();
    }
    std::optional<User> user(const QByteArray &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<std::optional<User>> {
                return UserRepository::byId(tx, UserId::fromTrusted(id));
            })
            .value();
    }
    QByteArray recipientOf(const QString &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<QByteArray> {
                Cursor row = tx.query("SELECT recipient_user_id FROM file_requests WHERE id = ?", id);
                return row.next() ? row.bytes(0) : QByteArray();
            })
            .value();
    }
    QStringList listed(const QByteArray &query, int status = 200)
    {
        const auto answer = m_api->send("GET", "/v1/file-requests?" + query, m_token);
        QStringList ids;
        if (answer.status != status)
            return {u"status %1"_s.arg(answer.status)};
        const QJsonArray items = objectOf(answer).value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            ids.append(item.toObject().value("id"_L1).toString());
        return ids;
    }
    RawClient::Answer addFile(const QJsonObject &request, std::optional<int> interval = {})
    {
        QJsonObject body{{u"userId"_s, request.value("patientUser"_L1).toObject().value("id"_L1)},
                         {u"fileRequestId"_s, request.value("id"_L1)},
                         {u"files"_s, QJsonArray{QJsonObject{{u"name"_s, u"a.txt"_s},
                                                             {u"type"_s, u"text/plain"_s},
                                                             {u"contents"_s, u"aGVsbG8="_s}}}}};
        if (interval)
            body.insert(u"expiryInterval"_s, *interval);
        return m_api->json("POST", "/v1/files", m_token, body);
    }
    void addStaff(const char *login, bool disabled = false)
    {
        QVERIFY(m_api->store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at, disabled_at) "
                       "VALUES (?, ?, 'Rachel', 'clinician', 'x', 0, ?)",
                       StaffId::generate(tx.now()), login, disabled ? std::optional(tx.now()) : std::nullopt);
            return {};
        }));
    }

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token;
};

// ---- the examples ----

void TestFileRequestRules::theFiveExamples_data()
{
    QTest::addColumn<bool>("hasApp");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QStringList>("messages");
    QTest::addColumn<bool>("patientIsApp");   // else somebody made for this request
    QTest::addColumn<bool>("recipientIsApp"); // likewise
    const QStringList push{u"push a device"_s};
    const QString email = u"email johnsmith@example.com"_s;
    QTest::newRow("1 in the app") << true << inApp() << push << true << true;
    QTest::newRow("1 without the app")
        << false << inApp() << QStringList{u"sms +447777123456"_s} << false << false;
    QTest::newRow("2 e-mail alone, whoever has the app")
        << true << byEmail() << QStringList{email} << true << false;
    QTest::newRow("2 e-mail alone") << false << byEmail() << QStringList{email} << false << false;
    QTest::newRow("3 no number at all") << true << byExternalId() << QStringList{email} << false << false;
    QTest::newRow("3 nobody known") << false << byExternalId() << QStringList{email} << false << false;
    QTest::newRow("4 not to the app")
        << true << bySms() << QStringList{u"sms +447755012345"_s} << true << false;
    QTest::newRow("4 to the patient's own number, not to the app")
        << true << with(bySms(), {{"recipientMobile", johnsNumber}}) << QStringList{u"sms +447777123456"_s}
        << true << false;
    QTest::newRow("5 to a proxy") << true << toProxy() << QStringList{u"sms +47123456789"_s} << true << false;
    QTest::newRow("1 with an e-mail address too")
        << true << with(inApp(), {{"recipientEmail", "johnsmith@example.com"}})
        << QStringList{email, push.first()} << true << true;
    QTest::newRow("4 with an e-mail address too")
        << true << with(bySms(), {{"recipientEmail", "johnsmith@example.com"}})
        << QStringList{email, u"sms +447755012345"_s} << true << false;
}

void TestFileRequestRules::theFiveExamples()
{
    QFETCH(const bool, hasApp);
    QFETCH(const QJsonObject, body);
    QFETCH(const QStringList, messages);
    QFETCH(const bool, patientIsApp);
    QFETCH(const bool, recipientIsApp);
    const QByteArray app = hasApp ? addApp().text() : QByteArray();
    const QJsonObject request = create(body);
    const QString id = request.value("id"_L1).toString();
    QCOMPARE(sent(id), messages);

    const QByteArray patient =
        request.value("patientUser"_L1).toObject().value("id"_L1).toString().toLatin1();
    QCOMPARE(patient == app, patientIsApp);
    const auto known = user(patient);
    QVERIFY(known);
    QCOMPARE(known->isAppUser, patientIsApp);
    QCOMPARE(known->firstName, u"John"_s);
    QCOMPARE(known->dateOfBirth, QDate(1980, 6, 17));
    QCOMPARE(known->externalId, body.value("patientExternalId"_L1).toString());
    const QByteArray recipient = recipientOf(id);
    QCOMPARE(recipient == app && hasApp, recipientIsApp);
    QCOMPARE(user(recipient)->isAppUser, recipientIsApp);

    // The same again finds the same people and makes nobody.
    const qint64 people = m_api->number("SELECT count(*) FROM users");
    const QJsonObject again = create(body);
    QCOMPARE(m_api->number("SELECT count(*) FROM users"), people);
    QCOMPARE(again.value("patientUser"_L1), request.value("patientUser"_L1));
    QCOMPARE(again.value("staffUser"_L1), request.value("staffUser"_L1));
    QCOMPARE(recipientOf(again.value("id"_L1).toString()), recipient);
    QVERIFY(again.value("shortLinkId"_L1) != request.value("shortLinkId"_L1));
}

void TestFileRequestRules::aProxyIsToldOfAPatientInTheirCare()
{
    const auto text = [&](const QJsonObject &request) {
        const QString id = request.value("id"_L1).toString();
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<QString> {
                Cursor row = tx.query("SELECT body FROM outbox WHERE reference = ?", id);
                return row.next() ? row.text(0) : QString();
            })
            .value();
    };
    const QJsonObject request = create(toProxy());
    QVERIFY(text(request).contains(u"in your care"));
    QVERIFY(text(request).contains(request.value("shortLinkId"_L1).toString()));
    QVERIFY(!text(request).contains(u"Smith")); // nor anything else about the patient
    QVERIFY(!text(create(bySms())).contains(u"in your care"));
}

void TestFileRequestRules::staffIsFoundOrMade_data()
{
    QTest::addColumn<QJsonObject>("first");
    QTest::addColumn<QJsonObject>("second");
    QTest::addColumn<bool>("same");
    const QString id = u"c46c3407-9c79-498f-a713-07b7d8f1fabf"_s;
    const auto noUser = [](QJsonObject body) {
        body.remove(u"accountUserId"_s);
        return body;
    };
    QTest::newRow("account and user") << inApp() << with(inApp(), {{"staffName", "Dr R. Williams"}}) << true;
    QTest::newRow("another account's user of that id")
        << inApp() << with(inApp(), {{"accountId", "13"}}) << false;
    QTest::newRow("another user") << inApp() << with(inApp(), {{"accountUserId", "43"}}) << false;
    QTest::newRow("the id decides") << with(inApp(), {{"staffId", id}})
                                    << noUser(with(inApp(), {{"staffId", id}, {"accountId", "13"}})) << true;
    QTest::newRow("an id nobody has, then the user") << inApp() << with(inApp(), {{"staffId", id}}) << true;
}

void TestFileRequestRules::staffIsFoundOrMade()
{
    QFETCH(const QJsonObject, first);
    QFETCH(const QJsonObject, second);
    QFETCH(const bool, same);
    const auto staff = [](const QJsonObject &request) { return request.value("staffUser"_L1).toObject(); };
    const QJsonObject made = staff(create(first));
    QCOMPARE(made.value("displayName"_L1), first.value("staffName"_L1));
    if (first.contains("staffId"_L1))
        QCOMPARE(made.value("id"_L1), first.value("staffId"_L1));
    QCOMPARE(staff(create(second)) == made, same);
}

// ---- lists ----

void TestFileRequestRules::listsByStateAccountAndPatient()
{
    const auto id = [](const QJsonObject &request) { return request.value("id"_L1).toString(); };
    const QJsonObject open = create(inApp());
    const QJsonObject answered = create(inApp());
    QCOMPARE(addFile(answered).status, 200);
    const QJsonObject expired = create(inApp());
    QCOMPARE(m_api
                 ->json("POST", "/v1/file-requests/" + id(expired).toLatin1() + "/extend", m_token,
                        {{u"expiresAt"_s, u"2026-01-15T12:01:00Z"_s}})
                 .status,
             200);
    const QJsonObject done = create(inApp());
    QCOMPARE(m_api->send("POST", "/v1/file-requests/" + id(done).toLatin1() + "/done", m_token).status, 200);
    const QJsonObject cancelled = create(inApp());
    QCOMPARE(m_api->send("POST", "/v1/file-requests/" + id(cancelled).toLatin1() + "/cancel", m_token).status,
             200);
    const QJsonObject elsewhere =
        create(with(inApp(), {{"accountId", "13"}, {"patientMobile", "+447777999999"}}));
    QCOMPARE(listed("state=open&accountId=12"), (QStringList{id(expired), id(open)})); // not expired yet
    m_api->clock.advance(std::chrono::minutes(2));

    const QStringList all{id(elsewhere), id(cancelled), id(done), id(expired), id(answered), id(open)};
    QCOMPARE(listed(""), all);
    QCOMPARE(listed("accountId=12"), all.mid(1));
    QCOMPARE(listed("accountId=13"), all.mid(0, 1));
    QCOMPARE(listed("accountId=14"), QStringList());
    QCOMPARE(listed("state=open"), (QStringList{id(elsewhere), id(open)}));
    QCOMPARE(listed("state=answered"), QStringList{id(answered)});
    QCOMPARE(listed("state=expired"), QStringList{id(expired)});
    QCOMPARE(listed("state=open&accountId=12"), QStringList{id(open)});
    QCOMPARE(listed("state=answered&accountId=12"), QStringList{id(answered)});
    QCOMPARE(listed("state=expired&accountId=12"), QStringList{id(expired)});
    QCOMPARE(listed("state=expired&accountId=13"), QStringList());
    const QByteArray patient =
        "patientUserId=" + open.value("patientUser"_L1).toObject().value("id"_L1).toString().toLatin1();
    QCOMPARE(listed(patient), all.mid(1));
    QCOMPARE(listed(patient + "&state=open"), QStringList{id(open)});
    QCOMPARE(listed(patient + "&state=expired"), QStringList{id(expired)});
    QCOMPARE(listed(patient + "&accountId=13"), QStringList());
    QCOMPARE(listed("patientUserId=f4d47426-c99a-43df-81ea-8304a62c5127"), QStringList());

    // A token of two accounts sees both, in one order.
    const QByteArray two = m_api->token(Scope::FileRequestRead, {u"12"_s, u"13"_s});
    m_token.swap(const_cast<QByteArray &>(two));
    QCOMPARE(listed(""), all);
    QCOMPARE(listed("state=open"), (QStringList{id(elsewhere), id(open)}));
    QCOMPARE(listed("accountId=14"), QStringList{u"status 403"_s});
}

void TestFileRequestRules::aCursorGoesOnWhereThePageEnded()
{
    QStringList made;
    for (int i = 0; i < 7; ++i) {
        const QJsonObject request = create(i % 2 == 0 ? inApp() : with(inApp(), {{"accountId", "13"}}));
        made.prepend(request.value("id"_L1).toString());
        if (i == 3)
            QCOMPARE(
                m_api->send("POST", "/v1/file-requests/" + made.first().toLatin1() + "/done", m_token).status,
                200);
    }
    for (const int limit : {1, 2, 3, 6, 7, 200}) {
        QStringList seen;
        QByteArray cursor;
        for (int page = 0; page < 10; ++page) {
            const auto answer =
                m_api->send("GET",
                            "/v1/file-requests?limit=" + QByteArray::number(limit) +
                                (cursor.isEmpty() ? "" : "&cursor=" + cursor.toPercentEncoding()),
                            m_token);
            const QJsonArray items = objectOf(answer).value("items"_L1).toArray();
            QVERIFY(items.size() <= limit);
            for (const QJsonValue &item : items)
                seen.append(item.toObject().value("id"_L1).toString());
            const QJsonValue next = objectOf(answer).value("nextCursor"_L1);
            if (next.isNull())
                break;
            cursor = next.toString().toLatin1();
            if (page == 0)
                create(inApp()); // what is made meanwhile does not push anything onto the next page
        }
        QCOMPARE(seen, made);
        made = listed("limit=200");
    }
}

void TestFileRequestRules::refusesCursorsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("letters") << "nonsense"_ba;
    QTest::newRow("no base64") << "%21%21%21"_ba;
    QTest::newRow("one part") << "MTIz"_ba;
    QTest::newRow("no time") << QByteArray("yesterday\x1f"
                                           "f4d47426-c99a-43df-81ea-8304a62c5127")
                                    .toBase64();
    QTest::newRow("no id") << QByteArray("1768478400000000\x1f"
                                         "7")
                                  .toBase64();
}

void TestFileRequestRules::refusesCursorsThatAreNone()
{
    QFETCH(const QByteArray, cursor);
    const auto answer =
        m_api->send("GET", "/v1/file-requests?cursor=" + QByteArray(cursor).replace('=', ""), m_token);
    QCOMPARE(answer.status, 400);
    QVERIFY2(wordsOf(answer).startsWith(u"cursor "), answer.body.constData());
}

// ---- expiry ----

void TestFileRequestRules::requestsAndLinksExpireWhereAsked()
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

void TestFileRequestRules::anExpiredRequestTakesNoFiles()
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

void TestFileRequestRules::anExpiredFileStaysListed()
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

void TestFileRequestRules::anErasedPersonIsFoundByNothing()
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

void TestFileRequestRules::extends_data()
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

void TestFileRequestRules::extends()
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

void TestFileRequestRules::afterCancelNothingGoes()
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

void TestFileRequestRules::doneIsAllowedUnansweredAndAgain()
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

void TestFileRequestRules::sendsAgain()
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

void TestFileRequestRules::assigns()
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

void TestFileRequestRules::eachActionAsksForScopeAndAccount_data()
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

void TestFileRequestRules::eachActionAsksForScopeAndAccount()
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

QTEST_GUILESS_MAIN(TestFileRequestRules)
#include "tst_filerequestrules.moc"
