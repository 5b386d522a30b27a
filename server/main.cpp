// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"
#include "server/commands/adminserver.h"
#include "server/commands/commandclient.h"
#include "server/commands/commandline.h"
#include "server/commands/commandwords.h"
#include "server/commands/terminal.h"
#include "server/serve.h"

#include <QCoreApplication>
#include <QDir>

#include <csignal>
#include <sys/stat.h>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

int serve(const Command &command, const Clock &clock, CommandOutput &output)
{
    const QString dataDir = QDir(command.option("data")).absolutePath();
    Clinic::Options options{.dataDir = dataDir};
    // A flag wins over the environment, as that does over the store.
    if (const QString url = command.option("public-url"); !url.isEmpty())
        options.environment.insert("ANTEROOM_PUBLIC_URL"_ba, url);
    if (const auto good = Settings::checkEnvironment(options.environment); !good) {
        output.complain(command, u"in the environment, "_s + commandWords(good.error()));
        return exitcode::badUsage;
    }
    const auto clinic = Clinic::open(options, clock);
    if (!clinic) {
        explainOpenError(clinic.error(), command, dataDir, output);
        return exitcode::failed;
    }
    AdminServer admin(**clinic);
    if (const auto started = admin.start(); !started) {
        output.complain(command, commandWords(started.error()));
        return exitcode::failed;
    }
    return runServe(**clinic, {.listen = ListenAddress::parse(command.option("listen")),
                               .patientListen = ListenAddress::parse(command.option("patient-listen"))});
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // measured: a sixth more requests a second without it
    std::signal(SIGPIPE, SIG_IGN);
    umask(0077); // what is written here is nobody else's to read
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"anteroomd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANTEROOM_VERSION));

    TerminalOutput output;
    const auto line = parseCommandLine(QCoreApplication::arguments().mid(1));
    if (!line) {
        output.err("anteroomd: " + line.error().toUtf8() + '\n');
        return exitcode::badUsage;
    }
    if (!line->print.isNull()) {
        output.out(line->print.toUtf8());
        return exitcode::done;
    }
    if (const QString wrong = checkCommand(line->command); line->command.name == "serve" && !wrong.isNull()) {
        output.complain(line->command, wrong);
        return exitcode::badUsage;
    }
    const SystemClock clock;
    return line->command.name == "serve" ? serve(line->command, clock, output)
                                         : runCommand(line->command, clock, output);
}
