// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headparser.h"
#include "server/http/proxies.h"
#include "server/http/responsehead.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;

class tst_HeadParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scansByteByByte();
    void headersIgnoreCase();
    void segments();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void proxies();
    void proxyLists();
    void answerHead();
};

void tst_HeadParser::scansByteByByte()
{
    const QByteArray text = "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\nGET";
    HeadScanner scanner;
    for (qsizetype i = 1; i < 29; ++i)
        QCOMPARE(scanner.scan(QByteArrayView(text).first(i), Limits()), HeadScanner::State::Incomplete);
    QCOMPARE(scanner.scan(QByteArrayView(text).first(29), Limits()), HeadScanner::State::Complete);
    QCOMPARE(scanner.begin(), 2);
    QCOMPARE(scanner.length(), 27);
    scanner.reset();
    QCOMPARE(scanner.scan(text, Limits()), HeadScanner::State::Complete);
    QCOMPARE(scanner.length(), 27);
}

void tst_HeadParser::headersIgnoreCase()
{
    HttpHeaders headers;
    headers.append("X-One", "1");
    headers.append("x-one", "2");
    headers.append("Empty", "");
    QCOMPARE(headers.value("X-ONE"), "1"_ba);
    QCOMPARE(headers.values("x-one"), (QList<QByteArray>{"1", "2"}));
    QCOMPARE(headers.count("x-one"), 2);
    QVERIFY(headers.value("missing").isNull());
    QVERIFY(!headers.value("empty").isNull());
    QVERIFY(headers.value("empty").isEmpty());
    const auto copy = headers;
    headers.append("X-Three", "3");
    QCOMPARE(copy.size(), 3);
    QCOMPARE(copy.at(1).value, QByteArrayView("2"));
}

void tst_HeadParser::segments()
{
    RequestHead head;
    head.rawPath = "/v1/a%2Fb%20c/"_ba;
    QCOMPARE(head.segments(), (QByteArrayList{"v1", "a/b c", ""}));
    head.rawPath = "/"_ba;
    QCOMPARE(head.segments(), QByteArrayList{""});
    head.rawPath = "/r/x"_ba;
    QCOMPARE(head.segments(), (QByteArrayList{"r", "x"}));
}

void tst_HeadParser::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("plain") << "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n"_ba
                           << "/a"_ba << qint64(0) << true;
    QTest::newRow("close") << "GET / HTTP/1.1\r\nHost: x\r\nConnection: a, Close\r\n\r\n"_ba
                           << "/"_ba << qint64(0) << false;
    QTest::newRow("1.0") << "GET / HTTP/1.0\r\n\r\n"_ba
                         << "/"_ba << qint64(0) << false;
    QTest::newRow("1.0 keep") << "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba
                              << "/"_ba << qint64(0) << true;
    QTest::newRow("length") << "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\n"_ba
                            << "/"_ba << qint64(12) << true;
    QTest::newRow("chunked") << "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n"_ba
                             << "/"_ba << qint64(-1) << true;
    QTest::newRow("absolute") << "GET http://Test:80/p?q HTTP/1.1\r\nHost: test:80\r\n\r\n"_ba
                              << "/p"_ba << qint64(0) << true;
    QTest::newRow("absolute, no path") << "GET https://test HTTP/1.1\r\nHost: test\r\n\r\n"_ba
                                       << "/"_ba << qint64(0) << true;
    QTest::newRow("ipv6 host") << "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"_ba
                               << "/"_ba << qint64(0) << true;
    QTest::newRow("obs-text") << "GET / HTTP/1.1\r\nHost: x\r\nX: \xc3\xa4\r\n\r\n"_ba
                              << "/"_ba << qint64(0) << true;
}

void tst_HeadParser::reads()
{
    QFETCH(QByteArray, text);
    ParsedHead parsed;
    Refusal refusal;
    QVERIFY2(parseHead(text, Limits(), parsed, refusal), refusal.message);
    QTEST(parsed.head.rawPath, "path");
    QTEST(parsed.head.bodyLength, "length");
    QTEST(parsed.keepAlive, "keepAlive");
}

