// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/photouploads.h"

namespace anteroom {

namespace {

#define UPLOAD_COLUMNS "id, content_sha256, content_size, received, is_sent "

PhotoUpload readUpload(const Cursor &row)
{
    return {row.bytes(0), row.bytes(1), row.integer(2), row.integer(3), row.boolean(4)};
}

QByteArrayList idsOf(Cursor rows)
{
    QByteArrayList ids;
    while (rows.next())
        ids.append(rows.bytes(0));
    return ids;
}

QStringList removeParts(WriteTransaction &tx, const QByteArray &id)
{
    QStringList names;
    for (const UploadPart &part : PhotoUploads::parts(tx, id))
        names.append(part.name);
    tx.execute("DELETE FROM patient_upload_parts WHERE upload_id = ?", id);
    return names;
}

} // namespace

Result<PhotoUploads::Begun> PhotoUploads::begin(WriteTransaction &tx, const FileRequestId &request,
                                                const QByteArray &sha256, qint64 size)
{
    if (sha256.size() != 32 || size < 1)
        return fail(ErrorCode::Invalid, "upload.malformed");
    if (size > mostBytes)
        return fail(ErrorCode::TooLarge, "photo.too_large");
    Begun begun;
    std::optional<PhotoUpload> known;
    {
        Cursor row = tx.query("SELECT " UPLOAD_COLUMNS "FROM patient_uploads WHERE file_request_id = ? "
                              "AND content_sha256 = ?",
                              request, Blob{sha256});
        if (row.next())
            known = readUpload(row);
    }
    if (known && known->size == size) {
        begun.upload = *known;
        tx.execute("UPDATE patient_uploads SET touched_at = ? WHERE id = ?", tx.now(), known->id);
        return begun;
    }
    if (known) // one of the two sizes is a lie
        begun.removed += discard(tx, known->id);

    const QByteArrayList unfinished =
        idsOf(tx.query("SELECT id FROM patient_uploads WHERE file_request_id = ? AND is_sent = 0 "
                       "ORDER BY touched_at DESC, id DESC",
                       request));
    for (qsizetype i = mostUnfinished - 1; i < unfinished.size(); ++i)
        begun.removed += discard(tx, unfinished.at(i));

    begun.isNew = true;
    begun.upload = {.id = newUuid(tx.now()), .sha256 = sha256, .size = size};
    tx.execute("INSERT INTO patient_uploads (id, file_request_id, content_sha256, content_size, received, "
               "is_sent, created_at, touched_at) VALUES (?, ?, ?, ?, 0, 0, ?, ?)",
               begun.upload.id, request, Blob{sha256}, size, tx.now(), tx.now());
    return begun;
}

std::optional<PhotoUpload> PhotoUploads::find(Transaction &tx, const FileRequestId &request,
                                              const QByteArray &id)
{
    Cursor row = tx.query("SELECT " UPLOAD_COLUMNS "FROM patient_uploads WHERE id = ? "
                          "AND file_request_id = ?",
                          id, request);
    return row.next() ? std::optional(readUpload(row)) : std::nullopt;
}

Result<PhotoUpload> PhotoUploads::addPart(WriteTransaction &tx, const FileRequestId &request,
                                          const QByteArray &id, const UploadPart &part)
{
    auto upload = find(tx, request, id);
    if (!upload || upload->isSent)
        return fail(ErrorCode::NotFound, "upload.unknown");
    if (part.begin != upload->received || part.length < 1 || part.length > upload->size - upload->received)
        return fail(ErrorCode::Conflict, "upload.elsewhere");
    {
        Cursor row = tx.query("SELECT count(*) FROM patient_upload_parts WHERE upload_id = ?", id);
        if (row.next() && row.integer(0) >= mostParts)
            return fail(ErrorCode::TooLarge, "upload.too_many_parts");
    }
    tx.execute("INSERT INTO patient_upload_parts (upload_id, begins_at, length, name) VALUES (?, ?, ?, ?)",
               id, part.begin, part.length, part.name);
    upload->received += part.length;
    tx.execute("UPDATE patient_uploads SET received = ?, touched_at = ? WHERE id = ?", upload->received,
               tx.now(), id);
    return *upload;
}

QVector<UploadPart> PhotoUploads::parts(Transaction &tx, const QByteArray &id)
{
    QVector<UploadPart> parts;
    Cursor rows = tx.query("SELECT begins_at, length, name FROM patient_upload_parts WHERE upload_id = ? "
                           "ORDER BY begins_at",
                           id);
    while (rows.next())
        parts.append({rows.integer(0), rows.integer(1), rows.text(2)});
    return parts;
}

QStringList PhotoUploads::setSent(WriteTransaction &tx, const QByteArray &id)
{
    tx.execute("UPDATE patient_uploads SET is_sent = 1, touched_at = ? WHERE id = ?", tx.now(), id);
    return removeParts(tx, id);
}

QStringList PhotoUploads::discard(WriteTransaction &tx, const QByteArray &id)
{
    tx.execute("DELETE FROM patient_uploads WHERE id = ?", id);
    return removeParts(tx, id);
}

QStringList PhotoUploads::sweep(WriteTransaction &tx)
{
    QStringList names;
    for (const QByteArray &id :
         idsOf(tx.query("SELECT id FROM patient_uploads WHERE touched_at <= ?", tx.now() - keptFor)))
        names += discard(tx, id);
    return names;
}

QStringList PhotoUploads::allNames(Transaction &tx)
{
    QStringList names;
    Cursor rows = tx.query("SELECT name FROM patient_upload_parts");
    while (rows.next())
        names.append(rows.text(0));
    return names;
}

} // namespace anteroom
