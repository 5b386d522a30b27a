// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/devicerequests/devicerequestjson.h"

#include "server/http/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

/// Writes `data` (and what stands beside it) after `meta`.
template<typename F>
HttpResponse enveloped(const ErrorContext &context, int status, qsizetype size, F write)
{
    JsonWriter json(320 + size);
    json.beginObject();
    writeEnvelopeMeta(json, context, status);
    write(json);
    json.endObject();
    return HttpResponse::json(status, json.take()).with("Cache-Control"_ba, "no-store"_ba);
}

QByteArrayView orNull(const QByteArray &id)
{
    return id.isEmpty() ? QByteArrayView() : QByteArrayView(id);
}

void write(JsonWriter &json, const DeviceRequestView &view)
{
    const DeviceRequest &request = view.request;
    json.beginObject();
    json.name("id").ascii(request.id.text());
    json.name("status").value(request.status);
    json.name("requisition").value(request.requisition);
    json.name("program").ascii(orNull(request.program.text()));
    json.name("code");
    if (request.code.isNull())
        json.null();
    else
        json.beginObject()
            .name("system")
            .value(request.code.system)
            .name("code")
            .value(request.code.code)
            .endObject();
    json.name("code_reference").ascii(orNull(request.codeReference.text()));
    json.name("inform_with").ascii(orNull(request.informWith.text()));
    json.name("authentication_method_current");
    if (view.method)
        json.beginObject()
            .name("type")
            .value(view.method->type)
            .name("phone_number")
            .value(view.method->number)
            .endObject();
    else
        json.null();
    json.endObject();
}

} // namespace

HttpResponse deviceRequestAnswer(const ErrorContext &context, const DeviceRequestView &view)
{
    return enveloped(context, 200, 640, [&](JsonWriter &json) { write(json.name("data"), view); });
}

HttpResponse deviceRequestPageAnswer(const ErrorContext &context, const DeviceRequestPage &page)
{
    return enveloped(context, 200, 640 * page.items.size(), [&](JsonWriter &json) {
        json.name("data").beginArray();
        for (const DeviceRequestView &view : page.items)
            write(json, view);
        json.endArray();
        json.name("paging").beginObject();
        json.name("page_number").value(qint64(page.page.number));
        json.name("page_size").value(qint64(page.page.size));
        json.name("total_pages").value(qint64(page.totalPages()));
        json.name("total_entries").value(qint64(page.totalEntries));
        json.endObject();
    });
}

HttpResponse acceptedAnswer(const ErrorContext &context, const ResendJob &job)
{
    return enveloped(context, 202, 160, [&](JsonWriter &json) {
        json.name("data").beginObject();
        json.name("status").ascii("pending");
        json.name("eta").ascii(toIsoMillis(job.eta));
        json.name("links").beginArray().beginObject();
        json.name("entity").ascii("job");
        json.name("href").ascii("/Jobs/" + job.id.text());
        json.endObject().endArray().endObject();
    });
}

HttpResponse jobAnswer(const ErrorContext &context, const ResendJob &job)
{
    return enveloped(context, 200, 160, [&](JsonWriter &json) {
        json.name("data").beginObject();
        switch (job.state) {
        case ResendJob::State::Pending:
            json.name("status").ascii("pending");
            json.name("eta").ascii(toIsoMillis(job.eta));
            break;
        case ResendJob::State::Processed:
            json.name("status").ascii("processed");
            json.name("eta").ascii(toIsoMillis(job.eta));
            json.name("status_code").value(qint64(200));
            json.name("response_data").ascii("");
            break;
        case ResendJob::State::Failed:
            json.name("status").ascii("failed");
            json.name("status_code").value(qint64(500));
            json.name("error").beginObject();
            json.name("type").ascii("internal_error");
            json.name("message").ascii("The text message could not be delivered to the gateway");
            json.endObject();
            break;
        }
        json.endObject();
    });
}

} // namespace anteroom
