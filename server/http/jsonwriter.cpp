// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonwriter.h"

#include <cmath>

namespace anteroom {

void JsonWriter::separate()
{
    if (m_comma)
        m_out.append(',');
    m_comma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_out.append('{');
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_out.append('}');
    m_comma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_out.append('[');
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_out.append(']');
    m_comma = true;
    return *this;
}

JsonWriter &JsonWriter::name(QByteArrayView name)
{
    ascii(name);
    m_out.append(':');
    m_comma = false;
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    if (text.isNull())
        return null();
    separate();
    quote(text.toUtf8());
    return *this;
}

JsonWriter &JsonWriter::ascii(QByteArrayView text)
{
    if (text.isNull())
        return null();
    separate();
    m_out.append('"');
    m_out.append(text);
    m_out.append('"');
    return *this;
}

JsonWriter &JsonWriter::utf8(QByteArrayView text)
{
    if (text.isNull())
        return null();
    separate();
    quote(text);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    m_out.append(QByteArray::number(number));
    return *this;
}

JsonWriter &JsonWriter::value(double number)
{
    if (!std::isfinite(number))
        return null();
    separate();
    m_out.append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
    return *this;
}

JsonWriter &JsonWriter::value(bool flag)
{
    separate();
    m_out.append(flag ? "true" : "false");
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    m_out.append("null");
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    m_out.append(json);
    return *this;
}

void JsonWriter::quote(QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_out.append('"');
    qsizetype from = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        m_out.append(utf8.sliced(from, i - from));
        from = i + 1;
        switch (byte) {
        case '"':
            m_out.append("\\\"");
            break;
        case '\\':
            m_out.append("\\\\");
            break;
        case '\n':
            m_out.append("\\n");
            break;
        case '\r':
            m_out.append("\\r");
            break;
        case '\t':
            m_out.append("\\t");
            break;
        default:
            m_out.append("\\u00");
            m_out.append(hex[byte >> 4]);
            m_out.append(hex[byte & 15]);
        }
    }
    m_out.append(utf8.sliced(from));
    m_out.append('"');
}

} // namespace anteroom
