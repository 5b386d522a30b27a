// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

/// Bodies that are streamed to a sink on an io thread.
class tst_Uploads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams_data();
    void streams();
    void holdsBack();
    void staysSmall();
    void severalAtOnce();
    void clientLeaves();
    void clientLeavesEverywhere();
    void tooLarge();
    void tooLargeChunked();
    void stalls();
    void slowDiskIsNoStall();
    void brokenChunk();
    void refusedFromTheHead();
    void keepsConnection();
};

namespace {

const QByteArray Chunked = "POST /r/a/files HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

TransportConfig quick()
{
    TransportConfig config;
    config.limits.sweep = std::chrono::milliseconds(20);
    return config;
}

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (auto &c : bytes) {
        state = state * 1664525 + 1013904223;
        c = char(state >> 24);
    }
    return bytes;
}

QByteArray sumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

qint64 residentKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

void tst_Uploads::streams_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    for (const bool chunked : {false, true}) {
        for (const qsizetype size :
             {qsizetype(0), qsizetype(1), qsizetype(65'536), qsizetype(65'537), qsizetype(5'000'000)})
            QTest::addRow("%s %d", chunked ? "chunked" : "length", int(size)) << size << chunked;
    }
}

void tst_Uploads::streams()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    ServerThread server(quick());
    server.application.newUpload();
    const auto body = pattern(size);
    RawClient client(server.port());
    if (chunked) {
        QByteArray message = Chunked;
        for (qsizetype at = 0; at < size; at += 100'000) {
            const auto part = body.mid(at, 100'000);
            message += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
        }
        QVERIFY(client.send(message + "0\r\n\r\n"));
    } else {
        QVERIFY(client.send(post("/r/a/files", body)));
    }
    const auto answer = client.answer();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, sumOf(body));
    const auto upload = server.application.upload();
    QTRY_VERIFY(upload->destroyed);
    QCOMPARE(upload->bytes, qint64(size));
    QVERIFY(upload->largestBlock <= 64 * 1024);
    QVERIFY(!upload->aborted);
    QCOMPARE(server.application.handled.load(), 0); // never through QtHttpServer
}

