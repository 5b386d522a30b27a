// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/clinictime.h"

#include "app/settings/settings.h"

#include <algorithm>

namespace anteroom {

namespace {

using std::chrono::seconds;

// No zone is further from UTC than 15 hours, so that whatever a clock's time means lies within this.
constexpr qint64 widestMs = 16LL * 3600 * 1000;

// Not QDateTime's own reading of a local time: which of two moments it takes, and what it makes of a missing
// one, differs between versions of Qt.
QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

// The differences to UTC that are in force around that time, the earliest first.
QVector<int> offsetsAround(qint64 ms, const QTimeZone &zone)
{
    QVector<int> offsets{zone.offsetFromUtc(at(ms - widestMs))};
    if (!zone.hasTransitions())
        return offsets;
    const auto transitions = zone.transitions(at(ms - widestMs), at(ms + widestMs));
    for (const QTimeZone::OffsetData &transition : transitions) {
        if (!offsets.contains(transition.offsetFromUtc))
            offsets.append(transition.offsetFromUtc);
    }
    const int last = zone.offsetFromUtc(at(ms + widestMs));
    if (!offsets.contains(last))
        offsets.append(last);
    return offsets;
}

} // namespace

QTimeZone clinicZone(const Settings &settings)
{
    const QTimeZone zone(settings.text("ANTEROOM_TIME_ZONE").toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime localTime(UtcTime time, const QTimeZone &zone)
{
    const qint64 ms = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return at(ms).toTimeZone(zone);
}

LocalMeaning meaningOf(QDate date, QTime clock, const QTimeZone &zone)
{
    const qint64 local = QDateTime(date, clock, Qt::UTC).toMSecsSinceEpoch();
    const QVector<int> offsets = offsetsAround(local, zone);
    QVector<qint64> found;
    for (const int offset : offsets) {
        const qint64 ms = local - offset * 1000LL;
        if (zone.offsetFromUtc(at(ms)) == offset)
            found.append(ms);
    }
    std::sort(found.begin(), found.end());
    const auto utc = [](qint64 ms) { return UtcTime(std::chrono::milliseconds(ms)); };
    LocalMeaning meaning;
    if (found.isEmpty()) {
        meaning.kind = LocalMeaning::Kind::Missing;
        meaning.time = utc(local - offsets.constFirst() * 1000LL);
        return meaning;
    }
    meaning.time = utc(found.constFirst());
    if (found.size() > 1) {
        meaning.kind = LocalMeaning::Kind::Twice;
        meaning.second = utc(found.at(1));
    }
    return meaning;
}

} // namespace anteroom
