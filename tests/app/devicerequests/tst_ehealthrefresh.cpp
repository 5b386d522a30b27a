// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/ehealthrefresh.h"

#include "app/devicerequests/devicerequestrepository.h"
#include "app/devicerequests/devicerequestservice.h"
#include "app/directory/bundle.h"
#include "app/settings/secrets.h"
#include "app/storage/keyring.h"
#include "tests/app/delivery/receiver.h"
#include "tests/support/resendcases.h"
#include "tests/support/scratchclinic.h"

#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

namespace {

const PersonId ofPatient = PersonId::fromTrusted(patient);
const DeviceRequestId theRequest = DeviceRequestId::fromTrusted(deviceRequest);
constexpr const char *another = "44444444-4444-4444-8444-444444444477";

QJsonObject reference(const char *id)
{
    return {{u"identifier"_s, QJsonObject{{u"value"_s, QLatin1String(id)}}}};
}

QJsonObject requestData()
{
    return {
        {u"id"_s, QString::fromLatin1(deviceRequest).toUpper()},
        {u"status"_s, u"completed"_s},
        {u"requisition"_s, u"0000-NEW"_s},
        {u"program"_s, reference(program)},
        {u"code"_s,
         QJsonObject{{u"coding"_s, QJsonArray{QJsonObject{{u"system"_s, u"types"_s}, {u"code"_s, u"1"_s}}}}}},
        {u"code_reference"_s, reference(definition)},
        {u"inform_with"_s, QJsonObject{{u"auth_method_id"_s, QLatin1String(another)}}}};
}

QJsonObject methodData(const char *id, const QString &number)
{
    return {{u"id"_s, QLatin1String(id)}, {u"type"_s, u"OTP"_s}, {u"phone_number"_s, number}};
}

QByteArray envelope(const QJsonValue &data, const QJsonObject &more = {})
{
    QJsonObject root{{u"meta"_s, QJsonObject{{u"code"_s, 200}}}, {u"data"_s, data}};
    for (auto it = more.begin(); it != more.end(); ++it)
        root.insert(it.key(), it.value());
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QByteArray answered(const QByteArray &body, int status = 200);

QByteArray page(const QJsonArray &methods, const QJsonObject &paging)
{
    return answered(envelope(methods, {{u"paging"_s, paging}}));
}

QByteArray answered(const QByteArray &body, int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

/// A clinic, and an installation that answers what it is told to.
class EHealthClinic : public ScratchClinic
{
public:
    explicit EHealthClinic(bool setUp = true)
        : keyring(Keyring::inFile(folder.path()))
    {
        Bundle bundle = simpleBundle();
        if (setUp)
            bundle.configure("ANTEROOM_EHEALTH_URL", QJsonValue(installation.url(u"/base/"_s)));
        const BundleImport importer(settings, vault, fileRequests);
        const auto done = store().writeNow(
            [&](WriteTransaction &tx) { return importer.run(tx, Actor::system("test"), bundle.json); });
        if (!done)
            qFatal("the import failed: %s", done.error().reason);
        read([&](Transaction &tx) {
            settings.load(tx);
            return true;
        });
        if (setUp && !Secrets(settings, *keyring).write("ANTEROOM_EHEALTH_TOKEN", "secret-token"))
            qFatal("the keyring refuses");
        client = std::make_unique<EHealthRefresh>(store(), settings, *keyring, vault);
    }

    Result<EHealthRefreshed> refresh(const Actor &actor = staff())
    {
        const auto future = client->refresh(actor, ofPatient, theRequest);
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 2 * patience))
            qFatal("nothing came of it");
        return future.result();
    }

    DeviceRequest request()
    {
        return read([](Transaction &tx) { return *DeviceRequestRepository::byId(tx, theRequest); });
    }
    QVector<AuthenticationMethod> methods()
    {
        return read([](Transaction &tx) { return DeviceRequestRepository::methods(tx, ofPatient); });
    }

    QTemporaryDir folder;
    std::unique_ptr<Keyring> keyring;
    Receiver installation;
    std::unique_ptr<EHealthRefresh> client;
};

} // namespace

