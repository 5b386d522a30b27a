// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callcenter.h"
#include "app/clinic.h"
#include "app/directory/userdeviceservice.h"
#include "app/directory/userservice.h"

#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Calls as the console makes them, and the clock that ends them (RULES.md, Calls). The clock is the
/// machine's: the timer runs by it.
class TestCallCenter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        open();
        m_patient = add(u"+447777123456"_s);
    }
    void cleanup()
    {
        m_clinic.reset();
        m_dir.reset();
    }
    void callsAllDevicesOfAPerson();
    void saysThatThereIsNothingToCall();
    void endsWhatNobodyAnswers();
    void endsItAfterARestart();
    void listsWhatWentWrong();

private:
    void open()
    {
        m_clinic.reset();
        auto opened = Clinic::open(
            {.dataDir = m_dir->path(), .environment = {{"ANTEROOM_CALL_REGISTER_TIMEOUT_MS", u"1000"_s}}},
            m_clock);
        QVERIFY(opened);
        m_clinic = *std::move(opened);
    }
    template<typename F>
    auto write(F fn)
    {
        auto done = m_clinic->store().writeNow(fn);
        if (!done)
            qFatal("a write failed: %s", done.error().reason);
        return *std::move(done);
    }
    UserId add(const QString &mobile)
    {
        return write([&](WriteTransaction &tx) {
                   UserInput input;
                   input.firstName = u"John"_s;
                   input.mobile = mobile;
                   input.mobileVerified = true;
                   input.isAppUser = true;
                   return m_clinic->users().add(tx, Actor::system("test"), input);
               })
            .id;
    }
    DeviceId addDevice(const UserId &user, bool accepts = true)
    {
        const DeviceId id = DeviceId::generate(m_clock.now());
        write([&](WriteTransaction &tx) {
            return m_clinic->userDevices().put(tx, Actor::system("test"), id,
                                               {user, UserDevice::Platform::Ios, u"token"_s, accepts});
        });
        return id;
    }
    CallCenter::Placed call()
    {
        auto placed = m_clinic->callCenter().callPerson(Actor::system("test"), m_patient, {}).takeResult();
        if (!placed)
            qFatal("no call: %s", placed.error().reason);
        return *std::move(placed);
    }
    CallView view(const CallKey &key)
    {
        return m_clinic->store().readNow([&](Transaction &tx) { return CallService::view(tx, key); }).value();
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Clinic> m_clinic;
    UserId m_patient;
};

void TestCallCenter::callsAllDevicesOfAPerson()
{
    const DeviceId first = addDevice(m_patient), second = addDevice(m_patient);
    addDevice(m_patient, false);
    const CallCenter::Placed placed = call();
    QCOMPARE(placed.outcomes.size(), 3);
    CallView now = view(placed.call);
    QCOMPARE(now.attempts.size(), 3);
    QVERIFY(!now.callId.isEmpty());
    QVERIFY(now.fallback.isNull());
    QCOMPARE(now.user.mobile, u"+447777123456"_s);
    QVERIFY(!now.isOver());
    const auto live = m_clinic->store().readNow(
        [](Transaction &tx) -> Result<QVector<CallView>> { return CallService::inProgress(tx); });
    QCOMPARE(live->size(), 1);

    write([&](WriteTransaction &tx) -> Result<bool> {
        return m_clinic->calls().registered(tx, Actor::system("test"), first, false) &&
               m_clinic->calls().report(tx, Actor::system("test"),
                                        {first, now.callId, SipReport::State::Answered, {}});
    });
    now = view(placed.call);
    for (const CallAttempt &attempt : now.attempts) {
        if (attempt.device == first)
            QCOMPARE(attempt.progress.state, CallState::Answered);
        if (attempt.device == second)
            QCOMPARE(attempt.progress.state, CallState::Ended);
    }
    const auto times = m_clinic->store().readNow([](Transaction &tx) -> Result<QVector<RegistrationTime>> {
        return CallService::registrationTimes(tx, tx.now() - 1h);
    });
    QCOMPARE(times->size(), 1);
    QVERIFY(times->first().took >= 0ms && times->first().took < 1min);
    // The next call to them is another one.
    QVERIFY(!(call().call == placed.call));
}

void TestCallCenter::saysThatThereIsNothingToCall()
{
    const auto none = m_clinic->callCenter().callPerson(Actor::system("test"), m_patient, {}).takeResult();
    QVERIFY(!none && none.error().is("call.no_device"));
    const auto nobody = m_clinic->callCenter()
                            .callPerson(Actor::system("test"), UserId::generate(m_clock.now()), {})
                            .takeResult();
    QVERIFY(!nobody && nobody.error().is("user.unknown"));
    addDevice(m_patient, false);
    const CallCenter::Placed placed = call();
    QVERIFY(placed.outcomes.first().error->is("call.refused"));
    QCOMPARE(view(placed.call).fallback, u"+447777123456"_s);
}

void TestCallCenter::endsWhatNobodyAnswers()
{
    addDevice(m_patient);
    addDevice(m_patient);
    m_clinic->startDelivery();
    const CallKey key = call().call;
    QTRY_VERIFY(view(key).isOver());
    for (const CallAttempt &attempt : view(key).attempts) {
        QCOMPARE(attempt.progress.state, CallState::TimedOut);
        QVERIFY(*attempt.progress.endedAt - attempt.progress.dispatchedAt == 1s);
    }
    QCOMPARE(view(key).fallback, u"+447777123456"_s);
}

void TestCallCenter::endsItAfterARestart()
{
    addDevice(m_patient);
    const CallKey key = call().call;
    open();
    QVERIFY(!view(key).isOver());
    m_clinic->startDelivery();
    QTRY_VERIFY(view(key).isOver());
    QCOMPARE(view(key).attempts.first().progress.state, CallState::TimedOut);
}

void TestCallCenter::listsWhatWentWrong()
{
    const DeviceId device = addDevice(m_patient);
    addDevice(m_patient, false);
    const CallKey good = call().call;
    write([&](WriteTransaction &tx) -> Result<bool> {
        const Actor actor = Actor::system("test");
        const auto callId = CallService::view(tx, good)->callId;
        return m_clinic->calls().report(tx, actor, {device, callId, SipReport::State::Answered, {}}) &&
               m_clinic->calls().report(tx, actor, {device, callId, SipReport::State::Ended, {}});
    });
    const CallKey missed = call().call;
    m_clinic->startDelivery();
    QTRY_VERIFY(view(missed).isOver());
    const CallKey under = call().call;
    const auto page = m_clinic->store().readNow(
        [&](Transaction &tx) { return m_clinic->calls().list(tx, {.onlyTrouble = true}, {}); });
    QVERIFY(page);
    QCOMPARE(page->items.size(), 2);
    for (const CallAttemptView &item : page->items)
        QVERIFY(item.attempt.call == missed);
    write([&](WriteTransaction &tx) -> Result<bool> {
        return m_clinic->calls().cancelCall(tx, Actor::system("test"), under).has_value();
    });
    QVERIFY(view(under).isOver());
    QVERIFY(view(under).fallback.isNull());
}

QTEST_GUILESS_MAIN(TestCallCenter)
#include "tst_callcenter.moc"
