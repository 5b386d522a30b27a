// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callmetrics.h"

#include "app/calls/callcenter.h"
#include "server/http/requestmetrics.h"

namespace anteroom {

using namespace Qt::StringLiterals;

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
                      quint64(CallRepository::countLive(tx)));
}

} // namespace anteroom
