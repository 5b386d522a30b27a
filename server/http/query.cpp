// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/query.h"

namespace anteroom {

namespace {

QByteArray decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

} // namespace

QueryParameters::QueryParameters(const QByteArray &encoded)
{
    for (const QByteArray &item : encoded.split('&')) {
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        if (equals < 0)
            m_items.emplace_back(decoded(item), QByteArray(""));
        else
            m_items.emplace_back(decoded(item.left(equals)), decoded(item.mid(equals + 1)));
    }
}

std::optional<QByteArray> QueryParameters::value(QByteArrayView name) const
{
    for (const auto &[key, value] : m_items) {
        if (QByteArrayView(key) == name)
            return value;
    }
    return std::nullopt;
}

QByteArrayList QueryParameters::values(QByteArrayView name) const
{
    QByteArrayList found;
    for (const auto &[key, value] : m_items) {
        if (QByteArrayView(key) == name)
            found.append(value);
    }
    return found;
}

} // namespace anteroom
