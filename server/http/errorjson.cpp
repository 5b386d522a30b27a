// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/errorjson.h"

#include "server/http/errorwords.h"
#include "server/http/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 408:
        return "Request Timeout"_ba;
    case 409:
        return "Conflict"_ba;
    case 410:
        return "Gone"_ba;
    case 413:
        return "Payload Too Large"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 422:
        return "Unprocessable Entity"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    default:
        return status >= 500 ? "Internal Server Error"_ba : "Bad Request"_ba;
    }
}

QByteArray envelopeType(int status)
{
    switch (status) {
    case 401:
        return "access_denied"_ba;
    case 403:
        return "forbidden"_ba;
    case 404:
        return "not_found"_ba;
    case 409:
        return "request_conflict"_ba;
    case 422:
        return "validation_failed"_ba;
    case 429:
        return "too_many_requests"_ba;
    default:
        return status >= 500 ? "internal_error"_ba : "request_malformed"_ba;
    }
}

QByteArray wholeError(const QByteArray &sentence)
{
    JsonWriter json(128);
    json.beginObject().name("error").utf8(sentence).endObject();
    return json.take();
}

HttpResponse plainShape(int status, const QByteArray &sentence)
{
    if (status == 401 || status == 404)
        return HttpResponse::empty(status);
    return HttpResponse::json(status, wholeError(sentence));
}

HttpResponse crudShape(int status, const QByteArray &sentence)
{
    JsonWriter json(160);
    json.beginObject();
    if (status == 404) {
        json.name("error").ascii("not found");
    } else {
        json.name("statusCode").value(qint64(status));
        json.name("error").ascii(reasonPhrase(status));
        json.name("message").utf8(sentence);
    }
    json.endObject();
    return HttpResponse::json(status, json.take());
}

// What that family says of tokens, in its own words.
QByteArray envelopeSentence(const Error &error)
{
    if (error.code == ErrorCode::Unauthenticated)
        return error.is("token.missing")
                   ? "Authorization header is not set or doesn't contain Bearer token"_ba
                   : "Invalid access token"_ba;
    if (error.is("scope.missing"))
        return "Your scope does not allow to access this resource. Missing allowances: "_ba +
               error.data.value("scope"_L1).toString().toLatin1();
    return errorSentence(error);
}

HttpResponse envelopeShape(const ErrorContext &context, int status, const QByteArray &sentence)
{
    JsonWriter json(320);
    json.beginObject();
    writeEnvelopeMeta(json, context, status);
    json.name("error").beginObject();
    json.name("type").ascii(envelopeType(status));
    json.name("message").utf8(sentence);
    json.endObject().endObject();
    return HttpResponse::json(status, json.take()).with("Cache-Control"_ba, "no-store"_ba);
}

} // namespace

void writeEnvelopeMeta(JsonWriter &json, const ErrorContext &context, int status)
{
    json.name("meta").beginObject();
    json.name("code").value(qint64(status));
    json.name("url").utf8(context.url.isNull() ? ""_ba : context.url);
    json.name("type").ascii("object");
    json.name("request_id").utf8(context.requestId.isNull() ? ""_ba : context.requestId);
    json.endObject();
}

ErrorContext ErrorContext::of(const RequestHead &head, Family family)
{
    ErrorContext context{family, head.requestId, {}};
    if (family == Family::EHealth)
        context.url = originOf(head.secure, head.headers.value("host")) + head.rawPath;
    return context;
}

int statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Invalid:
        return 400;
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Gone:
        return 410;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::UnsupportedType:
        return 415;
    case ErrorCode::Unprocessable:
        return 422;
    case ErrorCode::TooMany:
        return 429;
    case ErrorCode::BadGateway:
        return 502;
    case ErrorCode::Unavailable:
        return 503;
    case ErrorCode::Internal:
        break;
    }
    return 500;
}

HttpResponse errorResponse(const ErrorContext &context, const Error &error)
{
    const int status = statusOf(error);
    // Words that the family's document gives to the letter.
    const QString toTheLetter = error.data.value("toTheLetter"_L1).toString();
    HttpResponse response = !toTheLetter.isEmpty()
                                ? HttpResponse::json(status, wholeError(toTheLetter.toUtf8()))
                                : refusalResponse(context, status,
                                                  context.family == Family::EHealth ? envelopeSentence(error)
                                                                                    : errorSentence(error));
    const double waitMs = error.data.value("retryAfterMs"_L1).toDouble(0);
    if (status == 429 || status == 503 || waitMs > 0)
        response.with("Retry-After"_ba,
                      QByteArray::number(std::max<qint64>(1, (qint64(waitMs) + 999) / 1000)));
    if (status == 401)
        response.with("WWW-Authenticate"_ba, "Bearer"_ba);
    return response;
}

HttpResponse refusalResponse(const ErrorContext &context, int status, const QByteArray &sentence)
{
    switch (context.family) {
    case Family::Telecons:
        return crudShape(status, sentence);
    case Family::EHealth:
        return envelopeShape(context, status, sentence);
    case Family::None:
    case Family::XOn:
        break;
    }
    return plainShape(status, sentence);
}

} // namespace anteroom
