// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backup.h"

#include "app/access/audit.h"
#include "app/backup/backupfile.h"
#include "app/backup/verification.h"
#include "app/base/random.h"
#include "app/settings/secrets.h"
#include "tests/support/manualclock.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void containerRoundTrip_data();
    void containerRoundTrip();
    void everyCutIsNoticed_data();
    void everyCutIsNoticed();
    void everyFlipIsNoticed_data();
    void everyFlipIsNoticed();
    void refusesOtherFiles();

    void restoresIntoAnEmptyFolder();
    void removesWhatAKilledOneLeft();
    void replacesAndKeepsAside();
    void withoutPassphraseHoldsNoKeys();
    void noSecretIsInClear_data();
    void noSecretIsInClear();
    void refusesOtherKeys();
    void damagedBackupChangesNothing();
    void refusesWhileOpen();
    void wholeClinicVerifies();
    void findsWhatIsBroken_data();
    void findsWhatIsBroken();

private:
    QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    std::unique_ptr<Clinic> open(const char *folder);
    FileId addFile(Clinic &clinic, const QByteArray &content);
    QByteArray contentOf(Clinic &clinic, const FileId &id);
    void damage(const QString &database, const char *sql);

    std::unique_ptr<QTemporaryDir> m_dir;
    ManualClock m_clock;
    const UserId m_patient = UserId::fromTrusted("01890a5d-ac96-774b-bcce-b302099a8057");
    const QString m_passphrase = u"correct horse battery"_s;
};

void TestBackup::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestBackup::cleanup()
{
    m_dir.reset();
}

std::unique_ptr<Clinic> TestBackup::open(const char *folder)
{
    auto clinic = Clinic::open({.dataDir = path(folder), .environment = {}}, m_clock);
    if (!clinic)
        qWarning("%s", clinic.error().reason);
    return clinic ? *std::move(clinic) : nullptr;
}

FileId TestBackup::addFile(Clinic &clinic, const QByteArray &content)
{
    const FileId id = FileId::generate(m_clock.now());
    const auto added = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        const auto key = clinic.vault().fileKey(tx, m_patient.text());
        if (!key)
            return fail(key.error());
        tx.execute(
            "INSERT INTO files (id, user_id, created_at, original_name, mime_type, size, has_thumbnail) "
            "VALUES (?, ?, ?, 'a.png', 'image/png', ?, 1)",
            id, m_patient, tx.now(), qint64(content.size()));
        recordAudit(tx, Actor::system("command"), {.action = "file.create", .subject = id.text()});
        if (auto stored = clinic.blobs().store(id, BlobStore::Part::Thumbnail, *key, "small"); !stored)
            return stored;
        return clinic.blobs().store(id, BlobStore::Part::Content, *key, content);
    });
    return added ? id : FileId();
}

QByteArray TestBackup::contentOf(Clinic &clinic, const FileId &id)
{
    return clinic.store()
        .readNow([&](Transaction &tx) -> Result<QByteArray> {
            const auto key = clinic.vault().existingFileKey(tx, m_patient.text());
            if (!key)
                return fail(key.error());
            return clinic.blobs().load(id, BlobStore::Part::Content, *key);
        })
        .value_or(QByteArray());
}

