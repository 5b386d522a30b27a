// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/relativetime.h"

#include <QCoreApplication>
#include <QDateTime>

namespace anteroom {
namespace {

struct RelativeTime
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::RelativeTime)
};

QDateTime local(UtcTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toUs(time) / 1000, zone);
}

} // namespace

QString relativeTime(UtcTime time, UtcTime now, const QTimeZone &zone, const QLocale &locale)
{
    using namespace std::chrono;
    const auto date = local(time, zone).date();
    const auto today = local(now, zone).date();
    const auto days = date.daysTo(today);
    const auto away = time <= now ? now - time : time - now;
    const auto minutes = duration_cast<std::chrono::minutes>(away).count();
    const bool past = time <= now;

    if (minutes < 1)
        return past ? RelativeTime::tr("just now") : RelativeTime::tr("in a moment");
    if (minutes < 60)
        return (past ? RelativeTime::tr("%1 min") : RelativeTime::tr("in %1 min"))
            .arg(locale.toString(qint64(minutes)));
    // Late in the evening's work "3 h" says more than "yesterday".
    if (days == 0 || minutes < 6 * 60)
        return (past ? RelativeTime::tr("%1 h") : RelativeTime::tr("in %1 h"))
            .arg(locale.toString(qint64(minutes / 60)));
    if (days == 1)
        return RelativeTime::tr("yesterday");
    if (days == -1)
        return RelativeTime::tr("tomorrow");
    if (days > 0 && days < 7)
        return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat);
    //: A date without its year, as QLocale::toString() understands it.
    return locale.toString(date, date.year() == today.year() ? RelativeTime::tr("d MMM")
                                                             : RelativeTime::tr("d MMM yyyy"));
}

QString fullTime(UtcTime time, const QTimeZone &zone, const QLocale &locale)
{
    const auto moment = local(time, zone);
    //: %1 is a date ("12 January 2026"), %2 a time of day.
    return RelativeTime::tr("%1, %2").arg(locale.toString(moment.date(), RelativeTime::tr("d MMMM yyyy")),
                                          locale.toString(moment.time(), QLocale::ShortFormat));
}

QString dateText(QDate date, const QLocale &locale)
{
    return date.isValid() ? locale.toString(date, QStringLiteral("d MMMM yyyy")) : QString();
}

} // namespace anteroom
