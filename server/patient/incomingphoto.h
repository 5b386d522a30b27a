// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/sealedfile.h"

#include <memory>

namespace anteroom {

/// A photo as it comes, streamed to disk under a key that is nowhere but here: what is left of it after a
/// crash nobody can read. Its file goes with it. One thread at a time.
class IncomingPhoto
{
public:
    static constexpr qint64 maxBytes = 25 * 1024 * 1024;

    /// Errors: as SealedFileWriter.
    static Result<std::unique_ptr<IncomingPhoto>> create(const BlobStore &blobs, QString name);
    ~IncomingPhoto();
    IncomingPhoto(const IncomingPhoto &) = delete;
    IncomingPhoto &operator=(const IncomingPhoto &) = delete;

    /// Errors: as SealedFileWriter; TooLarge "photo.too_large", after which nothing of it is kept.
    Result<void> write(QByteArrayView bytes);
    Result<void> finish();
    /// What was written, after finish(). Errors: as SealedFileReader.
    Result<std::unique_ptr<SealedFileReader>> open() const;

    qint64 size() const { return m_size; }
    const QString &name() const { return m_name; }

    QString description; ///< null where there is none

private:
    IncomingPhoto(QString path, QString name);

    const QString m_path;
    const QString m_name;
    const SecretKey m_key;
    std::unique_ptr<SealedFileWriter> m_writer;
    qint64 m_size = 0;
};

} // namespace anteroom
