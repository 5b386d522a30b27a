// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/writer.h"

#include <QLoggingCategory>

#include <sqlite3.h>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logStorage, "anteroom.storage")

constexpr auto laterWithin = std::chrono::milliseconds(100);
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
        commitTogether(**connection, jobs, later);
        jobs.clear();
        later.clear();
    }
    (*connection)->runScript("PRAGMA wal_checkpoint(TRUNCATE)");
}

// Waits for work. Rows that nobody waits for are left to ride with others for a while.
bool Writer::takeWork(Jobs &jobs, LaterJobs &later)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty() || !m_later.empty(); });
    if (m_jobs.empty() && !m_stopping)
        m_wake.wait_for(lock, laterWithin, [this] { return m_stopping || !m_jobs.empty(); });
    if (m_jobs.size() <= jobsPerCommit) {
        jobs.swap(m_jobs);
    } else {
        const auto end = m_jobs.begin() + jobsPerCommit;
        jobs.assign(std::move_iterator(m_jobs.begin()), std::move_iterator(end));
        m_jobs.erase(m_jobs.begin(), end);
    }
    later.swap(m_later);
    return !jobs.empty() || !later.empty() || !m_stopping;
}

template<typename F>
bool Writer::runInSavepoint(Connection &connection, WriteTransaction &tx, F &&work,
                            std::optional<Error> &fate)
{
    connection.execute("SAVEPOINT piece", {});
    bool keep = work(tx);
    if (connection.failed()) {
        fate = connection.error();
        keep = false;
        connection.clearError();
    }
    // SQLite gives up the whole transaction by itself on a full disk or an I/O error.
    if (sqlite3_get_autocommit(connection.handle()) != 0)
        return false;
    if (!keep)
        connection.execute("ROLLBACK TO piece", {});
    connection.execute("RELEASE piece", {});
    return keep;
}

void Writer::commitTogether(Connection &connection, Jobs &jobs, LaterJobs &later)
{
    std::vector<std::optional<Error>> fates(jobs.size());
    ChangeSet changes;
    connection.clearError();
    connection.execute("BEGIN IMMEDIATE", {});

    const auto lost = [&connection] {
        return connection.failed() || sqlite3_get_autocommit(connection.handle()) != 0;
    };
    for (size_t i = 0; i < later.size() && !lost(); ++i) {
        WriteTransaction tx(connection, m_clock.now());
        std::optional<Error> fate;
        if (runInSavepoint(
                connection, tx,
                [&](WriteTransaction &t) {
                    later[i](t);
                    return true;
                },
                fate))
            changes += tx.takeChanges();
    }
    for (size_t i = 0; i < jobs.size() && !lost(); ++i) {
        WriteTransaction tx(connection, m_clock.now());
        if (runInSavepoint(
                connection, tx, [&](WriteTransaction &t) { return jobs[i]->run(t); }, fates[i]))
            changes += tx.takeChanges();
    }

    std::optional<Error> batchError;
    if (!lost())
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
        changes.clear();
        putBack(std::move(later));
    }

    // First what changed: who hears that a setting is written may rely on its being in force.
    if (!changes.isEmpty())
        Q_EMIT m_changes.changed(changes);
    for (size_t i = 0; i < jobs.size(); ++i)
        jobs[i]->finish(batchError ? &*batchError : fates[i] ? &*fates[i] : nullptr);
}

void Writer::putBack(LaterJobs later)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_later.size() + later.size() > laterKept)
        return;
    m_later.insert(m_later.begin(), std::move_iterator(later.begin()), std::move_iterator(later.end()));
}

} // namespace anteroom
