// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/curltransfer.h"

#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace anteroom {

/// A POST to a server that is asked often.
struct Http2Request
{
    QByteArray url;         ///< https, or http to this machine
    QByteArrayList headers; ///< `Name: value`
    QByteArray body;
    QString caFile; ///< further roots to believe, beside the system's
    std::chrono::milliseconds endWithin = std::chrono::seconds(10);
    bool onNewConnection = false; ///< the kept one is not trusted
    bool onHttp1 = false;         ///< of http alone: without HTTP/2
};

/// libcurl's multi interface on a thread of its own: requests side by side on one HTTP/2 connection a server,
/// which is kept open, watched by the system's keep-alive probes and looked after between requests. No
/// redirect, no proxy, certificates always checked.
///
/// All callbacks come on that thread, and may use whatever else lives there without a lock.
class Http2Client
{
public:
    using Done = std::function<void(CurlReply)>;
    using Clock = std::chrono::steady_clock;

    /// The thread begins with the first piece of work.
    Http2Client();
    ~Http2Client();
    Http2Client(const Http2Client &) = delete;
    Http2Client &operator=(const Http2Client &) = delete;

    /// Runs `job` on the thread; false where it has ended, or is about to. Any thread.
    bool run(std::function<void()> job);
    /// Ends the thread: what is under way ends as Cancelled, jobs and timers are dropped. Waits for it. Any
    /// other thread.
    void stop();

    // On the thread only.

    void post(const Http2Request &request, Done done);
    void after(std::chrono::milliseconds wait, std::function<void()> job);
    /// Sees to it that a connection to `url` is open, without sending a request.
    void open(const QByteArray &url, const QString &caFile);
    /// Connections that were opened before now are used for nothing more: one has proved to be dead.
    void distrustConnections() { m_trustedSince = Clock::now(); }
    /// How many connections were opened so far.
    int connections() const { return m_connections; }

private:
    struct Transfer;

    void work();
    void takeMessages();
    void begin(std::unique_ptr<Transfer> transfer);
    std::chrono::milliseconds runTimers();

    void *m_multi = nullptr;
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_jobs;
    bool m_stopped = false;
    std::thread m_thread;
    // The thread's own.
    std::map<void *, std::unique_ptr<Transfer>> m_transfers;
    std::multimap<Clock::time_point, std::function<void()>> m_timers;
    Clock::time_point m_trustedSince{};
    int m_connections = 0;
};

} // namespace anteroom
