// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's commands as people run them: processes of their own on temporary folders.
#include "app/storage/connection.h"
#include "tests/server/access/commandprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void help();
    void badUsageLeavesNothing_data();
    void badUsageLeavesNothing();
    void tokens();
    void settings();
    void secretsAreKept();
    void environmentWins();
    void staff();
    void outboxIsAnArray();
    void import();
    void importOfTeleconsultations();
    void missingClinic();
    void foldersThatWontDo();
    void damagedDatabase();
    void whileServing();
    void tokensOfARunningServer();
    void secondServer();
    void manyAtOnce();
    void manyAtOnceWhileServing();

private:
    static CommandOutcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        return CommandFolder::run(arguments, input);
    }
    QStringList onClinic(const QString &words) const { return m_folder->onClinic(words); }
    QString data() const { return m_folder->data(); }

    std::unique_ptr<CommandFolder> m_folder;
};

void TestCommands::init()
{
    m_folder = std::make_unique<CommandFolder>();
}

void TestCommands::cleanup()
{
    m_folder.reset();
}

void TestCommands::help()
{
    const CommandOutcome outcome = run({u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains("anteroomd token create --data DIR --name N"));
    QVERIFY(outcome.err.isEmpty());
    QCOMPARE(run({u"--version"_s}).status, 0);
}

void TestCommands::badUsageLeavesNothing_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"fly", "token create --name a", "token create --name a --scope file:write",
          "token create --name a --scope job:read --legal-entity 7",
          "token create --name a --scope job:read --expires-in soon", "token revoke 7", "config get NOPE",
          "config set NOPE 1", "config set DR_MAX_ATTEMPTS_COUNT 0", "config set ANTEROOM_PUBLIC_URL nowhere",
          "staff add --login a --name b --role boss", "serve --listen nowhere", "serve --public-url nowhere",
          "token list --verbose"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void TestCommands::badUsageLeavesNothing()
{
    QFETCH(QString, words);
    const CommandOutcome outcome = run(onClinic(words));
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY(outcome.err.startsWith("anteroomd"));
    QVERIFY(!QFile::exists(data()));
}

void TestCommands::tokens()
{
    QStringList words = onClinic(u"token create --name desk --account 12 --account 7 --expires-in 3600"_s);
    words += QStringList{u"--scope"_s, u"admin file_request:read"_s};
    const CommandOutcome made = run(words);
    QCOMPARE(made.status, 0);
    QVERIFY2(
        QRegularExpression(u"^anteroom_[A-Za-z0-9_-]{43}\n$"_s).match(QString::fromUtf8(made.out)).hasMatch(),
        made.out.constData());
    QVERIFY(made.err.isEmpty());

    const CommandOutcome list = run(onClinic(u"token list"_s));
    QCOMPARE(list.status, 0);
    const QByteArrayList fields = list.out.trimmed().split('\t');
    QCOMPARE(fields.size(), 6);
    QCOMPARE(fields.at(1), "desk"_ba);
    QCOMPARE(fields.at(2), "file_request:read admin"_ba);
    QCOMPARE(fields.at(3), "12 7"_ba);
    QVERIFY(fields.at(4).endsWith('Z'));
    QCOMPARE(fields.at(5), "-"_ba);

    QCOMPARE(run(onClinic(u"token revoke "_s + QString::fromUtf8(fields.at(0)))).status, 0);
    QVERIFY(run(onClinic(u"token list"_s)).out.isEmpty());
    const CommandOutcome unknown = run(onClinic(u"token revoke 01890a5d-ac96-774b-bcce-b302099a8057"_s));
    QCOMPARE(unknown.status, 1);
    QCOMPARE(unknown.err.count('\n'), 1);
}

void TestCommands::settings()
{
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s)).status, 0);
    QCOMPARE(run(onClinic(u"config get DR_SEND_TIMEOUT"_s)).out, "90\n"_ba);
    QCOMPARE(run(onClinic(u"config get DR_MAX_ATTEMPTS_COUNT"_s)).out, "1\n"_ba);
    QVERIFY(run(onClinic(u"config list"_s)).out.contains("\nDR_SEND_TIMEOUT=90\n"));
    const CommandOutcome refused = run(onClinic(u"config set DR_MAX_ATTEMPTS_COUNT 0"_s));
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.err.contains("DR_MAX_ATTEMPTS_COUNT has to be at least 1"));
    QCOMPARE(run(onClinic(u"config set ANTEROOM_CLINIC_NAME -"_s), "Ambulatorio\nBianchi\n").status, 0);
    QCOMPARE(run(onClinic(u"config get ANTEROOM_CLINIC_NAME"_s)).out, "Ambulatorio\nBianchi\n"_ba);
    QVERIFY(run(onClinic(u"config list"_s)).out.contains("ANTEROOM_CLINIC_NAME=Ambulatorio\\nBianchi\n"));
    QCOMPARE(run(onClinic(u"config set ANTEROOM_SMS_PROVIDER__12 http"_s)).status, 0);
    QVERIFY(run(onClinic(u"config list"_s)).out.contains("\nANTEROOM_SMS_PROVIDER__12=http\n"));
}

