// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/phototime.h"

#include <QDateTime>

#include <algorithm>

namespace anteroom {
namespace {

/// "+02:00" in seconds; nothing where it is no offset that a zone has.
std::optional<int> offsetSeconds(const QByteArray &text)
{
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    bool hoursOk = false;
    bool minutesOk = false;
    const int hours = text.mid(1, 2).toInt(&hoursOk);
    const int minutes = text.mid(4, 2).toInt(&minutesOk);
    if (!hoursOk || !minutesOk || hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (text[0] == '-' ? -60 : 60) * (hours * 60 + minutes);
}

qint64 fractionUs(const QByteArray &digits)
{
    qint64 us = 0;
    for (qsizetype i = 0; i < 6; ++i) {
        const char digit = i < digits.size() ? digits[i] : '0';
        if (digit < '0' || digit > '9')
            return 0;
        us = us * 10 + (digit - '0');
    }
    return us;
}

} // namespace

std::optional<UtcTime> momentOf(const PhotoTime &time, const QTimeZone &zone)
{
    const QDateTime local =
        QDateTime::fromString(QString::fromLatin1(time.taken), QStringLiteral("yyyy:MM:dd HH:mm:ss"));
    if (!local.isValid())
        return std::nullopt;
    QDateTime moment;
    if (const auto seconds = offsetSeconds(time.offset))
        moment = QDateTime(local.date(), local.time(), Qt::OffsetFromUTC, *seconds);
    else
        moment = QDateTime(local.date(), local.time(), zone);
    if (!moment.isValid())
        return std::nullopt;
    return utcFromUs(moment.toMSecsSinceEpoch() * 1000 + fractionUs(time.subSec));
}

} // namespace anteroom
