// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace anteroom {

class JsonWriter;

/// A text member of a body: null where it is absent or no text, and never null where it is there, because an
/// empty text is a mistake and not an absence.
QString textOf(const QJsonObject &body, QLatin1String name);

/// `"name": "2026-01-15T12:00:00.000000Z"`, microseconds in UTC; null where there is no moment.
void timeMember(JsonWriter &json, QByteArrayView name, const std::optional<UtcTime> &time);

} // namespace anteroom
