// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandclient.h"

#include "app/backup/backup.h"
#include "app/clinic.h"
#include "server/commands/adminprotocol.h"
#include "server/commands/commandline.h"
#include "server/commands/commandrunner.h"
#include "server/commands/commandwords.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QThread>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience =
    15'000; // milliseconds: how long another short command, or a server's start, may take
constexpr int pause = 50;
constexpr qint64 longestValue = 1024 * 1024;

/// Keeps a terminal from showing what is typed, as long as it lives.
class EchoOff
{
public:
    EchoOff()
        : m_terminal(isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_terminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~EchoOff()
    {
        if (!m_terminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    EchoOff(const EchoOff &) = delete;
    EchoOff &operator=(const EchoOff &) = delete;

    bool isTerminal() const { return m_terminal; }

private:
    termios m_before{};
    bool m_terminal;
};

QByteArray readStdin(bool firstLineOnly, const char *prompt)
{
    const EchoOff quiet;
    if (quiet.isTerminal())
        std::fputs(prompt, stderr);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray bytes =
        firstLineOnly || quiet.isTerminal() ? in.readLine(longestValue) : in.read(longestValue);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return bytes;
}

// Reads what the command is given beside its words; a null string where it is there, else what is wrong.
QString gatherInput(Command &command)
{
    const auto readFile = [&](const QString &path, qint64 most) -> QString {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return u"%1 can't be read: %2"_s.arg(path, file.errorString());
        if (file.size() > most)
            return u"%1 is too large; %2 MiB are the most"_s.arg(path).arg(most / (1024 * 1024));
        command.input = file.readAll();
        return {};
    };
    if (command.name == "import")
        return readFile(command.arguments.constFirst(), adminprotocol::largestInput);
    if (command.has("passphrase-file")) {
        if (QString wrong = readFile(command.option("passphrase-file"), longestValue); !wrong.isNull())
            return wrong;
        command.input = command.input.left(command.input.indexOf('\n') < 0 ? command.input.size()
                                                                           : command.input.indexOf('\n'));
    }
    if (command.name == "staff add")
        command.input = readStdin(true, "Password: ");
    if (command.name == "config set" && command.arguments.at(1) == "-"_L1)
        command.input = readStdin(false, "Value: ");
    return {};
}

int restore(const Command &command, const Clock &clock, CommandOutput &output)
{
    const DataDir folder(command.option("data"));
    const auto done = restoreBackup(folder, command.arguments.constFirst(), passphraseOf(command), clock);
    if (!done) {
        output.complain(command,
                        done.error().is("datadir.in_use")
                            ? u"%1 is open in another process (%2); stop the server or the console first"_s
                                  .arg(folder.path())
                                  .arg(done.error().data.value("pid"_L1).toInteger())
                            : commandWords(done.error()));
        return exitcode::failed;
    }
    output.out(u"restored with %1 sealed files\n"_s.arg(done->files).toUtf8());
    if (!done->keptAside.isNull())
        output.out(u"what was there is kept in %1\n"_s.arg(done->keptAside).toUtf8());
    if (done->needsKeys)
        output.out(u"The backup holds no keys: put the file \"keys\" of then into %1 before serving.\n"_s
                       .arg(folder.path())
                       .toUtf8());
    return exitcode::done;
}

// The answer of the process that has the folder open; nothing where none listens there.
std::optional<int> askServer(const QString &socketPath, const Command &command, CommandOutput &output)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(1000))
        return std::nullopt;
    if (adminprotocol::sendRequest(socket, command)) {
        if (const auto status = adminprotocol::readAnswer(socket, output))
            return status;
    }
    output.complain(command, u"the server went away before it was done; look at its log, and try again"_s);
    return exitcode::failed;
}

} // namespace

void explainOpenError(const Error &error, const Command &command, const QString &dataDir,
                      CommandOutput &output)
{
    QString sentence = commandWords(error);
    if (error.is("datadir.in_use") && command.name == "serve")
        sentence = u"%1 is open in another process (%2) already; stop that one, or serve another folder"_s
                       .arg(dataDir)
                       .arg(error.data.value("pid"_L1).toInteger());
    const bool damaged =
        error.is("storage.damaged") || error.is("storage.open") || error.is("storage.failed");
    if (damaged) {
        const QString backup = DataDir(dataDir).newestBackup();
        sentence += backup.isEmpty()
                        ? u"; no backup is known"_s
                        : u"; the newest backup is %1 (anteroomd restore FILE --data DIR)"_s.arg(backup);
    }
    output.complain(command, sentence);
}

int runCommand(Command command, const Clock &clock, CommandOutput &output)
{
    const QString dataDir = QDir(command.option("data")).absolutePath();
    if (const QString wrong = gatherInput(command); !wrong.isNull()) {
        output.complain(command, wrong);
        return exitcode::failed;
    }
    if (const QString wrong = checkCommand(command); !wrong.isNull()) {
        output.complain(command, wrong);
        return exitcode::badUsage;
    }
    // The process that carries it out may stand in another folder.
    if (command.has("to"))
        command.options["to"] = QStringList{QFileInfo(command.option("to")).absoluteFilePath()};

    if (command.name == "restore")
        return restore(command, clock, output);
    const DataDir folder(dataDir);
    if (!commandSpec(command.name)->makesClinic && !QFile::exists(folder.database())) {
        output.complain(command,
                        u"there is no clinic in %1; \"anteroomd serve --data DIR\" makes one"_s.arg(dataDir));
        return exitcode::failed;
    }
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (const auto status = askServer(folder.adminSocket(), command, output))
            return *status;
        const Clinic::Options options{.dataDir = dataDir};
        if (const auto good = Settings::checkEnvironment(options.environment); !good) {
            output.complain(command, u"in the environment, "_s + commandWords(good.error()));
            return exitcode::badUsage;
        }
        auto clinic = Clinic::open(options, clock);
        if (clinic)
            return CommandRunner(**clinic).run(command, output);
        if (!clinic.error().is("datadir.in_use") || deadline.hasExpired()) {
            explainOpenError(clinic.error(), command, dataDir, output);
            return exitcode::failed;
        }
        QThread::msleep(pause);
    }
}

} // namespace anteroom
