// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryreports.h"
#include "app/delivery/deliveryworker.h"
#include "app/delivery/smsgateway.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"
#include "app/storage/keyring.h"
#include "app/storage/vault.h"
#include "tests/app/delivery/receiver.h"
#include "tests/support/parts.h"
#include "tests/support/scratchstore.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QUrlQuery>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

Q_DECLARE_METATYPE(DeliveryOutcome::Kind)

/// Text messages on their way to somebody's HTTP API, and what comes back.
class TestSmsGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<ScratchStore>();
        m_receiver = std::make_unique<Receiver>();
        m_keyring = Keyring::inFile(m_folder.path());
        m_options = {};
        m_environment = {{"ANTEROOM_SMS_PROVIDER", u"http"_s},
                         {"ANTEROOM_SMS_METHOD", u"GET"_s},
                         {"ANTEROOM_SMS_URL", m_receiver->url(u"/send?to={to}&text={text}&id={id}"_s)}};
    }

    void cleanup()
    {
        m_worker.reset();
        m_gateway.reset();
        m_reports.reset();
        m_receiver.reset();
        m_scratch.reset();
        QFile::remove(m_folder.filePath(u"keys"_s));
    }

    void aTextIsAskedForInTheUrl()
    {
        m_environment["ANTEROOM_SMS_URL"] += u"&dlr={dlr_url}"_s;
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, Kind::Sent);
        QCOMPARE(outcome.id, m_message.id);
        QCOMPARE(m_receiver->requests.size(), 1);
        const QByteArray line = m_receiver->requests[0].head.split('\n').first().trimmed();
        QVERIFY(line.startsWith("GET /send?") && line.endsWith(" HTTP/1.1"));
        const QUrlQuery query(QString::fromLatin1(line.mid(10, line.size() - 19)));
        QCOMPARE(query.queryItemValue(u"text"_s, QUrl::FullyDecoded), m_message.body);
        QCOMPARE(query.queryItemValue(u"to"_s, QUrl::FullyDecoded), u"+447777123456"_s);
        QCOMPARE(query.queryItemValue(u"id"_s), QString::fromLatin1(m_message.id.text()));
        const QString report = query.queryItemValue(u"dlr"_s, QUrl::FullyDecoded);
        QVERIFY(report.startsWith(u"https://staff.example/v1/delivery-reports/"_s));
        QVERIFY(report.endsWith(u"?id="_s + QString::fromLatin1(m_message.id.text())));
        QVERIFY(m_receiver->requests[0].body.isEmpty());
    }

    void orPostedWithHeadersFromTheKeyring()
    {
        m_environment.insert("ANTEROOM_SMS_METHOD", u"POST"_s);
        m_environment.insert("ANTEROOM_SMS_BODY", u"{\"to\":\"{to}\",\"text\":\"{text}\"}"_s);
        start();
        QVERIFY(Secrets(*m_settings, *m_keyring)
                    .write("ANTEROOM_SMS_HEADERS",
                           "Authorization: Bearer {secret}\nContent-Type: application/json; charset=utf-8"));
        QVERIFY(Secrets(*m_settings, *m_keyring).write("ANTEROOM_SMS_SECRET", "hush"));
        m_message.body = u"Say \"Привіт\"\nnow"_s;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->requests[0].body,
                 "{\"to\":\"+447777123456\",\"text\":\"Say \\\"Привіт\\\"\\nnow\"}"_ba);
        QCOMPARE(m_receiver->requests[0].header("authorization"), "Bearer hush"_ba);
        QCOMPARE(m_receiver->requests[0].header("content-type"), "application/json; charset=utf-8"_ba);
        // What is changed counts from the next message on.
        QVERIFY(Secrets(*m_settings, *m_keyring).write("ANTEROOM_SMS_HEADERS", "Authorization: other"));
        m_gateway->settingsChanged();
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->requests[1].header("authorization"), "other"_ba);
        QCOMPARE(m_receiver->requests[1].header("content-type"), "application/json"_ba);
    }

    // 403 may mean us or one number: where other texts are taken meanwhile, it is the number.
    void aNumberThatIsRefusedIsGivenUp()
    {
        const Message refused = m_message;
        const auto retry = [&](int tries) {
            m_message = refused;
            m_message.tries = tries;
            if (tries > 1)
                m_message.tryingSince = m_scratch->clock.now() - std::chrono::minutes(1);
            m_receiver->answers = {Receiver::status(403)};
            return send();
        };
        QCOMPARE(retry(1).kind, Kind::TryAgain);
        QCOMPARE(retry(3).kind, Kind::TryAgain); // nothing else has left: perhaps it is we
        m_message = refused;
        m_message.accountId = u"13"_s;
        QCOMPARE(send().kind, Kind::Sent); // another account's gateway says nothing of this one
        QCOMPARE(retry(3).kind, Kind::TryAgain);
        m_message = refused;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(retry(2).kind, Kind::TryAgain);
        const DeliveryOutcome outcome = retry(3);
        QCOMPARE(outcome.kind, Kind::GivenUp);
        QCOMPARE(outcome.reason, "sms.status_403"_ba);
        QVERIFY(!outcome.providerFailed);
        m_gateway->settingsChanged(); // another password may be refused altogether
        QCOMPARE(retry(4).kind, Kind::TryAgain);
    }

    void anAccountHasItsOwnGatewayAndNotTheOthersPassword()
    {
        Receiver own;
        m_environment.insert("ANTEROOM_SMS_URL__12", own.url(u"/own?{to}"_s));
        m_environment.insert("ANTEROOM_SMS_HEADERS", u"Authorization: general\nAccept: text/plain"_s);
        m_environment.insert("ANTEROOM_SMS_URL__13", m_receiver->url(u"/thirteen"_s));
        m_message.accountId = u"12"_s;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(own.requests.size(), 1);
        QVERIFY(own.requests[0].head.startsWith("GET /own?%2B447777123456 "));
        QVERIFY(own.requests[0].header("authorization").isEmpty());
        QCOMPARE(own.requests[0].header("accept"), "text/plain"_ba);
        m_message.accountId = u"13"_s; // the same server under another path
        QCOMPARE(send().kind, Kind::Sent);
        QVERIFY(m_receiver->requests[0].head.startsWith("GET /thirteen "));
        QCOMPARE(m_receiver->requests[0].header("authorization"), "general"_ba);
        m_message.accountId = u"14"_s;
        QCOMPARE(send().kind, Kind::Sent);
        QVERIFY(m_receiver->requests[1].head.startsWith("GET /send?"));
        m_environment.insert("ANTEROOM_SMS_HEADERS__12", u"Authorization: own"_s);
        m_gateway.reset();
        m_message.accountId = u"12"_s;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(own.requests[1].header("authorization"), "own"_ba);
    }

    void answersAreJudged_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<bool>("providerFailed");
        const auto row = [](const char *name, const QByteArray &answer, const char *pattern, Kind kind,
                            const char *reason = nullptr, bool providerFailed = false) {
            QTest::newRow(name) << answer << QString::fromLatin1(pattern) << kind << QByteArray(reason)
                                << providerFailed;
        };
        const auto text = [](const QByteArray &body, int length) {
            return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n" + body;
        };
        using R = Receiver;
        row("202", R::status(202), "", Kind::Sent);
        row("the pattern fits", text("0: Accepted for delivery", 24), "^0: ", Kind::Sent);
        row("it does not", text("3: Malformed", 12), "^0: ", Kind::GivenUp, "sms.unexpected_answer");
        row("an empty answer does not", R::status(200), "^0: ", Kind::GivenUp, "sms.unexpected_answer");
        row("half an answer that fits", text("0: Acc", 24) + R::cutAfter, "^0: ", Kind::Sent);
        row("half an answer", text("0", 24) + R::cutAfter, "^0: ", Kind::InDoubt, "delivery.broken");
        row("half an answer is enough for a status", text("0", 24) + R::cutAfter, "", Kind::Sent);
        row("400", R::status(400), "", Kind::GivenUp, "sms.status_400");
        row("401", R::status(401), "", Kind::TryAgain, "sms.sign_in 401", true);
        row("403", R::status(403), "", Kind::TryAgain, "sms.sign_in 403", true);
        row("407", R::status(407), "", Kind::TryAgain, "sms.sign_in 407", true);
        row("302", R::status(302, "Location: http://127.0.0.1:1/\r\n"), "", Kind::GivenUp, "sms.status_302");
        row("408", R::status(408), "", Kind::TryAgain, "sms.status_408", true);
        row("429", R::status(429), "", Kind::TryAgain, "sms.status_429", true);
        row("500", R::status(500), "", Kind::TryAgain, "sms.status_500", true);
        row("503", R::status(503), "", Kind::TryAgain, "sms.status_503", true);
        row("504", R::status(504), "", Kind::InDoubt, "sms.status_504", true);
        row("no answer", R::cut, "", Kind::InDoubt, "delivery.broken", true);
        row("garbage", "\x01\x02 what? \r\n\r\n", "", Kind::InDoubt, "delivery.broken", true);
        row("half a head", "HTTP/1.1 200 OK\r\nContent-" + R::cutAfter, "", Kind::Sent);
        row("only half a status", "HTTP/1." + R::cutAfter, "", Kind::InDoubt, "delivery.broken", true);
        row("hanging", R::hang, "", Kind::InDoubt, "delivery.timed_out", true);
        row("2 GB", R::endless, "", Kind::Sent);
        row("2 GB without the word", R::endless, "^0: ", Kind::GivenUp, "sms.unexpected_answer");
    }

    void answersAreJudged()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, pattern);
        QFETCH(const Kind, kind);
        m_options.endWithin = answer == Receiver::hang ? 3s : 20s;
        m_environment.insert("ANTEROOM_SMS_SUCCESS_PATTERN", pattern);
        m_receiver->answers = {answer};
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, kind);
        QTEST(outcome.reason, "reason");
        QTEST(outcome.providerFailed, "providerFailed");
        QCOMPARE(m_receiver->requests.size(), 1); // asked once, whatever came
        QVERIFY2(m_receiver->sent < 32 * 1024 * 1024, "the answer is left unread");
    }

    void theGatewaysOwnWaitIsHeard()
    {
        m_receiver->answers = {Receiver::status(503, "Retry-After: 90\r\n")};
        QCOMPARE(send().retryAfter, std::optional<std::chrono::milliseconds>(90s));
    }

    void whoeverDropsDoublesIsAskedAgain()
    {
        m_environment.insert("ANTEROOM_SMS_DROPS_DOUBLES", u"true"_s);
        m_receiver->answers = {Receiver::cut};
        const DeliveryOutcome outcome = send();
        QVERIFY(m_gateway->mayRepeat(m_message));
        QCOMPARE(outcome.kind, Kind::TryAgain);
    }

    void aConnectionIsKeptForTheNextText()
    {
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(m_receiver->connections, 1);
    }

    void aKeptConnectionThatDiesLeavesADoubtAndNoDouble_data()
    {
        QTest::addColumn<QByteArray>("death");
        QTest::addColumn<bool>("dropsDoubles");
        for (const bool drops : {false, true}) {
            QTest::addRow("reset%s", drops ? ", doubles are dropped" : "") << Receiver::cut << drops;
            QTest::addRow("closed%s", drops ? ", doubles are dropped" : "") << Receiver::cutAfter << drops;
        }
    }

    // libcurl would send the request once more by itself.
    void aKeptConnectionThatDiesLeavesADoubtAndNoDouble()
    {
        QFETCH(const QByteArray, death);
        QFETCH(const bool, dropsDoubles);
        m_environment.insert("ANTEROOM_SMS_METHOD", u"POST"_s);
        m_environment.insert("ANTEROOM_SMS_BODY", u"to={to}&text={text}"_s);
        if (dropsDoubles)
            m_environment.insert("ANTEROOM_SMS_DROPS_DOUBLES__12", u"true"_s);
        m_message.accountId = u"12"_s;
        m_receiver->answers = {Receiver::status(200), death};
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->connections, 1);
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, dropsDoubles ? Kind::TryAgain : Kind::InDoubt);
        QCOMPARE(outcome.reason, "delivery.broken"_ba);
        QVERIFY(outcome.providerFailed);
        QTest::qWait(50); // what it would send on the connection that it opens for that
        QCOMPARE(m_receiver->requests.size(), 2);
        // Whoever does that once gets a connection for each text, until the settings change.
        int before = m_receiver->connections;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->connections, before + 2);
        m_gateway->settingsChanged();
        before = m_receiver->connections;
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->connections, before + 1);
        QCOMPARE(m_receiver->requests.size(), 6);
        m_message.accountId = QString();
    }

    // It opens no other connection then, and still is not what never left.
    void norWhereNobodyListensAnyMore()
    {
        QCOMPARE(send().kind, Kind::Sent);
        m_receiver->close();
        m_receiver->answers = {Receiver::cut};
        QCOMPARE(send().kind, Kind::InDoubt);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(send().kind, Kind::TryAgain); // this one never left
        QCOMPARE(m_receiver->requests.size(), 2);
    }

    void aKeptConnectionThatIsClosedWhileIdleDoesNoHarm()
    {
        QCOMPARE(send().kind, Kind::Sent);
        m_receiver->closeConnections();
        QCOMPARE(send().kind, Kind::Sent);
        QCOMPARE(m_receiver->requests.size(), 2);
        QCOMPARE(m_receiver->connections, 2);
        QCOMPARE(send().kind, Kind::Sent); // and no lesson is drawn from it
        QCOMPARE(m_receiver->connections, 2);
    }

    void nothingWasSentWhereNobodyListens()
    {
        m_receiver->close();
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, Kind::TryAgain);
        QCOMPARE(outcome.reason, "delivery.no_connection"_ba);
        QVERIFY(outcome.providerFailed);
        m_environment["ANTEROOM_SMS_URL"] = u"http://gateway.invalid/"_s;
        m_gateway.reset();
        QCOMPARE(send().reason, "delivery.no_address"_ba);
    }

    void settingsThatWillNotDoAreSaid()
    {
        m_environment.remove("ANTEROOM_SMS_URL");
        const DeliveryOutcome unset = send();
        QCOMPARE(unset.reason, "sms.no_url"_ba);
        QCOMPARE(unset.kind, Kind::TryAgain); // it is not the text's fault
        QVERIFY(unset.providerFailed && unset.leaveAlone);
        m_environment["ANTEROOM_SMS_URL"] = u"http://{text}.example/"_s;
        m_gateway.reset();
        QCOMPARE(send().reason, "sms.bad_url"_ba);
        m_environment["ANTEROOM_SMS_URL"] = m_receiver->url();
        m_gateway.reset();
        QFile keys(m_folder.filePath(u"keys"_s));
        QVERIFY(keys.open(QIODevice::WriteOnly));
        keys.write("no keyring");
        keys.close();
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, Kind::TryAgain);
        QCOMPARE(outcome.reason, "sms.no_secret"_ba);
        QVERIFY(m_receiver->requests.isEmpty());
    }

    void whatWasErasedIsNotSentEmpty()
    {
        m_message.body = QString();
        const DeliveryOutcome outcome = send();
        QCOMPARE(outcome.kind, Kind::GivenUp);
        QCOMPARE(outcome.reason, "sms.no_text"_ba);
        QVERIFY(m_receiver->requests.isEmpty());
        m_message.body = u"Hello"_s;
    }

    void certificatesAreChecked()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            LEAVE_OUT_UNLESS_CI("no openssl to make certificates with");
        QProcess openssl;
        const QString pem = m_folder.filePath(u"cert.pem"_s), key = m_folder.filePath(u"key.pem"_s);
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s,
                       u"-addext"_s, u"subjectAltName=DNS:localhost"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                       u"ec_paramgen_curve:prime256v1"_s, u"-keyout"_s, key, u"-out"_s, pem});
        QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        m_receiver->useTls(QSslCertificate::fromPath(pem).value(0), QSslKey(keyFile.readAll(), QSsl::Ec));
        const QString host = u"https://%1:"_s + QString::number(m_receiver->port()) + u"/{to}"_s;
        m_environment["ANTEROOM_SMS_URL"] = host.arg(u"localhost"_s);
        const DeliveryOutcome stranger = send();
        QCOMPARE(stranger.kind, Kind::TryAgain);
        QCOMPARE(stranger.reason, "delivery.certificate"_ba);
        m_environment["ANTEROOM_SMS_CA"] = pem;
        m_gateway.reset();
        QCOMPARE(send().kind, Kind::Sent);
        m_environment["ANTEROOM_SMS_URL"] = host.arg(u"127.0.0.1"_s); // another name
        m_gateway.reset();
        QCOMPARE(send().reason, "delivery.certificate"_ba);
        QCOMPARE(m_receiver->requests.size(), 1);
    }

    void theOutboxTellsWhatBecameOfIt()
    {
        m_environment.insert("ANTEROOM_SMS_PER_MINUTE__12", u"1"_s);
        m_receiver->answers = {Receiver::status(200), Receiver::cut, Receiver::status(422)};
        start();
        Outbox outbox(*m_settings, m_vault);
        QVector<MessageId> ids;
        for (const char *account : {"11", "12", "13", "12"}) {
            const QString to = u"+44777712345%1"_s.arg(ids.size());
            ids.append(m_scratch->write([&](WriteTransaction &tx) {
                return *outbox.enqueue(tx, {.to = to,
                                            .body = u"Hello"_s,
                                            .accountId = QString::fromLatin1(account),
                                            .reference = "1"});
            }));
        }
        std::vector<std::unique_ptr<Gateway>> gateways;
        gateways.push_back(std::move(m_gateway));
        m_worker = std::make_unique<DeliveryWorker>(m_scratch->store(), outbox, std::move(gateways));
        m_worker->start();
        const auto counted = [&](const char *status) {
            return m_scratch->read([&](Transaction &tx) {
                Cursor row = tx.query("SELECT count(*) FROM outbox WHERE status = ?", status);
                return row.next() ? row.integer(0) : -1;
            });
        };
        QTRY_COMPARE(m_receiver->requests.size(), 3);
        QTRY_COMPARE(counted("sending"), 0);
        QCOMPARE(counted("sent"), 1);
        QCOMPARE(counted("in_doubt"), 1);
        QCOMPARE(counted("failed"), 1);
        QCOMPARE(counted("queued"), 1); // the account has had its one of this minute
        m_scratch->clock.advance(1min);
        m_worker->wake();
        QTRY_COMPARE(counted("sent"), 2);
        m_worker.reset();
    }

