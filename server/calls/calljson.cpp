// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/calljson.h"

#include "app/base/textrules.h"
#include "server/http/jsonmembers.h"
#include "server/http/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr int longestCallId = 255;
constexpr qsizetype longestContact = 4096;

Result<DeviceId> deviceIn(const QJsonObject &body)
{
    const auto id = DeviceId::parse(textOf(body, "deviceId"_L1).toUtf8());
    return id ? Result<DeviceId>(*id) : fail(ErrorCode::NotFound, "device.unknown");
}

void attempt(JsonWriter &json, const CallAttemptView &view)
{
    const CallAttempt &attempt = view.attempt;
    const CallProgress &progress = attempt.progress;
    json.beginObject();
    json.name("id").ascii(attempt.id.text());
    json.name("userDeviceId").ascii(attempt.device.text());
    json.name("callId").value(attempt.callId);
    json.name("state").ascii(callStateName(progress.state));
    timeMember(json, "dispatchedAt", progress.dispatchedAt);
    timeMember(json, "registeredAt", progress.registeredAt);
    timeMember(json, "ringingAt", progress.ringingAt);
    timeMember(json, "answeredAt", progress.answeredAt);
    timeMember(json, "endedAt", progress.endedAt);
    json.name("fallback").value(view.fallback);
    json.endObject();
}

} // namespace

NewCall newCallFrom(const QJsonObject &body)
{
    return {textOf(body, "callId"_L1), textOf(body, "callerName"_L1)};
}

CancelReason cancelReasonFrom(const QJsonObject &body)
{
    return textOf(body, "reason"_L1) == u"answered_elsewhere"_s ? CancelReason::AnsweredElsewhere
                                                                : CancelReason::Cancelled;
}

Result<SipReport> sipReportFrom(const QJsonObject &body)
{
    SipReport report;
    report.callId = textOf(body, "callId"_L1);
    if (const auto ok = checkText(report.callId, longestCallId, "callId"); !ok)
        return fail(ok.error());
    const auto device = deviceIn(body);
    if (!device)
        return fail(device.error());
    report.device = *device;
    const QString state = textOf(body, "state"_L1);
    report.state = state == u"ringing"_s    ? SipReport::State::Ringing
                   : state == u"answered"_s ? SipReport::State::Answered
                   : state == u"ended"_s    ? SipReport::State::Ended
                                            : SipReport::State::Failed;
    if (body.contains("sipStatus"_L1))
        report.sipStatus = body.value("sipStatus"_L1).toInt();
    return report;
}

Result<SipRegistration> sipRegistrationFrom(const QJsonObject &body)
{
    const QString contact = textOf(body, "contact"_L1);
    if (contact.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, "text.blank", "contact");
    if (contact.size() > longestContact)
        return fail(ErrorCode::Invalid, "text.too_long", "contact", {{u"longest"_s, longestContact}});
    const auto device = deviceIn(body);
    if (!device)
        return fail(device.error());
    // `*` takes all registrations back (RFC 3261, 10.2.2).
    const bool isGone = body.value("expires"_L1).toInt() == 0 || contact.trimmed() == u"*"_s;
    return SipRegistration{*device, isGone};
}

QByteArray encodedDeviceIds(const QVector<UserDevice> &devices)
{
    JsonWriter json(64 * devices.size() + 16);
    json.beginArray();
    for (const UserDevice &device : devices) {
        json.beginObject();
        json.name("id").ascii(device.id.text());
        json.endObject();
    }
    json.endArray();
    return json.take();
}

QByteArray encodedCallAttempts(const Page<CallAttemptView> &page)
{
    JsonWriter json(512 * page.items.size() + 64);
    json.beginObject().name("items").beginArray();
    for (const CallAttemptView &view : page.items)
        attempt(json, view);
    json.endArray().name("nextCursor");
    if (page.nextCursor.isEmpty())
        json.null();
    else
        json.ascii(page.nextCursor);
    json.endObject();
    return json.take();
}

} // namespace anteroom
