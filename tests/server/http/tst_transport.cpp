// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"
#include "tests/server/http/transportfixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;

/// Tickets, mailboxes, the end of the server and its figures.
class tst_Transport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailboxWakesOnce();
    void mailboxOutlivesWorker();
    void answersFromAnyThread();
    void answersInOrderWhenPipelined();
    void lateTicketsAreDropped();
    void commitAnswersMany();
    void brokenSourceCutsConnection();
    void slowReaderGetsAll();
    void usesAllWorkers();
    void tellsListeners();
    void shutsDownIdle();
    void shutsDownFinishingWhatRuns();
    void givesUpAfterAWhile();
    void destroyedWhileBusy();
    void portInUse();
    void counts();
};

namespace {

/// Counts wake-ups.
class CountingReceiver final : public Mailbox::Receiver
{
public:
    bool takeDirectly(quint64, quint64, HttpResponse &) override { return false; }
    int woken = 0;

protected:
    bool event(QEvent *event) override
    {
        woken += event->type() == Mailbox::eventType();
        return QObject::event(event);
    }
};

TransportConfig quickConfig()
{
    TransportConfig config;
    config.limits.sweep = std::chrono::milliseconds(20);
    return config;
}

} // namespace

void tst_Transport::mailboxWakesOnce()
{
    const auto mailbox = std::make_shared<Mailbox>();
    CountingReceiver receiver;
    mailbox->post(EvictMail{1}); // before it is open
    mailbox->open(&receiver);
    std::thread([&] {
        for (quint64 i = 2; i <= 100; ++i)
            Ticket(mailbox, i, 7).respond(HttpResponse::empty(200));
    }).join();
    QCoreApplication::processEvents();
    QCOMPARE(receiver.woken, 1);
    std::vector<Mail> mails;
    mailbox->take(mails);
    QCOMPARE(mails.size(), size_t(100));
    QCOMPARE(std::get<EvictMail>(mails.front()).connection, quint64(1));
    for (size_t i = 1; i < mails.size(); ++i)
        QCOMPARE(std::get<AnswerMail>(mails[i]).connection, quint64(i + 1));
    mailbox->post(EvictMail{9});
    QCoreApplication::processEvents();
    QCOMPARE(receiver.woken, 2);
    mailbox->close();
}

void tst_Transport::mailboxOutlivesWorker()
{
    Ticket ticket;
    ticket.respond(HttpResponse::empty(200)); // answers nothing
    {
        const auto mailbox = std::make_shared<Mailbox>();
        CountingReceiver receiver;
        mailbox->open(&receiver);
        ticket = Ticket(mailbox, 1, 1);
        mailbox->close();
    }
    ticket.respond(HttpResponse::empty(200));
    QCoreApplication::processEvents();
}

void tst_Transport::answersFromAnyThread()
{
    ServerThread server;
    RawClient client(server.port());
    QVERIFY(client.send(get("/later")));
    QTRY_COMPARE(server.application.waiting(), 1);
    const auto ticket = server.application.takeTickets().front();
    std::thread([&] { ticket.respond(HttpResponse::text(202, "done"_ba)); }).join();
    const auto answer = client.answer();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, "done"_ba);
    ticket.respond(HttpResponse::text(200, "again"_ba)); // spent
    QVERIFY(client.send(get("/fixed")));
    QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
}

void tst_Transport::answersInOrderWhenPipelined()
{
    ServerThread server;
    RawClient client(server.port());
    QVERIFY(client.send(get("/later") + get("/fixed") + get("/later") + get("/fixed")));
    for (int i = 0; i < 2; ++i) {
        QTRY_COMPARE(server.application.waiting(), 1); // the next is not begun before the answer
        server.application.takeTickets().front().respond(HttpResponse::text(200, "later"_ba));
        QCOMPARE(client.answer().body, "later"_ba);
        QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
    }
}

