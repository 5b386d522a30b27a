// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backup.h"

#include "app/backup/backupfile.h"
#include "app/storage/migrations.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const QByteArray databaseName = "anteroom.db"_ba;
const QByteArray keysName = "keys.json"_ba;
constexpr qint64 largestKeys = 16 * 1024 * 1024;

Error at(ErrorCode code, const char *reason, const QString &path)
{
    return {code, reason, nullptr, {{u"path"_s, path}}};
}

/// A folder within the clinic's own, gone when this is.
Result<std::unique_ptr<QTemporaryDir>> workingFolder(const DataDir &folder, const QString &name)
{
    auto made = std::make_unique<QTemporaryDir>(folder.path() + u"/."_s + name + u"-XXXXXX"_s);
    if (!made->isValid())
        return fail(at(ErrorCode::Internal, "datadir.not_writable", folder.path()));
    return made;
}

// ---- Making one ----

Result<QByteArray> allKeys(const Keyring &keyring)
{
    const auto names = keyring.names();
    if (!names)
        return fail(names.error());
    QJsonObject all;
    for (const QString &name : *names) {
        const auto secret = keyring.read(name);
        if (!secret)
            return fail(secret.error());
        all.insert(name, QString::fromLatin1(secret->toBase64()));
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

// The sealed files by their names in the backup. Uploads under way are not among them.
QStringList sealedFiles(const QString &folder)
{
    QStringList all;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QDir(folder).relativeFilePath(files.next());
        if (!name.startsWith("incoming/"_L1))
            all.append(name);
    }
    all.sort();
    return all;
}

// So that a damaged database's owner can be told where their backup lies.
void rememberBackup(const DataDir &folder, const QString &path)
{
    QSaveFile file(folder.lastBackupNote());
    if (file.open(QIODevice::WriteOnly)) {
        file.write(path.toUtf8());
        file.commit();
    }
}

// ---- Putting one back ----

bool isKnownName(const QByteArray &name)
{
    static const QRegularExpression sealed(u"^files/[0-9a-f]{2}/[0-9a-f-]{36}\\.(content|thumbnail)$"_s);
    return name == databaseName || name == keysName || sealed.match(QString::fromUtf8(name)).hasMatch();
}

Result<void> extract(BackupReader &reader, const QString &target)
{
    if (!QDir().mkpath(QFileInfo(target).path()))
        return fail(at(ErrorCode::Internal, "datadir.not_writable", target));
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(at(ErrorCode::Internal, "datadir.not_writable", target));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (;;) {
        const auto bytes = reader.read();
        if (!bytes)
            return fail(bytes.error());
        if (bytes->isEmpty())
            break;
        if (file.write(*bytes) != bytes->size())
            return fail(ErrorCode::Unavailable, "storage.full");
    }
    return file.flush() ? Result<void>() : fail(ErrorCode::Unavailable, "storage.full");
}

Result<void> extractKeys(BackupReader &reader, qint64 size, const QString &target)
{
    QByteArray json;
    while (json.size() < qMin(size, largestKeys)) {
        const auto bytes = reader.read();
        if (!bytes)
            return fail(bytes.error());
        json += *bytes;
    }
    const auto keyring = Keyring::inFile(target);
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (auto kept = keyring->write(it.key(), QByteArray::fromBase64(it->toString().toLatin1())); !kept)
            return kept;
    }
    return {};
}

// Writes everything below `target`. Only after the reader's end is it known to be whole.
Result<BackupSummary> extractAll(BackupReader &reader, const QString &target, const QString &path)
{
    BackupSummary summary;
    bool hasDatabase = false;
    for (;;) {
        const auto entry = reader.next();
        if (!entry)
            return fail(entry.error());
        if (!*entry)
            break;
        const QByteArray &name = (*entry)->name;
        if (!isKnownName(name))
            return fail(at(ErrorCode::Internal, "backup.damaged", path));
        hasDatabase = hasDatabase || name == databaseName;
        summary.holdsKeys = summary.holdsKeys || name == keysName;
        summary.files += name.startsWith("files/") ? 1 : 0;
        const auto done = name == keysName ? extractKeys(reader, (*entry)->size, target)
                                           : extract(reader, target + u'/' + QString::fromUtf8(name));
        if (!done)
            return fail(done.error());
    }
    if (!hasDatabase)
        return fail(at(ErrorCode::Internal, "backup.damaged", path));
    return summary;
}

