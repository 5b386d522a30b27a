// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/mailgateway.h"

#include "app/delivery/mailmessage.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"
#include "app/storage/keyring.h"
#include "tests/app/delivery/mailbench.h"
#include "tests/support/manualclock.h"
#include "tests/support/parts.h"

#include <QElapsedTimer>
#include <QSemaphore>

using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

namespace {

QByteArrayList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text.toUtf8());
}

const char *kindName(Kind kind)
{
    constexpr const char *names[] = {"sent", "try again", "given up", "rejected", "in doubt"};
    return names[size_t(kind)];
}

} // namespace

/// E-mails to a real exim4, and to a server that misbehaves in every way (RULES.md, E-mail).
class TestMailGateway final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void eximDelivers();
    void eximDeliversAnInvitation();
    void eximRefuses_data();
    void eximRefuses();
    void eximsPasswordIsWrong();
    void certificateIsNotBelieved_data();
    void certificateIsNotBelieved();

    void speaksTlsFromTheStart();
    void stepsAreToldApart_data();
    void stepsAreToldApart();
    void signInIsWanted();
    void nothingLeavesWithoutTls_data();
    void nothingLeavesWithoutTls();
    void thisMachineMayDoWithoutTls();
    void isCutOffAfterTheText();
    void getsNoAnswerToTheText();
    void isBrokenOff_data();
    void isBrokenOff();
    void oddServers_data();
    void oddServers();
    void doesNotWaitForAGoodbye();
    void nobodyListens();
    void settingsAreMissing_data();
    void settingsAreMissing();

private:
    QHash<QByteArray, QString> environment(quint16 port, const QString &scheme = u"smtp"_s) const;
    static Message message(const QString &to);
    DeliveryOutcome deliver(const QHash<QByteArray, QString> &environment, const Message &message);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<OddServer> m_courteous;
    std::unique_ptr<Exim> m_exim; ///< null: not installed
    Certificate m_certificate, m_otherName, m_stranger;
    ManualClock m_clock;
    TransferOptions m_options;
};

