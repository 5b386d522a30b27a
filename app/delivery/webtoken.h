// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonObject>

#include <memory>

namespace anteroom {

/// A private key that signs JSON Web Tokens (RFC 7515) by OpenSSL: RS256 with an RSA key, ES256 with one on
/// P-256. Any thread, one at a time.
class WebTokenKey
{
public:
    /// Reads a key in PEM (PKCS#8, or the older forms). Errors: Invalid "push.bad_key" where it is none of
    /// the two kinds.
    static Result<WebTokenKey> fromPem(const QByteArray &pem);
    WebTokenKey(WebTokenKey &&) noexcept;
    WebTokenKey &operator=(WebTokenKey &&) noexcept;
    ~WebTokenKey();

    /// `RS256` or `ES256`.
    QByteArray algorithm() const;
    /// A signed token; `header` gets `alg`. Errors: Internal "push.cannot_sign".
    Result<QByteArray> sign(QJsonObject header, const QJsonObject &claims) const;

private:
    class Private;
    explicit WebTokenKey(std::unique_ptr<Private> key);
    std::unique_ptr<Private> d;
};

} // namespace anteroom
