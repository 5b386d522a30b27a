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
    ensureSodium();
    QByteArray text(length, Qt::Uninitialized);
    for (char &c : text)
        c = alphabet[qsizetype(randombytes_uniform(uint32_t(alphabet.size())))];
    return text;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

} // namespace anteroom
