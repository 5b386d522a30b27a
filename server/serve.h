// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listenaddress.h"

namespace anteroom {

class Clinic;

/// Where `anteroomd serve` was told to listen. What is not said here the settings say.
struct ServeOptions
{
    std::optional<ListenAddress> listen;
    std::optional<ListenAddress> patientListen;
};

/// Serves `clinic` until SIGTERM or SIGINT: prints the two lines that tell where it listens, and on the
/// signal lets what runs finish, in under five seconds. The exit status: 0, or 1 with a line on stderr. Needs
/// a QCoreApplication, made with QT_NO_GLIB set (Qt's own event loop serves a sixth more requests); blocks.
int runServe(Clinic &clinic, const ServeOptions &options);

} // namespace anteroom
