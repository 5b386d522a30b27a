// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

/// Time and number limits, with the times made short.
class tst_TransportLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silentConnection();
    void slowHead();
    void idleKeepAlive();
    void idleIsNotHeadTime();
    void stalledBody();
    void slowBody();
    void stalledReader();
    void lingeringIsBounded();
    void refusalArrivesBeforeReset();
    void fileTooLargeHearsSo();
    void capClosesLongestIdle();
    void capRefusesWhenAllAreBusy();
    void evictedBusyOneEndsAfterItsAnswer();
    void evictedStalledReaderIsCut();
    void capOfOneHost();
    void largeBodiesTwoAtOnce();
    void settableHead();
    void manyConnections();
};

namespace {

TransportConfig quick()
{
    TransportConfig config;
    config.limits.sweep = 20ms;
    config.limits.linger = 300ms;
    return config;
}

bool answers(RawClient &client)
{
    return client.send(get("/fixed")) && client.answer().status == 200;
}

} // namespace

void tst_TransportLimits::silentConnection()
{
    auto config = quick();
    config.limits.headTime = 150ms;
    ServerThread server(config);
    QElapsedTimer timer;
    timer.start();
    RawClient client(server.port());
    QVERIFY(client.readAll().isEmpty()); // no answer to what was never asked
    QVERIFY(timer.elapsed() >= 140);
    QCOMPARE(server.figures().timeouts, quint64(1));
}

void tst_TransportLimits::slowHead()
{
    auto config = quick();
    config.limits.headTime = 200ms;
    ServerThread server(config);
    RawClient client(server.port());
    QElapsedTimer timer;
    timer.start();
    const auto request = get("/fixed", "A: " + QByteArray(1000, 'a') + "\r\n");
    for (qsizetype i = 0; i < 60 && timer.elapsed() < 1000; ++i) { // a byte now and then does not help
        if (client.sendSome(request.mid(i, 1)) < 0)
            break;
        QThread::msleep(10); // a slow client
    }
    const auto answer = client.answer();
    QCOMPARE(answer.status, 408);
    QCOMPARE(answer.header("connection"), "close"_ba);
    QCOMPARE(server.application.handled.load(), 0);
}

void tst_TransportLimits::idleKeepAlive()
{
    auto config = quick();
    config.limits.idle = 200ms;
    config.limits.headTime = 1h;
    ServerThread server(config);
    RawClient client(server.port());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(answers(client));
    QVERIFY(client.readAll().isEmpty());
    QVERIFY(timer.elapsed() >= 190);
}

void tst_TransportLimits::idleIsNotHeadTime()
{
    auto config = quick();
    config.limits.idle = 1h;
    config.limits.headTime = 1s;
    ServerThread server(config);
    RawClient client(server.port());
    QVERIFY(answers(client));
    QTest::qWait(1500);
    QVERIFY(answers(client));
}

void tst_TransportLimits::stalledBody()
{
    auto config = quick();
    config.limits.bodyStall = 200ms;
    ServerThread server(config);
    RawClient client(server.port());
    QVERIFY(client.send(post("/echo", "hello").chopped(2)));
    QCOMPARE(client.answer().status, 408);
    QCOMPARE(server.application.handled.load(), 0);
}

void tst_TransportLimits::slowBody()
{
    auto config = quick();
    config.limits.bodyStall = 10s;
    config.limits.bodyGrace = 200ms;
    config.limits.bodyRate = 1000;
    ServerThread server(config);
    RawClient client(server.port());
    QVERIFY(client.send(post("/echo", QByteArray(5000, 'a')).chopped(5000)));
    for (int i = 0; i < 100; ++i) {
        if (client.sendSome("a") < 0 || server.figures().timeouts > 0)
            break;
        QThread::msleep(10); // a slow client
    }
    QCOMPARE(client.answer().status, 408);
}

