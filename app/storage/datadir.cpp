// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/datadir.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <sys/un.h>

namespace anteroom {

namespace {

tl::unexpected<Error> failAt(ErrorCode code, const char *reason, const QString &path)
{
    return fail(code, reason, nullptr, {{QStringLiteral("path"), path}});
}

} // namespace

DataDir::DataDir(const QString &path)
    : m_path(QDir(path).absolutePath())
{
}

QString DataDir::database() const
{
    return m_path + QStringLiteral("/anteroom.db");
}

QString DataDir::files() const
{
    return m_path + QStringLiteral("/files");
}

QString DataDir::adminSocket() const
{
    return m_path + QStringLiteral("/admin.sock");
}

QString DataDir::keyFile() const
{
    return m_path + QStringLiteral("/keys");
}

Result<void> DataDir::prepare() const
{
    if (QFile::encodeName(adminSocket()).size() >= qsizetype(sizeof(sockaddr_un::sun_path)))
        return failAt(ErrorCode::Internal, "datadir.path_too_long", m_path);
    const QFileInfo info(m_path);
    if (info.exists() && !info.isDir())
        return failAt(ErrorCode::Internal, "datadir.not_a_folder", m_path);
    if (!info.exists()) {
        if (!QDir().mkpath(m_path))
            return failAt(ErrorCode::Internal, "datadir.not_writable", m_path);
        QFile::setPermissions(m_path,
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QTemporaryFile probe(m_path + QStringLiteral("/.probe-XXXXXX"));
    if (!probe.open())
        return failAt(ErrorCode::Internal, "datadir.not_writable", m_path);
    return {};
}

Result<std::unique_ptr<QLockFile>> DataDir::lock() const
{
    auto lock = std::make_unique<QLockFile>(m_path + QStringLiteral("/lock"));
    lock->setStaleLockTime(0); // held as long as its process lives, however long that is
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return failAt(ErrorCode::Internal, "datadir.not_writable", m_path);
    qint64 pid = 0;
    QString host, application;
    lock->getLockInfo(&pid, &host, &application);
    return fail(ErrorCode::Conflict, "datadir.in_use", nullptr,
                {{QStringLiteral("path"), m_path}, {QStringLiteral("pid"), pid}});
}

void DataDir::removeLeftovers() const
{
    const QStringList found =
        QDir(m_path).entryList({QStringLiteral(".backup-*"), QStringLiteral(".restore-*")},
                               QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : found)
        QDir(m_path + u'/' + name).removeRecursively();
}

QString DataDir::lastBackupNote() const
{
    return m_path + QStringLiteral("/last-backup");
}

QString DataDir::newestBackup() const
{
    QFileInfoList found = QDir(m_path).entryInfoList(
        {QStringLiteral("anteroom.db.before-*"), QStringLiteral("*.anteroom-backup")}, QDir::Files,
        QDir::Time);
    found += QDir(m_path + QStringLiteral("/backups")).entryInfoList(QDir::Files, QDir::Time);
    QFile note(lastBackupNote());
    if (note.open(QIODevice::ReadOnly)) {
        const QFileInfo elsewhere(QString::fromUtf8(note.readAll()));
        if (elsewhere.isFile())
            found.append(elsewhere);
    }
    const auto newest =
        std::max_element(found.begin(), found.end(), [](const QFileInfo &a, const QFileInfo &b) {
            return a.lastModified() < b.lastModified();
        });
    return newest == found.end() ? QString() : newest->absoluteFilePath();
}

} // namespace anteroom
