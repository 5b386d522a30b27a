// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"
#include "tests/support/parts.h"

#include <QProcess>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

namespace {

constexpr char path[] = "/room/abc/signal";

QByteArray upgradeFields()
{
    return "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
}

/// A client's frame, masked with zeros.
QByteArray frame(int opcode, const QByteArray &payload, bool last = true)
{
    QByteArray out(1, char((last ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        out += char(0x80 | payload.size());
    } else if (payload.size() < 65536) {
        out += char(0x80 | 126);
        out += char(payload.size() >> 8);
        out += char(payload.size() & 0xff);
    } else {
        out += char(0x80 | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += char((quint64(payload.size()) >> shift) & 0xff);
    }
    return out + QByteArray(4, '\0') + payload;
}

QByteArray text(const QByteArray &payload)
{
    return frame(1, payload);
}

TransportConfig quick()
{
    TransportConfig config;
    config.limits.sweep = 20ms;
    return config;
}

} // namespace

/// WebSockets through the guard, spoken to with bytes as they are.
class tst_WebSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndEchoes();
    void onlyOnItsRouteAndListener();
    void refusesBadUpgrades_data();
    void refusesBadUpgrades();
    void opensAfterRequestsOnTheSameConnection();
    void refusesWhatFollowsTheHead();
    void takesMessagesInPieces();
    void closesHugeFrames();
    void closesBinaryAndInvalidText();
    void closesWhoFloods();
    void cutsTheSilentAndKeepsThoseWhoPong();
    void cutsWhoTakesNothing();
    void farewellIsRead();
    void leavesEarly();
    void shutdownSaysGoingAway();
    void worksOverTls();
    void cutsWhoTakesNothingOverTls();

private:
    /// Quick, with a certificate in the folder; nothing where there is no openssl to make one with.
    static std::optional<TransportConfig> withTls(const QTemporaryDir &folder);
    static bool open(RawClient &client)
    {
        return client.send(get(path, upgradeFields())) && client.answer(patience, true).status == 101;
    }
};

void tst_WebSockets::opensAndEchoes()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(client.send(get(path, upgradeFields())));
    const auto answer = client.answer(patience, true);
    QCOMPARE(answer.status, 101);
    QCOMPARE(answer.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="_ba);
    QVERIFY(client.send(text("hello") + text("again")));
    QByteArray got;
    QTRY_VERIFY((got += client.readAll(50)).contains("again"));
    QCOMPARE(got, "\x81\x05hello\x81\x05"
                  "again"_ba);
    QCOMPARE(server.application.handled.load(), 0);
    client.close();
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    const std::lock_guard lock(server.application.sockets->mutex);
    QCOMPARE(server.application.sockets->opened, 1);
    QCOMPARE(server.application.sockets->closed, 1);
}

void tst_WebSockets::onlyOnItsRouteAndListener()
{
    ServerThread server(quick(), true);
    RawClient staff(server.port());
    QVERIFY(staff.send(get(path, upgradeFields())));
    QCOMPARE(staff.answer().status, 200); // an ordinary request there
    RawClient elsewhere(server.patientPort());
    QVERIFY(elsewhere.send(get("/r/abc", upgradeFields()) + get("/fixed")));
    QCOMPARE(elsewhere.answer().status, 200);
    QCOMPARE(elsewhere.answer().body, R"({"ok":true})"_ba);
    RawClient post_(server.patientPort());
    QVERIFY(post_.send(post(path, "{}", upgradeFields())));
    QCOMPARE(post_.answer().status, 200);
    RawClient old(server.patientPort());
    QVERIFY(old.send("GET /room/abc/signal HTTP/1.0\r\nHost: x\r\n" + upgradeFields() + "\r\n"));
    QCOMPARE(old.answer().status, 200);
    RawClient plain(server.patientPort());
    QVERIFY(plain.send(get(path)));
    QCOMPARE(plain.answer().status, 200);
    const std::lock_guard lock(server.application.sockets->mutex);
    QCOMPARE(server.application.sockets->opened, 0);
}

void tst_WebSockets::refusesBadUpgrades_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray begin = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    QTest::newRow("refused by the route") << "/room/abc/signal?refuse"_ba << upgradeFields() << 403;
    QTest::newRow("no version") << QByteArray(path) << begin + key << 426;
    QTest::newRow("old version") << QByteArray(path) << begin + key + "Sec-WebSocket-Version: 8\r\n" << 426;
    QTest::newRow("two versions") << QByteArray(path) << begin + key + version + version << 426;
    QTest::newRow("no key") << QByteArray(path) << begin + version << 400;
    QTest::newRow("short key") << QByteArray(path) << begin + version + "Sec-WebSocket-Key: dGhl\r\n" << 400;
    QTest::newRow("two keys") << QByteArray(path) << begin + version + key + key << 400;
    QTest::newRow("two origins") << QByteArray(path)
                                 << begin + version + key + "Origin: http://a\r\nOrigin: http://b\r\n"
                                 << 400;
}

void tst_WebSockets::refusesBadUpgrades()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(client.send(get(target, fields)));
    QCOMPARE(client.answer().status, status);
    QVERIFY(client.send(get("/fixed"))); // the connection goes on as it was
    QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
}

