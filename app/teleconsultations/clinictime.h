// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QDateTime>
#include <QTimeZone>

namespace anteroom {

class Settings;

/// ANTEROOM_TIME_ZONE; UTC where it will not do.
QTimeZone clinicZone(const Settings &settings);

/// What a clock on the clinic's wall shows at that moment, in that zone. Any thread.
QDateTime localTime(UtcTime time, const QTimeZone &zone);

/// What a time on that clock means. Where clocks are put back an hour is there twice, where they are put
/// forward one is missing (RULES.md, Teleconsultations).
struct LocalMeaning
{
    enum class Kind {
        Once,
        Twice,  ///< `time` is the first time, `second` the other
        Missing ///< `time` is as long after the clocks were put forward as was meant
    };

    Kind kind = Kind::Once;
    UtcTime time;
    UtcTime second;
};

/// The meaning of a time on the clock. Any thread.
LocalMeaning meaningOf(QDate date, QTime clock, const QTimeZone &zone);

} // namespace anteroom
