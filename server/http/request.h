// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/headers.h"
#include "server/http/ticket.h"

#include <QByteArrayList>
#include <QHostAddress>

namespace anteroom {

/// Which of the two doors a request came through (RULES.md, Listeners).
enum class Listener : quint8 {
    Staff,  ///< every API
    Patient ///< only /r/… and /room/…
};

enum class HttpMethod : quint8 { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// Everything that is known about a request before its body. Checked already: the target is an absolute path
/// of permitted characters with whole percent escapes, the fields are well-formed, the framing is
/// unambiguous.
struct RequestHead
{
    Listener listener = Listener::Staff;
    HttpMethod method = HttpMethod::Get;
    QByteArray methodText; ///< as sent; the only name of an Other
    QByteArray rawPath;    ///< as sent, from the first '/' up to '?', still percent-encoded
    QByteArray rawQuery;   ///< after '?', still encoded; null where there is no '?'
    HttpHeaders headers;   ///< as sent, Transfer-Encoding, Connection and all
    QHostAddress peer;     ///< the client's address; from X-Forwarded-For where a trusted proxy says it
    QByteArray requestId;  ///< the client's x-request-id where it is acceptable, else made; never empty
    bool secure = false;   ///< the client's side of the connection is https
    qint64 bodyLength = 0; ///< Content-Length; -1 where the body is chunked

    /// The segments of the path after its first '/', each percent-decoded by itself, so that "%2F" stays
    /// inside one: "/v1/a%2Fb/" gives {"v1", "a/b", ""} and "/" gives {""}. Bytes may be anything, also not
    /// UTF-8.
    QByteArrayList segments() const;

    bool hasBody() const { return bodyLength != 0; }
};

/// `https://host:port`, from the Host field.
QByteArray originOf(bool secure, const QByteArray &host);

/// A whole request with its body in memory.
struct HttpRequest : RequestHead
{
    QByteArray body;
    Ticket ticket; ///< how it is answered, once, from any thread, now or later
};

} // namespace anteroom