void TestMailGateway::initTestCase()
{
    for (const char *program : {"openssl", "python3", "node"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
            LEAVE_OUT_UNLESS_CI("openssl, python3 or node is missing: packaging/setup --tests");
    }
    if (!QFile::exists(qEnvironmentVariable("ANTEROOM_TEST_SOURCE") + u"/tests/node_modules/smtp-server"_s))
        LEAVE_OUT_UNLESS_CI("the npm packages are missing: packaging/setup --tests");
    m_folder = std::make_unique<QTemporaryDir>();
    QFile::setPermissions(m_folder->path(),
                          QFileDevice::Permissions(0x7755)); // exim reads the key as another
    m_certificate = Certificate::make(*m_folder, u"good"_s, u"DNS:localhost,IP:127.0.0.1"_s);
    m_otherName = Certificate::make(*m_folder, u"other"_s, u"DNS:mail.example.net"_s);
    m_stranger = Certificate::make(*m_folder, u"stranger"_s, u"DNS:localhost,IP:127.0.0.1"_s);
    m_keyring = Keyring::inFile(m_folder->path());
    m_courteous = std::make_unique<OddServer>(u"ok"_s, m_certificate);
    if (!Exim::program().isEmpty()) {
        m_exim = std::make_unique<Exim>(m_certificate);
        QTRY_VERIFY(m_exim->isUp());
    }
}

void TestMailGateway::init()
{
    m_options = {.connectWithin = 5s, .endWithin = 10s};
    if (m_exim)
        m_exim->forgetMails();
    logged.clear();
    qInstallMessageHandler(keepLog);
}

void TestMailGateway::cleanup()
{
    qInstallMessageHandler(nullptr);
    for (const QByteArray &line : logged) {
        for (const char *secret : {"right-password", "wrong-password", "example.org"})
            QVERIFY2(!line.contains(secret), line.constData());
    }
}

QHash<QByteArray, QString> TestMailGateway::environment(quint16 port, const QString &scheme) const
{
    return {{"ANTEROOM_SMTP_URL", u"%1://localhost:%2"_s.arg(scheme).arg(port)},
            {"ANTEROOM_SMTP_USER", u"anteroom"_s},
            {"ANTEROOM_SMTP_PASSWORD", u"right-password"_s},
            {"ANTEROOM_SMTP_CA", m_certificate.certificate},
            {"ANTEROOM_MAIL_FROM", u"Клініка «Над річкою» <noreply@example.org>"_s}};
}

Message TestMailGateway::message(const QString &to)
{
    Message message;
    message.id = MessageId::fromTrusted("0198c0de-0000-7000-8000-00000000000a");
    message.channel = Channel::Email;
    message.to = to;
    message.subject = u"Олена Петренко просить вас надіслати фото для лікаря"_s;
    message.body =
        u"Добрий день!\n\nВідкрийте цю сторінку:\nhttps://example.org/r/abcdefgh2345\n\n.\nFrom us\n"_s;
    return message;
}

DeliveryOutcome TestMailGateway::deliver(const QHash<QByteArray, QString> &environment,
                                         const Message &message)
{
    const Settings settings(environment);
    DeliveryOutcome outcome;
    QSemaphore answered;
    {
        MailGateway gateway(settings, *m_keyring, m_clock, m_options);
        gateway.send(message, [&](DeliveryOutcome told) {
            outcome = std::move(told);
            answered.release();
        });
        if (!answered.tryAcquire(1, 2 * patience))
            outcome.reason = "nobody answered";
    }
    if (outcome.id != message.id)
        outcome.reason = "of another message";
    return outcome;
}

#define COMPARE_OUTCOME(outcome, expectedKind, expectedReason, expectedFault)                                \
    do {                                                                                                     \
        QCOMPARE(outcome.reason, QByteArray(expectedReason));                                                \
        QCOMPARE(kindName(outcome.kind), kindName(expectedKind));                                            \
        QCOMPARE(outcome.providerFailed, expectedFault);                                                     \
    } while (false)

void TestMailGateway::eximDelivers()
{
    if (!m_exim)
        LEAVE_OUT_UNLESS_CI("no exim4: packaging/setup --tests");
    Exim &exim = *m_exim;
    // As people set it: the password in the keyring.
    auto settings = environment(exim.port());
    settings.remove("ANTEROOM_SMTP_PASSWORD");
    QVERIFY(Secrets(Settings({}), *m_keyring).write("ANTEROOM_SMTP_PASSWORD", "right-password"));

    const Message sent = message(u"olena@example.org"_s);
    const DeliveryOutcome outcome = deliver(settings, sent);
    COMPARE_OUTCOME(outcome, Kind::Sent, "", false);
    QVERIFY(m_keyring->write(u"setting:ANTEROOM_SMTP_PASSWORD"_s, {}));

    QTRY_COMPARE(exim.mails().size(), 1);
    const QByteArray arrived = exim.mails().first();
    QVERIFY(arrived.contains("with esmtpsa")); // TLS, signed in
    const QJsonObject read = parseMail(arrived);
    QCOMPARE(read.value(u"defects"_s).toArray(), QJsonArray());
    QCOMPARE(read.value(u"fromName"_s).toString(), u"Клініка «Над річкою»"_s);
    const QJsonObject headers = read.value(u"headers"_s).toObject();
    QCOMPARE(headers[u"Subject"_s].toString(), sent.subject);
    QCOMPARE(headers[u"Message-ID"_s].toString(), u"<0198c0de-0000-7000-8000-00000000000a@example.org>"_s);
    QCOMPARE(headers[u"Return-path"_s].toString(), u"<noreply@example.org>"_s);
    QCOMPARE(read.value(u"date"_s).toString(), u"2026-01-15T12:00:00+00:00"_s);
    QCOMPARE(partOf(read, "text/plain").replace("\r\n"_L1, "\n"_L1), sent.body);
    QVERIFY(partOf(read, "text/html").contains("<a href=\"https://example.org/r/abcdefgh2345\">"_L1));
}

void TestMailGateway::eximDeliversAnInvitation()
{
    if (!m_exim)
        LEAVE_OUT_UNLESS_CI("no exim4: packaging/setup --tests");
    Exim &exim = *m_exim;
    Message sent = message(u"jane@example.org"_s);
    sent.calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nBEGIN:VEVENT\r\nSUMMARY:\xD0\x9A\xD0\xBE\xD0\xBD\r\n"
                    "END:VEVENT\r\nEND:VCALENDAR\r\n";
    const DeliveryOutcome outcome = deliver(environment(exim.port()), sent);
    COMPARE_OUTCOME(outcome, Kind::Sent, "", false);

    QTRY_COMPARE(exim.mails().size(), 1);
    const QJsonObject read = parseMail(exim.mails().first());
    QCOMPARE(read.value(u"defects"_s).toArray(), QJsonArray());
    QCOMPARE(partOf(read, "text/calendar").toUtf8(), QByteArray(sent.calendar).replace("\r\n", "\n"));
    QCOMPARE(read.value(u"parts"_s).toArray().last()[u"method"_s].toString(), u"CANCEL"_s);
}

void TestMailGateway::eximRefuses_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("large");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("unknown") << u"nobody@example.org"_s << false << int(Kind::Rejected)
                             << "mail.recipient_refused 550 5.1.1"_ba;
    QTest::newRow("later") << u"later@example.org"_s << false << int(Kind::TryAgain)
                           << "mail.recipient_refused 451 4.2.1"_ba;
    QTest::newRow("too large") << u"jane@example.org"_s << true << int(Kind::Rejected)
                               << "mail.message_refused 552"_ba;
}

