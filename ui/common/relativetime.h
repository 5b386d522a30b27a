// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QLocale>
#include <QTimeZone>

namespace anteroom {

/// How long ago in few words: "just now", "4 min", "2 h", "yesterday", "Mon", "12 Nov", "12 Nov 2025"; for
/// what comes: "in 5 min", "in 2 h", "tomorrow". Days are those of `zone`.
QString relativeTime(UtcTime time, UtcTime now, const QTimeZone &zone = QTimeZone::systemTimeZone(),
                     const QLocale &locale = QLocale());

/// A date of birth as people write it, without the day of the week: "17 June 1980". An invalid date is empty.
QString dateText(QDate date, const QLocale &locale = QLocale());

/// The whole moment: "12 January 2026, 10:30".
QString fullTime(UtcTime time, const QTimeZone &zone = QTimeZone::systemTimeZone(),
                 const QLocale &locale = QLocale());

} // namespace anteroom
