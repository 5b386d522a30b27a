// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QDate>
#include <QString>

#include <optional>

namespace anteroom {

/// A real calendar date written `YYYY-MM-DD`, and nothing else: no time, no missing zeros.
std::optional<QDate> parseIsoDate(QStringView text);

/// `1980-06-17`; a null array for an invalid date.
QByteArray isoDate(QDate date);

/// Whether the date has not begun yet, in UTC and in the clinic's zone (an IANA name; empty: UTC alone).
bool isFutureDate(QDate date, UtcTime now, const QString &timeZone);

} // namespace anteroom
