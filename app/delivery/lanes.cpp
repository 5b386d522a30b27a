// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/lanes.h"

#include "app/delivery/gateway.h"

#include <algorithm>

namespace anteroom {

using State = CircuitBreaker::State;

LaneRoom Lanes::Rooms::of(const QString &lane) const
{
    if (const auto it = m_ofLanes.find(lane); it != m_ofLanes.end())
        return *it;
    // A provider that is not there takes its rows too: to be told that they cannot leave.
    return {.rows = m_ofProviders.value(providerOfLane(lane), 1)};
}

void Lanes::addProvider(const Gateway &gateway)
{
    m_providers.insert(gateway.provider(),
                       {std::max(1, gateway.maxInFlight()), std::max(1, gateway.maxInFlightPerLane())});
}

std::optional<UtcTime> Lanes::pausedUntil(const Lane &lane, UtcTime now) const
{
    std::optional<UtcTime> until;
    if (lane.breaker.stateAt(now) == State::Open)
        until = lane.breaker.until();
    if (lane.limit && lane.limit->until > now)
        until = std::max(until.value_or(lane.limit->until), lane.limit->until);
    return until;
}

Lanes::Rooms Lanes::rooms(UtcTime now) const
{
    const std::lock_guard lock(m_mutex);
    Rooms rooms;
    for (auto it = m_providers.begin(); it != m_providers.end(); ++it)
        rooms.m_ofProviders.insert(it.key(), it->aLane);
    for (const auto &[name, lane] : m_lanes) {
        const State state = lane.breaker.stateAt(now);
        const int most = state == State::Open       ? 0
                         : state == State::HalfOpen ? 1
                                                    : m_providers.value(providerOfLane(name)).aLane;
        const bool limited = lane.limit && lane.limit->until > now;
        // What is urgent is looked at all the same, so that it is not left to wait in silence.
        rooms.m_ofLanes.insert(name, {.rows = std::max(0, most - lane.inFlight), .onlyUrgent = limited});
    }
    return rooms;
}

int Lanes::roomOfProvider(const QString &provider) const
{
    const std::lock_guard lock(m_mutex);
    int inFlight = 0;
    for (const auto &[name, lane] : m_lanes) {
        if (providerOfLane(name) == provider)
            inFlight += lane.inFlight;
    }
    return std::max(0, m_providers.value(provider, {100, 100}).inAll - inFlight);
}

std::optional<UtcTime> Lanes::nextEvent(UtcTime now) const
{
    const std::lock_guard lock(m_mutex);
    std::optional<UtcTime> next;
    const auto consider = [&next](UtcTime time) { next = std::min(next.value_or(time), time); };
    for (const auto &[name, lane] : m_lanes) {
        if (lane.breaker.stateAt(now) == State::Open)
            consider(lane.breaker.until());
        if (lane.limit && lane.limit->until > now)
            consider(lane.limit->until);
    }
    for (const Flight &flight : m_flights)
        consider(flight.deadline);
    return next;
}

void Lanes::begin(Flight flight)
{
    const std::lock_guard lock(m_mutex);
    ++m_lanes[flight.lane].inFlight;
    const MessageId id = flight.id;
    m_flights.insert(id, std::move(flight));
}

std::optional<Lanes::Flight> Lanes::end(const DeliveryOutcome &outcome, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_flights.find(outcome.id);
    if (it == m_flights.end())
        return std::nullopt;
    const Flight flight = *it;
    m_flights.erase(it);
    Lane &lane = m_lanes[flight.lane];
    --lane.inFlight;
    if (outcome.providerFailed) {
        lane.breaker.failed(now, std::max(outcome.retryAfter, outcome.leaveAlone));
        lane.failure = outcome.reason;
    } else {
        lane.breaker.answered();
    }
    ++m_outcomes[{providerOfLane(flight.lane), outcome.kind}];
    forgetIfIdle(flight.lane, now);
    return flight;
}

// Or every address that ever got a web hook would be remembered.
void Lanes::forgetIfIdle(const QString &name, UtcTime now)
{
    const auto it = m_lanes.find(name);
    const Lane &lane = it->second;
    if (lane.inFlight == 0 && lane.breaker.isFresh() && (!lane.limit || lane.limit->until <= now))
        m_lanes.erase(it);
}

QVector<Lanes::Flight> Lanes::overdue(UtcTime now) const
{
    const std::lock_guard lock(m_mutex);
    QVector<Flight> late;
    for (const Flight &flight : m_flights) {
        if (flight.deadline <= now)
            late.append(flight);
    }
    return late;
}

bool Lanes::pause(const LanePause &pause, UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    Lane &lane = m_lanes[pause.lane];
    const bool isNew = !lane.limit || lane.limit->until <= now;
    lane.limit = pause;
    return isNew;
}

void Lanes::resume()
{
    const std::lock_guard lock(m_mutex);
    for (auto &[name, lane] : m_lanes) {
        lane.breaker = {};
        lane.limit.reset();
    }
    std::erase_if(m_lanes, [](const auto &lane) { return lane.second.inFlight == 0; });
}

DeliveryFigures Lanes::figures(UtcTime now) const
{
    const std::lock_guard lock(m_mutex);
    DeliveryFigures figures;
    for (const auto &[name, lane] : m_lanes) {
        LaneState state{name, lane.inFlight, lane.breaker.stateAt(now), pausedUntil(lane, now), {}};
        if (state.state == State::Open)
            state.reason = lane.failure;
        else if (state.pausedUntil)
            state.reason = lane.limit->reason;
        if (state.inFlight > 0 || state.pausedUntil || state.state != State::Closed)
            figures.lanes.append(std::move(state));
    }
    figures.outcomes = m_outcomes;
    return figures;
}

} // namespace anteroom
