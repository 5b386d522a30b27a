// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callprogress.h"

#include <array>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array stateNames{"dispatched", "registered",  "ringing", "answered", "ended",
                                "refused",    "unreachable", "failed",  "timed_out"};

} // namespace

const char *callStateName(CallState state)
{
    return stateNames[size_t(state)];
}

std::optional<CallState> callStateByName(QByteArrayView name)
{
    for (size_t i = 0; i < stateNames.size(); ++i) {
        if (name == QByteArrayView(stateNames[i]))
            return CallState(i);
    }
    return std::nullopt;
}

CallEffects &CallEffects::operator|=(const CallEffects &more)
{
    changed = changed || more.changed;
    cancelPhone = cancelPhone || more.cancelPhone;
    cancelOthers = cancelOthers || more.cancelOthers;
    return *this;
}

CallProgress CallProgress::dispatched(UtcTime at, const CallLimits &limits)
{
    CallProgress progress;
    progress.dispatchedAt = at;
    progress.dueAt = at + limits.registration;
    return progress;
}

CallProgress CallProgress::over(UtcTime at, CallState state, const QByteArray &reason)
{
    CallProgress progress;
    progress.state = state;
    progress.dispatchedAt = at;
    progress.endedAt = at;
    progress.reason = reason;
    return progress;
}

bool CallProgress::leavesFallback() const
{
    switch (state) {
    case CallState::Refused:
    case CallState::Unreachable:
    case CallState::TimedOut:
        return true;
    case CallState::Failed: // the proxy gave up before we did
        return !wasReached();
    default:
        return false;
    }
}

CallEffects CallProgress::advance(CallEvent event, UtcTime now, const CallLimits &limits,
                                  const QByteArray &why)
{
    CallEffects effects;
    // The timer may be a little late; who comes after the time is late all the same.
    if (event != CallEvent::TimeUp && dueAt && now >= *dueAt)
        effects = step(CallEvent::TimeUp, now, limits, {});
    effects |= step(event, now, limits, why);
    return effects;
}

CallEffects CallProgress::step(CallEvent event, UtcTime now, const CallLimits &limits, const QByteArray &why)
{
    switch (event) {
    case CallEvent::PushAccepted: {
        if (acceptedAt)
            return {};
        acceptedAt = now;
        // It may ring for a call that is over: cancelled, perhaps, before the push had left.
        CallEffects effects = isFinal() && !wasReached() ? stopPhone(now) : CallEffects{};
        effects.changed = true;
        return effects;
    }
    case CallEvent::PushFailed: // a phone that has answered had it all the same
        return state == CallState::Dispatched ? end(CallState::Unreachable, now, why) : CallEffects{};
    case CallEvent::Registered:
        if (state == CallState::Dispatched) {
            registeredAt = now;
            enter(CallState::Registered, now, limits.ringing);
            return {.changed = true};
        }
        break;
    case CallEvent::Ringing:
        if (state == CallState::Dispatched || state == CallState::Registered) {
            ringingAt = now;
            enter(CallState::Ringing, now, limits.ringing);
            return {.changed = true};
        }
        break;
    case CallEvent::Answered:
        if (state < CallState::Answered) {
            answeredAt = now;
            enter(CallState::Answered, now, limits.talking);
            return {.changed = true, .cancelOthers = true};
        }
        if (state == CallState::Ended && !answeredAt && !cancelledAt) { // its end was told before
            answeredAt = endedAt;
            return {.changed = true, .cancelOthers = true};
        }
        return {};
    case CallEvent::Ended:
        return isFinal() ? CallEffects{} : end(CallState::Ended, now, why);
    case CallEvent::Failed:
        if (state == CallState::Answered)
            return end(CallState::Ended, now, why);
        return isFinal() ? CallEffects{} : end(CallState::Failed, now, why);
    case CallEvent::Cancelled: {
        if (state >= CallState::Answered) // whoever talks hangs up
            return {};
        CallEffects effects = end(CallState::Ended, now, why);
        effects |= stopPhone(now);
        return effects;
    }
    case CallEvent::TimeUp: {
        if (!dueAt)
            return {};
        if (state == CallState::Dispatched)
            return end(CallState::TimedOut, *dueAt, "call.not_registered"_ba);
        const bool rings = state < CallState::Answered;
        CallEffects effects =
            end(CallState::Ended, *dueAt, rings ? "call.not_answered"_ba : "call.end_not_told"_ba);
        if (rings)
            effects |= stopPhone(now);
        return effects;
    }
    }
    // A phone that wakes when the fallback has begun is not to ring, whether we or the proxy gave up first,
    // or its push got through and only the answer was lost.
    const bool wakesTooLate = state == CallState::TimedOut || (state == CallState::Failed && !wasReached()) ||
                              (state == CallState::Unreachable && reason.startsWith("delivery."));
    return wakesTooLate && !cancelledAt ? stopPhone(now) : CallEffects{};
}

void CallProgress::enter(CallState next, UtcTime now, std::optional<std::chrono::milliseconds> atMost)
{
    state = next;
    dueAt = atMost ? std::optional<UtcTime>(now + *atMost) : std::nullopt;
}

CallEffects CallProgress::end(CallState how, UtcTime now, const QByteArray &why)
{
    enter(how, now, std::nullopt);
    endedAt = now;
    reason = why;
    return {.changed = true};
}

CallEffects CallProgress::stopPhone(UtcTime now)
{
    cancelledAt = now;
    return {.changed = true, .cancelPhone = true};
}

} // namespace anteroom
