// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/random.h"
#include "app/storage/keyring.h"
#include "app/storage/sealedfile.h"
#include "app/storage/store.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        auto store = Store::open(m_dir->filePath(u"anteroom.db"_s), m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
    }

    void cleanup() { m_store.reset(); }

    void whatWasSealedOpensForItsOwnerAndContextOnly()
    {
        const Vault vault(SecretKey::random());
        const auto sealed = seal(vault, "anna", "secret", "column");
        QVERIFY(sealed);
        QVERIFY(!sealed->contains("secret"));
        QVERIFY(seal(vault, "berta", "other", "column"));

        QCOMPARE(open(vault, "anna", *sealed, "column").value(), "secret"_ba);
        QVERIFY(open(vault, "berta", *sealed, "column").error().is("vault.damaged"));
        QVERIFY(open(vault, "anna", *sealed, "another column").error().is("vault.damaged"));
        QVERIFY(open(vault, "nobody", *sealed, "column").error().is("vault.erased"));
        QByteArray changed = *sealed;
        changed[changed.size() / 2] = char(changed[changed.size() / 2] ^ 1);
        QVERIFY(open(vault, "anna", changed, "column").error().is("vault.damaged"));
        QVERIFY(open(vault, "anna", "short", "column").error().is("vault.damaged"));
    }

    void anotherMasterKeyOpensNothing()
    {
        const auto sealed = seal(Vault(SecretKey::random()), "anna", "secret", "column");
        QVERIFY(open(Vault(SecretKey::random()), "anna", *sealed, "column").error().is("vault.damaged"));
    }

    void anErasedOwnerIsUnreadable()
    {
        const Vault vault(SecretKey::random());
        const auto sealed = seal(vault, "anna", "secret", "column");
        QVERIFY(m_store->writeNow([&](WriteTransaction &tx) -> Result<bool> {
            vault.erase(tx, "anna");
            return true;
        }));
        QVERIFY(open(vault, "anna", *sealed, "column").error().is("vault.erased"));
    }

    void filesOfEverySizeComeBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65535, 65536, 65537, 131072, 300000})
            QTest::addRow("%d bytes", size) << size;
    }

    void filesOfEverySizeComeBack()
    {
        QFETCH(const int, size);
        const BlobStore blobs(m_dir->filePath(u"files"_s));
        const SecretKey key = SecretKey::random();
        const FileId id = FileId::generate(m_clock.now());
        const QByteArray plain = randomBytes(size);
        QVERIFY(blobs.store(id, BlobStore::Part::Content, key, plain));
        QCOMPARE(blobs.load(id, BlobStore::Part::Content, key).value(), plain);
        QVERIFY(blobs.load(id, BlobStore::Part::Content, SecretKey::random()).error().is("file.damaged"));
        QVERIFY(blobs.load(id, BlobStore::Part::Thumbnail, key).error().is("file.missing"));
    }

    void aCutOrLengthenedFileIsDamaged()
    {
        const QString path = m_dir->filePath(u"sealed"_s);
        const SecretKey key = SecretKey::random();
        auto writer = SealedFileWriter::create(path, key, "test");
        QVERIFY(writer);
        QVERIFY((*writer)->write(randomBytes(200'000)));
        QVERIFY((*writer)->commit());
        QFile file(path);
        const qint64 whole = file.size();

        // At the second block's edge, and in the middle of the last one.
        for (const qint64 cut : {qint64(24 + 2 * (65536 + 17)), whole - 5}) {
            const QString copy = path + QString::number(cut);
            QVERIFY(QFile::copy(path, copy));
            QVERIFY(QFile::resize(copy, cut));
            auto reader = SealedFileReader::open(copy, key, "test");
            QVERIFY(reader);
            QVERIFY((*reader)->readAll(1'000'000).error().is("file.damaged"));
        }
        QVERIFY(file.open(QIODevice::Append));
        file.write("more");
        file.close();
        auto reader = SealedFileReader::open(path, key, "test");
        QVERIFY(reader);
        QVERIFY((*reader)->readAll(1'000'000).error().is("file.damaged"));
    }

    void whatIsNotCommittedLeavesNoFile()
    {
        const QString path = m_dir->filePath(u"abandoned"_s);
        {
            auto writer = SealedFileWriter::create(path, SecretKey::random(), "test");
            QVERIFY(writer);
            QVERIFY((*writer)->write(randomBytes(100'000)));
        }
        QVERIFY(QDir(m_dir->path()).entryList({u"abandoned*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void theMasterKeyIsMadeOnceAndNeverReplaced()
    {
        const auto keyring = Keyring::inFile(m_dir->path());
        const auto made = masterKey(*keyring, true);
        QVERIFY(made);
        const auto again = masterKey(*keyring, false);
        QVERIFY(again);
        QCOMPARE(QByteArrayView(reinterpret_cast<const char *>(again->data()), 32),
                 QByteArrayView(reinterpret_cast<const char *>(made->data()), 32));
        QVERIFY(keyring->write(u"master-key"_s, QByteArray()));
        QVERIFY(masterKey(*keyring, false).error().is("keyring.key_missing"));
    }

    void aKeyFileOpenToOthersIsRefused()
    {
        const auto keyring = Keyring::inFile(m_dir->path());
        QVERIFY(keyring->write(u"name"_s, "secret"_ba));
        QFile file(m_dir->filePath(u"keys"_s));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(keyring->read(u"name"_s).value(), "secret"_ba);
        QVERIFY(file.setPermissions(file.permissions() | QFile::ReadOther));
        QVERIFY(keyring->read(u"name"_s).error().is("keyring.open_to_others"));
    }

private:
    Result<QByteArray> seal(const Vault &vault, const QByteArray &owner, const QByteArray &plain,
                            const QByteArray &context)
    {
        return m_store->writeNow([&](WriteTransaction &tx) -> Result<QByteArray> {
            return vault.seal(tx, owner, plain, context);
        });
    }
    Result<QByteArray> open(const Vault &vault, const QByteArray &owner, const QByteArray &sealed,
                            const QByteArray &context)
    {
        return m_store->readNow(
            [&](Transaction &tx) -> Result<QByteArray> { return vault.open(tx, owner, sealed, context); });
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