void tst_Uploads::holdsBack()
{
    ServerThread server(quick());
    server.application.newUpload(true);
    const auto upload = server.application.upload();
    RawClient client(server.port());
    const auto body = pattern(30'000'000);
    const auto message = post("/r/a/files", body);
    qint64 at = 0;
    int idle = 0;
    while (at < message.size() && idle < 50) { // until nothing more goes
        const auto sent = client.sendSome(message.mid(at, 100'000));
        QVERIFY(sent >= 0);
        at += sent;
        idle = sent == 0 ? idle + 1 : 0;
        if (sent == 0)
            QThread::msleep(5); // a sender waits while the kernel holds it back
    }
    QVERIFY2(at < 20'000'000, qPrintable(QString::number(at))); // the kernel's buffers and little more
    QVERIFY(server.figures().bytesIn < 1'300'000);
    upload->gate.release(1'000'000);
    QVERIFY(client.send(message.mid(at)));
    QCOMPARE(client.answer().body, sumOf(body));
}

void tst_Uploads::staysSmall()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("AddressSanitizer keeps freed memory");
#endif
    ServerThread server(quick());
    server.application.newUpload();
    const qint64 size = 200'000'000;
    RawClient client(server.port());
    const auto before = residentKiB();
    QVERIFY(client.send("POST /r/a/files HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(size) +
                        "\r\n\r\n"));
    const QByteArray block(1'000'000, 'x');
    qint64 peak = 0;
    for (qint64 sent = 0; sent < size; sent += block.size()) {
        QVERIFY(client.send(block));
        peak = std::max(peak, residentKiB());
    }
    QCOMPARE(client.answer().status, 201);
    QVERIFY2(peak - before < 30'000, qPrintable(QString::number(peak - before)));
}

void tst_Uploads::severalAtOnce()
{
    ServerThread server(quick());
    std::vector<RawClient> clients;
    std::vector<std::shared_ptr<UploadRecord>> uploads;
    const auto body = pattern(700'000);
    for (int i = 0; i < 8; ++i) {
        server.application.newUpload();
        uploads.push_back(server.application.upload());
        clients.emplace_back(server.port());
        QVERIFY(clients.back().send(post("/r/a/files", body).first(1000 + i)));
        QTRY_VERIFY(uploads.back()->begun);
    }
    const auto message = post("/r/a/files", body);
    for (size_t i = 0; i < clients.size(); ++i)
        QVERIFY(clients[i].send(message.mid(1000 + qsizetype(i))));
    for (auto &client : clients)
        QCOMPARE(client.answer().body, sumOf(body));
}

void tst_Uploads::clientLeaves()
{
    for (const bool reset : {false, true}) {
        ServerThread server(quick());
        server.application.newUpload();
        const auto upload = server.application.upload();
        RawClient client(server.port());
        QVERIFY(client.send(post("/r/a/files", pattern(500'000)).first(300'000)));
        QTRY_VERIFY(upload->bytes > 100'000);
        if (reset)
            client.reset();
        else
            client.close();
        QTRY_VERIFY(upload->destroyed);
        QVERIFY(upload->aborted == UploadSink::Abort::ClientLeft);
        QVERIFY(!upload->ended);
        QTRY_COMPARE(server.figures().uploadsUnderWay, quint64(0));
    }
}

void tst_Uploads::clientLeavesEverywhere()
{
    ServerThread server(quick());
    const auto message = Chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nA: b\r\n\r\n";
    for (qsizetype at = 1; at < message.size(); ++at) {
        server.application.newUpload();
        const auto upload = server.application.upload();
        {
            RawClient client(server.port());
            QVERIFY(client.send(message.first(at)));
            if (at >= Chunked.size())
                QTRY_VERIFY(upload->begun);
        }
        if (at >= Chunked.size()) {
            QTRY_VERIFY(upload->destroyed);
            QVERIFY(upload->aborted == UploadSink::Abort::ClientLeft);
            QVERIFY(!upload->ended);
        } else {
            QVERIFY(!upload->begun);
        }
    }
}

void tst_Uploads::tooLarge()
{
    ServerThread server(quick());
    server.application.uploadLimits.maxBytes = 100'000;
    server.application.newUpload();
    RawClient client(server.port());
    client.send(post("/r/a/files", pattern(100'001)));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("too large"));
    QVERIFY(!server.application.upload()->begun);
    QTRY_VERIFY(server.application.upload()->destroyed);
}

void tst_Uploads::tooLargeChunked()
{
    ServerThread server(quick());
    server.application.uploadLimits.maxBytes = 100'000;
    server.application.newUpload();
    RawClient client(server.port());
    client.send(Chunked + "10000\r\n" + pattern(65'536) + "\r\n10000\r\n" + pattern(65'536) +
                "\r\n0\r\n\r\n");
    QCOMPARE(client.answer().status, 413);
    const auto upload = server.application.upload();
    QTRY_VERIFY(upload->destroyed);
    QVERIFY(upload->aborted == UploadSink::Abort::TooLarge);
    QVERIFY(!upload->ended);
}

void tst_Uploads::stalls()
{
    ServerThread server(quick());
    server.application.uploadLimits.stall = 1s;
    server.application.newUpload();
    RawClient client(server.port());
    QVERIFY(client.send(post("/r/a/files", pattern(1000)).chopped(10)));
    QCOMPARE(client.answer().status, 408);
    const auto upload = server.application.upload();
    QTRY_VERIFY(upload->destroyed);
    QVERIFY(upload->aborted == UploadSink::Abort::Stalled);
}

void tst_Uploads::slowDiskIsNoStall()
{
    ServerThread server(quick());
    server.application.uploadLimits.stall = 1s;
    server.application.newUpload(true);
    const auto upload = server.application.upload();
    const auto body = pattern(2'000'000);
    RawClient client(server.port());
    QVERIFY(client.send(post("/r/a/files", body)));
    QTest::qWait(1500); // the disk stands still for longer than a client may
    QCOMPARE(server.figures().timeouts, quint64(0));
    upload->gate.release(1'000'000);
    QCOMPARE(client.answer().body, sumOf(body));
}

void tst_Uploads::brokenChunk()
{
    ServerThread server(quick());
    server.application.newUpload();
    RawClient client(server.port());
    QVERIFY(client.send(Chunked + "3\r\nabc\r\nzz\r\n"));
    QCOMPARE(client.answer().status, 400);
    const auto upload = server.application.upload();
    QTRY_VERIFY(upload->destroyed);
    QVERIFY(upload->aborted == UploadSink::Abort::BadFraming);
}

void tst_Uploads::refusedFromTheHead()
{
    ServerThread server(quick());
    server.application.newUpload();
    const auto upload = server.application.upload();
    RawClient client(server.port());
    client.send(post("/r/a/files?refuse", pattern(20'000'000)));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.header("connection"), "close"_ba);
    QTRY_VERIFY(upload->destroyed);
    QVERIFY(!upload->ended);
    QVERIFY(upload->aborted == UploadSink::Abort::Answered);
    QVERIFY(upload->bytes < 20'000'000);
}

void tst_Uploads::keepsConnection()
{
    ServerThread server(quick());
    RawClient client(server.port());
    for (int i = 0; i < 3; ++i) {
        server.application.newUpload();
        const auto body = pattern(100'000 + i);
        QVERIFY(client.send(post("/r/a/files", body) + get("/fixed")));
        QCOMPARE(client.answer().body, sumOf(body));
        QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
    }
}

QTEST_GUILESS_MAIN(tst_Uploads)
#include "tst_uploads.moc"
