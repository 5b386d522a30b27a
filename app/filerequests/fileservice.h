// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/filerequests/filescanner.h"
#include "app/storage/transaction.h"
#include "app/storage/vault.h"

namespace anteroom {

class Outbox;
class Settings;

/// A file whose content lies sealed in the BlobStore already, under this id.
struct ReadyFile
{
    FileId id;
    QString mimeType;
    qint64 size = 0;
    std::optional<int> width;
    std::optional<int> height;
    std::optional<UtcTime> takenAt;
    QString originalName;
    QString description; ///< null where there is none
    bool hasThumbnail = false;
    QByteArray keyName;                ///< UploadRoom's, whose key seals it
    ScanState scan = ScanState::Clean; ///< or Waiting
};

/// Whose key seals what is about to come, and how many photos may.
struct UploadRoom
{
    UserId patient;
    SecretKey key;
    int photosLeft = 0;
    QByteArray keyName; ///< for the files' rows: which key it is
};

/// What `POST /v1/files` says besides the files themselves. Ids as they came; null is absent.
struct NewFiles
{
    QByteArray userId;
    QByteArray fileRequestId;
    std::optional<qint64> expiryInterval; ///< seconds
};

/// A file with what is needed to hand its content out.
struct StoredFile
{
    File file;
    UserId patient;
    QString accountId;
    QByteArray keyName; ///< whose key seals it, as the vault knows it
};

/// A file that nobody sees before it has been scanned.
struct WaitingFile
{
    FileId id;
    QByteArray keyName; ///< whose key seals it, as the vault knows it
};

/// The rules of files (RULES.md, Files). Synchronous, on the thread of the transaction. Content is written
/// before its row: where a call here fails, or its commit does, the caller removes the content again.
class FileService
{
public:
    static constexpr int mostPhotos = 20; ///< a file request, from the patient page

    FileService(const Settings &settings, const Vault &vault, const Outbox &outbox);

    /// Before photos are taken in from the patient page. Errors: NotFound "file_request.unknown"; Conflict
    /// "file_request.cancelled"; Gone "file_request.expired"; TooLarge "file.too_many"; the vault's.
    Result<UploadRoom> beginPhotos(WriteTransaction &tx, const Actor &actor, const FileRequestId &id) const;

    /// Takes photos in, marks the request answered and queues the event, for those that need not wait for the
    /// scanner. Errors: as beginPhotos().
    Result<QVector<File>> addPhotos(WriteTransaction &tx, const Actor &actor, const FileRequestId &id,
                                    const QVector<ReadyFile> &files) const;

    /// Before files are taken in from the API. Errors: Forbidden "scope.missing"; NotFound "user.unknown",
    /// "file_request.unknown"; Conflict "file_request.cancelled"; Gone "file_request.expired"; Invalid
    /// "file.expiry_interval" with the field "expiryInterval"; the vault's.
    Result<UploadRoom> beginFiles(WriteTransaction &tx, const Actor &actor, const NewFiles &input) const;

    /// Takes files in from the API. Errors: as beginFiles().
    Result<QVector<File>> addFiles(WriteTransaction &tx, const Actor &actor, const NewFiles &input,
                                   const QVector<ReadyFile> &files) const;

    /// Errors: Forbidden "scope.missing"; NotFound "file.unknown", also for another account's; Gone
    /// "file.expired".
    Result<StoredFile> get(Transaction &tx, const Actor &actor, const FileId &id) const;

    /// Opens the content of what get() found. Errors: Gone "vault.erased".
    Result<SecretKey> keyOf(Transaction &tx, const StoredFile &file) const;

    /// What looks at files before they are kept.
    const FileScanner &scanner() const { return m_scanner; }

    /// Some files that wait for the scanner and may be tried now, oldest first.
    QVector<WaitingFile> waitingForScan(Transaction &tx) const;
    Result<SecretKey> keyOf(Transaction &tx, const WaitingFile &file) const;
    void postponeScan(WriteTransaction &tx, const FileId &id, UtcTime until) const;
    /// A waiting file is clean: it joins its request, which is answered now, and the event goes out. One that
    /// is not waiting any more is left alone.
    Result<void> passScan(WriteTransaction &tx, const Actor &actor, const FileId &id) const;
    /// A waiting file is infected and counts as removed; the caller removes its content once this is durable.
    Result<void> condemn(WriteTransaction &tx, const Actor &actor, const FileId &id) const;

private:
    struct Target;
    Result<FileRequest> requestTakingPhotos(Transaction &tx, const Actor &actor,
                                            const FileRequestId &id) const;
    Result<Target> targetOf(Transaction &tx, const Actor &actor, const NewFiles &input) const;
    Result<QVector<File>> keep(WriteTransaction &tx, const Actor &actor, const Target &target,
                               const QVector<ReadyFile> &files) const;
    Result<UploadRoom> roomFor(WriteTransaction &tx, const UserId &patient, int photosLeft) const;
    static void markAnswered(WriteTransaction &tx, FileRequest &request);
    Result<void> announce(WriteTransaction &tx, const FileRequest &request, const QVector<File> &added) const;

    const Settings &m_settings;
    const Vault &m_vault;
    const Outbox &m_outbox;
    FileScanner m_scanner;
};

} // namespace anteroom