void TestCommands::secretsAreKept()
{
    QCOMPARE(run(onClinic(u"config set ANTEROOM_SMTP_PASSWORD -"_s), "tortoise\n").status, 0);
    const CommandOutcome list = run(onClinic(u"config list"_s));
    QVERIFY(list.out.contains("\nANTEROOM_SMTP_PASSWORD=***\n"));
    QVERIFY(list.out.contains("\nANTEROOM_TURN_SECRET=\n"));
    QVERIFY(!list.out.contains("tortoise"));
    QFile database(data() + u"/anteroom.db"_s);
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains("tortoise"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(data() + u"/keys"_s) & others));
    QVERIFY(!(database.permissions() & others));
}

void TestCommands::environmentWins()
{
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s)).status, 0);
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DR_SEND_TIMEOUT"_s, u"7"_s);
    process.setProcessEnvironment(environment);
    process.start(CommandFolder::program(), onClinic(u"config get DR_SEND_TIMEOUT"_s));
    QCOMPARE(CommandFolder::finish(process).out, "7\n"_ba);
    environment.insert(u"DR_SEND_TIMEOUT"_s, u"soon"_s);
    process.setProcessEnvironment(environment);
    process.start(CommandFolder::program(), onClinic(u"config get DR_SEND_TIMEOUT"_s));
    const CommandOutcome bad = CommandFolder::finish(process);
    QCOMPARE(bad.status, 2);
    QVERIFY(bad.err.contains("environment") && bad.err.contains("DR_SEND_TIMEOUT"));
}

void TestCommands::staff()
{
    QStringList words = onClinic(u"staff add --login Anna --role admin"_s);
    words += QStringList{u"--name"_s, u"Anna Rossi"_s};
    QCOMPARE(run(words, "short\n").status, 2);
    const CommandOutcome added = run(words, "correct horse\nsecond line\n");
    QCOMPARE(added.status, 0);
    QVERIFY(added.out.isEmpty() && added.err.isEmpty());
    const CommandOutcome again = run(words, "correct horse\n");
    QCOMPARE(again.status, 1);
    QVERIFY(again.err.contains("login"));
}

void TestCommands::outboxIsAnArray()
{
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s)).status, 0);
    const CommandOutcome list = run(onClinic(u"outbox list --json"_s));
    QCOMPARE(list.status, 0);
    const QJsonDocument document = QJsonDocument::fromJson(list.out);
    QVERIFY(document.isArray() && document.array().isEmpty());
    const auto database = Connection::open(data() + u"/anteroom.db"_s, Connection::Mode::ReadOnly);
    QVERIFY(database);
    Cursor audited = (*database)->query("SELECT count(*) FROM audit WHERE action = 'outbox.list'", {});
    QVERIFY(audited.next());
    QCOMPARE(audited.integer(0), 1);
}

void TestCommands::import()
{
    const QString path = m_folder->path("people.json");
    const auto put = [&](const QByteArray &json) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    };
    put(R"({"users": [{"id": "01890a5d-ac96-774b-bcce-b302099a8057", "kind": "patient", "mobile": "+393331234567"}],
            "configuration": {"DR_SEND_TIMEOUT": "45", "ANTEROOM_SMTP_PASSWORD": "tortoise"}, "colours": []})");
    const CommandOutcome made = run(onClinic(u"import "_s + path));
    QCOMPARE(made.status, 0);
    QVERIFY2(made.out.contains("users: 1\n"), made.out.constData());
    QVERIFY2(made.err.contains("colours"), made.err.constData());
    QCOMPARE(run(onClinic(u"config get DR_SEND_TIMEOUT"_s)).out, "45\n"_ba);
    QCOMPARE(run(onClinic(u"config get ANTEROOM_SMTP_PASSWORD"_s)).out, "tortoise\n"_ba);

    put(R"({"configuration": {"DR_SEND_TIMEOUT": "50"},
            "users": [{"id": "01890a5d-ac96-774b-bcce-b302099a8058", "kind": "patient", "mobile": "12"}]})");
    const CommandOutcome refused = run(onClinic(u"import "_s + path));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("/users/0/mobile"), refused.err.constData());
    QCOMPARE(refused.err.count('\n'), 1);
    put("{");
    QCOMPARE(run(onClinic(u"import "_s + path)).status, 1);
    QCOMPARE(run(onClinic(u"import "_s + m_folder->path("nothing.json"))).status, 1);

    QVERIFY(m_folder->startServer());
    put(R"({"configuration": {"DR_SEND_TIMEOUT": "60"}})");
    QCOMPARE(run(onClinic(u"import "_s + path)).status, 0);
    QCOMPARE(run(onClinic(u"config get DR_SEND_TIMEOUT"_s)).out, "60\n"_ba);
}