/// Against an installation of the test's own that speaks the envelope.
class TestEHealthRefresh final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOffByDefault();
    void bringsBoth();
    void readsAllPages();
    void keepsWhatIsNotTold();
    void bringsSomebodyNew();
    void changesNothingOfWhatItDoesNotBelieve_data();
    void changesNothingOfWhatItDoesNotBelieve();
    void isForStaffOnly();
    void endsWithWorkUnderWay();
};

void TestEHealthRefresh::isOffByDefault()
{
    EHealthClinic clinic(false);
    QVERIFY(!clinic.client->isSetUp());
    const auto refreshed = clinic.refresh();
    QVERIFY(!refreshed);
    QVERIFY(refreshed.error().is("ehealth.not_set_up"));
    QCOMPARE(clinic.installation.connections, 0);
}

void TestEHealthRefresh::bringsBoth()
{
    EHealthClinic clinic;
    QVERIFY(clinic.client->isSetUp());
    clinic.installation.answers = {answered(envelope(requestData())),
                                   answered(envelope(QJsonArray{methodData(another, u"+380501112233"_s)}))};
    const auto refreshed = clinic.refresh();
    QVERIFY2(refreshed, refreshed ? "" : refreshed.error().reason);
    QCOMPARE(refreshed->methods, 1);
    QCOMPARE(refreshed->ended, 1);
    QCOMPARE(clinic.installation.requests.size(), 2);
    const auto &first = clinic.installation.requests.at(0);
    QVERIFY(first.head.startsWith("GET /base/api/patients/"_ba + patient + "/device_requests/" +
                                  deviceRequest + " HTTP"));
    QCOMPARE(first.header("authorization"), "Bearer secret-token"_ba);
    QVERIFY(clinic.installation.requests.at(1).head.startsWith("GET /base/api/persons/"_ba + patient +
                                                               "/authentication_methods HTTP"));

    const DeviceRequest request = clinic.request();
    QCOMPARE(request.status, u"completed"_s);
    QCOMPARE(request.requisition, u"0000-NEW"_s);
    QCOMPARE(request.program.text(), QByteArray(program));
    QCOMPARE(request.code, (DeviceCode{u"types"_s, u"1"_s}));
    QCOMPARE(request.codeReference.text(), QByteArray(definition));
    QCOMPARE(request.informWith.text(), QByteArray(another));
    QVERIFY(request.hasVerificationCode); // nobody told it, and it stays
    const auto methods = clinic.methods();
    QCOMPARE(methods.size(), 2);
    QVERIFY(!methods.at(0).isActive);
    QCOMPARE(methods.at(1).phoneNumber, u"+380501112233"_s);
    QVERIFY(methods.at(1).isActive);
    QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'device_request.refresh' "
                           "AND outcome = 'ok' AND patient_id LIKE '22222222-%'"),
             1);
}

void TestEHealthRefresh::readsAllPages()
{
    EHealthClinic clinic;
    const auto paging = [](int number) {
        return QJsonObject{
            {u"page_number"_s, number}, {u"page_size"_s, 1}, {u"total_pages"_s, 3}, {u"total_entries"_s, 3}};
    };
    clinic.installation.answers = {answered(envelope(requestData())),
                                   page({methodData(another, u"+380501112233"_s)}, paging(1)),
                                   page({methodData(ownOffline, u"+380501112244"_s)}, paging(2)),
                                   page({methodData(ownOtp, u"+380501112255"_s)}, paging(3))};
    const auto refreshed = clinic.refresh();
    QVERIFY2(refreshed, refreshed ? "" : refreshed.error().reason);
    QCOMPARE(refreshed->methods, 3);
    QCOMPARE(refreshed->ended, 0);
    QCOMPARE(clinic.methods().size(), 3);
    QCOMPARE(clinic.installation.requests.size(), 4);
    QVERIFY(clinic.installation.requests.at(2).head.startsWith("GET /base/api/persons/"_ba + patient +
                                                               "/authentication_methods?page=2 HTTP"));
}

