// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendalayout.h"

#include "app/teleconsultations/clinictime.h"

#include <QLocale>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int dayMinutes = 24 * 60;
constexpr int slotMinutes = 30;

int minuteOf(const QDateTime &local)
{
    return local.time().hour() * 60 + local.time().minute();
}

int minutesBetween(UtcTime from, UtcTime to)
{
    return int(std::chrono::ceil<std::chrono::minutes>(to - from).count());
}

// Whether a clock shows that time for the second time.
bool isSecondTime(UtcTime time, const QTimeZone &zone)
{
    const QDateTime local = localTime(time, zone);
    const LocalMeaning meaning = meaningOf(local.date(), local.time(), zone);
    return meaning.kind == LocalMeaning::Kind::Twice && time >= meaning.second;
}

} // namespace

UtcTime startOfDay(QDate date, const QTimeZone &zone)
{
    return meaningOf(date, QTime(0, 0), zone).time;
}

AgendaLayout::AgendaLayout(QVector<QDate> dates, const QTimeZone &zone, const QVector<AgendaEntry> &entries,
                           int leastMinutes)
    : m_dates(std::move(dates))
    , m_zone(zone)
{
    for (const QDate date : std::as_const(m_dates))
        m_bounds.append(startOfDay(date, zone));
    if (!m_dates.isEmpty())
        m_bounds.append(startOfDay(m_dates.constLast().addDays(1), zone));
    for (int i = 0; i < entries.size(); ++i)
        place(i, entries.at(i).from, entries.at(i).to, leastMinutes);
    std::sort(m_blocks.begin(), m_blocks.end(), [](const AgendaBlockPlace &a, const AgendaBlockPlace &b) {
        return std::tuple(a.day, a.top, -a.bottom, a.entry) < std::tuple(b.day, b.top, -b.bottom, b.entry);
    });
    divideLanes();
    for (const AgendaBlockPlace &block : std::as_const(m_blocks)) {
        m_firstHour = std::min(m_firstHour, block.top / 60);
        m_lastHour = std::max(m_lastHour, (block.bottom + 59) / 60);
    }
}

void AgendaLayout::place(int entry, UtcTime from, UtcTime to, int leastMinutes)
{
    for (int day = 0; day < m_dates.size(); ++day) {
        const UtcTime begin = m_bounds.at(day);
        const UtcTime end = m_bounds.at(day + 1);
        if (from >= end || to <= begin)
            continue;
        AgendaBlockPlace block{.entry = entry, .day = day};
        block.begins = from >= begin;
        block.ends = to <= end;
        block.top = block.begins ? minuteOf(localTime(from, m_zone)) : 0;
        block.bottom = to >= end ? dayMinutes : minuteOf(localTime(to, m_zone));
        // The clock went back meanwhile: its end stands above where it was, so that only its length helps.
        if (to < end && (isSecondTime(to, m_zone) || block.bottom <= block.top))
            block.bottom = block.top + minutesBetween(std::max(from, begin), to);
        block.bottom = std::max(block.bottom, block.top + leastMinutes);
        if (block.bottom > dayMinutes) {
            block.bottom = dayMinutes;
            block.top = std::min(block.top, dayMinutes - leastMinutes);
        }
        m_blocks.append(block);
    }
}

// Those that touch each other, directly or by others, share the width.
void AgendaLayout::divideLanes()
{
    for (qsizetype first = 0; first < m_blocks.size();) {
        QVector<int> bottoms; // of each lane
        qsizetype next = first;
        int reach = -1;
        for (; next < m_blocks.size() && m_blocks.at(next).day == m_blocks.at(first).day &&
               (next == first || m_blocks.at(next).top < reach);
             ++next) {
            AgendaBlockPlace &block = m_blocks[next];
            const auto free =
                std::find_if(bottoms.begin(), bottoms.end(), [&](int bottom) { return bottom <= block.top; });
            block.lane = int(free - bottoms.begin());
            if (free == bottoms.end())
                bottoms.append(block.bottom);
            else
                *free = block.bottom;
            reach = std::max(reach, block.bottom);
        }
        for (; first < next; ++first)
            m_blocks[first].lanes = int(bottoms.size());
    }
}

std::optional<std::pair<int, int>> AgendaLayout::placeOf(UtcTime time) const
{
    const QDateTime local = localTime(time, m_zone);
    const qsizetype day = m_dates.indexOf(local.date());
    return day < 0 ? std::nullopt : std::optional(std::pair(int(day), minuteOf(local)));
}

