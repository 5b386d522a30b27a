// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/filerequestjson.h"

#include "server/http/jsonmembers.h"
#include "server/http/jsonwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

void numberMember(JsonWriter &json, QByteArrayView name, const std::optional<int> &number)
{
    json.name(name);
    if (number)
        json.value(qint64(*number));
    else
        json.null();
}

void fileMembers(JsonWriter &json, const File &file)
{
    json.name("id").ascii(file.id.text());
    json.name("createdAt").ascii(toIsoMicros(file.createdAt));
    json.name("description").value(file.description);
    timeMember(json, "expiresAt", file.expiresAt);
    numberMember(json, "imageHeight", file.imageHeight);
    numberMember(json, "imageWidth", file.imageWidth);
    json.name("mimeType").value(file.mimeType);
    json.name("originalName").value(file.originalName);
    timeMember(json, "photoCreatedAt", file.photoCreatedAt);
    json.name("size").value(file.size);
}

void user(JsonWriter &json, const UserSummary &user)
{
    json.beginObject();
    json.name("id").ascii(user.id.text());
    json.name("displayName").value(user.displayName);
    json.name("firstName").value(user.firstName);
    json.name("lastName").value(user.lastName);
    json.name("profilePictureUrl").value(user.profilePictureUrl);
    json.endObject();
}

void fileRequest(JsonWriter &json, const FileRequestView &view)
{
    const FileRequest &request = view.request;
    json.beginObject();
    json.name("id").ascii(request.id.text());
    json.name("accountId").value(request.accountId);
    json.name("createdAt").ascii(toIsoMicros(request.createdAt));
    json.name("files").beginArray();
    for (const File &file : view.files) {
        json.beginObject();
        fileMembers(json, file);
        json.endObject();
    }
    json.endArray();
    json.name("patientUser");
    user(json, view.patient);
    json.name("staffUser");
    user(json, view.staff);
    json.name("prompt").value(request.prompt);
    timeMember(json, "expiresAt", request.expiresAt);
    timeMember(json, "shortLinkExpiresAt", request.shortLinkExpiresAt);
    json.name("shortLinkId").ascii(request.shortLinkId);
    json.name("type").value(request.type);
    json.name("filesUpdateWebhookUrl").value(request.filesUpdateWebhookUrl);
    json.endObject();
}

Result<std::optional<std::optional<UtcTime>>> endOf(const QJsonObject &body, const char *name)
{
    const QString text = textOf(body, QLatin1String(name));
    if (text.isNull())
        return std::nullopt;
    const auto time = parseUtcTime(text);
    if (!time)
        return fail(ErrorCode::Invalid, "time.malformed", name);
    return std::optional<std::optional<UtcTime>>(time);
}

bool isTypeCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '_';
}

// "image/jpeg" of "Image/JPEG; q=1"; empty where it is no media type.
QByteArray mediaType(const QString &text)
{
    const QByteArray type = text.section(u';', 0, 0).trimmed().toLower().toUtf8();
    const qsizetype slash = type.indexOf('/');
    if (slash < 1 || slash == type.size() - 1 || type.size() > 127)
        return {};
    const QByteArray both = type.left(slash) + type.mid(slash + 1);
    return std::all_of(both.begin(), both.end(), isTypeCharacter) ? type : QByteArray();
}

Result<UploadedFile> uploadedFileFrom(const QJsonObject &body)
{
    UploadedFile file;
    file.name = textOf(body, "name"_L1);
    if (file.name.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, "text.blank", "files.name");
    file.description = textOf(body, "description"_L1);
    if (!file.description.isNull() && file.description.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, "text.blank", "files.description");
    file.type = mediaType(textOf(body, "type"_L1));
    if (file.type.isEmpty())
        return fail(ErrorCode::Invalid, "file.type", "files.type");
    auto decoded = QByteArray::fromBase64Encoding(textOf(body, "contents"_L1).toLatin1(),
                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return fail(ErrorCode::Invalid, "file.base64", "files.contents");
    file.contents = std::move(decoded.decoded);
    return file;
}

} // namespace

