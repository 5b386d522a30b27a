// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

namespace anteroom {

class Router;

/// Counts answers by operation and status, and how long they took. Nothing of a request itself. Any thread.
class RequestMetrics
{
public:
    explicit RequestMetrics(const Router &router);

    /// `route` is Route::index, 0 where none matched.
    void count(size_t route, int status, std::chrono::nanoseconds took);

    /// As Prometheus text: `anteroom_http_requests_total` and `anteroom_http_request_duration_seconds`.
    QByteArray text() const;

private:
    static constexpr std::array<double, 13> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,    0.25,  0.5,    1.0,   2.5,  5.0};
    static constexpr int firstStatus = 100, statuses = 500;

    struct Operation
    {
        QByteArray name;
        std::array<std::atomic<quint64>, statuses> byStatus{};
        std::array<std::atomic<quint64>, bounds.size() + 1> byTime{};
        std::atomic<quint64> nanoseconds{0};
    };

    std::vector<std::unique_ptr<Operation>> m_operations;
};

/// One metric without labels, with its help and type lines, for the text above.
QByteArray metricLine(QByteArrayView name, QByteArrayView type, QByteArrayView help, quint64 value);

} // namespace anteroom
