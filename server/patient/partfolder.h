// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/photouploads.h"
#include "app/storage/sealedfile.h"

namespace anteroom {

/// Where the pieces of unfinished uploads lie, each a sealed file under a random name (0700, beside the files
/// and in no backup). Any thread.
class PartFolder
{
public:
    /// `folder` is made where it is missing.
    explicit PartFolder(QString folder);

    /// A piece of that upload, and the name that it will have. Errors: as SealedFileWriter.
    struct Writing
    {
        QString name;
        std::unique_ptr<SealedFileWriter> writer;
    };
    Result<Writing> create(const QByteArray &upload, const SecretKey &key) const;
    /// Errors: as SealedFileReader.
    Result<std::unique_ptr<SealedFileReader>> open(const QByteArray &upload, const UploadPart &part,
                                                   const SecretKey &key) const;
    void remove(const QStringList &names) const;
    /// Removes what no upload knows and nobody has changed for that long: left by a crash or by erased
    /// requests. Zero only while nothing is under way.
    void removeAllBut(const QStringList &names, std::chrono::seconds unchangedFor) const;

private:
    QString path(const QString &name) const { return m_folder + u'/' + name; }
    const QString m_folder;
};

} // namespace anteroom
