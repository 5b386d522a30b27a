// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headers.h"

namespace anteroom {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

} // namespace

void HttpHeaders::append(QByteArrayView name, QByteArrayView value)
{
    const auto nameBegin = m_buffer.size();
    m_buffer.append(name);
    m_buffer.append(": ");
    const auto valueBegin = m_buffer.size();
    m_buffer.append(value);
    m_buffer.append("\r\n");
    addSpan(nameBegin, name.size(), valueBegin, value.size());
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    const auto index = indexOf(name, 0);
    if (index < 0)
        return {};
    const auto found = at(index).value;
    return found.isEmpty() ? QByteArray("") : found.toByteArray();
}

QByteArrayView HttpHeaders::view(QByteArrayView name) const
{
    const auto index = indexOf(name, 0);
    return index < 0 ? QByteArrayView() : at(index).value;
}

QList<QByteArray> HttpHeaders::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (auto i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1))
        found.append(at(i).value.toByteArray());
    return found;
}

qsizetype HttpHeaders::count(QByteArrayView name) const
{
    qsizetype found = 0;
    for (auto i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1))
        ++found;
    return found;
}

HttpHeaders::Field HttpHeaders::at(qsizetype index) const
{
    const auto &span = m_spans.at(index);
    const char *begin = m_buffer.constData();
    return {QByteArrayView(begin + span.nameBegin, span.nameLength),
            QByteArrayView(begin + span.valueBegin, span.valueLength)};
}

void HttpHeaders::setBuffer(QByteArray head)
{
    m_buffer = std::move(head);
    m_spans.clear();
}

void HttpHeaders::addSpan(qsizetype nameBegin, qsizetype nameLength, qsizetype valueBegin,
                          qsizetype valueLength)
{
    m_spans.append(Span{qint32(nameBegin), qint32(nameLength), qint32(valueBegin), qint32(valueLength)});
}

qsizetype HttpHeaders::indexOf(QByteArrayView name, qsizetype from) const
{
    for (auto i = from; i < m_spans.size(); ++i) {
        if (sameName(at(i).name, name))
            return i;
    }
    return -1;
}

} // namespace anteroom
