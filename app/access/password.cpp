// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/password.h"

#include "app/base/random.h"

#include <sodium.h>

namespace anteroom {

namespace {

constexpr qsizetype shortest = 10;
constexpr qsizetype longest = 1000;

// The bytes of a password in one Unicode form, wiped when they go.
class Plain
{
public:
    explicit Plain(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8())
    {
    }
    Plain(const Plain &) = delete;
    Plain &operator=(const Plain &) = delete;
    ~Plain() { sodium_memzero(m_bytes.data(), size_t(m_bytes.size())); }

    const char *data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

} // namespace

Result<void> checkPassword(const QString &password)
{
    if (password.size() < shortest)
        return fail(ErrorCode::Invalid, "staff.password_too_short", "password",
                    {{QStringLiteral("minimum"), qint64(shortest)}});
    if (password.size() > longest)
        return fail(ErrorCode::Invalid, "staff.password_too_long", "password");
    return {};
}

Result<QByteArray> hashPassword(const QString &password)
{
    randomBytes(1); // makes sure that libsodium is ready
    const Plain plain(password);
    char text[crypto_pwhash_STRBYTES] = {};
    if (crypto_pwhash_str(text, plain.data(), plain.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return fail(ErrorCode::Unavailable, "staff.no_memory");
    return QByteArray(text);
}

bool isPassword(const QByteArray &hash, const QString &password)
{
    const Plain plain(password);
    return crypto_pwhash_str_verify(hash.constData(), plain.data(), plain.size()) == 0;
}

} // namespace anteroom