void tst_TransportLimits::stalledReader()
{
    auto config = quick();
    config.limits.writeStall = 200ms;
    ServerThread server(config);
    RawClient client(server.port(), 4096);
    QVERIFY(client.send(get("/pulled?100000000")));
    QTRY_COMPARE(server.figures().timeouts, quint64(1));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    QTRY_COMPARE(server.application.sourcesAlive.load(), 0);
}

void tst_TransportLimits::lingeringIsBounded()
{
    auto config = quick();
    config.limits.lingerBytes = 1'000'000;
    config.limits.linger = 10s;
    ServerThread server(config);
    RawClient client(server.port());
    QVERIFY(client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n"));
    const QByteArray block(100'000, 'a');
    int sent = 0;
    while (sent < 500 && client.send(block))
        ++sent;
    QVERIFY(sent < 200);
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    // And by time, where the client neither sends nor closes.
    auto shortly = quick();
    ServerThread second(shortly);
    RawClient silent(second.port());
    QVERIFY(silent.send("bad\r\n\r\n"));
    QCOMPARE(silent.answer().status, 400);
    QTRY_COMPARE(second.figures().connectionsOpen, quint64(0));
}

void tst_TransportLimits::refusalArrivesBeforeReset()
{
    auto config = quick();
    config.limits.linger = 1min; // however slow the client
    ServerThread server(config);
    for (int i = 0; i < 20; ++i) {
        RawClient client(server.port());
        // Far more than the buffers hold: a close at once would reset the connection and lose the answer.
        client.send(post("/echo", QByteArray(8'000'000, 'a')));
        QCOMPARE(client.answer().status, 413);
    }
}

// Files may have 48 MiB. Many clients send all before they read, and take a reset for a broken network.
void tst_TransportLimits::fileTooLargeHearsSo()
{
    auto config = quick();
    config.limits.linger = 10s;
    ServerThread server(config);
    RawClient client(server.port());
    constexpr int total = 50;
    QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                        QByteArray::number(total * 1'048'576) + "\r\n\r\n"));
    const QByteArray block(1'048'576, 'a');
    for (int i = 0; i < total; ++i)
        QVERIFY(client.send(block));
    QCOMPARE(client.answer().status, 413);
}

void tst_TransportLimits::capClosesLongestIdle()
{
    auto config = quick();
    config.limits.connections = 4;
    ServerThread server(config);
    std::vector<RawClient> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(answers(clients.back()));
        QThread::msleep(5); // so that who is idle longest is beyond doubt
    }
    QVERIFY(answers(clients[0])); // now the second has been idle the longest
    RawClient fifth(server.port());
    QVERIFY(answers(fifth));
    QVERIFY(clients[1].isClosedByServer());
    QVERIFY(answers(clients[0]));
    QVERIFY(answers(clients[2]));
    QVERIFY(answers(clients[3]));
    QCOMPARE(server.figures().connectionsEvicted, quint64(1));
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(4));
}

void tst_TransportLimits::capRefusesWhenAllAreBusy()
{
    auto config = quick();
    config.limits.connections = 2;
    ServerThread server(config);
    RawClient first(server.port());
    RawClient second(server.port());
    QVERIFY(first.send(get("/later")));
    QVERIFY(second.send(get("/later")));
    QTRY_COMPARE(server.application.waiting(), 2);
    RawClient third(server.port());
    QVERIFY(third.isClosedByServer());
    QTRY_COMPARE(server.figures().connectionsRefused, quint64(1));
    for (const auto &ticket : server.application.takeTickets())
        ticket.respond(HttpResponse::empty(200));
    QCOMPARE(first.answer().status, 200);
    QCOMPARE(second.answer().status, 200);
    QTRY_VERIFY(answers(first)); // idle again: a further one has its place
    RawClient fourth(server.port());
    QVERIFY(answers(fourth));
}

void tst_TransportLimits::evictedBusyOneEndsAfterItsAnswer()
{
    auto config = quick();
    config.limits.connections = 1;
    ServerThread server(config);
    RawClient first(server.port());
    QVERIFY(answers(first));
    for (int i = 0; i < 50; ++i) { // each takes the place of the one before
        RawClient next(server.port());
        QVERIFY(answers(next));
    }
    QVERIFY(first.isClosedByServer());
    QTRY_VERIFY(server.figures().connectionsOpen <= 1);
}

