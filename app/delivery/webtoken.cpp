// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/webtoken.h"

#include <QJsonDocument>

#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int scalar = 32; // bytes of P-256's r and s

template<auto release>
struct Releaser
{
    template<typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Bio = std::unique_ptr<BIO, Releaser<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Releaser<ECDSA_SIG_free>>;

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray encoded(const QJsonObject &object)
{
    return encoded(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// OpenSSL writes DER; a token wants r and s side by side (RFC 7518, 3.4).
QByteArray sideBySide(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const Signature signature(d2i_ECDSA_SIG(nullptr, &bytes, long(der.size())));
    if (!signature)
        return {};
    QByteArray both(2 * scalar, 0);
    auto *out = reinterpret_cast<unsigned char *>(both.data());
    if (BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, scalar) != scalar ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + scalar, scalar) != scalar)
        return {};
    return both;
}

// Nobody is there to type one; without this OpenSSL would ask the terminal.
int noPassword(char *, int, int, void *)
{
    return -1;
}

} // namespace

class WebTokenKey::Private
{
public:
    Key key;
    bool isElliptic = false;
};

WebTokenKey::WebTokenKey(std::unique_ptr<Private> key)
    : d(std::move(key))
{
}

WebTokenKey::WebTokenKey(WebTokenKey &&) noexcept = default;
WebTokenKey &WebTokenKey::operator=(WebTokenKey &&) noexcept = default;
WebTokenKey::~WebTokenKey() = default;

Result<WebTokenKey> WebTokenKey::fromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    auto key = std::make_unique<Private>();
    key->key.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    const int kind = key->key ? EVP_PKEY_get_base_id(key->key.get()) : EVP_PKEY_NONE;
    key->isElliptic = kind == EVP_PKEY_EC && EVP_PKEY_get_bits(key->key.get()) == 8 * scalar;
    if (!key->isElliptic && kind != EVP_PKEY_RSA)
        return fail(ErrorCode::Invalid, "push.bad_key");
    return WebTokenKey(std::move(key));
}

QByteArray WebTokenKey::algorithm() const
{
    return d->isElliptic ? "ES256"_ba : "RS256"_ba;
}

Result<QByteArray> WebTokenKey::sign(QJsonObject header, const QJsonObject &claims) const
{
    header.insert(u"alg"_s, QString::fromLatin1(algorithm()));
    const QByteArray text = encoded(header) + '.' + encoded(claims);
    const Digest digest(EVP_MD_CTX_new());
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.constData());
    size_t length = 0;
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, d->key.get()) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &length, bytes, size_t(text.size())) != 1)
        return fail(ErrorCode::Internal, "push.cannot_sign");
    QByteArray signature(qsizetype(length), 0);
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, bytes,
                       size_t(text.size())) != 1)
        return fail(ErrorCode::Internal, "push.cannot_sign");
    signature.truncate(qsizetype(length));
    if (d->isElliptic)
        signature = sideBySide(signature);
    if (signature.isEmpty())
        return fail(ErrorCode::Internal, "push.cannot_sign");
    return text + '.' + encoded(signature);
}

} // namespace anteroom
