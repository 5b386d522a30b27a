// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArray>

#include <optional>

namespace anteroom {

/// How far the attempt to ring one device has come (RULES.md, Calls). The last five are final.
enum class CallState {
    Dispatched, ///< a push has left for it
    Registered, ///< it has signed in at the SIP proxy
    Ringing,
    Answered,
    Ended,       ///< answered or not, it is over
    Refused,     ///< its owner takes no calls on it
    Unreachable, ///< no push could be handed over
    Failed,      ///< the proxy says so
    TimedOut     ///< it has not signed in in time
};

/// `dispatched`, `timed_out` and the like, as the API and the store write them.
const char *callStateName(CallState state);
std::optional<CallState> callStateByName(QByteArrayView name);

/// What an attempt may be told.
enum class CallEvent {
    PushAccepted, ///< by the push service
    PushFailed,
    Registered, ///< by the SIP proxy, as the next four
    Ringing,
    Answered,
    Ended,
    Failed,
    Cancelled, ///< by the caller, or because another device answered
    TimeUp     ///< by the clock
};

/// How long an attempt stays in a state of which nobody tells the end.
struct CallLimits
{
    std::chrono::milliseconds registration = std::chrono::milliseconds(12'000);
    std::chrono::milliseconds ringing = std::chrono::minutes(3);
    std::chrono::milliseconds talking = std::chrono::hours(12);
};

/// What has to follow from an event.
struct CallEffects
{
    bool changed = false;      ///< the progress is to be kept
    bool cancelPhone = false;  ///< the phone must not ring (any more): tell it
    bool cancelOthers = false; ///< it was answered: the person's other devices stop

    CallEffects &operator|=(const CallEffects &more);
};

/// The state machine of an attempt: a value, without store, network or clock. Every event in every state does
/// something definite: what comes late, twice or out of order changes nothing wrong, and a final state is
/// never left.
struct CallProgress
{
    CallState state = CallState::Dispatched;
    UtcTime dispatchedAt;
    std::optional<UtcTime> acceptedAt, registeredAt, ringingAt, answeredAt, endedAt;
    std::optional<UtcTime> cancelledAt; ///< the phone was told to stop
    std::optional<UtcTime> dueAt;       ///< when TimeUp comes; nothing in a final state
    QByteArray reason;                  ///< why it ended so: a reason key; null where nothing was wrong

    /// A new attempt whose push leaves now.
    static CallProgress dispatched(UtcTime at, const CallLimits &limits);
    /// One that ends where it begins: Refused or Unreachable.
    static CallProgress over(UtcTime at, CallState state, const QByteArray &reason);

    /// Takes an event in. What time alone has ended by `now` has ended before the event comes.
    CallEffects advance(CallEvent event, UtcTime now, const CallLimits &limits, const QByteArray &why = {});

    bool isFinal() const { return state >= CallState::Ended; }
    /// Whether the device was ever heard of after the push.
    bool wasReached() const { return registeredAt || ringingAt || answeredAt; }
    /// Whether this attempt leaves the telephone network as the way: no push taken, or no registration in
    /// time.
    bool leavesFallback() const;

private:
    CallEffects step(CallEvent event, UtcTime now, const CallLimits &limits, const QByteArray &why);
    void enter(CallState next, UtcTime now, std::optional<std::chrono::milliseconds> atMost);
    CallEffects end(CallState how, UtcTime now, const QByteArray &why);
    CallEffects stopPhone(UtcTime now);
};

} // namespace anteroom
