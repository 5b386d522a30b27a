// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/teleconsultations/consultations.h"

#include <QTimer>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// The console's changes and reads of teleconsultations: as whoever is signed in, audited, and never where
/// the console's own thread would wait.
class TestTeleconsultationScheduler final : public QObject
{
    Q_OBJECT

private:
    void start(const QHash<QByteArray, QString> &environment = {})
    {
        m_consultations.reset();
        m_console = std::make_unique<ScratchConsole>(environment);
        m_consultations = std::make_unique<Consultations>(*m_console);
    }
    TeleconsultationScheduler &scheduler() { return m_consultations->scheduler; }

    // Blocks this thread, which is the console's: what it waits for needs it for nothing.
    template<typename T>
    static T now(QFuture<T> future)
    {
        return future.takeResult();
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<Consultations> m_consultations;

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        m_consultations.reset();
        m_console.reset();
    }

    void makesChangesAndCancels()
    {
        const auto made = now(scheduler().create(m_consultations->input(1h)));
        QVERIFY2(made, made ? "" : made.error().reason);
        QVERIFY(made->isComplete() && !made->roomId.isNull());
        QCOMPARE(m_consultations->audited("teleconsultation.create"), 1);

        TeleconsultationInput longer;
        longer.duration = 45min;
        QCOMPARE(now(scheduler().change(made->id, longer))->endsAt, made->startsAt + 45min);
        const auto moved = now(scheduler().move(made->id, made->startsAt + 1h));
        QCOMPARE(moved->startsAt, made->startsAt + 1h);
        QCOMPARE(moved->endsAt, moved->startsAt + 45min); // as long as it was
        QCOMPARE(m_consultations->audited("teleconsultation.change"), 2);

        QCOMPARE(now(scheduler().remove(made->id))->state, Teleconsultation::State::Trash);
        QCOMPARE(m_consultations->audited("teleconsultation.delete"), 1);
        QVERIFY(now(scheduler().move(made->id, made->startsAt)).error().is("teleconsultation.unknown"));
        QTRY_COMPARE(m_consultations->audited("teleconsultation.change", "teleconsultation.unknown"), 1);
    }

