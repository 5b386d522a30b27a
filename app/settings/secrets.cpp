// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/secrets.h"

#include "app/access/audit.h"

#include <algorithm>
#include <mutex>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const QString prefix = u"setting:"_s;

QString entryName(QByteArrayView name)
{
    return prefix + QString::fromUtf8(name);
}

// A keyring's file is read, changed and written again: one change at a time in this process, and the folder's
// lock keeps others out.
std::mutex &changes()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace

Secrets::Secrets(const Settings &settings, Keyring &keyring)
    : m_settings(settings)
    , m_keyring(keyring)
{
}

Result<QByteArray> Secrets::read(const char *name, const QString &account) const
{
    if (!account.isEmpty()) {
        auto own = readExactly(QByteArray(name) + "__" + account.toUtf8());
        if (!own || !own->isEmpty())
            return own;
    }
    return readExactly(name);
}

Result<QByteArray> Secrets::readExactly(QByteArrayView name) const
{
    if (m_settings.isFromEnvironment(name))
        return m_settings.valueOf(name).toUtf8();
    return m_keyring.read(entryName(name));
}

Result<void> Secrets::write(QByteArrayView name, const QByteArray &value)
{
    if (const auto good = checkSetting(name, QString::fromUtf8(value)); !good)
        return good;
    const std::lock_guard lock(changes());
    return m_keyring.write(entryName(name), value.isEmpty() ? QByteArray() : value);
}

Result<void> Secrets::recordChange(WriteTransaction &tx, const Actor &actor, QByteArrayView name)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    tx.changed(Topic::Settings, name.toByteArray());
    recordAudit(tx, actor, {.action = "setting.change", .subject = name.toByteArray()});
    return {};
}

Result<QList<QByteArray>> Secrets::names() const
{
    const auto kept = m_keyring.names();
    if (!kept)
        return fail(kept.error());
    QList<QByteArray> all;
    for (const QString &entry : *kept) {
        if (entry.startsWith(prefix))
            all.append(entry.mid(prefix.size()).toUtf8());
    }
    for (const SettingKey &key : settingKeys()) {
        if (key.type == SettingKey::Type::Secret && m_settings.isFromEnvironment(key.name) &&
            !all.contains(key.name))
            all.append(key.name);
    }
    for (const QByteArray &name : m_settings.accountKeys()) {
        if (settingKey(name)->type == SettingKey::Type::Secret && !all.contains(name))
            all.append(name);
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace anteroom
