// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callservice.h"
#include "ui/today/todaylist.h"

namespace anteroom {

/// The calls that run, and those of the last 24 hours that reached nobody, one a person: whom nobody has
/// talked with since.
struct TodayCalls
{
    QVector<CallView> running;
    QVector<CallView> missed;

    static TodayCalls load(Transaction &tx);
    bool isEmpty() const { return running.isEmpty() && missed.isEmpty(); }
    /// As lines of Today; the key is the person's id.
    QVector<TodayEntry> entries(UtcTime now) const;
};

} // namespace anteroom
