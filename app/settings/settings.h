// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/storage/transaction.h"

#include <QHash>

#include <atomic>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace anteroom {

/// One setting the program knows. Those of the customer's documents keep their names; ours begin ANTEROOM_.
struct SettingKey
{
    enum class Type { Text, Integer, Boolean, Url, Cidrs, Choice, Secret, File, TimeZone };
    enum class Effect { AtOnce, AtRestart };
    /// A further rule: nullptr where `value` keeps it, else the error's reason, a literal.
    using Check = const char *(*)(const QString &value);

    const char *name;
    const char *group; ///< the Settings page's section: "clinic", "network", "files", "sms", …
    Type type;
    const char *defaultValue = nullptr; ///< nullptr: unset
    Effect effect = Effect::AtOnce;
    bool perAccount = false; ///< NAME__ACCOUNT is a key too
    qint64 minimum = 0;      ///< of an Integer
    qint64 maximum = std::numeric_limits<qint64>::max();
    const char *choices = nullptr; ///< of a Choice, separated by `|`
    Check check = nullptr;
};

/// All keys there are, in the order the Settings page shows them.
std::span<const SettingKey> settingKeys();
/// The key of that name (with or without an account's suffix); nullptr where there is none.
const SettingKey *settingKey(QByteArrayView name);
/// Whether `value` will do for `key`; a null or empty one always does: it goes back to the default.
/// Errors: Invalid, with the key's name in data.key: "setting.unknown"; "setting.not_a_number",
/// "setting.too_small" (data.minimum), "setting.too_large" (data.maximum), "setting.not_a_boolean",
/// "setting.not_a_choice" (data.choices), "setting.not_a_url", "setting.url_not_secure", "setting.not_a_cidr"
/// (data.entry), "setting.not_a_time_zone", "setting.file_unreadable", "setting.file_not_absolute",
/// "setting.too_long", "setting.control_character", and what the keys' own checks say.
Result<void> checkSetting(QByteArrayView name, const QString &value);

/// The settings as they are now: the environment wins over the store, the store over the default. Reading
/// takes no lock and is meant for hot paths. Any thread.
class Settings
{
public:
    explicit Settings(QHash<QByteArray, QString> environment);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

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
    /// The value in force of any known name, also one with an account's suffix; for lists of settings, not
    /// for hot paths. Of a Secret only what the environment says: the rest is with Secrets.
    QString valueOf(QByteArrayView name) const;
    /// Every key with a suffix that has a value, in order.
    QList<QByteArray> accountKeys() const;

    /// Checks and writes one value; a null or empty one goes back to the default. Secrets do not go here but
    /// to Secrets. Errors: as checkSetting().
    static Result<void> write(WriteTransaction &tx, QByteArrayView name, const QString &value);
    /// The same by somebody: with an audit row. Errors: also Forbidden "access.admin_only".
    static Result<void> write(WriteTransaction &tx, const Actor &actor, QByteArrayView name,
                              const QString &value);

    /// The variables of this process whose names are keys of ours.
    static QHash<QByteArray, QString> processEnvironment();
    /// Whether all of those will do; the first that does not. Errors: as checkSetting().
    static Result<void> checkEnvironment(const QHash<QByteArray, QString> &environment);

private:
    struct Value
    {
        QString text;
        qint64 integer = 0;
        bool flag = false;
    };
    struct Values
    {
        std::vector<Value> general; ///< in the order of settingKeys()
        QHash<QByteArray, QString> ofAccounts;
    };
    void publish(const QHash<QByteArray, QString> &stored);
    const Values &values() const { return *m_current.load(std::memory_order_acquire); }

    const QHash<QByteArray, QString> m_environment;
    mutable std::mutex m_mutex;
    QHash<QByteArray, QString> m_stored;
    // Readers hold bare pointers for an instant, so old values are kept: a change of settings is rare, and
    // small.
    std::vector<std::unique_ptr<const Values>> m_all;
    std::atomic<const Values *> m_current = nullptr;
};

} // namespace anteroom
