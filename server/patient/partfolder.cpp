// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/partfolder.h"

#include "app/base/random.h"

#include <QDateTime>
#include <QDir>
#include <QSet>

namespace anteroom {

namespace {

QByteArray contextOf(const QByteArray &upload)
{
    return "upload/" + upload;
}

} // namespace

PartFolder::PartFolder(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

Result<PartFolder::Writing> PartFolder::create(const QByteArray &upload, const SecretKey &key) const
{
    Writing writing{QString::fromLatin1(randomBytes(16).toHex()), nullptr};
    auto writer = SealedFileWriter::create(path(writing.name), key, contextOf(upload));
    if (!writer)
        return fail(writer.error());
    writing.writer = *std::move(writer);
    return writing;
}

Result<std::unique_ptr<SealedFileReader>> PartFolder::open(const QByteArray &upload, const UploadPart &part,
                                                           const SecretKey &key) const
{
    return SealedFileReader::open(path(part.name), key, contextOf(upload));
}

void PartFolder::remove(const QStringList &names) const
{
    for (const QString &name : names)
        QFile::remove(path(name));
}

void PartFolder::removeAllBut(const QStringList &names, std::chrono::seconds unchangedFor) const
{
    const QSet<QString> known(names.begin(), names.end());
    // The disk's clock, as the files' times are.
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-unchangedFor.count());
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        if (!known.contains(file.fileName()) && (unchangedFor.count() == 0 || file.lastModified() < before))
            QFile::remove(file.filePath());
    }
}

} // namespace anteroom
