// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/retention/retentionrun.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace anteroom {

/// Runs erasing on a thread of its own: at the start, every hour, a minute after a setting changed (so that a
/// slip can be taken back), and at once for a person.
class RetentionRunner final : public QThread
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes every{60};
    static constexpr std::chrono::seconds afterChange{60};

    explicit RetentionRunner(RetentionRun::Parts parts);
    ~RetentionRunner() override;

    /// Ends after the piece of work at hand, for good; what is left is for the next start.
    void stop();

    /// From now on runs come by themselves. Without it only persons are erased.
    void startRuns();

    /// A setting changed. Any thread.
    void settingsChanged();

    /// Erases a person. The future's errors: RetentionService::erasePerson()'s. Any thread.
    QFuture<Result<Erased>> erasePerson(const Actor &actor, const UserId &id);

Q_SIGNALS:
    /// What is gone of a person so far. Emitted on this thread.
    void progressed(const QByteArray &person, int requests, int files);

protected:
    void run() override;

private:
    struct Person
    {
        Actor actor;
        UserId id;
        std::shared_ptr<QPromise<Result<Erased>>> promise;
    };
    using Moment = std::chrono::steady_clock::time_point;

    void begin(const std::lock_guard<std::mutex> &);
    bool goesOn();
    void erase(Person person);

    RetentionRun::Parts m_parts;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Person> m_persons;
    std::optional<Moment> m_nextRun;
    bool m_stopping = false;
};

} // namespace anteroom
