// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/quiethours.h"

#include <QDateTime>

namespace anteroom {

std::optional<QuietHours> QuietHours::parse(const QString &text)
{
    const QStringList parts = text.split(u'-');
    if (parts.size() != 2)
        return std::nullopt;
    QTime times[2];
    for (int i = 0; i < 2; ++i) {
        const QString part = parts.at(i).trimmed();
        times[i] = QTime::fromString(part, QStringLiteral("HH:mm"));
        if (part.size() != 5 || !times[i].isValid())
            return std::nullopt;
    }
    if (times[0] == times[1])
        return std::nullopt;
    return QuietHours(times[0], times[1]);
}

std::optional<UtcTime> QuietHours::endAt(UtcTime now, const QTimeZone &zone) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toUs(now) / 1000, Qt::UTC).toTimeZone(zone);
    const QTime time = local.time();
    const bool overMidnight = m_from > m_to;
    const bool within = overMidnight ? time >= m_from || time < m_to : time >= m_from && time < m_to;
    if (!within)
        return std::nullopt;
    const QDate day = overMidnight && time >= m_from ? local.date().addDays(1) : local.date();
    // In an hour that a clock change leaves out Qt takes the moment after it.
    return utcFromUs(QDateTime(day, m_to, zone).toMSecsSinceEpoch() * 1000);
}

} // namespace anteroom