void tst_WebSockets::opensAfterRequestsOnTheSameConnection()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(client.send(get("/fixed")));
    QCOMPARE(client.answer().status, 200);
    // An empty line before it, and the head in pieces.
    const auto head = "\r\n" + get(path, upgradeFields());
    for (const char c : head)
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(client.answer(patience, true).status, 101);
    QVERIFY(client.send(text("still here")));
    QByteArray got;
    QTRY_VERIFY((got += client.readAll(50)).contains("still here"));
}

void tst_WebSockets::refusesWhatFollowsTheHead()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(client.send(get(path, upgradeFields()) + text("hurry")));
    QCOMPARE(client.answer().status, 400);
    QVERIFY(client.isClosedByServer());
    const std::lock_guard lock(server.application.sockets->mutex);
    QCOMPARE(server.application.sockets->opened, 0);
    QCOMPARE(server.application.sockets->destroyed, 1);
}

void tst_WebSockets::takesMessagesInPieces()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(open(client));
    QVERIFY(client.send(frame(1, "one ", false) + frame(9, "ping") + frame(0, "two ", false)));
    QVERIFY(client.send(frame(0, "three")));
    QByteArray got;
    QTRY_VERIFY((got += client.readAll(50)).contains("one two three"));
    QVERIFY(got.contains("\x8a\x04ping"_ba)); // the pong
    // The largest that is allowed, byte by byte at its beginning.
    const auto large = text(QByteArray(48 * 1024, 'y'));
    QVERIFY(client.send(large.first(1)) && client.send(large.mid(1, 1)) && client.send(large.mid(2)));
    got.clear();
    QTRY_VERIFY((got += client.readAll(50)).size() >= 48 * 1024);
}

