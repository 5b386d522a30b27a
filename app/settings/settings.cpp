// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/access/audit.h"

#include <QProcessEnvironment>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

Settings::Settings(QHash<QByteArray, QString> environment)
    : m_environment(std::move(environment))
{
    publish({});
}

Settings::~Settings() = default;

void Settings::load(Transaction &tx)
{
    QHash<QByteArray, QString> stored;
    Cursor row = tx.query("SELECT key, value FROM settings");
    while (row.next())
        stored.insert(row.bytes(0), row.text(1));
    if (!tx.failed())
        publish(stored);
}

void Settings::publish(const QHash<QByteArray, QString> &stored)
{
    const std::lock_guard lock(m_mutex);
    if (!m_all.empty() && stored == m_stored)
        return;
    auto values = std::make_unique<Values>();
    values->general.reserve(settingKeys().size());
    for (const SettingKey &key : settingKeys()) {
        const QByteArray name = QByteArray::fromRawData(key.name, qsizetype(qstrlen(key.name)));
        Value value;
        if (const auto it = m_environment.find(name); it != m_environment.end())
            value.text = *it;
        else if (const auto kept = stored.find(name); kept != stored.end())
            value.text = *kept;
        else if (key.defaultValue)
            value.text = QString::fromUtf8(key.defaultValue);
        value.integer = value.text.toLongLong();
        value.flag = value.text == "true"_L1;
        values->general.push_back(std::move(value));
    }
    for (const auto &source : {stored, m_environment}) { // the later one wins
        for (auto it = source.begin(); it != source.end(); ++it) {
            if (it.key().contains("__") && settingKey(it.key()))
                values->ofAccounts.insert(it.key(), it.value());
        }
    }
    m_stored = stored;
    m_current.store(values.get(), std::memory_order_release);
    m_all.push_back(std::move(values));
}

namespace {

size_t positionOf(const char *name)
{
    const SettingKey *key = settingKey(name);
    Q_ASSERT_X(key, "Settings", name);
    return key ? size_t(key - settingKeys().data()) : settingKeys().size();
}

} // namespace

QString Settings::text(const char *name) const
{
    const size_t position = positionOf(name);
    return position < settingKeys().size() ? values().general[position].text : QString();
}

QString Settings::text(const char *name, const QString &account) const
{
    const Values &all = values();
    if (!account.isEmpty() && !all.ofAccounts.isEmpty()) {
        const QString own = all.ofAccounts.value(QByteArray(name) + "__" + account.toUtf8());
        if (!own.isEmpty())
            return own;
    }
    return text(name);
}

qint64 Settings::integer(const char *name) const
{
    const size_t position = positionOf(name);
    return position < settingKeys().size() ? values().general[position].integer : 0;
}

bool Settings::flag(const char *name) const
{
    const size_t position = positionOf(name);
    return position < settingKeys().size() && values().general[position].flag;
}

bool Settings::isFromEnvironment(QByteArrayView name) const
{
    return m_environment.contains(name.toByteArray());
}

QString Settings::valueOf(QByteArrayView name) const
{
    const SettingKey *key = settingKey(name);
    if (!key)
        return {};
    return name == QByteArrayView(key->name) ? text(key->name)
                                             : values().ofAccounts.value(name.toByteArray());
}

QList<QByteArray> Settings::accountKeys() const
{
    QList<QByteArray> names = values().ofAccounts.keys();
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> Settings::write(WriteTransaction &tx, QByteArrayView name, const QString &value)
{
    if (const auto good = checkSetting(name, value); !good)
        return good;
    const QByteArray key = name.toByteArray();
    if (settingKey(name)->type == SettingKey::Type::Secret)
        return fail(ErrorCode::Invalid, "setting.secret", nullptr, {{u"key"_s, QString::fromUtf8(key)}});
    if (value.isEmpty())
        tx.execute("DELETE FROM settings WHERE key = ?", key);
    else
        tx.execute("INSERT INTO settings (key, value, changed_at) VALUES (?, ?, ?) "
                   "ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
                   key, value, tx.now());
    tx.changed(Topic::Settings, key);
    return {};
}

Result<void> Settings::write(WriteTransaction &tx, const Actor &actor, QByteArrayView name,
                             const QString &value)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    if (const auto written = write(tx, name, value); !written)
        return written;
    recordAudit(tx, actor, {.action = "setting.change", .subject = name.toByteArray()});
    return {};
}

QHash<QByteArray, QString> Settings::processEnvironment()
{
    QHash<QByteArray, QString> ours;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : environment.keys()) {
        const QByteArray name = variable.toUtf8();
        const QString value = environment.value(variable);
        if (!value.isEmpty() && settingKey(name)) // set to nothing is as good as not set
            ours.insert(name, value);
    }
    return ours;
}

Result<void> Settings::checkEnvironment(const QHash<QByteArray, QString> &environment)
{
    QList<QByteArray> names = environment.keys();
    std::sort(names.begin(), names.end());
    for (const QByteArray &name : names) {
        if (const auto good = checkSetting(name, environment.value(name)); !good)
            return good;
    }
    return {};
}

} // namespace anteroom
