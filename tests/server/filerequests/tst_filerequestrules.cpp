// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/filerequests/filerequestfixture.h"

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// Who is found and made, who is told and how, and what is listed: each by HTTP on a real server of its own
/// (RULES.md, Matching people; File requests).
class TestFileRequestRules final : public FileRequestFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
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

QTEST_GUILESS_MAIN(TestFileRequestRules)
#include "tst_filerequestrules.moc"
