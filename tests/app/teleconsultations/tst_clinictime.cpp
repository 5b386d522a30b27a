// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/clinictime.h"

#include <QSet>
#include <QTest>

#include <ctime>

using namespace anteroom;
using namespace Qt::StringLiterals;
using Kind = LocalMeaning::Kind;

namespace {

constexpr qint64 hour = 3600;

UtcTime utc(qint64 seconds)
{
    return UtcTime(std::chrono::seconds(seconds));
}

qint64 secondsOf(const QDate &date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
}

} // namespace

/// Times on the clinic's clock, in every zone that the machine knows.
class TestClinicTime final : public QObject
{
    Q_OBJECT

private:
    static LocalMeaning meaningOfLocal(qint64 localSeconds, const QTimeZone &zone)
    {
        const QDateTime local = QDateTime::fromSecsSinceEpoch(localSeconds, Qt::UTC);
        return meaningOf(local.date(), local.time(), zone);
    }

    // From UTC to the clock and back.
    static bool comesBack(qint64 seconds, const QTimeZone &zone)
    {
        const QDateTime local = localTime(utc(seconds), zone);
        const LocalMeaning meaning = meaningOf(local.date(), local.time(), zone);
        return meaning.kind != Kind::Missing &&
               (meaning.time == utc(seconds) ||
                (meaning.kind == Kind::Twice && meaning.second == utc(seconds)));
    }

private Q_SLOTS:
    void everyZoneForFifteenYears()
    {
        const qint64 from = secondsOf(QDate(2022, 1, 1)), to = secondsOf(QDate(2037, 1, 1));
        const auto at = [](qint64 seconds) { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); };
        int zones = 0, edges = 0, missing = 0, twice = 0;
        const auto ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids) {
            const QTimeZone zone(id);
            QVERIFY2(zone.isValid(), id.constData());
            ++zones;
            for (qint64 seconds = from; seconds < to; seconds += 61 * 24 * hour + 1234)
                QVERIFY2(comesBack(seconds, zone), id.constData());
            const auto transitions = zone.transitions(at(from), at(to));
            for (const QTimeZone::OffsetData &transition : transitions) {
                const qint64 edge = transition.atUtc.toSecsSinceEpoch();
                const qint64 before = zone.offsetFromUtc(at(edge - 1)), after = zone.offsetFromUtc(at(edge));
                if (before == after)
                    continue;
                ++edges;
                for (const qint64 near : {-3 * hour, -hour, -1801LL, -1LL, 0LL, 1LL, 1799LL, hour, 3 * hour})
                    QVERIFY2(comesBack(edge + near, zone), id.constData());
                if (after > before) { // the clocks are put forward: what is in between is not there
                    const LocalMeaning meaning = meaningOfLocal(edge + (before + after) / 2, zone);
                    QVERIFY2(meaning.kind == Kind::Missing, id.constData());
                    QVERIFY2(meaning.time == utc(edge + (after - before) / 2), id.constData());
                    QVERIFY(meaningOfLocal(edge + before - 1, zone).time == utc(edge - 1));
                    QVERIFY(meaningOfLocal(edge + after, zone).time == utc(edge));
                    ++missing;
                } else { // and back: what is in between is there twice
                    const LocalMeaning meaning = meaningOfLocal(edge + (before + after) / 2, zone);
                    QVERIFY2(meaning.kind == Kind::Twice, id.constData());
                    QVERIFY2(meaning.time == utc(edge - (before - after) / 2), id.constData());
                    QVERIFY2(meaning.second == utc(edge + (before - after) / 2), id.constData());
                    ++twice;
                }
            }
        }
        qInfo("%d zones, %d edges, %d of them forward and %d back", zones, edges, missing, twice);
        QVERIFY(zones > 300 && missing > 1000 && twice > 1000);
    }

    // The C library reads the same database in its own way.
    void agreesWithTheCLibrary()
    {
        const QByteArray before = qgetenv("TZ");
        for (const char *id :
             {"Europe/Rome", "Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
              "Africa/Casablanca", "America/St_Johns", "Pacific/Chatham"}) {
            const QTimeZone zone(id);
            if (!zone.isValid())
                continue; // the newer name is not known everywhere
            qputenv("TZ", QByteArray(":") + id);
            tzset();
            const time_t from = secondsOf(QDate(2022, 1, 1)), to = secondsOf(QDate(2037, 1, 1));
            for (time_t seconds = from; seconds < to; seconds += 13 * hour + 7) {
                std::tm parts{};
                localtime_r(&seconds, &parts);
                const QDateTime local = localTime(utc(seconds), zone);
                QVERIFY2(local.time() == QTime(parts.tm_hour, parts.tm_min, parts.tm_sec) &&
                             local.date().day() == parts.tm_mday,
                         id);
            }
        }
        qputenv("TZ", before);
        tzset();
    }

    void romeBySight()
    {
        const QTimeZone rome("Europe/Rome");
        const auto meaning = [&](int month, int day, int clockHour, int minute) {
            return meaningOf(QDate(2026, month, day), QTime(clockHour, minute), rome);
        };
        const auto at = [](const char *iso) { return *parseUtcTime(QString::fromLatin1(iso)); };
        QVERIFY(meaning(2, 22, 16, 30).time == at("2026-02-22T15:30:00Z"));
        QVERIFY(meaning(3, 29, 2, 30).kind == Kind::Missing);
        QVERIFY(meaning(3, 29, 2, 30).time == at("2026-03-29T01:30:00Z")); // 3:30 by the clock
        QVERIFY(meaning(3, 29, 3, 0).time == at("2026-03-29T01:00:00Z"));
        QVERIFY(meaning(10, 25, 2, 30).kind == Kind::Twice);
        QVERIFY(meaning(10, 25, 2, 30).time == at("2026-10-25T00:30:00Z"));
        QVERIFY(meaning(10, 25, 2, 30).second == at("2026-10-25T01:30:00Z"));
        QVERIFY(meaning(10, 25, 3, 0).kind == Kind::Once);
        QVERIFY(localTime(at("2026-10-25T01:30:00Z"), rome).time() == QTime(2, 30));
    }
};

QTEST_GUILESS_MAIN(TestClinicTime)
#include "tst_clinictime.moc"
