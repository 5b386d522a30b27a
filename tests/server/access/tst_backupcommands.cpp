// SPDX-License-Identifier: GPL-3.0-or-later
// backup, restore and verify as people run them.
#include "tests/server/access/commandprocess.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestBackupCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void circleWithPassphrase();
    void circleWithoutPassphrase();
    void refusals();
    void whileServing();
    void verifyNamesWhatIsBroken();
    void damageNamesTheBackup();

private:
    CommandOutcome run(const QString &words, const QByteArray &input = {}) const
    {
        return m_folder->run(m_folder->onClinic(words), input);
    }
    QString path(const char *name) const { return m_folder->path(name); }
    bool damageDatabase() const;

    std::unique_ptr<CommandFolder> m_folder;
};

void TestBackupCommands::init()
{
    m_folder = std::make_unique<CommandFolder>();
    QFile passphrase(path("passphrase"));
    QVERIFY(passphrase.open(QIODevice::WriteOnly));
    passphrase.write("correct horse battery\n");
    QCOMPARE(run(u"config set DR_SEND_TIMEOUT 90"_s).status, 0);
    QCOMPARE(run(u"config set ANTEROOM_SMTP_PASSWORD -"_s, "tortoise").status, 0);
}

void TestBackupCommands::cleanup()
{
    m_folder.reset();
}

bool TestBackupCommands::damageDatabase() const
{
    QFile database(m_folder->data() + u"/anteroom.db"_s);
    return database.open(QIODevice::ReadWrite) && database.write(QByteArray(4096, 'x')) == 4096;
}

void TestBackupCommands::circleWithPassphrase()
{
    const QString with = u" --passphrase-file "_s + path("passphrase");
    const CommandOutcome made = run(u"backup --to "_s + path("b") + with);
    QCOMPARE(made.status, 0);
    QVERIFY(!made.out.contains("keys"));
    QFile file(path("b"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QVERIFY(!all.contains("SQLite format") && !all.contains("tortoise"));

    QCOMPARE(run(u"config set DR_SEND_TIMEOUT 10"_s).status, 0);
    const CommandOutcome restored = run(u"restore "_s + path("b") + with);
    QCOMPARE(restored.status, 0);
    QVERIFY(restored.out.contains("before-restore-"));
    QCOMPARE(run(u"config get DR_SEND_TIMEOUT"_s).out, "90\n"_ba);
    QCOMPARE(run(u"config get ANTEROOM_SMTP_PASSWORD"_s).out, "tortoise\n"_ba);
    QCOMPARE(run(u"verify"_s).status, 0);

    m_folder->useData("new");
    QCOMPARE(run(u"restore "_s + path("b") + with).status, 0);
    QCOMPARE(run(u"config get ANTEROOM_SMTP_PASSWORD"_s).out, "tortoise\n"_ba);
}

void TestBackupCommands::circleWithoutPassphrase()
{
    const CommandOutcome made = run(u"backup --to "_s + path("b"));
    QCOMPARE(made.status, 0);
    QVERIFY2(made.out.contains("keys are not in it"), made.out.constData());
    QFile file(path("b"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("tortoise"));
    QCOMPARE(run(u"config set DR_SEND_TIMEOUT 10"_s).status, 0);
    QCOMPARE(run(u"restore "_s + path("b")).status, 0);
    QCOMPARE(run(u"config get DR_SEND_TIMEOUT"_s).out, "90\n"_ba);
    QCOMPARE(run(u"config get ANTEROOM_SMTP_PASSWORD"_s).out, "tortoise\n"_ba); // the folder's keys stayed
}

void TestBackupCommands::refusals()
{
    const QString with = u" --passphrase-file "_s + path("passphrase");
    const auto refused = [&](const QString &words, const char *named) {
        const CommandOutcome outcome = run(words);
        return outcome.status == 1 && outcome.err.count('\n') == 1 && outcome.err.contains(named);
    };
    QVERIFY(refused(u"restore "_s + path("nothing"), "can't be read"));
    QVERIFY(refused(u"restore "_s + path("passphrase"), "is no backup"));
    QVERIFY(refused(u"backup --to "_s + path("passphrase"), "is there already"));
    QVERIFY(refused(u"backup --to "_s + path("no/such/folder/b"), "can't be written"));
    QVERIFY(refused(u"backup --passphrase-file nowhere --to "_s + path("b"), "nowhere"));
    QCOMPARE(run(u"backup --to "_s + path("b") + with).status, 0);
    QVERIFY(refused(u"restore "_s + path("b"), "encrypted"));
    QFile other(path("other"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("another passphrase");
    other.close();
    QVERIFY(refused(u"restore "_s + path("b") + u" --passphrase-file "_s + path("other"), "passphrase"));
    QFile backup(path("b"));
    QVERIFY(backup.resize(backup.size() - 1));
    QVERIFY(refused(u"restore "_s + path("b") + with, "nothing was changed"));
    QCOMPARE(run(u"config get DR_SEND_TIMEOUT"_s).out, "90\n"_ba);
}

void TestBackupCommands::whileServing()
{
    QVERIFY(m_folder->startServer());
    QCOMPARE(run(u"verify"_s).status, 0);
    QCOMPARE(run(u"backup --to "_s + path("b")).status, 0);
    const CommandOutcome refused = run(u"restore "_s + path("b"));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("stop the server"), refused.err.constData());
    QCOMPARE(run(u"config get DR_SEND_TIMEOUT"_s).out, "90\n"_ba);
    m_folder->stopServer();
    QCOMPARE(run(u"restore "_s + path("b")).status, 0);
}

void TestBackupCommands::verifyNamesWhatIsBroken()
{
    const CommandOutcome whole = run(u"verify"_s);
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.out.startsWith("whole"));
    QVERIFY(damageDatabase());
    const CommandOutcome broken = run(u"verify"_s);
    QCOMPARE(broken.status, 1);
    QVERIFY(broken.err.contains("damaged"));
}

void TestBackupCommands::damageNamesTheBackup()
{
    QCOMPARE(run(u"backup --to "_s + path("elsewhere.bak")).status, 0);
    QVERIFY(damageDatabase());
    const CommandOutcome serve = run(u"serve --listen 127.0.0.1:0 --patient-listen 127.0.0.1:0"_s);
    QCOMPARE(serve.status, 1);
    QVERIFY2(serve.err.contains("elsewhere.bak"), serve.err.constData());
    QCOMPARE(run(u"restore "_s + path("elsewhere.bak")).status, 0);
    QCOMPARE(run(u"verify"_s).status, 0);
    QCOMPARE(run(u"config get DR_SEND_TIMEOUT"_s).out, "90\n"_ba);
}

QTEST_GUILESS_MAIN(TestBackupCommands)
#include "tst_backupcommands.moc"
