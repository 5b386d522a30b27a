// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliverylimits.h"

#include "app/settings/settings.h"

#include <QTimeZone>

namespace anteroom::DeliveryLimits {

namespace {

// A stretch of time in which messages are counted, and its end.
struct Period
{
    QByteArray name;
    UtcTime end;
};

Period dayOf(UtcTime now, const Settings &settings)
{
    QTimeZone zone(settings.text("ANTEROOM_TIME_ZONE").toUtf8());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    const QDate day = QDateTime::fromMSecsSinceEpoch(toUs(now) / 1000, Qt::UTC).toTimeZone(zone).date();
    return {day.toString(Qt::ISODate).toLatin1(),
            utcFromUs(day.addDays(1).startOfDay(zone).toMSecsSinceEpoch() * 1000)};
}

Period minuteOf(UtcTime now)
{
    const auto minute = std::chrono::floor<std::chrono::minutes>(now);
    return {toIsoMillis(minute).left(16), minute + std::chrono::minutes(1)};
}

QByteArray accountOf(const Message &message)
{
    return message.accountId.isNull() ? QByteArray("") : message.accountId.toUtf8();
}

qint64 counted(Transaction &tx, const Message &message, const Period &period)
{
    Cursor row =
        tx.query("SELECT messages FROM delivery_counts WHERE channel = ? AND account_id = ? AND period = ?",
                 channelName(message.channel), accountOf(message), period.name);
    return row.next() ? row.integer(0) : 0;
}

void add(WriteTransaction &tx, const Message &message, const Period &period)
{
    tx.execute("INSERT INTO delivery_counts (channel, account_id, period, messages) VALUES (?, ?, ?, 1) "
               "ON CONFLICT (channel, account_id, period) DO UPDATE SET messages = messages + 1",
               channelName(message.channel), accountOf(message), period.name);
}

bool isLimited(const Message &message)
{
    return message.channel == Channel::Sms && message.provider != QLatin1String("sandbox");
}

qint64 limit(const Settings &settings, const char *name, const Message &message)
{
    return settings.text(name, message.accountId).toLongLong(); // 0: none
}

} // namespace

std::optional<LanePause> reached(Transaction &tx, const Settings &settings, const Message &message)
{
    if (!isLimited(message))
        return std::nullopt;
    if (const qint64 cap = limit(settings, "ANTEROOM_SMS_DAILY_CAP", message); cap > 0) {
        const Period day = dayOf(tx.now(), settings);
        if (counted(tx, message, day) >= cap)
            return LanePause{message.lane, day.end, "delivery.daily_cap"};
    }
    if (const qint64 rate = limit(settings, "ANTEROOM_SMS_PER_MINUTE", message); rate > 0) {
        const Period minute = minuteOf(tx.now());
        if (counted(tx, message, minute) >= rate)
            return LanePause{message.lane, minute.end, "delivery.rate"};
    }
    return std::nullopt;
}

void count(WriteTransaction &tx, const Settings &settings, const Message &message)
{
    if (!isLimited(message))
        return;
    const Period day = dayOf(tx.now(), settings);
    add(tx, message, day);
    if (limit(settings, "ANTEROOM_SMS_PER_MINUTE", message) > 0)
        add(tx, message, minuteOf(tx.now()));
    // Names of periods sort by time; two days more than the longest keep clear of every time zone.
    tx.execute("DELETE FROM delivery_counts WHERE period < ?",
               toIsoMillis(tx.now() - std::chrono::hours(72)).left(10));
}

} // namespace anteroom::DeliveryLimits
