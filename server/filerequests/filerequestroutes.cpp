// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/filerequestroutes.h"

#include "app/access/audit.h"
#include "server/filerequests/filerequestjson.h"
#include "server/http/pagequery.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

HttpResponse encoded(const FileRequestView &view)
{
    return HttpResponse::json(200, encodedFileRequest(view));
}

Error unknownRequest()
{
    return {ErrorCode::NotFound, "file_request.unknown", nullptr, {}};
}

// Reads are written down with the next commit; their answers do not wait for it.
void auditRead(Store &store, const Actor &actor, const FileRequestView &view)
{
    store.writeLater([actor, patient = view.patient.id, id = view.request.id.text()](WriteTransaction &tx) {
        recordAudit(tx, actor, {.action = "file_request.read", .patient = patient, .subject = id});
    });
}

void auditList(Store &store, const Actor &actor, const Page<FileRequestView> &page)
{
    QSet<UserId> patients;
    for (const FileRequestView &view : page.items)
        patients.insert(view.patient.id);
    store.writeLater([actor, patients](WriteTransaction &tx) {
        for (const UserId &patient : patients)
            recordAudit(tx, actor, {.action = "file_request.list", .patient = patient});
    });
}

Result<FileRequestFilter::State> stateFrom(const QByteArray &name)
{
    if (name == "open")
        return FileRequestFilter::State::Open;
    if (name == "answered")
        return FileRequestFilter::State::Answered;
    if (name == "expired")
        return FileRequestFilter::State::Expired;
    return fail(ErrorCode::Invalid, "file_request.state", "state");
}

struct ListQuery
{
    FileRequestFilter filter;
    PageRequest page;
};

Result<ListQuery> listQueryFrom(const QByteArray &encodedQuery)
{
    const QueryParameters query(encodedQuery);
    ListQuery wanted;
    if (const auto account = query.value("accountId")) {
        if (account->trimmed().isEmpty())
            return fail(ErrorCode::Invalid, "text.blank", "accountId");
        wanted.filter.accountId = QString::fromUtf8(*account);
    }
    if (const auto patient = query.value("patientUserId")) {
        const auto id = UserId::parse(*patient);
        if (!id)
            return fail(ErrorCode::Invalid, "id.malformed", "patientUserId");
        wanted.filter.patient = *id;
    }
    if (const auto state = query.value("state")) {
        auto known = stateFrom(*state);
        if (!known)
            return fail(known.error());
        wanted.filter.state = *known;
    }
    const auto page = pageFrom(query);
    if (!page)
        return fail(page.error());
    wanted.page = *page;
    return wanted;
}

/// A route that changes the request named in its path: `change(tx, actor, id) -> Result<FileRequestView>`.
template<typename Change>
void changeRequest(Store &store, const RouteCall &call, Change change)
{
    const auto id = FileRequestId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(store, unknownRequest());
        return;
    }
    call.answer.write(
        store,
        [actor = call.actor, id = *id, change = std::move(change)](WriteTransaction &tx) {
            return change(tx, actor, id);
        },
        encoded);
}

} // namespace

// ---- each route in turn ----

namespace {

void create(Store &store, const FileRequestService &service, RouteCall &call)
{
    call.answer.write(
        store,
        [&service, actor = std::move(call.actor), input = newFileRequestFrom(call.json)](
            WriteTransaction &tx) { return service.create(tx, actor, input, Origin::Http); },
        encoded);
}

void get(Store &store, const FileRequestService &service, RouteCall &call)
{
    const auto id = FileRequestId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(store, unknownRequest());
        return;
    }
    const auto view = call.reader->run([&](Transaction &tx) { return service.get(tx, call.actor, *id); });
    if (!view) {
        call.answer.refuse(store, view.error());
        return;
    }
    auditRead(store, call.actor, *view);
    call.answer.respond(encoded(*view));
}

