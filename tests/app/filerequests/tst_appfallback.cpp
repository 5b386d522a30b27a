// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/filerequests/appfallback.h"
#include "app/filerequests/filerequestrepository.h"
#include "tests/support/scratchclinic.h"

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What was told to an app in vain is told by text message.
class TestAppFallback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start({{"ANTEROOM_APP_FALLBACK_MINUTES", u"30"_s}}); }

    void aTextFollowsOnceWhereNothingCameOfIt()
    {
        const FileRequestView view = m_clinic->create();
        QCOMPARE(channels(), QVector{Channel::Push});
        m_clinic->clock.advance(29min + 59s);
        QVERIFY(!isDue());
        QCOMPARE(run(), 0);
        m_clinic->clock.advance(1s);
        QVERIFY(isDue());
        QCOMPARE(run(), 1);
        QCOMPARE(channels(), (QVector{Channel::Push, Channel::Sms}));
        const Message text = m_clinic->messages().last();
        QCOMPARE(text.to, u"+447777123456"_s);
        QVERIFY(text.body.contains(QString::fromLatin1(view.request.shortLinkId)));
        QCOMPARE(text.reference, view.request.id.text());
        QCOMPARE(text.accountId, u"12"_s);
        QVERIFY(!isDue());
        m_clinic->clock.advance(24h);
        QCOMPARE(run(), 0);
        QCOMPARE(channels().size(), 2);
        QCOMPARE(m_clinic->number("SELECT count(*) FROM audit WHERE action = 'file_request.app_fallback'"),
                 1);
    }

    void noTextFollows_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what :
             {"opened", "answered", "done", "cancelled", "expired", "link expired", "erased"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void noTextFollows()
    {
        QFETCH(const QString, what);
        FileRequest request = m_clinic->create().request;
        m_clinic->clock.advance(29min);
        m_clinic->write([&](WriteTransaction &tx) {
            if (what == u"opened")
                request.openedAt = tx.now();
            else if (what == u"answered")
                request.state = FileRequest::State::Answered;
            else if (what == u"done")
                request.state = FileRequest::State::Done;
            else if (what == u"cancelled")
                request.state = FileRequest::State::Cancelled;
            else if (what == u"expired")
                request.expiresAt = tx.now();
            else if (what == u"link expired")
                request.shortLinkExpiresAt = tx.now();
            FileRequestRepository::update(tx, request);
            if (what == u"erased")
                tx.execute("DELETE FROM file_requests");
        });
        m_clinic->clock.advance(1min);
        QVERIFY(isDue());
        QCOMPARE(run(), 0);
        QVERIFY(!isDue());
        QCOMPARE(channels(), QVector{Channel::Push});
    }

    void whoWasToldByTextIsNotToldAgain()
    {
        NewFileRequest input = ScratchClinic::example();
        input.attemptAppDelivery = false;
        m_clinic->create(input);
        m_clinic->clock.advance(1h);
        QVERIFY(!isDue());
        QCOMPARE(channels(), QVector{Channel::Sms});
    }

    void sentAgainItWaitsAgain()
    {
        const FileRequestView view = m_clinic->create();
        m_clinic->clock.advance(20min);
        m_clinic->write([&](WriteTransaction &tx) {
            return m_clinic->fileRequests.sendAgain(tx, ScratchClinic::staff(), view.request.id, Origin::Http)
                .has_value();
        });
        m_clinic->clock.advance(20min);
        QCOMPARE(run(), 0);
        m_clinic->clock.advance(10min);
        QCOMPARE(run(), 1);
        QCOMPARE(channels(), (QVector{Channel::Push, Channel::Push, Channel::Sms}));
    }

    void theTimeOfUndoComesFirst()
    {
        m_clinic->create(ScratchClinic::example(), Origin::Console);
        m_clinic->clock.advance(30min);
        QCOMPARE(run(), 0);
        m_clinic->clock.advance(FileRequestService::undoFor);
        QCOMPARE(run(), 1);
    }

    void offMeansNever()
    {
        start({});
        m_clinic->create();
        m_clinic->clock.advance(30 * 24h);
        QVERIFY(!isDue());
        QCOMPARE(run(), 0);
        QCOMPARE(channels(), QVector{Channel::Push});
    }

    void switchedOffItForgets()
    {
        const FileRequestView view = m_clinic->create();
        const Settings off{{}};
        const AppFallback fallback(off, m_clinic->fileRequests);
        m_clinic->clock.advance(9 * 24h);
        QCOMPARE(m_clinic->write([&](WriteTransaction &tx) { return *fallback.run(tx); }), 0);
        QCOMPARE(m_clinic->number("SELECT count(*) FROM app_fallbacks"), 0);
        // On again, what is a week old does not leave any more.
        m_clinic->write(
            [&](WriteTransaction &tx) { AppFallback::expect(tx, view.request.id, tx.now() - 9 * 24h); });
        QCOMPARE(run(), 0);
        QCOMPARE(channels(), QVector{Channel::Push});
    }

    void whatFailsHalfWayIsDoneLaterAndOnce()
    {
        m_clinic->create();
        m_clinic->clock.advance(30min);
        const auto failed = m_clinic->store().writeNow([&](WriteTransaction &tx) -> Result<int> {
            if (const auto done = m_fallback->run(tx); !done || *done != 1)
                return fail(ErrorCode::Internal, "test.wrong");
            return fail(ErrorCode::Internal, "test.stopped"); // as if the machine had stopped here
        });
        QVERIFY(!failed && failed.error().is("test.stopped"));
        QCOMPARE(channels(), QVector{Channel::Push});
        QCOMPARE(run(), 1);
        QCOMPARE(run(), 0);
        QCOMPARE(channels(), (QVector{Channel::Push, Channel::Sms}));
    }

    void theRunnerSendsAllThatIsDue()
    {
        constexpr int many = 250;
        for (int i = 0; i < many; ++i)
            m_clinic->create();
        m_clinic->clock.advance(30min);
        AppFallbackRunner runner(m_clinic->store(), *m_fallback);
        runner.start();
        runner.look(); // already at it
        const auto texts = [&] {
            return m_clinic->number("SELECT count(*) FROM outbox WHERE channel = 'sms'");
        };
        QTRY_COMPARE(texts(), many);
        QTRY_VERIFY(!isDue());
        QCOMPARE(texts(), many);
    }

private:
    void start(QHash<QByteArray, QString> environment)
    {
        m_fallback.reset();
        m_clinic = std::make_unique<ScratchClinic>(std::move(environment));
        m_fallback = std::make_unique<AppFallback>(m_clinic->settings, m_clinic->fileRequests);
        m_clinic->write([&](WriteTransaction &tx) {
            User user;
            user.id = UserId::generate(tx.now());
            user.kind = User::Kind::Patient;
            user.firstName = u"John"_s;
            user.lastName = u"Smith"_s;
            user.mobile = u"+447777123456"_s;
            user.mobileVerified = true;
            user.isAppUser = true;
            UserRepository::insert(tx, user);
            const UserDevice device{.id = DeviceId::generate(tx.now()), .user = user.id};
            UserDeviceRepository::save(tx, device);
            if (!UserDeviceRepository::savePushToken(tx, m_clinic->vault, device, "token"))
                qFatal("no device");
        });
    }

    bool isDue()
    {
        return m_clinic->read([&](Transaction &tx) { return m_fallback->isDue(tx); });
    }

    int run()
    {
        return m_clinic->write([&](WriteTransaction &tx) { return *m_fallback->run(tx); });
    }

    QVector<Channel> channels()
    {
        QVector<Channel> all;
        for (const Message &message : m_clinic->messages())
            all.append(message.channel);
        return all;
    }

    std::unique_ptr<ScratchClinic> m_clinic;
    std::unique_ptr<AppFallback> m_fallback;
};

QTEST_GUILESS_MAIN(TestAppFallback)
#include "tst_appfallback.moc"