// What was imported is what the API then tells of it.
void TestCommands::importOfTeleconsultations()
{
    const QString path = m_folder->path("agenda.json");
    const auto put = [&](const QByteArray &rows) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"teleconsultations\": [" + rows + "]}");
    };
    const auto row = [](const QByteArray &id, const QByteArray &group) -> QByteArray {
        return R"({"id": ")" + id + R"(", "start_date": "2026-02-01T10:00:00+01:00",
            "duration_in_seconds": 1800, "participants": {"number": 2, "data": [
            {"userExternalId": "joe", "groups": [")" +
               group + R"("], "fullName": "Joe Smith", "language": "it"},
            {"userExternalId": "jane", "groups": ["patient"], "fullName": "Jane Doe"}]}})";
    };
    QVERIFY(m_folder->startServer());
    const QByteArray token = run({u"token"_s, u"create"_s, u"--name"_s, u"t"_s, u"--scope"_s,
                                  u"teleconsultation:read"_s, u"--data"_s, data()})
                                 .out.trimmed();
    const QByteArray id = "0123456789abcdef01234567";
    put(row(id, "doctor"));
    const CommandOutcome made = run(onClinic(u"import "_s + path));
    QCOMPARE(made.status, 0);
    QCOMPARE(made.out, "teleconsultations: 1\n"_ba);

    QByteArray answer = m_folder->answer("/teleconsultation", token);
    answer.remove(0, answer.indexOf("\r\n\r\n"));
    const QJsonArray items = QJsonDocument::fromJson(answer).object().value("items"_L1).toArray();
    QCOMPARE(items.size(), 1);
    const QJsonArray people{QJsonObject{{u"userExternalId"_s, u"joe"_s},
                                        {u"groups"_s, QJsonArray{u"doctor"_s}},
                                        {u"fullName"_s, u"Joe Smith"_s},
                                        {u"language"_s, u"it"_s}},
                            QJsonObject{{u"userExternalId"_s, u"jane"_s},
                                        {u"groups"_s, QJsonArray{u"patient"_s}},
                                        {u"fullName"_s, u"Jane Doe"_s},
                                        {u"language"_s, QJsonValue()}}};
    QCOMPARE(items.at(0).toObject(),
             QJsonObject({{u"_id"_s, QString::fromLatin1(id)},
                          {u"start_date"_s, u"2026-02-01T09:00:00.000Z"_s},
                          {u"end_date"_s, u"2026-02-01T09:30:00.000Z"_s},
                          {u"participants"_s, QJsonObject{{u"number"_s, 2}, {u"data"_s, people}}}}));

    put(row(id, "doctor") + "," + row("0123456789abcdef01234568", "patient"));
    const CommandOutcome refused = run(onClinic(u"import "_s + path));
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("/teleconsultations/1"), refused.err.constData());
    QCOMPARE(refused.err.count('\n'), 1);
    QCOMPARE(m_folder->get("/teleconsultation/0123456789abcdef01234568", token), 404);
}

void TestCommands::missingClinic()
{
    for (const char *words : {"token list", "config list", "outbox list --json", "verify", "backup --to x"}) {
        const CommandOutcome outcome = run(onClinic(QString::fromLatin1(words)));
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.err.contains("there is no clinic"));
        QVERIFY(!QFile::exists(data()));
    }
}

void TestCommands::foldersThatWontDo()
{
    QFile file(data());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const CommandOutcome noFolder = run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s));
    QCOMPARE(noFolder.status, 1);
    QVERIFY(noFolder.err.contains("is no folder"));
    QVERIFY(file.remove());

    m_folder->useData(QByteArray(120, 'x').constData());
    const CommandOutcome tooLong = run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s));
    QCOMPARE(tooLong.status, 1);
    QVERIFY(tooLong.err.contains("too long"));
    QVERIFY(!QFile::exists(data()));

    m_folder->useWholePath(u"/proc/anteroom"_s); // also root can't write there
    const CommandOutcome unwritable = run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s));
    QCOMPARE(unwritable.status, 1);
    QVERIFY(unwritable.err.contains("can't be written"));
}

