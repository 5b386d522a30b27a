// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/command.h"

#include <tl/expected.hpp>

#include <vector>

namespace anteroom {

/// What a command may be given.
struct CommandSpec
{
    struct Option
    {
        const char *name;
        const char *value = nullptr; ///< what stands for its value in the help; nullptr: a flag
        bool required = false;
        bool repeated = false;
    };

    const char *name;
    std::vector<const char *> arguments; ///< their names in the help; all are required
    std::vector<Option> options;         ///< `--data DIR` goes without saying
    const char *summary;
    bool makesClinic = false; ///< works on a folder where there is no clinic yet
};

/// The command of that name; nullptr where there is none.
const CommandSpec *commandSpec(QByteArrayView name);

/// What was typed: a command, or a text to print (`--help`, `--version`), or what is wrong with it, in one
/// line that says how to mend it.
struct ParsedLine
{
    Command command;
    QString print; ///< not null: print this, and that is all
};
tl::expected<ParsedLine, QString> parseCommandLine(const QStringList &arguments);

/// `anteroomd token create --data DIR --name N …`, as the help shows it.
QString usageOf(const CommandSpec &spec);

/// Looks at the values that need no clinic: scopes, ids, numbers, keys of settings. A null string where they
/// will do, else what is wrong.
QString checkCommand(const Command &command);

} // namespace anteroom
