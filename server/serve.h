// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"

namespace anteroom {

/// What `anteroomd serve` was told.
struct ServeOptions
{
    Clinic::Options clinic;
    QString listen = {};        ///< null: the setting's
    QString patientListen = {}; ///< null: the setting's
    QString publicUrl = {};     ///< null: the setting's; a flag wins over the environment
    /// Called once the clinic is open and before it is served: opens the admin socket. What it returns lives
    /// until the server has stopped.
    std::function<Result<std::shared_ptr<QObject>>(Clinic &)> admin = {};
};

/// Serves until SIGTERM or SIGINT: opens the clinic, prints the two lines that tell where it listens, and on
/// the signal lets what runs finish, in under five seconds. The exit code: 0, or 1 with a line on stderr.
/// Makes the application object where there is none yet (QT_NO_GLIB is set before it).
int runServe(int &argc, char **argv, const ServeOptions &options);

/// To be called before any application object is made: Qt's own event loop serves faster than GLib's.
void preferQtEventLoop();

} // namespace anteroom
