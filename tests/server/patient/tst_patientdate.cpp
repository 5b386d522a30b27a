// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/patient/patientserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

class TestPatientDate : public QObject
{
    Q_OBJECT

private:
    using Answer = RawClient::Answer;
    static constexpr const char *wrong = "day=18&month=6&year=1980";

    /// An answer without what differs from one to the next by nature.
    static QByteArray essence(const Answer &answer)
    {
        QByteArray text;
        for (const QByteArray &line : answer.head.split('\n')) {
            const QByteArray lower = line.toLower();
            if (!lower.startsWith("date:") && !lower.startsWith("x-request-id:"))
                text += line;
        }
        return text + answer.body;
    }

    static FileRequestView cancelled(PatientServer &server)
    {
        const FileRequestView view = server.newRequest();
        return server.write([&](WriteTransaction &tx) {
            return server.requests->cancel(tx, Actor::system("test"), view.request.id);
        });
    }

    static FileRequestView expiring(PatientServer &server)
    {
        const FileRequestView view = server.newRequest();
        return server.write([&](WriteTransaction &tx) {
            FileRequestService::Extension extension;
            extension.shortLinkExpiresAt = std::optional(server.clock.now() + 1h);
            return server.requests->extend(tx, Actor::system("test"), view.request.id, extension);
        });
    }

    static void lock(PatientServer &server, const QByteArray &link)
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(server.postDate(link, wrong).status, 403);
    }