void TestMailGateway::eximRefuses()
{
    QFETCH(QString, to);
    QFETCH(bool, large);
    QFETCH(int, kind);
    QFETCH(QByteArray, reason);
    if (!m_exim)
        LEAVE_OUT_UNLESS_CI("no exim4: packaging/setup --tests");
    Exim &exim = *m_exim;
    Message sent = message(to);
    if (large)
        sent.body = QString(200'000, u'x');
    const DeliveryOutcome outcome = deliver(environment(exim.port()), sent);
    COMPARE_OUTCOME(outcome, Kind(kind), reason, false);
    QCOMPARE(exim.mails().size(), 0);
}

void TestMailGateway::eximsPasswordIsWrong()
{
    if (!m_exim)
        LEAVE_OUT_UNLESS_CI("no exim4: packaging/setup --tests");
    Exim &exim = *m_exim;
    auto settings = environment(exim.port());
    settings["ANTEROOM_SMTP_PASSWORD"] = u"wrong-password"_s;
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::TryAgain, "mail.sign_in 535", true);
    QVERIFY(outcome.leaveAlone.has_value()); // the lane pauses at once
    QVERIFY(exim.log().contains("authenticator failed"));
    QCOMPARE(exim.mails().size(), 0);
}

void TestMailGateway::certificateIsNotBelieved_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<bool>("otherName");
    QTest::addColumn<bool>("withCa");
    for (const QString &scheme : {u"smtp"_s, u"smtps"_s}) {
        QTest::addRow("%s, of nobody we know", qPrintable(scheme)) << scheme << false << true;
        QTest::addRow("%s, for another name", qPrintable(scheme)) << scheme << true << true;
        QTest::addRow("%s, without a CA file", qPrintable(scheme)) << scheme << false << false;
    }
}

void TestMailGateway::certificateIsNotBelieved()
{
    QFETCH(QString, scheme);
    QFETCH(bool, otherName);
    QFETCH(bool, withCa);
    OddServer server(scheme == "smtps"_L1 ? scheme : u"ok"_s, otherName ? m_otherName : m_stranger);
    auto settings = environment(server.port(), scheme);
    if (otherName)
        settings["ANTEROOM_SMTP_CA"] = m_otherName.certificate;
    if (!withCa) { // nor anything to sign in with: a certificate that is offered is checked all the same
        settings.remove("ANTEROOM_SMTP_CA");
        settings.remove("ANTEROOM_SMTP_USER");
    }
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::TryAgain, "mail.certificate", true);
    QCOMPARE(server.events("mail").size(), 0);
    QCOMPARE(server.events("auth").size(), 0);
}

void TestMailGateway::speaksTlsFromTheStart()
{
    OddServer server(u"smtps"_s, m_certificate);
    const DeliveryOutcome outcome =
        deliver(environment(server.port(), u"smtps"_s), message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::Sent, "", false);
    const auto mails = server.events("mail");
    QCOMPARE(mails.size(), 1);
    QVERIFY(mails.first()[u"secure"_s].toBool());
    QCOMPARE(mails.first()[u"user"_s].toString(), u"anteroom"_s);
    const QJsonObject read = parseMail(QByteArray::fromBase64(mails.first()[u"raw"_s].toString().toLatin1()));
    QCOMPARE(partOf(read, "text/plain").replace("\r\n"_L1, "\n"_L1), message({}).body);
}

