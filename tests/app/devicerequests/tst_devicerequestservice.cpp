// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/devicerequestservice.h"

#include "app/devicerequests/devicerequestrepository.h"
#include "app/directory/bundle.h"
#include "app/retention/retentionservice.h"
#include "tests/support/resendcases.h"
#include "tests/support/scratchclinic.h"

#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;
using State = ResendJob::State;

namespace {

const PersonId ofPatient = PersonId::fromTrusted(patient);
const DeviceRequestId theRequest = DeviceRequestId::fromTrusted(deviceRequest);

/// A clinic with what an import file brought it.
class RequestClinic : public ScratchClinic
{
public:
    explicit RequestClinic(const Bundle &bundle = simpleBundle(), QHash<QByteArray, QString> environment = {})
        : ScratchClinic(std::move(environment))
        , service(settings, vault, outbox)
    {
        import(bundle.json);
    }

    void import(const QJsonObject &bundle)
    {
        const BundleImport importer(settings, vault, fileRequests);
        const auto done = store().writeNow(
            [&](WriteTransaction &tx) { return importer.run(tx, Actor::system("test"), bundle); });
        if (!done)
            qFatal("the import failed: %s %s", done.error().reason,
                   qPrintable(done.error().data.value("pointer"_L1).toString()));
        read([&](Transaction &tx) {
            settings.load(tx);
            return true;
        });
    }

    static Actor caller(const char *entity = legalEntity, Scopes scopes = Scope::DeviceRequestResend)
    {
        Actor actor = token(scopes);
        if (entity)
            actor.legalEntity = LegalEntityId::fromTrusted(entity);
        return actor;
    }

    Result<ResendJob> resend(const Actor &actor = caller())
    {
        return store().writeNow(
            [&](WriteTransaction &tx) { return service.resend(tx, actor, ofPatient, theRequest); });
    }

    QByteArray refusal(const Actor &actor = caller())
    {
        const auto done = resend(actor);
        return done ? QByteArray() : QByteArray(done.error().reason);
    }

    Result<ResendJob> job(const ResendJobId &id, const Actor &actor = caller())
    {
        return store().readNow([&](Transaction &tx) { return service.job(tx, actor, id); });
    }

    Result<ResendPreview> preview(const Actor &actor = staff())
    {
        return store().readNow(
            [&](Transaction &tx) { return service.preview(tx, actor, ofPatient, theRequest); });
    }

    void setMessage(const char *sql)
    {
        write([sql](WriteTransaction &tx) { tx.execute(sql); });
    }

    DeviceRequestService service;
};

// A gateway that is set up keeps texts in the queue until somebody hands them over.
Bundle queued()
{
    Bundle bundle = simpleBundle();
    bundle.configure("ANTEROOM_SMS_PROVIDER", "http")
        .configure("ANTEROOM_SMS_URL", "https://gateway.example/");
    return bundle;
}

} // namespace

/// Every branch of the rule through the store, and what sending leaves behind.
class TestDeviceRequestService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void waitsToTheMicrosecond();
    void countsOnlyWhatWasSent();
    void countsSeveralAttempts();
    void remembersAttemptsAcrossARestart();
    void writesNothingOfWhatItRefuses();
    void sealsTheCode();
    void sendsAtOnceAndUrgently();
    void followsTheMessage_data();
    void followsTheMessage();
    void keepsJobsToTheirLegalEntity();
    void asksForScopes();
    void letsStaffActForTheClinic();
    void previewsWithoutSending();
    void previewsWhy();
    void listsPages();
    void listsForTheConsole();
    void findsByName();
    void sendsToTheConfirmedNumberOnly();
    void showsTheMethod_data();
    void showsTheMethod();
    void erasesAPerson();
    void erasesAThirdPerson();
    void erasesByAge();
    void readsIdsOfImports();
    void refusesUnknownPlaceholders_data();
    void refusesUnknownPlaceholders();
};

void TestDeviceRequestService::decides_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const ResendCase &one : resendCases())
        QTest::newRow(one.name) << index++;
}