void tst_Transport::lateTicketsAreDropped()
{
    ServerThread server;
    RawClient client(server.port());
    QVERIFY(client.send(get("/later")));
    QTRY_COMPARE(server.application.waiting(), 1);
    const auto gone = server.application.takeTickets().front();
    client.close();
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    gone.respond(HttpResponse::empty(200));

    RawClient second(server.port());
    QVERIFY(second.send(get("/later")));
    QTRY_COMPARE(server.application.waiting(), 1);
    const auto current = server.application.takeTickets().front();
    Ticket(gone).respond(HttpResponse::text(200, "wrong"_ba));
    current.respond(HttpResponse::text(200, "right"_ba));
    QCOMPARE(second.answer().body, "right"_ba);
}

void tst_Transport::commitAnswersMany()
{
    ServerThread server;
    std::vector<RawClient> clients;
    for (int i = 0; i < 100; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(clients.back().send(get("/later")));
    }
    QTRY_COMPARE(server.application.waiting(), 100);
    for (const auto &ticket : server.application.takeTickets())
        ticket.respond(HttpResponse::text(200, QByteArray::number(ticket.connection())));
    QSet<QByteArray> answers;
    for (auto &client : clients)
        answers.insert(client.answer().body);
    QCOMPARE(answers.size(), 100);
    QVERIFY(!answers.contains(""_ba));
}

void tst_Transport::brokenSourceCutsConnection()
{
    ServerThread server;
    RawClient client(server.port());
    QVERIFY(client.send(get("/broken?1000000")));
    const auto answer = client.answer();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.size() < 1000000);
    QVERIFY(client.isClosedByServer());
    QTRY_COMPARE(server.application.sourcesAlive.load(), 0);
}

void tst_Transport::slowReaderGetsAll()
{
    ServerThread server;
    RawClient client(server.port(), 8 * 1024);
    QVERIFY(client.send(get("/pulled?20000000") + get("/fixed")));
    QTRY_VERIFY(server.figures().bytesOut > 100'000);
    QTest::qWait(50);
    QVERIFY(server.figures().bytesOut < 19'000'000); // held back, not buffered
    QCOMPARE(client.answer().body.size(), 20'000'000);
    QCOMPARE(client.answer().body, R"({"ok":true})"_ba);
}

void tst_Transport::usesAllWorkers()
{
    auto config = quickConfig();
    config.workers = 3;
    ServerThread server(config);
    QSet<char> seen;
    for (int i = 0; i < 3; ++i) {
        RawClient client(server.port());
        QVERIFY(client.send(get("/which")));
        const auto body = client.answer().body;
        seen.insert(body.at(body.indexOf("\"worker\":") + 9));
    }
    QCOMPARE(seen.size(), 3);
}

void tst_Transport::tellsListeners()
{
    auto config = quickConfig();
    config.trustedProxies = TrustedProxies::parse(u"127.0.0.0/8"_s).value();
    ServerThread server(config, true);
    QVERIFY(server.patientPort() != 0 && server.patientPort() != server.port());
    RawClient client(server.patientPort());
    QVERIFY(client.send(get("/x", "X-Forwarded-For: 203.0.113.5\r\nX-Forwarded-Proto: https\r\n")));
    const auto body = client.answer().body;
    QVERIFY(body.contains("\"patient\":true"));
    QVERIFY(body.contains("\"peer\":\"203.0.113.5\""));
    QVERIFY(body.contains("\"secure\":true"));
}

void tst_Transport::shutsDownIdle()
{
    auto config = quickConfig();
    config.limits.shutdown = std::chrono::hours(1); // not what it waits for
    ServerThread server(config);
    RawClient fresh(server.port());
    RawClient kept(server.port());
    QVERIFY(kept.send(get("/fixed")));
    QCOMPARE(kept.answer().status, 200);
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(2));
    server.shutdown();
    QVERIFY(server.waitStopped());
    QVERIFY(fresh.isClosedByServer());
    QVERIFY(kept.isClosedByServer());
    RawClient late(server.port());
    QVERIFY(!late.send(get("/fixed")) || late.answer(500).status == 0);
}

