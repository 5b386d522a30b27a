// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace anteroom {

/// A thread that runs what it is given, in order, and may block.
class IoThread
{
public:
    IoThread();
    ~IoThread(); ///< runs what was posted before, then ends

    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;

    void post(std::function<void()> task); ///< any thread

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_ending = false;
    std::thread m_thread; ///< last: it uses all the others
};

/// A few of them, started when they are first needed. What belongs together stays with one.
class IoThreads
{
public:
    explicit IoThreads(int count)
        : m_threads(size_t(count))
        , m_users(size_t(count))
    {
    }

    /// The one with the fewest users, until giveBack().
    IoThread &take(int &index);
    void giveBack(int index);

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::vector<int> m_users;
};

} // namespace anteroom
