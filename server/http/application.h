// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/uploadsink.h"
#include "server/http/websocket.h"

#include <memory>
#include <optional>

namespace anteroom {

/// Answers requests in one worker's thread. It is made there, used there and destroyed there, so it may own
/// what belongs to a thread: a read-only database connection, prepared statements.
class RequestHandler
{
public:
    RequestHandler() = default;
    RequestHandler(const RequestHandler &) = delete;
    RequestHandler &operator=(const RequestHandler &) = delete;
    virtual ~RequestHandler() = default;

    /// Asked at the head of a request with a large body, before a place for it is taken and a byte of it is
    /// read: false where handle() is sure to refuse it for what the head says. It is then called at once,
    /// without the body.
    virtual bool admits(const RequestHead &) { return true; }

    /// Asked on the patients' listener, for a GET that asks for a WebSocket. Nothing: there is none at this
    /// address, and the request goes to handle() as if it had not asked.
    virtual std::optional<SocketUpgrade> upgrade(const RequestHead &) { return std::nullopt; }

    /// Sees to it that `request.ticket.respond()` is called once, here or later, in this thread or another.
    /// It must not block. An exception becomes a 500.
    virtual void handle(HttpRequest &&request) = 0;
};

/// How large a request's body may be, and how many such may be in memory at once.
struct BodyLimit
{
    qint64 maxBytes = 1024 * 1024; ///< above: 413
    /// Where not 0: requests of the same group share `maxAtOnce` places in the whole server, held from the
    /// head until the answer; without a free one the answer is 503 with `Retry-After: 1`.
    int group = 0;
    int maxAtOnce = 0;
};

/// What the transport serves: the router implements it. All of it but createHandler() is called in the
/// workers' threads, several at once, so it is const and without state that changes.
class HttpApplication
{
public:
    HttpApplication() = default;
    HttpApplication(const HttpApplication &) = delete;
    HttpApplication &operator=(const HttpApplication &) = delete;
    virtual ~HttpApplication() = default;

    /// One for each worker and listener. Called in that worker's thread before its first request.
    virtual std::unique_ptr<RequestHandler> createHandler(Listener listener, int worker) = 0;

    /// The limit for the body of this request; nothing: Limits::jsonBody. Called only where there is a body.
    virtual std::optional<BodyLimit> bodyLimit(const RequestHead &head) const;

    /// A sink where the body is to be streamed, decided from the head alone (`POST /r/{id}/files`); null for
    /// all other requests, which go to the handler whole. Asked for POST and PUT. Must not block: refuse in
    /// UploadSink::begin().
    virtual std::unique_ptr<UploadSink> createUploadSink(const RequestHead &head) const;

    /// The body (and type) of a refusal that the transport makes itself: 400, 408, 413, 417, 431, 500, 501,
    /// 503, 505. `origin` (scheme://host:port) and `rawPath` are empty where they could not be read;
    /// `message` is a short English sentence without anything of the request in it. The status of what is
    /// returned is not looked at. Default: empty.
    virtual HttpResponse refusal(Listener listener, const QByteArray &origin, const QByteArray &rawPath,
                                 int status, const QByteArray &message, const QByteArray &requestId) const;
};

} // namespace anteroom
