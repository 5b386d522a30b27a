// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/leftovers.h"

#include "app/storage/vault.h"

#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours contentWaits(48);
constexpr std::chrono::days keyWaits(7);
constexpr int keysAtOnce = 1000;
constexpr int copiesKept = 3;

// Whether the file's last change lies that long back. By the file system's clock, which wrote the time too.
bool isOlder(const QFileInfo &file, std::chrono::milliseconds age)
{
    return file.lastModified().msecsTo(QDateTime::currentDateTimeUtc()) > age.count();
}

// The ids whose contents lie in this folder and have been there for a while.
QVector<FileId> oldContents(const QString &folder)
{
    static const QRegularExpression name(u"^([0-9a-f-]{36})\\.(content|thumbnail)$"_s);
    QVector<FileId> ids;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const auto match = name.match(file.fileName());
        if (!match.hasMatch() || !isOlder(file, contentWaits))
            continue;
        const FileId id = FileId::fromTrusted(match.captured(1).toLatin1());
        if (ids.isEmpty() || ids.constLast() != id)
            ids.append(id);
    }
    return ids;
}

void removeCopies(const QFileInfoList &newestFirst, std::optional<UtcTime> cutoff)
{
    int kept = 0;
    for (const QFileInfo &copy : newestFirst) {
        const bool isOver = cutoff && copy.lastModified().toMSecsSinceEpoch() < toUs(*cutoff) / 1000;
        if (!isOver && ++kept <= copiesKept)
            continue;
        if (copy.isDir())
            QDir(copy.absoluteFilePath()).removeRecursively();
        else
            QFile::remove(copy.absoluteFilePath());
    }
}

} // namespace

int removeUnknownContents(Store &store, const BlobStore &blobs, const GoOn &goOn)
{
    int removed = 0;
    const QStringList folders =
        QDir(blobs.folder()).entryList({u"[0-9a-f][0-9a-f]"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        if (!goOn())
            break;
        const QVector<FileId> ids = oldContents(blobs.folder() + u'/' + folder);
        if (ids.isEmpty())
            continue;
        const auto unknown = store.readNow([&ids](Transaction &tx) -> Result<QVector<FileId>> {
            QVector<FileId> none;
            for (const FileId &id : ids) {
                if (!tx.query("SELECT 1 FROM files WHERE id = ? AND removed_at IS NULL", id).next())
                    none.append(id);
            }
            return none;
        });
        if (!unknown)
            break;
        for (const FileId &id : *unknown)
            blobs.remove(id);
        removed += int(unknown->size());
    }
    return removed;
}

void forgetUnusedKeys(Store &store, const GoOn &goOn)
{
    QByteArray last = "";
    while (goOn()) {
        bool more = false;
        const auto unused = store.readNow([&](Transaction &tx) -> Result<QVector<QByteArray>> {
            QVector<QByteArray> names;
            int rows = 0;
            Cursor row = tx.query("SELECT owner_id, created_at FROM data_keys WHERE owner_id > ? "
                                  "ORDER BY owner_id LIMIT ?",
                                  last, keysAtOnce);
            while (row.next()) {
                ++rows;
                last = row.bytes(0);
                const qsizetype slash = last.indexOf('/');
                if (slash > 0 && row.time(1) < tx.now() - keyWaits &&
                    !tx.query("SELECT 1 FROM files WHERE user_id = ? AND data_key = ?", last.left(slash),
                              last)
                         .next())
                    names.append(last);
            }
            more = rows == keysAtOnce;
            return names;
        });
        if (unused && !unused->isEmpty()) [[maybe_unused]]
            const auto done = store.writeNow([&](WriteTransaction &tx) -> Result<bool> {
                for (const QByteArray &name : *unused)
                    Vault::eraseOne(tx, name);
                return true;
            });
        if (!unused || !more)
            return;
    }
}

void removeOldCopies(const DataDir &folder, std::optional<UtcTime> cutoff)
{
    const QDir dir(folder.path());
    removeCopies(dir.entryInfoList({u"anteroom.db.before-*"_s}, QDir::Files, QDir::Time), cutoff);
    removeCopies(dir.entryInfoList({u"before-restore-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time),
                 cutoff);
}

} // namespace anteroom