private:
    void start()
    {
        if (m_gateway)
            return;
        m_environment.insert("ANTEROOM_STAFF_URL", u"https://staff.example/"_s);
        m_settings = std::make_unique<Settings>(m_environment);
        m_reports = std::make_unique<DeliveryReports>(*m_settings, m_vault);
        m_gateway =
            std::make_unique<SmsGateway>(*m_settings, *m_keyring, m_scratch->clock, *m_reports, m_options);
    }

    DeliveryOutcome send()
    {
        start();
        std::mutex mutex;
        std::optional<DeliveryOutcome> answer;
        m_message.id = MessageId::generate(m_scratch->clock.now());
        m_gateway->send(m_message, [&](DeliveryOutcome outcome) {
            const std::lock_guard lock(mutex);
            answer = std::move(outcome);
        });
        const auto answered = [&] {
            const std::lock_guard lock(mutex);
            return answer.has_value();
        };
        if (!QTest::qWaitFor(answered, 2 * patience))
            qFatal("no outcome");
        return *answer;
    }

    QTemporaryDir m_folder;
    Vault m_vault{SecretKey::random()};
    std::unique_ptr<ScratchStore> m_scratch;
    std::unique_ptr<Receiver> m_receiver;
    std::unique_ptr<Keyring> m_keyring;
    QHash<QByteArray, QString> m_environment;
    TransferOptions m_options;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<DeliveryReports> m_reports;
    std::unique_ptr<SmsGateway> m_gateway;
    std::unique_ptr<DeliveryWorker> m_worker;
    Message m_message{.to = u"+447777123456"_s, .body = u"Dr Williams & co ask: 50% better?"_s};
};

QTEST_GUILESS_MAIN(TestSmsGateway)
#include "tst_smsgateway.moc"
