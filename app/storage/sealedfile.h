// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/vault.h"

#include <QFile>
#include <QSaveFile>

namespace anteroom {

/// Writes a file that only its key's holder can read: libsodium's secretstream in blocks of 64 KiB, so that
/// neither writing nor reading needs the whole of it in memory. Nothing appears under the final name before
/// commit(). One thread at a time.
class SealedFileWriter
{
public:
    /// `context` is bound into the file: a file put in another's place does not open.
    static Result<std::unique_ptr<SealedFileWriter>> create(const QString &path, const SecretKey &key,
                                                            const QByteArray &context);
    ~SealedFileWriter();

    /// Errors: Unavailable "storage.full" or "storage.io".
    Result<void> write(QByteArrayView plain);
    /// Seals the last block, makes the file durable and gives it its name; the name too is durable where the
    /// BlobStore began it.
    Result<void> commit();
    /// Plain bytes written so far.
    qint64 size() const { return m_size; }

private:
    SealedFileWriter(const QString &path, const QByteArray &context);
    Result<void> writeBlock(bool last);

    friend class BlobStore;
    struct State;
    QSaveFile m_file;
    bool m_nameIsDurable = false;
    QByteArray m_context;
    QByteArray m_pending;
    std::unique_ptr<State> m_state;
    qint64 m_size = 0;
};

/// Reads such a file from its beginning. One thread at a time.
class SealedFileReader
{
public:
    /// Errors: NotFound "file.missing", Internal "file.damaged".
    static Result<std::unique_ptr<SealedFileReader>> open(const QString &path, const SecretKey &key,
                                                          const QByteArray &context);
    ~SealedFileReader();

    /// The next block of plain bytes, at most 64 KiB; empty at the proper end.
    /// Errors: Internal "file.damaged" where it was changed or cut.
    Result<QByteArray> read();
    /// All that is left, at most `limit` bytes. Errors: also TooLarge "file.too_large".
    Result<QByteArray> readAll(qint64 limit);

private:
    SealedFileReader(const QString &path, const QByteArray &context);

    struct State;
    QFile m_file;
    QByteArray m_context;
    std::unique_ptr<State> m_state;
    bool m_atEnd = false;
};

/// Where the clinic's photos and files lie: `files/ab/<id>` below the data folder, sealed. Names are ids:
/// nothing personal stands in them. Any thread.
class BlobStore
{
public:
    enum class Part { Content, Thumbnail };

    /// `folder` is made where it is missing (0700).
    explicit BlobStore(QString folder);

    Result<std::unique_ptr<SealedFileWriter>> create(const FileId &id, Part part, const SecretKey &key) const;
    Result<std::unique_ptr<SealedFileReader>> open(const FileId &id, Part part, const SecretKey &key) const;
    /// A whole part at once. Errors as SealedFileWriter and SealedFileReader.
    Result<void> store(const FileId &id, Part part, const SecretKey &key, QByteArrayView plain) const;
    Result<QByteArray> load(const FileId &id, Part part, const SecretKey &key) const;
    /// Removes both parts; what is missing is no failure.
    void remove(const FileId &id) const;
    /// A path for something under way, emptied at every start.
    QString temporaryPath() const;

    const QString &folder() const { return m_folder; }

private:
    QString path(const FileId &id, Part part) const;
    QString m_folder;
};

} // namespace anteroom
