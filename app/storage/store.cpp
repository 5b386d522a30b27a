// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/store.h"

#include "app/storage/migrations.h"
#include "app/storage/writer.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace anteroom {

namespace {

// Above this a full check at every start would keep people waiting; `verify` looks at everything.
constexpr qint64 checkedAtStart = 64 * 1024 * 1024;

Error withDetail(Error error, const QString &detail)
{
    error.data.insert(QStringLiteral("detail"), detail);
    return error;
}

Error damaged(const QString &detail)
{
    return withDetail({ErrorCode::Internal, "storage.damaged", nullptr, {}}, detail);
}

Result<void> checkWhole(Connection &connection, qint64 size)
{
    if (size > checkedAtStart)
        return {};
    Cursor row = connection.query("PRAGMA quick_check(1)", {});
    if (!row.next())
        return fail(damaged(QString::fromUtf8(connection.errorText())));
    const QString verdict = row.text(0);
    return verdict == QLatin1String("ok") ? Result<void>() : fail(damaged(verdict));
}

Result<void> copyDatabase(sqlite3 *from, const QString &file)
{
    sqlite3 *to = nullptr;
    int code =
        sqlite3_open_v2(file.toUtf8().constData(), &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
        code = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(to);
        if (backup)
            sqlite3_backup_finish(backup);
    }
    sqlite3_close(to);
    if (code == SQLITE_DONE)
        return {};
    if ((code & 0xff) == SQLITE_FULL)
        return fail(ErrorCode::Unavailable, "storage.full");
    return fail(ErrorCode::Internal, "storage.failed", nullptr,
                {{QStringLiteral("detail"), QString::fromUtf8(sqlite3_errstr(code))}});
}

// Looks at what is there, keeps a copy of it where the schema is about to change, and migrates.
Result<void> prepareDatabase(const QString &path)
{
    const qint64 size = QFileInfo(path).size();
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    Connection &db = **connection;
    if (!db.runScript("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON"))
        return fail(withDetail(db.error(), QString::fromUtf8(db.errorText())));
    if (size > 0) {
        if (const auto whole = checkWhole(db, size); !whole)
            return whole;
    }
    const int schema = schemaOf(db);
    if (db.failed())
        return fail(withDetail(db.error(), QString::fromUtf8(db.errorText())));
    if (schema > 0 && schema < newestSchema()) {
        const QString copy = QStringLiteral("%1.before-schema-%2").arg(path).arg(newestSchema());
        if (const auto copied = copyDatabase(db.handle(), copy); !copied)
            return copied;
    }
    if (const auto migrated = migrate(db); !migrated)
        return fail(withDetail(migrated.error(), QString::fromUtf8(db.errorText())));
    return {};
}

} // namespace

// ---- Reader ----

Reader::Reader(std::unique_ptr<Connection> connection, const Clock &clock)
    : m_connection(std::move(connection))
    , m_clock(clock)
{
}

bool Reader::begin()
{
    if (!m_connection)
        return false;
    m_connection->clearError();
    m_connection->execute("BEGIN", {});
    return !m_connection->failed();
}

bool Reader::end()
{
    const bool good = !m_connection->failed();
    const Error error = good ? Error{} : m_connection->error();
    m_connection->execute("COMMIT", {});
    return good;
}

Error Reader::takeError()
{
    return m_connection ? m_connection->error() : Error{ErrorCode::Internal, "storage.open", nullptr, {}};
}

// ---- Store ----

Store::Store(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
    , m_readers(std::make_unique<QThreadPool>())
{
    m_readers->setMaxThreadCount(2);
    m_readers->setExpiryTimeout(-1);
}

Store::~Store()
{
    m_readers.reset();
    m_writer.reset();
}

Result<std::unique_ptr<Store>> Store::open(const QString &path, const Clock &clock)
{
    if (const auto prepared = prepareDatabase(path); !prepared)
        return fail(prepared.error());
    std::unique_ptr<Store> store(new Store(path, clock));
    store->m_writer = std::make_unique<Writer>(path, clock, store->m_changes);
    if (const auto begun = store->m_writer->begin(); !begun)
        return fail(begun.error());
    return store;
}

void Store::submit(std::unique_ptr<detail::WriteJob> job)
{
    m_writer->submit(std::move(job));
}

int Store::waitingWrites() const
{
    return m_writer->waiting();
}

void Store::writeLater(std::function<void(WriteTransaction &)> fn)
{
    m_writer->submitLater(std::move(fn));
}

Result<std::unique_ptr<Reader>> Store::openReader() const
{
    auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
    if (!connection)
        return fail(connection.error());
    (*connection)
        ->runScript("PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0; PRAGMA cache_size=-4096;"
                    "PRAGMA temp_store=MEMORY; PRAGMA query_only=ON");
    if ((*connection)->failed())
        return fail((*connection)->error());
    return std::make_unique<Reader>(*std::move(connection), m_clock);
}

Reader &Store::pooledReader()
{
    // Ends with the pool's thread; the pool ends before the store does. One store's pool never runs another's
    // work.
    static thread_local std::unique_ptr<Reader> reader;
    if (!reader) {
        auto opened = openReader();
        if (!opened)
            reader = std::make_unique<Reader>(nullptr, m_clock);
        else
            reader = *std::move(opened);
    }
    return *reader;
}

QFuture<Result<std::optional<qint64>>> Store::scrub(qint64 first)
{
    auto promise = std::make_shared<QPromise<Result<std::optional<qint64>>>>();
    auto future = promise->future();
    promise->start();
    m_writer->submitScrub({first, [promise](Result<std::optional<qint64>> next) {
                               promise->addResult(std::move(next));
                               promise->finish();
                           }});
    return future;
}

QFuture<Result<void>> Store::copyTo(const QString &file)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    QFuture<Result<void>> future = promise->future();
    promise->start();
    m_readers->start([this, file, promise] {
        auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
        promise->addResult(connection ? copyDatabase((*connection)->handle(), file)
                                      : fail(connection.error()));
        promise->finish();
    });
    return future;
}

} // namespace anteroom
