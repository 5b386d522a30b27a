// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/filerequests/newfilerequest.h"

#include <QJsonObject>

namespace anteroom {

// The only place that knows how the members of file requests and files are called (RULES.md, File requests).

/// The body of a create, whose types were checked already. A member that is absent stays null.
NewFileRequest newFileRequestFrom(const QJsonObject &body);

/// The body of an extension. Errors: Invalid "time.malformed" with the field.
Result<FileRequestService::Extension> extensionFrom(const QJsonObject &body);

/// One file of `POST /v1/files`, its content decoded.
struct UploadedFile
{
    QString name;
    QByteArray type; ///< a media type in lower case, without parameters
    QByteArray contents;
    QString description;
};

/// What `POST /v1/files` says. Errors: Invalid "file.base64", "file.type", "text.blank" with the field.
struct UploadedFiles
{
    NewFiles about;
    std::vector<UploadedFile> files;
};
Result<UploadedFiles> uploadedFilesFrom(const QJsonObject &body);

/// The FileRequest as JSON text.
QByteArray encodedFileRequest(const FileRequestView &view);

/// `{"items": […], "nextCursor": …}`.
QByteArray encodedFileRequestPage(const Page<FileRequestView> &page);

/// The list that `POST /v1/files` answers.
QByteArray encodedFiles(const QVector<File> &files);

} // namespace anteroom
