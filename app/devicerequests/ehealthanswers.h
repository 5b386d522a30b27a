// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/devicerequests/devicerequest.h"

#include <QJsonArray>
#include <QJsonObject>

namespace anteroom {

// The health system's answers, as rows of our registers by the names of the import file. Nothing is believed
// that does not have its form. Errors of all: BadGateway "ehealth.not_understood" with the member in
// data.member. Pure.

/// The `data` of an envelope: `{"meta": {…}, "data": …}`.
Result<QJsonValue> enveloped(const QByteArray &body);

/// The row of a device request. References come as an id or as {"identifier": {"value"}}, a code as {system,
/// code} or {"coding": [{system, code}]}. It has to be the one that was asked for.
Result<QJsonObject> deviceRequestRow(const QByteArray &body, const PersonId &patient,
                                     const DeviceRequestId &id);

/// The rows of a person's authentication methods. A number with stars in it says nothing of the number; a
/// method whose answer says nothing of is_active is active.
Result<QJsonArray> methodRows(const QByteArray &body, const PersonId &person);

} // namespace anteroom