void TestDeviceRequestService::decides()
{
    QFETCH(int, index);
    const ResendCase &one = resendCases().at(size_t(index));
    Bundle bundle = simpleBundle();
    one.change(bundle);
    RequestClinic clinic(bundle);

    // What would happen is what does.
    const auto decision = clinic.store().readNow([&](Transaction &tx) {
        return clinic.service.decide(tx, RequestClinic::caller(), ofPatient, theRequest);
    });
    QVERIFY(decision);
    QCOMPARE(QByteArray(decision->refusal ? decision->refusal->reason : ""), QByteArray(one.reason));
    QCOMPARE(clinic.refusal(), QByteArray(one.reason));

    const auto messages = clinic.messages();
    QCOMPARE(messages.size(), one.phone ? 1 : 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), *one.reason ? 0 : 1);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs WHERE message_id IS NOT NULL"),
             one.phone ? 1 : 0);
    if (one.phone) {
        QCOMPARE(messages.first().to, QLatin1String(one.phone));
        QCOMPARE(messages.first().body, QLatin1String(one.text));
        QCOMPARE(messages.first().reference, QByteArray(deviceRequest));
        QCOMPARE(messages.first().channel, Channel::Sms);
    }
}

void TestDeviceRequestService::waitsToTheMicrosecond()
{
    RequestClinic clinic;
    const UtcTime first = clinic.clock.now();
    QVERIFY(clinic.resend());
    QCOMPARE(clinic.refusal(), "device_request.too_soon"_ba);
    clinic.clock.set(first + std::chrono::seconds(60) - std::chrono::microseconds(1));
    const auto refused = clinic.resend();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TooMany);
    QCOMPARE(refused.error().data.value("nextAttempt"_L1).toString(), u"2026-01-15T12:01:00.000Z"_s);
    QCOMPARE(refused.error().data.value("retryAfterMs"_L1).toInteger(), 1);
    clinic.clock.set(first + std::chrono::seconds(60));
    QVERIFY(clinic.resend());
    QCOMPARE(clinic.messages().size(), 2);
}

void TestDeviceRequestService::countsOnlyWhatWasSent()
{
    Bundle bundle = simpleBundle();
    bundle.set("medicalPrograms", 0, "requestNotificationDisabled", true);
    RequestClinic clinic(bundle);
    QCOMPARE(clinic.refusal(), "device_request.program_silent"_ba);
    bundle.set("medicalPrograms", 0, "requestNotificationDisabled", false);
    clinic.import(bundle.json);
    QVERIFY(clinic.resend());
    // The attempt goes before what the program says now.
    bundle.set("medicalPrograms", 0, "requestNotificationDisabled", true);
    clinic.import(bundle.json);
    QCOMPARE(clinic.refusal(), "device_request.too_soon"_ba);
}

void TestDeviceRequestService::countsSeveralAttempts()
{
    Bundle bundle = simpleBundle();
    bundle.configure("DR_MAX_ATTEMPTS_COUNT", 2).configure("DR_SEND_TIMEOUT", 100);
    RequestClinic clinic(bundle);
    QVERIFY(clinic.resend());
    clinic.clock.advance(std::chrono::seconds(30));
    QVERIFY(clinic.resend());
    const auto refused = clinic.resend();
    QVERIFY(!refused); // the oldest of the two has 70 s to go
    QCOMPARE(refused.error().data.value("retryAfterMs"_L1).toInteger(), 70'000);
    clinic.clock.advance(std::chrono::seconds(70));
    QVERIFY(clinic.resend());
    QCOMPARE(clinic.refusal(), "device_request.too_soon"_ba);

    bundle.configure("DR_SEND_TIMEOUT", "0"); // no window, no waiting
    clinic.import(bundle.json);
    QVERIFY(clinic.resend());
    QVERIFY(clinic.resend());
}

void TestDeviceRequestService::remembersAttemptsAcrossARestart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"anteroom.db"_s);
    ManualClock clock;
    RequestClinic clinic; // lends its services; the store is another
    const auto open = [&] { return Store::open(path, clock).value(); };
    const BundleImport importer(clinic.settings, clinic.vault, clinic.fileRequests);
    const auto resend = [&](Store &store) {
        return store.writeNow([&](WriteTransaction &tx) {
            return clinic.service.resend(tx, RequestClinic::caller(), ofPatient, theRequest);
        });
    };
    ResendJobId id;
    {
        auto store = open();
        QVERIFY(store->writeNow([&](WriteTransaction &tx) {
            return importer.run(tx, Actor::system("test"), simpleBundle().json);
        }));
        const auto job = resend(*store);
        QVERIFY(job);
        id = job->id;
    }
    auto store = open();
    const auto again = resend(*store);
    QVERIFY(!again);
    QVERIFY(again.error().is("device_request.too_soon"));
    const auto job =
        store->readNow([&](Transaction &tx) { return clinic.service.job(tx, RequestClinic::caller(), id); });
    QVERIFY(job);
    QCOMPARE(job->state, State::Processed);
}

