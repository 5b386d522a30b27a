// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/access/commandprocess.h"
#include "tests/server/http/transportfixture.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

namespace {

/// `anteroomd serve` as a process of its own.
class Served
{
public:
    explicit Served(const CommandFolder &folder, const QString &words = u"--listen 127.0.0.1:0"_s)
    {
        m_process.start(CommandFolder::program(),
                        folder.onClinic(u"serve --patient-listen 127.0.0.1:0 "_s + words));
    }
    ~Served()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The two lines, once both are there.
    QByteArrayList lines()
    {
        while (m_out.count('\n') < 2 && m_process.waitForReadyRead(patience))
            m_out += m_process.readAllStandardOutput();
        return m_out.split('\n');
    }

    /// The exit status after `signal`; -1 where it does not end or dies of it.
    int end(int signal)
    {
        ::kill(pid_t(m_process.processId()), signal);
        return finished();
    }
    int finished()
    {
        if (!m_process.waitForFinished(patience) || m_process.exitStatus() != QProcess::NormalExit)
            return -1;
        m_out += m_process.readAllStandardOutput();
        return m_process.exitCode();
    }

    QByteArray out() const { return m_out; }
    QByteArray err() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_out;
};

quint16 portIn(const QByteArray &line)
{
    return quint16(QUrl(QString::fromLatin1(line.mid(line.lastIndexOf(' ') + 1))).port());
}

} // namespace

/// `anteroomd serve` from its first line to its end (RULES.md, Running it).
class TestServe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItListensAndNothingElse();
    void endsInOrder_data();
    void endsInOrder();
    void finishesWhatRuns();
    void explainsWhyItWillNot_data();
    void explainsWhyItWillNot();
    void saysThatAPortIsTaken();
    void refusesASecondProcess();
};

void TestServe::saysWhereItListensAndNothingElse()
{
    const CommandFolder folder;
    Served served(folder);
    const QByteArrayList lines = served.lines();
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(0).startsWith("staff API listening on http://127.0.0.1:"), lines.at(0).constData());
    QVERIFY2(lines.at(1).startsWith("patient pages listening on http://127.0.0.1:"), lines.at(1).constData());
    for (const char *path : {"/healthz", "/readyz"}) {
        RawClient client(portIn(lines.at(0)));
        client.send(get(path));
        QCOMPARE(client.answer().status, 200);
    }
    QCOMPARE(served.end(SIGTERM), 0);
    QCOMPARE(served.out().count('\n'), 2);
}

void TestServe::endsInOrder_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestServe::endsInOrder()
{
    QFETCH(int, signal);
    const CommandFolder folder;
    Served served(folder);
    const quint16 port = portIn(served.lines().at(0));
    RawClient idle(port);
    idle.send(get("/healthz"));
    QCOMPARE(idle.answer().status, 200);
    RawClient halfway(port); // in the middle of a head
    halfway.send("GET /healthz HTT");
    QCOMPARE(served.end(signal), 0);
    QVERIFY(idle.isClosedByServer());
    Served again(folder); // the lock and the socket are free again
    QCOMPARE(again.lines().size(), 3);
    QCOMPARE(again.end(signal), 0);
}

void TestServe::finishesWhatRuns()
{
    const CommandFolder folder;
    Served served(folder);
    const quint16 port = portIn(served.lines().at(0));
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.emplace_back(port);
        QVERIFY(clients.back().send(get("/readyz")));
    }
    QCOMPARE(clients.front().answer().status, 200);
    QCOMPARE(served.end(SIGTERM), 0);
}

void TestServe::explainsWhyItWillNot_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("staff in clear") << u"--listen 0.0.0.0:0"_s << "without TLS"_ba;
    QTest::newRow("patients in clear")
        << u"--listen 127.0.0.1:0 --patient-listen 0.0.0.0:0"_s << "ANTEROOM_PATIENT_PLAIN"_ba;
    QTest::newRow("an address of another machine")
        << u"--listen 127.0.0.1:0 --patient-listen 127.1.2.3:1"_s << "127.1.2.3:1"_ba;
}

void TestServe::explainsWhyItWillNot()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, said);
    const CommandFolder folder;
    QStringList arguments = folder.onClinic(u"serve "_s + words);
    if (!words.contains(u"--patient-listen"))
        arguments += {u"--patient-listen"_s, u"127.0.0.1:0"_s};
    if (words.contains(u"127.1.2.3") && QTcpServer().listen(QHostAddress(u"127.1.2.3"_s), 1))
        QSKIP("whoever runs this may use any port");
    const CommandOutcome outcome = CommandFolder::run(arguments);
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);
}

void TestServe::saysThatAPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const CommandFolder folder;
    Served served(folder, u"--listen 127.0.0.1:%1"_s.arg(other.serverPort()));
    QCOMPARE(served.finished(), 1);
    const QByteArray err = served.err();
    QVERIFY2(err.contains(QByteArray::number(other.serverPort())), err.constData());
    QVERIFY(served.out().isEmpty());
}

void TestServe::refusesASecondProcess()
{
    const CommandFolder folder;
    Served first(folder);
    QCOMPARE(first.lines().size(), 3);
    Served second(folder);
    QCOMPARE(second.finished(), 1);
    QVERIFY(!second.err().isEmpty());
    QCOMPARE(first.end(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
