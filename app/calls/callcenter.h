// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callservice.h"
#include "app/storage/store.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <condition_variable>
#include <mutex>

namespace anteroom {

/// What the metrics tell of calls, since the start.
struct CallFigures
{
    quint64 accepted = 0;    ///< devices whose push was taken
    quint64 refused = 0;     ///< devices that take no calls
    quint64 unreachable = 0; ///< devices to which no push could be handed over
    quint64 underWay = 0;    ///< pushes that have no answer yet

    /// From a call's push to its phone's registration: how many took at most so many seconds, but more than
    /// the bound before; the last: more than all of them.
    static constexpr std::array<double, 11> wakeBounds{0.25, 0.5, 1, 2, 3, 4, 6, 8, 10, 12, 20};
    std::array<quint64, wakeBounds.size() + 1> wakes{};
    std::chrono::milliseconds wakeSum{0};
};

/// Makes calls: pushes and writes at the same time, and has the clock end what it must (ARCHITECTURE.md,
/// Calls). place() and its kin: any thread. start() and its timer: the thread it lives in.
class CallCenter final : public QObject
{
    Q_OBJECT

public:
    /// How calling one device went.
    struct Outcome
    {
        CallAttempt attempt;
        std::optional<Error> error; ///< nothing: the push was accepted, or the phone is awake all the same
    };
    /// Runs in the transaction that settles the outcome; its error undoes that.
    using Settle = std::function<Result<void>(WriteTransaction &tx, const Outcome &outcome)>;
    using Done = std::function<void(Result<Outcome> outcome)>;

    /// A call to a person from the console.
    struct Placed
    {
        CallKey call;
        QVector<Outcome> outcomes; ///< one a device
    };

    /// All outlive it.
    CallCenter(Store &store, const CallService &service, PushSender &sender);
    ~CallCenter() override;

    /// Has the clock end what has no end otherwise, now and from now on.
    void start();

    /// Sends the push and writes the attempt, neither waiting for the other; `done` comes after both, on any
    /// thread. Errors: the store's, after which nothing is written and the phone is told to stop. Refusals
    /// and failed pushes are outcomes: Forbidden "call.refused"; NotFound "call.no_token", "push.dead_token";
    /// BadGateway "push.failed".
    void place(const Actor &actor, const CallOrder &order, Settle settle, Done done);
    /// Calls all devices of a person. Errors: CallService::prepareAll()'s; the store's where nothing could be
    /// written.
    QFuture<Result<Placed>> callPerson(const Actor &actor, const UserId &user, const NewCall &call);

    /// Waits until no call is being placed; they take some seconds at most. Any thread but the writer's.
    void waitUntilIdle();

    /// Phones woke up, so long after their push (CallService::registered()). Any thread.
    void count(const QVector<std::chrono::milliseconds> &wakes);
    CallFigures figures() const;

    /// Looks now whether time has ended something; also called by the timer.
    void look();

private:
    struct Job;

    void begun(const std::shared_ptr<Job> &job, Result<CallAttempt> attempt);
    void answered(const std::shared_ptr<Job> &job, PushResult result);
    void settle(const std::shared_ptr<Job> &job);
    void finish(const std::shared_ptr<Job> &job, Result<Outcome> outcome);
    Outcome outcomeOf(const Job &job, CallAttempt attempt) const;
    void scheduleNext(std::optional<UtcTime> next);

    Store &m_store;
    const CallService &m_service;
    PushSender &m_sender;
    QTimer m_timer;
    bool m_looking = false;
    bool m_lookAgain = false;
    mutable std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_jobs = 0;
    CallFigures m_figures;
};

} // namespace anteroom
