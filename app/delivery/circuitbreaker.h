// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

namespace anteroom {

/// Spares a provider that fails, and us the waiting: after several failures in a row nothing is handed over
/// for a while, then one message tries whether it is back (RULES.md, Outbox).
class CircuitBreaker
{
public:
    enum class State {
        Closed,  ///< all is well
        Open,    ///< paused
        HalfOpen ///< one message may try
    };

    State stateAt(UtcTime now) const;
    /// When the pause ends; of Open only.
    UtcTime until() const { return m_until; }
    /// Whether it has nothing to remember.
    bool isFresh() const { return m_failures == 0 && !m_open; }

    /// The provider answered, with whatever.
    void answered();
    /// The provider itself failed; `wait` is what it asked for.
    void failed(UtcTime now, std::optional<std::chrono::milliseconds> wait);

private:
    UtcTime m_until;
    int m_failures = 0; ///< in a row
    int m_pauses = 0;   ///< in a row
    bool m_open = false;
};

} // namespace anteroom
