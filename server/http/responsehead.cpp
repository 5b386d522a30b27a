// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsehead.h"

#include "server/http/headparser.h"

#include <charconv>
#include <cstdio>
#include <ctime>

namespace anteroom {

namespace {

bool sameName(const QByteArray &a, const char *lower)
{
    return a.compare(lower, Qt::CaseInsensitive) == 0;
}

/// These are the transport's.
bool isReserved(const QByteArray &name)
{
    return sameName(name, "content-length") || sameName(name, "transfer-encoding") ||
           sameName(name, "connection") || sameName(name, "date") || sameName(name, "x-request-id");
}

void appendNumber(QByteArray &out, qint64 number)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end - digits);
}

/// The Date field, made once a second and thread.
void appendDate(QByteArray &out)
{
    thread_local std::time_t second = 0;
    thread_local char text[64];
    thread_local int length = 0;
    const auto now = std::time(nullptr);
    if (now != second) {
        static constexpr const char *Days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char *Months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm tm{};
        gmtime_r(&now, &tm);
        length = std::snprintf(text, sizeof text, "Date: %s, %02d %s %04d %02d:%02d:%02d GMT\r\n",
                               Days[tm.tm_wday], tm.tm_mday, Months[tm.tm_mon], tm.tm_year + 1900, tm.tm_hour,
                               tm.tm_min, tm.tm_sec);
        second = now;
    }
    out.append(text, length);
}

void appendField(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name);
    out.append(": ");
    out.append(value);
    out.append("\r\n");
}

} // namespace

bool isSendable(const HttpResponse &response)
{
    if (response.status < 200 || response.status > 599 || !isFieldValue(response.contentType))
        return false;
    for (const auto &[name, value] : response.headers) {
        if (!isToken(name) || !isFieldValue(value))
            return false;
    }
    return true;
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304 || status < 200;
}

void appendResponseHead(QByteArray &out, const HttpResponse &response, const ResponseFrame &frame)
{
    out.append("HTTP/1.1 ");
    appendNumber(out, response.status);
    out.append(' ');
    out.append(reasonPhrase(response.status));
    out.append("\r\n");
    appendDate(out);
    if (!hasNoBody(response.status)) {
        out.append("Content-Length: ");
        appendNumber(out, response.source ? response.source->size() : response.body.size());
        out.append("\r\n");
    }
    if (!response.contentType.isEmpty())
        appendField(out, "Content-Type", response.contentType);
    for (const auto &[name, value] : response.headers) {
        if (!isReserved(name))
            appendField(out, name, value);
    }
    if (!frame.requestId.isEmpty())
        appendField(out, "x-request-id", frame.requestId);
    if (!frame.keepAlive)
        out.append("Connection: close\r\n");
    else if (frame.http10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 423:
        return "Locked";
    case 426:
        return "Upgrade Required";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

} // namespace anteroom
