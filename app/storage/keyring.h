// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/vault.h"

#include <QStringList>

#include <memory>

namespace anteroom {

/// Where secrets lie that must not be in the database: the master key, passwords of gateways, signing keys.
/// The console uses the desktop's keyring, the service a file of mode 0600 in the data folder (SECURITY.md).
/// Calls may wait for the desktop: never on the GUI's thread after the start.
class Keyring
{
public:
    Keyring() = default;
    Keyring(const Keyring &) = delete;
    Keyring &operator=(const Keyring &) = delete;
    virtual ~Keyring() = default;

    /// The secret of that name; a null array where there is none.
    /// Errors: Unavailable "keyring.locked", "keyring.missing"; Internal "keyring.damaged".
    virtual Result<QByteArray> read(const QString &name) const = 0;
    /// Keeps it; a null array removes it.
    virtual Result<void> write(const QString &name, const QByteArray &secret) = 0;
    virtual Result<QStringList> names() const = 0;

    /// The file `keys` in `folder`, made with mode 0600 on the first write; refused where others could read
    /// it.
    static std::unique_ptr<Keyring> inFile(const QString &folder);
    /// The desktop's, through QtKeychain, under the data folder's name.
    static std::unique_ptr<Keyring> ofDesktop(const QString &folder);
};

/// The clinic's master key, made at the first start.
/// Errors: as Keyring; Internal "keyring.key_missing" where the store holds sealed data but the key is gone.
Result<SecretKey> masterKey(Keyring &keyring, bool storeIsNew);

} // namespace anteroom
