// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/shortlink.h"
#include "tests/support/scratchclinic.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

UserId addAppUser(ScratchClinic &clinic, const QString &mobile, int devices)
{
    return clinic.write([&](WriteTransaction &tx) {
        User user;
        user.id = UserId::generate(tx.now());
        user.mobile = mobile;
        user.mobileVerified = true;
        user.isAppUser = true;
        user.createdAt = tx.now();
        user.changedAt = tx.now();
        UserRepository::insert(tx, user);
        for (int i = 0; i < devices; ++i) {
            const UserDevice device{.id = DeviceId::generate(tx.now()), .user = user.id};
            UserDeviceRepository::save(tx, device);
            if (!UserDeviceRepository::savePushToken(tx, clinic.vault, device, "token"))
                qFatal("the token was not kept");
        }
        return user.id;
    });
}

QByteArray reasonOf(const Result<FileRequestView> &result)
{
    return result ? QByteArray("ok") : QByteArray(result.error().reason);
}

} // namespace

class TestFileRequestService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRequest()
    {
        ScratchClinic clinic;
        const FileRequestView made = clinic.create();
        QCOMPARE(made.request.accountId, u"12"_s);
        QCOMPARE(made.request.createdAt, clinic.clock.now());
        QCOMPARE(made.request.prompt, u"Please take a photo of your rash."_s);
        QCOMPARE(made.patient.firstName, u"John"_s);
        QVERIFY(made.patient.displayName.isNull());
        QCOMPARE(made.staff.displayName, u"Dr Rachel Williams"_s);
        QVERIFY(made.staff.firstName.isNull());
        QVERIFY(!made.request.expiresAt);
        QVERIFY(!made.request.shortLinkExpiresAt);
        QVERIFY(isShortLinkId(made.request.shortLinkId));
        QVERIFY(made.files.isEmpty());

        const auto read = clinic.read([&](Transaction &tx) {
            return clinic.fileRequests.get(tx, clinic.staff(), made.request.id).value();
        });
        QCOMPARE(read.request.id, made.request.id);
        QCOMPARE(read.request.patientDateOfBirth, QDate(1980, 6, 17));
        QCOMPARE(read.request.shortLinkId, made.request.shortLinkId);
        QCOMPARE(read.request.recipientMobile, u"+447777123456"_s);
        QVERIFY(read.request.recipientEmail.isNull());
        QVERIFY(read.request.filesUpdateWebhookUrl.isNull());
        QCOMPARE(read.patient.lastName, u"Smith"_s);
        QCOMPARE(read.staff.id, made.staff.id);
        // Patient and recipient are one person, so that there are two users.
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 2);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'file_request.create'"), 1);
    }

    // The five examples of the contract, in their order, with nobody known beforehand.
    void theExamples()
    {
        ScratchClinic clinic;
        const auto sent = [&clinic](const NewFileRequest &input) {
            clinic.clock.advance(std::chrono::seconds(1));
            const FileRequestView view = clinic.create(input);
            QStringList list;
            for (const Message &message : clinic.messages()) {
                if (message.reference == view.request.id.text())
                    list.append(QString::fromLatin1(channelName(message.channel)) + u' ' + message.to);
            }
            return list;
        };
        const NewFileRequest toApp = ScratchClinic::example();
        QCOMPARE(sent(toApp), QStringList{u"sms +447777123456"_s});

        NewFileRequest byEmail = toApp;
        byEmail.recipientMobile = QString();
        byEmail.recipientEmail = u"johnsmith@example.com"_s;
        QCOMPARE(sent(byEmail), QStringList{u"email johnsmith@example.com"_s});

        NewFileRequest withoutMobile = byEmail;
        withoutMobile.patientMobile = QString();
        withoutMobile.patientExternalId = u"EMISIM1-5005730"_s;
        QCOMPARE(sent(withoutMobile), QStringList{u"email johnsmith@example.com"_s});

        NewFileRequest bySms = toApp;
        bySms.recipientMobile = u"+447755012345"_s;
        bySms.attemptAppDelivery = false;
        QCOMPARE(sent(bySms), QStringList{u"sms +447755012345"_s});

        NewFileRequest toProxy = toApp;
        toProxy.recipientMobile = u"+47123456789"_s;
        toProxy.recipientIsProxy = true;
        QCOMPARE(sent(toProxy), QStringList{u"sms +47123456789"_s});
        QVERIFY(clinic.messages().constLast().body.contains(u"for a patient in your care"));

        // John by number, John by external id, the address, the two other numbers, Dr Williams.
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 6);
    }

    void toTheApp()
    {
        ScratchClinic clinic;
        const UserId user = addAppUser(clinic, u"+447777123456"_s, 2);
        const FileRequestView view = clinic.create();
        QCOMPARE(view.patient.id, user);
        QCOMPARE(view.request.recipient, user);
        const auto messages = clinic.messages();
        QCOMPARE(messages.size(), 2);
        const auto devices =
            clinic.read([&](Transaction &tx) { return UserDeviceRepository::liveOfUser(tx, user); });
        QSet<QString> addressed;
        for (const Message &message : messages) {
            QCOMPARE(message.channel, Channel::Push);
            QCOMPARE(message.body, u"{\"type\":\"file-request\",\"fileRequestId\":\"%1\"}"_s.arg(
                                       QString::fromLatin1(view.request.id.text())));
            QCOMPARE(message.reference, view.request.id.text());
            addressed.insert(message.to);
        }
        QCOMPARE(addressed, (QSet<QString>{QString::fromLatin1(devices.at(0).text()),
                                           QString::fromLatin1(devices.at(1).text())}));
    }

    void toTheAppAndByEmail()
    {
        ScratchClinic clinic;
        addAppUser(clinic, u"+447777123456"_s, 1);
        const auto channels = [&clinic](const FileRequestView &view) {
            QStringList names;
            for (const Message &message : clinic.messages()) {
                if (message.reference == view.request.id.text())
                    names.append(QString::fromLatin1(channelName(message.channel)));
            }
            names.sort();
            return names;
        };
        NewFileRequest input = ScratchClinic::example();
        input.recipientEmail = u"johnsmith@example.com"_s;
        QCOMPARE(channels(clinic.create(input)), (QStringList{u"email"_s, u"push"_s}));
        input.attemptAppDelivery = false;
        QCOMPARE(channels(clinic.create(input)), (QStringList{u"email"_s, u"sms"_s}));
    }

    void emailAloneNeverGoesToTheApp()
    {
        ScratchClinic clinic;
        addAppUser(clinic, u"+447777123456"_s, 1);
        NewFileRequest input = ScratchClinic::example();
        input.recipientMobile = QString();
        input.recipientEmail = u"johnsmith@example.com"_s;
        clinic.create(input);
        QCOMPARE(clinic.messages().size(), 1);
        QCOMPARE(clinic.messages().constFirst().channel, Channel::Email);
    }

    void theWords()
    {
        ScratchClinic clinic({{"ANTEROOM_CLINIC_NAME", u"Hill Surgery"_s},
                              {"ANTEROOM_PUBLIC_URL", u"https://photos.example.com/"_s}});
        const FileRequestView view = clinic.create();
        const QString text = clinic.messages().constFirst().body;
        QVERIFY(text.startsWith(u"Hill Surgery: Dr Rachel Williams "));
        QVERIFY(text.endsWith(u" https://photos.example.com/r/"_s +
                              QString::fromLatin1(view.request.shortLinkId)));
        QVERIFY(!text.contains(u"John"));
        QVERIFY(!text.contains(u"rash"));

        NewFileRequest italian = ScratchClinic::example();
        italian.language = Language::Italian;
        clinic.clock.advance(std::chrono::seconds(1));
        clinic.create(italian);
        QVERIFY(clinic.messages().constLast().body.contains(u"le chiede"));
        NewFileRequest ukrainian = ScratchClinic::example();
        ukrainian.language = Language::Ukrainian;
        ukrainian.recipientIsProxy = true;
        clinic.clock.advance(std::chrono::seconds(1));
        clinic.create(ukrainian);
        QVERIFY(clinic.messages().constLast().body.contains(u"про якого ви піклуєтеся"));
    }

    void theClinicsLanguage()
    {
        ScratchClinic clinic({{"ANTEROOM_LANGUAGE", u"it"_s}});
        QCOMPARE(clinic.create().request.language, Language::Italian);
    }

    void ends()
    {
        ScratchClinic clinic(
            {{"ANTEROOM_FILE_REQUEST_TTL_S", u"3600"_s}, {"ANTEROOM_SHORT_LINK_TTL_S", u"60"_s}});
        const FileRequest request = clinic.create().request;
        QCOMPARE(request.expiresAt, clinic.clock.now() + std::chrono::hours(1));
        QCOMPARE(request.shortLinkExpiresAt, clinic.clock.now() + std::chrono::minutes(1));
    }

    void refusalsLeaveNothing()
    {
        ScratchClinic clinic;
        const auto badScope = clinic.tryCreate(ScratchClinic::example(), Origin::Http,
                                               ScratchClinic::token(Scope::FileRequestRead));
        QCOMPARE(badScope.error().code, ErrorCode::Forbidden);
        const auto badAccount = clinic.tryCreate(ScratchClinic::example(), Origin::Http,
                                                 ScratchClinic::token(Scope::FileRequestWrite, {u"13"_s}));
        QCOMPARE(badAccount.error().code, ErrorCode::Forbidden);
        QCOMPARE(reasonOf(badAccount), "file_request.account");
        NewFileRequest bad = ScratchClinic::example();
        bad.recipientMobile = u"12"_s;
        QVERIFY(!clinic.tryCreate(bad));
        for (const char *table : {"users", "file_requests", "outbox"})
            QCOMPARE(clinic.number(QByteArray("SELECT count(*) FROM " + QByteArray(table)).toStdString()), 0);
        QVERIFY(clinic.tryCreate(ScratchClinic::example(), Origin::Http,
                                 ScratchClinic::token(Scope::FileRequestWrite, {u"13"_s, u"12"_s})));
    }

    void whoMaySee()
    {
        ScratchClinic clinic;
        const FileRequestId id = clinic.create().request.id;
        const auto get = [&](const Actor &actor, const FileRequestId &which) {
            return clinic.store().readNow(
                [&](Transaction &tx) { return clinic.fileRequests.get(tx, actor, which); });
        };
        QVERIFY(get(ScratchClinic::token(Scope::FileRequestRead), id));
        QVERIFY(get(ScratchClinic::token(Scope::FileRequestRead, {u"12"_s}), id));
        QCOMPARE(get(ScratchClinic::token(Scope::FileRequestRead, {u"13"_s}), id).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(get(ScratchClinic::token(Scope::FileRequestWrite), id).error().code, ErrorCode::Forbidden);
        const auto unknown = FileRequestId::generate(clinic.clock.now());
        QCOMPARE(get(ScratchClinic::staff(), unknown).error().code, ErrorCode::NotFound);
    }

    void lists()
    {
        ScratchClinic clinic;
        QVector<FileRequestId> newestFirst;
        for (int i = 0; i < 7; ++i) {
            NewFileRequest input = ScratchClinic::example();
            input.accountId = i % 3 == 0 ? u"13"_s : i % 3 == 1 ? u"12"_s : u"14"_s;
            newestFirst.prepend(clinic.create(input).request.id);
            if (i % 2 == 1) // two at the same moment
                clinic.clock.advance(std::chrono::seconds(1));
        }
        const auto all = [&](const Actor &actor, const FileRequestFilter &filter) {
            QVector<FileRequestId> ids;
            PageRequest page{.limit = 2};
            do {
                const auto part = clinic.read([&](Transaction &tx) {
                    return clinic.fileRequests.list(tx, actor, filter, page).value();
                });
                for (const FileRequestView &view : part.items)
                    ids.append(view.request.id);
                page.cursor = part.nextCursor;
            } while (!page.cursor.isEmpty());
            return ids;
        };
        QVector<FileRequestId> sorted = all(ScratchClinic::staff(), {});
        QCOMPARE(sorted.size(), 7);
        QCOMPARE(QSet<FileRequestId>(sorted.begin(), sorted.end()).size(), 7);
        QCOMPARE(sorted.constFirst(), newestFirst.constFirst());
        QCOMPARE(all(ScratchClinic::staff(), {.accountId = u"13"_s}).size(), 3);
        const auto bound = ScratchClinic::token(Scope::FileRequestRead, {u"12"_s, u"14"_s});
        QCOMPARE(all(bound, {}).size(), 4);
        QVector<FileRequestId> expected = sorted;
        expected.removeIf([&](const FileRequestId &id) {
            return all(ScratchClinic::staff(), {.accountId = u"13"_s}).contains(id);
        });
        QCOMPARE(all(bound, {}), expected);
        const UserId patient = clinic.read([&](Transaction &tx) {
            return clinic.fileRequests.get(tx, ScratchClinic::staff(), newestFirst.constFirst())->patient.id;
        });
        QCOMPARE(all(ScratchClinic::staff(), {.patient = patient}).size(), 7);
        QCOMPARE(all(bound, {.patient = patient}).size(), 4);

        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.done(tx, ScratchClinic::staff(), newestFirst.at(0)).value();
            clinic.fileRequests.cancel(tx, ScratchClinic::staff(), newestFirst.at(1)).value();
            tx.execute("UPDATE file_requests SET expires_at = ? WHERE id = ?", tx.now(), newestFirst.at(2));
        });
        using State = FileRequestFilter::State;
        QCOMPARE(all(ScratchClinic::staff(), {.state = State::Done}), QVector{newestFirst.at(0)});
        QCOMPARE(all(ScratchClinic::staff(), {.state = State::Cancelled}), QVector{newestFirst.at(1)});
        QCOMPARE(all(ScratchClinic::staff(), {.state = State::Expired}), QVector{newestFirst.at(2)});
        QCOMPARE(all(ScratchClinic::staff(), {.state = State::Open}).size(), 4);
        QVERIFY(all(ScratchClinic::staff(), {.state = State::Answered}).isEmpty());
        const auto anna = StaffId::fromTrusted("0198c0de-0000-7000-8000-000000000009");
        clinic.write([&](WriteTransaction &tx) {
            tx.execute("UPDATE file_requests SET assignee_id = ? WHERE id = ?", anna, newestFirst.at(0));
        });
        QCOMPARE(all(ScratchClinic::staff(), {.assignee = anna}), QVector{newestFirst.at(0)});
        QCOMPARE(all(ScratchClinic::staff(), {.state = State::Done, .assignee = anna}),
                 QVector{newestFirst.at(0)});
        QCOMPARE(all(ScratchClinic::staff(), {.assignee = StaffId()}).size(), 6);

        const auto badCursor = clinic.store().readNow([&](Transaction &tx) {
            return clinic.fileRequests.list(tx, ScratchClinic::staff(), {}, {.cursor = "nonsense"});
        });
        QCOMPARE(QByteArray(badCursor.error().reason), "page.cursor");
        const auto badAccount = clinic.store().readNow(
            [&](Transaction &tx) { return clinic.fileRequests.list(tx, bound, {.accountId = u"13"_s}, {}); });
        QCOMPARE(badAccount.error().code, ErrorCode::Forbidden);
    }

    void undo()
    {
        ScratchClinic clinic;
        const FileRequestId held = clinic.create(ScratchClinic::example(), Origin::Console).request.id;
        QCOMPARE(clinic.messages().constFirst().status, MessageStatus::Queued);
        QCOMPARE(clinic.messages().constFirst().notBefore, clinic.clock.now() + std::chrono::seconds(10));
        clinic.clock.advance(std::chrono::milliseconds(1));
        const FileRequestId left = clinic.create().request.id;
        QCOMPARE(clinic.messages().constLast().status, MessageStatus::Sent);

        const auto undone = [&](const FileRequestId &id) {
            return clinic.store().writeNow([&](WriteTransaction &tx) {
                return clinic.fileRequests.undo(tx, ScratchClinic::staff(), id);
            });
        };
        const auto taken = undone(held);
        QCOMPARE(reasonOf(taken), "ok");
        QCOMPARE(taken->request.state, FileRequest::State::Cancelled);
        QCOMPARE(clinic.messages().constFirst().status, MessageStatus::Cancelled);
        QCOMPARE(reasonOf(undone(left)), "file_request.has_left");
        QCOMPARE(reasonOf(undone(held)), "file_request.cancelled");
    }

    void actionsOfStaff()
    {
        ScratchClinic clinic;
        const FileRequestId id = clinic.create().request.id;
        clinic.write([](WriteTransaction &tx) {
            tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at) "
                       "VALUES ('0198c0de-0000-7000-8000-000000000009', 'anna', 'Anna', 'clinician', '', 0)");
        });
        using Action = std::function<Result<FileRequestView>(WriteTransaction &)>;
        const auto act = [&](const Action &action) { return clinic.store().writeNow(action); };
        const Actor staff = ScratchClinic::staff();
        const Action send = [&](auto &tx) {
            return clinic.fileRequests.sendAgain(tx, staff, id, Origin::Http);
        };
        const Action done = [&](auto &tx) { return clinic.fileRequests.done(tx, staff, id); };
        const Action cancel = [&](auto &tx) { return clinic.fileRequests.cancel(tx, staff, id); };
        const Action assign = [&](auto &tx) { return clinic.fileRequests.assign(tx, staff, id, u"Anna"_s); };
        const Action extend = [&](auto &tx) {
            return clinic.fileRequests.extend(tx, staff, id, {.expiresAt = tx.now() + std::chrono::hours(1)});
        };

        QCOMPARE(reasonOf(act(send)), "ok");
        QCOMPARE(clinic.messages().size(), 2);
        QCOMPARE(act(extend)->request.expiresAt, clinic.clock.now() + std::chrono::hours(1));
        QVERIFY(!act(extend)->request.shortLinkExpiresAt);
        QCOMPARE(reasonOf(act([&](auto &tx) {
                     return clinic.fileRequests.extend(tx, staff, id, {.shortLinkExpiresAt = tx.now()});
                 })),
                 "date.in_past");
        QVERIFY(!act([&](auto &tx) {
                     return clinic.fileRequests.extend(
                         tx, staff, id, {.expiresAt = std::optional<std::optional<UtcTime>>(std::in_place)});
                 })->request.expiresAt);
        QCOMPARE(act(assign)->request.assignee.text(), "0198c0de-0000-7000-8000-000000000009");
        QCOMPARE(
            reasonOf(act([&](auto &tx) { return clinic.fileRequests.assign(tx, staff, id, u"nobody"_s); })),
            "staff.unknown");
        QVERIFY(act([&](auto &tx) {
                    return clinic.fileRequests.assign(tx, staff, id, {});
                })->request.assignee.isNull());
        QCOMPARE(act(done)->request.state, FileRequest::State::Done);
        QCOMPARE(reasonOf(act(done)), "ok");
        QCOMPARE(act(cancel)->request.state, FileRequest::State::Cancelled);
        for (const Action &action : {send, done, cancel, assign, extend})
            QCOMPARE(act(action).error().code, ErrorCode::Conflict);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'file_request.done'"), 2);
    }

    void preview()
    {
        ScratchClinic clinic;
        const auto previewed = [&](const NewFileRequest &input) {
            return clinic.read([&](Transaction &tx) {
                return clinic.fileRequests.preview(tx, ScratchClinic::staff(), input).value();
            });
        };
        const FileRequestPreview first = previewed(ScratchClinic::example());
        QCOMPARE(first.recipientName, u"John Smith"_s);
        QVERIFY(first.isNewPatient);
        QVERIFY(!first.numberLooksImpossible);
        QCOMPARE(first.messages.size(), 1);
        QCOMPARE(first.messages.at(0).channel, Channel::Sms);
        QCOMPARE(first.messages.at(0).to, u"+44 7777 123456"_s);
        QVERIFY(first.messages.at(0).text.contains(u"http://127.0.0.1:8081/r/"));
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 0);

        addAppUser(clinic, u"+447777123456"_s, 1);
        QCOMPARE(previewed(ScratchClinic::example()).messages.at(0).channel, Channel::Push);
        NewFileRequest proxy = ScratchClinic::example();
        proxy.recipientMobile = u"+47123456789"_s;
        proxy.recipientIsProxy = true;
        const FileRequestPreview toProxy = previewed(proxy);
        QVERIFY(toProxy.numberLooksImpossible);
        QVERIFY(toProxy.recipientName.isEmpty());
        QVERIFY(!toProxy.isNewPatient);
    }

    void shortLinks()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray id = newShortLinkId();
            QVERIFY(isShortLinkId(id));
            for (const char c : QByteArray("0o1li"))
                QVERIFY(!id.contains(c));
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 1000);
        QVERIFY(!isShortLinkId("a49ekq3j"));
        QVERIFY(!isShortLinkId("A49EKQ3JABCD"));
    }
};

QTEST_GUILESS_MAIN(TestFileRequestService)
#include "tst_filerequestservice.moc"
