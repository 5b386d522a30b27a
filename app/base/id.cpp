// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/id.h"

#include "app/base/random.h"

namespace anteroom {

QByteArray newUuid(UtcTime now)
{
    static constexpr char hex[] = "0123456789abcdef";
    QByteArray bytes = randomBytes(16);
    const quint64 ms = quint64(toUs(now) / 1000);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char(ms >> (8 * (5 - i)));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);

    QByteArray text(36, '-');
    int at = 0;
    for (int i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++at;
        text[at++] = hex[quint8(bytes[i]) >> 4];
        text[at++] = hex[quint8(bytes[i]) & 15];
    }
    return text;
}

std::optional<QByteArray> canonicalUuid(QByteArrayView text)
{
    if (text.size() != 36)
        return std::nullopt;
    QByteArray canonical(36, Qt::Uninitialized);
    for (qsizetype i = 0; i < 36; ++i) {
        char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (c >= 'A' && c <= 'F')
            c = char(c - 'A' + 'a');
        const bool hexDigit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hexDigit)
            return std::nullopt;
        canonical[i] = c;
    }
    return canonical;
}

} // namespace anteroom