// Looks into the database that is to be put in place: whole, not too new, and sealed with keys that are
// there.
Result<void> inspect(const QString &database, const QString &path, const QString &keysFolder, UtcTime now,
                     BackupSummary &summary)
{
    auto connection = Connection::open(database, Connection::Mode::ReadWrite);
    if (!connection)
        return fail(at(ErrorCode::Internal, "backup.damaged", path));
    Transaction tx(**connection, now);
    {
        Cursor check = tx.query("PRAGMA quick_check(1)");
        if (!check.next() || check.text(0) != "ok"_L1)
            return fail(at(ErrorCode::Internal, "backup.damaged", path));
    }
    if (schemaOf(**connection) > newestSchema())
        return fail(at(ErrorCode::Invalid, "backup.newer", path));
    QByteArray owner;
    {
        Cursor sealed = tx.query("SELECT owner_id FROM data_keys LIMIT 1");
        if (sealed.next())
            owner = sealed.bytes(0);
    }
    if (owner.isNull())
        return {};
    const auto keyring = Keyring::inFile(keysFolder);
    auto key = masterKey(*keyring, false);
    if (!key && key.error().is("keyring.key_missing")) {
        summary.needsKeys = true;
        return {};
    }
    if (!key)
        return fail(key.error());
    if (!Vault(*std::move(key)).existingFileKey(tx, owner))
        return fail(at(ErrorCode::Conflict, "backup.other_keys", path));
    return {};
}

// Moves what is in the folder aside, and what was unpacked into its place. Names only change: an instant.
Result<QString> exchange(const DataDir &folder, const QString &unpacked, bool withKeys, UtcTime now)
{
    QStringList names{u"anteroom.db"_s, u"anteroom.db-wal"_s, u"anteroom.db-shm"_s, u"files"_s};
    if (withKeys)
        names.append(u"keys"_s);
    QDir aside(folder.path() + u"/before-restore-"_s +
               QString::fromLatin1(toIsoMillis(now)).remove(QRegularExpression(u"[^0-9TZ]"_s)));
    bool any = false;
    bool good = true;
    for (const QString &name : names) {
        const QString old = folder.path() + u'/' + name;
        if (!QFileInfo::exists(old))
            continue;
        if (!any)
            good = QDir().mkpath(aside.path()) &&
                   QFile::setPermissions(aside.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                                           QFileDevice::ExeOwner);
        any = true;
        good = good && QFile::rename(old, aside.filePath(name));
    }
    for (const QString &name : names) {
        const QString made = unpacked + u'/' + name;
        if (good && QFileInfo::exists(made))
            good = QFile::rename(made, folder.path() + u'/' + name);
    }
    if (!good)
        return fail(at(ErrorCode::Internal, "datadir.not_writable", folder.path()));
    return any ? aside.path() : QString();
}

} // namespace

Result<BackupSummary> createBackup(Clinic &clinic, const QString &path, const QString &passphrase,
                                   const std::function<bool(qint64, qint64)> &progress)
{
    auto writer = BackupWriter::create(path, passphrase, clinic.clock().now());
    if (!writer)
        return fail(writer.error());
    auto work = workingFolder(clinic.dataDir(), u"backup"_s);
    if (!work)
        return fail(work.error());
    const QString copy = (*work)->filePath(u"anteroom.db"_s);
    if (const auto copied = clinic.store().copyTo(copy).takeResult(); !copied)
        return fail(copied.error());
    if (auto added = (*writer)->addFile(databaseName, copy); !added)
        return fail(added.error());

    BackupSummary summary;
    summary.holdsKeys = !passphrase.isNull();
    if (summary.holdsKeys) {
        const auto keys = allKeys(clinic.keyring());
        if (!keys)
            return fail(keys.error());
        if (auto added = (*writer)->addBytes(keysName, *keys); !added)
            return fail(added.error());
    }
    // After the database, so that every file it knows is there; one that came later does no harm.
    const QStringList files = sealedFiles(clinic.dataDir().files());
    for (const QString &name : files) {
        const QString file = clinic.dataDir().files() + u'/' + name;
        const QByteArray entry = "files/" + name.toUtf8();
        if (!isKnownName(entry) || !QFile::exists(file)) // not ours, or removed meanwhile
            continue;
        if (auto added = (*writer)->addFile(entry, file); !added)
            return fail(added.error());
        ++summary.files;
        if (progress && !progress(summary.files, files.size()))
            return fail(ErrorCode::Conflict, "backup.stopped");
    }
    if (auto committed = (*writer)->commit(); !committed)
        return fail(committed.error());
    summary.bytes = (*writer)->size();
    rememberBackup(clinic.dataDir(), path);
    return summary;
}

Result<BackupSummary> restoreBackup(const DataDir &folder, const QString &path, const QString &passphrase,
                                    const Clock &clock)
{
    auto reader = BackupReader::open(path, passphrase);
    if (!reader)
        return fail(reader.error());
    if (auto prepared = folder.prepare(); !prepared)
        return fail(prepared.error());
    const auto lock = folder.lock();
    if (!lock)
        return fail(lock.error());
    auto work = workingFolder(folder, u"restore"_s);
    if (!work)
        return fail(work.error());
    const QString unpacked = (*work)->path();
    auto summary = extractAll(**reader, unpacked, path);
    if (!summary)
        return summary;
    summary->bytes = QFileInfo(path).size();
    if (auto good = inspect(unpacked + u"/anteroom.db"_s, path, summary->holdsKeys ? unpacked : folder.path(),
                            clock.now(), *summary);
        !good)
        return fail(good.error());
    auto aside = exchange(folder, unpacked, summary->holdsKeys, clock.now());
    if (!aside)
        return fail(aside.error());
    summary->keptAside = *aside;
    return summary;
}

} // namespace anteroom
