// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filerequestevent.h"

namespace anteroom {

namespace {

void appendEscaped(QByteArray &json, char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        break;
    }
    if (uchar(c) < 0x20) {
        json += "\\u00";
        json += hex[uchar(c) >> 4];
        json += hex[uchar(c) & 15];
    } else {
        json += c;
    }
}

void appendJsonString(QByteArray &json, const QString &text)
{
    if (text.isNull()) {
        json += "null";
        return;
    }
    json += '"';
    for (const char c : text.toUtf8())
        appendEscaped(json, c);
    json += '"';
}

void appendAscii(QByteArray &json, QByteArrayView text)
{
    json += '"';
    json += text;
    json += '"';
}

void appendTime(QByteArray &json, const std::optional<UtcTime> &time)
{
    if (time)
        appendAscii(json, toIsoMicros(*time));
    else
        json += "null";
}

void appendNumber(QByteArray &json, const std::optional<int> &number)
{
    json += number ? QByteArray::number(*number) : QByteArray("null");
}

void appendFileMembers(QByteArray &json, const File &file)
{
    json += R"("id":)";
    appendAscii(json, file.id.text());
    json += R"(,"createdAt":)";
    appendTime(json, file.createdAt);
    json += R"(,"description":)";
    appendJsonString(json, file.description);
    json += R"(,"expiresAt":)";
    appendTime(json, file.expiresAt);
    json += R"(,"imageHeight":)";
    appendNumber(json, file.imageHeight);
    json += R"(,"imageWidth":)";
    appendNumber(json, file.imageWidth);
    json += R"(,"mimeType":)";
    appendJsonString(json, file.mimeType);
    json += R"(,"originalName":)";
    appendJsonString(json, file.originalName);
    json += R"(,"photoCreatedAt":)";
    appendTime(json, file.photoCreatedAt);
    json += R"(,"size":)";
    json += QByteArray::number(file.size);
}

void appendUser(QByteArray &json, const UserSummary &user)
{
    json += R"({"id":)";
    appendAscii(json, user.id.text());
    json += R"(,"displayName":)";
    appendJsonString(json, user.displayName);
    json += R"(,"firstName":)";
    appendJsonString(json, user.firstName);
    json += R"(,"lastName":)";
    appendJsonString(json, user.lastName);
    json += R"(,"profilePictureUrl":)";
    appendJsonString(json, user.profilePictureUrl);
    json += '}';
}

void appendRequest(QByteArray &json, const FileRequestView &view)
{
    const FileRequest &request = view.request;
    json += R"({"id":)";
    appendAscii(json, request.id.text());
    json += R"(,"accountId":)";
    appendJsonString(json, request.accountId);
    json += R"(,"createdAt":)";
    appendTime(json, request.createdAt);
    json += R"(,"files":[)";
    for (qsizetype i = 0; i < view.files.size(); ++i) {
        json += i > 0 ? ",{" : "{";
        appendFileMembers(json, view.files.at(i));
        json += '}';
    }
    json += R"(],"patientUser":)";
    appendUser(json, view.patient);
    json += R"(,"staffUser":)";
    appendUser(json, view.staff);
    json += R"(,"prompt":)";
    appendJsonString(json, request.prompt);
    json += R"(,"expiresAt":)";
    appendTime(json, request.expiresAt);
    json += R"(,"shortLinkExpiresAt":)";
    appendTime(json, request.shortLinkExpiresAt);
    json += R"(,"shortLinkId":)";
    appendAscii(json, request.shortLinkId);
    json += R"(,"type":)";
    appendJsonString(json, request.type);
    json += R"(,"filesUpdateWebhookUrl":)";
    appendJsonString(json, request.filesUpdateWebhookUrl);
    json += '}';
}

} // namespace

QByteArray filesUpdateEvent(const QByteArray &eventId, UtcTime createdAt, const FileRequestView &view,
                            const QVector<File> &added)
{
    QByteArray json(R"({"event":{"id":)");
    appendAscii(json, eventId);
    json += R"(,"createdAt":)";
    appendTime(json, createdAt);
    json += R"(,"type":"file-request.files.update","fileRequest":)";
    appendRequest(json, view);
    json += R"(,"addedFileIds":[)";
    for (qsizetype i = 0; i < added.size(); ++i) {
        if (i > 0)
            json += ',';
        appendAscii(json, added.at(i).id.text());
    }
    return json + R"(],"removedFileIds":[]}})";
}

} // namespace anteroom
