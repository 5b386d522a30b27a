// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/migrations.h"
#include "app/storage/store.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

constexpr auto insertSetting = "INSERT INTO settings (key, value, changed_at) VALUES (?, ?, ?)";

Result<int> countSettings(Transaction &tx)
{
    Cursor row = tx.query("SELECT count(*) FROM settings");
    return row.next() ? int(row.integer(0)) : -1;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"anteroom.db"_s);
        auto store = Store::open(m_path, m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
    }

    void cleanup()
    {
        m_store.reset();
        m_dir.reset();
    }

    void writesAreReadBack()
    {
        const auto written = m_store->writeNow([](WriteTransaction &tx) -> Result<int> {
            return tx.execute(insertSetting, "key", u"значення"_s, tx.now());
        });
        QCOMPARE(written.value(), 1);
        const auto read = m_store->readNow([](Transaction &tx) -> Result<QString> {
            Cursor row = tx.query("SELECT value FROM settings WHERE key = ?", "key");
            return row.next() ? row.text(0) : QString();
        });
        QCOMPARE(read.value(), u"значення"_s);
    }

    void anErrorLeavesNothing()
    {
        const auto refused = m_store->writeNow([](WriteTransaction &tx) -> Result<int> {
            tx.execute(insertSetting, "key", "value", tx.now());
            return fail(ErrorCode::Conflict, "test.refused");
        });
        QVERIFY(!refused);
        QVERIFY(refused.error().is("test.refused"));
        QCOMPARE(m_store->readNow(countSettings).value(), 0);
    }

    void aFailedStatementFailsItsWorkAlone()
    {
        // Both are handed in while the writer is held up, so that they share a commit.
        QSemaphore held, go;
        auto blocked = m_store->write([&](WriteTransaction &) -> Result<bool> {
            held.release();
            go.acquire();
            return true;
        });
        held.acquire();
        auto broken = m_store->write([](WriteTransaction &tx) -> Result<int> {
            tx.execute(insertSetting, "broken", "value", tx.now());
            return tx.execute("INSERT INTO no_such_table VALUES (1)");
        });
        auto good = m_store->write([](WriteTransaction &tx) -> Result<int> {
            return tx.execute(insertSetting, "good", "value", tx.now());
        });
        go.release();
        QVERIFY(blocked.result().has_value());
        QVERIFY(!broken.result());
        QVERIFY(broken.result().error().is("storage.failed"));
        QCOMPARE(good.result().value(), 1);
        QCOMPARE(m_store->readNow(countSettings).value(), 1);
    }

    void whatFailsAmongOthersIsUndoneAlone()
    {
        QVector<ChangeSet> told;
        QObject receiver;
        connect(&m_store->changes(), &ChangeFeed::changed, &receiver,
                [&](const ChangeSet &set) { told.append(set); });
        const auto keep = [](const char *key) {
            return [key](WriteTransaction &tx) -> Result<int> {
                tx.changed(Topic::Settings, key);
                return tx.execute(insertSetting, key, "value", tx.now());
            };
        };
        // All share a commit: the second has written something when it gives up, so that the first is run
        // anew.
        QSemaphore held, go;
        auto blocked = m_store->write([&](WriteTransaction &) -> Result<bool> {
            held.release();
            go.acquire();
            return true;
        });
        held.acquire();
        m_store->writeLater([](WriteTransaction &tx) { tx.execute(insertSetting, "later", "", tx.now()); });
        auto before = m_store->write(keep("before"));
        auto refused = m_store->write([](WriteTransaction &tx) -> Result<int> {
            tx.execute(insertSetting, "refused", "value", tx.now());
            tx.changed(Topic::Users, "refused");
            return fail(ErrorCode::Conflict, "test.refused");
        });
        auto after = m_store->write(keep("after"));
        auto idle = m_store->write(
            [](WriteTransaction &) -> Result<int> { return fail(ErrorCode::NotFound, "test.nothing"); });
        go.release();
        QVERIFY(blocked.result().has_value());
        QCOMPARE(before.result().value(), 1);
        QVERIFY(refused.result().error().is("test.refused"));
        QCOMPARE(after.result().value(), 1);
        QVERIFY(idle.result().error().is("test.nothing"));
        QCOMPARE(m_store->readNow(countSettings).value(), 3);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first(), (ChangeSet{{Topic::Settings, "before"}, {Topic::Settings, "after"}}));
    }

    void aDuplicateIsAnAnswer()
    {
        const auto outcome = m_store->writeNow([](WriteTransaction &tx) -> Result<QPair<bool, bool>> {
            const bool first = tx.insertUnlessDuplicate(insertSetting, "key", "value", tx.now());
            const bool second = tx.insertUnlessDuplicate(insertSetting, "key", "other", tx.now());
            return qMakePair(first, second);
        });
        QCOMPARE(outcome.value(), qMakePair(true, false));
        QCOMPARE(m_store->readNow(countSettings).value(), 1);
    }

    void changesAreToldAfterTheCommitAndOnlyForWhatIsKept()
    {
        QVector<ChangeSet> told;
        QObject receiver;
        connect(&m_store->changes(), &ChangeFeed::changed, &receiver,
                [&](const ChangeSet &set) { told.append(set); });
        [[maybe_unused]] const auto refused = m_store->writeNow([](WriteTransaction &tx) -> Result<bool> {
            tx.changed(Topic::Users, "lost");
            return fail(ErrorCode::Conflict, "test.refused");
        });
        QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<bool> {
            tx.changed(Topic::Settings, "kept");
            return true;
        }));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first(), (ChangeSet{{Topic::Settings, "kept"}}));
    }

    void whatNobodyWaitsForIsWrittenSoon()
    {
        m_store->writeLater(
            [](WriteTransaction &tx) { tx.execute(insertSetting, "later", "value", tx.now()); });
        QTRY_COMPARE(m_store->readNow(countSettings).value(), 1);
    }

    void everyWriteHandedInIsDoneBeforeTheEnd()
    {
        for (int i = 0; i < 1000; ++i) {
            m_store->write(
                [i](WriteTransaction &tx) -> Result<int> {
                    return tx.execute(insertSetting, QByteArray::number(i), "value", tx.now());
                },
                [](const Result<int> &) {});
        }
        m_store.reset();
        auto again = Store::open(m_path, m_clock);
        QVERIFY(again);
        QCOMPARE((*again)->readNow(countSettings).value(), 1000);
    }

    void aQueryInsideItselfWorks()
    {
        const auto pairs = m_store->writeNow([](WriteTransaction &tx) -> Result<int> {
            tx.execute(insertSetting, "a", "1", tx.now());
            tx.execute(insertSetting, "b", "2", tx.now());
            constexpr auto all = "SELECT key FROM settings";
            int count = 0;
            for (Cursor outer = tx.query(all); outer.next();) {
                for (Cursor inner = tx.query(all); inner.next();)
                    ++count;
            }
            return count;
        });
        QCOMPARE(pairs.value(), 4);
    }

    void readersCannotWrite()
    {
        auto reader = m_store->openReader();
        QVERIFY(reader);
        const auto result = (*reader)->run([](Transaction &tx) -> Result<bool> {
            Cursor row = tx.query("DELETE FROM settings");
            row.next();
            return true;
        });
        QVERIFY(!result);
    }

    void aDamagedFileIsSaidAndLeftAlone()
    {
        m_store.reset();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 8192);
        file.seek(4096);
        file.write(QByteArray(4096, '\x5a'));
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();

        const auto opened = Store::open(m_path, m_clock);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is("storage.damaged"), opened.error().reason);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void aFileThatIsNoDatabaseIsSaid()
    {
        m_store.reset();
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(
            "This is a letter to a patient, not a database. It is long enough to be read as one, nearly.\n");
        file.close();
        const auto opened = Store::open(m_path, m_clock);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is("storage.damaged"), opened.error().reason);
    }

    void aNewerSchemaIsRefused()
    {
        QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<bool> {
            tx.execute("PRAGMA user_version = 9999");
            return true;
        }));
        m_store.reset();
        const auto opened = Store::open(m_path, m_clock);
        QVERIFY(!opened);
        QVERIFY2(opened.error().is("storage.newer"), opened.error().reason);
    }

    void theAuditLogCannotBeChanged()
    {
        const auto changed = m_store->writeNow([](WriteTransaction &tx) -> Result<int> {
            tx.execute("INSERT INTO audit (at, actor_kind, action, outcome, hash) VALUES (1, 'system', 'a', "
                       "'ok', x'00')");
            return tx.execute("UPDATE audit SET outcome = 'other'");
        });
        QVERIFY(!changed);
    }

    void aCopyIsWhole()
    {
        QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<int> {
            return tx.execute(insertSetting, "key", "value", tx.now());
        }));
        const QString copy = m_dir->filePath(u"copy.db"_s);
        QVERIFY(m_store->copyTo(copy).result().has_value());
        auto store = Store::open(copy, m_clock);
        QVERIFY(store);
        QCOMPARE((*store)->readNow(countSettings).value(), 1);
    }

private:
    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