void TestDeviceRequestService::writesNothingOfWhatItRefuses()
{
    Bundle bundle = simpleBundle();
    bundle.request("status", "completed");
    RequestClinic clinic(bundle);
    const qint64 rows = clinic.number("SELECT count(*) FROM audit");
    QCOMPARE(clinic.refusal(), "device_request.status"_ba);
    QCOMPARE(clinic.number("SELECT count(*) FROM audit"), rows); // the caller's to write
    QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0);
}

void TestDeviceRequestService::sealsTheCode()
{
    RequestClinic clinic;
    QVERIFY(clinic.resend());
    QCOMPARE(clinic.number("SELECT count(*) FROM outbox WHERE body_sealed = 1"), 1);
    QCOMPARE(clinic.number("SELECT count(*) FROM outbox WHERE instr(body, '4711') > 0"), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_requests WHERE instr(verification_code, '4711') > 0"),
             0);
    QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'device_request.resend' "
                           "AND outcome = 'ok' AND patient_id = '22222222-2222-4222-8222-222222222201'"),
             1);
    // A list of the console does not show it.
    const auto list = clinic.read([](Transaction &tx) { return Outbox::list(tx, {}, {}); });
    QVERIFY(list.items.first().sealed);
    QVERIFY(list.items.first().body.isNull());
}

void TestDeviceRequestService::sendsAtOnceAndUrgently()
{
    Bundle bundle = queued();
    bundle.configure("ANTEROOM_QUIET_HOURS", "00:00-23:59");
    RequestClinic clinic(bundle);
    QVERIFY(clinic.resend());
    const Message message = clinic.messages().first();
    QCOMPARE(message.status, MessageStatus::Queued);
    QVERIFY(message.isUrgent());
    QCOMPARE(message.notBefore, message.createdAt);
    const auto claimed = clinic.write(
        [&](WriteTransaction &tx) { return clinic.outbox.claim(tx, {message.id}).messages.size(); });
    QCOMPARE(claimed, 1); // quiet hours or not
}

void TestDeviceRequestService::followsTheMessage_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const char *change, State state) {
        QTest::newRow(name) << QString::fromLatin1(change) << int(state);
    };
    row("queued", "UPDATE outbox SET tries = 1", State::Pending);
    row("under way", "UPDATE outbox SET status = 'sending'", State::Pending);
    row("in doubt", "UPDATE outbox SET status = 'in_doubt'", State::Pending);
    row("taken", "UPDATE outbox SET status = 'sent', sent_at = 1", State::Processed);
    row("arrived", "UPDATE outbox SET status = 'delivered', sent_at = 1", State::Processed);
    row("a person says it arrived", "UPDATE outbox SET status = 'delivered'", State::Processed);
    row("taken, and rejected later", "UPDATE outbox SET status = 'rejected', sent_at = 1", State::Processed);
    row("rejected at once", "UPDATE outbox SET status = 'rejected'", State::Failed);
    row("given up", "UPDATE outbox SET status = 'failed'", State::Failed);
    row("taken back", "UPDATE outbox SET status = 'cancelled'", State::Failed);
    row("erased", "DELETE FROM outbox", State::Failed);
}

void TestDeviceRequestService::followsTheMessage()
{
    QFETCH(QString, change);
    QFETCH(int, state);
    RequestClinic clinic(queued());
    const auto sent = clinic.resend();
    QVERIFY(sent);
    QCOMPARE(sent->state, State::Pending);
    QCOMPARE(sent->eta, sent->createdAt + std::chrono::seconds(5));
    static QHash<QString, QByteArray> texts; // statements are kept by their text's address
    QByteArray &text = texts[change];
    text = change.toLatin1();
    clinic.setMessage(text.constData());
    QCOMPARE(int(clinic.job(sent->id)->state), state);
}

