// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/storage/transaction.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <type_traits>

namespace anteroom {

class Writer;

namespace detail {

/// A piece of work for the writer: run() inside the batch's transaction, finish() once its fate is certain.
class WriteJob
{
public:
    virtual ~WriteJob() = default;
    /// Whether what was done is to be kept. Called again where the batch is run anew. Writer's thread.
    virtual bool run(WriteTransaction &tx) = 0;
    /// After the commit; `error` is set where the store failed. Writer's thread.
    virtual void finish(const Error *error) = 0;
};

/// The T of a Result<T>.
template<typename R>
struct ResultValue;
template<typename T>
struct ResultValue<Result<T>>
{
    using Type = T;
};

template<typename F, typename Done>
class CallbackJob final : public WriteJob
{
    static_assert(std::is_invocable_v<const F &, WriteTransaction &>,
                  "a piece of work may be run twice: it must not use up what it holds");
    using R = std::invoke_result_t<const F &, WriteTransaction &>;

public:
    CallbackJob(F fn, Done done)
        : m_fn(std::move(fn))
        , m_done(std::move(done))
    {
    }

    bool run(WriteTransaction &tx) override
    {
        m_result.emplace(std::as_const(m_fn)(tx));
        return m_result->has_value();
    }

    void finish(const Error *error) override
    {
        if (error)
            m_done(R(fail(*error)));
        else
            m_done(*std::move(m_result));
    }

private:
    F m_fn;
    Done m_done;
    std::optional<R> m_result;
};

} // namespace detail

/// A read-only connection for the thread that opened it. HTTP workers keep one each; it does not outlive the
/// Store.
class Reader
{
public:
    Reader(std::unique_ptr<Connection> connection, const Clock &clock);

    /// Runs `fn(Transaction &)`, which returns a Result, on one consistent view of the store.
    template<typename F>
    auto run(F &&fn) -> std::invoke_result_t<F &, Transaction &>
    {
        if (!begin())
            return fail(takeError());
        Transaction tx(*m_connection, m_clock.now());
        auto result = fn(tx);
        if (!end())
            return fail(takeError());
        return result;
    }

private:
    bool begin();
    bool end();
    Error takeError();

    std::unique_ptr<Connection> m_connection;
    const Clock &m_clock;
};

/// The only place where concurrency lives: one thread that writes, many that read (ARCHITECTURE.md, Store).
///
/// The writer takes all that waits, runs it in one transaction and commits once (synchronous=FULL); then it
/// tells every caller. Work whose Result is an error, or whose statements failed, is undone alone: where it
/// had changed anything, the batch is run anew with a savepoint around each piece. So a piece may be run
/// twice and does nothing but read, write and return.
class Store
{
public:
    /// Opens `path` (made where it is missing), brings its schema up to date (a backup file is written beside
    /// it before existing data is migrated) and starts the writer. The caller holds the folder's lock.
    /// Errors: Internal "storage.open", "storage.damaged", "storage.newer" (made by a later version), with
    /// words for the operator in data.detail.
    static Result<std::unique_ptr<Store>> open(const QString &path, const Clock &clock);

    /// Finishes what was handed in, checkpoints and closes. No reader may be left.
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Runs `fn(WriteTransaction &) -> Result<T>`; `done(Result<T>)` is called on the writer's thread after
    /// the commit, quickly and without waiting for anything. Any thread.
    template<typename F, typename Done>
    void write(F fn, Done done)
    {
        submit(std::make_unique<detail::CallbackJob<F, Done>>(std::move(fn), std::move(done)));
    }

    /// The same as a future, for callers with an event loop: `.then(this, …)`.
    template<typename F>
    auto write(F fn) -> QFuture<std::invoke_result_t<F &, WriteTransaction &>>
    {
        using R = std::invoke_result_t<F &, WriteTransaction &>;
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        write(std::move(fn), [promise](R result) {
            promise->addResult(std::move(result));
            promise->finish();
        });
        return future;
    }

    /// Work that may ride along with the next commit and is at the latest committed after 100 ms; nobody
    /// waits for it and a power cut may lose it. For the audit rows of reads and of refusals. Any thread.
    void writeLater(std::function<void(WriteTransaction &)> fn);

    /// Runs `fn(Transaction &) -> Result<T>` on a reader's thread. Any thread.
    template<typename F>
    auto read(F fn) -> QFuture<std::invoke_result_t<F &, Transaction &>>
    {
        using R = std::invoke_result_t<F &, Transaction &>;
        auto promise = std::make_shared<QPromise<R>>();
        QFuture<R> future = promise->future();
        promise->start();
        m_readers->start([this, fn = std::move(fn), promise]() mutable {
            promise->addResult(pooledReader().run(fn));
            promise->finish();
        });
        return future;
    }

    /// A reader of the calling thread's own. Errors: Internal "storage.open".
    Result<std::unique_ptr<Reader>> openReader() const;

    /// Writes and waits: for commands and tests, never on the GUI's thread or an HTTP worker's.
    template<typename F>
    auto writeNow(F fn) -> std::invoke_result_t<F &, WriteTransaction &>
    {
        return write(std::move(fn)).takeResult();
    }
    /// Reads and waits: for commands and tests.
    template<typename F>
    auto readNow(F fn) -> std::invoke_result_t<F &, Transaction &>
    {
        return read(std::move(fn)).takeResult();
    }

    /// How many pieces of work wait for the writer now; for figures. Any thread.
    int waitingWrites() const;

    ChangeFeed &changes() { return m_changes; }
    const Clock &clock() const { return m_clock; }
    const QString &path() const { return m_path; }

    /// Copies the whole store, as of one moment, to a new file. A reader's thread; the writer goes on.
    /// Errors: Unavailable "storage.full", Internal "storage.failed".
    QFuture<Result<void>> copyTo(const QString &file);

    /// Moves everything committed from the write-ahead log into the database file, empties the log, and
    /// overwrites what lies in some of the file's pages without belonging to a row, from page `first` on:
    /// afterwards none of that holds what was erased. The page to go on with, 0 at the end; nothing where a
    /// reader was in the way: try again. Errors: Internal "storage.failed".
    QFuture<Result<std::optional<qint64>>> scrub(qint64 first);

private:
    Store(QString path, const Clock &clock);
    void submit(std::unique_ptr<detail::WriteJob> job);
    Reader &pooledReader();

    QString m_path;
    const Clock &m_clock;
    ChangeFeed m_changes;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<QThreadPool> m_readers;
};

} // namespace anteroom
