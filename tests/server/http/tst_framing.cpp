// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;

/// What goes over the wire, against a real server.
class tst_Framing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void everySplit();
    void bytewise();
    void pipelines();
    void smuggles_data();
    void smuggles();
    void chunks_data();
    void chunks();
    void continues();
    void headHasNoBody();
    void http10();
    void describesRequest();
    void requestIds();
    void leavesEarly_data();
    void leavesEarly();

private:
    std::unique_ptr<ServerThread> m_server;
};

void tst_Framing::initTestCase()
{
    m_server = std::make_unique<ServerThread>();
    QVERIFY(m_server->isRunning());
}

void tst_Framing::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &request, int status, const QByteArray &body) {
        QTest::newRow(name) << request << status << body;
    };
    row("get", get("/fixed"), 200, R"({"ok":true})");
    row("post", post("/echo", "[1]"), 200, "[1]");
    row("empty body", post("/echo", ""), 200, "");
    row("large body", post("/echo", QByteArray(900'000, 'b')), 200, QByteArray(900'000, 'b'));
    row("delete", "DELETE /echo HTTP/1.1\r\nHost: x\r\n\r\n", 200, "");
    row("unknown method", "FROB /echo HTTP/1.1\r\nHost: x\r\n\r\n", 200, "");
    row("get with body", "GET /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi", 200, "hi");
    row("empty line before", "\r\n" + get("/fixed"), 200, R"({"ok":true})");
    row("upgrade is ignored", get("/fixed", "Connection: Upgrade\r\nUpgrade: websocket\r\n"), 200,
        R"({"ok":true})");
    row("odd host", "GET /fixed HTTP/1.1\r\nHost: a:b:c\r\n\r\n", 200, R"({"ok":true})");
    row("odd path", get("/a//b/../%00%ff;x=[|]{}"), 200, {});
    row("absolute form", "GET http://test/fixed HTTP/1.1\r\nHost: test\r\n\r\n", 200, R"({"ok":true})");
    row("first answer counts", get("/twice"), 200, "first");
    row("throws", get("/throw"), 500, R"({"refused":"internal error","path":"/throw"})");
    row("injects", get("/inject"), 500, "");
    row("impossible status", get("/status/99"), 500, "");
    row("no content", get("/nobody"), 204, "");
    row("pulled", get("/pulled?300000"), 200, QByteArray(300'000, 'p'));
    row("pulled, empty", get("/pulled?0"), 200, "");
    row("large", get("/large?3000000"), 200, QByteArray(3'000'000, 'l'));
}

void tst_Framing::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    RawClient client(m_server->port());
    QVERIFY(client.send(request));
    const auto answer = client.answer();
    QTEST(answer.status, "status");
    if (!body.isNull())
        QCOMPARE(answer.body, body);
    QVERIFY(!answer.header("date").isEmpty());
    QVERIFY(!answer.header("x-request-id").isEmpty());
    QVERIFY(!answer.head.contains("x-evil"));
    if (answer.status < 500) { // the connection is kept
        QVERIFY(client.send(get("/fixed")));
        QCOMPARE(client.answer().status, 200);
    }
}

void tst_Framing::refuses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("bare LF", "GET / HTTP/1.1\nHost: x\n\n", 400);
    row("one bare LF", "GET / HTTP/1.1\r\nHost: x\nA: b\r\n\r\n", 400);
    row("TLS on the plain port", QByteArray("\x16\x03\x01\x02\x00\x01", 6), 400);
    row("NUL first", QByteArray("\0GET / HTTP/1.1\r\n\r\n", 19), 400);
    row("many empty lines", "\r\n\r\n\r\n\r\n" + get("/"), 400);
    row("smuggling: both",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400);
    row("doubled length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        400);
    row("fold", "GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n\tc\r\n\r\n", 400);
    row("version", "GET / HTTP/3.0\r\nHost: x\r\n\r\n", 505);
    row("PRI", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("coding", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: br, chunked\r\n\r\n", 501);
    row("expectation", "POST / HTTP/1.1\r\nHost: x\r\nExpect: cake\r\nContent-Length: 1\r\n\r\na", 417);
    row("long header", get("/", "A: " + QByteArray(17 * 1024, 'a') + "\r\n"), 431);
    row("endless header", "GET / HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(60 * 1024, 'a'), 431);
    row("many fields", get("/", QByteArray("A: b\r\n").repeated(120)), 431);
    row("long target", get("/" + QByteArray(9 * 1024, 'a')), 414);
    row("endless target", "GET /" + QByteArray(60 * 1024, 'a'), 414);
    row("announced too large", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413);
    row("sent too large", post("/", QByteArray(3'000'000, 'a')), 413);
    row("chunk too large", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n", 413);
    row("huge chunk", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n",
        400);
    row("bad chunk size", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", 400);
    row("chunk without CR", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\na", 400);
    row("chunk without end", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc", 400);
    row("chunk space", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n 1\r\na\r\n", 400);
    row("endless extension",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;" + QByteArray(20'000, 'e'), 400);
    row("endless trailer",
        "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: " + QByteArray(20'000, 'e'),
        400);
}

void tst_Framing::refuses()
{
    QFETCH(QByteArray, request);
    const auto before = m_server->application.handled.load();
    RawClient client(m_server->port());
    client.send(request);
    const auto answer = client.answer();
    QTEST(answer.status, "status");
    QCOMPARE(answer.header("connection"), "close"_ba);
    QVERIFY(answer.body.startsWith("{\"refused\":"));
    QVERIFY(!answer.header("x-request-id").isEmpty());
    client.halfClose();
    QVERIFY(client.isClosedByServer());
    QCOMPARE(m_server->application.handled.load(), before);
}

void tst_Framing::everySplit()
{
    const auto request = post("/echo", "hello", "X-Test: 1\r\n") + get("/fixed");
    for (qsizetype at = 1; at < request.size(); ++at) {
        RawClient client(m_server->port());
        QVERIFY(client.send(request.first(at)));
        QThread::usleep(200); // so that the parts arrive apart
        QVERIFY(client.send(request.mid(at)));
        QCOMPARE(client.answer().body, "hello"_ba);
        QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
    }
}

void tst_Framing::bytewise()
{
    RawClient client(m_server->port());
    for (const char c : post("/echo", "abc"))
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(client.answer().body, "abc"_ba);
}

void tst_Framing::pipelines()
{
    RawClient client(m_server->port());
    QByteArray all;
    for (int i = 0; i < 500; ++i)
        all += i % 3 == 0 ? post("/echo", QByteArray::number(i)) : get("/x/" + QByteArray::number(i));
    QVERIFY(client.send(all));
    for (int i = 0; i < 500; ++i) {
        const auto answer = client.answer();
        QCOMPARE(answer.status, 200);
        if (i % 3 == 0)
            QCOMPARE(answer.body, QByteArray::number(i));
        else
            QVERIFY(answer.body.contains("\"path\":\"/x/" + QByteArray::number(i) + "\""));
    }
}

void tst_Framing::smuggles_data()
{
    QTest::addColumn<QByteArray>("first");
    // Were the framing misread, the second request would be answered as one of its own.
    QTest::newRow("CL.TE")
        << "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba;
    QTest::newRow("TE space")
        << "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding : chunked\r\n\r\n"_ba;
    QTest::newRow("TE fold") << "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\n\r\n"_ba;
    QTest::newRow("TE VT") << "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \x0b"
                              "chunked\r\n\r\n"_ba;
    QTest::newRow("CL plus") << "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: +0\r\n\r\n"_ba;
    QTest::newRow("LF in field") << "GET /echo HTTP/1.1\r\nHost: x\r\nA: b\nContent-Length: 5\r\n\r\n"_ba;
}

void tst_Framing::smuggles()
{
    QFETCH(QByteArray, first);
    const auto before = m_server->application.handled.load();
    RawClient client(m_server->port());
    client.send(first + get("/fixed"));
    client.halfClose();
    const auto all = client.readAll();
    QCOMPARE(all.count("HTTP/1.1 "), 1);
    QVERIFY(all.startsWith("HTTP/1.1 400 "));
    QCOMPARE(m_server->application.handled.load(), before);
}

void tst_Framing::chunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("empty") << "0\r\n\r\n"_ba
                           << ""_ba;
    QTest::newRow("one") << "5\r\nhello\r\n0\r\n\r\n"_ba
                         << "hello"_ba;
    QTest::newRow("several") << "1\r\nh\r\n0004\r\nello\r\n0\r\n\r\n"_ba
                             << "hello"_ba;
    QTest::newRow("extension") << "5;a=\"b\"\r\nhello\r\n0;x\r\n\r\n"_ba
                               << "hello"_ba;
    QTest::newRow("trailers") << "5\r\nhello\r\n0\r\nA: b\r\nC: d\r\n\r\n"_ba
                              << "hello"_ba;
    QTest::newRow("hex") << "A\r\n0123456789\r\nb\r\nabcdefghijk\r\n0\r\n\r\n"_ba
                         << "0123456789abcdefghijk"_ba;
    QByteArray large;
    for (int i = 0; i < 20; ++i)
        large += "7530\r\n" + QByteArray(30'000, char('a' + i)) + "\r\n";
    QByteArray expected;
    for (int i = 0; i < 20; ++i)
        expected += QByteArray(30'000, char('a' + i));
    QTest::newRow("large") << large + "0\r\n\r\n" << expected;
}

void tst_Framing::chunks()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, decoded);
    const auto head = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
    RawClient client(m_server->port());
    QVERIFY(client.send(head + body + get("/fixed")));
    QCOMPARE(client.answer().body, decoded);
    QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
    if (body.size() > 1000)
        return;
    for (const char c : head + body)
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(client.answer().body, decoded);
}

void tst_Framing::continues()
{
    RawClient client(m_server->port());
    QVERIFY(
        client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n"));
    QCOMPARE(client.answer(5000, true).status, 100);
    QVERIFY(client.send("ok"));
    QCOMPARE(client.answer().body, "ok"_ba);
    // Refused before anything is sent.
    QVERIFY(client.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(client.answer().status, 413);
}

void tst_Framing::headHasNoBody()
{
    RawClient client(m_server->port());
    QVERIFY(client.send(
        "HEAD /fixed HTTP/1.1\r\nHost: x\r\n\r\nHEAD /pulled?5000000 HTTP/1.1\r\nHost: x\r\n\r\n" +
        get("/echo", "Connection: close\r\n")));
    const auto fixed = client.answer(5000, true);
    QCOMPARE(fixed.header("content-length"), "11"_ba);
    const auto pulled = client.answer(5000, true);
    QCOMPARE(pulled.status, 200);
    QCOMPARE(pulled.header("content-length"), "5000000"_ba);
    QCOMPARE(client.answer().status, 200);
    // What cannot be read is no HEAD, whatever came before.
    RawClient garbled(m_server->port());
    QVERIFY(garbled.send("HEAD /fixed HTTP/1.1\r\nHost: x\r\n\r\n"));
    QCOMPARE(garbled.answer(5000, true).status, 200);
    QVERIFY(garbled.send("what\n"));
    const auto answer = garbled.answer();
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.contains("refused"));

    RawClient refused(m_server->port());
    QVERIFY(refused.send("HEAD / HTTP/1.1\r\n\r\n"));
    const auto all = refused.readAll(3000);
    QVERIFY(all.startsWith("HTTP/1.1 400 "));
    QVERIFY(all.endsWith("\r\n\r\n"));
}

void tst_Framing::http10()
{
    RawClient closing(m_server->port());
    QVERIFY(closing.send("GET /fixed HTTP/1.0\r\n\r\n"));
    const auto answer = closing.answer();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("connection"), "close"_ba);
    QVERIFY(closing.readAll(1000).isEmpty());
    RawClient keeping(m_server->port());
    for (int i = 0; i < 2; ++i) {
        QVERIFY(keeping.send("GET /fixed HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"));
        QCOMPARE(keeping.answer().header("connection"), "keep-alive"_ba);
    }
}

void tst_Framing::describesRequest()
{
    RawClient client(m_server->port());
    QVERIFY(client.send(get("/v1/a%2Fb/c%20d?x=%26&y", "x-TEST:  v \r\nX-Forwarded-For: 1.2.3.4\r\n"
                                                       "X-Forwarded-Proto: https\r\n")));
    const auto object = QJsonDocument::fromJson(client.answer().body).object();
    QCOMPARE(object[u"segments"_s].toVariant().toStringList(), (QStringList{u"v1"_s, u"a/b"_s, u"c d"_s}));
    QCOMPARE(object[u"path"_s].toString(), u"/v1/a%2Fb/c%20d"_s);
    QCOMPARE(object[u"query"_s].toString(), u"x=%26&y"_s);
    QCOMPARE(object[u"x"_s].toString(), u"v"_s);
    QCOMPARE(object[u"peer"_s].toString(), u"127.0.0.1"_s); // nobody is trusted
    QCOMPARE(object[u"secure"_s].toBool(), false);
    QCOMPARE(object[u"patient"_s].toBool(), false);
    QVERIFY(client.send(get("/v1?")));
    QVERIFY(QJsonDocument::fromJson(client.answer().body).object()[u"hasQuery"_s].toBool());
    QVERIFY(client.send(get("/v1")));
    QVERIFY(!QJsonDocument::fromJson(client.answer().body).object()[u"hasQuery"_s].toBool());
}

void tst_Framing::requestIds()
{
    RawClient client(m_server->port());
    QVERIFY(client.send(get("/fixed", "X-Request-Id: abc-DEF_1.2\r\n")));
    QCOMPARE(client.answer().header("x-request-id"), "abc-DEF_1.2"_ba);
    QByteArrayList made;
    for (const auto &bad : {"a b"_ba, "a/b"_ba, QByteArray(129, 'a'), ""_ba}) {
        QVERIFY(client.send(get("/fixed", "X-Request-Id: " + bad + "\r\n")));
        const auto id = client.answer().header("x-request-id");
        QVERIFY(!id.isEmpty() && id != bad && !made.contains(id));
        made.append(id);
    }
}

void tst_Framing::leavesEarly_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<QByteArray>("request");
    for (const bool reset : {false, true}) {
        const char *how = reset ? "reset" : "closed";
        QTest::addRow("%s: post", how) << reset << post("/echo", "hello");
        QTest::addRow("%s: later", how) << reset << get("/later");
        QTest::addRow("%s: upload", how) << reset << post("/r/x/files", "hello");
        QTest::addRow("%s: pulled", how) << reset << get("/pulled?1000000");
        QTest::addRow("%s: chunks", how)
            << reset
            << "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"_ba;
    }
}

void tst_Framing::leavesEarly()
{
    QFETCH(bool, reset);
    QFETCH(QByteArray, request);
    for (qsizetype at = 0; at <= request.size(); ++at) {
        RawClient client(m_server->port());
        QVERIFY(client.send(request.first(at)));
        if (at % 4 == 0)
            QThread::usleep(500); // so that it leaves at different moments of the server's
        if (reset)
            client.reset();
        else
            client.close();
    }
    for (const auto &ticket : m_server->application.takeTickets())
        ticket.respond(HttpResponse::empty(200)); // nobody is there any more
    RawClient after(m_server->port());
    QVERIFY(after.send(get("/fixed")));
    QCOMPARE(after.answer().status, 200);
    after.close();
    QTRY_COMPARE(m_server->figures().connectionsOpen, quint64(0));
    QTRY_COMPARE(m_server->application.sourcesAlive.load(), 0);
}

QTEST_GUILESS_MAIN(tst_Framing)
#include "tst_framing.moc"
