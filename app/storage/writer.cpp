// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/writer.h"

#include "app/storage/scrub.h"

#include <QLoggingCategory>

#include <sqlite3.h>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logStorage, "anteroom.storage")

constexpr auto laterWithin = std::chrono::milliseconds(100);
// How long a checkpoint waits for readers, and the writer with it; and what Qt's driver sets for all else.
constexpr int checkpointWaitMs = 50;
constexpr int usualWaitMs = 5000;
constexpr int pagesPerScrub = 2048; // 8 MiB: some milliseconds in which nothing is written
// Bounds how long the first of a batch waits for the last.
constexpr size_t jobsPerCommit = 512;
// Rows nobody waits for are not kept without end while the disk is full.
constexpr size_t laterKept = 100'000;

} // namespace

Writer::Writer(QString path, const Clock &clock, ChangeFeed &changes)
    : m_path(std::move(path))
    , m_clock(clock)
    , m_changes(changes)
{
    setObjectName(QStringLiteral("writer"));
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    wait();
}

Result<void> Writer::begin()
{
    start();
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_opened; });
    if (m_openError)
        return fail(*m_openError);
    return {};
}

void Writer::submit(std::unique_ptr<detail::WriteJob> job)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_jobs.empty();
        m_jobs.push_back(std::move(job));
    }
    if (wake)
        m_wake.notify_one();
}

void Writer::submitLater(std::function<void(WriteTransaction &)> fn)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        wake = m_later.empty();
        if (m_later.size() < laterKept)
            m_later.push_back(std::move(fn));
    }
    if (wake)
        m_wake.notify_one();
}

void Writer::submitScrub(Scrub scrub)
{
    {
        const std::lock_guard lock(m_mutex);
        m_scrubs.push_back(std::move(scrub));
    }
    m_wake.notify_one();
}

int Writer::waiting()
{
    const std::lock_guard lock(m_mutex);
    return int(m_jobs.size() + m_later.size());
}

void Writer::run()
{
    auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
    if (connection &&
        !(*connection)
             ->runScript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                         "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0;"
                         "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=2000;"
                         "PRAGMA journal_size_limit=67108864"))
        connection = fail((*connection)->error());
    {
        const std::lock_guard lock(m_mutex);
        m_opened = true;
        if (!connection)
            m_openError = connection.error();
    }
    m_wake.notify_all();
    if (!connection)
        return;

    Jobs jobs;
    LaterJobs later;
    while (takeWork(jobs, later)) {
        if (!jobs.empty() || !later.empty())
            commitTogether(**connection, jobs, later);
        scrub(**connection);
        jobs.clear();
        later.clear();
    }
    (*connection)->runScript("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Waits for work. Rows that nobody waits for are left to ride with others for a while.
bool Writer::takeWork(Jobs &jobs, LaterJobs &later)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock,
                [this] { return m_stopping || !m_jobs.empty() || !m_later.empty() || !m_scrubs.empty(); });
    if (m_jobs.empty() && m_scrubs.empty() && !m_stopping)
        m_wake.wait_for(lock, laterWithin, [this] { return m_stopping || !m_jobs.empty(); });
    if (m_jobs.size() <= jobsPerCommit) {
        jobs.swap(m_jobs);
    } else {
        const auto end = m_jobs.begin() + jobsPerCommit;
        jobs.assign(std::move_iterator(m_jobs.begin()), std::move_iterator(end));
        m_jobs.erase(m_jobs.begin(), end);
    }
    later.swap(m_later);
    return !jobs.empty() || !later.empty() || !m_scrubs.empty() || !m_stopping;
}

// Readers are short: who asks tries again, rather than that all writing waits for them.
void Writer::scrub(Connection &connection)
{
    std::vector<Scrub> asked;
    {
        const std::lock_guard lock(m_mutex);
        asked.swap(m_scrubs);
    }
    for (const Scrub &piece : asked) {
        sqlite3_busy_timeout(connection.handle(), checkpointWaitMs);
        const int code = sqlite3_wal_checkpoint_v2(connection.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE,
                                                   nullptr, nullptr);
        sqlite3_busy_timeout(connection.handle(), usualWaitMs);
        if (code != SQLITE_OK) {
            piece.done(std::nullopt);
            continue;
        }
        const qint64 next = scrubGaps(connection.handle(), piece.first, pagesPerScrub);
        if (next < 0)
            piece.done(fail(ErrorCode::Internal, "storage.failed"));
        else
            piece.done(std::optional(next));
    }
}

