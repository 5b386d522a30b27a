// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/limits.h"
#include "server/http/request.h"

namespace anteroom {

/// A refusal of the transport's own: a status and a short sentence; `message` is a string literal.
struct Refusal
{
    int status = 400;
    const char *message = "";
};

/// Looks for the end of a head in bytes that come bit by bit, and refuses early what can never become one.
class HeadScanner
{
public:
    enum class State { Incomplete, Complete, Refused };

    /// `bytes` is everything since the last reset(), as far as it has come.
    State scan(QByteArrayView bytes, const Limits &limits);
    void reset() { *this = HeadScanner(); }

    qsizetype begin() const { return m_begin; }   ///< of the request line, after empty lines
    qsizetype length() const { return m_length; } ///< up to and with the empty line; Complete only
    Refusal refusal() const { return m_refusal; } ///< Refused only

private:
    State refuse(int status, const char *message);

    qsizetype m_begin = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_scanned = 0;
    qsizetype m_length = 0;
    Refusal m_refusal;
};

/// A head that was understood, with what only the transport needs of it.
struct ParsedHead
{
    RequestHead head; ///< without listener, peer, requestId and secure, which the connection knows
    bool http10 = false;
    bool keepAlive = true;
    bool expectContinue = false;
};

/// Reads a whole head strictly (RFC 9112): what two parsers could read differently is refused with 400.
/// Nothing in `refusal` where it returns true; `out.head.rawPath` is set as soon as it is known.
bool parseHead(QByteArray text, const Limits &limits, ParsedHead &out, Refusal &refusal);

/// Whether `id` may be taken over as a request's id: 1 to 128 of [A-Za-z0-9._-].
bool isRequestId(QByteArrayView id);

/// RFC 9110 §5.6.2.
bool isToken(QByteArrayView text);

/// Visible characters, spaces, tabs and bytes from 0x80: what a field's value may hold (RFC 9110 §5.5).
bool isFieldValue(QByteArrayView text);

} // namespace anteroom
