// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/curltransfer.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace anteroom {

/// A gateway's own threads, each with its own CurlTransfer: who waits for one provider holds up no other.
/// Threads are started as they are needed. Any thread; its destructor ends what is under way.
class TransferPool
{
public:
    using Job = std::function<void(CurlTransfer &transfer, const std::stop_token &stop)>;

    explicit TransferPool(int threads);
    ~TransferPool();
    TransferPool(const TransferPool &) = delete;
    TransferPool &operator=(const TransferPool &) = delete;

    void start(Job job);
    /// Stops what is under way, within about a second. What waits is run all the same, with a token that asks
    /// it to stop. Nothing starts after it.
    void cancel();
    /// The same, and waits for the end of it; start() is not called any more.
    void end();
    bool hasEnded() const { return m_ended; }

private:
    void work(const std::stop_token &stop);

    const size_t m_most;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Job> m_jobs;
    size_t m_waiting = 0; ///< threads with nothing to do
    bool m_cancelled = false;
    bool m_ended = false;
    std::vector<std::jthread> m_threads;
};

} // namespace anteroom
