// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"
#include "app/intake/photointake.h"
#include "server/apiserver.h"
#include "server/commands/adminserver.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/appearance.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/translators.h"
#include "ui/console.h"
#include "ui/demo/demodata.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>

using namespace anteroom;

namespace {

struct Arguments
{
    QString dataDir;
    std::optional<ListenAddress> listen;
    std::optional<ListenAddress> patientListen;
    bool demo = false;
};

Arguments parse(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The clinic's console, with its server inside."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("The clinic's data folder."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption listen(QStringLiteral("listen"), QStringLiteral("Where the staff API listens."),
                                    QStringLiteral("ADDRESS:PORT"));
    const QCommandLineOption patients(QStringLiteral("patient-listen"),
                                      QStringLiteral("Where the patient pages listen."),
                                      QStringLiteral("ADDRESS:PORT"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Open on invented people in a scratch folder, signed in."));
    parser.addOptions({data, listen, patients, demo});
    parser.process(app);
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {.dataDir = parser.isSet(data) ? parser.value(data) : usual,
            .listen = ListenAddress::parse(parser.value(listen)),
            .patientListen = ListenAddress::parse(parser.value(patients)),
            .demo = parser.isSet(demo)};
}

int refuse(const Error &error)
{
    const QString words = errorText(error);
    std::fprintf(stderr, "anteroom: %s\n", qPrintable(words));
    QMessageBox::critical(nullptr, QStringLiteral("Anteroom"), words);
    return 1;
}

int run(QApplication &app, Arguments arguments)
{
    QTemporaryDir scratch;
    if (arguments.demo) {
        arguments.dataDir = scratch.path();
        // Any free ports: the demo must open beside whatever runs already.
        const auto anyPort = ListenAddress::parse(QStringLiteral("127.0.0.1:0"));
        if (!arguments.listen)
            arguments.listen = anyPort;
        if (!arguments.patientListen)
            arguments.patientListen = anyPort;
    }
    const SystemClock clock;
    auto opened = Clinic::open({.dataDir = arguments.dataDir, .desktopKeyring = !arguments.demo}, clock);
    if (!opened)
        return refuse(opened.error());
    Clinic &clinic = **opened;

    // The server first: from then on patients' links know where they lead.
    AdminServer admin(clinic);
    const auto commands = admin.start();
    ApiServer server(clinic, {.listen = arguments.listen, .patientListen = arguments.patientListen});
    const auto listening = server.start();

    std::optional<Staff> signedIn;
    if (arguments.demo) {
        auto staff = loadDemoData(clinic, PhotoIntake::findHelper());
        if (!staff)
            return refuse(staff.error());
        signedIn = *std::move(staff);
    }

    Console console(clinic);
    if (!commands)
        console.showTrouble(errorText(commands.error()));
    if (!listening)
        console.showTrouble(errorText(listening.error()));
    console.setAddresses(server.staffUrl(), server.patientUrl());
    clinic.startDelivery();
    clinic.startRetention();

    QObject::connect(&console, &Console::quitRequested, &server, [&server, &app] {
        // What runs may finish; after that the console does not wait.
        QTimer::singleShot(std::chrono::seconds(5), &app, [&app] { app.exit(0); });
        server.stop();
    });
    QObject::connect(
        &server, &ApiServer::stopped, &app, [&app] { app.exit(0); }, Qt::QueuedConnection);
    console.show(signedIn);
    return app.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN);
    umask(0077); // what is written here is nobody else's to read
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("anteroom"));
    QApplication::setApplicationDisplayName(QStringLiteral("Anteroom"));
    QApplication::setApplicationVersion(QStringLiteral(ANTEROOM_VERSION));
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false); // it may live in the tray
    installTranslators(app);
    const Arguments arguments = parse(app);
    QApplication::setStyle(new AnteroomStyle);
    Appearance appearance;
    appearance.follow();
    return run(app, arguments);
}
