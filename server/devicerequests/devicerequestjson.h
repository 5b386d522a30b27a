// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequestservice.h"
#include "server/http/errorjson.h"

namespace anteroom {

// The health system's envelope round what it is asked for; the only place with its members' names. Answers
// are not to be kept by anybody on the way (Cache-Control: no-store).

/// 200 with one device request.
HttpResponse deviceRequestAnswer(const ErrorContext &context, const DeviceRequestView &view);

/// 200 with a page of them.
HttpResponse deviceRequestPageAnswer(const ErrorContext &context, const DeviceRequestPage &page);

/// 202: the call was accepted, and here is where to ask what became of it.
HttpResponse acceptedAnswer(const ErrorContext &context, const ResendJob &job);

/// 200 with what became of it.
HttpResponse jobAnswer(const ErrorContext &context, const ResendJob &job);

} // namespace anteroom
