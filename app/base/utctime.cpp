// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/utctime.h"

#include <cstdio>

namespace anteroom {

namespace {

// Reads exactly `count` decimal digits; -1 where one of them is none.
int digits(QStringView text, qsizetype at, int count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    return value;
}

QByteArray format(UtcTime time, int decimals, const char *suffix)
{
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<microseconds>(time - day)};
    char buffer[40];
    int length = std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.", int(date.year()),
                               unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                               int(clock.minutes().count()), int(clock.seconds().count()));
    const int micros = int(clock.subseconds().count());
    length += decimals == 6
                  ? std::snprintf(buffer + length, sizeof buffer - size_t(length), "%06d", micros)
                  : std::snprintf(buffer + length, sizeof buffer - size_t(length), "%03d", micros / 1000);
    return QByteArray(buffer, length) + suffix;
}

} // namespace

std::optional<UtcTime> parseUtcTime(QStringView text)
{
    using namespace std::chrono;
    const int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    const int h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    if (y < 0 || mo < 0 || d < 0 || h < 0 || mi < 0 || s < 0)
        return std::nullopt;
    if (text[4] != u'-' || text[7] != u'-' || (text[10] != u'T' && text[10] != u't') || text[13] != u':' ||
        text[16] != u':')
        return std::nullopt;
    const year_month_day date{year(y), month(unsigned(mo)), day(unsigned(d))};
    if (!date.ok() || h > 23 || mi > 59 || s > 59)
        return std::nullopt;

    qsizetype at = 19;
    qint64 micros = 0;
    if (at < text.size() && text[at] == u'.') {
        qint64 unit = 100'000;
        const qsizetype first = ++at;
        for (; at < text.size() && text[at] >= u'0' && text[at] <= u'9'; ++at, unit /= 10) {
            if (at - first >= 9)
                return std::nullopt;
            micros += (text[at].unicode() - u'0') * unit; // past the sixth decimal the unit is 0
        }
        if (at == first)
            return std::nullopt;
    }

    const QStringView zone = text.mid(at);
    minutes offset{0};
    if (zone != u"Z" && zone != u"z") {
        const int oh = digits(zone, 1, 2), om = digits(zone, 4, 2);
        if (zone.size() != 6 || (zone[0] != u'+' && zone[0] != u'-') || zone[3] != u':' || oh < 0 ||
            oh > 23 || om < 0 || om > 59)
            return std::nullopt;
        offset = minutes(oh * 60 + om) * (zone[0] == u'-' ? -1 : 1);
    }
    return UtcTime(sys_days(date)) + hours(h) + minutes(mi) + seconds(s) + microseconds(micros) - offset;
}

QByteArray toIsoMicros(UtcTime time)
{
    return format(time, 6, "+00:00");
}

QByteArray toIsoMillis(UtcTime time)
{
    return format(time, 3, "Z");
}

} // namespace anteroom
