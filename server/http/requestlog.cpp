// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestlog.h"

#include "app/base/utctime.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr qsizetype mostWaiting = 4 * 1024 * 1024;
constexpr auto writtenEvery = std::chrono::milliseconds(200);

void toStderr(const QByteArray &lines)
{
    std::fwrite(lines.constData(), 1, size_t(lines.size()), stderr);
    std::fflush(stderr);
}

} // namespace

RequestLog::RequestLog(Sink sink)
    : m_sink(sink ? std::move(sink) : toStderr)
    , m_thread([this] { run(); })
{
}

RequestLog::~RequestLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void RequestLog::add(QByteArrayView requestId, QByteArrayView operation, int status,
                     std::chrono::nanoseconds took)
{
    const auto now =
        std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
    const QByteArray at = toIsoMillis(now);
    const QByteArray ms = QByteArray::number(double(took.count()) / 1e6, 'f', 2);
    const std::lock_guard lock(m_mutex);
    if (m_lines.size() > mostWaiting) {
        ++m_dropped;
        return;
    }
    m_lines.append("time=").append(at).append(" request=").append(requestId);
    m_lines.append(" operation=").append(operation).append(" status=").append(QByteArray::number(status));
    m_lines.append(" ms=").append(ms).append('\n');
}

void RequestLog::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait_for(lock, writtenEvery, [this] { return m_stopping; });
        QByteArray lines = std::exchange(m_lines, {});
        if (m_dropped != 0)
            lines.append("dropped=").append(QByteArray::number(std::exchange(m_dropped, 0))).append('\n');
        const bool last = m_stopping;
        if (!lines.isEmpty()) {
            lock.unlock();
            m_sink(lines);
            lock.lock();
        }
        if (last)
            return;
    }
}

} // namespace anteroom