UtcTime AgendaLayout::timeAt(int day, int minute) const
{
    const int days = minute >= 0 ? minute / dayMinutes : -((dayMinutes - 1 - minute) / dayMinutes);
    const QDate date = m_dates.at(0).addDays(day + days);
    return meaningOf(date, QTime(0, 0).addSecs((minute - days * dayMinutes) * 60), m_zone).time;
}

QVector<AgendaStop> AgendaLayout::stops(int day, const QVector<AgendaEntry> &entries) const
{
    QVector<AgendaStop> found;
    QVector<std::pair<int, int>> taken;
    for (const AgendaBlockPlace &block : m_blocks) {
        if (block.day != day)
            continue;
        found.append({day, block.top, entries.at(block.entry).id});
        taken.append({block.top, block.bottom});
    }
    for (int minute = m_firstHour * 60; minute < m_lastHour * 60; minute += slotMinutes) {
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const auto &span) {
            return span.first < minute + slotMinutes && span.second > minute;
        });
        if (!isTaken)
            found.append({day, minute, {}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const AgendaStop &a, const AgendaStop &b) { return a.minute < b.minute; });
    return found;
}

AgendaStop AgendaLayout::nearest(int day, int minute, const QVector<AgendaEntry> &entries) const
{
    for (const AgendaBlockPlace &block : m_blocks) {
        if (block.day == day && block.top <= minute && block.bottom > minute)
            return {day, block.top, entries.at(block.entry).id};
    }
    AgendaStop best{day, minute, {}};
    int distance = -1;
    for (const AgendaStop &stop : stops(day, entries)) {
        // A half hour holds every time in it.
        const int away = stop.id.isEmpty() && stop.minute <= minute && minute < stop.minute + slotMinutes
                             ? 0
                             : std::abs(stop.minute - minute);
        if (distance < 0 || away < distance) {
            distance = away;
            best = stop;
        }
    }
    return best;
}

QVector<QDate> daysOfWeek(QDate monday, const QTimeZone &zone, const QVector<AgendaEntry> &entries,
                          bool weekend)
{
    int last = weekend ? 6 : 4;
    for (int day = 5; day < 7; ++day) {
        const UtcTime begin = startOfDay(monday.addDays(day), zone);
        const UtcTime end = startOfDay(monday.addDays(day + 1), zone);
        if (std::any_of(entries.begin(), entries.end(),
                        [&](const AgendaEntry &entry) { return entry.from < end && entry.to > begin; }))
            last = std::max(last, day);
    }
    QVector<QDate> days;
    for (int day = 0; day <= last; ++day)
        days.append(monday.addDays(day));
    return days;
}

namespace {

// American English says the month first.
bool isMonthFirst(const QLocale &locale)
{
    return locale.dateFormat(QLocale::LongFormat).contains(QStringLiteral("MMMM d"));
}

QString dateText(QDate date, bool withYear, const QLocale &locale)
{
    const bool isFirst = isMonthFirst(locale);
    return locale.toString(date,
                           withYear ? isFirst ? QStringLiteral("MMMM d, yyyy") : QStringLiteral("d MMMM yyyy")
                           : isFirst ? QStringLiteral("MMMM d")
                                     : QStringLiteral("d MMMM"));
}

} // namespace

QString daysText(QDate first, QDate last, QDate today, const QLocale &locale)
{
    const bool withYear = last.year() != today.year() || first.year() != last.year();
    if (first == last)
        return dateText(first, withYear, locale);
    const QString dash = QStringLiteral("–");
    if (first.month() == last.month()) {
        if (!isMonthFirst(locale))
            return QString::number(first.day()) + dash + dateText(last, withYear, locale);
        return locale.toString(first, QStringLiteral("MMMM d")) + dash +
               locale.toString(last, withYear ? QStringLiteral("d, yyyy") : QStringLiteral("d"));
    }
    const QString between = QStringLiteral(" – ");
    return dateText(first, first.year() != last.year(), locale) + between + dateText(last, withYear, locale);
}

QString dayText(QDate date, QDate today, const QLocale &locale)
{
    QString name = locale.dayName(date.dayOfWeek(), QLocale::LongFormat);
    name = locale.toUpper(name.left(1)) + name.mid(1);
    return name + (isMonthFirst(locale) ? QStringLiteral(", ") : QStringLiteral(" ")) +
           dateText(date, date.year() != today.year(), locale);
}

} // namespace anteroom
