// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

namespace anteroom {

/// Where the time comes from. Everything that asks for the time is given one, so that tests set it. Any
/// thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// The moment now, to the microsecond.
    virtual UtcTime now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    UtcTime now() const override;
};

} // namespace anteroom
