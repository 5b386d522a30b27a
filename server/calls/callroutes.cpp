// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/calls/callroutes.h"

#include "app/access/auditlater.h"
#include "app/base/phonenumber.h"
#include "app/calls/callcenter.h"
#include "app/directory/userrepository.h"
#include "server/calls/calljson.h"
#include "server/http/pagequery.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Error unknownDevice()
{
    return {ErrorCode::NotFound, "device.unknown", nullptr, {}};
}

void place(Store &store, const CallService &service, CallCenter &center, RouteCall &call)
{
    const auto id = DeviceId::parse(call.param(0));
    const auto order = id ? call.reader->run([&](Transaction &tx) {
        return service.prepare(tx, *id, newCallFrom(call.json));
    })
                          : Result<CallOrder>(fail(unknownDevice()));
    if (!order) {
        call.answer.refuse(store, order.error());
        return;
    }
    center.place(
        call.actor, *order,
        [answer = call.answer](WriteTransaction &tx, const CallCenter::Outcome &outcome) -> Result<void> {
            return outcome.error ? Result<void>() : answer.keep(tx, HttpResponse::empty(202));
        },
        [answer = call.answer](const Result<CallCenter::Outcome> &outcome) {
            if (!outcome)
                answer.fail(outcome.error());
            else if (outcome->error)
                answer.fail(*outcome->error); // its audit row is written
            else
                answer.respond(HttpResponse::empty(202));
        });
}

void cancel(Store &store, const CallService &service, RouteCall &call)
{
    const QString callId = call.json.value("callId"_L1).toString();
    if (callId.trimmed().isEmpty()) {
        call.answer.fail(Error{ErrorCode::Invalid, "text.blank", "callId", {}});
        return;
    }
    const auto device = DeviceId::parse(call.json.value("deviceId"_L1).toString().toUtf8());
    if (!device) {
        call.answer.refuse(store, unknownDevice());
        return;
    }
    call.answer.write(
        store,
        [&service, actor = call.actor, device = *device, callId, reason = cancelReasonFrom(call.json)](
            WriteTransaction &tx) { return service.cancel(tx, actor, device, callId, reason); },
        [] { return HttpResponse::empty(202); });
}

// A plus that nobody encoded arrives as the space that it means in a query.
QString numberFrom(const QByteArray &value)
{
    return QString::fromUtf8(value.startsWith(' ') ? '+' + value.mid(1) : value);
}

void listCallable(Store &store, RouteCall &call)
{
    const auto given = QueryParameters(call.request.rawQuery).value("mobileNumber");
    if (!given) {
        call.answer.fail(Error{ErrorCode::Invalid, "member.required", "mobileNumber", {}});
        return;
    }
    const auto number = PhoneNumber::parse(numberFrom(*given));
    if (!number) {
        call.answer.fail(Error{ErrorCode::Invalid, "phone.malformed", "mobileNumber", {}});
        return;
    }
    struct Found
    {
        QVector<UserDevice> devices;
        QVector<User> patients;
    };
    const auto found = call.reader->run([&](Transaction &tx) -> Result<Found> {
        return Found{CallService::callable(tx, number->text()),
                     UserRepository::patientsByMobile(tx, number->text())};
    });
    if (!found) {
        call.answer.fail(found.error());
        return;
    }
    // That somebody has no device says something of them too.
    for (const User &patient : found->patients) {
        if (patient.isVerifiedAppUser())
            auditLater(store, call.actor, {.action = "device.list", .patient = patient.id});
    }
    call.answer.respond(HttpResponse::json(200, encodedDeviceIds(found->devices)));
}

struct ListQuery
{
    CallFilter filter;
    PageRequest page;
};

Result<ListQuery> listQueryFrom(const QByteArray &encodedQuery)
{
    const QueryParameters query(encodedQuery);
    ListQuery wanted;
    if (const auto device = query.value("userDeviceId")) {
        const auto id = DeviceId::parse(*device);
        if (!id)
            return fail(ErrorCode::Invalid, "id.malformed", "userDeviceId");
        wanted.filter.device = *id;
    }
    if (const auto callId = query.value("callId")) {
        if (callId->trimmed().isEmpty())
            return fail(ErrorCode::Invalid, "text.blank", "callId");
        wanted.filter.callId = QString::fromUtf8(*callId);
    }
    const auto page = pageFrom(query);
    if (!page)
        return fail(page.error());
    wanted.page = *page;
    return wanted;
}

void list(Store &store, const CallService &service, RouteCall &call)
{
    const auto wanted = listQueryFrom(call.request.rawQuery);
    if (!wanted) {
        call.answer.fail(wanted.error());
        return;
    }
    const auto page =
        call.reader->run([&](Transaction &tx) { return service.list(tx, wanted->filter, wanted->page); });
    if (!page) {
        call.answer.fail(page.error());
        return;
    }
    QSet<UserId> patients;
    for (const CallAttemptView &view : page->items)
        patients.insert(view.attempt.user);
    for (const UserId &patient : patients)
        auditLater(store, call.actor, {.action = "call.list", .patient = patient});
    call.answer.respond(HttpResponse::json(200, encodedCallAttempts(*page)));
}

} // namespace

void addCallRoutes(Router &router, Store &store, const CallService &service, CallCenter &center)
{
    router.add(
        {.method = HttpMethod::Post,
         .path = "/v1/notifications/call/{userDeviceId}",
         .operationId = "callUserDevice",
         .family = Family::XOn,
         .scope = Scope::CallCreate,
         .body = BodyKind::OptionalJson,
         .handler = [&store, &service, &center](RouteCall &call) { place(store, service, center, call); },
         .action = "call.create"});
    router.add({.method = HttpMethod::Post,
                .path = "/v1/cancel-call",
                .operationId = "cancelCall",
                .family = Family::XOn,
                .scope = Scope::CallCreate,
                .body = BodyKind::Json,
                .handler = [&store, &service](RouteCall &call) { cancel(store, service, call); },
                .action = "call.cancel"});
    router.add({.path = "/v1/callable-devices",
                .operationId = "listCallableDevices",
                .family = Family::XOn,
                .scope = Scope::DeviceRead,
                .handler = [&store](RouteCall &call) { listCallable(store, call); },
                .action = "device.list"});
    router.add({.path = "/v1/call-attempts",
                .operationId = "listCallAttempts",
                .family = Family::XOn,
                .scope = Scope::CallCreate,
                .handler = [&store, &service](RouteCall &call) { list(store, service, call); },
                .action = "call.list"});
}

} // namespace anteroom
