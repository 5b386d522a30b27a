// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smstemplate.h"

#include "app/delivery/smsparts.h"

#include <optional>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> valueOf(QStringView name, const SmsValues &values)
{
    const auto isUcs2 = [&] { return SmsParts::of(values.text).alphabet == SmsParts::Alphabet::Ucs2; };
    if (name == "to"_L1)
        return values.to.toUtf8();
    if (name == "to_digits"_L1)
        return QString(values.to).remove(u'+').toUtf8();
    if (name == "text"_L1)
        return values.text.toUtf8();
    if (name == "id"_L1)
        return values.id;
    if (name == "dlr_url"_L1)
        return values.reportUrl;
    if (name == "secret"_L1)
        return values.secret;
    if (name == "coding"_L1)
        return isUcs2() ? "2"_ba : "0"_ba;
    if (name == "type"_L1)
        return isUcs2() ? "unicode"_ba : "text"_ba;
    return std::nullopt;
}

// The inside of a JSON string (RFC 8259, 7).
QByteArray inJson(const QByteArray &utf8)
{
    QByteArray escaped;
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            escaped += '\\';
        if (c == '\n')
            escaped += "\\n";
        else if (quint8(c) < 0x20)
            escaped += "\\u00" + QByteArray(1, c).toHex();
        else
            escaped += c;
    }
    return escaped;
}

// Text or an attribute of XML 1.0, which has no place for most control characters.
QByteArray inXml(const QByteArray &utf8)
{
    QByteArray escaped;
    for (const char c : utf8) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        case '\n':
        case '\r':
        case '\t':
            escaped += "&#" + QByteArray::number(int(c)) + ';';
            break;
        default:
            if (quint8(c) >= 0x20)
                escaped += c;
        }
    }
    return escaped;
}

// A line break would begin another header, of the sender's choice.
QByteArray onOneLine(QByteArray text)
{
    for (char &c : text) {
        if (quint8(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    return text;
}

QByteArray escaped(const QByteArray &value, SmsPlace place)
{
    switch (place) {
    case SmsPlace::Url:
    case SmsPlace::Form:
        return value.toPercentEncoding();
    case SmsPlace::Header:
        return onOneLine(value);
    case SmsPlace::Json:
        return inJson(value);
    case SmsPlace::Xml:
        return inXml(value);
    case SmsPlace::Plain:
        break;
    }
    return value;
}

// What stands between placeholders.
QByteArray literal(QStringView text, SmsPlace place)
{
    const QByteArray utf8 = text.toUtf8();
    if (place != SmsPlace::Url)
        return utf8;
    QByteArray ascii;
    for (const char c : utf8) {
        if (quint8(c) > 0x20 && quint8(c) < 0x7f)
            ascii += c;
        else
            ascii += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return ascii;
}

} // namespace

QByteArray expandSmsTemplate(const QString &pattern, SmsPlace place, const SmsValues &values)
{
    QByteArray result;
    qsizetype from = 0;
    for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', open + 1)) {
        const qsizetype close = pattern.indexOf(u'}', open);
        if (close < 0)
            break;
        const auto value = valueOf(QStringView(pattern).mid(open + 1, close - open - 1), values);
        if (!value)
            continue;
        result += literal(QStringView(pattern).mid(from, open - from), place);
        result += escaped(*value, place);
        from = close + 1;
        open = close;
    }
    return result + literal(QStringView(pattern).mid(from), place);
}

QByteArrayList expandSmsHeaders(const QString &lines, const SmsValues &values)
{
    QByteArrayList headers;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts)) {
        const QString header = line.trimmed();
        if (!header.isEmpty())
            headers.append(onOneLine(expandSmsTemplate(header, SmsPlace::Header, values)));
    }
    return headers;
}

SmsPlace smsBodyPlace(QByteArrayList &headers, const QString &bodyPattern)
{
    for (const QByteArray &header : std::as_const(headers)) {
        const qsizetype colon = header.indexOf(':');
        if (header.left(colon).trimmed().toLower() != "content-type")
            continue;
        const QByteArray type = header.mid(colon + 1).split(';').first().trimmed().toLower();
        if (type == "application/json" || type.endsWith("+json"))
            return SmsPlace::Json;
        if (type == "application/x-www-form-urlencoded")
            return SmsPlace::Form;
        if (type == "application/xml" || type == "text/xml" || type.endsWith("+xml"))
            return SmsPlace::Xml;
        return SmsPlace::Plain;
    }
    const QString body = bodyPattern.simplified();
    if (body.startsWith(u'[') || body.startsWith("{\""_L1) || body.startsWith("{ \""_L1)) {
        headers.append("Content-Type: application/json");
        return SmsPlace::Json;
    }
    if (body.startsWith(u'<')) {
        headers.append("Content-Type: application/xml; charset=utf-8");
        return SmsPlace::Xml;
    }
    headers.append("Content-Type: application/x-www-form-urlencoded");
    return SmsPlace::Form;
}

} // namespace anteroom
