// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandrunner.h"

#include "server/commands/commandline.h"
#include "server/commands/commandwords.h"

namespace anteroom {

using namespace Qt::StringLiterals;

CommandRunner::CommandRunner(Clinic &clinic)
    : m_clinic(clinic)
{
}

int CommandRunner::run(const Command &command, CommandOutput &output)
{
    using Run = int (CommandRunner::*)(const Command &, CommandOutput &);
    static const QHash<QByteArray, Run> runs{
        {"token create", &CommandRunner::tokenCreate},
        {"token list", &CommandRunner::tokenList},
        {"token revoke", &CommandRunner::tokenRevoke},
        {"staff add", &CommandRunner::staffAdd},
        {"config get", &CommandRunner::configGet},
        {"config set", &CommandRunner::configSet},
        {"config list", &CommandRunner::configList},
        {"import", &CommandRunner::importFile},
        {"outbox list", &CommandRunner::outboxList},
        {"backup", &CommandRunner::backup},
        {"verify", &CommandRunner::verify},
    };
    const Run found = runs.value(command.name);
    const CommandSpec *spec = commandSpec(command.name);
    if (!found || !spec || command.arguments.size() != qsizetype(spec->arguments.size())) {
        output.complain(command, u"this version does not know the command"_s);
        return exitcode::badUsage;
    }
    if (const QString wrong = checkCommand(command); !wrong.isNull()) {
        output.complain(command, wrong);
        return exitcode::badUsage;
    }
    return (this->*found)(command, output);
}

void CommandRunner::settle()
{
    // The feed tells of a commit before the writer takes up what comes after it.
    (void)m_clinic.store().writeNow([](WriteTransaction &) -> Result<bool> { return true; });
}

int CommandRunner::explain(const Error &error, const Command &command, CommandOutput &output)
{
    output.complain(command, commandWords(error));
    return error.code == ErrorCode::Invalid ? exitcode::badUsage : exitcode::failed;
}

} // namespace anteroom
