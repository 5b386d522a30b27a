// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/photobatch.h"

#include "app/access/auditlater.h"
#include "app/intake/photointake.h"
#include "app/settings/settings.h"

#include <QTimeZone>

namespace anteroom {

PhotoBatch::PhotoBatch(Parts parts, Actor actor, FileRequestId request)
    : m_parts(parts)
    , m_actor(std::move(actor))
    , m_request(std::move(request))
{
}

PhotoBatch::Outcome PhotoBatch::outcomeOf(const Error &error, const QString &photo)
{
    struct Row
    {
        const char *reason;
        int status;
        const char *phrase;
        bool worthAgain;
    };
    static const Row rows[] = {
        {"photo.not_a_photo", 415, "photo.not_a_photo", false},
        {"photo.unsupported", 415, "photo.unsupported", false},
        {"file.infected", 422, "photo.infected", false},
        {"file.too_large_to_scan", 413, "photo.too_large", false},
        {"photo.truncated", 422, "photo.damaged", true},
        {"photo.damaged", 422, "photo.damaged", false},
        {"photo.too_large", 413, "photo.too_large", false},
        {"photo.too_many_pixels", 413, "photo.too_many_pixels", false},
        {"photo.too_complex", 422, "photo.unsupported", false},
        {"intake.died", 422, "photo.unsupported", false},
        {"intake.timeout", 422, "photo.failed", true},
        {"file.too_many", 413, "body.too_many", false},
        {"file_request.cancelled", 409, "cancelled.words", false},
        {"file_request.expired", 410, "expired.words", false},
    };
    for (const Row &row : rows) {
        if (error.is(row.reason))
            return {row.status, {{photo, row.phrase, row.worthAgain}}};
    }
    return {503, {{QString(), "body.disk", true}}};
}

PhotoBatch::Outcome PhotoBatch::take(const std::vector<std::unique_ptr<IncomingPhoto>> &photos,
                                     const Along &along)
{
    auto room = m_parts.store.writeNow(
        [this](WriteTransaction &tx) { return m_parts.files.beginPhotos(tx, m_actor, m_request); });
    if (!room)
        return outcomeOf(room.error());
    if (qsizetype(photos.size()) > room->photosLeft)
        return outcomeOf({ErrorCode::TooLarge, "file.too_many", nullptr, {}});

    // Ids in the order of the photos, also where two are checked within a millisecond: lists are ordered by
    // them.
    const UtcTime began = m_parts.clock.now();
    int number = 0;
    QVector<ReadyFile> ready;
    Outcome outcome;
    for (const auto &photo : photos) {
        if (m_parts.stopping) {
            outcome = outcomeOf({ErrorCode::Unavailable, "stopping", nullptr, {}});
            break;
        }
        Result<ReadyFile> file =
            takeOne(*photo, FileId::generate(began + std::chrono::milliseconds(number++)), room->key);
        if (file) {
            file->keyName = room->keyName;
            ready.append(*std::move(file));
            continue;
        }
        // The others are looked at too, so that everything that is wrong is said at once.
        const Outcome one = outcomeOf(file.error(), photo->name());
        if (outcome.problems.isEmpty())
            outcome.status = one.status;
        outcome.problems.append(one.problems);
        auditLater(m_parts.store, m_actor,
                   {.action = "patient.photo",
                    .patient = room->patient,
                    .subject = m_request.text(),
                    .outcome = file.error().reason});
        if (one.status == 503)
            break;
    }
    if (outcome.status == 200) {
        const auto added = m_parts.store.writeNow([&](WriteTransaction &tx) {
            auto files = m_parts.files.addPhotos(tx, m_actor, m_request, ready);
            if (files && along)
                along(tx);
            return files;
        });
        if (added)
            return outcome;
        outcome = outcomeOf(added.error());
    }
    removeAll(ready);
    return outcome;
}

Result<ReadyFile> PhotoBatch::takeOne(const IncomingPhoto &photo, const FileId &id, const SecretKey &key)
{
    ReadyFile file;
    file.id = id;
    auto reader = photo.open();
    if (!reader)
        return fail(reader.error());
    // As it came: what stripping takes away might be what is found.
    const auto scanned = m_parts.files.scanner().scan([&] { return (*reader)->read(); }, &m_parts.stopping);
    if (!scanned)
        return fail(scanned.error());
    file.scan = *scanned;
    if (reader = photo.open(); !reader)
        return fail(reader.error());
    const auto writer = m_parts.blobs.create(file.id, BlobStore::Part::Content, key);
    if (!writer)
        return fail(writer.error());
    const Result<ExaminedPhoto> examined = m_parts.intake.examine(
        photo.size(), [&] { return (*reader)->read(); },
        [&](QByteArrayView stripped) { return (*writer)->write(stripped); });
    if (!examined)
        return fail(examined.error());

    Result<void> kept = (*writer)->commit();
    if (kept && !examined->thumbnail.isEmpty())
        kept = m_parts.blobs.store(file.id, BlobStore::Part::Thumbnail, key, examined->thumbnail);
    if (!kept) {
        m_parts.blobs.remove(file.id);
        return fail(kept.error());
    }
    const QTimeZone zone(m_parts.settings.text("ANTEROOM_TIME_ZONE").toLatin1());
    file.mimeType = QString::fromLatin1(examined->mimeType);
    file.size = (*writer)->size();
    file.width = examined->size.width();
    file.height = examined->size.height();
    file.takenAt = momentOf(examined->taken, zone.isValid() ? zone : QTimeZone::utc());
    file.originalName = photo.name();
    file.description = photo.description;
    file.hasThumbnail = !examined->thumbnail.isEmpty();
    return file;
}

void PhotoBatch::removeAll(const QVector<ReadyFile> &files) const
{
    for (const ReadyFile &file : files)
        m_parts.blobs.remove(file.id);
}

} // namespace anteroom
