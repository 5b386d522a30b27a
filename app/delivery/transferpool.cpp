// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/transferpool.h"

#include <sys/resource.h>

namespace anteroom {

TransferPool::TransferPool(int threads)
    : m_most(size_t(threads))
{
}

TransferPool::~TransferPool()
{
    end();
}

void TransferPool::end()
{
    cancel();
    m_threads.clear(); // joins
    m_ended = true;
}

void TransferPool::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = true;
    for (std::jthread &thread : m_threads)
        thread.request_stop();
}

void TransferPool::start(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_cancelled)
            return;
        m_jobs.push_back(std::move(job));
        if (m_waiting < m_jobs.size() && m_threads.size() < m_most)
            m_threads.emplace_back([this](const std::stop_token &stop) { work(stop); });
    }
    m_wake.notify_one();
}

void TransferPool::work(const std::stop_token &stop)
{
    // Who waits at the window or the API goes before a queue of thousands. On Linux this is the thread's own.
    ::setpriority(PRIO_PROCESS, 0, 5);
    CurlTransfer transfer;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            ++m_waiting;
            const bool found = m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); });
            --m_waiting;
            if (!found) // at a stop, once nothing waits
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(transfer, stop);
    }
}

} // namespace anteroom
