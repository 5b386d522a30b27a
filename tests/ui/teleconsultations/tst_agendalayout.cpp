// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/clinictime.h"
#include "ui/teleconsultations/agendamove.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QTest>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Where things stand in an agenda: side by side, over midnight, and on the two days of the year that have
/// another length.
class TestAgendaLayout final : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_rome{"Europe/Rome"};

    static UtcTime utc(const char *text)
    {
        const auto time = parseUtcTime(QString::fromLatin1(text));
        return time ? *time : throw std::invalid_argument(text);
    }

    // From a time on the wall's clock, as long as that.
    AgendaEntry entry(const char *id, QDate date, QTime time, std::chrono::minutes length) const
    {
        const UtcTime from = meaningOf(date, time, m_rome).time;
        return {.id = id, .from = from, .to = from + length};
    }

    static QVector<QDate> days(QDate first, int count)
    {
        QVector<QDate> days;
        for (int i = 0; i < count; ++i)
            days.append(first.addDays(i));
        return days;
    }

    const QDate m_monday{2026, 11, 16};

private Q_SLOTS:
    void whatOverlapsStandsSideBySide()
    {
        const AgendaLayout layout(days(m_monday, 5), m_rome,
                                  {entry("a", m_monday, {9, 0}, 60min), entry("b", m_monday, {9, 30}, 60min),
                                   entry("c", m_monday, {10, 0}, 60min), entry("d", m_monday, {11, 0}, 30min),
                                   entry("e", m_monday.addDays(1), {9, 0}, 60min)});
        const auto &blocks = layout.blocks();
        QCOMPARE(blocks.size(), 5);
        QVector<std::pair<int, int>> lanes;
        for (const auto &block : blocks)
            lanes.append({block.lane, block.lanes});
        // The third takes the place that the first has left; what touches nobody has the whole width.
        QCOMPARE(lanes, (QVector<std::pair<int, int>>{{0, 2}, {1, 2}, {0, 2}, {0, 1}, {0, 1}}));
        QCOMPARE(blocks.at(1).top, 9 * 60 + 30);
        QCOMPARE(blocks.at(1).bottom, 10 * 60 + 30);
        QCOMPARE(blocks.at(4).day, 1);
        QCOMPARE(layout.firstHour(), 8);
        QCOMPARE(layout.lastHour(), 18);
    }

    void whatIsShortCanStillBeRead()
    {
        const AgendaLayout layout({m_monday}, m_rome,
                                  {entry("a", m_monday, {9, 0}, 5min), entry("b", m_monday, {9, 10}, 5min),
                                   entry("c", m_monday, {23, 55}, 5min)});
        QCOMPARE(layout.blocks().at(0).bottom, 9 * 60 + 15);
        QCOMPARE(layout.blocks().at(1).lane, 1); // drawn that long, they touch
        QCOMPARE(layout.blocks().at(2).top, 24 * 60 - 15);
        QCOMPARE(layout.blocks().at(2).bottom, 24 * 60);
    }

    void overMidnightItStandsInBothDays()
    {
        const auto over = entry("a", m_monday, {23, 30}, 60min);
        const AgendaLayout layout(days(m_monday, 5), m_rome, {over});
        QCOMPARE(layout.blocks().size(), 2);
        const auto &evening = layout.blocks().at(0);
        const auto &night = layout.blocks().at(1);
        QCOMPARE(std::tuple(evening.day, evening.top, evening.bottom), std::tuple(0, 23 * 60 + 30, 24 * 60));
        QVERIFY(evening.begins && !evening.ends);
        QCOMPARE(std::tuple(night.day, night.top, night.bottom), std::tuple(1, 0, 30));
        QVERIFY(!night.begins && night.ends);
        QCOMPARE(layout.firstHour(), 0);
        QCOMPARE(layout.lastHour(), 24);
        // Of one that began on the day before the first, the rest is there.
        const AgendaLayout tuesday({m_monday.addDays(1)}, m_rome, {over});
        QCOMPARE(tuesday.blocks().size(), 1);
        QVERIFY(!tuesday.blocks().at(0).begins);
        // One that ends at midnight does not touch the next day.
        QCOMPARE(
            AgendaLayout(days(m_monday, 5), m_rome, {entry("b", m_monday, {23, 0}, 60min)}).blocks().size(),
            1);
    }

    void anHourThatIsMissing()
    {
        const QDate sunday(2026, 3, 29); // 02:00 becomes 03:00
        const auto over = entry("a", sunday, {1, 30}, 60min);
        const AgendaLayout layout({sunday}, m_rome, {over, entry("b", sunday, {9, 0}, 30min)});
        QCOMPARE(layout.blocks().at(0).top, 90);
        QCOMPARE(layout.blocks().at(0).bottom, 3 * 60 + 30); // as the clock shows it
        QCOMPARE(layout.blocks().at(1).top, 9 * 60);
        QCOMPARE(layout.timeAt(0, 2 * 60 + 30), utc("2026-03-29T01:30:00Z")); // 03:30 on the clock
        // By keys a quarter is one that passes: from 01:45 to 03:00.
        AgendaMove move(entry("c", sunday, {1, 45}, 30min), layout);
        move.stepQuarter(1);
        QCOMPARE(localTime(move.target(), m_rome).time(), QTime(3, 0));
        move.stepQuarter(-1);
        QVERIFY(!move.isElsewhere());
    }

    void anHourThatIsThereTwice()
    {
        const QDate sunday(2026, 10, 25); // 03:00 becomes 02:00
        const AgendaEntry first{
            .id = "first", .from = utc("2026-10-25T00:30:00Z"), .to = utc("2026-10-25T01:00:00Z")};
        const AgendaEntry second{
            .id = "second", .from = utc("2026-10-25T01:30:00Z"), .to = utc("2026-10-25T02:00:00Z")};
        const AgendaLayout both({sunday}, m_rome, {first, second});
        QCOMPARE(both.blocks().size(), 2);
        for (const auto &block : both.blocks()) {
            QCOMPARE(block.top, 2 * 60 + 30);
            QCOMPARE(block.bottom, 3 * 60);
            QCOMPARE(block.lanes, 2);
        }
        QVERIFY(timeText(first.from, m_rome) != timeText(second.from, m_rome)); // says which of the two
        QCOMPARE(timeText(utc("2026-10-25T09:00:00Z"), m_rome, QLocale(u"en_GB"_s)), u"10:00"_s);

        // From the first 02:45 to the second 02:15: half an hour, whatever the clock says.
        const AgendaLayout over(
            {sunday}, m_rome,
            {{.id = "over", .from = utc("2026-10-25T00:45:00Z"), .to = utc("2026-10-25T01:15:00Z")}});
        QCOMPARE(over.blocks().at(0).top, 2 * 60 + 45);
        QCOMPARE(over.blocks().at(0).bottom, 3 * 60 + 15);

        // Whoever points at 02:30 means the first one; by keys both can be had.
        QCOMPARE(both.timeAt(0, 2 * 60 + 30), first.from);
        AgendaMove move(first, both);
        for (int i = 0; i < 4; ++i)
            move.stepQuarter(1);
        QCOMPARE(move.target(), second.from);
        move.drag(0, 0);
        QVERIFY(!move.isElsewhere());
    }

    void dragsByQuartersWithinWhatIsShown()
    {
        const AgendaLayout layout(days(m_monday, 5), m_rome, {entry("a", m_monday, {10, 5}, 30min)});
        AgendaMove move(entry("a", m_monday, {10, 5}, 30min), layout);
        const auto at = [&] { return localTime(move.target(), m_rome); };
        move.drag(0, 6); // less than half a quarter
        QVERIFY(!move.isElsewhere());
        move.drag(0, 20);
        QCOMPARE(at(), QDateTime(m_monday, {10, 30}, m_rome));
        QCOMPARE(move.moved().to - move.moved().from, 30min);
        move.drag(2, 0);
        QCOMPARE(at(), QDateTime(m_monday.addDays(2), {10, 5}, m_rome)); // the same time on another day
        move.drag(9, -6000);
        QCOMPARE(at(), QDateTime(m_monday.addDays(4), {8, 0}, m_rome));
        move.drag(-9, 6000);
        QCOMPARE(at(), QDateTime(m_monday, {17, 45}, m_rome));
        move.setTarget(move.entry().from);
        move.stepQuarter(1);
        QCOMPARE(at().time(), QTime(10, 15)); // to the quarter first
        move.stepDay(-1);
        QCOMPARE(at().date(), m_monday); // there is no day before
        move.stepDay(1);
        QCOMPARE(at(), QDateTime(m_monday.addDays(1), {10, 15}, m_rome));
    }

    void theWeekendComesWithWhatLiesThere()
    {
        const auto length = [&](const QVector<AgendaEntry> &entries, bool weekend = false) {
            return daysOfWeek(m_monday, m_rome, entries, weekend).size();
        };
        QCOMPARE(length({}), 5);
        QCOMPARE(length({}, true), 7);
        QCOMPARE(length({entry("a", m_monday.addDays(5), {9, 0}, 30min)}), 6);
        QCOMPARE(length({entry("a", m_monday.addDays(6), {9, 0}, 30min)}), 7);
        QCOMPARE(length({entry("a", m_monday.addDays(4), {23, 30}, 60min)}), 6); // over midnight
        QCOMPARE(length({entry("a", m_monday.addDays(4), {23, 30}, 30min)}), 5);
    }

    void keysReachWhatIsThereAndWhatIsFree()
    {
        const QVector<AgendaEntry> entries{entry("a", m_monday, {8, 30}, 60min),
                                           entry("b", m_monday, {8, 45}, 30min)};
        const AgendaLayout layout(days(m_monday, 5), m_rome, entries);
        const auto stops = layout.stops(0, entries);
        const QVector<AgendaStop> first = stops.first(4);
        QCOMPARE(first, (QVector<AgendaStop>{{0, 480, {}}, {0, 510, "a"}, {0, 525, "b"}, {0, 570, {}}}));
        QCOMPARE(stops.constLast(), (AgendaStop{0, 17 * 60 + 30, {}}));
        QCOMPARE(layout.stops(1, entries).size(), 20);
        QCOMPARE(layout.nearest(0, 9 * 60, entries).id, QByteArray("a"));
        QCOMPARE(layout.nearest(1, 9 * 60 + 10, entries), (AgendaStop{1, 9 * 60, {}}));
        QCOMPARE(layout.nearest(1, 23 * 60, entries), (AgendaStop{1, 17 * 60 + 30, {}}));
    }

    void headingsInTheOrderOfTheLanguage()
    {
        const QDate today(2026, 11, 18);
        const auto week = [&](const QLocale &locale, QDate monday = QDate(2026, 11, 16)) {
            return daysText(monday, monday.addDays(4), today, locale);
        };
        QCOMPARE(week(QLocale(u"en_GB"_s)), u"16–20 November"_s);
        QCOMPARE(week(QLocale(u"en_US"_s)), u"November 16–20"_s);
        QCOMPARE(week(QLocale(u"it_IT"_s)), u"16–20 novembre"_s);
        QCOMPARE(week(QLocale(u"uk_UA"_s)), u"16–20 листопада"_s);
        QCOMPARE(week(QLocale(u"en_GB"_s), {2026, 11, 30}), u"30 November – 4 December"_s);
        QCOMPARE(week(QLocale(u"en_GB"_s), {2026, 12, 28}), u"28 December 2026 – 1 January 2027"_s);
        QCOMPARE(week(QLocale(u"en_GB"_s), {2027, 11, 15}), u"15–19 November 2027"_s);
        QCOMPARE(week(QLocale(u"en_US"_s), {2027, 11, 15}), u"November 15–19, 2027"_s);
        QCOMPARE(dayText(today, today, QLocale(u"en_GB"_s)), u"Wednesday 18 November"_s);
        QCOMPARE(dayText(today, today, QLocale(u"en_US"_s)), u"Wednesday, November 18"_s);
        QCOMPARE(dayText(today, today, QLocale(u"it_IT"_s)), u"Mercoledì 18 novembre"_s);
    }
};

QTEST_MAIN(TestAgendaLayout)
#include "tst_agendalayout.moc"