void TestEHealthRefresh::keepsWhatIsNotTold()
{
    EHealthClinic clinic;
    QJsonObject request = requestData();
    for (const char *member : {"program", "code", "code_reference", "inform_with"})
        request.insert(QLatin1String(member), QJsonValue());
    QJsonObject masked = methodData(ownOtp, u"+38093*****85"_s);
    masked.insert(u"ended_at"_s, u"2030-01-01T00:00:00Z"_s);
    clinic.installation.answers = {answered(envelope(request)), answered(envelope(QJsonArray{masked}))};
    const auto refreshed = clinic.refresh();
    QVERIFY2(refreshed, refreshed ? "" : refreshed.error().reason);
    QCOMPARE(refreshed->ended, 0);
    QVERIFY(clinic.request().program.isNull());
    QVERIFY(clinic.request().code.isNull());
    const auto methods = clinic.methods();
    QCOMPARE(methods.size(), 1);
    QCOMPARE(methods.first().phoneNumber, QLatin1String(patientsPhone));
    QCOMPARE(toIsoMillis(*methods.first().endedAt), "2030-01-01T00:00:00.000Z"_ba);
    QCOMPARE(toIsoMillis(methods.first().insertedAt), "2026-01-01T00:00:00.000Z"_ba);
}

void TestEHealthRefresh::bringsSomebodyNew()
{
    EHealthClinic clinic;
    clinic.write([](WriteTransaction &tx) {
        tx.execute("DELETE FROM persons");
        tx.execute("DELETE FROM device_requests");
        tx.execute("DELETE FROM authentication_methods");
    });
    QJsonObject third = methodData(viaHelper, QString());
    third.insert(u"type"_s, u"THIRD_PERSON"_s);
    third.insert(u"phone_number"_s, QJsonValue());
    third.insert(u"value"_s, QLatin1String(helper));
    clinic.installation.answers = {
        answered(envelope(requestData())),
        answered(envelope(QJsonArray{methodData(another, u"+380501112233"_s), third}))};
    QVERIFY(clinic.refresh());
    QCOMPARE(clinic.request().patient, ofPatient);
    QVERIFY(!clinic.request().hasVerificationCode);
    const auto methods = clinic.methods();
    QCOMPARE(methods.size(), 2);
    QCOMPARE(methods.at(0).id.text(), QByteArray(another)); // in the order of the answer
    QCOMPARE(methods.at(1).value.text(), QByteArray(helper));
    QCOMPARE(clinic.number("SELECT count(*) FROM persons"), 1);
}

