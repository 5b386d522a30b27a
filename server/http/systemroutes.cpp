// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/systemroutes.h"

#include "app/storage/migrations.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

// Ready is who can commit on a schema that is up to date; a read would not notice a full disk.
void answerReady(Store &store, const RouteCall &call)
{
    call.answer.write(
        store,
        [](WriteTransaction &tx) -> Result<void> {
            Cursor version = tx.query("PRAGMA user_version");
            if (!version.next() || version.integer(0) != newestSchema())
                return fail(ErrorCode::Unavailable, "storage.not_migrated");
            version = {};
            // A row that says the same as before is written all the same: the commit reaches the disk.
            tx.execute("INSERT INTO settings (key, value, changed_at) VALUES ('_ready', '', ?) "
                       "ON CONFLICT (key) DO UPDATE SET changed_at = excluded.changed_at",
                       tx.now());
            tx.execute("DELETE FROM settings WHERE key = '_ready'");
            return {};
        },
        [] { return HttpResponse::json(200, "{\"status\":\"ready\"}"_ba); });
}

void answerMetrics(const std::function<QByteArray(Transaction &)> &figures, const RouteCall &call)
{
    const auto text = call.reader->run(
        [&](Transaction &tx) -> Result<QByteArray> { return figures ? figures(tx) : QByteArray(); });
    if (!text) {
        call.answer.fail(text.error());
        return;
    }
    HttpResponse response = HttpResponse::text(200, *text);
    response.contentType = "text/plain; version=0.0.4; charset=utf-8"_ba;
    call.answer.respond(std::move(response));
}

} // namespace

void addSystemRoutes(Router &router, const SystemRouteParts &parts)
{
    router.add({.path = "/healthz", .operationId = "getHealth", .handler = [](RouteCall &call) {
                    call.answer.respond(HttpResponse::json(200, "{\"status\":\"up\"}"_ba));
                }});
    router.add({.path = "/readyz",
                .operationId = "getReadiness",
                .handler = [store = parts.store](RouteCall &call) { answerReady(*store, call); }});
    router.add({.path = "/metrics",
                .operationId = "getMetrics",
                .scope = Scope::Admin,
                .handler = [figures = parts.metrics](RouteCall &call) { answerMetrics(figures, call); }});
    router.add({.path = "/openapi.json",
                .operationId = "getOpenApi",
                .handler = [api = parts.openApi](RouteCall &call) {
                    call.answer.respond(HttpResponse::json(200, api->text()));
                }});
}

} // namespace anteroom
