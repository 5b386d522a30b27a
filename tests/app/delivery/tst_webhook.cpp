// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryworker.h"
#include "app/delivery/publicaddress.h"
#include "app/delivery/webhookgateway.h"
#include "app/delivery/webhooksignature.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"
#include "app/storage/keyring.h"
#include "app/storage/vault.h"
#include "tests/app/delivery/receiver.h"
#include "tests/support/scratchstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

namespace {

const QByteArray secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QString eventText =
    u"{\"event\":{\"id\":\"0198c0de-0000-7000-8000-00000000000e\",\"type\":\"file-request.files.update\"}}"_s;
const QByteArray eventId = "0198c0de-0000-7000-8000-00000000000e";

} // namespace

class TestWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<ScratchStore>();
        m_receiver = std::make_unique<Receiver>();
        m_keyring = Keyring::inFile(m_folder.path());
        m_environment = {{"ANTEROOM_WEBHOOKS_ENABLED", u"true"_s},
                         {"ANTEROOM_WEBHOOK_ALLOW_HTTP", u"true"_s},
                         {"ANTEROOM_WEBHOOK_ALLOW_PRIVATE", u"true"_s},
                         {"ANTEROOM_WEBHOOK_SECRET", QString::fromLatin1(secret)}};
    }

    void cleanup()
    {
        m_worker.reset();
        m_gateway.reset();
        m_receiver.reset();
        m_scratch.reset();
    }

    void thePublishedVectorIsMet()
    {
        const QByteArray payload = "{\"test\": 2432232314}";
        const QByteArray id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        const QByteArray expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        QCOMPARE(webhookSignature(secret, id, 1614265330, payload), expected);
        // Whatever changes, so does the signature.
        QVERIFY(webhookSignature(secret, id, 1614265331, payload) != expected);
        QVERIFY(webhookSignature(secret, id + "x", 1614265330, payload) != expected);
        QVERIFY(webhookSignature(secret, id, 1614265330, payload + " ") != expected);
    }

    void everySecretSigns()
    {
        const QByteArray other = newWebhookSecret();
        const QByteArray one = webhookSignature(secret, "id", 1, "{}"),
                         two = webhookSignature(other, "id", 1, "{}");
        QVERIFY(one != two);
        QCOMPARE(webhookSignature(secret + ' ' + other, "id", 1, "{}"), one + ' ' + two);
        QVERIFY(webhookSignature({}, "id", 1, "{}").isEmpty());
    }

    void aSecretIsMadeOnce()
    {
        m_environment.remove("ANTEROOM_WEBHOOK_SECRET");
        m_settings = std::make_unique<Settings>(m_environment);
        QVERIFY(ensureWebhookSecret(*m_settings, *m_keyring));
        const QByteArray made = Secrets(*m_settings, *m_keyring).read("ANTEROOM_WEBHOOK_SECRET").value();
        QVERIFY2(checkSetting("ANTEROOM_WEBHOOK_SECRET", QString::fromLatin1(made)), made.constData());
        QVERIFY(ensureWebhookSecret(*m_settings, *m_keyring));
        QCOMPARE(Secrets(*m_settings, *m_keyring).read("ANTEROOM_WEBHOOK_SECRET").value(), made);
    }

    void anEventIsPostedSigned()
    {
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, Kind::Sent);
        QCOMPARE(m_receiver->requests.size(), 1);
        const Receiver::Request request = m_receiver->requests.first();
        QVERIFY(request.head.startsWith("POST /hook?x=1 HTTP/1.1\r\n"));
        QCOMPARE(request.body, eventText.toUtf8());
        QCOMPARE(request.header("content-type"), "application/json"_ba);
        QCOMPARE(request.header("webhook-id"), eventId);
        const QByteArray timestamp = request.header("webhook-timestamp");
        QCOMPARE(timestamp.toLongLong(), toUs(m_scratch->clock.now()) / 1'000'000);
        QCOMPARE(request.header("webhook-signature"),
                 webhookSignature(secret, eventId, timestamp.toLongLong(), request.body));
        QVERIFY(request.header("expect").isEmpty());
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<DeliveryOutcome::Kind>("kind");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("200") << Receiver::status(200) << Kind::Sent << ""_ba;
        QTest::newRow("204") << Receiver::status(204) << Kind::Sent << ""_ba;
        QTest::newRow("299") << Receiver::status(299) << Kind::Sent << ""_ba;
        QTest::newRow("301") << Receiver::status(301, "Location: /elsewhere\r\n") << Kind::TryAgain
                             << "webhook.redirected"_ba;
        QTest::newRow("404") << Receiver::status(404) << Kind::TryAgain << "webhook.status_404"_ba;
        QTest::newRow("410") << Receiver::status(410) << Kind::GivenUp << "webhook.gone"_ba;
        QTest::newRow("500") << Receiver::status(500) << Kind::TryAgain << "webhook.status_500"_ba;
        QTest::newRow("cut off") << Receiver::cut << Kind::TryAgain << "delivery.broken"_ba;
        QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba << Kind::TryAgain << "delivery.broken"_ba;
        QTest::newRow("no end") << Receiver::hang << Kind::TryAgain << "delivery.timed_out"_ba;
        QTest::newRow("too much") << Receiver::endless << Kind::Sent << ""_ba;
    }

    void answers()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const DeliveryOutcome::Kind, kind);
        QFETCH(const QByteArray, reason);
        m_receiver->answers = {answer};
        m_options.endWithin = answer == Receiver::hang ? 3s : 20s;
        const DeliveryOutcome outcome = send();
        m_options = {};
        QCOMPARE(outcome.reason, reason);
        QCOMPARE(outcome.kind, kind);
        QCOMPARE(m_receiver->requests.size(), 1);
        QVERIFY2(m_receiver->sent < 4'000'000, qPrintable(QString::number(m_receiver->sent)));
    }

    void whatTheReceiverAsksForIsPassedOn()
    {
        m_receiver->answers = {Receiver::status(503, "Retry-After: 120\r\n"),
                               Receiver::status(429, "retry-after: Thu, 15 Jan 2026 12:10:00 GMT\r\n"),
                               Receiver::status(500, "Retry-After: soon\r\n")};
        QVERIFY(send().retryAfter == std::optional<std::chrono::milliseconds>(120s));
        QVERIFY(send().retryAfter == std::optional<std::chrono::milliseconds>(10min)); // it is noon
        QVERIFY(!send().retryAfter);
    }

    void aRedirectIsNotFollowed()
    {
        Receiver other;
        m_receiver->answers = {Receiver::status(307, "Location: " + other.url().toLatin1() + "\r\n")};
        QCOMPARE(send().reason, "webhook.redirected"_ba);
        QCOMPARE(other.connections, 0);
    }

    void aProxyOfTheEnvironmentIsNotUsed()
    {
        Receiver proxy;
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.port());
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
            qputenv(name, address);
        const DeliveryOutcome outcome = send();
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy"})
            qunsetenv(name);
        QCOMPARE(outcome.kind, Kind::Sent);
        QCOMPARE(proxy.connections, 0);
    }

    void privateAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"https://127.0.0.1:%1/", "https://localhost:%1/", "https://[::1]:%1/", "https://10.1.2.3/",
              "https://0.0.0.0:%1/", "https://2130706433:%1/", "https://0x7f.1:%1/", "https://127.1:%1/",
              "https://[::ffff:127.0.0.1]:%1/", "https://inside.example:%1/", "https://169.254.169.254/",
              "http://127.0.0.1:%1/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void privateAddressesAreRefused()
    {
        QFETCH(QString, url);
        m_environment.remove("ANTEROOM_WEBHOOK_ALLOW_PRIVATE");
        m_options.addresses = {"inside.example:" + QByteArray::number(m_receiver->port()) + ":127.0.0.1"};
        if (url.contains(u'%'))
            url = url.arg(m_receiver->port());
        const DeliveryOutcome outcome = send(url);
        m_options = {};
        QCOMPARE(outcome.reason, "delivery.address_refused"_ba);
        QCOMPARE(outcome.kind, Kind::GivenUp);
        QCOMPARE(m_receiver->connections, 0);
    }

    void onlyHttpsOrPlainToThisMachineWhereThatIsAllowed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("plainAllowed");
        QTest::newRow("plain, not allowed") << u"http://127.0.0.1:%1/"_s << false;
        QTest::newRow("plain, elsewhere") << u"http://hook.example:%1/"_s << true;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << true;
        QTest::newRow("mail") << u"smtp://127.0.0.1:%1/"_s << true;
        QTest::newRow("credentials") << u"http://user:word@127.0.0.1:%1/"_s << true;
        QTest::newRow("a second line") << u"http://127.0.0.1:%1/\r\nX: y"_s << true;
    }

    void onlyHttpsOrPlainToThisMachineWhereThatIsAllowed()
    {
        QFETCH(QString, url);
        QFETCH(const bool, plainAllowed);
        m_environment.insert("ANTEROOM_WEBHOOK_ALLOW_HTTP", plainAllowed ? u"true"_s : u"false"_s);
        const DeliveryOutcome outcome = send(url.contains(u'%') ? url.arg(m_receiver->port()) : url);
        QCOMPARE(outcome.reason, "webhook.address_not_allowed"_ba);
        QCOMPARE(outcome.kind, Kind::GivenUp);
        QCOMPARE(m_receiver->connections, 0);
    }

    void aReceiverIsBelievedByItsCertificateOnly()
    {
        makeCertificate();
        m_options.addresses = {"hook.example:" + QByteArray::number(m_receiver->port()) + ":127.0.0.1",
                               "other.example:" + QByteArray::number(m_receiver->port()) + ":127.0.0.1"};
        const QString hook = u"https://hook.example:%1/"_s.arg(m_receiver->port());
        const DeliveryOutcome unknown = send(hook);
        QCOMPARE(unknown.reason, "delivery.certificate"_ba);
        QCOMPARE(unknown.kind, Kind::TryAgain);
        QVERIFY(unknown.providerFailed);
        m_environment.insert("ANTEROOM_WEBHOOK_CA", m_folder.filePath(u"cert.pem"_s));
        QCOMPARE(send(hook).kind, Kind::Sent);
        QCOMPARE(send(u"https://other.example:%1/"_s.arg(m_receiver->port())).reason,
                 "delivery.certificate"_ba);
        QCOMPARE(m_receiver->requests.size(), 1);
        m_options = {};
    }

    void whoIsNotThereFailsByHimself()
    {
        const QString nobody = m_receiver->url();
        m_receiver->close();
        const DeliveryOutcome outcome = send(nobody);
        QCOMPARE(outcome.reason, "delivery.no_connection"_ba);
        QVERIFY(outcome.providerFailed);
        m_receiver = std::make_unique<Receiver>();
        m_receiver->answers = {Receiver::status(500)};
        QVERIFY(!send().providerFailed); // it is there, only not happy
    }

    void publicAddresses_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                                    "126.255.255.255", "128.0.0.0", "169.253.255.255", "172.15.255.255",
                                    "172.32.0.0", "192.167.255.255", "198.17.255.255", "198.20.0.0",
                                    "223.255.255.255", "2001:200::1", "2606:4700::1111", "2a00:1450:4001::1"})
            QTest::newRow(address) << true;
        for (const char *address : {"0.0.0.0",
                                    "0.1.2.3",
                                    "10.0.0.1",
                                    "100.64.0.1",
                                    "100.127.255.255",
                                    "127.0.0.1",
                                    "127.255.255.254",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.0.0.1",
                                    "192.0.2.1",
                                    "192.88.99.1",
                                    "192.168.1.1",
                                    "198.18.0.1",
                                    "198.19.255.255",
                                    "198.51.100.1",
                                    "203.0.113.1",
                                    "224.0.0.1",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:8.8.8.8",
                                    "::7f00:1",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b:1::1",
                                    "100::1",
                                    "2001::1",
                                    "2001:10::1",
                                    "2001:db8::1",
                                    "2002:7f00:1::1",
                                    "3fff::1",
                                    "fc00::1",
                                    "fd12:3456::1",
                                    "fe80::1",
                                    "fec0::1",
                                    "ff02::1",
                                    "5f00::1",
                                    ""})
            QTest::newRow(*address ? address : "none") << false;
    }

    void publicAddresses()
    {
        QFETCH(const bool, isPublic);
        QCOMPARE(isPublicAddress(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), isPublic);
    }

    void aFailedEventComesAgainAfterFiveSecondsWithTheSameId()
    {
        startWorker();
        m_receiver->answers = {Receiver::status(500), Receiver::status(200)};
        const MessageId id = enqueue();
        QTRY_COMPARE(message(id).status, MessageStatus::Queued);
        QTRY_COMPARE(message(id).lastError, "webhook.status_500"_ba);
        QCOMPARE(message(id).notBefore, m_scratch->clock.now() + 5s);
        m_scratch->clock.advance(5s);
        m_worker->wake();
        QTRY_COMPARE(message(id).status, MessageStatus::Sent);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(m_receiver->requests[0].header("webhook-id"), eventId);
        QCOMPARE(m_receiver->requests[1].header("webhook-id"), eventId);
        QVERIFY(m_receiver->requests[0].header("webhook-signature") !=
                m_receiver->requests[1].header("webhook-signature")); // signed anew, with its own time
    }

    void aReceiverThatIsGoneIsNotTriedAgainUntilAPersonSaysSo()
    {
        startWorker();
        m_receiver->answers = {Receiver::status(410)};
        QSignalSpy troubled(m_worker.get(), &DeliveryWorker::troubled);
        const MessageId id = enqueue();
        QTRY_COMPARE(message(id).status, MessageStatus::Failed);
        QCOMPARE(message(id).lastError, "webhook.gone"_ba);
        QTRY_COMPARE(troubled.size(), 1);
        QVERIFY(m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox->retry(tx, Actor::system("test"), id).has_value();
        }));
        QTRY_COMPARE(message(id).status, MessageStatus::Sent);
    }

    void aReplayIsANewRowWithTheSameEventAndAnAuditRow()
    {
        startWorker();
        const MessageId id = enqueue();
        QTRY_COMPARE(message(id).status, MessageStatus::Sent);
        const auto replayed = m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox->replay(tx, Actor::system("test"), id).value_or(MessageId());
        });
        QVERIFY(!replayed.isNull() && !(replayed == id));
        QTRY_COMPARE(message(replayed).status, MessageStatus::Sent);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(m_receiver->requests[1].header("webhook-id"), eventId);
        QCOMPARE(m_receiver->requests[1].body, m_receiver->requests[0].body);
        QCOMPARE(m_scratch->number("SELECT count(*) FROM audit WHERE action = 'message.replay'"), 1);
    }

    void onlyAnEventThatIsOverCanBeReplayed()
    {
        m_receiver->answers = {Receiver::hang};
        startWorker();
        const MessageId id = enqueue();
        const auto refused = [&](const MessageId &which) {
            return m_scratch->store()
                .writeNow(
                    [&](WriteTransaction &tx) { return m_outbox->replay(tx, Actor::system("test"), which); })
                .error()
                .reason;
        };
        QCOMPARE(refused(id), "message.not_replayable");
        QCOMPARE(refused(MessageId::generate(m_scratch->clock.now())), "message.unknown");
    }

    void whatWasUnderWayWhenTheProgramStoppedIsSentAgain()
    {
        m_receiver->answers = {Receiver::hang};
        startWorker();
        const MessageId id = enqueue();
        QTRY_COMPARE(m_receiver->requests.size(), 1);
        m_worker.reset(); // and nothing of it is recorded
        QCOMPARE(message(id).status, MessageStatus::Sending);
        startWorker();
        QTRY_COMPARE(message(id).status, MessageStatus::Sent);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(m_receiver->requests[1].header("webhook-id"), eventId);
    }

    void aReceiverThatHangsHoldsUpNoOther()
    {
        Receiver hanging;
        for (int i = 0; i < 8; ++i)
            hanging.answers.append(Receiver::hang);
        startWorker();
        for (int i = 0; i < 8; ++i)
            enqueue(hanging.url(u"/%1"_s.arg(i)), "cause " + QByteArray::number(i));
        QTRY_COMPARE(hanging.requests.size(), 4); // all that one address gets at a time
        const MessageId id = enqueue();
        QTRY_COMPARE(message(id).status, MessageStatus::Sent);
        QCOMPARE(hanging.requests.size(), 4);
    }

    void oneEventThatIsRefusedHoldsUpNoOthers()
    {
        startWorker();
        m_receiver->answers = {Receiver::status(500)};
        const MessageId refused = enqueue(m_receiver->url(), "one request");
        QTRY_COMPARE(message(refused).lastError, "webhook.status_500"_ba);
        m_scratch->clock.advance(1s);
        const MessageId later = enqueue(m_receiver->url(), "one request"),
                        other = enqueue(m_receiver->url(), "another");
        QTRY_COMPARE(message(other).status, MessageStatus::Sent);
        QCOMPARE(message(later).status, MessageStatus::Queued); // behind the first one of its request
    }

    void withoutBeingSwitchedOnNothingLeaves()
    {
        m_environment.insert("ANTEROOM_WEBHOOKS_ENABLED", u"false"_s);
        startWorker();
        const MessageId id = enqueue();
        QCOMPARE(message(id).status, MessageStatus::Sent);
        QCOMPARE(message(id).provider, u"sandbox"_s);
        QCOMPARE(m_receiver->connections, 0);
    }