void TestDeviceRequestService::keepsJobsToTheirLegalEntity()
{
    RequestClinic clinic;
    const auto sent = clinic.resend();
    QVERIFY(sent);
    QVERIFY(clinic.job(sent->id, RequestClinic::caller(legalEntity, Scope::JobRead)));
    const auto others = clinic.job(sent->id, RequestClinic::caller(stranger, Scope::JobRead));
    QVERIFY(!others);
    QCOMPARE(others.error().code, ErrorCode::NotFound);
    QVERIFY(!clinic.job(sent->id, RequestClinic::caller(nullptr, Scope::JobRead)));
    QVERIFY(clinic.job(sent->id, ScratchClinic::staff()));
    // The clinic's own are its legal entity's, and not those tokens' that are of none.
    clinic.clock.advance(std::chrono::minutes(2));
    const auto staffs = clinic.resend(ScratchClinic::staff());
    QVERIFY(staffs);
    QVERIFY(!clinic.job(staffs->id, RequestClinic::caller(nullptr, Scope::JobRead)));
    QVERIFY(clinic.job(staffs->id, RequestClinic::caller(legalEntity, Scope::JobRead)));
    const auto unknown = clinic.job(ResendJobId::generate(clinic.clock.now()));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
}

void TestDeviceRequestService::asksForScopes()
{
    RequestClinic clinic;
    const Actor reader = RequestClinic::caller(legalEntity, Scope::DeviceRequestRead);
    const Actor sender = RequestClinic::caller();
    QCOMPARE(clinic.refusal(reader), "scope.missing"_ba);
    QVERIFY(!clinic.preview(reader));
    clinic.read([&](Transaction &tx) {
        const auto scopeMissing = [](const auto &result) {
            return !result && result.error().is("scope.missing");
        };
        [&] {
            QVERIFY(scopeMissing(clinic.service.get(tx, sender, ofPatient, theRequest)));
            QVERIFY(scopeMissing(clinic.service.ofPatient(tx, sender, ofPatient, {})));
            QVERIFY(scopeMissing(clinic.service.list(tx, sender, {}, {})));
            QVERIFY(scopeMissing(clinic.service.jobsOf(tx, sender, ofPatient, theRequest, 5)));
            QVERIFY(scopeMissing(clinic.service.job(tx, reader, ResendJobId::generate(tx.now()))));
            QVERIFY(clinic.service.get(tx, reader, ofPatient, theRequest));
        }();
        return true;
    });
}

void TestDeviceRequestService::letsStaffActForTheClinic()
{
    Bundle bundle = simpleBundle();
    RequestClinic clinic(bundle);
    QCOMPARE(clinic.preview()->kind, ResendDecision::Kind::Send); // there is but one legal entity
    bundle.add("legalEntities",
               {{u"id"_s, QLatin1String(stranger)}, {u"type"_s, u"PHARMACY"_s}, {u"status"_s, u"ACTIVE"_s}});
    clinic.import(bundle.json);
    QCOMPARE(QByteArray(clinic.preview()->refusal->reason), "device_request.legal_entity"_ba);
    bundle.configure("ANTEROOM_LEGAL_ENTITY", legalEntity);
    clinic.import(bundle.json);
    QCOMPARE(clinic.preview()->kind, ResendDecision::Kind::Send);
    bundle.configure("ANTEROOM_LEGAL_ENTITY", stranger);
    clinic.import(bundle.json);
    QCOMPARE(clinic.preview()->refusal->data.value("why"_L1).toString(), u"type"_s);
    QCOMPARE(clinic.refusal(RequestClinic::caller(nullptr)), "device_request.legal_entity"_ba);
}

void TestDeviceRequestService::previewsWithoutSending()
{
    RequestClinic clinic;
    const auto preview = clinic.preview();
    QVERIFY(preview);
    QCOMPARE(preview->kind, ResendDecision::Kind::Send);
    QCOMPARE(preview->phone, u"+38093*****85"_s);
    QCOMPARE(preview->text, u"P 0000-AB12-3C4D ••••"_s);
    QVERIFY(!preview->toThirdPerson);
    QCOMPARE(clinic.messages().size(), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), 0);
    QVERIFY(clinic.resend(ScratchClinic::staff()));
    const auto jobs = clinic.store().readNow([&](Transaction &tx) {
        return clinic.service.jobsOf(tx, ScratchClinic::staff(), ofPatient, theRequest, 10);
    });
    QCOMPARE(jobs->size(), 1);
    QCOMPARE(jobs->first().state, State::Processed);
}

