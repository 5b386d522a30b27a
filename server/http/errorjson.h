// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "server/http/family.h"
#include "server/http/request.h"
#include "server/http/response.h"

namespace anteroom {

/// What an error's shape needs to know of the request.
struct ErrorContext
{
    Family family = Family::None;
    QByteArray requestId;
    QByteArray url; ///< scheme://host:port/path without the query; only the eHealth family says it

    static ErrorContext of(const RequestHead &head, Family family);
};

/// The member `meta` of the eHealth family's envelope, in an object that is open.
void writeEnvelopeMeta(class JsonWriter &json, const ErrorContext &context, int status);

/// The status of an error (RULES.md, Errors).
int statusOf(const Error &error);

/// The error in its family's shape and words (or in those of data.toTheLetter, as `{"error": …}`), with
/// Retry-After and WWW-Authenticate where they belong.
HttpResponse errorResponse(const ErrorContext &context, const Error &error);

/// The same for what is refused before any service is asked; `sentence` is English and ends with a stop.
HttpResponse refusalResponse(const ErrorContext &context, int status, const QByteArray &sentence);

} // namespace anteroom
