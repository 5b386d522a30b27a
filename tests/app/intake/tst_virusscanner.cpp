// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/virusscanner.h"
#include "tests/support/clamd.h"
#include "tests/support/parts.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr VirusScanner::Limits quick{300ms, 300ms, 1000ms};
constexpr VirusScanner::Limits patient{1min, 1min, 5min};

VirusScanner::Source pieces(const QByteArray &content, qsizetype size = 100'000)
{
    return [content, size, at = qsizetype(0)]() mutable -> Result<QByteArray> {
        const QByteArray piece = content.mid(at, size);
        at += piece.size();
        return piece;
    };
}

QByteArray verdict(const Result<bool> &result)
{
    return result ? QByteArray(*result ? "clean" : "infected") : QByteArray(result.error().reason);
}

/// Takes one connection on loopback, says `answer` after `reads` bytes, and hangs up, or stays silent.
class FakeScanner
{
public:
    FakeScanner(const QByteArray &answer, qsizetype reads, bool hangsUp)
        : m_listener(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
            listen(m_listener, 1) != 0 ||
            getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            qFatal("no listener");
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, answer, reads, hangsUp] {
            const int client = accept(m_listener, nullptr, nullptr);
            if (client < 0)
                return; // nobody came
            QByteArray got(64 * 1024, '\0');
            for (qsizetype left = reads; left > 0;) {
                const auto part = recv(client, got.data(), size_t(qMin(left, got.size())), 0);
                if (part <= 0)
                    break;
                left -= part;
            }
            ::send(client, answer.constData(), size_t(answer.size()), MSG_NOSIGNAL);
            if (!hangsUp) {
                pollfd gone{client, POLLRDHUP, 0};
                poll(&gone, 1, 10'000);
            }
            close(client);
        });
    }
    ~FakeScanner()
    {
        shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        close(m_listener);
    }
    QString address() const { return u"tcp://127.0.0.1:%1"_s.arg(m_port); }

private:
    int m_listener;
    quint16 m_port = 0;
    std::thread m_thread;
};

} // namespace

class TestVirusScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheRealOne();
    void finds_data();
    void finds();
    void passesTheSourcesErrorOn();
    void stops();
};

void TestVirusScanner::asksTheRealOne()
{
    if (Clamd::program().isEmpty())
        LEAVE_OUT_UNLESS_CI("clamd is not installed");
    Clamd clamd;
    QVERIFY2(clamd.start(), clamd.said().constData());
    const VirusScanner scanner(u"unix:"_s + QString::fromUtf8(clamd.socket()));
    const VirusScanner plain(QString::fromUtf8(clamd.socket()));
    QCOMPARE(verdict(scanner.isClean(pieces("harmless"))), "clean"_ba);
    QCOMPARE(verdict(plain.isClean(pieces("harmless"))), "clean"_ba);
    QCOMPARE(verdict(scanner.isClean(pieces({}))), "clean"_ba);
    QCOMPARE(verdict(scanner.isClean(pieces(eicar()))), "infected"_ba);
    QCOMPARE(verdict(scanner.isClean(pieces(QByteArray(1'500'000, 'x') + eicar(), 777'777))), "infected"_ba);
    // StreamMaxLength.
    QCOMPARE(verdict(scanner.isClean(pieces(QByteArray(20'000'000, 'x')))), "scanner.too_large"_ba);
    QCOMPARE(verdict(scanner.isClean(pieces("harmless"))), "clean"_ba);
    clamd.kill();
    QCOMPARE(verdict(scanner.isClean(pieces("harmless"))), "scanner.away"_ba);
    QVERIFY(clamd.start());
    QCOMPARE(verdict(scanner.isClean(pieces(eicar()))), "infected"_ba);
}

void TestVirusScanner::finds_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hangsUp");
    QTest::addColumn<QByteArray>("verdict");
    const auto add = [](const char *name, const QByteArray &answer, bool hangsUp, const char *verdict) {
        QTest::newRow(name) << answer << hangsUp << QByteArray(verdict);
    };
    add("clean", "stream: OK\0"_ba, true, "clean");
    add("infected", "stream: Some.Virus-1 FOUND\0"_ba, false, "infected");
    add("too large", "INSTREAM size limit exceeded. ERROR\0"_ba, true, "scanner.too_large");
    add("another error", "stream: Can't allocate memory ERROR\0"_ba, true, "scanner.away");
    add("garbage", "HTTP/1.1 200 OK\r\n\r\n\0"_ba, true, "scanner.away");
    add("half an answer", "stream: O", true, "scanner.away");
    add("nothing", {}, true, "scanner.away");
    add("silence", {}, false, "scanner.timeout");
    add("babble", QByteArray(100'000, 'x'), true, "scanner.away");
}

void TestVirusScanner::finds()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, hangsUp);
    QFETCH(QByteArray, verdict);
    const FakeScanner fake(answer, 10 + 4 + 5 + 4, hangsUp);
    const auto limits = verdict == "scanner.timeout" ? quick : patient;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(::verdict(VirusScanner(fake.address(), limits).isClean(pieces("12345"))), verdict);
    QVERIFY(timer.elapsed() < patience);
}

void TestVirusScanner::passesTheSourcesErrorOn()
{
    const FakeScanner fake({}, 10, true);
    QCOMPARE(verdict(VirusScanner(fake.address(), patient).isClean([]() -> Result<QByteArray> {
                 return fail(ErrorCode::Internal, "file.damaged");
             })),
             "file.damaged"_ba);
    for (const QString &nobody :
         {u"unix:/nonexistent/clamd"_s, u"tcp://127.0.0.1:1"_s, u""_s, u"unix:/"_s + QString(200, u'x')})
        QCOMPARE(verdict(VirusScanner(nobody, quick).isClean(pieces("x"))), "scanner.away"_ba);
}

void TestVirusScanner::stops()
{
    const FakeScanner fake({}, 1000, false);
    const std::atomic<bool> stop = true;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(verdict(VirusScanner(fake.address(), patient).isClean(pieces("x"), &stop)), "scanner.away"_ba);
    QVERIFY(timer.elapsed() < patience);
}

QTEST_GUILESS_MAIN(TestVirusScanner)
#include "tst_virusscanner.moc"
