// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"
#include "server/commands/command.h"

namespace anteroom {

/// Carries out the administrator's commands on an open clinic: the same code whether the clinic was opened
/// for the command alone or serves meanwhile. Waits for the store: not for the GUI's thread or an HTTP
/// worker's. Any other.
class CommandRunner
{
public:
    explicit CommandRunner(Clinic &clinic);

    /// Carries it out; the exit status. All commands but `serve` and `restore`.
    int run(const Command &command, CommandOutput &output);

private:
    int tokenCreate(const Command &command, CommandOutput &output);
    int tokenList(const Command &command, CommandOutput &output);
    int tokenRevoke(const Command &command, CommandOutput &output);
    int staffAdd(const Command &command, CommandOutput &output);
    int configGet(const Command &command, CommandOutput &output);
    int configSet(const Command &command, CommandOutput &output);
    int configList(const Command &command, CommandOutput &output);
    int importFile(const Command &command, CommandOutput &output);
    int outboxList(const Command &command, CommandOutput &output);
    int backup(const Command &command, CommandOutput &output);
    int verify(const Command &command, CommandOutput &output);

    /// Waits until everybody who follows the change feed has heard of what was written.
    void settle();
    /// Says what went wrong; the exit status for it.
    static int explain(const Error &error, const Command &command, CommandOutput &output);

    Clinic &m_clinic;
};

} // namespace anteroom
