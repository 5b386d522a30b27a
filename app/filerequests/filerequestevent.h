// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"

namespace anteroom {

// The contract's JSON of file requests, which goes out from two places: the API's answers and the event that
// web hooks are sent. Built as bytes, because answers are (ARCHITECTURE.md, HTTP).

/// One file, as in `files[x]`.
QByteArray fileJson(const File &file);
/// The same with the id of its request, as `POST /v1/files` answers.
QByteArray fileWithRequestJson(const File &file);
QByteArray fileRequestJson(const FileRequestView &view);

/// The event `file-request.files.update`.
QByteArray filesUpdateEvent(const QByteArray &eventId, UtcTime createdAt, const FileRequestView &view,
                            const QVector<File> &added);

/// Adds `text` as a JSON string, `null` where it is null.
void appendJsonString(QByteArray &json, const QString &text);

} // namespace anteroom
