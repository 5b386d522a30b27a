// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/keyring.h"

#include "app/base/random.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace anteroom {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
const QString masterKeyName = QStringLiteral("master-key");

/// A JSON object of name → base64 in one file that only its owner may read.
class FileKeyring final : public Keyring
{
public:
    explicit FileKeyring(const QString &folder)
        : m_path(folder + QStringLiteral("/keys"))
    {
    }

    Result<QByteArray> read(const QString &name) const override
    {
        return load().map([&](const QJsonObject &all) {
            const auto it = all.find(name);
            return it == all.end() ? QByteArray() : QByteArray::fromBase64(it->toString().toLatin1());
        });
    }

    Result<void> write(const QString &name, const QByteArray &secret) override
    {
        auto all = load();
        if (!all)
            return fail(all.error());
        if (secret.isNull())
            all->remove(name);
        else
            all->insert(name, QString::fromLatin1(secret.toBase64()));
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
            file.write(QJsonDocument(*all).toJson()) < 0 || !file.commit())
            return fail(ErrorCode::Unavailable, "keyring.not_writable", nullptr,
                        {{QStringLiteral("path"), m_path}});
        return {};
    }

    Result<QStringList> names() const override
    {
        return load().map([](const QJsonObject &all) { return all.keys(); });
    }

private:
    Result<QJsonObject> load() const
    {
        QFile file(m_path);
        if (!file.exists())
            return QJsonObject();
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        if (file.permissions() & others)
            return fail(ErrorCode::Unavailable, "keyring.open_to_others", nullptr,
                        {{QStringLiteral("path"), m_path}});
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Unavailable, "keyring.not_readable", nullptr,
                        {{QStringLiteral("path"), m_path}});
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        if (!document.isObject())
            return fail(ErrorCode::Internal, "keyring.damaged", nullptr, {{QStringLiteral("path"), m_path}});
        return document.object();
    }

    const QString m_path;
};

} // namespace

std::unique_ptr<Keyring> Keyring::inFile(const QString &folder)
{
    return std::make_unique<FileKeyring>(folder);
}

Result<SecretKey> masterKey(Keyring &keyring, bool storeIsNew)
{
    const auto kept = keyring.read(masterKeyName);
    if (!kept)
        return fail(kept.error());
    if (kept->size() == SecretKey::length)
        return SecretKey(*kept);
    if (!kept->isEmpty())
        return fail(ErrorCode::Internal, "keyring.damaged");
    // A new key beside old data would make that data unreadable for good, quietly.
    if (!storeIsNew)
        return fail(ErrorCode::Internal, "keyring.key_missing");
    const QByteArray made = randomBytes(SecretKey::length);
    if (const auto written = keyring.write(masterKeyName, made); !written)
        return fail(written.error());
    return SecretKey(made);
}

} // namespace anteroom
