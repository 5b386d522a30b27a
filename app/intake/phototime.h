// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArray>
#include <QTimeZone>

#include <optional>

namespace anteroom {

/// When a photo was taken, as its camera wrote it: local time, and an offset where the camera knew one.
struct PhotoTime
{
    QByteArray taken;  ///< "2024:03:31 18:05:59"; empty where unknown
    QByteArray subSec; ///< digits behind the point; may be empty
    QByteArray offset; ///< "+02:00"; may be empty
};

/// The moment that is meant: by the offset, else in `zone`, the clinic's (ANTEROOM_TIME_ZONE). Nothing where
/// the text is no real date. Any thread (RULES.md, Photos).
std::optional<UtcTime> momentOf(const PhotoTime &time, const QTimeZone &zone);

} // namespace anteroom