private:
    std::unique_ptr<WebhookGateway> gateway()
    {
        m_settings = std::make_unique<Settings>(m_environment);
        return std::make_unique<WebhookGateway>(*m_settings, *m_keyring, m_scratch->clock, m_options);
    }

    // To the receiver's own address unless told otherwise.
    DeliveryOutcome send(const QString &url = {})
    {
        m_gateway.reset();
        m_gateway = gateway();
        Message message;
        message.id = MessageId::generate(m_scratch->clock.now());
        message.channel = Channel::Webhook;
        message.to = url.isNull() ? m_receiver->url(u"/hook?x=1"_s) : url;
        message.body = eventText;
        auto promise = std::make_shared<QPromise<DeliveryOutcome>>();
        promise->start();
        const auto future = promise->future();
        m_gateway->send(message, [promise](const DeliveryOutcome &outcome) {
            promise->addResult(outcome);
            promise->finish();
        });
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 2 * patience))
            return {.kind = Kind::InDoubt, .reason = "the test waited in vain"};
        return future.result();
    }

    void startWorker()
    {
        std::vector<std::unique_ptr<Gateway>> gateways;
        gateways.push_back(gateway());
        gateways.push_back(std::make_unique<SandboxGateway>());
        m_outbox = std::make_unique<Outbox>(*m_settings, m_vault);
        m_worker = std::make_unique<DeliveryWorker>(m_scratch->store(), *m_outbox, std::move(gateways));
        m_worker->start();
    }

    MessageId enqueue(const QString &url = {}, const QByteArray &reference = "r")
    {
        return m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox
                ->enqueue(tx, {.channel = Channel::Webhook,
                               .to = url.isNull() ? m_receiver->url() : url,
                               .body = eventText,
                               .reference = reference})
                .value();
        });
    }

    Message message(const MessageId &id)
    {
        const auto all = m_scratch->read(
            [&](Transaction &tx) { return m_outbox->listOldestFirst(tx, {.limit = 100}).items; });
        for (const Message &one : all) {
            if (one.id == id)
                return one;
        }
        return {};
    }

    void makeCertificate()
    {
        const QString key = m_folder.filePath(u"key.pem"_s), certificate = m_folder.filePath(u"cert.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                       u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=hook.example"_s, u"-addext"_s, u"subjectAltName=DNS:hook.example"_s,
                       u"-keyout"_s, key, u"-out"_s, certificate});
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        m_receiver->useTls(QSslCertificate::fromPath(certificate).constFirst(),
                           QSslKey(&keyFile, QSsl::Ec, QSsl::Pem));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ScratchStore> m_scratch;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<Keyring> m_keyring;
    QHash<QByteArray, QString> m_environment;
    Vault m_vault{SecretKey::random()};
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Outbox> m_outbox;
    TransferOptions m_options;
    std::unique_ptr<WebhookGateway> m_gateway;
    std::unique_ptr<DeliveryWorker> m_worker;
};

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
