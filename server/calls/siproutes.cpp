// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callcenter.h"
#include "server/calls/calljson.h"
#include "server/calls/callroutes.h"

namespace anteroom {

namespace {

void registered(Store &store, const CallService &service, CallCenter &center, RouteCall &call)
{
    const auto registration = sipRegistrationFrom(call.json);
    if (!registration) {
        call.answer.refuse(store, registration.error());
        return;
    }
    const auto woke = std::make_shared<QVector<std::chrono::milliseconds>>();
    call.answer.write(
        store,
        [&service, actor = call.actor, registration = *registration,
         woke](WriteTransaction &tx) -> Result<void> {
            auto done = service.registered(tx, actor, registration.device, registration.isGone);
            if (!done)
                return fail(done.error());
            *woke = *std::move(done);
            return {};
        },
        [] { return HttpResponse::empty(204); }, [&center, woke] { center.count(*woke); });
}

void reported(Store &store, const CallService &service, RouteCall &call)
{
    const auto report = sipReportFrom(call.json);
    if (!report) {
        call.answer.refuse(store, report.error());
        return;
    }
    call.answer.write(
        store,
        [&service, actor = call.actor, report = *report](WriteTransaction &tx) {
            return service.report(tx, actor, report);
        },
        [] { return HttpResponse::empty(204); });
}

} // namespace

void addSipRoutes(Router &router, Store &store, const CallService &service, CallCenter &center)
{
    router.add({.method = HttpMethod::Post,
                .path = "/v1/sip/registrations",
                .operationId = "postSipRegistration",
                .family = Family::XOn,
                .scope = Scope::SipWrite,
                .body = BodyKind::Json,
                .handler = [&store, &service,
                            &center](RouteCall &call) { registered(store, service, center, call); },
                .action = "call.registered"});
    router.add({.method = HttpMethod::Post,
                .path = "/v1/sip/calls",
                .operationId = "postSipCall",
                .family = Family::XOn,
                .scope = Scope::SipWrite,
                .body = BodyKind::Json,
                .handler = [&store, &service](RouteCall &call) { reported(store, service, call); },
                .action = "call.report"});
}

} // namespace anteroom
