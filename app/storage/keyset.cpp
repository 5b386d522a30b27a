// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/keyset.h"

#include <algorithm>

namespace anteroom {

namespace {

constexpr char separator = '\x1f';
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray packCursor(std::initializer_list<QByteArrayView> key)
{
    QByteArray joined;
    for (const QByteArrayView part : key) {
        if (!joined.isNull())
            joined += separator;
        joined += part.isEmpty() ? QByteArray("") : part.toByteArray();
    }
    return joined.toBase64(encoding);
}

Result<QVector<QByteArray>> unpackCursor(const QByteArray &cursor, int parts)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(cursor, encoding | QByteArray::AbortOnBase64DecodingErrors);
    const auto key = decoded ? decoded.decoded.split(separator) : QList<QByteArray>();
    if (key.size() != parts)
        return fail(ErrorCode::Invalid, "page.cursor", "cursor");
    return key;
}

int clampedLimit(const PageRequest &page, int most)
{
    return std::clamp(page.limit, 1, most);
}

} // namespace anteroom
