// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/message.h"
#include "app/storage/transaction.h"

#include <QHash>

namespace anteroom {

class Settings;

/// A lane has to wait: an account's limit is reached.
struct LanePause
{
    QString lane;
    UtcTime until;
    QByteArray reason; ///< "delivery.daily_cap", "delivery.rate"
};

/// How many messages an account may hand over in a minute (ANTEROOM_SMS_PER_MINUTE) and in a day of the
/// clinic's (ANTEROOM_SMS_DAILY_CAP); counted at the first try of each. For one transaction, on its thread:
/// what was counted before is read once an account, and write() adds what has been counted since.
class DeliveryLimits
{
public:
    DeliveryLimits(WriteTransaction &tx, const Settings &settings);

    /// Why and until when this message has to wait; nothing where it may go.
    std::optional<LanePause> reached(const Message &message);
    /// It is handed over.
    void count(const Message &message);
    /// Before the transaction ends.
    void write();

private:
    /// A stretch of time in which messages are counted, and its end.
    struct Period
    {
        QByteArray name;
        UtcTime end;
    };
    struct Counts
    {
        qint64 dailyCap = 0, perMinute = 0; ///< 0: none
        qint64 today = 0, thisMinute = 0;   ///< in the store
        qint64 added = 0;
    };

    Counts &countsOf(const Message &message);
    qint64 counted(const QByteArray &account, const Period &period) const;
    void add(const QByteArray &account, const Period &period, qint64 messages);

    WriteTransaction &m_tx;
    const Settings &m_settings;
    std::optional<Period> m_day, m_minute; ///< known once something is limited
    QHash<QByteArray, Counts> m_accounts;
};

} // namespace anteroom