void list(Store &store, const FileRequestService &service, RouteCall &call)
{
    const auto wanted = listQueryFrom(call.request.rawQuery);
    if (!wanted) {
        call.answer.fail(wanted.error());
        return;
    }
    const auto page = call.reader->run(
        [&](Transaction &tx) { return service.list(tx, call.actor, wanted->filter, wanted->page); });
    if (!page) {
        call.answer.refuse(store, page.error());
        return;
    }
    auditList(store, call.actor, *page);
    call.answer.respond(HttpResponse::json(200, encodedFileRequestPage(*page)));
}

void extend(Store &store, const FileRequestService &service, RouteCall &call)
{
    auto extension = extensionFrom(call.json);
    if (!extension) {
        call.answer.fail(extension.error());
        return;
    }
    changeRequest(store, call,
                  [&service, extension = *extension](WriteTransaction &tx, const Actor &actor, auto &id) {
                      return service.extend(tx, actor, id, extension);
                  });
}

void assign(Store &store, const FileRequestService &service, RouteCall &call)
{
    const QString login = call.json.value("login"_L1).toString();
    changeRequest(store, call, [&service, login](WriteTransaction &tx, const Actor &actor, auto &id) {
        return service.assign(tx, actor, id, login);
    });
}

} // namespace

void addFileRequestRoutes(Router &router, Store &store, const FileRequestService &service)
{
    const auto route = [&](HttpMethod method, const char *path, const char *operationId, Scope scope,
                           BodyKind body, const char *action, auto handler) {
        router.add(
            {.method = method,
             .path = path,
             .operationId = operationId,
             .family = Family::XOn,
             .scope = scope,
             .body = body,
             .handler = [&store, &service, handler](RouteCall &call) { handler(store, service, call); },
             .action = action});
    };
    const auto change = [&](const char *path, const char *operationId, const char *action, auto call) {
        route(HttpMethod::Post, path, operationId, Scope::FileRequestWrite, BodyKind::OptionalJson, action,
              [call](Store &s, const FileRequestService &rules, RouteCall &request) {
                  changeRequest(s, request,
                                [&rules, call](WriteTransaction &tx, const Actor &actor, auto &id) {
                                    return call(rules, tx, actor, id);
                                });
              });
    };
    route(HttpMethod::Post, "/v1/file-requests", "createFileRequest", Scope::FileRequestWrite, BodyKind::Json,
          "file_request.create", create);
    route(HttpMethod::Get, "/v1/file-requests", "listFileRequests", Scope::FileRequestRead, BodyKind::None,
          "file_request.list", list);
    route(HttpMethod::Get, "/v1/file-requests/{id}", "getFileRequest", Scope::FileRequestRead, BodyKind::None,
          "file_request.read", get);
    route(HttpMethod::Post, "/v1/file-requests/{id}/extend", "extendFileRequest", Scope::FileRequestWrite,
          BodyKind::OptionalJson, "file_request.extend", extend);
    route(HttpMethod::Put, "/v1/file-requests/{id}/assignee", "assignFileRequest", Scope::FileRequestWrite,
          BodyKind::Json, "file_request.assign", assign);
    change("/v1/file-requests/{id}/send", "sendFileRequest", "file_request.send",
           [](const FileRequestService &rules, WriteTransaction &tx, const Actor &actor,
              const FileRequestId &id) { return rules.sendAgain(tx, actor, id, Origin::Http); });
    change("/v1/file-requests/{id}/cancel", "cancelFileRequest", "file_request.cancel",
           [](const FileRequestService &rules, WriteTransaction &tx, const Actor &actor,
              const FileRequestId &id) { return rules.cancel(tx, actor, id); });
    change("/v1/file-requests/{id}/done", "finishFileRequest", "file_request.done",
           [](const FileRequestService &rules, WriteTransaction &tx, const Actor &actor,
              const FileRequestId &id) { return rules.done(tx, actor, id); });
}

} // namespace anteroom
