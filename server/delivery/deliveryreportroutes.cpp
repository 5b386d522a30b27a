// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/delivery/deliveryreportroutes.h"

#include "app/delivery/deliveryreports.h"
#include "server/http/query.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

// What gateways call the state, in the order in which they are believed.
constexpr const char *stateNames[] = {"state", "status", "MessageStatus"};

QByteArray stateIn(const QueryParameters &parameters)
{
    for (const char *name : stateNames) {
        if (const auto state = parameters.value(name))
            return *state;
    }
    return {};
}

// In the query; of a POST also in a form or a JSON object.
QByteArray stateOf(const HttpRequest &request, const QueryParameters &query)
{
    QByteArray state = stateIn(query);
    if (!state.isEmpty() || request.body.isEmpty())
        return state;
    const QByteArray type = request.headers.value("content-type").split(';').first().trimmed().toLower();
    if (type == "application/x-www-form-urlencoded")
        return stateIn(QueryParameters(request.body));
    const QJsonObject object = QJsonDocument::fromJson(request.body).object();
    for (const char *name : stateNames) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (!value.isUndefined())
            return value.isDouble() ? QByteArray::number(value.toInteger()) : value.toString().toUtf8();
    }
    return {};
}

void takeReport(Store &store, const DeliveryReports &reports, RouteCall &call)
{
    const QByteArray token = call.param(0);
    const QueryParameters query(call.request.rawQuery);
    const QByteArray id = query.value("id").value_or(QByteArray());
    const auto known =
        call.reader->run([&](Transaction &tx) -> Result<bool> { return reports.isKnown(tx, token, id); });
    if (!known) {
        call.answer.fail(known.error());
        return;
    }
    if (!*known) {
        call.answer.fail(Error{ErrorCode::NotFound, "report.unknown_token", nullptr, {}});
        return;
    }
    const QByteArray state = stateOf(call.request, query);
    if (call.request.method == HttpMethod::Head || !DeliveryReports::verdictOf(state)) {
        call.answer.respond(HttpResponse::empty(204));
        return;
    }
    call.answer.write(
        store,
        [&reports, actor = call.actor, token, id, state](WriteTransaction &tx) -> Result<void> {
            reports.take(tx, actor, token, id, state);
            return {};
        },
        [] { return HttpResponse::empty(204); });
}

} // namespace

void addDeliveryReportRoutes(Router &router, Store &store, const DeliveryReports &reports)
{
    const auto handler = [&store, &reports](RouteCall &call) { takeReport(store, reports, call); };
    router.add({.path = "/v1/delivery-reports/{token}",
                .operationId = "getDeliveryReport",
                .family = Family::XOn,
                .handler = handler,
                .action = "message.report"});
    router.add({.method = HttpMethod::Post,
                .path = "/v1/delivery-reports/{token}",
                .operationId = "postDeliveryReport",
                .family = Family::XOn,
                .handler = handler,
                .action = "message.report"});
}

} // namespace anteroom
