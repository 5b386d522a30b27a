// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <atomic>

namespace anteroom {

/// A clock that stands still until a test moves it. Any thread.
class ManualClock final : public Clock
{
public:
    /// Starts at 2026-01-15T12:00:00Z unless told otherwise.
    explicit ManualClock(UtcTime start = utcFromUs(1'768'478'400'000'000))
        : m_us(toUs(start))
    {
    }

    UtcTime now() const override { return utcFromUs(m_us.load()); }
    void set(UtcTime time) { m_us = toUs(time); }
    void advance(std::chrono::microseconds by) { m_us += by.count(); }

private:
    std::atomic<qint64> m_us;
};

} // namespace anteroom
