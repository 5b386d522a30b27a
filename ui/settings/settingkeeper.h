// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secrets.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace anteroom {

class Clinic;

/// Reads and writes settings for the Settings page, secrets too, without waiting for a keyring. GUI thread.
class SettingKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Change
    {
        QByteArray name; ///< with an account's suffix or without
        QString value;   ///< empty: back to the default, or to what all accounts have; a secret is forgotten
    };

    /// `clinic` outlives it; `actor` says who is signed in.
    SettingKeeper(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);
    /// Waits for the keyring.
    ~SettingKeeper() override;

    const Settings &settings() const;
    /// Asks the keyring which secrets there are; then loaded().
    void load();
    /// As of the last loaded().
    bool isSecretSet(const QByteArray &name) const { return m_secretNames.contains(name); }
    /// Accounts with a value of their own, in order.
    QStringList accounts() const;

    /// Checks all, then keeps all: the secrets first, the others in one transaction. `done` is called in the
    /// thread of `context`. Errors: as checkSetting(), the keyring's, Forbidden "access.admin_only".
    void save(const QVector<Change> &changes, QObject *context,
              std::function<void(const Result<void> &)> done);

Q_SIGNALS:
    void loaded();
    void failed(const Error &error);

private:
    void commit(const QVector<Change> &values, const QByteArrayList &secrets, QObject *context,
                std::function<void(const Result<void> &)> done);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    Secrets m_secrets;
    QList<QByteArray> m_secretNames;
    QThreadPool m_pool; ///< a keyring may make one wait
};

} // namespace anteroom