void tst_TransportLimits::evictedStalledReaderIsCut()
{
    auto config = quick();
    config.limits.connections = 1;
    config.limits.writeStall = 60s;
    ServerThread server(config);
    RawClient stalled(server.port(), 4096);
    QVERIFY(stalled.send(get("/large?20000000")));
    QTRY_COMPARE(server.figures().answers[2], quint64(1));
    RawClient next(server.port());
    QVERIFY(answers(next));                              // made room for
    QTRY_COMPARE(server.figures().timeouts, quint64(1)); // long before writeStall
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(1));
}

void tst_TransportLimits::capOfOneHost()
{
    auto config = quick();
    config.limits.connectionsPerHost = 2;
    config.limits.capLoopback = true;
    ServerThread server(config);
    RawClient first(server.port());
    QVERIFY(answers(first));
    QThread::msleep(5); // so that who is idle longest is beyond doubt
    RawClient second(server.port());
    QVERIFY(answers(second));
    RawClient third(server.port());
    QVERIFY(answers(third));
    QVERIFY(first.isClosedByServer());
    QVERIFY(answers(second));
    // Without the switch loopback, where a reverse proxy is, has as many as it likes.
    config.limits.capLoopback = false;
    ServerThread open(config);
    std::vector<RawClient> clients;
    for (int i = 0; i < 10; ++i)
        clients.emplace_back(open.port());
    for (auto &client : clients)
        QVERIFY(answers(client));
}

void tst_TransportLimits::largeBodiesTwoAtOnce()
{
    ServerThread server(quick());
    const auto request = post("/v1/files", QByteArray(3'000'000, 'f'));
    RawClient first(server.port());
    RawClient second(server.port());
    QVERIFY(first.send(request.chopped(10)));
    QVERIFY(second.send(request.chopped(10)));
    QTRY_COMPARE(server.figures().requests, quint64(2));
    RawClient third(server.port());
    third.send(request);
    const auto refused = third.answer();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.header("retry-after"), "1"_ba);
    QVERIFY(first.send(request.last(10)));
    QCOMPARE(first.answer().status, 200);
    RawClient fourth(server.port());
    QVERIFY(fourth.send(request));
    QCOMPARE(fourth.answer().status, 200);
    second.close(); // its place comes back too
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(2));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(fourth.send(request));
        QCOMPARE(fourth.answer().status, 200);
    }
    QVERIFY(fourth.send("POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Length: 50331649\r\n\r\n"));
    QCOMPARE(fourth.answer().status, 413);
}

void tst_TransportLimits::settableHead()
{
    auto config = quick();
    config.limits.head = 1024;
    config.limits.jsonBody = 10;
    ServerThread server(config);
    RawClient client(server.port());
    QVERIFY(client.send(get("/fixed", "A: " + QByteArray(900, 'a') + "\r\n") +
                        post("/echo", QByteArray(10, 'a'))));
    QCOMPARE(client.answer().status, 200);
    QCOMPARE(client.answer().status, 200);
    QVERIFY(client.send(post("/echo", QByteArray(11, 'a'))));
    QCOMPARE(client.answer().status, 413);
    RawClient second(server.port());
    QVERIFY(second.send(get("/fixed", "A: " + QByteArray(1000, 'a') + "\r\n")));
    QCOMPARE(second.answer().status, 431);
}

void tst_TransportLimits::manyConnections()
{
    ServerThread server(quick());
    std::vector<RawClient> clients;
    for (int i = 0; i < 400; ++i)
        clients.emplace_back(server.port());
    for (auto &client : clients)
        QVERIFY(client.send(get("/fixed")));
    for (auto &client : clients)
        QCOMPARE(client.answer().status, 200);
    QCOMPARE(server.figures().connectionsOpen, quint64(400));
    clients.clear();
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
}

QTEST_GUILESS_MAIN(tst_TransportLimits)
#include "tst_transportlimits.moc"
