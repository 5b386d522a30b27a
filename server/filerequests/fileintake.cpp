// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/fileintake.h"

#include "app/intake/contenttype.h"

using namespace Qt::StringLiterals;

namespace anteroom {

FileIntake::FileIntake(const BlobStore &blobs, const PhotoIntake &intake, const FileScanner &scanner,
                       QTimeZone zone, const std::atomic<bool> *stopping)
    : m_blobs(blobs)
    , m_intake(intake)
    , m_scanner(scanner)
    , m_zone(std::move(zone))
    , m_stopping(stopping)
{
}

FileIntake::FileIntake(FileIntake &&other) noexcept
    : m_blobs(other.m_blobs)
    , m_intake(other.m_intake)
    , m_scanner(other.m_scanner)
    , m_zone(other.m_zone)
    , m_stopping(other.m_stopping)
    , m_files(std::exchange(other.m_files, {}))
    , m_kept(other.m_kept)
{
}

FileIntake::~FileIntake()
{
    if (!m_kept)
        discard();
}

void FileIntake::discard()
{
    for (const ReadyFile &file : m_files)
        m_blobs.remove(file.id);
    m_files.clear();
}

Result<void> FileIntake::take(const UploadedFile &file, const UploadRoom &room, UtcTime now)
{
    if (!contentMatches(file.contents, file.type))
        return fail(ErrorCode::UnsupportedType, "file.type_mismatch", "files.type");
    // As it came: what stripping takes away might be what is found.
    const auto scanned = m_scanner.scan(
        [&file, given = false]() mutable -> Result<QByteArray> {
            return std::exchange(given, true) ? QByteArray() : file.contents;
        },
        m_stopping);
    if (!scanned)
        return fail(scanned.error());
    ReadyFile ready;
    ready.scan = *scanned;
    ready.id = FileId::generate(now);
    ready.mimeType = QString::fromLatin1(file.type);
    ready.originalName = file.name;
    ready.description = file.description;
    ready.keyName = room.keyName;
    QByteArray content = file.contents;
    QByteArray thumbnail;
    if (looksLikePhoto(file.contents)) {
        auto photo = m_intake.examine(file.contents);
        if (!photo)
            return fail(photo.error());
        ready.mimeType = QString::fromLatin1(photo->mimeType);
        ready.width = photo->size.width();
        ready.height = photo->size.height();
        ready.takenAt = momentOf(photo->taken, m_zone);
        content = photo->stripped;
        thumbnail = photo->thumbnail;
    }
    ready.size = content.size();
    ready.hasThumbnail = !thumbnail.isEmpty();
    m_files.append(ready); // from now on it is removed if anything goes wrong
    if (auto stored = m_blobs.store(ready.id, BlobStore::Part::Content, room.key, content); !stored)
        return stored;
    if (thumbnail.isEmpty())
        return {};
    return m_blobs.store(ready.id, BlobStore::Part::Thumbnail, room.key, thumbnail);
}

} // namespace anteroom
