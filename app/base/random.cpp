// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/random.h"

#include <sodium.h>

namespace anteroom {

namespace {

// libsodium asks to be initialised before its first use; the static makes that happen once, on any thread.
void ensureSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium could not be initialised");
}

} // namespace

QByteArray randomBytes(qsizetype count)
{
    ensureSodium();
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QByteArray randomText(qsizetype length, QByteArrayView alphabet)
{
    // One draw from the system for many characters. Bytes at and above the last whole multiple of the
    // alphabet are thrown away: they would favour its beginning.
    const int size = int(alphabet.size());
    const int limit = 256 - 256 % size;
    QByteArray text;
    text.reserve(length);
    while (text.size() < length) {
        const QByteArray drawn = randomBytes(2 * (length - text.size()));
        for (const char c : drawn) {
            const int byte = uchar(c);
            if (byte < limit && text.size() < length)
                text.append(alphabet[byte % size]);
        }
    }
    return text;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace anteroom
