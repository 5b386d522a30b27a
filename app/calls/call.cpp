// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/call.h"

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

bool isFallbackOffered(const QVector<CallAttempt> &attemptsOfOneCall)
{
    return !attemptsOfOneCall.isEmpty() &&
           std::all_of(attemptsOfOneCall.begin(), attemptsOfOneCall.end(),
                       [](const CallAttempt &attempt) { return attempt.progress.leavesFallback(); });
}

QJsonObject callPayload(const DeviceId &device, const NewCall &call)
{
    QJsonObject payload{{u"type"_s, u"call"_s}, {u"userDeviceId"_s, QString::fromLatin1(device.text())}};
    if (!call.callId.isNull())
        payload.insert(u"callId"_s, call.callId);
    if (!call.callerName.isNull())
        payload.insert(u"callerName"_s, call.callerName);
    return payload;
}

QJsonObject cancelPayload(const DeviceId &device, const QString &callId, CancelReason reason)
{
    QJsonObject payload{
        {u"type"_s, u"cancel-call"_s},
        {u"userDeviceId"_s, QString::fromLatin1(device.text())},
        {u"reason"_s, reason == CancelReason::Cancelled ? u"cancelled"_s : u"answered_elsewhere"_s}};
    if (!callId.isNull())
        payload.insert(u"callId"_s, callId);
    return payload;
}

} // namespace anteroom
