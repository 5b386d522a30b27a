// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/devicerequests/devicerequestroutes.h"

#include "app/access/auditlater.h"
#include "server/devicerequests/devicerequestjson.h"
#include "server/http/query.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr int usualPage = 50, mostOnPage = 500;

// The two ids of a path.
struct Place
{
    PersonId patient;
    DeviceRequestId request;
};

std::optional<Place> placeOf(const RouteCall &call)
{
    const auto patient = PersonId::parse(call.param(0));
    const auto request = DeviceRequestId::parse(call.param(1));
    return patient && request ? std::optional(Place{*patient, *request}) : std::nullopt;
}

Error unknown()
{
    return {ErrorCode::NotFound, "device_request.unknown", nullptr, {}};
}

AuditEntry entry(const char *action, const PersonId &patient, const QByteArray &subject = {},
                 const char *outcome = "ok")
{
    return {action, UserId::fromTrusted(patient.text()), subject, outcome};
}

// A refusal of the rule says something of the patient: its row names them. It waits for nothing.
void refuseResend(Store &store, const Answer &answer, const Actor &actor, const Place &place,
                  const Error &error)
{
    if (error.code == ErrorCode::NotFound) {
        answer.refuse(store, error);
        return;
    }
    auditLater(store, actor,
               entry("device_request.resend", place.patient, place.request.text(), error.reason));
    answer.fail(error);
}

// What the rule refuses is answered from a reader's view: nobody can hold the writer up by asking again and
// again. What it allows is decided once more by the writer, in the transaction that records the attempt.
void resend(Store &store, const DeviceRequestService &service, RouteCall &call)
{
    const auto place = placeOf(call);
    if (!place) {
        call.answer.refuse(store, unknown());
        return;
    }
    const auto decision = call.reader->run(
        [&](Transaction &tx) { return service.decide(tx, call.actor, place->patient, place->request); });
    if (!decision || decision->refusal) {
        refuseResend(store, call.answer, call.actor, *place,
                     decision ? *decision->refusal : decision.error());
        return;
    }
    if (call.request.method == HttpMethod::Head) { // what would happen, and nothing does
        auditLater(store, call.actor, entry("device_request.read", place->patient, place->request.text()));
        call.answer.respond(HttpResponse::empty(202).with("Cache-Control"_ba, "no-store"_ba));
        return;
    }
    store.write(
        [&service, actor = call.actor, place = *place,
         answer = call.answer](WriteTransaction &tx) -> Result<HttpResponse> {
            const auto job = service.resend(tx, actor, place.patient, place.request);
            if (!job)
                return fail(job.error());
            HttpResponse response = acceptedAnswer(answer.context(), *job);
            if (const auto kept = answer.keep(tx, response); !kept)
                return fail(kept.error());
            return response;
        },
        [&store, answer = call.answer, actor = call.actor, place = *place](Result<HttpResponse> result) {
            if (result)
                answer.respond(*std::move(result));
            else
                refuseResend(store, answer, actor, place, result.error());
        });
}

void get(Store &store, const DeviceRequestService &service, RouteCall &call)
{
    const auto place = placeOf(call);
    if (!place) {
        call.answer.refuse(store, unknown());
        return;
    }
    const auto view = call.reader->run(
        [&](Transaction &tx) { return service.get(tx, call.actor, place->patient, place->request); });
    if (!view) {
        call.answer.refuse(store, view.error());
        return;
    }
    auditLater(store, call.actor, entry("device_request.read", place->patient, place->request.text()));
    call.answer.respond(deviceRequestAnswer(call.answer.context(), *view));
}

Result<int> numberIn(const QueryParameters &query, const char *name, int absent, int most)
{
    const auto text = query.value(name);
    if (!text)
        return absent;
    bool isNumber = false;
    const int number = text->toInt(&isNumber);
    if (!isNumber || number < 1 || number > most)
        return fail(ErrorCode::Unprocessable, "page.number", name, {{u"most"_s, most}});
    return number;
}

void list(Store &store, const DeviceRequestService &service, RouteCall &call)
{
    const auto patient = PersonId::parse(call.param(0));
    if (!patient) {
        call.answer.refuse(store, unknown());
        return;
    }
    const QueryParameters query(call.request.rawQuery);
    const auto number = numberIn(query, "page", 1, 1'000'000);
    const auto size = numberIn(query, "page_size", usualPage, mostOnPage);
    if (!number || !size) {
        call.answer.fail(number ? size.error() : number.error());
        return;
    }
    const auto page = call.reader->run([&](Transaction &tx) {
        return service.ofPatient(tx, call.actor, *patient, {*number, *size});
    });
    if (!page) {
        call.answer.refuse(store, page.error());
        return;
    }
    auditLater(store, call.actor, entry("device_request.list", *patient));
    call.answer.respond(deviceRequestPageAnswer(call.answer.context(), *page));
}

void job(Store &store, const DeviceRequestService &service, RouteCall &call)
{
    const auto id = ResendJobId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(store, Error{ErrorCode::NotFound, "job.unknown", nullptr, {}});
        return;
    }
    const auto job = call.reader->run([&](Transaction &tx) { return service.job(tx, call.actor, *id); });
    if (!job) {
        call.answer.refuse(store, job.error());
        return;
    }
    auditLater(store, call.actor, entry("device_request.job", job->patient, job->request.text()));
    call.answer.respond(jobAnswer(call.answer.context(), *job));
}

} // namespace

void addDeviceRequestRoutes(Router &router, Store &store, const DeviceRequestService &service)
{
    const auto route = [&](HttpMethod method, const char *path, const char *operationId, Scope scope,
                           const char *action, auto handler) {
        Route added;
        added.method = method;
        added.path = path;
        added.operationId = operationId;
        added.family = Family::EHealth;
        added.scope = scope;
        if (scope == Scope::JobRead)
            added.orScope = Scope::DeviceRequestResend;
        added.body = method == HttpMethod::Get ? BodyKind::None : BodyKind::OptionalJson;
        added.handler = [&store, &service, handler](RouteCall &call) { handler(store, service, call); };
        added.action = action;
        router.add(std::move(added));
    };
    constexpr const char *one = "/api/patients/{patient_id}/device_requests/{device_request_id}";
    constexpr const char *again =
        "/api/patients/{patient_id}/device_requests/{device_request_id}/actions/resend";
    route(HttpMethod::Get, "/api/patients/{patient_id}/device_requests", "listDeviceRequests",
          Scope::DeviceRequestRead, "device_request.list", list);
    route(HttpMethod::Get, one, "getDeviceRequest", Scope::DeviceRequestRead, "device_request.read", get);
    route(HttpMethod::Get, again, "resendDeviceRequest", Scope::DeviceRequestResend, "device_request.resend",
          resend);
    route(HttpMethod::Patch, again, "resendDeviceRequestByPatch", Scope::DeviceRequestResend,
          "device_request.resend", resend);
    route(HttpMethod::Post, again, "resendDeviceRequestByPost", Scope::DeviceRequestResend,
          "device_request.resend", resend);
    route(HttpMethod::Get, "/Jobs/{id}", "getJob", Scope::JobRead, "device_request.job", job);
    route(HttpMethod::Get, "/jobs/{id}", "getJobInLowerCase", Scope::JobRead, "device_request.job", job);
    route(HttpMethod::Get, "/api/jobs/{id}", "getJobUnderApi", Scope::JobRead, "device_request.job", job);
}

} // namespace anteroom