private Q_SLOTS:
    void theFormIsTheSameForEveryLink()
    {
        PatientServer server;
        const QByteArray live = server.newRequest().request.shortLinkId;
        const QByteArray gone = cancelled(server).request.shortLinkId;
        const QByteArray late = expiring(server).request.shortLinkId;
        server.clock.advance(2h);
        const QByteArray locked = server.newRequest().request.shortLinkId;
        lock(server, locked);

        const Answer first = server.get(live);
        QCOMPARE(first.status, 200);
        QVERIFY(first.body.contains("name=\"day\""));
        QVERIFY(!first.body.contains("Rachel"));
        for (const QByteArray &link :
             {gone, late, locked, "abcdefghjkmn"_ba, "x"_ba, "%00%ff"_ba, "%22%3E"_ba}) {
            QCOMPARE(essence(server.get(link)), essence(first));
            QCOMPARE(essence(server.get(link, "session=nonsense")), essence(first));
        }
        const Answer head = server.exchange("HEAD /r/" + live + " HTTP/1.1\r\nHost: a\r\n\r\n", true);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("content-length"), QByteArray::number(first.body.size()));
    }

    void theRightDateOpens()
    {
        PatientServer server;
        const QByteArray link = server.newRequest().request.shortLinkId;
        const Answer answer = server.postDate(link);
        QCOMPARE(answer.status, 303);
        QCOMPARE(answer.header("location"), "/r/" + link);
        const QByteArray cookie = answer.header("set-cookie");
        QVERIFY(cookie.startsWith("session="));
        QVERIFY(cookie.contains("; Path=/r/" + link + ";"));
        QVERIFY(cookie.contains("; HttpOnly"));
        QVERIFY(cookie.contains("; SameSite=Strict"));
        QVERIFY(!cookie.contains("Secure"));

        const QByteArray session = cookie.left(cookie.indexOf(';'));
        const Answer page = server.get(link, session);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("Dr Rachel Williams asks:"));
        QVERIFY(page.body.contains("Please take a photo of your rash."));
        QVERIFY(page.body.contains("action=\"/r/" + link + "/files\""));
        // It opens this request and no other.
        const QByteArray other = server.newRequest().request.shortLinkId;
        QVERIFY(server.get(other, session).body.contains("name=\"day\""));
        // And for a while only.
        server.clock.advance(PatientAccess::sessionFor + 1s);
        QVERIFY(server.get(link, session).body.contains("name=\"day\""));
    }

    void writtenInWays_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::newRow("plain") << "day=17&month=6&year=1980"_ba << 303;
        QTest::newRow("zeros and blanks") << "day=+17&month=06+&year=1980"_ba << 303;
        QTest::newRow("another order") << "year=1980&x=1&day=17&month=6"_ba << 303;
        QTest::newRow("two figures") << "day=17&month=6&year=80"_ba << 403;
        QTest::newRow("a word") << "day=17&month=june&year=1980"_ba << 403;
        QTest::newRow("a sign") << "day=%2B17&month=6&year=1980"_ba << 403;
        QTest::newRow("no such day") << "day=31&month=6&year=1980"_ba << 403;
        QTest::newRow("too long") << "day=17&month=6&year=19800000000000000000001980"_ba << 403;
        QTest::newRow("missing") << "day=17"_ba << 403;
        QTest::newRow("nothing") << QByteArray() << 403;
        QTest::newRow("bad escapes") << "day=%zz&%=&month=%"_ba << 403;
    }
    void writtenInWays()
    {
        QFETCH(QByteArray, form);
        PatientServer server;
        QTEST(server.postDate(server.newRequest().request.shortLinkId, form).status, "status");
    }

    void everyRefusalIsTheSame()
    {
        PatientServer server;
        const QByteArray live = server.newRequest().request.shortLinkId;
        const QByteArray late = expiring(server).request.shortLinkId;
        server.clock.advance(2h);
        const QByteArray locked = server.newRequest().request.shortLinkId;
        lock(server, locked);

        const Answer first = server.postDate(live, wrong);
        QCOMPARE(first.status, 403);
        QVERIFY(first.body.contains("After five wrong answers you have to wait"));
        const QByteArray expected = essence(first);
        QCOMPARE(essence(server.postDate("abcdefghjkmn")), expected);
        QCOMPARE(essence(server.postDate("no%20such%20thing")), expected);
        QCOMPARE(essence(server.postDate(locked)), expected);
        QCOMPARE(essence(server.postDate(locked, wrong)), expected);
        QCOMPARE(essence(server.postDate(late, wrong)), expected);
        QCOMPARE(essence(server.postDate(live, "day=99&month=99&year=x")), expected);
    }

    void refusalsTakeTheirTime()
    {
        PatientServer server({}, {.refusal = 300ms, .misses = {.perAddress = 1000, .total = 1000}});
        const QByteArray live = server.newRequest().request.shortLinkId;
        for (const QByteArray &link : {live, "abcdefghjkmn"_ba}) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(server.postDate(link, wrong).status, 403);
            QVERIFY(timer.elapsed() >= 290);
        }
    }

    void fiveWrongDatesLock()
    {
        PatientServer server;
        const QByteArray link = server.newRequest().request.shortLinkId;
        const QByteArray running = server.signIn(link);
        lock(server, link);
        QCOMPARE(server.postDate(link).status, 403);
        QVERIFY(server.get(link, running).body.contains("Rachel")); // goes on
        server.clock.advance(15min - 1s);
        QCOMPARE(server.postDate(link).status, 403);
        server.clock.advance(2s);
        QCOMPARE(server.postDate(link).status, 303);
    }

    void anExpiredLinkSaysSo()
    {
        PatientServer server;
        const QByteArray link = expiring(server).request.shortLinkId;
        const QByteArray session = server.signIn(link);
        QVERIFY(!session.isEmpty());
        server.clock.advance(1h + 1s);
        const Answer answer = server.postDate(link);
        QCOMPARE(answer.status, 410);
        QVERIFY(answer.body.contains("This request has expired"));
        QVERIFY(answer.header("set-cookie").isNull());
        QCOMPARE(server.get(link, session).status, 410);
        QCOMPARE(server.postDate(link, wrong).status, 403);
        QCOMPARE(server.upload(link, session, {}).status, 410);
    }

    void aCancelledRequestSaysSoAfterTheDate()
    {
        PatientServer server;
        const QByteArray link = cancelled(server).request.shortLinkId;
        QCOMPARE(server.postDate(link).status, 303);
        const QByteArray session = server.signIn(link);
        const Answer page = server.get(link, session);
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("This request was cancelled"));
        QVERIFY(!page.body.contains("csrf"));
        QCOMPARE(server.upload(link, session, {}).status, 409);
    }

    void secureCookiesBehindHttps()
    {
        PatientServer server({{"ANTEROOM_PUBLIC_URL", u"https://photos.example.org"_s}});
        const QByteArray link = server.newRequest().request.shortLinkId;
        QVERIFY(server.postDate(link).header("set-cookie").contains("; Secure"));
        QVERIFY(server.get(link + "?lang=it").header("set-cookie").contains("; Secure"));
    }

    void languages()
    {
        PatientServer server;
        const QByteArray link = server.newRequest().request.shortLinkId;
        QVERIFY(server.get(link, {}, "Accept-Language: uk,en;q=0.5\r\n").body.contains("lang=\"uk\""));
        const Answer chosen = server.get(link + "?lang=it");
        QVERIFY(chosen.body.contains("Qual è la data di nascita"));
        QVERIFY(chosen.header("set-cookie").startsWith("lang=it;"));
        QVERIFY(server.get(link, "lang=it").body.contains("Qual è la data di nascita"));
    }

    void missesOfOneAddressAreLimited()
    {
        PatientServer server({}, {.refusal = 1ms, .misses = {.perAddress = 3, .window = 90s}});
        const QByteArray link = server.newRequest().request.shortLinkId;
        Answer refused;
        for (int i = 0; i < 3; ++i) {
            refused = server.postDate("abcdefghjkmn");
            QCOMPARE(refused.status, 403);
        }
        const Answer answer = server.postDate(link);
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.header("retry-after"), "30");
        QCOMPARE(answer.body, refused.body);
        QCOMPARE(server.get(link).status, 200);
        // Whatever it sends.
        QCOMPARE(server
                     .exchange("POST /r/" + link +
                               " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                               "Content-Length: 2\r\n\r\n{}")
                     .status,
                 429);
        server.clock.advance(31s);
        QCOMPARE(server.postDate(link).status, 303);
    }

    void manyAtOnceGetNoFurtherThanManyInARow()
    {
        PatientServer server({}, {.refusal = 1ms, .misses = {.perAddress = 3, .window = 90s, .total = 1000}});
        const QByteArray link = server.newRequest().request.shortLinkId;
        std::binary_semaphore held(0), gate(0);
        server.clinic->store().write(
            [&](WriteTransaction &) -> Result<void> {
                held.release();
                gate.acquire();
                return {};
            },
            [](const Result<void> &) {});
        held.acquire();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 12; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port));
            clients.back()->send("POST /r/" + link +
                                 " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                 "Content-Length: 24\r\n\r\n" +
                                 wrong);
        }
        QTRY_COMPARE(server.clinic->store().waitingWrites(), 3);
        gate.release();
        int refused = 0;
        int blocked = 0;
        for (const auto &client : clients) {
            const int status = client->answer().status;
            refused += status == 403;
            blocked += status == 429;
        }
        QCOMPARE(refused, 3);
        QCOMPARE(blocked, 9);
    }

    void manyMissesInAllHoldUpOnlyMisses()
    {
        PatientServer server(
            {},
            {.refusal = 1ms,
             .misses = {.perAddress = 1000, .total = 2, .totalWindow = 3600s, .step = 4s, .longest = 4s}});
        const QByteArray link = server.newRequest().request.shortLinkId;
        server.postDate("abcdefghjkmn");
        server.postDate("abcdefghjkmn");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(server.postDate("abcdefghjkmn").status, 403);
        QVERIFY(timer.elapsed() >= 3900);
        timer.restart();
        QCOMPARE(server.postDate(link).status, 303);
        QVERIFY(timer.elapsed() < 3900);
    }

    static QByteArray lastCode(PatientServer &server)
    {
        const auto messages = server.clinic->store().readNow([&](Transaction &tx) {
            return Result<Page<Message>>(server.clinic->outbox().listOldestFirst(tx, {.limit = 100}));
        });
        static const QRegularExpression six(u"\\b[0-9]{6}\\b"_s);
        for (const Message &message : messages->items) {
            if (message.sealed)
                return six.match(message.body).captured().toLatin1();
        }
        return {};
    }

    void theWayToACodeIsTheSameForEveryLink()
    {
        PatientServer server;
        const QByteArray live = server.newRequest().request.shortLinkId;
        const QByteArray gone = cancelled(server).request.shortLinkId;
        const QByteArray locked = server.newRequest().request.shortLinkId;
        lock(server, locked);
        const Answer offer = server.get(live + "?code");
        QCOMPARE(offer.status, 200);
        QVERIFY(offer.body.contains("Send me a code"));
        const Answer form = server.get(live + "?code=sent");
        QCOMPARE(form.status, 200);
        QVERIFY(form.body.contains("name=\"code\""));
        const Answer asked = server.postDate(live, "ask=code");
        QCOMPARE(asked.status, 303);
        QCOMPARE(asked.header("location"), "/r/" + live + "?code=sent");
        const Answer refused = server.postDate(live, "code=000000&day=18&month=6&year=1980");
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("name=\"code\""));
        // Who leaves the code out, without scripts, gets its form again.
        QCOMPARE(essence(server.postDate(live, "code=&day=18&month=6&year=1980")), essence(refused));
        for (const QByteArray &link : {gone, locked, "abcdefghjkmn"_ba, "x"_ba}) {
            QCOMPARE(essence(server.get(link + "?code")), essence(offer));
            QCOMPARE(essence(server.get(link + "?code=sent")), essence(form));
            QCOMPARE(essence(server.postDate(link, "ask=code")).replace(link, live), essence(asked));
            QCOMPARE(essence(server.postDate(link, "code=000000&day=18&month=6&year=1980")),
                     essence(refused));
        }
        // Nothing that was asked for breaks out of its place.
        QCOMPARE(server.postDate("%22%3E%0d%0aX:y", "ask=code").header("location"),
                 "/r/%22%3E%0D%0AX%3Ay?code=sent");
    }

    void askingTakesItsTime()
    {
        PatientServer server({},
                             {.refusal = 300ms, .misses = {.perAddress = 3, .window = 90s, .total = 1000}});
        const QByteArray live = server.newRequest().request.shortLinkId;
        for (const QByteArray &link : {live, "abcdefghjkmn"_ba, live}) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(server.postDate(link, "ask=code").status, 303);
            QVERIFY(timer.elapsed() >= 290);
        }
        QCOMPARE(server.postDate(live, "ask=code").status, 429); // an address can't ask for ever
    }

    void aCodeOpensALockedLink()
    {
        PatientServer server;
        const QByteArray link = server.newRequest().request.shortLinkId;
        lock(server, link);
        QCOMPARE(server.postDate(link, "ask=code").status, 303);
        const QByteArray code = lastCode(server);
        QCOMPARE(code.size(), 6);
        QCOMPARE(server.postDate(link).status, 403);
        QCOMPARE(server.postDate(link, "code=" + code + "&day=18&month=6&year=1980").status, 403);
        const Answer opened =
            server.postDate(link, "code=+" + code.left(3) + "+" + code.mid(3) + "&day=17&month=6&year=1980");
        QCOMPARE(opened.status, 303);
        QCOMPARE(opened.header("location"), "/r/" + link);
        QVERIFY(opened.header("set-cookie").startsWith("session="));
        QCOMPARE(server.postDate(link, "code=" + code + "&day=17&month=6&year=1980").status, 403);
    }

    void whatIsNotAskedSo()
    {
        PatientServer server;
        const QByteArray link = server.newRequest().request.shortLinkId;
        const auto send = [&](const QByteArray &line, const QByteArray &fields = {}) {
            return server.exchange(line + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
        };
        Answer answer = send("PUT /r/" + link, "Content-Length: 0\r\n");
        QCOMPARE(answer.status, 405);
        QVERIFY(answer.header("allow").contains("POST"));
        QVERIFY(answer.header("allow").contains("GET"));
        answer = send("GET /r/" + link + "/files");
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("allow"), "POST");
        QVERIFY(answer.body.contains("href=\"/r/" + link + "\""));
        QCOMPARE(send("GET /r/" + link + "/other").status, 404);
        QCOMPARE(send("GET /r/").status, 404);
        QCOMPARE(send("GET /v1/file-requests").status, 404);
        QCOMPARE(send("POST /nothing", "Content-Length: 5000\r\n").status, 413); // not a byte of it is kept
        QCOMPARE(send("GET /r/-/secret.txt").status, 404);
        answer = send("POST /r/" + link, "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        QCOMPARE(answer.status, 415);
        answer = send("POST /r/" + link,
                      "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n");
        QCOMPARE(answer.status, 413);
    }

    void refusalsOfTheTransport()
    {
        PatientServer server;
        QVERIFY(server.site->refusalPage(413).body.contains("All photos together are too large."));
        QVERIFY(server.site->refusalPage(408).body.contains("did not arrive whole"));
        QCOMPARE(server.site->refusalPage(400).status, 400);
        const HttpResponse busy = server.site->refusalPage(503);
        QVERIFY(std::any_of(busy.headers.begin(), busy.headers.end(),
                            [](const auto &field) { return field.first == "Retry-After"; }));
    }

    void theClinicsLogo()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"logo.svg"_s);
        const auto draw = [&](const QByteArray &content, int age) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush() &&
                   file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-age),
                                    QFileDevice::FileModificationTime);
        };
        const QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>";
        QVERIFY(draw(svg, 20));
        PatientServer server({{"ANTEROOM_CLINIC_LOGO", path}});
        const auto logo = [&] { return server.exchange("GET /r/-/logo HTTP/1.1\r\nHost: a\r\n\r\n"); };
        const auto page = [&] { return server.get("abcdefghjkmn").body; };
        QVERIFY(page().contains("<img src=\"/r/-/logo?v="));
        Answer answer = logo();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, svg);
        QCOMPARE(answer.header("content-type"), "image/svg+xml");
        QCOMPARE(answer.header("x-content-type-options"), "nosniff");
        QVERIFY(answer.header("content-security-policy").endsWith("; sandbox"));
        // Another one under the same name; then none that will do.
        QVERIFY(draw("\x89PNG\r\n\x1a\n", 10));
        QCOMPARE(logo().header("content-type"), "image/png");
        QVERIFY(draw("<html></html>", 5));
        QCOMPARE(logo().status, 404);
        QVERIFY(!page().contains("<img"));
        QVERIFY(QFile::remove(path));
        QVERIFY(!page().contains("<img"));
    }

    void assets()
    {
        PatientServer server;
        const Answer css = server.exchange("GET /r/-/page.css?v=1 HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(css.status, 200);
        QCOMPARE(css.header("content-type"), "text/css; charset=utf-8");
        QVERIFY(css.header("cache-control").contains("immutable"));
        const Answer small =
            server.exchange("GET /r/-/page.css?v=1 HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br, gzip\r\n\r\n");
        QCOMPARE(small.header("content-encoding"), "gzip");
        QCOMPARE(small.header("vary"), "Accept-Encoding");
        QVERIFY(small.body.size() < css.body.size() / 2);
        const Answer refused =
            server.exchange("GET /r/-/page.css HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip;q=0\r\n\r\n");
        QVERIFY(refused.header("content-encoding").isNull());
        QCOMPARE(
            server.exchange("GET /r/-/page.js HTTP/1.1\r\nHost: a\r\n\r\n").header("x-content-type-options"),
            "nosniff");
    }
};

QTEST_GUILESS_MAIN(TestPatientDate)
#include "tst_patientdate.moc"
