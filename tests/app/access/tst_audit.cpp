// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/audit.h"

#include "app/storage/store.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void emptyLogIsWhole();
    void chainIsWhole();
    void rowsThatFailLeaveNoGap();
    void findsTampering_data();
    void findsTampering();
    void fieldsCannotBeShifted();
    void progressCanStop();
    void refusesChanges();
    void scopesRoundTrip();

private:
    void record(int count);
    AuditVerdict verify();
    void tamper(const char *sql);

    QTemporaryDir m_dir;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    int m_run = 0;
};

void TestAudit::init()
{
    auto store = Store::open(m_dir.filePath(u"%1.db"_s.arg(++m_run)), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestAudit::cleanup()
{
    m_store.reset();
}

void TestAudit::record(int count)
{
    for (int i = 0; i < count; ++i) {
        m_clock.advance(1s);
        QVERIFY(m_store->writeNow([&](WriteTransaction &tx) -> Result<void> {
            Actor actor = Actor::system("command");
            actor.id = QByteArray::number(i);
            recordAudit(tx, actor,
                        {.action = "user.read", .patient = UserId::generate(tx.now()), .subject = "s"});
            return {};
        }));
    }
}

AuditVerdict TestAudit::verify()
{
    AuditVerdict verdict;
    (void)m_store->readNow([&](Transaction &tx) -> Result<void> {
        verdict = verifyAudit(tx);
        return {};
    });
    return verdict;
}

void TestAudit::tamper(const char *sql)
{
    const QByteArray path = m_store->path().toUtf8();
    m_store.reset();
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(path.constData(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete", nullptr, nullptr,
                          nullptr),
             SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
    auto store = Store::open(QString::fromUtf8(path), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestAudit::emptyLogIsWhole()
{
    const AuditVerdict verdict = verify();
    QCOMPARE(verdict.rows, 0);
    QVERIFY(!verdict.brokenAt);
}

void TestAudit::chainIsWhole()
{
    record(20);
    const AuditVerdict verdict = verify();
    QCOMPARE(verdict.rows, 20);
    QVERIFY(!verdict.brokenAt);
}

void TestAudit::rowsThatFailLeaveNoGap()
{
    record(2);
    const auto failed = m_store->writeNow([](WriteTransaction &tx) -> Result<void> {
        recordAudit(tx, Actor::system("command"), {.action = "user.create"});
        return fail(ErrorCode::Conflict, "test");
    });
    QVERIFY(!failed);
    record(2);
    const AuditVerdict verdict = verify();
    QCOMPARE(verdict.rows, 4);
    QVERIFY(!verdict.brokenAt);
}

void TestAudit::findsTampering_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("brokenAt");
    QTest::newRow("changed") << "UPDATE audit SET outcome = 'refused' WHERE seq = 3"_ba << qint64(3);
    QTest::newRow("time") << "UPDATE audit SET at = at + 1 WHERE seq = 4"_ba << qint64(4);
    QTest::newRow("null filled") << "UPDATE audit SET actor_name = 'x' WHERE seq = 5"_ba << qint64(5);
    QTest::newRow("patient removed") << "UPDATE audit SET patient_id = NULL WHERE seq = 2"_ba << qint64(2);
    QTest::newRow("first removed") << "DELETE FROM audit WHERE seq = 1"_ba << qint64(1);
    QTest::newRow("one removed") << "DELETE FROM audit WHERE seq = 3"_ba << qint64(3);
    QTest::newRow("removed and closed up")
        << "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3"_ba << qint64(3);
    QTest::newRow("hash") << "UPDATE audit SET hash = zeroblob(32) WHERE seq = 6"_ba << qint64(6);
    QTest::newRow("two changed places")
        << "UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; "
           "UPDATE audit SET seq = 3 WHERE seq = 99"_ba
        << qint64(2);
}

void TestAudit::findsTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, brokenAt);
    record(6);
    tamper(sql.constData());
    const AuditVerdict verdict = verify();
    QVERIFY(verdict.brokenAt);
    QCOMPARE(*verdict.brokenAt, brokenAt);
}

void TestAudit::fieldsCannotBeShifted()
{
    record(3);
    // The same bytes in a row, cut at another place.
    tamper("UPDATE audit SET action = 'user.rea', subject = 'ds' WHERE seq = 2");
    QCOMPARE(verify().brokenAt.value_or(0), 2);
}

void TestAudit::progressCanStop()
{
    (void)m_store->writeNow([](WriteTransaction &tx) -> Result<void> {
        for (int i = 0; i < 10'000; ++i)
            recordAudit(tx, Actor::system("command"), {.action = "user.read"});
        return {};
    });
    QVector<qint64> seen;
    (void)m_store->readNow([&](Transaction &tx) -> Result<void> {
        const AuditVerdict verdict = verifyAudit(tx, [&](qint64 rows) {
            seen.append(rows);
            return false;
        });
        if (verdict.rows == 10'000)
            return fail(ErrorCode::Internal, "did not stop");
        return {};
    });
    QCOMPARE(seen, QVector<qint64>{4096});
}

void TestAudit::refusesChanges()
{
    record(1);
    for (const char *sql : {"UPDATE audit SET outcome = 'x'", "DELETE FROM audit"}) {
        QVERIFY(!m_store->writeNow([sql](WriteTransaction &tx) -> Result<void> {
            tx.execute(sql);
            return {};
        }));
    }
    QCOMPARE(verify().rows, 1);
}

void TestAudit::scopesRoundTrip()
{
    QCOMPARE(allScopes().size(), 14);
    for (const Scope scope : allScopes())
        QCOMPARE(scopeByName(scopeName(scope)), std::optional(scope));
    QCOMPARE(scopesText(Scope::Admin | Scope::FileRequestRead), "file_request:read admin"_ba);
    QCOMPARE(parseScopes(" job:read  file:read\t").value(), Scopes(Scope::JobRead | Scope::FileRead));
    QCOMPARE(parseScopes("").value(), Scopes());
    const auto unknown = parseScopes("job:read file:write");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().is("scope.unknown"));
    QCOMPARE(unknown.error().data.value(u"scope"_s).toString(), u"file:write"_s);
    QVERIFY(!scopeByName("Admin"));
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