void tst_HeadParser::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &text, int status) {
        QTest::newRow(name) << text << status;
    };
    const QByteArray line = "POST / HTTP/1.1\r\n";
    const QByteArray start = line + "Host: x\r\n";
    row("no target", "GET HTTP/1.1\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("tab", "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("control in target", "GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("high byte in target", "GET /\xc3\xa4 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("fragment", "GET /#a HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("half escape", "GET /%2 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("bad escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("authority", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("other scheme", "GET ftp://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("another host", "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("user in authority", "GET http://a@x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("bad method", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400);
    row("long method", QByteArray(40, 'A') + " / HTTP/1.1\r\nHost: x\r\n\r\n", 501);
    row("no version", "GET / HTTP\r\nHost: x\r\n\r\n", 400);
    row("lower version", "GET / http/1.1\r\nHost: x\r\n\r\n", 400);
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505);
    row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505);
    row("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two hosts", start + "Host: x\r\n\r\n", 400);
    row("host with path", line + "Host: x/y\r\n\r\n", 400);
    row("fold", start + "A: b\r\n c\r\n\r\n", 400);
    row("fold first", line + " Host: x\r\n\r\n", 400);
    row("space before colon", start + "A : b\r\n\r\n", 400);
    row("no colon", start + "Ab\r\n\r\n", 400);
    row("empty name", start + ": b\r\n\r\n", 400);
    row("NUL in value", start + QByteArray("A: b\0c\r\n\r\n", 10), 400);
    row("CR in value", start + "A: b\rc\r\n\r\n", 400);
    row("two lengths", start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", 400);
    row("length list", start + "Content-Length: 1, 1\r\n\r\n", 400);
    row("signed length", start + "Content-Length: +1\r\n\r\n", 400);
    row("negative length", start + "Content-Length: -1\r\n\r\n", 400);
    row("hex length", start + "Content-Length: 0x1\r\n\r\n", 400);
    row("empty length", start + "Content-Length:\r\n\r\n", 400);
    row("huge length", start + "Content-Length: 9999999999999999999\r\n\r\n", 400);
    row("both framings", start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("chunked in 1.0", "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("two codings", start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("identity", start + "Transfer-Encoding: identity\r\n\r\n", 400);
    row("xchunked", start + "Transfer-Encoding: xchunked\r\n\r\n", 400);
    row("chunked, identity", start + "Transfer-Encoding: chunked, identity\r\n\r\n", 400);
    row("gzip, chunked", start + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501);
    row("chunked, chunked", start + "Transfer-Encoding: chunked, chunked\r\n\r\n", 501);
    row("other expectation", start + "Expect: 200-ok\r\n\r\n", 417);
    row("two authorizations", start + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400);
    row("long target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414);
    row("many fields", start + QByteArray("A: b\r\n").repeated(100) + "\r\n", 431);
}

void tst_HeadParser::refuses()
{
    QFETCH(QByteArray, text);
    ParsedHead parsed;
    Refusal refusal;
    QVERIFY(!parseHead(text, Limits(), parsed, refusal));
    QTEST(refusal.status, "status");
}

void tst_HeadParser::proxies()
{
    const auto trusted = TrustedProxies::parse(u"10.0.0.0/8, ::1"_s).value();
    const QHostAddress proxy(u"10.1.2.3"_s);
    HttpHeaders headers;
    headers.append("X-Forwarded-For", "203.0.113.9, 198.51.100.7");
    headers.append("X-Forwarded-For", "10.9.9.9");
    headers.append("X-Forwarded-Proto", "https");
    QCOMPARE(trusted.client(proxy, headers), QHostAddress(u"198.51.100.7"_s));
    QCOMPARE(trusted.client(QHostAddress(u"192.0.2.1"_s), headers), QHostAddress(u"192.0.2.1"_s));
    QVERIFY(trusted.isSecure(proxy, false, headers));
    QVERIFY(!trusted.isSecure(QHostAddress(u"192.0.2.1"_s), false, headers));
    HttpHeaders broken;
    broken.append("X-Forwarded-For", "203.0.113.9, unknown");
    QCOMPARE(trusted.client(proxy, broken), proxy);
    HttpHeaders withPort;
    withPort.append("X-Forwarded-For", "[2001:db8::1]:443");
    QCOMPARE(trusted.client(proxy, withPort), QHostAddress(u"2001:db8::1"_s));
}

void tst_HeadParser::proxyLists()
{
    QVERIFY(TrustedProxies::parse(QString()).value().isEmpty());
    for (const auto &bad : {u"10.0.0.0/40"_s, u"proxy.example"_s, u"10.0.0.1,nonsense"_s}) {
        const auto parsed = TrustedProxies::parse(bad);
        QVERIFY2(!parsed, qPrintable(bad));
        QVERIFY(parsed.error().is("proxies.malformed"));
    }
}

void tst_HeadParser::answerHead()
{
    QVERIFY(isSendable(HttpResponse::json(200, "{}"_ba)));
    QVERIFY(!isSendable(HttpResponse::empty(99)));
    QVERIFY(!isSendable(HttpResponse::empty(200).with("a"_ba, "b\nc"_ba)));
    QVERIFY(!isSendable(HttpResponse::empty(200).with("a b"_ba, "c"_ba)));
    QByteArray out;
    appendResponseHead(out, HttpResponse::empty(204).with("Content-Length"_ba, "7"_ba), {});
    QVERIFY(!out.contains("Content-Length"));
    QVERIFY(out.startsWith("HTTP/1.1 204 No Content\r\nDate: "));
    QVERIFY(out.endsWith(" GMT\r\n\r\n"));
}

QTEST_GUILESS_MAIN(tst_HeadParser)
#include "tst_headparser.moc"
