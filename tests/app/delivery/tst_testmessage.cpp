// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/testmessage.h"

#include "tests/support/scratchclinic.h"

#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// "Send a test" from the settings (RULES.md, Outbox).
class TestTestMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesTheWayOfItsChannel_data();
    void goesTheWayOfItsChannel();
    void isRefused_data();
    void isRefused();
    void isRecordedBySandbox();
    void tellsHowItGoes();
    void isTakenBackAlone();

private:
    static Actor admin()
    {
        Actor actor = ScratchClinic::staff();
        actor.role = Actor::Role::Admin;
        return actor;
    }
    static QHash<QByteArray, QString> realProviders()
    {
        return {{"ANTEROOM_SMS_PROVIDER", u"http"_s}, {"ANTEROOM_MAIL_PROVIDER", u"smtp"_s}};
    }
    static Result<MessageId> send(ScratchClinic &clinic, Channel channel, const QString &to,
                                  const Actor &actor)
    {
        return clinic.store().writeNow([&](WriteTransaction &tx) {
            return TestMessage::send(tx, actor, clinic.outbox, clinic.settings, channel, {.to = to});
        });
    }
    static TestMessage::Outcome look(ScratchClinic &clinic, const MessageId &id)
    {
        return clinic.read([&](Transaction &tx) { return TestMessage::look(tx, id).value(); });
    }
};

void TestTestMessage::goesTheWayOfItsChannel_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("text message") << u"en"_s << int(Channel::Sms) << u" +44 7777 123-456"_s
                                  << u"+447777123456"_s << QString()
                                  << u"Riverside: This is a test message."_s;
    QTest::newRow("e-mail") << u"it"_s << int(Channel::Email) << u"Jane@example.org "_s
                            << u"Jane@example.org"_s << u"Messaggio di prova"_s
                            << u"Riverside: Messaggio di prova."_s;
    QTest::newRow("in Ukrainian") << u"uk"_s << int(Channel::Email) << u"jane@example.org"_s
                                  << u"jane@example.org"_s << u"Пробне повідомлення"_s
                                  << u"Riverside: Пробне повідомлення."_s;
}

void TestTestMessage::goesTheWayOfItsChannel()
{
    QFETCH(QString, language);
    QFETCH(int, channel);
    QFETCH(QString, typed);
    QFETCH(QString, to);
    QFETCH(QString, subject);
    QFETCH(QString, beginning);
    auto environment = realProviders();
    environment["ANTEROOM_LANGUAGE"] = language;
    environment["ANTEROOM_CLINIC_NAME"] = u"Riverside"_s;
    ScratchClinic clinic(environment);
    QSignalSpy told(&clinic.store().changes(), &ChangeFeed::changed);
    const auto id = send(clinic, Channel(channel), typed, admin());
    QVERIFY(id);
    QCOMPARE(told.size(), 1); // and no gateway is left alone any longer
    QVERIFY(told.first().first().value<ChangeSet>().contains(Change{Topic::Settings, {}}));
    const Message message = clinic.messages().first();
    QCOMPARE(message.id, *id);
    QCOMPARE(message.to, to);
    QCOMPARE(message.subject, subject);
    QVERIFY2(message.body.startsWith(beginning), qPrintable(message.body));
    QCOMPARE(message.status, MessageStatus::Queued);
    QVERIFY(message.isUrgent());
    QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'message.test'"), 1);
}

void TestTestMessage::isRefused_data()
{
    QTest::addColumn<int>("channel");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("asAdmin");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no admin") << int(Channel::Sms) << u"+447777123456"_s << false << "access.admin_only"_ba;
    QTest::newRow("no number") << int(Channel::Sms) << u"jane"_s << true << "phone.malformed"_ba;
    QTest::newRow("no address") << int(Channel::Email) << u"jane"_s << true << "email.malformed"_ba;
    QTest::newRow("two addresses") << int(Channel::Email) << u"a@b.org,c@d.org"_s << true
                                   << "email.malformed"_ba;
    QTest::newRow("push") << int(Channel::Push) << u"x"_s << true << "id.malformed"_ba;
    QTest::newRow("video") << int(Channel::Video) << u"x"_s << true << "message.no_test"_ba;
}

void TestTestMessage::isRefused()
{
    QFETCH(int, channel);
    QFETCH(QString, to);
    QFETCH(bool, asAdmin);
    QFETCH(QByteArray, reason);
    ScratchClinic clinic(realProviders());
    const auto id = send(clinic, Channel(channel), to, asAdmin ? admin() : ScratchClinic::staff());
    QVERIFY(!id);
    QCOMPARE(id.error().reason, reason.constData());
    QCOMPARE(clinic.messages().size(), 0);
}

void TestTestMessage::isRecordedBySandbox()
{
    ScratchClinic clinic;
    const auto id = send(clinic, Channel::Sms, u"+447777123456"_s, admin());
    QVERIFY(id);
    const TestMessage::Outcome outcome = look(clinic, *id);
    QCOMPARE(outcome.status, MessageStatus::Sent);
    QCOMPARE(outcome.provider, u"sandbox"_s);
    QVERIFY(outcome.isOver);
}

void TestTestMessage::tellsHowItGoes()
{
    ScratchClinic clinic(realProviders());
    const auto id = send(clinic, Channel::Email, u"jane@example.org"_s, admin());
    QVERIFY(id);
    QVERIFY(!look(clinic, *id).isOver);
    const auto outcomeIs = [&](DeliveryOutcome::Kind kind, const QByteArray &reason) {
        clinic.write([&](WriteTransaction &tx) {
            clinic.outbox.claim(tx, {*id});
            clinic.outbox.record(tx, {.id = *id, .kind = kind, .reason = reason});
        });
    };
    outcomeIs(DeliveryOutcome::Kind::TryAgain, "mail.sign_in 535");
    TestMessage::Outcome outcome = look(clinic, *id);
    QVERIFY(!outcome.isOver);
    QCOMPARE(outcome.reason, "mail.sign_in 535"_ba);
    QVERIFY(outcome.next && *outcome.next > clinic.clock.now());
    clinic.clock.set(*outcome.next);
    outcomeIs(DeliveryOutcome::Kind::Rejected, "mail.recipient_refused 550");
    outcome = look(clinic, *id);
    QVERIFY(outcome.isOver);
    QVERIFY(!outcome.next);
    QCOMPARE(outcome.status, MessageStatus::Rejected);
    QCOMPARE(outcome.reason, "mail.recipient_refused 550"_ba);
}

void TestTestMessage::isTakenBackAlone()
{
    ScratchClinic clinic(realProviders());
    const auto first = send(clinic, Channel::Email, u"jane@example.org"_s, admin());
    const auto second = send(clinic, Channel::Email, u"jane@example.org"_s, admin());
    QVERIFY(first && second);
    const auto cancel = [&](const MessageId &id, const Actor &actor) {
        return clinic.store().writeNow([&](WriteTransaction &tx) -> Result<bool> {
            const auto done = TestMessage::cancel(tx, actor, clinic.outbox, id);
            return done ? Result<bool>(true) : fail(done.error());
        });
    };
    QVERIFY(!cancel(*first, ScratchClinic::staff()));
    QVERIFY(!cancel(MessageId::generate(clinic.clock.now()), admin()));
    QVERIFY(cancel(*first, admin()));
    QCOMPARE(look(clinic, *first).status, MessageStatus::Cancelled);
    QCOMPARE(look(clinic, *second).status, MessageStatus::Queued);
}

QTEST_GUILESS_MAIN(TestTestMessage)
#include "tst_testmessage.moc"
