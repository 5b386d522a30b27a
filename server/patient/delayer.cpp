// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/delayer.h"

namespace anteroom {

Delayer::Delayer()
    : m_thread([this] { run(); })
{
}

Delayer::~Delayer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hurrying = m_ending = true;
    }
    m_woken.notify_one();
    m_thread.join();
}

void Delayer::at(Clock::time_point when, std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.emplace(when, std::move(work));
    }
    m_woken.notify_one();
}

void Delayer::hurry()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hurrying = true;
    }
    m_woken.notify_one();
}

void Delayer::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_work.empty()) {
        if (m_work.empty()) {
            m_woken.wait(lock);
        } else if (!m_hurrying && m_work.begin()->first > Clock::now()) {
            m_woken.wait_until(lock, m_work.begin()->first);
        } else {
            auto node = m_work.extract(m_work.begin());
            lock.unlock();
            node.mapped()();
            lock.lock();
        }
    }
}

} // namespace anteroom