void tst_WebSockets::closesHugeFrames()
{
    ServerThread server(quick(), true);
    RawClient one(server.patientPort());
    QVERIFY(open(one));
    QVERIFY(one.send(text(QByteArray(48 * 1024 + 1, 'y')).first(20'000)));
    QVERIFY(one.readAll().contains("\x03\xf1"_ba)); // 1009
    RawClient endless(server.patientPort());
    QVERIFY(open(endless));
    QVERIFY(endless.send(QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 14)));
    QVERIFY(endless.isClosedByServer());
    // And one message of many frames that are small.
    RawClient pieces(server.patientPort());
    QVERIFY(open(pieces));
    for (int i = 0; i < 20; ++i) {
        if (!pieces.send(frame(i == 0 ? 1 : 0, QByteArray(4096, 'z'), false)))
            break;
    }
    QVERIFY(pieces.isClosedByServer());
    RawClient other(server.patientPort());
    QVERIFY(open(other));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(1));
}

void tst_WebSockets::closesBinaryAndInvalidText()
{
    ServerThread server(quick(), true);
    RawClient binary(server.patientPort());
    QVERIFY(open(binary));
    QVERIFY(binary.send(frame(2, "bytes")));
    QVERIFY(binary.readAll().contains("\x03\xeb"_ba)); // 1003
    RawClient wrong(server.patientPort());
    QVERIFY(open(wrong));
    QVERIFY(wrong.send(text("\xff\xfe\xfd")));
    QVERIFY(wrong.readAll().contains("\x03\xef"_ba)); // 1007
    RawClient unmasked(server.patientPort());
    QVERIFY(open(unmasked));
    QVERIFY(unmasked.send("\x81\x05hello"));
    unmasked.readAll(200);
    RawClient reserved(server.patientPort());
    QVERIFY(open(reserved));
    QVERIFY(reserved.send(QByteArray("\xf1\x80\0\0\0\0", 6)));
    QVERIFY(reserved.isClosedByServer());
    const std::lock_guard lock(server.application.sockets->mutex);
    QVERIFY(!server.application.sockets->texts.contains("bytes"));
}

void tst_WebSockets::closesWhoFloods()
{
    auto config = quick();
    config.limits.socket.messageBurst = 50;
    config.limits.socket.messagesPerSecond = 10;
    ServerThread server(config, true);
    RawClient calm(server.patientPort());
    QVERIFY(open(calm));
    RawClient flood(server.patientPort());
    QVERIFY(open(flood));
    QByteArray many;
    for (int i = 0; i < 500; ++i)
        many += text("x");
    flood.send(many);
    QVERIFY(flood.readAll().contains("\x03\xf0"_ba)); // 1008
    // The same in empty pieces of one message.
    RawClient pieces(server.patientPort());
    QVERIFY(open(pieces));
    many = frame(1, {}, false);
    for (int i = 0; i < 500; ++i)
        many += frame(0, {}, false);
    pieces.send(many);
    QVERIFY(pieces.isClosedByServer());
    QVERIFY(calm.send(text("calm")));
    QByteArray got;
    QTRY_VERIFY((got += calm.readAll(50)).contains("calm"));
    const std::lock_guard lock(server.application.sockets->mutex);
    QVERIFY(server.application.sockets->texts.size() <= 70);
}

void tst_WebSockets::cutsTheSilentAndKeepsThoseWhoPong()
{
    auto config = quick();
    config.limits.socket.ping = 100ms;
    config.limits.socket.silence = 4s; // to whoever answers late
    ServerThread server(config, true);
    RawClient silent(server.patientPort());
    QVERIFY(open(silent));
    RawClient alive(server.patientPort());
    QVERIFY(open(alive));
    bool isCut = false;
    for (int i = 0; i < patience / 50 && !isCut; ++i) {
        if (alive.readAll(50).contains("\x89"_ba))
            QVERIFY(alive.send(frame(10, {})));
        isCut = silent.isClosedByServer(20);
    }
    QVERIFY(isCut);
    QVERIFY(alive.send(text("here")));
    QByteArray got;
    QTRY_VERIFY((got += alive.readAll(50)).contains("here"));
}

void tst_WebSockets::cutsWhoTakesNothing()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort(), 4096);
    QVERIFY(open(client));
    for (int i = 0; i < 40; ++i)
        client.send(text("large 400000"));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
}

void tst_WebSockets::farewellIsRead()
{
    auto config = quick();
    config.limits.socket.farewell = 150ms;
    ServerThread server(config, true);
    RawClient client(server.patientPort());
    QVERIFY(open(client));
    QVERIFY(client.send(text("last") + text("bye") + text("unheard")));
    const auto got = client.readAll();
    QVERIFY(got.contains("last"));
    QVERIFY(!got.contains("unheard"));
    QVERIFY(got.endsWith("\x88\x02\x10\xe1"_ba)); // 4321
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
}

void tst_WebSockets::leavesEarly()
{
    ServerThread server(quick(), true);
    const auto all = get(path, upgradeFields());
    for (int i = 0; i < 60; ++i) {
        RawClient client(server.patientPort());
        QVERIFY(client.send(all.first(all.size() - (i % 3 == 0 ? i : 0))));
        if (i % 3 == 1) {
            QCOMPARE(client.answer(patience, true).status, 101);
            client.send(text("x").first(1 + i % 6));
        }
        if (i % 2 == 0)
            client.reset();
    }
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    const std::lock_guard lock(server.application.sockets->mutex);
    QCOMPARE(server.application.sockets->opened, server.application.sockets->closed);
}

