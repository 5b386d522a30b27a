// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"
#include "app/storage/sealedfile.h"
#include "server/http/response.h"

namespace anteroom {

/// A file's content as an answer, unsealed block by block while it is sent. Errors: those of
/// SealedFileReader.
Result<HttpResponse> storedContent(const BlobStore &blobs, const File &file, const SecretKey &key);

/// A picture that was drawn, as an answer.
HttpResponse renderedContent(const QByteArray &mimeType, const QByteArray &bytes);

} // namespace anteroom
