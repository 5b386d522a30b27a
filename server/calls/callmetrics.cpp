// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callmetrics.h"

#include "app/calls/callcenter.h"
#include "server/http/requestmetrics.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

QByteArray wakeTimes(const CallFigures &figures)
{
    const QByteArray name = "anteroom_call_wake_seconds"_ba;
    QByteArray lines = "# HELP " + name + " From a call's push to the registration of its phone.\n# TYPE " +
                       name + " histogram\n";
    quint64 all = 0;
    for (size_t i = 0; i < figures.wakes.size(); ++i) {
        all += figures.wakes[i];
        const QByteArray bound =
            i < CallFigures::wakeBounds.size() ? QByteArray::number(CallFigures::wakeBounds[i]) : "+Inf"_ba;
        lines += name + "_bucket{le=\"" + bound + "\"} " + QByteArray::number(all) + '\n';
    }
    const double seconds = std::chrono::duration<double>(figures.wakeSum).count();
    return lines + name + "_sum " + QByteArray::number(seconds, 'g', 9) + '\n' + name + "_count " +
           QByteArray::number(all) + '\n';
}

} // namespace

QByteArray callMetrics(Transaction &tx, const CallFigures &figures)
{
    const auto result = [](const char *name, quint64 count) {
        return "anteroom_call_devices_total{result=\""_ba + name + "\"} " + QByteArray::number(count) + '\n';
    };
    return "# HELP anteroom_call_devices_total Devices that were to ring, by what came of the push.\n"
           "# TYPE anteroom_call_devices_total counter\n"_ba +
           result("accepted", figures.accepted) + result("refused", figures.refused) +
           result("unreachable", figures.unreachable) +
           metricLine("anteroom_call_pushes", "gauge", "Pushes of calls that have no answer yet.",
                      figures.underWay) +
           metricLine("anteroom_call_attempts_open", "gauge", "Attempts to ring a device that are not over.",
                      quint64(CallRepository::countLive(tx))) +
           wakeTimes(figures);
}

} // namespace anteroom
