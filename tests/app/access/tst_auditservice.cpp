// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/auditservice.h"

#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestAuditService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.set(utcFromUs(1'768'478'400'000'000));
        auto store = Store::open(m_dir.filePath(u"%1.db"_s.arg(++m_run)), m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
    }

    void pagesComeNewestFirstWithoutGapOrDouble()
    {
        record(120, "user.read");
        QVector<qint64> seen;
        PageRequest request{50, {}};
        do {
            const auto page = list({}, request);
            for (const AuditRow &row : page.items)
                seen.append(row.seq);
            request.cursor = page.nextCursor;
        } while (!request.cursor.isEmpty());
        QCOMPARE(seen.size(), 120);
        for (qsizetype i = 0; i < seen.size(); ++i)
            QCOMPARE(seen.at(i), 120 - i);
    }

    void aRowSaysEverything()
    {
        const UserId patient = record(1, "file.read", u"rachel"_s, "192.0.2.7").first();
        const AuditRow row = list({}).items.first();
        QCOMPARE(row.actorKind, "staff"_ba);
        QCOMPARE(row.actorName, u"rachel"_s);
        QCOMPARE(row.action, "file.read"_ba);
        QCOMPARE(row.patient, patient);
        QCOMPARE(row.subject, "thing"_ba);
        QCOMPARE(row.source, "192.0.2.7"_ba);
        QCOMPARE(row.outcome, "ok"_ba);
        QCOMPARE(row.hash.size(), 32);
    }

    void filtersNarrow()
    {
        record(3, "user.read", u"rachel"_s);
        const UtcTime between = m_clock.now() + 500ms;
        record(2, "user.edit", u"Luigi"_s);
        const UserId patient = record(1, "file.read", u"luigi"_s).first();
        QCOMPARE(list({.from = between}).items.size(), 3);
        QCOMPARE(list({.until = between}).items.size(), 3);
        QCOMPARE(list({.who = u"LUIGI"_s}).items.size(), 3);
        QCOMPARE(list({.who = u"staff-rachel"_s}).items.size(), 3); // the whole id
        QCOMPARE(list({.who = u"staff-r"_s}).items.size(), 0);
        QCOMPARE(list({.actions = {"user."_ba}}).items.size(), 5);
        QCOMPARE(list({.actions = {"user.edit"_ba, "file."_ba}}).items.size(), 3);
        QCOMPARE(list({.patient = patient}).items.size(), 1);
        QCOMPARE(list({.actions = {"user."_ba}, .patient = patient}).items.size(), 0);
    }

    // However rare what is looked for, a call ends soon, and the last page is reached.
    void aRareRowIsFoundInBoundedSteps()
    {
        record(1, "token.create");
        QVERIFY(m_store->writeNow([](WriteTransaction &tx) -> Result<void> {
            for (int i = 0; i < 45'000; ++i)
                recordAudit(tx, Actor::system("command"), {.action = "user.read"});
            return {};
        }));
        int calls = 0;
        QVector<AuditRow> found;
        PageRequest request{50, {}};
        do {
            ++calls;
            const auto page = list({.actions = {"token."_ba}}, request);
            found += page.items;
            request.cursor = page.nextCursor;
        } while (!request.cursor.isEmpty());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().seq, 1);
        QCOMPARE(calls, 3);
    }

    void onlyAdministratorsRead()
    {
        Actor clinician;
        clinician.kind = Actor::Kind::Staff;
        clinician.role = Actor::Role::Clinician;
        const auto page = m_store->readNow(
            [&](Transaction &tx) { return AuditService::list(tx, clinician, {}, PageRequest{}); });
        QVERIFY(!page && page.error().is("access.admin_only"));
        const auto verdict = AuditService::verify(*m_store, clinician);
        QVERIFY(!verdict && verdict.error().is("access.admin_only"));
        const QString path = m_dir.filePath(u"refused.csv"_s);
        const auto done = AuditService::exportTo(*m_store, clinician, {}, AuditService::Format::Csv, path);
        QVERIFY(!done && done.error().is("access.admin_only"));
        QVERIFY(!QFile::exists(path));
    }

    void aBadCursorIsRefused()
    {
        const auto page = m_store->readNow([&](Transaction &tx) {
            return AuditService::list(tx, admin(), {}, PageRequest{50, "nonsense"});
        });
        QVERIFY(!page && page.error().is("page.cursor"));
    }

    void csvHoldsEveryRowAndNoFormula()
    {
        record(2500, "user.read");
        record(1, "user.edit", u"=HYPERLINK(\"http://x\"; \"y\")"_s, "-1+2");
        const QString path = m_dir.filePath(u"log.csv"_s);
        QVector<qint64> steps;
        const auto done = AuditService::exportTo(*m_store, admin(), {}, AuditService::Format::Csv, path,
                                                 [&](qint64 at, qint64 total) {
                                                     steps.append(at);
                                                     return total == 2502;
                                                 });
        QVERIFY(done);
        QCOMPARE(done->rows, 2502); // with its own
        QVERIFY(steps.size() >= 3);
        QCOMPARE(steps.last(), 2502);
        const QByteArray text = read(path);
        QCOMPARE(text.size(), done->bytes);
        QVERIFY(text.startsWith("\xef\xbb\xbf\"seq\",\"at\",\"actor_kind\""));
        QCOMPARE(text.count("\r\n"), 2503);
        QVERIFY(text.contains("\"1\",\"2026-01-15T12:00:01.000000+00:00\",\"staff\""));
        QVERIFY(text.contains("\"'=HYPERLINK(\"\"http://x\"\"; \"\"y\"\")\""));
        QVERIFY(text.contains(",\"'-1+2\","));
        QVERIFY(text.contains("\"audit.export\",\"\",\"csv\""));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void jsonHoldsWhatFits()
    {
        record(5, "user.read");
        const UserId patient = record(1, "file.read").first();
        const QString path = m_dir.filePath(u"log.json"_s);
        const auto done = AuditService::exportTo(*m_store, admin(), {.actions = {"file."_ba}},
                                                 AuditService::Format::Json, path);
        QVERIFY(done);
        QJsonParseError error{};
        const QJsonArray rows = QJsonDocument::fromJson(read(path), &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first()["seq"_L1].toInt(), 6);
        QCOMPARE(rows.first()["patient_id"_L1].toString(), QString::fromLatin1(patient.text()));
        QCOMPARE(rows.first()["hash"_L1].toString().size(), 64);
        QCOMPARE(list({.actions = {"audit.export"_ba}}).items.first().subject, "json"_ba);

        const auto none =
            AuditService::exportTo(*m_store, admin(), {.who = u"nobody"_s}, AuditService::Format::Json, path);
        QVERIFY(none && none->rows == 0);
        QVERIFY(QJsonDocument::fromJson(read(path), &error).isArray());
    }

    void anExportThatIsStoppedLeavesNoFile()
    {
        record(10, "user.read");
        const QString path = m_dir.filePath(u"stopped.csv"_s);
        const auto done = AuditService::exportTo(*m_store, admin(), {}, AuditService::Format::Csv, path,
                                                 [](qint64, qint64) { return false; });
        QVERIFY(!done && done.error().is("cancelled"));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(list({.actions = {"audit.export"_ba}}).items.size(), 1); // somebody began to read
        const auto nowhere = AuditService::exportTo(*m_store, admin(), {}, AuditService::Format::Csv,
                                                    m_dir.filePath(u"no/such/folder.csv"_s));
        QVERIFY(!nowhere && nowhere.error().is("audit.unwritable"));
    }

    void aWholeLogIsProved()
    {
        record(30, "user.read");
        const auto verdict = AuditService::verify(*m_store, admin());
        QVERIFY(verdict && !verdict->brokenAt);
        QCOMPARE(verdict->rows, 30);
        QCOMPARE(list({.actions = {"audit.verify"_ba}}).items.first().outcome, "ok"_ba);
    }

    void aChangedRowIsNamed()
    {
        record(30, "user.read");
        tamper("UPDATE audit SET actor_name = 'somebody else' WHERE seq = 17");
        const auto verdict = AuditService::verify(*m_store, admin());
        QVERIFY(verdict);
        QCOMPARE(verdict->brokenAt, std::optional<qint64>(17));
        QCOMPARE(list({.actions = {"audit.verify"_ba}}).items.first().outcome, "audit.broken"_ba);
    }

private:
    static Actor admin()
    {
        Actor actor;
        actor.kind = Actor::Kind::Staff;
        actor.role = Actor::Role::Admin;
        actor.id = "staff-admin";
        actor.name = u"admin"_s;
        actor.source = "console";
        return actor;
    }

    QVector<UserId> record(int count, const char *action, const QString &who = u"rachel"_s,
                           const QByteArray &source = "console")
    {
        QVector<UserId> patients;
        for (int i = 0; i < count; ++i) {
            m_clock.advance(1s);
            patients.append(UserId::generate(m_clock.now()));
        }
        const UtcTime start = m_clock.now() - count * 1s;
        for (int i = 0; i < count; ++i) {
            m_clock.set(start + (i + 1) * 1s);
            const auto done = m_store->writeNow([&](WriteTransaction &tx) -> Result<void> {
                Actor actor = admin();
                actor.id = "staff-" + who.toUtf8();
                actor.name = who;
                actor.source = source;
                recordAudit(tx, actor, {.action = action, .patient = patients.at(i), .subject = "thing"});
                return {};
            });
            if (!done)
                qFatal("a row could not be written");
        }
        return patients;
    }

    Page<AuditRow> list(const AuditFilter &filter, const PageRequest &page = {})
    {
        return m_store
            ->readNow([&](Transaction &tx) { return AuditService::list(tx, admin(), filter, page); })
            .value();
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void tamper(const char *sql)
    {
        const QByteArray path = m_store->path().toUtf8();
        m_store.reset();
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(path.constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "DROP TRIGGER audit_no_update", nullptr, nullptr, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(db);
        auto store = Store::open(QString::fromUtf8(path), m_clock);
        QVERIFY(store);
        m_store = *std::move(store);
    }

    QTemporaryDir m_dir;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    int m_run = 0;
};

QTEST_MAIN(TestAuditService)
#include "tst_auditservice.moc"
