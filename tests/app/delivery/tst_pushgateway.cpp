// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/pushgateway.h"

#include "app/directory/userdeviceservice.h"
#include "app/directory/userservice.h"
#include "tests/support/scratchclinic.h"

#include <QSemaphore>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

/// Takes every push and keeps it.
class Recorder final : public PushSender
{
public:
    void send(Push push, Done done) override
    {
        pushes.append(std::move(push));
        done({});
    }
    void cancel() override {}

    QVector<Push> pushes;
};

} // namespace

/// Whose device a push goes to (RULES.md, Push messages).
class TestPushGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsTheirDevice();
    void tellsNobodyElse();
    void tellsAnyDeviceWhatIsNobodys();

private:
    UserId add(const QString &mobile);
    void give(const UserId &user);
    DeliveryOutcome send(const UserId &user);

    std::unique_ptr<ScratchClinic> m_clinic;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<PushGateway> m_gateway;
    const DeviceId m_device = DeviceId::fromTrusted("c1a21fce-8660-4c69-a98d-820a50154f93");
};

void TestPushGateway::init()
{
    m_clinic = std::make_unique<ScratchClinic>();
    m_recorder = std::make_unique<Recorder>();
    m_gateway =
        std::make_unique<PushGateway>(m_clinic->store(), m_clinic->settings, m_clinic->vault, *m_recorder);
}

void TestPushGateway::cleanup()
{
    m_gateway.reset();
    m_clinic.reset();
    m_recorder.reset();
}

UserId TestPushGateway::add(const QString &mobile)
{
    UserInput input;
    input.firstName = u"John"_s;
    input.mobile = mobile;
    input.mobileVerified = true;
    input.isAppUser = true;
    const auto added = m_clinic->store().writeNow([&](WriteTransaction &tx) {
        return UserService(m_clinic->settings).add(tx, ScratchClinic::staff(), input);
    });
    if (!added)
        qFatal("nobody was added: %s", added.error().reason);
    return added->id;
}

void TestPushGateway::give(const UserId &user)
{
    const auto put = m_clinic->store().writeNow([&](WriteTransaction &tx) {
        return UserDeviceService(m_clinic->vault)
            .put(tx, ScratchClinic::staff(), m_device,
                 {.user = user, .pushToken = u"a-token"_s, .acceptsInboundCalls = true});
    });
    if (!put)
        qFatal("the device was refused: %s", put.error().reason);
}

DeliveryOutcome TestPushGateway::send(const UserId &user)
{
    Message message;
    message.id = MessageId::generate(m_clinic->clock.now());
    message.channel = Channel::Push;
    message.to = QString::fromLatin1(m_device.text());
    message.user = user;
    message.createdAt = m_clinic->clock.now();
    message.body = u"{\"type\":\"file-request\",\"fileRequestId\":\"x\"}"_s;
    QSemaphore answered;
    DeliveryOutcome outcome;
    m_gateway->send(message, [&](DeliveryOutcome came) {
        outcome = std::move(came);
        answered.release();
    });
    if (!answered.tryAcquire(1, 20'000))
        qFatal("the gateway did not answer");
    return outcome;
}

void TestPushGateway::tellsTheirDevice()
{
    const UserId john = add(u"+447777123456"_s);
    give(john);
    QCOMPARE(send(john).kind, DeliveryOutcome::Kind::Sent);
    QCOMPARE(m_recorder->pushes.size(), 1);
    QCOMPARE(m_recorder->pushes.first().token, "a-token"_ba);
}

void TestPushGateway::tellsNobodyElse()
{
    const UserId john = add(u"+447777123456"_s), mary = add(u"+447777654321"_s);
    give(john);
    give(mary); // between the message and its leaving
    const DeliveryOutcome outcome = send(john);
    QCOMPARE(outcome.kind, DeliveryOutcome::Kind::Rejected);
    QCOMPARE(outcome.reason, "push.no_token"_ba);
    QCOMPARE(m_recorder->pushes.size(), 0);
}

void TestPushGateway::tellsAnyDeviceWhatIsNobodys()
{
    give(add(u"+447777123456"_s));
    QCOMPARE(send({}).kind, DeliveryOutcome::Kind::Sent); // an administrator's test
}

QTEST_GUILESS_MAIN(TestPushGateway)
#include "tst_pushgateway.moc"
