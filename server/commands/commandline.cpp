// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandline.h"

#include "app/access/staff.h"
#include "app/access/token.h"
#include "app/settings/settings.h"
#include "server/commands/commandwords.h"

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const std::vector<CommandSpec> &specs()
{
    static const std::vector<CommandSpec> all = {
        {.name = "serve",
         .arguments = {},
         .options = {{"listen", "ADDRESS:PORT"}, {"patient-listen", "ADDRESS:PORT"}, {"public-url", "URL"}},
         .summary = "runs the server until SIGTERM or Ctrl+C",
         .makesClinic = true},
        {.name = "token create",
         .arguments = {},
         .options = {{"name", "N", true},
                     {"scope", "\"a b c\"", true, true},
                     {"account", "ID", false, true},
                     {"legal-entity", "UUID"},
                     {"expires-in", "SECONDS"}},
         .summary = "makes an API token and prints it, once",
         .makesClinic = true},
        {.name = "token list",
         .arguments = {},
         .options = {},
         .summary = "a line a token: id, name, scopes, accounts, expiry, last use"},
        {.name = "token revoke", .arguments = {"ID"}, .options = {}, .summary = "ends a token at once"},
        {.name = "staff add",
         .arguments = {},
         .options = {{"login", "L", true}, {"name", "N", true}, {"role", "clinician|admin", true}},
         .summary = "adds somebody who may sign in; the password is stdin's first line",
         .makesClinic = true},
        {.name = "import",
         .arguments = {"FILE.json"},
         .options = {},
         .summary = "takes over people, devices and more from a file; all or nothing",
         .makesClinic = true},
        {.name = "config get", .arguments = {"KEY"}, .options = {}, .summary = "prints a setting's value"},
        {.name = "config set",
         .arguments = {"KEY", "VALUE"},
         .options = {},
         .summary =
             "changes a setting; the value - is read from stdin, an empty one goes back to the default",
         .makesClinic = true},
        {.name = "config list",
         .arguments = {},
         .options = {},
         .summary = "prints all settings; secrets as ***"},
        {.name = "outbox list",
         .arguments = {},
         .options = {{"json"}},
         .summary = "prints what left or is to leave, oldest first, as JSON"},
        {.name = "backup",
         .arguments = {},
         .options = {{"to", "FILE", true}, {"passphrase-file", "FILE"}},
         .summary = "copies everything into one file; with a passphrase encrypted and with the keys"},
        {.name = "restore",
         .arguments = {"FILE"},
         .options = {{"passphrase-file", "FILE"}},
         .summary = "puts a backup in the folder's place; what was there is kept aside",
         .makesClinic = true},
        {.name = "verify",
         .arguments = {},
         .options = {},
         .summary = "checks the database, the audit log, the keys and every file"},
    };
    return all;
}

// Whether a command begins with this word and goes on.
bool isGroup(const QString &word)
{
    const QByteArray start = word.toUtf8() + ' ';
    return std::any_of(specs().begin(), specs().end(),
                       [&](const CommandSpec &spec) { return QByteArray(spec.name).startsWith(start); });
}

QString helpText()
{
    QString text = u"Anteroom without a window: the server, and the administrator's commands.\n\n"_s;
    for (const CommandSpec &spec : specs())
        text += u"  %1\n      %2\n"_s.arg(usageOf(spec), QString::fromUtf8(spec.summary));
    text += u"\nThe commands work while a server runs on the same folder, and take effect there at once.\n"
            u"Scopes: "_s;
    for (const Scope scope : allScopes())
        text += QString::fromUtf8(scopeName(scope)) + u' ';
    text = text.trimmed();
    return text + u"\nExit status: 0 done, 1 failed, 2 bad usage.\n"_s;
}

QString commandHelp(const CommandSpec &spec)
{
    return u"usage: %1\n%2\n"_s.arg(usageOf(spec), QString::fromUtf8(spec.summary));
}

