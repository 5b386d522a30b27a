// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/userdeviceroutes.h"

#include "app/access/auditlater.h"
#include "app/directory/userdeviceservice.h"
#include "server/http/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Error unknown(const char *reason)
{
    return {ErrorCode::NotFound, reason, nullptr, {}};
}

HttpResponse encoded(const UserDevice &device)
{
    JsonWriter json(256);
    json.beginObject();
    json.name("id").ascii(device.id.text());
    json.name("userId").ascii(device.user.text());
    json.name("platform").ascii(platformName(device.platform));
    json.name("acceptsInboundCalls").value(device.acceptsInboundCalls);
    json.name("hasPushToken").value(device.isLive());
    json.endObject();
    return HttpResponse::json(200, json.take());
}

void put(Store &store, const UserDeviceService &service, RouteCall &call)
{
    const auto id = DeviceId::parse(call.param(0));
    const auto user = UserId::parse(call.json.value("userId"_L1).toString().toUtf8());
    if (!id || !user) {
        call.answer.refuse(store, unknown(id ? "user.unknown" : "device.unknown"));
        return;
    }
    UserDeviceInput input;
    input.user = *user;
    input.platform = platformByName(call.json.value("platform"_L1).toString().toLatin1())
                         .value_or(UserDevice::Platform::Ios); // the schema knows no other
    const QJsonValue token = call.json.value("pushToken"_L1);
    if (token.isString()) {
        input.pushToken = token.toString();
        if (input.pushToken.isNull())
            input.pushToken = u""_s;
    }
    input.acceptsInboundCalls = call.json.value("acceptsInboundCalls"_L1).toBool();
    call.answer.write(
        store,
        [&service, actor = call.actor, id = *id, input](WriteTransaction &tx) {
            return service.put(tx, actor, id, input);
        },
        encoded);
}

void get(Store &store, const UserDeviceService &service, RouteCall &call)
{
    const auto id = DeviceId::parse(call.param(0));
    const auto device = id ? call.reader->run([&](Transaction &tx) { return service.get(tx, *id); })
                           : Result<UserDevice>(fail(unknown("device.unknown")));
    if (!device) {
        call.answer.refuse(store, device.error());
        return;
    }
    auditLater(store, call.actor,
               {.action = "device.read", .patient = device->user, .subject = device->id.text()});
    call.answer.respond(encoded(*device));
}

void remove(Store &store, const UserDeviceService &service, RouteCall &call)
{
    const auto id = DeviceId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(store, unknown("device.unknown"));
        return;
    }
    call.answer.write(
        store,
        [&service, actor = call.actor, id = *id](WriteTransaction &tx) {
            return service.remove(tx, actor, id);
        },
        [] { return HttpResponse::empty(204); });
}

} // namespace

void addUserDeviceRoutes(Router &router, Store &store, const UserDeviceService &service)
{
    const auto route = [&](HttpMethod method, const char *operationId, Scope scope, BodyKind body,
                           const char *action, auto handler) {
        router.add(
            {.method = method,
             .path = "/v1/user-devices/{id}",
             .operationId = operationId,
             .family = Family::XOn,
             .scope = scope,
             .body = body,
             .handler = [&store, &service, handler](RouteCall &call) { handler(store, service, call); },
             .action = action});
    };
    route(HttpMethod::Put, "putUserDevice", Scope::DeviceWrite, BodyKind::Json, "device.write", put);
    route(HttpMethod::Get, "getUserDevice", Scope::DeviceRead, BodyKind::None, "device.read", get);
    route(HttpMethod::Delete, "deleteUserDevice", Scope::DeviceWrite, BodyKind::None, "device.delete",
          remove);
}

} // namespace anteroom
