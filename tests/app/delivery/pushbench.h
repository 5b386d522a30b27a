// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/pushsender.h"
#include "tests/support/patience.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

namespace anteroom::test {

/// tests/app/delivery/pushservers.mjs with keys and a certificate of its own; ends with the object.
class PushServers
{
public:
    PushServers()
    {
        using namespace Qt::StringLiterals;
        openssl(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test "
                u"-addext subjectAltName=IP:127.0.0.1,DNS:localhost -keyout tls.key -out tls.crt"_s);
        openssl(u"genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.pem"_s);
        openssl(u"pkey -in rsa.pem -pubout -out rsa.pub"_s);
        openssl(u"genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out apns.p8"_s);
        openssl(u"pkey -in apns.p8 -pubout -out ec.pub"_s);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            u"node"_s,
            {qEnvironmentVariable("ANTEROOM_TEST_SOURCE") + u"/tests/app/delivery/pushservers.mjs"_s,
             file(u"tls.crt"_s), file(u"tls.key"_s), file(u"rsa.pub"_s), file(u"ec.pub"_s)});
        const QJsonObject ready = waitFor("ready", 1).value(0);
        m_fcm = ready.value("fcm"_L1).toInt();
        m_apns = ready.value("apns"_L1).toInt();
        QFile key(file(u"rsa.pem"_s)), account(file(u"account.json"_s));
        if (!key.open(QIODevice::ReadOnly) || !account.open(QIODevice::WriteOnly) || m_fcm == 0)
            qFatal("the push services' stand-ins did not start");
        account.write(QJsonDocument(QJsonObject{{u"type"_s, u"service_account"_s},
                                                {u"project_id"_s, u"clinic-app"_s},
                                                {u"private_key_id"_s, u"key-1"_s},
                                                {u"private_key"_s, QString::fromLatin1(key.readAll())},
                                                {u"client_email"_s, u"push@clinic-app.example"_s},
                                                {u"token_uri"_s, url(m_fcm) + u"/token"_s}})
                          .toJson());
    }
    ~PushServers()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }

    /// The settings that lead to them.
    QHash<QByteArray, QString> environment() const
    {
        using namespace Qt::StringLiterals;
        return {{"ANTEROOM_PUSH_PROVIDER", u"real"_s},
                {"ANTEROOM_FCM_URL", url(m_fcm)},
                {"ANTEROOM_FCM_SERVICE_ACCOUNT", file(u"account.json"_s)},
                {"ANTEROOM_APNS_URL", url(m_apns)},
                {"ANTEROOM_APNS_KEY", file(u"apns.p8"_s)},
                {"ANTEROOM_APNS_KEY_ID", u"ABC123DEFG"_s},
                {"ANTEROOM_APNS_TEAM_ID", u"TEAM123456"_s},
                {"ANTEROOM_APNS_TOPIC", u"org.example.patients"_s},
                {"ANTEROOM_PUSH_CA", file(u"tls.crt"_s)}};
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// Gives an order and waits until it is carried out.
    void order(const QJsonObject &what)
    {
        const auto before = some("done").size();
        m_process.write(QJsonDocument(what).toJson(QJsonDocument::Compact) + '\n');
        waitFor("done", before + 1);
    }

    /// As if they had just been started.
    void reset()
    {
        order({{QStringLiteral("reset"), true}});
        m_events.clear();
    }

    /// What was told of one kind so far.
    QVector<QJsonObject> events(const char *kind)
    {
        // What was sent before has been told before the answer to this.
        const auto before = some("done").size();
        m_process.write("{}\n");
        waitFor("done", before + 1);
        return some(kind);
    }
    /// The same once there are `count` of them, or after a while.
    QVector<QJsonObject> waitFor(const char *kind, qsizetype count)
    {
        take();
        while (some(kind).size() < count && m_process.waitForReadyRead(patience))
            take();
        return some(kind);
    }

private:
    static QString url(int port) { return QStringLiteral("https://127.0.0.1:%1").arg(port); }

    void openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("openssl"), arguments.split(u' '));
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("openssl failed: %s", process.readAllStandardError().constData());
    }

    void take()
    {
        while (m_process.canReadLine())
            m_events.append(QJsonDocument::fromJson(m_process.readLine()).object());
    }
    QVector<QJsonObject> some(const char *kind) const
    {
        QVector<QJsonObject> found;
        for (const QJsonObject &event : m_events) {
            if (event.value(QLatin1String("event")).toString() == QLatin1String(kind))
                found.append(event);
        }
        return found;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QVector<QJsonObject> m_events;
    int m_fcm = 0, m_apns = 0;
};

/// Waits for the answers to pushes.
class PushAnswers
{
public:
    PushSender::Done taker()
    {
        return [this](PushResult result) {
            {
                const std::lock_guard lock(m_mutex);
                m_results.append(std::move(result));
            }
            m_come.release();
        };
    }
    /// All answers once there are `count`; fewer after a while.
    QVector<PushResult> wait(int count)
    {
        m_come.tryAcquire(count, 2 * patience);
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_results, {});
    }

private:
    std::mutex m_mutex;
    QVector<PushResult> m_results;
    QSemaphore m_come;
};

} // namespace anteroom::test
