// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/confine.h"
#include "app/intake/photointake.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

/// Runs `attempt` in a confined child and gives what waitpid says of it.
int confined(const std::function<int()> &attempt)
{
    const pid_t pid = fork();
    if (pid == 0)
        _exit(intake::confine() ? attempt() : 99);
    int status = 0;
    waitpid(pid, &status, 0);
    return status;
}

bool endedWith(int status, int code)
{
    return WIFEXITED(status) && WEXITSTATUS(status) == code;
}

bool killedByFilter(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
}

} // namespace

class TestConfine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void computes();
    void opensNoFile();
    void isRefused_data();
    void isRefused();
    void complainsToNobody();
    void ends_data();
    void ends();
    void takesOnlySoMuchMemory();
    void isInForceInTheHelper();
};

void TestConfine::initTestCase()
{
    if (!intake::confinementIsWhole)
        QSKIP("sanitizers need what confinement takes away");
}

void TestConfine::computes()
{
    QVERIFY(endedWith(confined([] {
                          void *block = std::malloc(64 * 1024 * 1024);
                          std::free(block);
                          return block ? 42 : 1;
                      }),
                      42));
}

void TestConfine::opensNoFile()
{
    for (const char *path : {"/etc/passwd", "/proc/self/environ", "/dev/null"}) {
        QVERIFY(
            endedWith(confined([path] { return open(path, O_RDONLY) < 0 && errno == EPERM ? 42 : 1; }), 42));
        QVERIFY(
            endedWith(confined([path] { return access(path, R_OK) < 0 && errno == EPERM ? 42 : 1; }), 42));
    }
    QVERIFY(endedWith(confined([] { return open("/tmp/x", O_CREAT | O_WRONLY, 0600) < 0 ? 42 : 1; }), 42));
}

void TestConfine::isRefused_data()
{
    QTest::addColumn<std::function<int()>>("attempt");
    const auto add = [](const char *name, std::function<int()> attempt) {
        QTest::newRow(name) << std::move(attempt);
    };
    add("socket", [] { return socket(AF_INET, SOCK_STREAM, 0); });
    add("unix socket", [] { return socket(AF_UNIX, SOCK_STREAM, 0); });
    add("write elsewhere", [] { return int(write(5, "x", 1)); });
    add("read elsewhere", [] {
        char c = 0;
        return int(read(5, &c, 1));
    });
    add("duplicate", [] { return dup(0); });
    add("make a folder", [] { return mkdir("/tmp/anteroom-test", 0700); });
    add("raise a limit", [] {
        const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
        return setrlimit(RLIMIT_AS, &more);
    });
}

void TestConfine::isRefused()
{
    QFETCH(std::function<int()>, attempt);
    QVERIFY(endedWith(confined([&attempt] { return attempt() == -1 && errno == EPERM ? 42 : 1; }), 42));
}

void TestConfine::complainsToNobody()
{
    QVERIFY(endedWith(confined([] {
                          std::fputs("a library complains\n", stderr);
                          return write(2, "x", 1) < 0 && errno == EPERM ? 42 : 1;
                      }),
                      42));
}

void TestConfine::ends_data()
{
    QTest::addColumn<std::function<int()>>("attempt");
    const auto add = [](const char *name, std::function<int()> attempt) {
        QTest::newRow(name) << std::move(attempt);
    };
    add("connect", [] { return ::connect(0, nullptr, 0); });
    add("fork", [] { return int(fork()); });
    add("clone", [] { return int(syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0)); });
    add("exec", [] { return execl("/bin/true", "true", nullptr); });
    add("kill", [] { return kill(getppid(), SIGTERM); });
    add("ptrace", [] { return int(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); });
    add("receive a descriptor", [] {
        msghdr message{};
        return int(recvmsg(0, &message, 0));
    });
    add("executable memory", [] {
        return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                   ? 0
                   : 1;
    });
    add("more memory rights", [] {
        void *page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return mprotect(page, 4096, PROT_READ | PROT_EXEC);
    });
    add("be dumped again", [] { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); });
    add("remove a file", [] { return unlink("/tmp/x"); });
}

void TestConfine::ends()
{
    QFETCH(std::function<int()>, attempt);
    const int status = confined(attempt);
    QVERIFY2(killedByFilter(status), qPrintable(u"status %1"_s.arg(status)));
}

void TestConfine::takesOnlySoMuchMemory()
{
    QVERIFY(endedWith(confined([] {
                          void *block = mmap(nullptr, intake::memoryLimit, PROT_READ | PROT_WRITE,
                                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                          return block == MAP_FAILED && errno == ENOMEM ? 42 : 1;
                      }),
                      42));
}

void TestConfine::isInForceInTheHelper()
{
    QProcess helper;
    helper.start(PhotoIntake::findHelper(), QStringList());
    QVERIFY(helper.waitForStarted());
    const QString folder = u"/proc/%1/"_s.arg(helper.processId());
    const auto read = [&](const QString &name) {
        QFile file(folder + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    // It waits for its request; by then all is given up.
    QTRY_VERIFY(read(u"status"_s).contains("\nSeccomp:\t2\n"));
    QVERIFY(read(u"status"_s).contains("\nNoNewPrivs:\t1\n"));
    const QByteArray limits = read(u"limits"_s).simplified();
    const QByteArray memory = QByteArray::number(qulonglong(intake::memoryLimit));
    QVERIFY(limits.contains("Max address space " + memory + " " + memory));
    QVERIFY(limits.contains("Max cpu time 10 10"));
    QVERIFY(limits.contains("Max processes 0 0"));
    QVERIFY(limits.contains("Max file size 0 0"));
    QVERIFY(limits.contains("Max core file size 0 0"));
    helper.closeWriteChannel();
    QVERIFY(helper.waitForFinished());
    QCOMPARE(helper.exitCode(), 2);
}

QTEST_GUILESS_MAIN(TestConfine)
#include "tst_confine.moc"
