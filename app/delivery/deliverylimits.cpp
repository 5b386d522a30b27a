// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliverylimits.h"

#include "app/settings/settings.h"

#include <QTimeZone>

namespace anteroom {

namespace {

// Texts are all that is limited.
const char *const limitedChannel = "sms";

bool isLimited(const Message &message)
{
    return message.channel == Channel::Sms && message.provider != QLatin1String("sandbox");
}

QByteArray accountOf(const Message &message)
{
    return message.accountId.isNull() ? QByteArray("") : message.accountId.toUtf8();
}

} // namespace

DeliveryLimits::DeliveryLimits(WriteTransaction &tx, const Settings &settings)
    : m_tx(tx)
    , m_settings(settings)
{
}

DeliveryLimits::Counts &DeliveryLimits::countsOf(const Message &message)
{
    const QByteArray account = accountOf(message);
    if (const auto it = m_accounts.find(account); it != m_accounts.end())
        return *it;
    if (!m_day) {
        QTimeZone zone(m_settings.text("ANTEROOM_TIME_ZONE").toUtf8());
        if (!zone.isValid())
            zone = QTimeZone::utc();
        const UtcTime now = m_tx.now();
        const QDate day = QDateTime::fromMSecsSinceEpoch(toUs(now) / 1000, Qt::UTC).toTimeZone(zone).date();
        m_day = Period{day.toString(Qt::ISODate).toLatin1(),
                       utcFromUs(day.addDays(1).startOfDay(zone).toMSecsSinceEpoch() * 1000)};
        const auto minute = std::chrono::floor<std::chrono::minutes>(now);
        m_minute = Period{toIsoMillis(minute).left(16), minute + std::chrono::minutes(1)};
    }
    Counts counts;
    counts.dailyCap = m_settings.text("ANTEROOM_SMS_DAILY_CAP", message.accountId).toLongLong();
    counts.perMinute = m_settings.text("ANTEROOM_SMS_PER_MINUTE", message.accountId).toLongLong();
    counts.today = counts.dailyCap > 0 ? counted(account, *m_day) : 0;
    counts.thisMinute = counts.perMinute > 0 ? counted(account, *m_minute) : 0;
    return *m_accounts.insert(account, counts);
}

std::optional<LanePause> DeliveryLimits::reached(const Message &message)
{
    if (!isLimited(message))
        return std::nullopt;
    const Counts &counts = countsOf(message);
    if (counts.dailyCap > 0 && counts.today + counts.added >= counts.dailyCap)
        return LanePause{message.lane, m_day->end, "delivery.daily_cap"};
    if (counts.perMinute > 0 && counts.thisMinute + counts.added >= counts.perMinute)
        return LanePause{message.lane, m_minute->end, "delivery.rate"};
    return std::nullopt;
}

void DeliveryLimits::count(const Message &message)
{
    if (isLimited(message))
        ++countsOf(message).added;
}

void DeliveryLimits::write()
{
    bool any = false;
    for (auto it = m_accounts.begin(); it != m_accounts.end(); ++it) {
        const qint64 added = std::exchange(it->added, 0);
        if (added == 0)
            continue;
        any = true;
        add(it.key(), *m_day, added);
        if (it->perMinute > 0)
            add(it.key(), *m_minute, added);
    }
    // Names of periods sort by time; two days more than the longest keep clear of every time zone.
    if (any)
        m_tx.execute("DELETE FROM delivery_counts WHERE period < ?",
                     toIsoMillis(m_tx.now() - std::chrono::hours(72)).left(10));
}

qint64 DeliveryLimits::counted(const QByteArray &account, const Period &period) const
{
    Cursor row =
        m_tx.query("SELECT messages FROM delivery_counts WHERE channel = ? AND account_id = ? AND period = ?",
                   limitedChannel, account, period.name);
    return row.next() ? row.integer(0) : 0;
}

void DeliveryLimits::add(const QByteArray &account, const Period &period, qint64 messages)
{
    m_tx.execute(
        "INSERT INTO delivery_counts (channel, account_id, period, messages) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (channel, account_id, period) DO UPDATE SET messages = messages + excluded.messages",
        limitedChannel, account, period.name, messages);
}

} // namespace anteroom
