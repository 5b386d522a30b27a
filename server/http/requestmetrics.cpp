// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestmetrics.h"

#include "server/http/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom {

RequestMetrics::RequestMetrics(const Router &router)
{
    m_operations.push_back(std::make_unique<Operation>());
    m_operations.back()->name = "unmatched"_ba;
    for (const Route &route : router.routes()) {
        m_operations.push_back(std::make_unique<Operation>());
        m_operations.back()->name = route.operationId;
    }
}

void RequestMetrics::count(size_t route, int status, std::chrono::nanoseconds took)
{
    Operation &operation = *m_operations.at(route < m_operations.size() ? route : 0);
    const int slot = std::clamp(status - firstStatus, 0, statuses - 1);
    operation.byStatus[size_t(slot)].fetch_add(1, std::memory_order_relaxed);
    const double seconds = std::chrono::duration<double>(took).count();
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), seconds) - bounds.begin();
    operation.byTime[size_t(bucket)].fetch_add(1, std::memory_order_relaxed);
    operation.nanoseconds.fetch_add(quint64(std::max<qint64>(0, took.count())), std::memory_order_relaxed);
}

QByteArray RequestMetrics::text() const
{
    QByteArray counters = "# HELP anteroom_http_requests_total Requests answered.\n"
                          "# TYPE anteroom_http_requests_total counter\n"_ba;
    QByteArray times = "# HELP anteroom_http_request_duration_seconds From the whole request to its answer.\n"
                       "# TYPE anteroom_http_request_duration_seconds histogram\n"_ba;
    for (const auto &operation : m_operations) {
        const QByteArray label = "operation=\"" + operation->name + '"';
        for (int slot = 0; slot < statuses; ++slot) {
            const quint64 answers = operation->byStatus[size_t(slot)].load(std::memory_order_relaxed);
            if (answers != 0)
                counters += "anteroom_http_requests_total{" + label + ",status=\"" +
                            QByteArray::number(firstStatus + slot) + "\"} " + QByteArray::number(answers) +
                            '\n';
        }
        quint64 sum = 0;
        QByteArray buckets;
        for (size_t i = 0; i < operation->byTime.size(); ++i) {
            sum += operation->byTime[i].load(std::memory_order_relaxed);
            const QByteArray bound = i < bounds.size() ? QByteArray::number(bounds[i]) : "+Inf"_ba;
            buckets += "anteroom_http_request_duration_seconds_bucket{" + label + ",le=\"" + bound + "\"} " +
                       QByteArray::number(sum) + '\n';
        }
        if (sum == 0)
            continue;
        const double seconds = double(operation->nanoseconds.load(std::memory_order_relaxed)) / 1e9;
        times += buckets + "anteroom_http_request_duration_seconds_sum{" + label + "} " +
                 QByteArray::number(seconds, 'g', 9) + "\nanteroom_http_request_duration_seconds_count{" +
                 label + "} " + QByteArray::number(sum) + '\n';
    }
    return counters + times;
}

QByteArray metricLine(QByteArrayView name, QByteArrayView type, QByteArrayView help, quint64 value)
{
    const QByteArray metric = name.toByteArray();
    return "# HELP " + metric + ' ' + help.toByteArray() + "\n# TYPE " + metric + ' ' + type.toByteArray() +
           '\n' + metric + ' ' + QByteArray::number(value) + '\n';
}

} // namespace anteroom
