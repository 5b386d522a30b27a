// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendamove.h"

#include "app/teleconsultations/clinictime.h"

#include <algorithm>
#include <cmath>

namespace anteroom {

namespace {

constexpr int quarter = 15;

} // namespace

AgendaMove::AgendaMove(AgendaEntry entry, const AgendaLayout &layout)
    : m_layout(layout)
    , m_entry(std::move(entry))
    , m_target(m_entry.from)
{
}

AgendaEntry AgendaMove::moved() const
{
    AgendaEntry moved = m_entry;
    moved.from = m_target;
    moved.to = m_target + (m_entry.to - m_entry.from);
    return moved;
}

void AgendaMove::drag(int days, int minutes)
{
    const QDateTime local = localTime(m_entry.from, m_layout.zone());
    const int was = local.time().hour() * 60 + local.time().minute();
    const int day = int(m_layout.dates().constFirst().daysTo(local.date()));
    const int last = int(m_layout.dates().size()) - 1;
    // To the nearest quarter; less than half of one is no move at all.
    const int wanted = int(std::lround(double(was + minutes) / quarter)) * quarter;
    const bool isStill = std::abs(minutes) * 2 < quarter;
    if (isStill && days == 0) {
        m_target = m_entry.from;
        return;
    }
    const int minute =
        isStill ? was : std::clamp(wanted, m_layout.firstHour() * 60, m_layout.lastHour() * 60 - quarter);
    m_target = m_layout.timeAt(std::clamp(day + days, 0, last), minute);
}

void AgendaMove::stepQuarter(int direction)
{
    const int over = localTime(m_target, m_layout.zone()).time().minute() % quarter;
    const int step = direction > 0 ? quarter - over : over > 0 ? -over : -quarter;
    const UtcTime target = m_target + std::chrono::minutes(step);
    const UtcTime begin = startOfDay(m_layout.dates().constFirst(), m_layout.zone());
    const UtcTime end = startOfDay(m_layout.dates().constLast().addDays(1), m_layout.zone());
    if (target >= begin && target < end)
        m_target = target;
}

void AgendaMove::stepDay(int direction)
{
    const QDateTime local = localTime(m_target, m_layout.zone());
    const int day = int(m_layout.dates().constFirst().daysTo(local.date())) + direction;
    if (day >= 0 && day < m_layout.dates().size())
        m_target = m_layout.timeAt(day, local.time().hour() * 60 + local.time().minute());
}

} // namespace anteroom
