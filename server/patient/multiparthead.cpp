// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/multiparthead.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    return at;
}

/// The quoted string that begins at `at` (behind its first quote), up to behind its last one. A backslash
/// escapes a quote or a backslash only: old browsers send Windows paths as they are.
std::optional<QByteArray> takeQuoted(QByteArrayView text, qsizetype &at)
{
    QByteArray value;
    while (at < text.size()) {
        const char c = text[at++];
        if (c == '"')
            return value;
        if (c == '\\' && at < text.size() && (text[at] == '"' || text[at] == '\\'))
            value += text[at++];
        else
            value += c;
    }
    return {};
}

QString decodeUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    return decoder(bytes);
}

/// What browsers write for the three characters that can't stand in a quoted string.
QByteArray undoBrowserEscapes(QByteArray name)
{
    return name.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
}

/// `UTF-8''na%C3%AFve.jpg`
std::optional<QByteArray> extendedValue(const QByteArray &text)
{
    const qsizetype first = text.indexOf('\'');
    const qsizetype second = text.indexOf('\'', first + 1);
    if (first < 0 || second < 0 || text.left(first).compare("utf-8", Qt::CaseInsensitive) != 0)
        return {};
    return QByteArray::fromPercentEncoding(text.mid(second + 1));
}

} // namespace

QString tidyFileName(QString name)
{
    name = name.mid(qMax(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    QString tidy = u""_s;
    for (const QChar c : std::as_const(name)) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            tidy += c;
    }
    if (tidy = tidy.trimmed(); tidy.size() > 200)
        tidy.truncate(tidy.at(199).isHighSurrogate() ? 199 : 200);
    return tidy.isNull() ? u""_s : tidy;
}

std::optional<QByteArray> ParameterisedValue::parameter(QByteArrayView name) const
{
    for (const auto &[key, text] : parameters) {
        if (key == name)
            return text;
    }
    return {};
}

std::optional<ParameterisedValue> parseParameterised(QByteArrayView text)
{
    ParameterisedValue result;
    text = text.trimmed();
    qsizetype at = text.indexOf(';');
    if (at < 0)
        at = text.size();
    result.value = text.first(at).trimmed().toByteArray().toLower();
    while (at < text.size()) {
        at = skipSpace(text, at + 1); // behind the semicolon
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0)
            return {};
        const QByteArray name = text.sliced(at, equals - at).toByteArray().toLower();
        if (!isToken(name) || result.parameter(name))
            return {};
        at = equals + 1;
        QByteArray value;
        if (at < text.size() && text[at] == '"') {
            ++at;
            const std::optional<QByteArray> quoted = takeQuoted(text, at);
            if (!quoted)
                return {};
            value = *quoted;
        } else {
            const qsizetype begin = at;
            while (at < text.size() && isTokenCharacter(text[at]))
                ++at;
            value = text.sliced(begin, at - begin).toByteArray();
            if (value.isEmpty())
                return {};
        }
        result.parameters.emplace_back(name, value);
        at = skipSpace(text, at);
        if (at < text.size() && text[at] != ';')
            return {};
    }
    return result;
}

std::optional<MultipartPart> parsePartHead(QByteArrayView head)
{
    std::optional<ParameterisedValue> disposition;
    for (const QByteArray &line : head.toByteArray().replace("\r\n", "\n").split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(QByteArrayView(line).first(colon)))
            return {};
        for (const char c : line) {
            if ((c >= 0 && c < ' ' && c != '\t') || c == 127)
                return {};
        }
        const QByteArray name = line.left(colon).toLower();
        const QByteArrayView value = QByteArrayView(line).sliced(colon + 1).trimmed();
        if (name == "content-disposition") {
            if (disposition)
                return {};
            disposition = parseParameterised(value);
            if (!disposition || disposition->value != "form-data")
                return {};
        } else if (name == "content-transfer-encoding") {
            const QByteArray encoding = value.toByteArray().toLower();
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
                return {};
        }
    }
    if (!disposition)
        return {};
    const std::optional<QByteArray> name = disposition->parameter("name");
    if (!name || name->isEmpty())
        return {};
    MultipartPart part;
    part.name = *name;
    if (const auto extended = disposition->parameter("filename*")) {
        const std::optional<QByteArray> decoded = extendedValue(*extended);
        if (!decoded)
            return {};
        part.isFile = true;
        part.fileName = tidyFileName(decodeUtf8(*decoded));
    } else if (const auto plain = disposition->parameter("filename")) {
        part.isFile = true;
        part.fileName = tidyFileName(decodeUtf8(undoBrowserEscapes(*plain)));
    }
    return part;
}

std::optional<QByteArray> MultipartReader::boundaryOf(const QByteArray &contentType)
{
    const std::optional<ParameterisedValue> type = parseParameterised(contentType);
    if (!type || type->value != "multipart/form-data")
        return {};
    const std::optional<QByteArray> boundary = type->parameter("boundary");
    if (!boundary || boundary->isEmpty() || boundary->size() > 70 || boundary->endsWith(' '))
        return {};
    for (const char c : *boundary) {
        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
              QByteArrayView("'()+_,-./:=? ").contains(c)))
            return {};
    }
    return boundary;
}

} // namespace anteroom