const CommandSpec::Option *optionNamed(const CommandSpec &spec, const QString &name)
{
    static constexpr CommandSpec::Option data{"data", "DIR", true, false};
    if (name == "data"_L1)
        return &data;
    const auto found =
        std::find_if(spec.options.begin(), spec.options.end(),
                     [&](const CommandSpec::Option &option) { return name == QLatin1String(option.name); });
    return found == spec.options.end() ? nullptr : &*found;
}

QString mend(const QString &wrong, const CommandSpec &spec)
{
    return u"%1; write: %2"_s.arg(wrong, usageOf(spec));
}

// What is missing or too much; a null string where all is there.
QString incomplete(const CommandSpec &spec, const Command &command)
{
    if (command.options.value("data").isEmpty())
        return mend(u"--data is missing: the folder of the clinic"_s, spec);
    for (const CommandSpec::Option &option : spec.options) {
        if (option.required && command.options.value(option.name).isEmpty())
            return mend(u"--%1 is missing"_s.arg(QLatin1String(option.name)), spec);
    }
    const auto wanted = qsizetype(spec.arguments.size());
    if (command.arguments.size() < wanted)
        return mend(u"%1 is missing"_s.arg(QLatin1String(spec.arguments[size_t(command.arguments.size())])),
                    spec);
    if (command.arguments.size() > wanted)
        return mend(
            u"\"%1\" is one word too many (quote what has spaces in it)"_s.arg(command.arguments.at(wanted)),
            spec);
    return {};
}

// Reads what follows the command's name; a null string where all is well.
QString parseRest(const CommandSpec &spec, QStringList rest, Command &command)
{
    bool onlyArguments = false;
    while (!rest.isEmpty()) {
        const QString word = rest.takeFirst();
        if (onlyArguments || !word.startsWith("--"_L1)) {
            command.arguments.append(word);
            continue;
        }
        if (word == "--"_L1) {
            onlyArguments = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word.mid(2) : word.mid(2, equals - 2);
        const CommandSpec::Option *option = optionNamed(spec, name);
        if (!option)
            return mend(u"there is no option --%1"_s.arg(name), spec);
        QStringList &values = command.options[option->name];
        if (!option->value) {
            if (equals >= 0)
                return mend(u"--%1 takes no value"_s.arg(name), spec);
            continue;
        }
        if (!values.isEmpty() && !option->repeated)
            return mend(u"--%1 is given twice"_s.arg(name), spec);
        if (equals < 0 && (rest.isEmpty() || rest.constFirst().startsWith("--"_L1)))
            return mend(u"--%1 needs a value (%2)"_s.arg(name, QString::fromUtf8(option->value)), spec);
        values.append(equals >= 0 ? word.mid(equals + 1) : rest.takeFirst());
    }
    return incomplete(spec, command);
}

} // namespace

const CommandSpec *commandSpec(QByteArrayView name)
{
    const auto found = std::find_if(specs().begin(), specs().end(), [&](const CommandSpec &spec) {
        return name == QByteArrayView(spec.name);
    });
    return found == specs().end() ? nullptr : &*found;
}

QString usageOf(const CommandSpec &spec)
{
    QString text = u"anteroomd "_s + QLatin1String(spec.name);
    for (const char *argument : spec.arguments)
        text += u' ' + QLatin1String(argument);
    text += u" --data DIR"_s;
    for (const CommandSpec::Option &option : spec.options) {
        QString one = u"--"_s + QLatin1String(option.name);
        if (option.value)
            one += u' ' + QString::fromUtf8(option.value);
        text += (option.required ? u" %1"_s : u" [%1]"_s).arg(one);
        if (option.repeated && !option.required)
            text += u"…"_s;
    }
    return text;
}

