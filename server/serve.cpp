// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serve.h"

#include "app/clinic.h"
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

} // namespace

int runServe(Clinic &clinic, const ServeOptions &options)
{
    StopSignal stop; // from now on a signal ends what is begun here in order
    ApiServer server(clinic, {.listen = options.listen, .patientListen = options.patientListen});
    if (auto started = server.start(); !started)
        return failed(started.error());
    clinic.startDelivery();
    clinic.startRetention();

    QCoreApplication &app = *QCoreApplication::instance();
    QObject::connect(&stop, &StopSignal::received, &server, [&] {
        QTimer::singleShot(givenUpAfter, &app, [&app] { app.exit(0); });
        server.stop();
        clinic.stopDelivery();
    });
    QObject::connect(
        &server, &ApiServer::stopped, &app, [&app] { app.exit(0); }, Qt::QueuedConnection);
    std::printf("staff API listening on %s\npatient pages listening on %s\n", qPrintable(server.staffUrl()),
                qPrintable(server.patientUrl()));
    std::fflush(stdout);
    return app.exec();
}

} // namespace anteroom
