// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/fileservice.h"
#include "app/intake/photointake.h"
#include "app/storage/sealedfile.h"
#include "server/filerequests/filerequestjson.h"

#include <QTimeZone>

namespace anteroom {

/// Takes uploaded files in before their rows are written: holds them against their type, has them scanned,
/// photos examined and stripped, seals them to disk, and removes them again unless told to keep them. One
/// thread at a time, which may block.
class FileIntake
{
public:
    FileIntake(const BlobStore &blobs, const PhotoIntake &intake, const FileScanner &scanner, QTimeZone zone,
               const std::atomic<bool> *stopping = nullptr);
    FileIntake(FileIntake &&other) noexcept;
    FileIntake &operator=(FileIntake &&) = delete;
    ~FileIntake();

    /// Errors: UnsupportedType "file.type_mismatch"; those of FileScanner, PhotoIntake and BlobStore.
    Result<void> take(const UploadedFile &file, const UploadRoom &room, UtcTime now);

    const QVector<ReadyFile> &files() const { return m_files; }

    /// Removes what was taken; otherwise the destructor does.
    void discard();

    /// Their rows are durable.
    void keep() { m_kept = true; }

private:
    const BlobStore &m_blobs;
    const PhotoIntake &m_intake;
    const FileScanner &m_scanner;
    QTimeZone m_zone;
    const std::atomic<bool> *m_stopping;
    QVector<ReadyFile> m_files;
    bool m_kept = false;
};

} // namespace anteroom
