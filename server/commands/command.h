// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace anteroom {

/// How a command ends (RULES.md, Running).
namespace exitcode {
constexpr int done = 0;
constexpr int failed = 1;
constexpr int badUsage = 2;
} // namespace exitcode

/// A command as it was typed, its words taken apart.
struct Command
{
    QByteArray name;                        ///< `token create`
    QHash<QByteArray, QStringList> options; ///< without the dashes; a flag has an empty list
    QStringList arguments;                  ///< what stands without a name: a file, a key, a value
    QByteArray input; ///< what it is given beside: a file, a password, a value from stdin

    bool has(const char *option) const { return options.contains(option); }
    /// The last value given; a null string where there is none.
    QString option(const char *which) const
    {
        const QStringList values = options.value(which);
        return values.isEmpty() ? QString() : values.constLast();
    }
};

/// What `--passphrase-file` gave; a null string where there was none.
inline QString passphraseOf(const Command &command)
{
    return command.has("passphrase-file") ? QLatin1String("") + QString::fromUtf8(command.input) : QString();
}

/// Where a command writes. One thread at a time.
class CommandOutput
{
public:
    CommandOutput() = default;
    CommandOutput(const CommandOutput &) = delete;
    CommandOutput &operator=(const CommandOutput &) = delete;
    virtual ~CommandOutput() = default;

    virtual void out(QByteArrayView bytes) = 0;
    virtual void err(QByteArrayView bytes) = 0;
    /// Whether nobody reads any more.
    virtual bool isGone() const { return false; }

    /// One line on stderr, after the program's and the command's name.
    void complain(const Command &command, const QString &sentence)
    {
        err("anteroomd " + command.name + ": " + sentence.toUtf8() + '\n');
    }
};

} // namespace anteroom
