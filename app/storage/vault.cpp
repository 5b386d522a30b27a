// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/vault.h"

#include "app/base/random.h"

#include <cstring>
#include <sodium.h>

namespace anteroom {

namespace {

constexpr auto nonceBytes = qsizetype(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
constexpr auto tagBytes = qsizetype(crypto_aead_xchacha20poly1305_ietf_ABYTES);

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

// nonce ‖ ciphertext ‖ tag; `context` is authenticated with it and stored nowhere.
QByteArray sealWith(const SecretKey &key, QByteArrayView plain, QByteArrayView context)
{
    QByteArray sealed = randomBytes(nonceBytes);
    sealed.resize(nonceBytes + plain.size() + tagBytes);
    unsigned char *at = raw(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(at + nonceBytes, nullptr, raw(plain), quint64(plain.size()),
                                               raw(context), quint64(context.size()), nullptr, at,
                                               key.data());
    return sealed;
}

Result<QByteArray> openWith(const SecretKey &key, QByteArrayView sealed, QByteArrayView context)
{
    if (sealed.size() < nonceBytes + tagBytes)
        return fail(ErrorCode::Internal, "vault.damaged");
    QByteArray plain(sealed.size() - nonceBytes - tagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(sealed) + nonceBytes,
                                                   quint64(sealed.size() - nonceBytes), raw(context),
                                                   quint64(context.size()), raw(sealed), key.data()) != 0)
        return fail(ErrorCode::Internal, "vault.damaged");
    return plain;
}

QByteArray boundTo(const QByteArray &owner, QByteArrayView context)
{
    return owner + '\n' + context.toByteArray();
}

// Fields and files use keys of their own, derived from the owner's, so that no key serves two algorithms.
SecretKey derive(const SecretKey &ownerKey, quint64 use)
{
    unsigned char bytes[SecretKey::length];
    crypto_kdf_derive_from_key(bytes, sizeof bytes, use, "anteroom", ownerKey.data());
    SecretKey key(QByteArrayView(reinterpret_cast<const char *>(bytes), sizeof bytes));
    sodium_memzero(bytes, sizeof bytes);
    return key;
}

constexpr quint64 useFields = 1;
constexpr quint64 useFiles = 2;
constexpr quint64 useTokens = 3;
const QByteArray wrapContext = QByteArrayLiteral("data_keys.wrapped");

} // namespace

const QByteArray Vault::clinic = QByteArrayLiteral("clinic");

SecretKey::SecretKey(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() == length);
    std::memcpy(m_bytes, bytes.data(), size_t(length));
}

SecretKey SecretKey::random()
{
    QByteArray bytes = randomBytes(length);
    SecretKey key(bytes);
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return key;
}

SecretKey::SecretKey(SecretKey &&other) noexcept
{
    std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
    sodium_memzero(other.m_bytes, sizeof other.m_bytes);
}

SecretKey &SecretKey::operator=(SecretKey &&other) noexcept
{
    if (this != &other) {
        std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
        sodium_memzero(other.m_bytes, sizeof other.m_bytes);
    }
    return *this;
}

SecretKey::~SecretKey()
{
    sodium_memzero(m_bytes, sizeof m_bytes);
}

SecretKey SecretKey::clone() const
{
    return SecretKey(QByteArrayView(reinterpret_cast<const char *>(m_bytes), length));
}

Vault::Vault(SecretKey master)
    : m_master(std::move(master))
{
}

Result<SecretKey> Vault::ownerKey(Transaction &tx, const QByteArray &owner) const
{
    Cursor row = tx.query("SELECT wrapped FROM data_keys WHERE owner_id = ?", owner);
    if (!row.next())
        return fail(ErrorCode::Gone, "vault.erased");
    auto bytes = openWith(m_master, row.view(0), boundTo(owner, wrapContext));
    if (!bytes)
        return fail(bytes.error());
    if (bytes->size() != SecretKey::length)
        return fail(ErrorCode::Internal, "vault.damaged");
    SecretKey key(*bytes);
    sodium_memzero(bytes->data(), size_t(bytes->size()));
    return key;
}

Result<SecretKey> Vault::ownerKeyOrNew(WriteTransaction &tx, const QByteArray &owner) const
{
    auto existing = ownerKey(tx, owner);
    if (existing || !existing.error().is("vault.erased"))
        return existing;
    SecretKey key = SecretKey::random();
    const QByteArray wrapped =
        sealWith(m_master, QByteArrayView(reinterpret_cast<const char *>(key.data()), SecretKey::length),
                 boundTo(owner, wrapContext));
    tx.execute("INSERT INTO data_keys (owner_id, wrapped, created_at) VALUES (?, ?, ?)", owner, Blob{wrapped},
               tx.now());
    return key;
}

Result<QByteArray> Vault::seal(WriteTransaction &tx, const QByteArray &owner, QByteArrayView plain,
                               QByteArrayView context) const
{
    const auto key = ownerKeyOrNew(tx, owner);
    if (!key)
        return fail(key.error());
    return sealWith(derive(*key, useFields), plain, boundTo(owner, context));
}

Result<QByteArray> Vault::open(Transaction &tx, const QByteArray &owner, QByteArrayView sealed,
                               QByteArrayView context) const
{
    const auto key = ownerKey(tx, owner);
    if (!key)
        return fail(key.error());
    return openWith(derive(*key, useFields), sealed, boundTo(owner, context));
}

Result<SecretKey> Vault::fileKey(WriteTransaction &tx, const QByteArray &owner) const
{
    const auto key = ownerKeyOrNew(tx, owner);
    if (!key)
        return fail(key.error());
    return derive(*key, useFiles);
}

Result<SecretKey> Vault::existingFileKey(Transaction &tx, const QByteArray &owner) const
{
    const auto key = ownerKey(tx, owner);
    if (!key)
        return fail(key.error());
    return derive(*key, useFiles);
}

QByteArray Vault::hourOf(const QByteArray &owner, UtcTime time)
{
    return owner + '/' + toIsoMillis(time).left(13);
}

QByteArray Vault::token(const QByteArray &use) const
{
    const SecretKey key = derive(m_master, useTokens);
    QByteArray bytes(SecretKey::length, Qt::Uninitialized);
    crypto_generichash(raw(bytes), size_t(bytes.size()), raw(QByteArrayView(use)), quint64(use.size()),
                       key.data(), size_t(SecretKey::length));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void Vault::erase(WriteTransaction &tx, const QByteArray &owner)
{
    eraseOne(tx, owner);
    const QByteArray first = owner + '/';
    const QByteArray beyond = owner + char('/' + 1);
    tx.execute("DELETE FROM data_keys WHERE owner_id > ? AND owner_id < ?", first, beyond);
}

void Vault::eraseOne(WriteTransaction &tx, const QByteArray &name)
{
    tx.execute("DELETE FROM data_keys WHERE owner_id = ?", name);
}

} // namespace anteroom
