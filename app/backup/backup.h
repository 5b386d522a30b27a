// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"

namespace anteroom {

/// What a backup holds, or what a restore put in place.
struct BackupSummary
{
    qint64 files = 0;       ///< photos and files, thumbnails counted too
    qint64 bytes = 0;       ///< of the backup
    bool holdsKeys = false; ///< the master key and other secrets: only where a passphrase encrypts it
    bool needsKeys = false; ///< of a restore: sealed data came without the key that opens it
    QString keptAside;      ///< of a restore: where what was there lies now; null where nothing was there
};

/// Copies the whole clinic, as of one moment, into one file: the database, the sealed files and, with a
/// passphrase, the keys (RULES.md, Backups). The clinic goes on meanwhile. Blocks: not for the GUI's thread.
/// `progress(done, total)` counts files; false from it stops with Conflict "backup.stopped".
/// Errors: those of BackupWriter, Store and Keyring.
Result<BackupSummary> createBackup(Clinic &clinic, const QString &path, const QString &passphrase,
                                   const std::function<bool(qint64 done, qint64 total)> &progress = {});

/// Puts a backup in the place of the folder's content, which is kept aside in it, and does nothing where the
/// backup is damaged or does not open. Keys that lie in the folder stay where the backup holds none. Errors:
/// those of BackupReader and DataDir (Conflict "datadir.in_use" while somebody has it open); Conflict
/// "backup.other_keys" where the folder's keys do not open what is in the backup.
Result<BackupSummary> restoreBackup(const DataDir &folder, const QString &path, const QString &passphrase,
                                    const Clock &clock);

} // namespace anteroom
