// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/mailmessage.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 76;        // RFC 2045, without CRLF
constexpr qsizetype longestPlainHeader = 60; // what is longer is folded as encoded words
constexpr qsizetype encodedWordBytes = 42;   // 56 characters of base64 in a word of at most 75

bool isPrintableAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

// A line of its own, whatever somebody wrote: no way to begin another header.
QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
            c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return line.simplified();
}

// RFC 2047: never a character in two words.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray bytes;
    const auto flush = [&] {
        if (!bytes.isEmpty())
            words.append("=?utf-8?B?" + bytes.toBase64() + "?=");
        bytes.clear();
    };
    for (const uint codePoint : text.toUcs4()) {
        const char32_t point = codePoint;
        const QByteArray character = QString::fromUcs4(&point, 1).toUtf8();
        if (bytes.size() + character.size() > encodedWordBytes)
            flush();
        bytes += character;
    }
    flush();
    return words.join("\r\n ");
}

QByteArray headerText(const QString &text)
{
    const QString line = oneLine(text);
    const bool plain = isPrintableAscii(line) && line.size() <= longestPlainHeader && !line.contains("=?"_L1);
    return plain ? line.toLatin1() : encodedWords(line);
}

QByteArray mailbox(const MailAddress &who)
{
    const QString name = oneLine(who.name);
    QByteArray address = '<' + who.address.toLatin1() + '>';
    if (name.isEmpty())
        return address;
    if (!isPrintableAscii(name) || name.size() > longestPlainHeader || name.contains("=?"_L1))
        return encodedWords(name) + "\r\n " + address;
    QByteArray quoted = name.toLatin1();
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + "\" " + address;
}

QByteArray dateText(UtcTime date)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(toUs(date) / 1000, Qt::UTC);
    return QLocale::c().toString(utc, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
}

// One line as quoted-printable (RFC 2045), broken where it is too long. What stands at the beginning of a
// line and means something to a mail server or to a mailbox's file is written as its code.
void appendQuoted(QByteArray &out, QByteArrayView line)
{
    qsizetype begin = out.size();
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool isLast = i + 1 == line.size();
        const bool atBegin = out.size() == begin;
        bool literal = c > ' ' && c <= '~' && c != '=';
        if (c == ' ' || c == '\t')
            literal = !isLast;
        if (atBegin && (c == '.' || line.sliced(i).startsWith("From ")))
            literal = false;
        const qsizetype room = longestLine - (out.size() - begin) - (isLast ? 0 : 1);
        if (room < (literal ? 1 : 3)) {
            out += "=\r\n";
            begin = out.size();
            --i; // again, at the beginning of a line
            continue;
        }
        if (literal)
            out += c;
        else
            out += '=' + QByteArray(1, c).toHex().toUpper();
    }
    out += "\r\n";
}

QByteArray quotedPrintable(QByteArray text)
{
    text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.endsWith('\n'))
        text.chop(1);
    QByteArray out;
    out.reserve(text.size() * 5 / 4 + 64);
    for (const QByteArray &line : text.split('\n'))
        appendQuoted(out, line);
    return out;
}

QByteArray part(const QByteArray &type, const QByteArray &text)
{
    return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quotedPrintable(text);
}

// The METHOD of an iCalendar object, which its type must repeat (RFC 6047, 2.4): "; method=REQUEST"; empty
// where there is none.
QByteArray methodParameter(const QByteArray &calendar)
{
    for (const QByteArray &line : calendar.split('\n')) {
        if (line.left(7).toUpper() != "METHOD:")
            continue;
        const QByteArray method = line.mid(7).trimmed().toUpper();
        const bool isWord = !method.isEmpty() && std::all_of(method.begin(), method.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || c == '-';
        });
        return isWord ? "; method=" + method : QByteArray();
    }
    return {};
}

// A paragraph's text with its web addresses made into links.
QString linked(const QString &text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"']+"_s);
    QString out;
    qsizetype done = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString url = match.captured();
        while (QStringView(u".,;:!?)").contains(url.back())) // the sentence's
            url.chop(1);
        out += text.mid(done, match.capturedStart() - done).toHtmlEscaped();
        out += u"<a href=\"%1\">%1</a>"_s.arg(url.toHtmlEscaped());
        done = match.capturedStart() + url.size();
    }
    return out + text.mid(done).toHtmlEscaped();
}

} // namespace

std::optional<MailAddress> MailAddress::parse(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:(?<name>[^<>@\\r\\n]*)<(?<inside>[^<>@\\s]+@[A-Za-z0-9.-]+)>|(?<bare>[^<>@\\s]+@[A-Za-z0-9.-]+))$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    MailAddress who;
    who.address = match.captured(u"bare"_s) + match.captured(u"inside"_s);
    if (!isPrintableAscii(who.address))
        return std::nullopt;
    who.name = match.captured(u"name"_s).trimmed();
    if (who.name.size() >= 2 && who.name.startsWith(u'"') && who.name.endsWith(u'"')) {
        static const QRegularExpression escaped(u"\\\\(.)"_s);
        who.name = who.name.mid(1, who.name.size() - 2).replace(escaped, u"\\1"_s);
    }
    return who;
}

QString MailMessage::html() const
{
    static const QRegularExpression paragraphs(u"\\n\\s*\\n"_s);
    QString body;
    QString clean = text;
    clean.replace("\r\n"_L1, "\n"_L1);
    for (const QString &paragraph : clean.trimmed().split(paragraphs, Qt::SkipEmptyParts)) {
        QStringList lines;
        for (const QString &line : paragraph.split(u'\n'))
            lines.append(linked(line));
        body += "<p>"_L1 + lines.join("<br>\n"_L1) + "</p>\n"_L1;
    }
    return u"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"_s +
           oneLine(subject).toHtmlEscaped() +
           u"</title>\n</head>\n<body style=\"font-family: sans-serif; font-size: 16px; line-height: 1.5\">\n"_s +
           body + u"</body>\n</html>\n"_s;
}

QByteArray MailMessage::toBytes() const
{
    const QByteArray domain = from.address.section(u'@', -1).toLatin1();
    const QByteArray boundary = "=_" + id; // "=_" cannot come about in quoted-printable
    const QByteArray next = "\r\n--" + boundary + "\r\n";

    QByteArray mail =
        "Date: " + dateText(date) + "\r\nFrom: " + mailbox(from) + "\r\nTo: <" + to.toLatin1() +
        ">\r\nSubject: " + headerText(subject) + "\r\nMessage-ID: <" + id + '@' + domain +
        ">\r\n"
        // No answer by a machine, please (RFC 3834), nor by an Exchange.
        "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative;\r\n boundary=\"" +
        boundary + "\"\r\n";
    mail += next + part("text/plain; charset=utf-8", text.toUtf8());
    mail += next + part("text/html; charset=utf-8", html().toUtf8());
    if (!calendar.isEmpty()) // the richest last (RFC 2046, RFC 6047)
        mail += next + part("text/calendar; charset=utf-8" + methodParameter(calendar), calendar);
    return mail + "\r\n--" + boundary + "--\r\n";
}

} // namespace anteroom
