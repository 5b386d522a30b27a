// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"
#include "ui/common/tokens.h"

#include <QDate>
#include <QTimeZone>
#include <QVector>

namespace anteroom {

/// Something that lies in an agenda.
struct AgendaEntry
{
    /// How its edge is drawn, so that no colour is needed to tell them apart.
    enum class Edge { Plain, Dashed, Strong, None };

    QByteArray id;
    UtcTime from;
    UtcTime to;
    QString title;
    QString detail; ///< its time and its state in words
    QString brief;  ///< its state alone, where there is no room for more
    QString spoken; ///< all of it, for a screen reader
    Tone tone = Tone::Neutral;
    Edge edge = Edge::Plain;
    bool isFixed = false; ///< can't be moved

    friend bool operator==(const AgendaEntry &, const AgendaEntry &) = default;
};

/// What of an entry stands in one day's column; an entry over midnight has a block in each.
struct AgendaBlockPlace
{
    int entry = 0;  ///< its index
    int day = 0;    ///< the column
    int top = 0;    ///< minutes since midnight on the wall's clock
    int bottom = 0; ///< the same; after `top`, at most 1440
    int lane = 0;   ///< of those that stand side by side, from the left
    int lanes = 1;
    bool begins = true; ///< else it began on the day before
    bool ends = true;   ///< else it goes on the day after
};

/// Where the keyboard can be in an agenda: at an entry or, with an empty id, at a free half hour.
struct AgendaStop
{
    int day = 0;
    int minute = 0; ///< since midnight, on the wall's clock
    QByteArray id;

    friend bool operator==(const AgendaStop &, const AgendaStop &) = default;
};

/// Days of an agenda on the clock of a zone, and where on them everything stands. All heights are those of
/// the clock on the wall: where clocks are put forward, what lasts over that is drawn longer than it is; an
/// hour that is there twice is drawn once, and what lies in either stands there side by side. A value; any
/// thread.
class AgendaLayout
{
public:
    AgendaLayout() = default;
    /// `dates` one after the other; entries that do not touch them have no block. No block is shorter than
    /// `leastMinutes`, so that something can be written on it.
    AgendaLayout(QVector<QDate> dates, const QTimeZone &zone, const QVector<AgendaEntry> &entries,
                 int leastMinutes = 15);

    const QVector<QDate> &dates() const { return m_dates; }
    const QTimeZone &zone() const { return m_zone; }
    /// By day, then from the top, then from the left.
    const QVector<AgendaBlockPlace> &blocks() const { return m_blocks; }
    /// The hours to show: 8 to 18, or more where something lies there.
    int firstHour() const { return m_firstHour; }
    int lastHour() const { return m_lastHour; }

    /// Which column and minute that moment has; nothing on other days.
    std::optional<std::pair<int, int>> placeOf(UtcTime time) const;
    /// What a place on the clock means; minutes beyond the day lead into the next or the one before.
    UtcTime timeAt(int day, int minute) const;

    /// Where the keyboard can be on that day, from the top: entries, and half hours that are free.
    QVector<AgendaStop> stops(int day, const QVector<AgendaEntry> &entries) const;
    /// The stop that is nearest to a time of that day.
    AgendaStop nearest(int day, int minute, const QVector<AgendaEntry> &entries) const;

private:
    void place(int entry, UtcTime from, UtcTime to, int leastMinutes);
    void divideLanes();

    QVector<QDate> m_dates;
    QVector<UtcTime> m_bounds; ///< when each begins, and when the last ends
    QTimeZone m_zone;
    QVector<AgendaBlockPlace> m_blocks;
    int m_firstHour = 8;
    int m_lastHour = 18;
};

/// When a day begins on the clock of that zone.
UtcTime startOfDay(QDate date, const QTimeZone &zone);
/// The days of the week from that Monday: to Friday, and on to the last one at its end that something
/// touches; all seven where `weekend`.
QVector<QDate> daysOfWeek(QDate monday, const QTimeZone &zone, const QVector<AgendaEntry> &entries,
                          bool weekend);
/// "16–20 November", with years where they are not `today`'s; in the order the language has.
QString daysText(QDate first, QDate last, QDate today, const QLocale &locale);
/// "Wednesday 18 November", in the order the language has.
QString dayText(QDate date, QDate today, const QLocale &locale);

} // namespace anteroom
