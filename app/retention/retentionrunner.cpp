// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/retentionrunner.h"

#include <QLoggingCategory>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logRetention, "anteroom.retention")

constexpr int runsPerDay = 24;

} // namespace

RetentionRunner::RetentionRunner(RetentionRun::Parts parts)
    : m_parts(parts)
{
    setObjectName(QStringLiteral("retention"));
}

RetentionRunner::~RetentionRunner()
{
    stop();
}

void RetentionRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    wait();
    for (const Person &person : std::exchange(m_persons, {})) {
        person.promise->addResult(fail(ErrorCode::Unavailable, "stopping"));
        person.promise->finish();
    }
}

void RetentionRunner::begin(const std::lock_guard<std::mutex> &)
{
    if (!isRunning())
        start();
    m_wake.notify_all();
}

void RetentionRunner::startRuns()
{
    const std::lock_guard lock(m_mutex);
    m_nextRun = std::chrono::steady_clock::now();
    begin(lock);
}

void RetentionRunner::settingsChanged()
{
    const std::lock_guard lock(m_mutex);
    if (!m_nextRun || m_stopping)
        return;
    m_nextRun = std::chrono::steady_clock::now() + afterChange;
    begin(lock);
}

QFuture<Result<Erased>> RetentionRunner::erasePerson(const Actor &actor, const UserId &id)
{
    auto promise = std::make_shared<QPromise<Result<Erased>>>();
    promise->start();
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
        promise->addResult(fail(ErrorCode::Unavailable, "stopping"));
        promise->finish();
        return promise->future();
    }
    m_persons.push_back({actor, id, promise});
    begin(lock);
    return promise->future();
}

bool RetentionRunner::goesOn()
{
    const std::lock_guard lock(m_mutex);
    return !m_stopping;
}

void RetentionRunner::erase(Person person)
{
    RetentionRun run(m_parts, [this] { return goesOn(); });
    person.promise->addResult(
        run.person(person.actor, person.id, [this, id = person.id.text()](const Erased &e) {
            Q_EMIT progressed(id, e.requests, e.files);
        }));
    person.promise->finish();
}

void RetentionRunner::run()
{
    int runs = 0;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_persons.empty()) {
            Person person = std::move(m_persons.front());
            m_persons.pop_front();
            lock.unlock();
            erase(std::move(person));
            lock.lock();
        } else if (m_nextRun && *m_nextRun <= std::chrono::steady_clock::now()) {
            m_nextRun = std::chrono::steady_clock::now() + every;
            lock.unlock();
            const bool withLeftovers = runs++ % runsPerDay == 0;
            const auto erased = RetentionRun(m_parts, [this] { return goesOn(); }).all(withLeftovers);
            if (!erased && !erased.error().is("stopping"))
                qCWarning(logRetention, "erasing stopped (%s); the next run goes on", erased.error().reason);
            else if (erased && (erased->requests > 0 || erased->files > 0))
                qCInfo(logRetention, "%d file requests and %d files were erased", erased->requests,
                       erased->files);
            lock.lock();
        } else if (m_nextRun) {
            m_wake.wait_until(lock, *m_nextRun);
        } else {
            m_wake.wait(lock);
        }
    }
}

} // namespace anteroom
