// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/fileservice.h"
#include "app/intake/photointake.h"
#include "app/storage/sealedfile.h"
#include "app/storage/store.h"
#include "server/http/openapi.h"
#include "server/http/router.h"

#include <QThreadPool>
#include <QTimeZone>

#include <atomic>

namespace anteroom {

/// What the routes of files work with. All of it outlives the router; the pool's work is waited for before
/// any part goes.
struct FileRouteParts
{
    Store &store;
    const FileService &service;
    const BlobStore &blobs;
    const PhotoIntake &intake;
    QThreadPool &pool; ///< for what takes longer than a worker's thread may: large bodies, photos
    std::shared_ptr<const OpenApi> openApi;
    std::function<QTimeZone()> timeZone; ///< the clinic's, for photos whose camera knew none; any thread
    qint64 bodyLimit = 48 * 1024 * 1024; ///< bytes of `POST /v1/files`
    const std::atomic<bool> *stopping = nullptr; ///< true: whoever waits for the scanner goes on without it
};

/// Adds `POST /v1/files` (two at a time) and `GET /v1/files/{id}` (RULES.md, Files).
void addFileRoutes(Router &router, const FileRouteParts &parts);

/// The two numbers of `imageSize=200x140`; nothing where the text is none of 1 to 10000 each.
std::optional<QSize> imageSizeFrom(QByteArrayView text);

} // namespace anteroom
