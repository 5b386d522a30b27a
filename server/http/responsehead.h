// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

namespace anteroom {

/// What the transport knows of an answer besides the answer.
struct ResponseFrame
{
    bool headRequest = false;
    bool http10 = false;
    bool keepAlive = true;
    QByteArrayView requestId;
};

/// Whether the answer's status, fields and type may go out as they are; CR and LF in a field would let
/// whoever chose it write an answer of their own.
bool isSendable(const HttpResponse &response);

/// Whether an answer of that status has no body, whatever the request (RFC 9110 §6.4.1).
bool hasNoBody(int status);

/// Appends status line, fields and the empty line to `out`.
void appendResponseHead(QByteArray &out, const HttpResponse &response, const ResponseFrame &frame);

/// The reason phrase of a status; "Unknown" where it has none.
QByteArrayView reasonPhrase(int status);

} // namespace anteroom
