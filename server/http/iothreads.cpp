// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/iothreads.h"

#include <algorithm>
#include <utility>

namespace anteroom {

IoThread::IoThread()
    : m_thread([this] { run(); })
{
}

IoThread::~IoThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void IoThread::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void IoThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        task = nullptr; // what it held goes here too, not under the lock
        lock.lock();
    }
}

IoThread &IoThreads::take(int &index)
{
    const std::lock_guard lock(m_mutex);
    const auto least = std::min_element(m_users.begin(), m_users.end());
    index = int(least - m_users.begin());
    ++*least;
    auto &thread = m_threads[size_t(index)];
    if (!thread)
        thread = std::make_unique<IoThread>();
    return *thread;
}

void IoThreads::giveBack(int index)
{
    const std::lock_guard lock(m_mutex);
    --m_users[size_t(index)];
}

} // namespace anteroom
