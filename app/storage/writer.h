// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/store.h"

#include <QThread>

#include <condition_variable>
#include <mutex>

namespace anteroom {

/// The thread that owns the only writable connection: group commit (ARCHITECTURE.md, Store).
class Writer final : public QThread
{
    Q_OBJECT

public:
    Writer(QString path, const Clock &clock, ChangeFeed &changes);
    /// Finishes what was handed in.
    ~Writer() override;

    /// Starts the thread and waits until its connection is open.
    Result<void> begin();

    void submit(std::unique_ptr<detail::WriteJob> job);
    void submitLater(std::function<void(WriteTransaction &)> fn);
    /// A piece of Store::scrub().
    struct Scrub
    {
        qint64 first = 1;
        std::function<void(Result<std::optional<qint64>>)> done;
    };
    void submitScrub(Scrub scrub);
    /// How much has been handed in and not been taken up yet.
    int waiting();

protected:
    void run() override;

private:
    using Jobs = std::vector<std::unique_ptr<detail::WriteJob>>;
    using LaterJobs = std::vector<std::function<void(WriteTransaction &)>>;

    bool takeWork(Jobs &jobs, LaterJobs &later);
    /// What became of a batch before its commit.
    struct Batch
    {
        std::vector<std::optional<Error>> fates; ///< of each job; set where the store failed
        ChangeSet changes;
    };
    enum class Care { Together, EachInSavepoint };
    enum class Piece { Kept, Nothing, Spoilt };

    void commitTogether(Connection &connection, Jobs &jobs, LaterJobs &later);
    /// Runs everything inside the transaction that is open; false where Together a piece failed after it had
    /// changed something.
    bool runAll(Connection &connection, Jobs &jobs, LaterJobs &later, Care care, Batch &batch);
    /// Runs one piece. `fate` is set where the store failed.
    template<typename F>
    Piece runPiece(Connection &connection, F &&work, Care care, std::optional<Error> &fate,
                   ChangeSet &changes);
    void putBack(LaterJobs later);
    void scrub(Connection &connection);

    const QString m_path;
    const Clock &m_clock;
    ChangeFeed &m_changes;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Jobs m_jobs;
    LaterJobs m_later;
    std::vector<Scrub> m_scrubs;
    bool m_stopping = false;
    bool m_opened = false;
    std::optional<Error> m_openError;
};

} // namespace anteroom