void tst_Transport::shutsDownFinishingWhatRuns()
{
    auto config = quickConfig();
    config.limits.shutdown = std::chrono::hours(1);
    ServerThread server(config);
    RawClient client(server.port());
    RawClient posting(server.port());
    QVERIFY(client.send(get("/later") + get("/fixed")));
    QVERIFY(posting.send(post("/echo", "hello").chopped(3)));
    QTRY_COMPARE(server.application.waiting(), 1);
    QTRY_COMPARE(server.figures().requests, quint64(2));
    server.shutdown();
    QVERIFY(!server.waitStopped(100));
    server.application.takeTickets().front().respond(HttpResponse::text(200, "finished"_ba));
    const auto answer = client.answer();
    QCOMPARE(answer.body, "finished"_ba);
    QCOMPARE(answer.header("connection"), "close"_ba);
    QVERIFY(client.readAll().isEmpty()); // the one behind it is not begun
    QVERIFY(posting.send("llo"));
    QCOMPARE(posting.answer().body, "hello"_ba);
    client.close();
    posting.close();
    QVERIFY(server.waitStopped());
}

void tst_Transport::givesUpAfterAWhile()
{
    auto config = quickConfig();
    config.limits.shutdown = std::chrono::milliseconds(200);
    ServerThread server(config);
    server.application.newUpload();
    RawClient client(server.port());
    RawClient uploading(server.port());
    QVERIFY(client.send(get("/later")));
    QVERIFY(uploading.send(post("/r/a/files", QByteArray(10, 'a')).chopped(5)));
    QTRY_COMPARE(server.application.waiting(), 1);
    QTRY_COMPARE(server.figures().uploadsUnderWay, quint64(1));
    QElapsedTimer timer;
    timer.start();
    server.shutdown();
    QVERIFY(server.waitStopped());
    QVERIFY(timer.elapsed() >= 200);
    QVERIFY(client.isClosedByServer());
    const auto upload = server.application.upload();
    QTRY_VERIFY(upload->destroyed);
    QVERIFY(upload->aborted == UploadSink::Abort::ShuttingDown);
    server.application.takeTickets().front().respond(HttpResponse::empty(200)); // too late, and harmless
}

void tst_Transport::destroyedWhileBusy()
{
    std::vector<Ticket> tickets;
    {
        ServerThread server(quickConfig());
        std::vector<RawClient> clients;
        for (int i = 0; i < 20; ++i) {
            clients.emplace_back(server.port());
            QVERIFY(clients.back().send(i % 3 == 0   ? get("/later")
                                        : i % 3 == 1 ? post("/r/a/files", QByteArray(99, 'a')).chopped(5)
                                                     : get("/pulled?50000000")));
        }
        QTRY_COMPARE(server.application.waiting(), 7);
        tickets = server.application.takeTickets();
    }
    for (const auto &ticket : tickets)
        ticket.respond(HttpResponse::empty(200));
}

void tst_Transport::portInUse()
{
    ServerThread server;
    TestApplication application;
    TransportServer second(application, {});
    QVERIFY(second.start());
    const auto port = second.listen(Listener::Staff, QHostAddress::LocalHost, server.port());
    QVERIFY(!port);
    QVERIFY(port.error().is("listen.failed"));
    QVERIFY(!port.error().data[u"message"_s].toString().isEmpty());
}

void tst_Transport::counts()
{
    ServerThread server(quickConfig());
    {
        RawClient client(server.port());
        QVERIFY(client.send(get("/fixed") + get("/status/404") + get("/status/503") + "bad\r\n\r\n"));
        QCOMPARE(client.answer().status, 200);
        QCOMPARE(client.answer().status, 404);
        QCOMPARE(client.answer().status, 503);
        QCOMPARE(client.answer().status, 400);
    }
    QTRY_COMPARE(server.figures().connectionsOpen, quint64(0));
    const auto figures = server.figures();
    QCOMPARE(figures.connectionsOpened, quint64(1));
    QCOMPARE(figures.requests, quint64(3));
    QCOMPARE(figures.answers[2], quint64(1));
    QCOMPARE(figures.answers[4], quint64(2));
    QCOMPARE(figures.answers[5], quint64(1));
    QCOMPARE(figures.refusals, quint64(1));
    QVERIFY(figures.bytesIn > 100 && figures.bytesOut > 300);
}

QTEST_GUILESS_MAIN(tst_Transport)
#include "tst_transport.moc"
