// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace anteroom {

/// Does things later, on a thread of its own: answers that have to take their time. Any thread may ask.
class Delayer
{
public:
    using Clock = std::chrono::steady_clock;

    Delayer();
    ~Delayer(); ///< does at once what still waits
    Delayer(const Delayer &) = delete;
    Delayer &operator=(const Delayer &) = delete;

    /// `work` must be quick and must not throw.
    void at(Clock::time_point when, std::function<void()> work);

    /// From now on nothing waits any more.
    void hurry();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_woken;
    std::multimap<Clock::time_point, std::function<void()>> m_work;
    bool m_hurrying = false;
    bool m_ending = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace anteroom
