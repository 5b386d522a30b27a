// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callcenter.h"

#include "app/base/whendone.h"

#include <QPromise>

#include <algorithm>

namespace anteroom {

namespace {

// A clock that jumps must not leave a call ringing for hours.
constexpr std::chrono::milliseconds longestSleep = std::chrono::seconds(60);
constexpr std::chrono::milliseconds storePause = std::chrono::seconds(2);

} // namespace

/// One device being called.
struct CallCenter::Job
{
    Actor actor;
    CallOrder order;
    Settle settle;
    Done done;

    std::mutex mutex;
    std::optional<Result<CallAttempt>> begun;
    std::optional<PushResult> push;
};

CallCenter::CallCenter(Store &store, const CallService &service, PushSender &sender)
    : m_store(store)
    , m_service(service)
    , m_sender(sender)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CallCenter::look);
}

CallCenter::~CallCenter()
{
    waitUntilIdle();
}

void CallCenter::place(const Actor &actor, const CallOrder &order, Settle settle, Done done)
{
    auto job = std::make_shared<Job>();
    job->actor = actor;
    job->order = order;
    job->settle = std::move(settle);
    job->done = std::move(done);
    const bool pushes = !order.refusal && !order.isSandbox;
    {
        const std::lock_guard lock(m_mutex);
        ++m_jobs;
        if (pushes)
            ++m_figures.underWay;
    }
    if (pushes) {
        m_sender.send({.kind = Push::Kind::Call,
                       .platform = order.platform,
                       .token = order.token,
                       .payload = order.payload,
                       .id = order.attempt.id.text()},
                      [this, job](PushResult result) { answered(job, std::move(result)); });
        m_store.write(
            [this, job](WriteTransaction &tx) { return m_service.begin(tx, job->actor, job->order); },
            [this, job](Result<CallAttempt> attempt) { begun(job, std::move(attempt)); });
        return;
    }
    // Nothing leaves the machine: one transaction does it all.
    m_store.write(
        [this, job](WriteTransaction &tx) -> Result<Outcome> {
            auto attempt = m_service.begin(tx, job->actor, job->order);
            if (!attempt)
                return fail(attempt.error());
            if (!job->order.refusal) {
                auto pushed = m_service.pushed(tx, job->actor, job->order, {});
                if (!pushed)
                    return fail(pushed.error());
                if (*pushed)
                    attempt = **std::move(pushed);
            }
            Outcome outcome = outcomeOf(*job, *std::move(attempt));
            if (const auto settled = job->settle(tx, outcome); !settled)
                return fail(settled.error());
            return outcome;
        },
        [this, job](Result<Outcome> outcome) { finish(job, std::move(outcome)); });
}

void CallCenter::begun(const std::shared_ptr<Job> &job, Result<CallAttempt> attempt)
{
    {
        const std::lock_guard lock(job->mutex);
        job->begun = std::move(attempt);
        if (!job->push)
            return;
    }
    settle(job);
}

void CallCenter::answered(const std::shared_ptr<Job> &job, PushResult result)
{
    {
        const std::lock_guard lock(m_mutex);
        --m_figures.underWay;
    }
    {
        const std::lock_guard lock(job->mutex);
        job->push = std::move(result);
        if (!job->begun)
            return;
    }
    settle(job);
}

// The push has its answer and the attempt is durable, or never will be.
void CallCenter::settle(const std::shared_ptr<Job> &job)
{
    if (!*job->begun) {
        // Nobody would ever hear of this call again.
        if (job->push->kind == PushResult::Kind::Accepted)
            m_sender.send({.kind = Push::Kind::Call,
                           .platform = job->order.platform,
                           .token = job->order.token,
                           .payload = cancelPayload(job->order.attempt.device, job->order.attempt.callId,
                                                    CancelReason::Cancelled),
                           .id = job->order.attempt.id.text()},
                          [](const PushResult &) {});
        finish(job, fail(job->begun->error()));
        return;
    }
    m_store.write(
        [this, job](WriteTransaction &tx) -> Result<Outcome> {
            auto pushed = m_service.pushed(tx, job->actor, job->order, *job->push);
            if (!pushed)
                return fail(pushed.error());
            Outcome outcome = outcomeOf(*job, *pushed ? **std::move(pushed) : **job->begun);
            if (const auto settled = job->settle(tx, outcome); !settled)
                return fail(settled.error());
            return outcome;
        },
        [this, job](Result<Outcome> outcome) { finish(job, std::move(outcome)); });
}