void TestDeviceRequestService::previewsWhy()
{
    RequestClinic clinic;
    QVERIFY(clinic.resend());
    const auto preview = clinic.preview();
    QCOMPARE(preview->kind, ResendDecision::Kind::Refused);
    QVERIFY(preview->refusal->is("device_request.too_soon"));
    QCOMPARE(*preview->nextAttempt, clinic.clock.now() + std::chrono::seconds(60));
    QCOMPARE(preview->phone, u"+38093*****85"_s);
    QVERIFY(preview->text.isEmpty());
}

void TestDeviceRequestService::listsPages()
{
    Bundle bundle = simpleBundle();
    for (int i = 1; i <= 4; ++i)
        bundle.add("deviceRequests", {{u"id"_s, u"99999999-9999-4999-8999-99999999990%1"_s.arg(i)},
                                      {u"patientId"_s, QLatin1String(patient)},
                                      {u"status"_s, u"active"_s},
                                      {u"requisition"_s, QString::number(i)}});
    RequestClinic clinic(bundle);
    const auto page = [&](int number, int size) {
        return clinic.store().readNow([&](Transaction &tx) {
            return clinic.service.ofPatient(tx, ScratchClinic::staff(), ofPatient, {number, size});
        });
    };
    QCOMPARE(page(1, 50)->items.size(), 5);
    QCOMPARE(page(1, 2)->items.size(), 2);
    QCOMPARE(page(3, 2)->items.size(), 1);
    QCOMPARE(page(4, 2)->items.size(), 0);
    QCOMPARE(page(4, 2)->totalPages(), 3);
    QCOMPARE(page(4, 2)->totalEntries, 5);
    QSet<QByteArray> all;
    for (int number = 1; number <= 3; ++number) {
        const auto part = page(number, 2);
        for (const DeviceRequestView &view : part->items)
            all.insert(view.request.id.text());
    }
    QCOMPARE(all.size(), 5);
    const auto nobody = clinic.store().readNow([&](Transaction &tx) {
        return clinic.service.ofPatient(tx, ScratchClinic::staff(), PersonId::generate(tx.now()), {});
    });
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::NotFound);
}

void TestDeviceRequestService::listsForTheConsole()
{
    RequestClinic clinic;
    const auto list = [&](const DeviceRequestFilter &filter, const PageRequest &page) {
        return clinic.store().readNow(
            [&](Transaction &tx) { return clinic.service.list(tx, ScratchClinic::staff(), filter, page); });
    };
    QCOMPARE(list({}, {})->items.size(), 2);
    const auto first = list({}, {.limit = 1});
    QCOMPARE(first->items.size(), 1);
    const auto second = list({}, {.limit = 1, .cursor = first->nextCursor});
    QCOMPARE(second->items.size(), 1);
    QVERIFY(!(second->items.first().request.id == first->items.first().request.id));
    QVERIFY(second->nextCursor.isEmpty());
    QCOMPARE(list({.patient = ofPatient}, {})->items.size(), 1);
    const auto found = list({.text = u"0000-AB12-3C4D"_s}, {});
    QCOMPARE(found->items.size(), 1);
    QCOMPARE(found->items.first().programName, u"P"_s);
    QCOMPARE(list({.text = u"0000-AB"_s}, {})->items.size(), 1); // by its beginning
    QCOMPARE(list({.text = u"000-AB"_s}, {})->items.size(), 0);
    QCOMPARE(
        list({.patient = PersonId::fromTrusted(stranger), .text = u"0000-AB12-3C4D"_s}, {})->items.size(), 0);
    QVERIFY(!list({}, {.cursor = "x"}));
}