void TestEHealthRefresh::changesNothingOfWhatItDoesNotBelieve_data()
{
    QTest::addColumn<QByteArrayList>("answers");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray request = answered(envelope(requestData()));
    const QByteArray methods = answered(envelope(QJsonArray{methodData(another, u"+380501112233"_s)}));
    const auto row = [](const char *name, const QByteArrayList &answers, const char *reason) {
        QTest::newRow(name) << answers << QByteArray(reason);
    };
    const auto changedRequest = [&](const char *member, const QJsonValue &value) {
        QJsonObject data = requestData();
        data.insert(QLatin1String(member), value);
        return QByteArrayList{answered(envelope(data)), methods};
    };
    const auto changedMethod = [&](const char *member, const QJsonValue &value) {
        QJsonObject data = methodData(another, u"+380501112233"_s);
        data.insert(QLatin1String(member), value);
        return QByteArrayList{request, answered(envelope(QJsonArray{data}))};
    };
    row("not let in", {answered("{}", 401)}, "ehealth.refused");
    row("a redirect", {Receiver::status(302, "Location: http://127.0.0.1/\r\n")}, "ehealth.refused");
    row("unknown", {answered("{}", 404)}, "ehealth.unknown");
    row("cut off", {Receiver::cut, Receiver::cut}, "ehealth.unreachable");
    row("the second refused", {request, answered("{}", 500)}, "ehealth.refused");
    row("no JSON", {answered("<html>"), methods}, "ehealth.not_understood");
    row("no envelope", {answered("{\"data\":{}}"), methods}, "ehealth.not_understood");
    row("no data", {answered("{\"meta\":{}}"), methods}, "ehealth.not_understood");
    row("a list", {answered(envelope(QJsonArray{requestData()})), methods}, "ehealth.not_understood");
    row("another request", changedRequest("id", QLatin1String(strangersRequest)), "ehealth.not_understood");
    row("no status", changedRequest("status", QJsonValue()), "ehealth.not_understood");
    row("a number for a status", changedRequest("status", 7), "ehealth.not_understood");
    row("a long requisition", changedRequest("requisition", QString(501, u'x')), "ehealth.not_understood");
    row("a program that is no id", changedRequest("program", u"x"_s), "ehealth.not_understood");
    row("half a code", changedRequest("code", QJsonObject{{u"code"_s, u"1"_s}}), "ehealth.not_understood");
    row("too long", {answered(envelope(QString(2'000'000, u'x')))}, "ehealth.not_understood");
    row("methods that are no list", {request, answered(envelope(QJsonObject()))}, "ehealth.not_understood");
    const auto pages = [&](const QJsonObject &first, const QJsonObject &second, const char *id = ownOffline) {
        return QByteArrayList{request, page({methodData(another, u"+380501112233"_s)}, first),
                              page({methodData(id, u"+380501112244"_s)}, second)};
    };
    const QJsonObject one{{u"page_number"_s, 1}, {u"total_pages"_s, 2}, {u"total_entries"_s, 2}};
    QJsonObject two = one;
    two.insert(u"page_number"_s, 2);
    const auto with = [](QJsonObject paging, const QString &member, int value) {
        paging.insert(member, value);
        return paging;
    };
    row("half of the methods", {request, pages(one, two).at(1), answered("{}", 500)}, "ehealth.refused");
    row("the first page twice", pages(one, one), "ehealth.not_understood");
    row("a method on both pages", pages(one, two, another), "ehealth.not_understood");
    row("another number of pages", pages(one, with(two, u"total_pages"_s, 3)), "ehealth.not_understood");
    row("another number of methods", pages(one, with(two, u"total_entries"_s, 3)), "ehealth.not_understood");
    row("fewer methods than told", pages(with(one, u"total_entries"_s, 3), with(two, u"total_entries"_s, 3)),
        "ehealth.not_understood");
    row("pages without end", pages(with(one, u"total_pages"_s, 51), two), "ehealth.not_understood");
    row("too many in one",
        {request, page(QJsonArray{methodData(another, QString()), methodData(another, QString())}, {})},
        "ehealth.not_understood");
    row("a method without an id", changedMethod("id", QJsonValue()), "ehealth.not_understood");
    row("a method without a type", changedMethod("type", u" "_s), "ehealth.not_understood");
    row("a time that is none", changedMethod("ended_at", u"soon"_s), "ehealth.not_understood");
    row("a flag that is none", changedMethod("is_active", u"yes"_s), "ehealth.not_understood");
}

void TestEHealthRefresh::changesNothingOfWhatItDoesNotBelieve()
{
    QFETCH(QByteArrayList, answers);
    QFETCH(QByteArray, reason);
    EHealthClinic clinic;
    clinic.installation.answers = answers;
    const auto refreshed = clinic.refresh();
    QVERIFY(!refreshed);
    QCOMPARE(QByteArray(refreshed.error().reason), reason);
    QCOMPARE(clinic.request().status, u"active"_s);
    QCOMPARE(clinic.request().requisition, u"0000-AB12-3C4D"_s);
    QCOMPARE(clinic.methods().size(), 1);
    QVERIFY(clinic.methods().first().isActive);
    QTRY_COMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'device_request.refresh' "
                               "AND outcome LIKE 'ehealth.%'"),
                 1);
}

void TestEHealthRefresh::isForStaffOnly()
{
    EHealthClinic clinic;
    const auto refreshed = clinic.refresh(ScratchClinic::token(Scope::DeviceRequestRead | Scope::Admin));
    QVERIFY(!refreshed);
    QVERIFY(refreshed.error().is("scope.missing"));
    QCOMPARE(clinic.installation.connections, 0);
}

void TestEHealthRefresh::endsWithWorkUnderWay()
{
    EHealthClinic clinic;
    clinic.installation.answers = {Receiver::hang};
    const auto future = clinic.client->refresh(ScratchClinic::staff(), ofPatient, theRequest);
    const auto second = clinic.client->refresh(ScratchClinic::staff(), ofPatient, theRequest);
    QTRY_COMPARE(clinic.installation.requests.size(), 1);
    clinic.client.reset(); // what is under way is broken off, what waits never begins
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
    QVERIFY(second.isFinished());
}

QTEST_GUILESS_MAIN(TestEHealthRefresh)
#include "tst_ehealthrefresh.moc"
