// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/circuitbreaker.h"

#include <algorithm>

namespace anteroom {

namespace {

constexpr int failuresUntilPause = 5;
constexpr std::chrono::milliseconds firstPause = std::chrono::seconds(5);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(5);
constexpr std::chrono::milliseconds longestAskedFor = std::chrono::hours(1);

} // namespace

CircuitBreaker::State CircuitBreaker::stateAt(UtcTime now) const
{
    if (!m_open)
        return State::Closed;
    return now < m_until ? State::Open : State::HalfOpen;
}

void CircuitBreaker::answered()
{
    *this = {};
}

void CircuitBreaker::failed(UtcTime now, std::optional<std::chrono::milliseconds> wait)
{
    ++m_failures;
    if (stateAt(now) == State::Open) { // it was under way when the pause began
        if (wait)
            m_until = std::max(m_until, now + std::min(*wait, longestAskedFor));
        return;
    }
    if (!wait && !m_open && m_failures < failuresUntilPause)
        return;
    const auto pause = std::min(firstPause * (1 << std::min(m_pauses, 10)), longestPause);
    m_until = now + std::max(pause, std::min(wait.value_or(pause), longestAskedFor));
    m_open = true;
    ++m_pauses;
}

} // namespace anteroom
