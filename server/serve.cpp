// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serve.h"

#include "app/filerequests/publicurl.h"
#include "server/apiserver.h"
#include "server/http/errorwords.h"
#include "server/stopsignal.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

// The transport gives running requests four seconds; this is for what it may not have thought of.
constexpr auto givenUpAfter = std::chrono::milliseconds(4500);

int failed(const Error &error)
{
    const QByteArray sentence = errorSentence(error);
    std::fprintf(stderr, "anteroomd: %s\n", sentence.constData());
    return 1;
}

int serve(QCoreApplication &app, const ServeOptions &options)
{
    const SystemClock clock;
    Clinic::Options clinicOptions = options.clinic;
    if (!options.publicUrl.isNull())
        clinicOptions.environment.insert("ANTEROOM_PUBLIC_URL"_ba, options.publicUrl);
    auto clinic = Clinic::open(clinicOptions, clock);
    if (!clinic)
        return failed(clinic.error());
    std::shared_ptr<QObject> admin;
    if (options.admin) {
        auto opened = options.admin(**clinic);
        if (!opened)
            return failed(opened.error());
        admin = *std::move(opened);
    }
    PublicUrl publicUrl((*clinic)->settings());
    ApiServer server(**clinic, publicUrl, {.listen = options.listen, .patientListen = options.patientListen});
    StopSignal stop;
    if (auto started = server.start(); !started)
        return failed(started.error());
    (*clinic)->startDelivery();

    QObject::connect(&stop, &StopSignal::received, &server, [&] {
        QTimer::singleShot(givenUpAfter, &app, [&app] { app.exit(0); });
        server.stop();
    });
    QObject::connect(
        &server, &ApiServer::stopped, &app, [&app] { app.exit(0); }, Qt::QueuedConnection);
    std::printf("staff API listening on %s\npatient pages listening on %s\n", qPrintable(server.staffUrl()),
                qPrintable(server.patientUrl()));
    std::fflush(stdout);
    return app.exec();
}

} // namespace

void preferQtEventLoop()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
}

int runServe(int &argc, char **argv, const ServeOptions &options)
{
    preferQtEventLoop();
    if (auto *app = QCoreApplication::instance())
        return serve(*app, options);
    QCoreApplication app(argc, argv);
    return serve(app, options);
}

} // namespace anteroom