void tst_WebSockets::shutdownSaysGoingAway()
{
    ServerThread server(quick(), true);
    RawClient client(server.patientPort());
    QVERIFY(open(client));
    RawClient other(server.patientPort());
    QVERIFY(open(other));
    server.shutdown();
    QVERIFY(client.readAll().contains("\x03\xe9"_ba)); // 1001
    QVERIFY(server.waitStopped(4000));
    const std::lock_guard lock(server.application.sockets->mutex);
    QCOMPARE(server.application.sockets->closed, 2);
    for (const auto &socket : server.application.sockets->open)
        socket.send("to nobody"); // dropped
}

std::optional<TransportConfig> tst_WebSockets::withTls(const QTemporaryDir &folder)
{
    auto config = quick();
    config.tlsCertificateFile = folder.filePath(u"a.pem"_s);
    config.tlsKeyFile = folder.filePath(u"a.key"_s);
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=x"_s,
                   u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-keyout"_s,
                   config.tlsKeyFile, u"-out"_s, config.tlsCertificateFile});
    const bool made = openssl.waitForFinished() && openssl.exitCode() == 0;
    return made ? std::optional(config) : std::nullopt;
}

void tst_WebSockets::worksOverTls()
{
    QTemporaryDir folder;
    const auto config = withTls(folder);
    if (!config)
        LEAVE_OUT_UNLESS_CI("no openssl to make certificates with");
    ServerThread server(*config, true);
    QVERIFY(server.isRunning());
    QList<QWebSocket *> clients;
    QHash<QWebSocket *, QByteArray> heard;
    QObject parent;
    for (int i = 0; i < 4; ++i) {
        auto *client = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, &parent);
        connect(client, &QWebSocket::sslErrors, client, [client] { client->ignoreSslErrors(); });
        connect(client, &QWebSocket::textMessageReceived, client,
                [&heard, client](const QString &message) { heard[client] += message.toUtf8(); });
        client->open(QUrl(u"wss://127.0.0.1:%1%2"_s.arg(server.patientPort()).arg(QLatin1String(path))));
        clients.append(client);
    }
    for (auto *client : clients)
        QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
    const QString large(40'000, u'q');
    for (auto *client : clients)
        client->sendTextMessage(large);
    for (auto *client : clients)
        QTRY_COMPARE(heard[client].size(), large.size());
    clients.first()->close();
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(3));
    server.shutdown();
    for (auto *client : clients)
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(clients.last()->closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    QVERIFY(server.waitStopped(4000));
}

// What is encrypted already waits in another buffer than what is not.
void tst_WebSockets::cutsWhoTakesNothingOverTls()
{
    QTemporaryDir folder;
    const auto config = withTls(folder);
    if (!config)
        LEAVE_OUT_UNLESS_CI("no openssl to make certificates with");
    ServerThread server(*config, true);
    QVERIFY(server.isRunning());
    QSslSocket client;
    client.setReadBufferSize(4096);
    connect(&client, &QSslSocket::sslErrors, &client, [&client] { client.ignoreSslErrors(); });
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.patientPort());
    QVERIFY(client.waitForEncrypted());
    client.write(get(path, upgradeFields()));
    QTRY_VERIFY(client.peek(4096).startsWith("HTTP/1.1 101 "));
    const auto heard = [&server] {
        const std::lock_guard lock(server.application.sockets->mutex);
        return server.application.sockets->texts.size();
    };
    // One after the other, so that each is encrypted before the next; in all more than the system keeps for
    // them.
    for (int i = 1; i <= 100 && server.figures().connectionsOpen > 0; ++i) {
        client.write(text("large 400000"));
        QTRY_VERIFY(heard() == i || server.figures().connectionsOpen == 0);
    }
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
}

QTEST_GUILESS_MAIN(tst_WebSockets)
#include "tst_websockets.moc"