NewFileRequest newFileRequestFrom(const QJsonObject &body)
{
    NewFileRequest input;
    input.prompt = textOf(body, "prompt"_L1);
    input.type = textOf(body, "type"_L1);
    input.staffId = textOf(body, "staffId"_L1);
    input.accountUserId = textOf(body, "accountUserId"_L1);
    input.accountId = textOf(body, "accountId"_L1);
    input.staffName = textOf(body, "staffName"_L1);
    input.patientDateOfBirth = textOf(body, "patientDateOfBirth"_L1);
    input.patientFirstName = textOf(body, "patientFirstName"_L1);
    input.patientLastName = textOf(body, "patientLastName"_L1);
    input.patientMobile = textOf(body, "patientMobile"_L1);
    input.patientExternalId = textOf(body, "patientExternalId"_L1);
    input.recipientMobile = textOf(body, "recipientMobile"_L1);
    input.recipientEmail = textOf(body, "recipientEmail"_L1);
    input.recipientIsProxy = body.value("recipientIsProxy"_L1).toBool(false);
    input.attemptAppDelivery = body.value("attemptAppDelivery"_L1).toBool(true);
    input.filesUpdateWebhookUrl = textOf(body, "filesUpdateWebhookUrl"_L1);
    return input;
}

Result<FileRequestService::Extension> extensionFrom(const QJsonObject &body)
{
    FileRequestService::Extension extension;
    auto expiresAt = endOf(body, "expiresAt");
    if (!expiresAt)
        return fail(expiresAt.error());
    extension.expiresAt = *expiresAt;
    auto linkExpiresAt = endOf(body, "shortLinkExpiresAt");
    if (!linkExpiresAt)
        return fail(linkExpiresAt.error());
    extension.shortLinkExpiresAt = *linkExpiresAt;
    return extension;
}

Result<UploadedFiles> uploadedFilesFrom(const QJsonObject &body)
{
    UploadedFiles uploaded;
    uploaded.about.userId = textOf(body, "userId"_L1).toUtf8();
    const QString fileRequestId = textOf(body, "fileRequestId"_L1);
    if (!fileRequestId.isNull())
        uploaded.about.fileRequestId = fileRequestId.toUtf8();
    const QJsonValue interval = body.value("expiryInterval"_L1);
    if (interval.isDouble())
        uploaded.about.expiryInterval = interval.toInteger();
    const QJsonArray files = body.value("files"_L1).toArray();
    for (const QJsonValue &item : files) {
        auto file = uploadedFileFrom(item.toObject());
        if (!file)
            return fail(file.error());
        uploaded.files.push_back(*std::move(file));
    }
    return uploaded;
}

QByteArray encodedFileRequest(const FileRequestView &view)
{
    JsonWriter json(1024 + 384 * view.files.size());
    fileRequest(json, view);
    return json.take();
}

QByteArray encodedFileRequestPage(const Page<FileRequestView> &page)
{
    JsonWriter json(1024 * (page.items.size() + 1));
    json.beginObject().name("items").beginArray();
    for (const FileRequestView &view : page.items)
        fileRequest(json, view);
    json.endArray().name("nextCursor");
    if (page.nextCursor.isEmpty())
        json.null();
    else
        json.utf8(page.nextCursor);
    json.endObject();
    return json.take();
}

QByteArray encodedFiles(const QVector<File> &files)
{
    JsonWriter json(512 * (files.size() + 1));
    json.beginArray();
    for (const File &file : files) {
        json.beginObject();
        fileMembers(json, file);
        json.name("fileRequestId");
        if (file.fileRequest.isNull())
            json.null();
        else
            json.ascii(file.fileRequest.text());
        json.endObject();
    }
    json.endArray();
    return json.take();
}

} // namespace anteroom