void TestCommands::damagedDatabase()
{
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s)).status, 0);
    QFile database(data() + u"/anteroom.db"_s);
    QVERIFY(database.open(QIODevice::ReadWrite));
    database.write(QByteArray(4096, 'x'));
    database.seek(0);
    const QByteArray before = database.readAll();
    database.close();
    for (const char *words :
         {"token list", "verify", "serve --listen 127.0.0.1:0 --patient-listen 127.0.0.1:0"}) {
        const CommandOutcome outcome = run(onClinic(QString::fromLatin1(words)));
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains("backup"), outcome.err.constData());
        QVERIFY(outcome.err.contains("nothing was changed"));
    }
    QVERIFY(database.open(QIODevice::ReadOnly));
    QCOMPARE(database.readAll(), before);
}

void TestCommands::whileServing()
{
    QVERIFY(m_folder->startServer());
    const QFile socket(data() + u"/admin.sock"_s);
    QVERIFY(!(socket.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther |
                                      QFileDevice::WriteGroup | QFileDevice::WriteOther)));
    QCOMPARE(run(onClinic(u"token create --name a --scope job:read"_s)).status, 0);
    QCOMPARE(run(onClinic(u"token list"_s)).out.count('\n'), 1);
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT 90"_s)).status, 0);
    QCOMPARE(run(onClinic(u"config get DR_SEND_TIMEOUT"_s)).out, "90\n"_ba);
    QCOMPARE(run(onClinic(u"config set ANTEROOM_SMTP_PASSWORD -"_s), "tortoise").status, 0);
    QVERIFY(run(onClinic(u"config list"_s)).out.contains("ANTEROOM_SMTP_PASSWORD=***"));
    QCOMPARE(run(onClinic(u"staff add --login a --role admin --name A"_s), "0123456789\n").status, 0);
    QCOMPARE(run(onClinic(u"config set DR_SEND_TIMEOUT soon"_s)).status, 2);
    QCOMPARE(run(onClinic(u"outbox list --json"_s)).out.trimmed(), "[]"_ba);
    // Killed, it leaves its socket and its lock behind: the next command works all the same.
    ::kill(pid_t(m_folder->server()->processId()), SIGKILL);
    QVERIFY(m_folder->server()->waitForFinished());
    QVERIFY(QFile::exists(data() + u"/admin.sock"_s));
    QCOMPARE(run(onClinic(u"config get DR_SEND_TIMEOUT"_s)).out, "90\n"_ba);
}

void TestCommands::tokensOfARunningServer()
{
    QVERIFY(m_folder->startServer());
    const QByteArray path = "/v1/file-requests";
    const QByteArray token =
        run(onClinic(u"token create --name a --scope file_request:read"_s)).out.trimmed();
    QCOMPARE(m_folder->get(path, token), 200);
    QCOMPARE(m_folder->get(path, token), 200);
    QCOMPARE(m_folder->get(path, token + 'x'), 401);
    const QByteArray id = run(onClinic(u"token list"_s)).out.split('\t').constFirst();
    QCOMPARE(run(onClinic(u"token revoke "_s + QString::fromUtf8(id))).status, 0);
    QCOMPARE(m_folder->get(path, token), 401);
}

void TestCommands::secondServer()
{
    QVERIFY(m_folder->startServer());
    const CommandOutcome second = run(onClinic(u"serve --listen 127.0.0.1:0 --patient-listen 127.0.0.1:0"_s));
    QCOMPARE(second.status, 1);
    QVERIFY(second.out.isEmpty());
    QVERIFY2(second.err.contains("open in another process"), second.err.constData());
    QVERIFY(second.err.contains(QByteArray::number(m_folder->server()->processId())));
}

void TestCommands::manyAtOnce()
{
    std::vector<std::unique_ptr<QProcess>> all;
    for (int i = 0; i < 6; ++i) {
        all.push_back(std::make_unique<QProcess>());
        all.back()->start(CommandFolder::program(),
                          onClinic(u"token create --scope job:read --name n%1"_s.arg(i)));
    }
    for (const auto &process : all)
        QCOMPARE(CommandFolder::finish(*process).status, 0);
    QCOMPARE(run(onClinic(u"token list"_s)).out.count('\n'), 6);
}

void TestCommands::manyAtOnceWhileServing()
{
    QVERIFY(m_folder->startServer());
    manyAtOnce();
}

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
