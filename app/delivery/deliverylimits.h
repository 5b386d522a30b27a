// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/message.h"
#include "app/storage/transaction.h"

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
/// clinic's (ANTEROOM_SMS_DAILY_CAP); counted at the first try of each. Thread of the transaction.
namespace DeliveryLimits {

/// Why and until when this message has to wait; nothing where it may go.
std::optional<LanePause> reached(Transaction &tx, const Settings &settings, const Message &message);
/// It is handed over.
void count(WriteTransaction &tx, const Settings &settings, const Message &message);

} // namespace DeliveryLimits

} // namespace anteroom
