// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace anteroom {

/// A moment in UTC, to the microsecond: how every time is kept and passed (RULES.md, Times).
using UtcTime = std::chrono::sys_time<std::chrono::microseconds>;

/// Microseconds since 1970-01-01T00:00:00Z.
constexpr qint64 toUs(UtcTime time)
{
    return time.time_since_epoch().count();
}

constexpr UtcTime utcFromUs(qint64 us)
{
    return UtcTime(std::chrono::microseconds(us));
}

/// Reads an ISO 8601 date and time with an offset or `Z` ("2022-02-22T15:30:00.000Z"), up to six decimals.
/// Nothing where the text is no such time, is no real date, or leaves the offset out.
std::optional<UtcTime> parseUtcTime(QStringView text);

/// `2021-01-15T14:32:17.452104+00:00`: six decimals and a numeric offset.
QByteArray toIsoMicros(UtcTime time);

/// `2022-02-22T15:30:00.000Z`: three decimals (rounded down) and `Z`.
QByteArray toIsoMillis(UtcTime time);

} // namespace anteroom
