// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/calls/call.h"
#include "app/storage/page.h"

#include <QJsonObject>

namespace anteroom {

// The only place that knows how the members of calls are called (RULES.md, Calls).

/// The body of a call, whose types were checked already. A member that is absent stays null.
NewCall newCallFrom(const QJsonObject &body);

/// `cancelled` or `answered_elsewhere`; nothing else passes the schema.
CancelReason cancelReasonFrom(const QJsonObject &body);

/// What the proxy tells of a call. Errors: NotFound "device.unknown" where the id is none; Invalid
/// "text.blank", "text.too_long", "text.malformed".
Result<SipReport> sipReportFrom(const QJsonObject &body);

/// What the proxy tells of a registration.
struct SipRegistration
{
    DeviceId device;
    bool isGone = false; ///< the phone signs out
};
/// Errors: NotFound "device.unknown"; Invalid "text.blank", "text.too_long". What stands in the contact is
/// the proxy's business: it is neither read nor kept.
Result<SipRegistration> sipRegistrationFrom(const QJsonObject &body);

/// `[{"id"}]`.
QByteArray encodedDeviceIds(const QVector<UserDevice> &devices);

/// `{"items": […], "nextCursor": …}`.
QByteArray encodedCallAttempts(const Page<CallAttemptView> &page);

} // namespace anteroom
