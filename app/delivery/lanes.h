// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/circuitbreaker.h"
#include "app/delivery/deliverylimits.h"
#include "app/delivery/deliveryoutcome.h"
#include "app/delivery/outbox.h"

#include <QHash>
#include <QSet>

#include <map>
#include <mutex>

namespace anteroom {

class Gateway;

/// What the console and /metrics are told of one lane.
struct LaneState
{
    QString lane;
    int inFlight = 0;
    CircuitBreaker::State state = CircuitBreaker::State::Closed;
    std::optional<UtcTime> pausedUntil;
    QByteArray reason; ///< why it is paused: how the last message failed (Message::lastError), or a limit's
};

/// The state of delivery as of now. Only what is under way or paused is listed.
struct DeliveryFigures
{
    QVector<LaneState> lanes;
    /// Outcomes since the start, by provider and kind.
    std::map<std::pair<QString, DeliveryOutcome::Kind>, quint64> outcomes;
};

/// Who may be handed what now. A lane is one remote end of a provider (app/delivery/outbox.h, laneOf()): its
/// failures, its pause and its messages in flight are its own, so that one which hangs holds up no other.
/// The delivery thread's; figures() on any thread.
class Lanes
{
public:
    struct Flight
    {
        MessageId id;
        QString lane;
        UtcTime since;
        UtcTime deadline;
        bool repeatable = false; ///< it may be handed over again where no answer comes
    };

    /// What a lane may take now, as a value for a reader's thread.
    class Rooms
    {
    public:
        LaneRoom of(const QString &lane) const;

    private:
        friend class Lanes;
        QHash<QString, int> m_ofProviders; ///< the most a lane of the provider takes
        QHash<QString, LaneRoom> m_ofLanes;
    };

    void addProvider(const Gateway &gateway);

    Rooms rooms(UtcTime now) const;
    /// How many the provider takes besides, over all its lanes.
    int roomOfProvider(const QString &provider) const;
    /// When the next paused lane may go on, or the next flight counts as lost.
    std::optional<UtcTime> nextEvent(UtcTime now) const;

    void begin(Flight flight);
    /// Nothing where no such message is in flight.
    std::optional<Flight> end(const DeliveryOutcome &outcome, UtcTime now);
    /// The flights whose gateway should have answered by now.
    QVector<Flight> overdue(UtcTime now) const;
    bool isFlying(const MessageId &id) const { return m_flights.contains(id); }
    bool isIdle() const { return m_flights.isEmpty(); }
    /// Whether it was not paused by a limit before.
    bool pause(const LanePause &pause, UtcTime now);
    /// Ends all pauses: what they were for may have been mended.
    void resume();

    DeliveryFigures figures(UtcTime now) const;

private:
    struct Bounds
    {
        int inAll = 1;
        int aLane = 1;
    };
    struct Lane
    {
        CircuitBreaker breaker;
        int inFlight = 0;
        QByteArray failure; ///< of the last message that failed
        std::optional<LanePause> limit;
    };

    std::optional<UtcTime> pausedUntil(const Lane &lane, UtcTime now) const;
    void forgetIfIdle(const QString &name, UtcTime now);

    mutable std::mutex m_mutex; ///< guards all below
    QHash<QString, Bounds> m_providers;
    std::map<QString, Lane> m_lanes;
    QHash<MessageId, Flight> m_flights;
    std::map<std::pair<QString, DeliveryOutcome::Kind>, quint64> m_outcomes;
};

} // namespace anteroom