// SQLite gives up the whole transaction by itself on a full disk or an I/O error.
static bool isLost(Connection &connection)
{
    return connection.failed() || sqlite3_get_autocommit(connection.handle()) != 0;
}

template<typename F>
Writer::Piece Writer::runPiece(Connection &connection, F &&work, Care care, std::optional<Error> &fate,
                               ChangeSet &changes)
{
    const sqlite3_int64 changedBefore = sqlite3_total_changes64(connection.handle());
    if (care == Care::EachInSavepoint)
        connection.execute("SAVEPOINT piece", {});
    WriteTransaction tx(connection, m_clock.now());
    bool keep = work(tx);
    if (connection.failed()) {
        fate = connection.error();
        keep = false;
        connection.clearError();
    }
    if (sqlite3_get_autocommit(connection.handle()) != 0)
        return Piece::Nothing;
    if (care == Care::EachInSavepoint) {
        if (!keep)
            connection.execute("ROLLBACK TO piece", {});
        connection.execute("RELEASE piece", {});
    } else if (!keep && sqlite3_total_changes64(connection.handle()) != changedBefore) {
        return Piece::Spoilt;
    }
    if (keep)
        changes += tx.takeChanges();
    return keep ? Piece::Kept : Piece::Nothing;
}

bool Writer::runAll(Connection &connection, Jobs &jobs, LaterJobs &later, Care care, Batch &batch)
{
    batch.fates.assign(jobs.size(), std::nullopt);
    batch.changes.clear();
    for (size_t i = 0; i < later.size() && !isLost(connection); ++i) {
        std::optional<Error> fate;
        const auto work = [&](WriteTransaction &tx) {
            later[i](tx);
            return true;
        };
        if (runPiece(connection, work, care, fate, batch.changes) == Piece::Spoilt)
            return false;
    }
    for (size_t i = 0; i < jobs.size() && !isLost(connection); ++i) {
        const auto work = [&](WriteTransaction &tx) { return jobs[i]->run(tx); };
        if (runPiece(connection, work, care, batch.fates[i], batch.changes) == Piece::Spoilt)
            return false;
    }
    return true;
}

// A savepoint makes SQLite copy every page that the piece touches, a fifth of a write's work. Pieces that
// fail after they have written something are rare; so the copies are made only when one has.
void Writer::commitTogether(Connection &connection, Jobs &jobs, LaterJobs &later)
{
    Batch batch;
    connection.clearError();
    connection.execute("BEGIN IMMEDIATE", {});
    if (!isLost(connection) && !runAll(connection, jobs, later, Care::Together, batch)) {
        connection.execute("ROLLBACK", {});
        connection.execute("BEGIN IMMEDIATE", {});
        if (!isLost(connection))
            runAll(connection, jobs, later, Care::EachInSavepoint, batch);
    }
    batch.fates.resize(jobs.size());

    std::optional<Error> batchError;
    if (!isLost(connection))
        connection.execute("COMMIT", {});
    else if (!connection.failed())
        batchError = Error{ErrorCode::Unavailable, "storage.full", nullptr, {}};
    if (connection.failed())
        batchError = connection.error();
    if (batchError) {
        connection.clearError();
        if (sqlite3_get_autocommit(connection.handle()) == 0)
            connection.execute("ROLLBACK", {});
        connection.clearError();
        qCWarning(logStorage, "a commit failed (%s); nothing of it is kept", batchError->reason);
        batch.changes.clear();
        putBack(std::move(later));
    }

    // First what changed: who hears that a setting is written may rely on its being in force.
    if (!batch.changes.isEmpty())
        Q_EMIT m_changes.changed(batch.changes);
    for (size_t i = 0; i < jobs.size(); ++i)
        jobs[i]->finish(batchError ? &*batchError : batch.fates[i] ? &*batch.fates[i] : nullptr);
}

void Writer::putBack(LaterJobs later)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_later.size() + later.size() > laterKept)
        return;
    m_later.insert(m_later.begin(), std::move_iterator(later.begin()), std::move_iterator(later.end()));
}

} // namespace anteroom