    void refusalsAreErrorsAndRowsOfTheLog()
    {
        const auto t = m_consultations->add(1h);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            return Settings::write(tx, "IMMUTABLE_PERIOD_MS", u"7200000"_s).map([] { return true; });
        });
        QTRY_COMPARE(m_console->clinic().settings().integer("IMMUTABLE_PERIOD_MS"), 7'200'000);
        QVERIFY(now(scheduler().move(t.id, t.startsAt + 3h)).error().is("teleconsultation.immutable"));
        QCOMPARE(m_consultations->get(t.id).startsAt, t.startsAt);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.change", "teleconsultation.immutable"), 1);

        auto noHost = m_consultations->input(1h, {Consultations::guest(), Consultations::guest(u"x"_s)});
        QVERIFY(now(scheduler().create(noHost)).error().is("teleconsultation.no_plus"));
        QCOMPARE(m_consultations->audited("teleconsultation.create", "teleconsultation.no_plus"), 0);
        const auto far = TeleconsultationId::generate(m_consultations->now());
        QVERIFY(now(scheduler().remove(far)).error().is("teleconsultation.unknown"));
        QTRY_COMPARE(m_consultations->audited("teleconsultation.delete", "teleconsultation.unknown"), 1);
    }

    void theViewSaysWhoWasToldAndWhoHasALink()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, u"+447777123456"_s);
        auto input = m_consultations->input(1h);
        input.participants->data[1].user = jane.id;
        const auto t = m_consultations->add(input);
        const auto setup = now(scheduler().invitationsFor(t.id));
        QCOMPARE(setup->known.size(), 1);
        QCOMPARE(setup->known.first().to, u"+447777123456"_s);
        QCOMPARE(setup->texts.size(), 2);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.addresses"), 1);
        auto wrong = setup->known;
        wrong[0].to = u"+44 7777 123456"_s;
        QVERIFY(now(scheduler().invite(t.id, wrong)).error().is("phone.malformed"));
        wrong[0].channel = Channel::Email;
        QVERIFY(now(scheduler().invite(t.id, wrong)).error().is("email.malformed"));
        QCOMPARE(now(scheduler().invite(t.id, setup->known)).value(), 1);
        const auto messages = m_console->messages();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().body, setup->texts.at(1)); // what was shown is what is sent

        const auto view = now(scheduler().view(t.id, TeleconsultationScheduler::Reading::Opened));
        QCOMPARE(view->told.size(), 1);
        QCOMPARE(view->told.first().address.participant, t.participants.at(1).id);
        QCOMPARE(view->told.first().status, MessageStatus::Sent);
        QCOMPARE(view->withLink.size(), 2);
        QCOMPARE(view->self, t.participants.at(0).id);
        QCOMPARE(view->opensAt, t.startsAt);
        QVERIFY(!view->isProviderInDoubt);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.read"), 1);
        now(scheduler().view(t.id, TeleconsultationScheduler::Reading::Refreshed)).value();
        now(scheduler().remove(t.id)).value(); // its row comes after whatever the refresh would have left
        QCOMPARE(m_consultations->audited("teleconsultation.read"), 1);
    }

    void aDoubtAboutTheProvidersRoomIsSeen()
    {
        const auto t = m_consultations->add(1h);
        m_console->write([&](WriteTransaction &tx) {
            return m_console->clinic().outbox().enqueueInDoubt(tx,
                                                               {.channel = Channel::Video,
                                                                .to = u"x"_s,
                                                                .body = u"{}"_s,
                                                                .reference = t.id.text(),
                                                                .provider = u"bandyer"_s},
                                                               "video.room_unknown");
        });
        QVERIFY(now(scheduler().view(t.id, TeleconsultationScheduler::Reading::Opened))->isProviderInDoubt);
    }

    void linksAreHandedOutAnyTimeAndJoinedInTime()
    {
        using Use = TeleconsultationScheduler::LinkUse;
        const auto later = m_consultations->add(1h);
        const ParticipantId self = later.participants.at(0).id;
        const auto link = now(scheduler().link(later.id, self, Use::HandOut));
        QVERIFY(link->startsWith(u"http://127.0.0.1:8081/room/"_s));
        QVERIFY(now(scheduler().link(later.id, self, Use::Join)).error().is("teleconsultation.no_link"));
        QTRY_COMPARE(m_consultations->audited("teleconsultation.link"), 1);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.link", "teleconsultation.no_link"), 1);

        const auto open = m_consultations->add(-1min);
        QVERIFY(now(scheduler().link(open.id, open.participants.at(1).id, Use::Join)));
        QVERIFY(now(scheduler().link(open.id, self, Use::Join))
                    .error()
                    .is("teleconsultation.participant_unknown"));
    }

    void whoIsSignedInIsKnownByIdOrLogin()
    {
        const Actor rachel = ScratchConsole::actor()();
        auto byLogin = Consultations::host();
        byLogin.externalId = u"Rachel"_s;
        auto t = m_consultations->add(m_consultations->input(1h, {byLogin, Consultations::guest()}));
        QCOMPARE(TeleconsultationScheduler::participantOf(t, rachel), &t.participants.at(0));
        t.participants[0].externalId = u"somebody"_s;
        QVERIFY(!TeleconsultationScheduler::participantOf(t, rachel));
        // A patient who is called the same in the records system is still the patient.
        t.participants[1].externalId = u"rachel"_s;
        t.participants[1].user = UserId::generate(m_consultations->now());
        QVERIFY(!TeleconsultationScheduler::participantOf(t, rachel));
        t.participants[0].externalId = QString();
        QVERIFY(!TeleconsultationScheduler::participantOf(t, Actor{.kind = Actor::Kind::Staff}));
    }

    void aPreviewChangesNothing()
    {
        const auto planned = now(scheduler().preview({}, m_consultations->input(1h)));
        QVERIFY(planned->planned && planned->planned->isComplete());
        QVERIFY(!planned->rules.fromAuthService);
        auto short_ = m_consultations->input(1h);
        short_.duration = 1min;
        QVERIFY(now(scheduler().preview({}, short_)).error().is("teleconsultation.length"));
        const int rows = m_console->read([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM teleconsultations");
            return row.next() ? int(row.integer(0)) : -1;
        });
        QCOMPARE(rows, 0);

        start({{"AUTH_SERVICE", u"auth0-client"_s}});
        const auto elsewhere = now(scheduler().preview({}, m_consultations->input(1h)));
        QVERIFY(elsewhere->rules.fromAuthService && !elsewhere->planned);
    }

    // The provider takes the connection and says nothing: the console goes on, reads and cancels, and its end
    // breaks off what waits, which is answered and leaves nothing behind.
    void aSilentProviderHoldsUpNobody()
    {
        SilentProvider provider;
        start(provider.environment());
        const auto waits = scheduler().create(m_consultations->input(1h));
        QTRY_VERIFY(provider.asked() > 0);
        QVERIFY(!waits.isFinished());
        bool ticked = false;
        QTimer::singleShot(0, this, [&] { ticked = true; });
        QTRY_VERIFY(ticked);
        QVERIFY(now(scheduler().preview({}, m_consultations->input(1h))));
        QVERIFY(!waits.isFinished());

        m_consultations.reset();
        QVERIFY(waits.isFinished());
        QVERIFY(waits.result().error().is("stopping"));
        const int rows = m_console->read([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM teleconsultations");
            return row.next() ? int(row.integer(0)) : -1;
        });
        QCOMPARE(rows, 0);
    }
};

QTEST_MAIN(TestTeleconsultationScheduler)
#include "tst_teleconsultationscheduler.moc"
