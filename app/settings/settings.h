// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/transaction.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <mutex>
#include <span>

namespace anteroom {

/// One setting the program knows. Those of the customer's documents keep their names; ours begin ANTEROOM_.
struct SettingKey
{
    enum class Type { Text, Integer, Boolean, Url, Cidrs, Choice, Secret, File, TimeZone };
    enum class Effect { AtOnce, AtRestart };

    const char *name;
    Type type;
    const char *defaultValue; ///< nullptr: unset
    Effect effect = Effect::AtOnce;
    bool perAccount = false;       ///< NAME__ACCOUNT is a key too
    qint64 minimum = 0;            ///< of an Integer
    const char *choices = nullptr; ///< of a Choice, separated by `|`
};

/// All keys there are, in the order the Settings page shows them.
std::span<const SettingKey> settingKeys();
/// The key of that name (with or without an account's suffix); nullptr where there is none.
const SettingKey *settingKey(QByteArrayView name);
/// Whether `value` will do for `key`. Errors: Invalid "setting.unknown", "setting.not_a_number",
/// "setting.too_small", … with the key's name in data.key.
Result<void> checkSetting(QByteArrayView name, const QString &value);

/// The settings as they are now: the environment wins over the store, the store over the default. Any thread.
class Settings
{
public:
    explicit Settings(QHash<QByteArray, QString> environment);

    /// Reads the store's values again; called at the start and whenever the change feed tells of settings.
    void load(Transaction &tx);

    /// The value in force; a null string where it is unset. `name` must be known (Q_ASSERT).
    QString text(const char *name) const;
    /// The account's own value where it has one, else the general one.
    QString text(const char *name, const QString &account) const;
    qint64 integer(const char *name) const;
    bool flag(const char *name) const;
    /// Whether an environment variable rules it, so that it cannot be changed here.
    bool isFromEnvironment(QByteArrayView name) const;

    /// Checks and writes one value; a null one goes back to the default. Secrets do not go here but to the
    /// Keyring.
    static Result<void> write(WriteTransaction &tx, QByteArrayView name, const QString &value);

    /// The variables of this process whose names are keys of ours.
    static QHash<QByteArray, QString> processEnvironment();

private:
    using Values = QHash<QByteArray, QString>;
    std::shared_ptr<const Values> snapshot() const;

    const QHash<QByteArray, QString> m_environment;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Values> m_values;
};

} // namespace anteroom
