// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/delivery/deliverymetrics.h"

#include <map>

namespace anteroom {

namespace {

struct Counts
{
    int inFlight = 0;
    int paused = 0;
};

const char *nameOf(DeliveryOutcome::Kind kind)
{
    switch (kind) {
    case DeliveryOutcome::Kind::Sent:
        return "sent";
    case DeliveryOutcome::Kind::TryAgain:
        return "try_again";
    case DeliveryOutcome::Kind::GivenUp:
        return "given_up";
    case DeliveryOutcome::Kind::Rejected:
        return "rejected";
    case DeliveryOutcome::Kind::InDoubt:
        return "in_doubt";
    }
    return "";
}

QByteArray head(const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    return "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

} // namespace

QByteArray deliveryMetrics(const DeliveryFigures &figures)
{
    std::map<QByteArray, Counts> providers;
    for (const LaneState &lane : figures.lanes) {
        Counts &counts = providers[providerOfLane(lane.lane).toUtf8()];
        counts.inFlight += lane.inFlight;
        counts.paused += lane.pausedUntil ? 1 : 0;
    }
    QByteArray inFlight =
        head("anteroom_delivery_in_flight", "gauge", "Messages handed over and not answered.");
    QByteArray paused = head("anteroom_delivery_paused", "gauge",
                             "Remote ends that get nothing for a while: failing, or at a limit.");
    for (const auto &[provider, counts] : providers) {
        const QByteArray label = "{provider=\"" + provider + "\"} ";
        inFlight += "anteroom_delivery_in_flight" + label + QByteArray::number(counts.inFlight) + '\n';
        paused += "anteroom_delivery_paused" + label + QByteArray::number(counts.paused) + '\n';
    }
    QByteArray outcomes =
        head("anteroom_delivery_outcomes_total", "counter", "Tries by how they ended, since the start.");
    for (const auto &[key, count] : figures.outcomes)
        outcomes += "anteroom_delivery_outcomes_total{provider=\"" + key.first.toUtf8() + "\",outcome=\"" +
                    nameOf(key.second) + "\"} " + QByteArray::number(count) + '\n';
    return inFlight + paused + outcomes;
}

} // namespace anteroom
