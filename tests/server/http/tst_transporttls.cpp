// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"
#include "tests/support/parts.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

/// TLS on the real server, with certificates that openssl makes for the test.
class tst_TransportTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void speaksOnlyNewTls();
    void negotiatesHttp11();
    void largeBothWays();
    void uploads();
    void pipelines();
    void reloads();
    void keepsTheOldPairWhileTheyDiffer();
    void refusesBadFiles();
    void plainClientIsSentAway();
    void handshakeHasALimit();
    void leavesEarly();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    bool make(const char *name, const QStringList &kind);
    TransportConfig config(const char *name) const;
    bool connectTo(QSslSocket &socket, quint16 port);
    QByteArray exchange(QSslSocket &socket, const QByteArray &request, qsizetype bodySize);

    QTemporaryDir m_folder;
};

bool tst_TransportTls::make(const char *name, const QStringList &kind)
{
    QProcess openssl;
    const auto prefix = path(name);
    openssl.start(u"openssl"_s, QStringList{u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                                            u"/CN="_s + QString::fromLatin1(name), u"-keyout"_s,
                                            prefix + u".key"_s, u"-out"_s, prefix + u".pem"_s, u"-newkey"_s} +
                                    kind);
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

TransportConfig tst_TransportTls::config(const char *name) const
{
    TransportConfig made;
    made.limits.sweep = 20ms;
    made.tlsPoll = 50ms;
    made.tlsCertificateFile = path(name) + u".pem"_s;
    made.tlsKeyFile = path(name) + u".key"_s;
    return made;
}

bool tst_TransportTls::connectTo(QSslSocket &socket, quint16 port)
{
    auto configuration = socket.sslConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols({"h2"_ba, "http/1.1"_ba});
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
    return socket.waitForEncrypted(patience);
}

QByteArray tst_TransportTls::exchange(QSslSocket &socket, const QByteArray &request, qsizetype bodySize)
{
    socket.write(request);
    QByteArray all;
    const auto isWhole = [&] {
        const auto end = all.indexOf("\r\n\r\n");
        return end >= 0 && all.size() >= end + 4 + bodySize;
    };
    while (!isWhole() && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(patience)))
        all += socket.readAll();
    return all;
}

void tst_TransportTls::initTestCase()
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        LEAVE_OUT_UNLESS_CI("no openssl to make certificates with");
    const QStringList curve{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s};
    QVERIFY(make("rsa", {u"rsa:2048"_s}));
    QVERIFY(make("first", curve));
    QVERIFY(make("second", curve));
}

void tst_TransportTls::answers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("RSA") << "rsa"_ba;
    QTest::newRow("EC") << "first"_ba;
}

void tst_TransportTls::answers()
{
    QFETCH(QByteArray, name);
    ServerThread server(config(name.constData()), true);
    QVERIFY(server.isRunning());
    for (const auto port : {server.port(), server.patientPort()}) { // both listeners
        QSslSocket socket;
        QVERIFY2(connectTo(socket, port), qPrintable(socket.errorString()));
        QCOMPARE(socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0),
                 QString::fromLatin1(name));
        const auto answer = exchange(socket, get("/x"), 100);
        QVERIFY(answer.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(answer.contains("\"secure\":true"));
        QVERIFY(exchange(socket, get("/fixed"), 11).endsWith(R"({"ok":true})"));
        QVERIFY(exchange(socket, get("/fixed", "Connection: close\r\n"), 11).contains("Connection: close"));
        if (socket.state() != QAbstractSocket::UnconnectedState)
            QVERIFY(socket.waitForDisconnected(patience));
    }
}

void tst_TransportTls::speaksOnlyNewTls()
{
    ServerThread server(config("first"));
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port()),
                                 u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QVERIFY(openssl.exitCode() != 0);
    openssl.start(u"openssl"_s,
                  {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port()), u"-tls1_2"_s});
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
}

void tst_TransportTls::negotiatesHttp11()
{
    ServerThread server(config("first"));
    QSslSocket socket;
    QVERIFY(connectTo(socket, server.port()));
    QCOMPARE(socket.sslConfiguration().nextNegotiatedProtocol(), "http/1.1"_ba);
}

void tst_TransportTls::largeBothWays()
{
    ServerThread server(config("first"));
    QSslSocket socket;
    QVERIFY(connectTo(socket, server.port()));
    for (int i = 0; i < 3; ++i) {
        const QByteArray body(900'000, char('a' + i));
        QVERIFY(exchange(socket, post("/echo", body), body.size()).endsWith(body));
        QVERIFY(exchange(socket, get("/pulled?5000000"), 5'000'000).endsWith(QByteArray(5'000'000, 'p')));
        QVERIFY(exchange(socket, get("/large?2000000"), 2'000'000).size() > 2'000'000);
    }
}

void tst_TransportTls::uploads()
{
    ServerThread server(config("first"));
    server.application.newUpload();
    const QByteArray body(5'000'000, 'u');
    QSslSocket socket;
    QVERIFY(connectTo(socket, server.port()));
    const auto sum = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    QVERIFY(exchange(socket, post("/r/a/files", body), sum.size()).endsWith(sum));
    // And one whose sink is slower than the client.
    server.application.newUpload(true);
    const auto upload = server.application.upload();
    socket.write(post("/r/a/files", body));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(300)) {
    }
    QVERIFY(server.figures().bytesIn < quint64(body.size()) + 3'000'000);
    upload->gate.release(1'000'000);
    QVERIFY(exchange(socket, {}, sum.size()).endsWith(sum));
}