void TestMailGateway::stepsAreToldApart_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<bool>("fault");
    const auto row = [](const char *name, const QString &from, const QString &to, Kind kind,
                        const QByteArray &reason,
                        bool fault) { QTest::newRow(name) << from << to << int(kind) << reason << fault; };
    const QString us = u"noreply"_s, jane = u"jane"_s;
    row("fine", us, jane, Kind::Sent, "", false);
    row("sender 550", u"sender-550"_s, jane, Kind::TryAgain, "mail.sender_refused 550", true);
    row("sender 451", u"sender-451"_s, jane, Kind::TryAgain, "mail.sender_refused 451", true);
    row("sender 552", u"sender-552"_s, jane, Kind::Rejected, "mail.message_refused 552", false);
    row("recipient 550", us, u"rcpt-550"_s, Kind::Rejected, "mail.recipient_refused 550", false);
    row("recipient 553", us, u"rcpt-553"_s, Kind::Rejected, "mail.recipient_refused 553", false);
    row("recipient 450", us, u"rcpt-450"_s, Kind::TryAgain, "mail.recipient_refused 450", false);
    row("recipient 421", us, u"rcpt-421"_s, Kind::TryAgain, "mail.recipient_refused 421", true);
    row("recipient 530", us, u"rcpt-530"_s, Kind::TryAgain, "mail.sign_in 530", true);
    row("text 554", us, u"text-554"_s, Kind::Rejected, "mail.message_refused 554", false);
    row("text 451", us, u"text-451"_s, Kind::TryAgain, "mail.message_refused 451", false);
    row("text 421", us, u"text-421"_s, Kind::TryAgain, "mail.message_refused 421", true);
}

void TestMailGateway::stepsAreToldApart()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, kind);
    QFETCH(QByteArray, reason);
    QFETCH(bool, fault);
    OddServer &server = *m_courteous;
    const auto before = server.events("mail").size();
    auto settings = environment(server.port());
    settings["ANTEROOM_MAIL_FROM"] = from + u"@example.org"_s;
    const DeliveryOutcome outcome = deliver(settings, message(to + u"@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind(kind), reason, fault);
    QCOMPARE(server.events("mail").size() - before, Kind(kind) == Kind::Sent ? 1 : 0);
}

void TestMailGateway::signInIsWanted()
{
    OddServer server(u"sign-in"_s, m_certificate);
    auto settings = environment(server.port());
    settings.remove("ANTEROOM_SMTP_USER");
    const DeliveryOutcome without = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(without, Kind::TryAgain, "mail.sign_in 530", true);
    settings = environment(server.port());
    settings["ANTEROOM_SMTP_PASSWORD"] = u"wrong-password"_s;
    const DeliveryOutcome wrong = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(wrong, Kind::TryAgain, "mail.sign_in 535", true);
    const DeliveryOutcome right = deliver(environment(server.port()), message(u"jane@example.org"_s));
    COMPARE_OUTCOME(right, Kind::Sent, "", false);
}

void TestMailGateway::nothingLeavesWithoutTls_data()
{
    QTest::addColumn<QByteArray>("without");
    QTest::newRow("a password would leave") << "ANTEROOM_SMTP_CA"_ba;
    QTest::newRow("somebody gave a CA") << "ANTEROOM_SMTP_USER"_ba;
}

void TestMailGateway::nothingLeavesWithoutTls()
{
    QFETCH(QByteArray, without);
    OddServer server(u"no-tls"_s);
    auto settings = environment(server.port());
    settings.remove(without);
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::TryAgain, "mail.no_tls", true);
    QCOMPARE(server.events("connected").size(), 1);
    QCOMPARE(server.events("auth").size(), 0);
    QCOMPARE(server.events("mail").size(), 0);
}

void TestMailGateway::thisMachineMayDoWithoutTls()
{
    OddServer server(u"no-tls"_s);
    auto settings = environment(server.port());
    settings.remove("ANTEROOM_SMTP_CA");
    settings.remove("ANTEROOM_SMTP_USER");
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::Sent, "", false);
    QCOMPARE(server.events("mail").size(), 1);
}