void TestDeviceRequestService::findsByName()
{
    Bundle bundle = simpleBundle();
    bundle.set("persons", 0, "firstName", QJsonValue(u"Олена"_s))
        .set("persons", 0, "lastName", QJsonValue(u"Коваленко-Шевчук"_s))
        .set("persons", 2, "lastName", "O'Neill");
    for (int i = 1; i <= 4; ++i)
        bundle.add("deviceRequests", {{u"id"_s, u"99999999-9999-4999-8999-99999999990%1"_s.arg(i)},
                                      {u"patientId"_s, QLatin1String(patient)},
                                      {u"status"_s, u"active"_s},
                                      {u"requisition"_s, QString::number(i)}});
    RequestClinic clinic(bundle);
    const auto list = [&](const QString &text, const PageRequest &page = {}, const PersonId &of = {}) {
        return clinic.store().readNow([&](Transaction &tx) {
            return clinic.service.list(tx, ScratchClinic::staff(), {.patient = of, .text = text}, page);
        });
    };
    QCOMPARE(list(u"коваленко олена"_s)->items.size(), 5);
    QCOMPARE(list(u" ОЛЕ "_s)->items.size(), 5);
    QCOMPARE(list(u"шевчук"_s)->items.size(), 5);
    QCOMPARE(list(u"лена"_s)->items.size(), 0);
    QCOMPARE(list(u"Олена Іванова"_s)->items.size(), 0);
    QCOMPARE(list(u"neill"_s)->items.size(), 1);
    QCOMPARE(list(u"neill"_s, {}, ofPatient)->items.size(), 0);
    QCOMPARE(list(u"%"_s)->items.size(), 0);
    const auto first = list(u"олена"_s, {.limit = 3});
    QCOMPARE(first->items.size(), 3);
    const auto second = list(u"олена"_s, {.limit = 3, .cursor = first->nextCursor});
    QCOMPARE(second->items.size(), 2);
    QVERIFY(second->nextCursor.isEmpty());
}

void TestDeviceRequestService::sendsToTheConfirmedNumberOnly()
{
    RequestClinic clinic;
    const QByteArray confirmed = clinic.preview()->target;
    QVERIFY(!confirmed.isEmpty());
    const auto resend = [&](const QByteArray &target) {
        const auto done = clinic.store().writeNow([&](WriteTransaction &tx) {
            return clinic.service.resend(tx, ScratchClinic::staff(), ofPatient, theRequest, target);
        });
        return done ? "" : done.error().reason;
    };
    clinic.setMessage("UPDATE authentication_methods SET phone_number = '+380931299985'"); // masked alike
    QCOMPARE(clinic.preview()->phone, u"+38093*****85"_s);
    QCOMPARE(resend(confirmed), "device_request.number_changed");
    QCOMPARE(clinic.messages().size(), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), 0);
    clinic.setMessage("UPDATE persons SET is_preperson = 1");
    QCOMPARE(resend(confirmed), "device_request.number_changed");
    clinic.setMessage("UPDATE persons SET is_preperson = 0");
    QCOMPARE(resend(clinic.preview()->target), "");
    QCOMPARE(clinic.messages().first().to, u"+380931299985"_s);
}

void TestDeviceRequestService::showsTheMethod_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("number");
    QTest::newRow("own") << 0 << u"OTP"_s << u"+38093*****85"_s;
    QTest::newRow("a third person's") << 1 << u"THIRD_PERSON"_s << u"+38067*****33"_s;
    QTest::newRow("offline") << 2 << u"OFFLINE"_s << QString();
    QTest::newRow("none") << 3 << QString() << QString();
    QTest::newRow("named and not active") << 4 << QString() << QString();
}

void TestDeviceRequestService::showsTheMethod()
{
    QFETCH(int, which);
    QFETCH(QString, type);
    QFETCH(QString, number);
    Bundle bundle = simpleBundle();
    if (which == 1 || which == 2 || which == 3)
        bundle.clear("authenticationMethods");
    if (which == 1)
        bundle.via(viaHelper, patient, helper).otp(helpersOtp, helper, helpersPhone);
    if (which == 2)
        bundle.method(ownOffline, patient, "OFFLINE");
    if (which == 4)
        bundle.set("authenticationMethods", 0, "isActive", false).request("informWith", ownOtp);
    RequestClinic clinic(bundle);
    const auto view = clinic.store().readNow([&](Transaction &tx) {
        return clinic.service.get(tx, ScratchClinic::staff(), ofPatient, theRequest);
    });
    QVERIFY(view);
    QCOMPARE(view->method ? view->method->type : QString(), type);
    QCOMPARE(view->method ? view->method->number : QString(), number);
    QVERIFY(view->request.hasVerificationCode);
}

void TestDeviceRequestService::erasesAPerson()
{
    RequestClinic clinic;
    const auto sent = clinic.resend();
    QVERIFY(sent);
    clinic.write([](WriteTransaction &tx) { ErasureRepository::erasePerson(tx, patient); });
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_requests"), 1); // the stranger's
    QVERIFY(!clinic.job(sent->id));
    QCOMPARE(clinic.refusal(), "device_request.unknown"_ba);
}

