// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/storage/transaction.h"

#include <QStringList>

namespace anteroom {

/// A photo that comes in pieces and may go on where it stopped.
struct PhotoUpload
{
    QByteArray id;
    QByteArray sha256; ///< of the whole, as the browser says; 32 bytes
    qint64 size = 0;   ///< bytes of the whole
    qint64 received = 0;
    bool isSent = false; ///< it is a file of the request already

    bool isWhole() const { return received == size; }
};

/// One piece, sealed in a file of its own.
struct UploadPart
{
    qint64 begin = 0;
    qint64 length = 0;
    QString name; ///< of the file
};

/// Uploads that are not finished (RULES.md, The patient page): what has come of which photo. What a call here
/// takes out of the table it returns as names of files, which the caller removes after the commit.
/// Synchronous, on the thread of the transaction.
class PhotoUploads
{
public:
    static constexpr qint64 mostBytes = 25 * 1024 * 1024; ///< a photo
    static constexpr int mostUnfinished = 4;              ///< a request; a further one replaces the oldest
    static constexpr int mostParts = 512;                 ///< a photo
    static constexpr std::chrono::hours keptFor{24};      ///< since the last piece

    struct Begun
    {
        PhotoUpload upload;
        bool isNew = false;
        QStringList removed;
    };

    /// The upload of that content for that request, a new one or what there is of it. Errors: Invalid
    /// "upload.malformed"; TooLarge "photo.too_large".
    static Result<Begun> begin(WriteTransaction &tx, const FileRequestId &request, const QByteArray &sha256,
                               qint64 size);
    static std::optional<PhotoUpload> find(Transaction &tx, const FileRequestId &request,
                                           const QByteArray &id);

    /// Adds a piece that lies on the disk. Errors: NotFound "upload.unknown"; Conflict "upload.elsewhere"
    /// where it does not begin where the upload stands, or reaches beyond its end; TooLarge
    /// "upload.too_many_parts".
    static Result<PhotoUpload> addPart(WriteTransaction &tx, const FileRequestId &request,
                                       const QByteArray &id, const UploadPart &part);
    /// In order.
    static QVector<UploadPart> parts(Transaction &tx, const QByteArray &id);

    /// It is a file of the request now: who sends it again hears so.
    static QStringList setSent(WriteTransaction &tx, const QByteArray &id);
    /// It will not do, or never be finished.
    static QStringList discard(WriteTransaction &tx, const QByteArray &id);
    /// Discards what nobody has gone on with for long.
    static QStringList sweep(WriteTransaction &tx);
    /// All files that belong to some upload.
    static QStringList allNames(Transaction &tx);
};

} // namespace anteroom
