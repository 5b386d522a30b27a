// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QTime>
#include <QTimeZone>

namespace anteroom {

/// The hours in which nobody's phone is to ring for what is not urgent: ANTEROOM_QUIET_HOURS, `22:00-07:30`
/// in the clinic's time (RULES.md, Outbox).
class QuietHours
{
public:
    /// Nothing where the text is no such pair of different times.
    static std::optional<QuietHours> parse(const QString &text);

    /// When they end, where `now` lies within them.
    std::optional<UtcTime> endAt(UtcTime now, const QTimeZone &zone) const;

private:
    QuietHours(QTime from, QTime to)
        : m_from(from)
        , m_to(to)
    {
    }

    QTime m_from, m_to;
};

} // namespace anteroom