tl::expected<ParsedLine, QString> parseCommandLine(const QStringList &arguments)
{
    const QString seeHelp = u"\"anteroomd --help\" lists the commands"_s;
    if (arguments.isEmpty())
        return tl::unexpected(u"a command is missing; "_s + seeHelp);
    QStringList rest = arguments;
    QString name = rest.takeFirst();
    const auto isHelp = [](const QString &word) { return word == "--help"_L1 || word == "-h"_L1; };
    ParsedLine line;
    if (isHelp(name) || name == "help"_L1) {
        line.print = helpText();
        return line;
    }
    if (name == "--version"_L1) {
        line.print = u"anteroomd " ANTEROOM_VERSION "\n"_s;
        return line;
    }
    if (isGroup(name)) {
        if (rest.isEmpty())
            return tl::unexpected(u"\"%1\" needs a second word; %2"_s.arg(name, seeHelp));
        if (isHelp(rest.constFirst())) {
            line.print = helpText();
            return line;
        }
        name += u' ' + rest.takeFirst();
    }
    const CommandSpec *spec = commandSpec(name.toUtf8());
    if (!spec)
        return tl::unexpected(u"there is no command \"%1\"; %2"_s.arg(name, seeHelp));
    const qsizetype end = rest.indexOf(u"--"_s);
    if (std::any_of(rest.begin(), end < 0 ? rest.end() : rest.begin() + end, isHelp)) {
        line.print = commandHelp(*spec);
        return line;
    }
    line.command.name = spec->name;
    if (const QString wrong = parseRest(*spec, rest, line.command); !wrong.isNull())
        return tl::unexpected(u"%1: %2"_s.arg(name, wrong));
    return line;
}

QString checkCommand(const Command &command)
{
    if (command.name == "token create") {
        const auto scopes = parseScopes(command.options.value("scope").join(u' ').toUtf8());
        if (!scopes)
            return commandWords(scopes.error());
        if (!*scopes)
            return commandWords({ErrorCode::Invalid, "token.no_scope", "scope", {}});
        if (command.has("legal-entity") && !LegalEntityId::parse(command.option("legal-entity").toUtf8()))
            return u"--legal-entity is no UUID"_s;
        bool number = true;
        if (command.has("expires-in") && (command.option("expires-in").toLongLong(&number) < 1 || !number))
            return u"--expires-in has to be a number of seconds, at least 1"_s;
    } else if (command.name == "token revoke") {
        if (!TokenId::parse(command.arguments.constFirst().toUtf8()))
            return u"\"%1\" is no token's id; \"anteroomd token list\" shows them (the first column)"_s.arg(
                command.arguments.constFirst());
    } else if (command.name == "staff add") {
        if (!roleByName(command.option("role").toUtf8()))
            return u"--role has to be clinician or admin"_s;
    } else if (command.name.startsWith("config ") && !command.arguments.isEmpty()) {
        const QByteArray key = command.arguments.constFirst().toUtf8();
        const SettingKey *known = settingKey(key);
        if (!known)
            return commandWords(checkSetting(key, {}).error());
        // Whether a file can be read is for the process that is to read it.
        if (command.name == "config set" && known->type != SettingKey::Type::File) {
            const QString value = command.arguments.at(1);
            if (const auto good =
                    checkSetting(key, value == "-"_L1 ? QString::fromUtf8(command.input) : value);
                !good)
                return commandWords(good.error());
        }
    } else if (command.name == "serve") {
        for (const auto &[option, key] :
             {std::pair("listen", "ANTEROOM_LISTEN"), std::pair("patient-listen", "ANTEROOM_PATIENT_LISTEN"),
              std::pair("public-url", "ANTEROOM_PUBLIC_URL")}) {
            const QString value = command.option(option);
            if (command.has(option) && (value.isEmpty() || !checkSetting(key, value)))
                return u"--%1 will not do: %2"_s.arg(
                    QLatin1String(option), qstrcmp(option, "public-url") == 0
                                               ? u"give an address such as https://clinic.example"_s
                                               : u"give an address and a port such as 127.0.0.1:8080"_s);
        }
    }
    return {};
}

} // namespace anteroom
