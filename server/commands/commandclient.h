// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "server/commands/command.h"

namespace anteroom {

/// Carries out a command for whoever typed it: reads what it needs beside (a file, stdin), hands it to the
/// process that has the folder open, or, where none has, opens the clinic itself. Blocks; the exit status.
/// All commands but `serve`.
int runCommand(Command command, const Clock &clock, CommandOutput &output);

/// Says why a clinic could not be opened, naming the newest backup where its database is damaged.
void explainOpenError(const Error &error, const Command &command, const QString &dataDir,
                      CommandOutput &output);

} // namespace anteroom
