// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/isodate.h"

#include <QTimeZone>

namespace anteroom {

std::optional<QDate> parseIsoDate(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return std::nullopt;
    int parts[3] = {};
    int part = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return std::nullopt;
        parts[part] = parts[part] * 10 + (c - u'0');
    }
    const QDate date(parts[0], parts[1], parts[2]);
    return date.isValid() && parts[0] > 0 ? std::optional(date) : std::nullopt;
}

QByteArray isoDate(QDate date)
{
    if (!date.isValid())
        return {};
    int parts[3] = {};
    date.getDate(&parts[0], &parts[1], &parts[2]);
    QByteArray text(10, '-');
    const auto put = [&text](int at, int width, int value) {
        for (int i = at + width - 1; i >= at; --i, value /= 10)
            text[i] = char('0' + value % 10);
    };
    put(0, 4, parts[0]);
    put(5, 2, parts[1]);
    put(8, 2, parts[2]);
    return text;
}

bool isFutureDate(QDate date, UtcTime now, const QString &timeZone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(toUs(now) / 1000, Qt::UTC);
    if (date <= moment.date())
        return false;
    const QTimeZone zone(timeZone.toLatin1());
    return !zone.isValid() || date > moment.toTimeZone(zone).date();
}

} // namespace anteroom