void TestMailGateway::isCutOffAfterTheText()
{
    OddServer server(u"ok"_s, m_certificate);
    const DeliveryOutcome outcome = deliver(environment(server.port()), message(u"cut@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::InDoubt, "mail.no_answer", true);
    QCOMPARE(server.events("mail").size(), 1);
}

void TestMailGateway::getsNoAnswerToTheText()
{
    OddServer server(u"ok"_s, m_certificate);
    m_options = {.connectWithin = 1min, .endWithin = 5s};
    const DeliveryOutcome outcome = deliver(environment(server.port()), message(u"hang@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::InDoubt, "mail.no_answer", true);
    QCOMPARE(server.events("mail").size(), 1);
}

void TestMailGateway::isBrokenOff_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QByteArray>("event"); // so far it has come
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("before the text") << u"says nothing"_s << u"jane@example.org"_s << "connected"_ba
                                     << int(Kind::TryAgain) << "delivery.cancelled"_ba;
    QTest::newRow("after the text") << u"no-tls"_s << u"hang@example.org"_s << "mail"_ba << int(Kind::InDoubt)
                                    << "mail.no_answer"_ba;
}

// As at a stop of the program: what never left is not in doubt.
void TestMailGateway::isBrokenOff()
{
    QFETCH(QString, mode);
    QFETCH(QString, to);
    QFETCH(QByteArray, event);
    QFETCH(int, kind);
    QFETCH(QByteArray, reason);
    OddServer server(mode);
    auto given = environment(server.port());
    given.remove("ANTEROOM_SMTP_CA");
    given.remove("ANTEROOM_SMTP_USER");
    const Settings settings(given);
    DeliveryOutcome outcome;
    QSemaphore answered;
    MailGateway gateway(settings, *m_keyring, m_clock);
    gateway.send(message(to), [&](DeliveryOutcome told) {
        outcome = std::move(told);
        answered.release();
    });
    QTRY_COMPARE(server.events(event.constData()).size(), 1);
    gateway.cancel();
    QVERIFY(answered.tryAcquire(1, patience));
    COMPARE_OUTCOME(outcome, Kind(kind), reason, false);
}

void TestMailGateway::oddServers_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("says nothing") << "delivery.timed_out"_ba;
    QTest::newRow("speaks another language") << "delivery.broken"_ba;
    QTest::newRow("sends bytes") << "delivery.broken"_ba;
    QTest::newRow("greets without end") << "delivery.broken"_ba;
    QTest::newRow("never ends its line") << "delivery.broken"_ba;
    QTest::newRow("is out of service") << "mail.server_refused 554 5.3.2"_ba;
    QTest::newRow("is busy") << "mail.server_refused 421 4.3.2"_ba;
    QTest::newRow("goes before the text") << "delivery.broken"_ba;
}

void TestMailGateway::oddServers()
{
    QFETCH(QByteArray, reason);
    OddServer server(QString::fromLatin1(QTest::currentDataTag()));
    const bool isSilent = reason == "delivery.timed_out";
    m_options = {.connectWithin = isSilent ? 1500ms : 60s, .endWithin = isSilent ? 3s : 60s};
    auto settings = environment(server.port());
    settings.remove("ANTEROOM_SMTP_CA");
    settings.remove("ANTEROOM_SMTP_USER");
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::TryAgain, reason, true);
}

void TestMailGateway::doesNotWaitForAGoodbye()
{
    OddServer server(u"never says goodbye"_s);
    auto settings = environment(server.port());
    settings.remove("ANTEROOM_SMTP_CA");
    settings.remove("ANTEROOM_SMTP_USER");
    QElapsedTimer took;
    took.start();
    const DeliveryOutcome outcome = deliver(settings, message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::Sent, "", false);
    QVERIFY2(took.elapsed() < 25'000, qPrintable(QString::number(took.elapsed())));
    QCOMPARE(server.events("mail").size(), 1);
}

void TestMailGateway::nobodyListens()
{
    QTcpServer taken;
    taken.listen(QHostAddress::LocalHost);
    const quint16 port = taken.serverPort();
    taken.close();
    const DeliveryOutcome outcome = deliver(environment(port), message(u"jane@example.org"_s));
    COMPARE_OUTCOME(outcome, Kind::TryAgain, "delivery.no_connection", true);
}

void TestMailGateway::settingsAreMissing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("reason");
    const QString jane = u"jane@example.org"_s;
    QTest::newRow("no server") << "ANTEROOM_SMTP_URL"_ba << QString() << jane << int(Kind::TryAgain)
                               << "mail.not_set_up"_ba;
    QTest::newRow("no sender") << "ANTEROOM_MAIL_FROM"_ba << QString() << jane << int(Kind::TryAgain)
                               << "mail.not_set_up"_ba;
    QTest::newRow("an address in Ukrainian") << "ANTEROOM_CLINIC_NAME"_ba << u"x"_s << u"олена@example.org"_s
                                             << int(Kind::Rejected) << "mail.address"_ba;
}

void TestMailGateway::settingsAreMissing()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, value);
    QFETCH(QString, to);
    QFETCH(int, kind);
    QFETCH(QByteArray, reason);
    auto settings = environment(9);
    settings[name] = value;
    const DeliveryOutcome outcome = deliver(settings, message(to));
    COMPARE_OUTCOME(outcome, Kind(kind), reason, Kind(kind) == Kind::TryAgain);
}

QTEST_GUILESS_MAIN(TestMailGateway)
#include "tst_mailgateway.moc"