CallCenter::Outcome CallCenter::outcomeOf(const Job &job, CallAttempt attempt) const
{
    Outcome outcome{std::move(attempt), std::nullopt};
    if (job.order.refusal) {
        const bool refused = outcome.attempt.progress.state == CallState::Refused;
        outcome.error =
            Error{refused ? ErrorCode::Forbidden : ErrorCode::NotFound, job.order.refusal, nullptr, {}};
    } else if (job.push && job.push->kind != PushResult::Kind::Accepted &&
               !outcome.attempt.progress.wasReached()) {
        const bool dead = job.push->kind == PushResult::Kind::DeadToken;
        outcome.error = Error{dead ? ErrorCode::NotFound : ErrorCode::BadGateway,
                              dead ? "push.dead_token" : "push.failed",
                              nullptr,
                              {}};
    }
    return outcome;
}

void CallCenter::finish(const std::shared_ptr<Job> &job, Result<Outcome> outcome)
{
    const bool refused = outcome && outcome->attempt.progress.state == CallState::Refused;
    const bool failed = !outcome || outcome->error;
    job->done(std::move(outcome));
    const std::lock_guard lock(m_mutex);
    ++(refused ? m_figures.refused : failed ? m_figures.unreachable : m_figures.accepted);
    if (--m_jobs == 0)
        m_idle.notify_all();
}

QFuture<Result<CallCenter::Placed>> CallCenter::callPerson(const Actor &actor, const UserId &user,
                                                           const NewCall &call)
{
    struct Gathered
    {
        QPromise<Result<Placed>> promise;
        std::mutex mutex;
        Placed placed;
        std::optional<Error> error;
        qsizetype left = 0;
    };
    auto all = std::make_shared<Gathered>();
    all->promise.start();
    auto future = all->promise.future();
    auto orders =
        m_store.read([this, user, call](Transaction &tx) { return m_service.prepareAll(tx, user, call); });
    // Not in this object's thread: calls may be placed while that waits for something.
    orders.then([this, actor, all](const Result<QVector<CallOrder>> &prepared) {
        if (!prepared) {
            all->promise.addResult(Result<Placed>(fail(prepared.error())));
            all->promise.finish();
            return;
        }
        all->left = prepared->size();
        for (const CallOrder &order : *prepared) {
            place(
                actor, order, [](WriteTransaction &, const Outcome &) -> Result<void> { return {}; },
                [all](Result<Outcome> outcome) {
                    const std::lock_guard lock(all->mutex);
                    if (outcome) {
                        all->placed.call = outcome->attempt.call;
                        all->placed.outcomes.append(*std::move(outcome));
                    } else {
                        all->error = outcome.error();
                    }
                    if (--all->left > 0)
                        return;
                    if (all->placed.outcomes.isEmpty())
                        all->promise.addResult(Result<Placed>(fail(*all->error)));
                    else
                        all->promise.addResult(Result<Placed>(std::move(all->placed)));
                    all->promise.finish();
                });
        }
    });
    return future;
}

void CallCenter::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_jobs == 0; });
}

void CallCenter::count(const QVector<std::chrono::milliseconds> &wakes)
{
    constexpr const auto &bounds = CallFigures::wakeBounds;
    const std::lock_guard lock(m_mutex);
    for (const std::chrono::milliseconds took : wakes) {
        const double seconds = std::chrono::duration<double>(took).count();
        const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
        ++m_figures.wakes[size_t(bucket)];
        m_figures.wakeSum += took;
    }
}

CallFigures CallCenter::figures() const
{
    const std::lock_guard lock(m_mutex);
    return m_figures;
}

void CallCenter::start()
{
    connect(&m_store.changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        if (std::any_of(changes.begin(), changes.end(),
                        [](const Change &change) { return change.topic == Topic::Calls; }))
            look();
    });
    look();
}

void CallCenter::look()
{
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    m_looking = true;
    m_lookAgain = false;
    struct Look
    {
        std::optional<UtcTime> next;
        UtcTime now;
    };
    whenDone(m_store.read([](Transaction &tx) -> Result<Look> {
        return Look{CallRepository::nextDue(tx), tx.now()};
    }),
             this, [this](const Result<Look> &look) {
                 if (look && look->next && *look->next <= look->now) {
                     whenDone(m_store.write([this](WriteTransaction &tx) { return m_service.expire(tx); }),
                              this, [this](const Result<int> &expired) {
                                  m_looking = false;
                                  if (expired)
                                      this->look(); // for the next one
                                  else
                                      m_timer.start(storePause);
                              });
                     return;
                 }
                 m_looking = false;
                 if (look)
                     scheduleNext(look->next);
                 else
                     m_timer.start(storePause);
                 if (m_lookAgain)
                     this->look();
             });
}

void CallCenter::scheduleNext(std::optional<UtcTime> next)
{
    if (!next) {
        m_timer.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - m_store.clock().now());
    m_timer.start(std::clamp<std::chrono::milliseconds>(wait, std::chrono::milliseconds(1), longestSleep));
}

} // namespace anteroom
