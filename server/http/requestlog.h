// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace anteroom {

/// One line a request: when, its id, the operation, the status and the milliseconds; never a body, a path or
/// a query, in which people could be named. Lines are collected and written by a thread of its own, so that a
/// slow terminal holds no request up; where it can't keep up lines are dropped and counted. Any thread.
class RequestLog
{
public:
    using Sink = std::function<void(const QByteArray &lines)>;

    /// Writes to stderr unless given another sink, which is called in the log's thread.
    explicit RequestLog(Sink sink = {});
    ~RequestLog(); ///< writes what is left

    void add(QByteArrayView requestId, QByteArrayView operation, int status, std::chrono::nanoseconds took);

private:
    void run();

    Sink m_sink;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    QByteArray m_lines;
    quint64 m_dropped = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace anteroom
