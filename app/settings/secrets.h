// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/storage/keyring.h"

namespace anteroom {

/// The settings of type Secret: in the environment or in the keyring, never in the store (RULES.md,
/// Settings). Calls may wait for the desktop's keyring: never on the GUI's thread. Any thread.
class Secrets
{
public:
    Secrets(const Settings &settings, Keyring &keyring);

    /// The secret in force, the account's own where it has one; a null array where it is unset.
    /// Errors: the keyring's.
    Result<QByteArray> read(const char *name, const QString &account = {}) const;
    /// The same by the whole name, also one with an account's suffix.
    Result<QByteArray> readExactly(QByteArrayView name) const;

    /// Keeps a secret; an empty value forgets it. Afterwards the caller writes down that it was done, with
    /// recordChange(). Errors: as checkSetting(); the keyring's.
    Result<void> write(QByteArrayView name, const QByteArray &value);
    /// Tells the change feed and the audit log. Errors: Forbidden "access.admin_only".
    static Result<void> recordChange(WriteTransaction &tx, const Actor &actor, QByteArrayView name);

    /// The names of the secrets that are set, wherever, in order.
    Result<QList<QByteArray>> names() const;

private:
    const Settings &m_settings;
    Keyring &m_keyring;
};

} // namespace anteroom
