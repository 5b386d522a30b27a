// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/utctime.h"

#include <QFile>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace anteroom {

/// Writes a backup: one file that begins with a line of JSON and goes on with named entries, in blocks of 64
/// KiB. With a passphrase the blocks are libsodium's secretstream under a key that Argon2id makes of it;
/// without one they are plain and a BLAKE2b hash ends the file, so that damage is noticed either way. Nothing
/// appears under the final name before commit(). One thread at a time; the first call may take a second.
class BackupWriter
{
public:
    /// A null `passphrase` leaves the file plain.
    /// Errors: Invalid "backup.passphrase_too_short"; Conflict "backup.exists" where another kind of file
    /// lies there; Unavailable "backup.unwritable"; all with data.path.
    static Result<std::unique_ptr<BackupWriter>> create(const QString &path, const QString &passphrase,
                                                        UtcTime now);
    ~BackupWriter();

    /// Errors: Unavailable "backup.unreadable", "backup.unwritable", "storage.full".
    Result<void> addFile(const QByteArray &name, const QString &path);
    Result<void> addBytes(const QByteArray &name, QByteArrayView bytes);
    /// Ends the file and gives it its name.
    Result<void> commit();
    qint64 size() const { return m_size; }

private:
    explicit BackupWriter(const QString &path);
    Result<void> begin(const QString &passphrase, UtcTime now);
    Result<void> beginEntry(const QByteArray &name, qint64 size);
    Result<void> append(QByteArrayView bytes);
    Result<void> writeBlock(bool last);
    Result<void> put(QByteArrayView bytes);

    struct State;
    QSaveFile m_file;
    QByteArray m_head;
    QByteArray m_pending;
    std::unique_ptr<State> m_state;
    qint64 m_size = 0;
};

/// Reads a backup from its beginning. Whoever uses what it says before the end was reached may use damaged
/// data. One thread at a time.
class BackupReader
{
public:
    struct Entry
    {
        QByteArray name;
        qint64 size = 0;
    };

    /// Errors: NotFound "backup.unreadable"; Invalid "backup.not_a_backup", "backup.newer",
    /// "backup.needs_passphrase"; Unauthenticated "backup.wrong_passphrase"; Internal "backup.damaged".
    static Result<std::unique_ptr<BackupReader>> open(const QString &path, const QString &passphrase);
    ~BackupReader();

    bool isEncrypted() const { return m_encrypted; }
    /// The next entry, skipping what is left of the one before; nothing at the proper end of the file.
    /// Errors: Internal "backup.damaged".
    Result<std::optional<Entry>> next();
    /// More of the entry, at most 64 KiB; empty at its end. Errors: Internal "backup.damaged".
    Result<QByteArray> read();

private:
    explicit BackupReader(const QString &path);
    Result<void> begin(const QString &passphrase);
    Result<void> readBlock();
    Result<QByteArray> take(qint64 count);
    tl::unexpected<Error> damaged() const;

    struct State;
    QFile m_file;
    QByteArray m_head;
    QByteArray m_block; ///< what was read and not yet handed out
    qint64 m_left = 0;  ///< of the entry
    bool m_encrypted = false;
    bool m_lastBlock = false;
    std::unique_ptr<State> m_state;
};

} // namespace anteroom
