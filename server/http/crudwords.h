// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace anteroom {

/// What of a body does not fit a JSON Schema, in the words that a CRUD service uses: "body must have required
/// property 'start_date'", "body/participants/number must be integer". Empty where nothing is found. Any
/// thread.
QByteArray crudProblemOf(const QJsonObject &body, const QJsonObject &schema);

} // namespace anteroom
