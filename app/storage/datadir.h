// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QLockFile>

#include <memory>

namespace anteroom {

/// The folder that holds everything of one clinic (mode 0700): `anteroom.db`, `files/`, `keys`, `admin.sock`,
/// `lock`.
class DataDir
{
public:
    explicit DataDir(const QString &path);

    /// Makes the folder where it is missing and proves that it can be written and that its socket's path
    /// fits. Errors: Internal "datadir.not_a_folder", "datadir.not_writable", "datadir.path_too_long";
    /// data.path.
    Result<void> prepare() const;

    /// Takes the folder for this process, as long as the lock lives.
    /// Errors: Conflict "datadir.in_use" with the other process's id in data.pid.
    Result<std::unique_ptr<QLockFile>> lock() const;

    /// Removes what a backup or a restore that was killed has left: whole copies of the database among it.
    /// For who holds the lock.
    void removeLeftovers() const;

    QString path() const { return m_path; }
    QString database() const;
    QString files() const;
    QString adminSocket() const;
    /// Where the secrets lie that are not in a desktop's keyring.
    QString keyFile() const;
    /// A small file that says where the last backup was written.
    QString lastBackupNote() const;
    /// The newest backup or before-migration copy that is known: one in the folder, or the last one written
    /// elsewhere if it is still there; empty where there is none.
    QString newestBackup() const;

private:
    QString m_path;
};

} // namespace anteroom
