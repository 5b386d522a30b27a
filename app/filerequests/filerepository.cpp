// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filerepository.h"

namespace anteroom {

namespace {

#define FILE_COLUMNS                                                                                         \
    "x.id, x.file_request_id, x.created_at, x.expires_at, x.description, x.original_name, x.mime_type, "     \
    "x.size, x.image_width, x.image_height, x.photo_created_at, x.has_thumbnail "

const char *scanStateName(ScanState state)
{
    return state == ScanState::Clean ? "clean" : state == ScanState::Waiting ? "waiting" : "infected";
}

std::optional<int> optionalInt(const Cursor &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(int(row.integer(column)));
}

File readFile(const Cursor &row)
{
    File file;
    file.id = row.id<FileId>(0);
    file.fileRequest = row.id<FileRequestId>(1);
    file.createdAt = row.time(2);
    file.expiresAt = row.optionalTime(3);
    file.description = row.text(4);
    file.originalName = row.text(5);
    file.mimeType = row.text(6);
    file.size = row.integer(7);
    file.imageWidth = optionalInt(row, 8);
    file.imageHeight = optionalInt(row, 9);
    file.photoCreatedAt = row.optionalTime(10);
    file.hasThumbnail = row.boolean(11);
    return file;
}

} // namespace

QVector<File> FileRepository::ofRequest(Transaction &tx, const FileRequestId &request)
{
    QVector<File> files;
    Cursor rows = tx.query("SELECT " FILE_COLUMNS "FROM files x WHERE x.file_request_id = ? "
                           "AND x.removed_at IS NULL AND x.scan_state = 'clean' ORDER BY x.created_at, x.id",
                           request);
    while (rows.next())
        files.append(readFile(rows));
    return files;
}

QVector<File> FileRepository::sentTo(Transaction &tx, const FileRequestId &request)
{
    QVector<File> files;
    Cursor rows = tx.query("SELECT " FILE_COLUMNS "FROM files x WHERE x.file_request_id = ? "
                           "AND x.removed_at IS NULL AND x.scan_state <> 'infected' "
                           "ORDER BY x.created_at, x.id",
                           request);
    while (rows.next())
        files.append(readFile(rows));
    return files;
}

int FileRepository::countOfRequest(Transaction &tx, const FileRequestId &request)
{
    Cursor row = tx.query("SELECT count(*) FROM files WHERE file_request_id = ? AND removed_at IS NULL "
                          "AND scan_state <> 'infected'",
                          request);
    return row.next() ? int(row.integer(0)) : 0;
}

std::optional<FileRepository::Row> FileRepository::byId(Transaction &tx, const FileId &id)
{
    Cursor row = tx.query("SELECT " FILE_COLUMNS
                          ", x.user_id, x.account_ids, f.account_id, coalesce(x.data_key, x.user_id) "
                          "FROM files x "
                          "LEFT JOIN file_requests f ON f.id = x.file_request_id WHERE x.id = ? "
                          "AND x.removed_at IS NULL AND x.scan_state = 'clean'",
                          id);
    if (!row.next())
        return std::nullopt;
    return Row{{readFile(row), row.id<UserId>(12), row.text(14), row.bytes(15)}, row.text(13)};
}

void FileRepository::insert(WriteTransaction &tx, const File &f, const UserId &patient,
                            const QString &accounts, const QByteArray &keyName, ScanState scan)
{
    tx.execute(
        "INSERT INTO files (id, file_request_id, user_id, account_ids, created_at, expires_at, description, "
        "original_name, mime_type, size, image_width, image_height, photo_created_at, has_thumbnail, "
        "data_key, scan_state) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        f.id, f.fileRequest, patient, accounts.isNull() ? QLatin1String("") : accounts, f.createdAt,
        f.expiresAt, f.description, f.originalName, f.mimeType, f.size, f.imageWidth, f.imageHeight,
        f.photoCreatedAt, f.hasThumbnail, keyName, QLatin1String(scanStateName(scan)));
}

QVector<WaitingFile> FileRepository::waitingForScan(Transaction &tx)
{
    QVector<WaitingFile> files;
    Cursor rows = tx.query("SELECT id, coalesce(data_key, user_id) FROM files WHERE scan_state = 'waiting' "
                           "AND removed_at IS NULL AND (scan_after IS NULL OR scan_after <= ?) "
                           "ORDER BY id LIMIT 50",
                           tx.now());
    while (rows.next())
        files.append({rows.id<FileId>(0), rows.bytes(1)});
    return files;
}

std::optional<FileRepository::Waiting> FileRepository::waiting(Transaction &tx, const FileId &id)
{
    Cursor row = tx.query("SELECT " FILE_COLUMNS ", x.user_id FROM files x WHERE x.id = ? "
                          "AND x.removed_at IS NULL AND x.scan_state = 'waiting'",
                          id);
    if (!row.next())
        return std::nullopt;
    return Waiting{readFile(row), row.id<UserId>(12)};
}

void FileRepository::postponeScan(WriteTransaction &tx, const FileId &id, UtcTime until)
{
    tx.execute("UPDATE files SET scan_after = ? WHERE id = ?", until, id);
}

void FileRepository::setScanned(WriteTransaction &tx, const FileId &id, ScanState state,
                                std::optional<UtcTime> removedAt)
{
    tx.execute("UPDATE files SET scan_state = ?, scan_after = NULL, removed_at = ? WHERE id = ?",
               QLatin1String(scanStateName(state)), removedAt, id);
}

} // namespace anteroom