void TestDeviceRequestService::erasesAThirdPerson()
{
    Bundle bundle = simpleBundle();
    bundle.clear("authenticationMethods").via(viaHelper, patient, helper);
    bundle.otp(helpersOtp, helper, helpersPhone).confidant(patient, helper);
    RequestClinic clinic(bundle);
    QVERIFY(clinic.resend());
    QCOMPARE(clinic.messages().first().to, QLatin1String(helpersPhone));
    clinic.write([](WriteTransaction &tx) { ErasureRepository::erasePerson(tx, helper); });
    QCOMPARE(clinic.number("SELECT count(*) FROM outbox"), 0);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), 1); // the patient's attempt stays
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs WHERE told_person_id IS NOT NULL"), 0);
    QCOMPARE(clinic.refusal(), "device_request.no_otp"_ba);
}

void TestDeviceRequestService::erasesByAge()
{
    RequestClinic clinic;
    const RetentionService retention(clinic.settings);
    QVERIFY(clinic.resend());
    const UtcTime first = clinic.clock.now();
    clinic.clock.advance(std::chrono::days(1));
    QVERIFY(clinic.resend());
    const auto erased = clinic.store().writeNow(
        [&](WriteTransaction &tx) { return retention.eraseOldResends(tx, first + std::chrono::hours(1)); });
    QVERIFY(erased);
    QVERIFY(!erased->more);
    QCOMPARE(clinic.number("SELECT count(*) FROM device_request_jobs"), 1);
    QCOMPARE(clinic.messages().size(), 1);
    QVERIFY(clinic.messages().first().createdAt > first);
    QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'device_request.text_erase'"), 1);
}

void TestDeviceRequestService::readsIdsOfImports()
{
    Bundle bundle = simpleBundle();
    bundle.request("informWith", ownOtp);
    RequestClinic clinic(bundle);
    const auto informWith = [&] {
        return clinic.read(
            [](Transaction &tx) { return DeviceRequestRepository::byId(tx, theRequest)->informWith.text(); });
    };
    QCOMPARE(informWith(), QByteArray(ownOtp));
    const auto import = [&](const QJsonValue &value) {
        clinic.import({{u"deviceRequests"_s, QJsonArray{QJsonObject{{u"id"_s, QLatin1String(deviceRequest)},
                                                                    {u"informWith"_s, value}}}}});
    };
    import(QJsonObject());
    QCOMPARE(informWith(), QByteArray());
    import(QJsonObject{{ u"auth_method_id"_s, QString::fromLatin1(ownOtp).toUpper() }});
    QCOMPARE(informWith(), QByteArray(ownOtp));
    import(QJsonObject{{ u"auth_method_id"_s, QJsonValue() }});
    QCOMPARE(informWith(), QByteArray());
    import(QLatin1String(viaHelper));
    import(u""_s);
    QCOMPARE(informWith(), QByteArray());
}

void TestDeviceRequestService::refusesUnknownPlaceholders_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("good");
    const QByteArray with = "CREATE_DEVICE_REQUEST_SMS_TEMPLATE";
    const QByteArray without = "CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE";
    QTest::newRow("both") << with << u"<request_number> <verification_code>"_s << true;
    QTest::newRow("neither") << with << u"Come and see us"_s << true;
    QTest::newRow("misspelt") << with << u"<request_numbr> <verification_code>"_s << false;
    QTest::newRow("in capitals") << with << u"<REQUEST_NUMBER>"_s << false;
    QTest::newRow("with spaces") << with << u"< request_number >"_s << false;
    QTest::newRow("empty") << with << u"<>"_s << false;
    QTest::newRow("a comparison") << with << u"5 < 6"_s << true;
    QTest::newRow("no code there") << without << u"<verification_code>"_s << false;
    QTest::newRow("the number") << without << u"№ <request_number>"_s << true;
    QTest::newRow("assistive, no code there")
        << "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE"_ba << u"<verification_code>"_s
        << false;
    QTest::newRow("assistive") << "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE"_ba
                               << u"<verification_code>"_s << true;
}

void TestDeviceRequestService::refusesUnknownPlaceholders()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, words);
    QFETCH(bool, good);
    QCOMPARE(checkSetting(key, words).has_value(), good);
}

QTEST_GUILESS_MAIN(TestDeviceRequestService)
#include "tst_devicerequestservice.moc"
