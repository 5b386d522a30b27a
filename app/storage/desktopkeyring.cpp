// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/keyring.h"

#include <QCryptographicHash>
#include <QDir>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>

#include <qt6keychain/keychain.h>

namespace anteroom {

namespace {

const QString indexName = QStringLiteral("names");

/// The desktop's keyring (Secret Service) through QtKeychain. The service's name holds the data folder's, so
/// that two clinics on one desktop do not share keys. Keyrings cannot be listed: an entry of our own holds
/// the names.
class DesktopKeyring final : public Keyring
{
public:
    explicit DesktopKeyring(const QString &folder)
        : m_service(QStringLiteral("Anteroom ") + QDir(folder).absolutePath())
    {
    }

    Result<QByteArray> read(const QString &name) const override
    {
        QKeychain::ReadPasswordJob job(m_service);
        job.setKey(name);
        job.setInsecureFallback(false);
        run(job);
        if (job.error() == QKeychain::EntryNotFound)
            return QByteArray();
        if (job.error() != QKeychain::NoError)
            return failure(job);
        return job.binaryData();
    }

    Result<void> write(const QString &name, const QByteArray &secret) override
    {
        if (auto stored = store(name, secret); !stored)
            return stored;
        auto all = names();
        if (!all)
            return fail(all.error());
        all->removeAll(name);
        if (!secret.isNull())
            all->append(name);
        return store(indexName,
                     QJsonDocument(QJsonArray::fromStringList(*all)).toJson(QJsonDocument::Compact));
    }

    Result<QStringList> names() const override
    {
        return read(indexName).map([](const QByteArray &json) {
            QStringList all;
            for (const QJsonValue name : QJsonDocument::fromJson(json).array())
                all.append(name.toString());
            return all;
        });
    }

private:
    static void run(QKeychain::Job &job)
    {
        QEventLoop loop;
        job.setAutoDelete(false);
        QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
        job.start();
        loop.exec();
    }

    static tl::unexpected<Error> failure(const QKeychain::Job &job)
    {
        const bool locked =
            job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser;
        return fail(ErrorCode::Unavailable, locked ? "keyring.locked" : "keyring.missing");
    }

    Result<void> store(const QString &name, const QByteArray &secret)
    {
        if (secret.isNull()) {
            QKeychain::DeletePasswordJob job(m_service);
            job.setKey(name);
            run(job);
            return job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound
                       ? Result<void>()
                       : Result<void>(failure(job));
        }
        QKeychain::WritePasswordJob job(m_service);
        job.setKey(name);
        job.setBinaryData(secret);
        job.setInsecureFallback(false);
        run(job);
        return job.error() == QKeychain::NoError ? Result<void>() : Result<void>(failure(job));
    }

    const QString m_service;
};

} // namespace

std::unique_ptr<Keyring> Keyring::ofDesktop(const QString &folder)
{
    return std::make_unique<DesktopKeyring>(folder);
}

} // namespace anteroom
