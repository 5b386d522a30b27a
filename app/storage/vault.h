// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// A 32-byte key that is wiped when it goes. Movable, not copyable.
class SecretKey
{
public:
    static constexpr qsizetype length = 32;

    SecretKey() = default;
    explicit SecretKey(QByteArrayView bytes);
    static SecretKey random();
    SecretKey(SecretKey &&other) noexcept;
    SecretKey &operator=(SecretKey &&other) noexcept;
    ~SecretKey();

    const unsigned char *data() const { return m_bytes; }
    SecretKey clone() const;

private:
    unsigned char m_bytes[length] = {};
};

/// Seals what must not lie open in the store (RULES.md, Encryption): verification codes, push tokens,
/// secrets, kept answers, photos. A data key an owner (a patient), wrapped by the clinic's master key;
/// XChaCha20-Poly1305 by libsodium, bound to the owner and to a context so that no sealed value can be put in
/// another's place. Deleting an owner's key makes everything sealed for them unreadable. Any thread.
class Vault
{
public:
    /// The owner of what belongs to no patient.
    static const QByteArray clinic;

    explicit Vault(SecretKey master);

    /// Seals `plain` with the owner's key, which is made where there is none yet. `context` says what it is,
    /// such as "user_devices.push_token".
    Result<QByteArray> seal(WriteTransaction &tx, const QByteArray &owner, QByteArrayView plain,
                            QByteArrayView context) const;

    /// Opens it again. Errors: Gone "vault.erased" where the owner's key was deleted, Internal
    /// "vault.damaged" where it was changed or sealed for something else.
    Result<QByteArray> open(Transaction &tx, const QByteArray &owner, QByteArrayView sealed,
                            QByteArrayView context) const;

    /// The owner's key for the content of a file; made where there is none yet.
    Result<SecretKey> fileKey(WriteTransaction &tx, const QByteArray &owner) const;
    /// The same where it exists. Errors: Gone "vault.erased".
    Result<SecretKey> existingFileKey(Transaction &tx, const QByteArray &owner) const;

    /// The name of the key for what comes for `owner` in that hour: an owner like any other, so that what is
    /// old can be made unreadable without what is not.
    static QByteArray hourOf(const QByteArray &owner, UtcTime time);

    /// A token of 256 bits, the same every time, for whatever `use` names: nobody else can make it. Letters,
    /// digits, `-` and `_`.
    QByteArray token(const QByteArray &use) const;

    /// Forgets the owner's key and those of all their hours, for good.
    static void erase(WriteTransaction &tx, const QByteArray &owner);
    /// Forgets that one key, for good.
    static void eraseOne(WriteTransaction &tx, const QByteArray &name);

private:
    Result<SecretKey> ownerKey(Transaction &tx, const QByteArray &owner) const;
    Result<SecretKey> ownerKeyOrNew(WriteTransaction &tx, const QByteArray &owner) const;

    SecretKey m_master;
};

} // namespace anteroom