void tst_TransportTls::pipelines()
{
    ServerThread server(config("first"));
    QSslSocket socket;
    QVERIFY(connectTo(socket, server.port()));
    QByteArray all;
    for (int i = 0; i < 200; ++i)
        all += post("/echo", "<" + QByteArray::number(i) + ">");
    socket.write(all);
    QByteArray got;
    while (!got.contains("<199>") && (socket.bytesAvailable() > 0 || socket.waitForReadyRead(patience)))
        got += socket.readAll();
    qsizetype at = 0;
    for (int i = 0; i < 200; ++i) {
        at = got.indexOf("<" + QByteArray::number(i) + ">", at);
        QVERIFY(at >= 0);
    }
}

void tst_TransportTls::reloads()
{
    QFile::remove(path("live.pem"));
    QFile::remove(path("live.key"));
    QVERIFY(QFile::copy(path("first.pem"), path("live.pem")) &&
            QFile::copy(path("first.key"), path("live.key")));
    ServerThread server(config("live"));
    QSslSocket old;
    QVERIFY(connectTo(old, server.port()));
    QCOMPARE(old.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), u"first"_s);
    // The way renewing programs do it: each file is replaced by another.
    for (const char *end : {"key", "pem"}) {
        const auto target = path("live.") + QString::fromLatin1(end);
        QVERIFY(QFile::remove(target));
        QVERIFY(QFile::copy(path("second.") + QString::fromLatin1(end), target));
    }
    QTRY_VERIFY(server.reloads() % 100 > 0);
    QSslSocket fresh;
    QVERIFY(connectTo(fresh, server.port()));
    QCOMPARE(fresh.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), u"second"_s);
    QVERIFY(exchange(old, get("/fixed"), 11).endsWith(R"({"ok":true})")); // goes on
}

void tst_TransportTls::keepsTheOldPairWhileTheyDiffer()
{
    QFile::remove(path("live.pem"));
    QFile::remove(path("live.key"));
    QVERIFY(QFile::copy(path("first.pem"), path("live.pem")) &&
            QFile::copy(path("first.key"), path("live.key")));
    ServerThread server(config("live"));
    QVERIFY(QFile::remove(path("live.pem")) && QFile::copy(path("second.pem"), path("live.pem")));
    QTRY_VERIFY(server.reloads() >= 100);
    QSslSocket socket;
    QVERIFY(connectTo(socket, server.port()));
    QCOMPARE(socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0), u"first"_s);
}

void tst_TransportTls::refusesBadFiles()
{
    TestApplication application;
    auto mixed = config("first");
    mixed.tlsKeyFile = path("second.key");
    TransportServer mismatched(application, mixed);
    auto started = mismatched.start();
    QVERIFY(!started && started.error().is("tls.mismatch"));

    auto rsaMixed = config("first");
    rsaMixed.tlsKeyFile = path("rsa.key");
    TransportServer other(application, rsaMixed);
    started = other.start();
    QVERIFY(!started && started.error().is("tls.mismatch"));

    auto missing = config("first");
    missing.tlsKeyFile = path("nowhere.key");
    TransportServer keyless(application, missing);
    started = keyless.start();
    QVERIFY(!started && started.error().is("tls.unreadable"));
    QCOMPARE(started.error().data[u"file"_s].toString(), path("nowhere.key"));

    auto half = config("first");
    half.tlsCertificateFile.clear();
    TransportServer certless(application, half);
    QVERIFY(!certless.start());
}

void tst_TransportTls::plainClientIsSentAway()
{
    ServerThread server(config("first"));
    RawClient client(server.port());
    QVERIFY(client.send(get("/fixed")));
    QVERIFY(!client.readAll().contains("HTTP/1.1 200"));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    QCOMPARE(server.application.handled.load(), 0);
}

void tst_TransportTls::handshakeHasALimit()
{
    auto limited = config("first");
    limited.limits.headTime = 150ms;
    ServerThread server(limited);
    RawClient client(server.port());
    QVERIFY(client.isClosedByServer());
    RawClient half(server.port());
    QVERIFY(half.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8)));
    QVERIFY(half.isClosedByServer());
}

void tst_TransportTls::leavesEarly()
{
    ServerThread server(config("first"));
    for (int i = 0; i < 30; ++i) {
        server.application.newUpload();
        QSslSocket socket;
        QVERIFY(connectTo(socket, server.port()));
        socket.write(i % 3 == 0   ? get("/pulled?50000000")
                     : i % 3 == 1 ? get("/later")
                                  : post("/r/a/files", QByteArray(300'000, 'u')).chopped(i + 1));
        socket.waitForBytesWritten(i % 2 == 0 ? 100 : 1);
        socket.abort();
    }
    for (const auto &ticket : server.application.takeTickets())
        ticket.respond(HttpResponse::empty(200));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    QTRY_COMPARE(server.application.sourcesAlive.load(), 0);
}

QTEST_GUILESS_MAIN(tst_TransportTls)
#include "tst_transporttls.moc"
