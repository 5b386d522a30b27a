// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/secrets.h"
#include "server/commands/commandrunner.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const QByteArray source = QByteArrayLiteral("command");

bool isSecret(QByteArrayView key)
{
    return settingKey(key)->type == SettingKey::Type::Secret;
}

QByteArray inOneLine(QString value)
{
    return value.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).toUtf8();
}

} // namespace

int CommandRunner::configGet(const Command &command, CommandOutput &output)
{
    const QByteArray key = command.arguments.constFirst().toUtf8();
    if (!isSecret(key)) {
        output.out(m_clinic.settings().valueOf(key).toUtf8() + '\n');
        return exitcode::done;
    }
    const auto secret = Secrets(m_clinic.settings(), m_clinic.keyring()).readExactly(key);
    if (!secret)
        return explain(secret.error(), command, output);
    output.out(*secret + '\n');
    return exitcode::done;
}

int CommandRunner::configSet(const Command &command, CommandOutput &output)
{
    const QByteArray key = command.arguments.constFirst().toUtf8();
    const QString typed = command.arguments.at(1);
    const QString value = typed == "-"_L1 ? QString::fromUtf8(command.input) : typed;
    const Actor actor = Actor::system(source);

    if (isSecret(key)) {
        if (const auto kept = Secrets(m_clinic.settings(), m_clinic.keyring()).write(key, value.toUtf8());
            !kept)
            return explain(kept.error(), command, output);
    }
    const auto written = m_clinic.store().writeNow([&](WriteTransaction &tx) {
        return isSecret(key) ? Secrets::recordChange(tx, actor, key) : Settings::write(tx, actor, key, value);
    });
    if (!written)
        return explain(written.error(), command, output);
    settle();
    if (m_clinic.settings().isFromEnvironment(key))
        output.complain(command, u"kept, but the environment variable of the same name wins for now"_s);
    return exitcode::done;
}

int CommandRunner::configList(const Command &command, CommandOutput &output)
{
    const Settings &settings = m_clinic.settings();
    const auto secrets = Secrets(settings, m_clinic.keyring()).names();
    if (!secrets)
        return explain(secrets.error(), command, output);
    for (const SettingKey &key : settingKeys()) {
        const bool secret = key.type == SettingKey::Type::Secret;
        const QByteArray hidden = secrets->contains(key.name) ? "***" : "";
        output.out(key.name + QByteArray("=") + (secret ? hidden : inOneLine(settings.valueOf(key.name))) +
                   '\n');
    }
    for (const QByteArray &key : settings.accountKeys()) {
        if (!isSecret(key))
            output.out(key + '=' + inOneLine(settings.valueOf(key)) + '\n');
    }
    for (const QByteArray &key : *secrets) {
        if (key.contains("__"))
            output.out(key + "=***\n");
    }
    return exitcode::done;
}

} // namespace anteroom