void TestBackup::damage(const QString &database, const char *sql)
{
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(database.toUtf8().constData(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
}

// ---- The file ----

void TestBackup::containerRoundTrip_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("plain") << QString();
    QTest::newRow("encrypted") << m_passphrase;
}

void TestBackup::containerRoundTrip()
{
    QFETCH(QString, passphrase);
    // Sizes about a block's edge, where mistakes are made.
    const QVector<qsizetype> sizes{0, 1, 65535 - 12, 65536 - 11, 65536, 65537, 200'000};
    QVector<QByteArray> contents;
    auto writer = BackupWriter::create(path("b"), passphrase, m_clock.now());
    QVERIFY(writer);
    for (const qsizetype size : sizes) {
        contents.append(randomBytes(size));
        QVERIFY((*writer)->addBytes("e" + QByteArray::number(size), contents.constLast()));
    }
    QVERIFY(!QFile::exists(path("b")));
    QVERIFY((*writer)->commit());
    QVERIFY(!(QFile::permissions(path("b")) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));

    auto reader = BackupReader::open(path("b"), passphrase);
    QVERIFY(reader);
    QCOMPARE((*reader)->isEncrypted(), !passphrase.isNull());
    for (const QByteArray &content : contents) {
        const auto entry = (*reader)->next();
        QVERIFY(entry && *entry);
        QCOMPARE((*entry)->name, "e" + QByteArray::number(content.size()));
        QByteArray read;
        for (;;) {
            const auto bytes = (*reader)->read();
            QVERIFY(bytes);
            if (bytes->isEmpty())
                break;
            read += *bytes;
        }
        QCOMPARE(read, content);
    }
    const auto end = (*reader)->next();
    QVERIFY(end && !*end);
    // Entries that nobody reads are skipped.
    auto again = BackupReader::open(path("b"), passphrase);
    int entries = 0;
    while ((*again)->next().value())
        ++entries;
    QCOMPARE(entries, sizes.size());
}

namespace {

bool readsToItsEnd(const QString &path, const QString &passphrase)
{
    auto reader = BackupReader::open(path, passphrase);
    if (!reader)
        return false;
    for (;;) {
        const auto entry = (*reader)->next();
        if (!entry)
            return false;
        if (!*entry)
            return true;
    }
}

QByteArray smallBackup(const QString &path, const QString &passphrase, UtcTime now)
{
    auto writer = BackupWriter::create(path, passphrase, now);
    (void)(*writer)->addBytes("a", randomBytes(70'000));
    (void)(*writer)->addBytes("b", "x");
    (void)(*writer)->commit();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

} // namespace

void TestBackup::everyCutIsNoticed_data()
{
    containerRoundTrip_data();
}

void TestBackup::everyCutIsNoticed()
{
    QFETCH(QString, passphrase);
    const QByteArray whole = smallBackup(path("b"), passphrase, m_clock.now());
    QVERIFY(readsToItsEnd(path("b"), passphrase));
    for (const qsizetype cut : {qsizetype(1), qsizetype(17), qsizetype(32), qsizetype(33), qsizetype(5'000),
                                whole.size() - 65'700, whole.size() - 300, whole.size() - 20, whole.size()}) {
        put(path("cut"), whole.chopped(cut));
        QVERIFY2(!readsToItsEnd(path("cut"), passphrase), QByteArray::number(cut).constData());
    }
    put(path("cut"), whole + "x");
    QVERIFY(!readsToItsEnd(path("cut"), passphrase));
}

void TestBackup::everyFlipIsNoticed_data()
{
    containerRoundTrip_data();
}

void TestBackup::everyFlipIsNoticed()
{
    QFETCH(QString, passphrase);
    const QByteArray whole = smallBackup(path("b"), passphrase, m_clock.now());
    for (const qsizetype where : {qsizetype(3), qsizetype(40), qsizetype(200), whole.size() / 2,
                                  whole.size() - 40, whole.size() - 1}) {
        QByteArray flipped = whole;
        flipped[where] = char(flipped.at(where) ^ 1);
        put(path("flip"), flipped);
        QVERIFY2(!readsToItsEnd(path("flip"), passphrase), QByteArray::number(where).constData());
    }
    if (!passphrase.isNull()) {
        const auto wrong = BackupReader::open(path("b"), u"another passphrase"_s);
        QVERIFY(!wrong && wrong.error().is("backup.wrong_passphrase"));
        const auto none = BackupReader::open(path("b"), {});
        QVERIFY(!none && none.error().is("backup.needs_passphrase"));
    }
}

void TestBackup::refusesOtherFiles()
{
    put(path("notes"), "Shopping list");
    QVERIFY(BackupWriter::create(path("notes"), {}, m_clock.now()).error().is("backup.exists"));
    QVERIFY(BackupReader::open(path("notes"), {}).error().is("backup.not_a_backup"));
    QVERIFY(BackupReader::open(path("nothing"), {}).error().is("backup.unreadable"));
    QVERIFY(
        BackupWriter::create(path("b"), u"short"_s, m_clock.now()).error().is("backup.passphrase_too_short"));
    QVERIFY(BackupWriter::create(u"/proc/b"_s, {}, m_clock.now()).error().is("backup.unwritable"));
    smallBackup(path("b"), {}, m_clock.now());
    smallBackup(path("b"), {}, m_clock.now()); // an older backup may be replaced
    QVERIFY(readsToItsEnd(path("b"), {}));
}

// ---- The clinic ----

void TestBackup::restoresIntoAnEmptyFolder()
{
    const QByteArray content = randomBytes(150'000);
    FileId id;
    {
        const auto clinic = open("a");
        id = addFile(*clinic, content);
        const auto made = createBackup(*clinic, path("b"), m_passphrase);
        QVERIFY(made);
        QCOMPARE(made->files, 2);
        QVERIFY(made->holdsKeys);
        QCOMPARE(DataDir(path("a")).newestBackup(), path("b"));
    }
    const auto restored = restoreBackup(DataDir(path("new")), path("b"), m_passphrase, m_clock);
    QVERIFY(restored);
    QVERIFY(restored->keptAside.isNull() && !restored->needsKeys);
    const auto clinic = open("new");
    QVERIFY(clinic);
    QCOMPARE(contentOf(*clinic, id), content);
    const auto verdict = verifyClinic(*clinic);
    QVERIFY(verdict && !verdict->broken);
    QCOMPARE(verdict->files, 2);
    // Neither working folders nor unpacked pieces are left.
    QVERIFY(QDir(path("new")).entryList({u".re*"_s, u".ba*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

void TestBackup::removesWhatAKilledOneLeft()
{
    QVERIFY(open("a"));
    for (const char *name : {"a/.backup-Xy12Zz", "a/.restore-Xy12Zz/files/ab", "a/before-restore-1"})
        QVERIFY(QDir().mkpath(path(name)));
    for (const char *name : {"a/.backup-Xy12Zz/anteroom.db", "a/.restore-Xy12Zz/keys"})
        QVERIFY(QFile::copy(path("a/anteroom.db"), path(name)));
    QVERIFY(open("a"));
    QVERIFY(!QFile::exists(path("a/.backup-Xy12Zz")));
    QVERIFY(!QFile::exists(path("a/.restore-Xy12Zz")));
    QVERIFY(QFile::exists(path("a/before-restore-1")));
}

void TestBackup::replacesAndKeepsAside()
{
    FileId first;
    FileId second;
    {
        const auto clinic = open("a");
        first = addFile(*clinic, "first");
        QVERIFY(createBackup(*clinic, path("b"), m_passphrase));
        second = addFile(*clinic, "second");
    }
    const auto restored = restoreBackup(DataDir(path("a")), path("b"), m_passphrase, m_clock);
    QVERIFY(restored);
    QVERIFY(QFile::exists(restored->keptAside + u"/anteroom.db"_s));
    QVERIFY(QFile::exists(restored->keptAside + u"/keys"_s));
    const auto clinic = open("a");
    QCOMPARE(contentOf(*clinic, first), "first"_ba);
    QVERIFY(contentOf(*clinic, second).isNull());
}

void TestBackup::withoutPassphraseHoldsNoKeys()
{
    FileId id;
    QByteArray key;
    {
        const auto clinic = open("a");
        id = addFile(*clinic, "content of the photo");
        const auto made = createBackup(*clinic, path("b"), {});
        QVERIFY(made && !made->holdsKeys);
        key = clinic->keyring().read(clinic->keyring().names()->constFirst()).value();
    }
    QFile file(path("b"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QVERIFY(!all.contains(key) && !all.contains(key.toBase64()) && !all.contains("content of the photo"));

    // In place, the folder's own keys stay and fit.
    const auto inPlace = restoreBackup(DataDir(path("a")), path("b"), {}, m_clock);
    QVERIFY(inPlace && !inPlace->needsKeys);
    QCOMPARE(contentOf(*open("a"), id), "content of the photo"_ba);
    // Elsewhere they are missing; the clinic opens once they are put there.
    const auto elsewhere = restoreBackup(DataDir(path("new")), path("b"), {}, m_clock);
    QVERIFY(elsewhere && elsewhere->needsKeys);
    QVERIFY(!open("new"));
    QVERIFY(QFile::copy(path("a/keys"), path("new/keys")));
    QCOMPARE(contentOf(*open("new"), id), "content of the photo"_ba);
}

void TestBackup::noSecretIsInClear_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::newRow("plain") << QString();
    QTest::newRow("encrypted") << m_passphrase;
}

// Neither as it is nor as some file format would write it; nor in any file that a backup is made of.
void TestBackup::noSecretIsInClear()
{
    QFETCH(QString, passphrase);
    QByteArrayList secrets{"an SMTP password, with \"quotes\" in it", "Authorization: Bearer sms-secret",
                           "the code is 394817"};
    QByteArray allFiles, keysFile;
    {
        const auto clinic = open("a");
        Secrets keeper(clinic->settings(), clinic->keyring());
        QVERIFY(keeper.write("ANTEROOM_SMTP_PASSWORD", secrets[0]));
        QVERIFY(keeper.write("ANTEROOM_SMS_HEADERS__12", secrets[1]));
        secrets.append(keeper.read("ANTEROOM_WEBHOOK_SECRET").value()); // made at the start
        secrets.append(secrets.last().mid(6));
        secrets.append(clinic->keyring().read(u"master-key"_s).value());
        for (const QByteArray &secret : std::as_const(secrets))
            QVERIFY(secret.size() >= 16);
        const auto written = clinic->store().writeNow([&](WriteTransaction &tx) -> Result<bool> {
            const auto actor = Actor::system("command");
            for (const char *name : {"ANTEROOM_SMTP_PASSWORD", "ANTEROOM_SMS_HEADERS__12"}) {
                if (const auto told = Secrets::recordChange(tx, actor, name); !told)
                    return fail(told.error());
            }
            if (const auto named = Settings::write(tx, actor, "ANTEROOM_CLINIC_NAME", u"Riverside"_s); !named)
                return fail(named.error());
            const auto queued = clinic->outbox().enqueue(tx, {.to = u"+447777123456"_s,
                                                              .body = QString::fromUtf8(secrets[2]),
                                                              .reference = "r",
                                                              .sealed = true});
            return queued ? Result<bool>(true) : fail(queued.error());
        });
        QVERIFY(written);
        QVERIFY(createBackup(*clinic, path("b"), passphrase));
        QDirIterator files(path("a"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            (file.fileName() == path("a/keys") ? keysFile : allFiles) += file.readAll();
        }
    }
    QFile file(path("b"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray backup = file.readAll();
    for (const QByteArray &secret : std::as_const(secrets)) {
        const QString text = QString::fromUtf8(secret);
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        for (const QByteArray &form : {secret, secret.toBase64(), secret.toHex(), secret.toHex().toUpper(),
                                       wide, secret.last(12), secret.toPercentEncoding()}) {
            QVERIFY2(!backup.contains(form), secret.constData());
            QVERIFY2(!allFiles.contains(form), secret.constData());
        }
    }
    // The search would have found them: what may be read is there, and the keyring's file holds the secrets.
    QCOMPARE(backup.contains("Riverside"), passphrase.isNull());
    QVERIFY(allFiles.contains("Riverside"));
    QVERIFY(keysFile.contains(secrets[0].toBase64()) || keysFile.contains(secrets[0]));
    QCOMPARE(QFile(path("a/keys")).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
}

void TestBackup::refusesOtherKeys()
{
    {
        const auto clinic = open("a");
        addFile(*clinic, "x");
        QVERIFY(createBackup(*clinic, path("b"), {}));
    }
    addFile(*open("other"), "mine");
    const auto refused = restoreBackup(DataDir(path("other")), path("b"), {}, m_clock);
    QVERIFY(!refused && refused.error().is("backup.other_keys"));
    const auto verdict = verifyClinic(*open("other"));
    QVERIFY(verdict && !verdict->broken && verdict->files == 2);
}

void TestBackup::damagedBackupChangesNothing()
{
    FileId id;
    {
        const auto clinic = open("a");
        id = addFile(*clinic, "kept");
        QVERIFY(createBackup(*clinic, path("b"), m_passphrase));
    }
    QFile file(path("b"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const auto entries = [this] {
        return QDir(path("a")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    const QStringList before = entries();
    put(path("cut"), whole.chopped(100));
    QVERIFY(
        restoreBackup(DataDir(path("a")), path("cut"), m_passphrase, m_clock).error().is("backup.damaged"));
    QVERIFY(restoreBackup(DataDir(path("a")), path("b"), u"another passphrase"_s, m_clock)
                .error()
                .is("backup.wrong_passphrase"));
    QVERIFY(!restoreBackup(DataDir(path("fresh")), path("b"), {}, m_clock));
    QVERIFY(!QFile::exists(path("fresh")));
    QStringList after = entries();
    after.removeAll(u"lock"_s);
    QStringList expected = before;
    expected.removeAll(u"lock"_s);
    QCOMPARE(after, expected);
    QCOMPARE(contentOf(*open("a"), id), "kept"_ba);
}

void TestBackup::refusesWhileOpen()
{
    const auto clinic = open("a");
    QVERIFY(createBackup(*clinic, path("b"), {}));
    QVERIFY(restoreBackup(DataDir(path("a")), path("b"), {}, m_clock).error().is("datadir.in_use"));
}

void TestBackup::wholeClinicVerifies()
{
    const auto clinic = open("a");
    for (int i = 0; i < 5; ++i)
        QVERIFY(!addFile(*clinic, randomBytes(100)).isNull());
    const auto verdict = verifyClinic(*clinic);
    QVERIFY(verdict && !verdict->broken);
    QCOMPARE(verdict->auditRows, 5);
    QCOMPARE(verdict->keys, 1);
    QCOMPARE(verdict->files, 10);
}

void TestBackup::findsWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("fileChange");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("audit") << "DROP TRIGGER audit_no_update; UPDATE audit SET outcome = 'x' WHERE seq = 2"_ba
                           << ""_ba
                           << "verify.audit"_ba;
    QTest::newRow("key") << "UPDATE data_keys SET wrapped = zeroblob(72)"_ba
                         << ""_ba
                         << "verify.key"_ba;
    QTest::newRow("size") << "UPDATE files SET size = size + 1"_ba
                          << ""_ba
                          << "verify.file_size"_ba;
    QTest::newRow("missing") << ""_ba
                             << "remove"_ba
                             << "verify.file_missing"_ba;
    QTest::newRow("damaged") << ""_ba
                             << "flip"_ba
                             << "verify.file_damaged"_ba;
    QTest::newRow("swapped") << ""_ba
                             << "swap"_ba
                             << "verify.file_damaged"_ba;
}

void TestBackup::findsWhatIsBroken()
{
    QFETCH(QByteArray, sql);
    QFETCH(QByteArray, fileChange);
    QFETCH(QByteArray, reason);
    FileId ids[3];
    {
        const auto clinic = open("a");
        for (FileId &id : ids)
            id = addFile(*clinic, "some content");
    }
    damage(path("a/anteroom.db"), sql.constData());
    const auto blob = [&](const FileId &id) {
        const QString name = QString::fromLatin1(id.text());
        return path("a/files/") + name.right(2) + u'/' + name + u".content"_s;
    };
    if (fileChange == "remove") {
        QVERIFY(QFile::remove(blob(ids[1])));
    } else if (fileChange == "flip") {
        QFile file(blob(ids[1]));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() - 3);
        file.write("x");
    } else if (fileChange == "swap") {
        QVERIFY(QFile::remove(blob(ids[1])));
        QVERIFY(QFile::copy(blob(ids[0]), blob(ids[1])));
    }
    const auto verdict = verifyClinic(*open("a"));
    QVERIFY(verdict && verdict->broken);
    QCOMPARE(QByteArray(verdict->broken->reason), reason);
    if (!fileChange.isEmpty())
        QCOMPARE(verdict->broken->data.value(u"file"_s).toString(), QString::fromLatin1(ids[1].text()));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
