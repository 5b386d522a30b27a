// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "server/http/answer.h"
#include "server/http/application.h"

#include <QJsonObject>

#include <functional>

namespace anteroom {

/// What a route's body is to be.
enum class BodyKind : quint8 {
    None,         ///< not looked at
    Json,         ///< a JSON object, checked against the operation's schema
    OptionalJson, ///< the same, or nothing, which counts as {}
    Raw           ///< the handler's own business; the type is not checked
};

/// One request on its way to its answer, in the worker's thread.
struct RouteCall
{
    HttpRequest request;      ///< its ticket has been given to `answer`
    QByteArrayList params;    ///< what stands in the pattern's {…} segments, decoded, in order
    QJsonObject json;         ///< the body of a Json or OptionalJson route; members that are null are gone
    Actor actor;              ///< who asks; on an open route the system with the peer's address
    QString person;           ///< with a token of another issuer: whom it speaks for; else null
    Reader *reader = nullptr; ///< the worker's own; not for another thread and not after the handler
    Answer answer;

    const QByteArray &param(qsizetype index) const { return params.at(index); }
};

/// Answers the call now or keeps `call.answer` for later; must not block. Several threads at once.
using RouteHandler = std::function<void(RouteCall &call)>;

/// Makes the sink of a route whose body is streamed; null sends the request to the handler instead.
using SinkFactory = std::function<std::unique_ptr<UploadSink>(const RequestHead &head)>;

/// Opens the WebSocket of a route, or refuses it. In the worker's thread, with its reader, without blocking.
using SocketFactory =
    std::function<SocketUpgrade(const RequestHead &head, const QByteArrayList &params, Reader *reader)>;

/// One line of the route table.
struct Route
{
    HttpMethod method = HttpMethod::Get;
    const char *path = "";        ///< "/v1/files/{id}": a segment in braces matches any that is not empty
    const char *operationId = ""; ///< as in resources/openapi.json; the name in metrics and log
    Family family = Family::None;
    Listener listener = Listener::Staff;
    std::optional<Scope> scope = {};   ///< nothing: open to everybody
    std::optional<Scope> orScope = {}; ///< this one will do as well
    BodyKind body = BodyKind::None;
    RouteHandler handler = {};

    std::optional<BodyLimit> bodyLimit = {}; ///< nothing: the limit of JSON bodies
    SinkFactory sink = {};                   ///< for streamed bodies
    SocketFactory socket = {}; ///< for a WebSocket; the handler then answers those who want none
    /// Tokens of another issuer are taken too (Dispatcher::Parts::identify); the call then has a `person`.
    bool takesForeignTokens = false;
    const char *action = nullptr; ///< the audit log's name of it, "file_request.create"; null: operationId
    bool documented = true;       ///< false: a page, not in openapi.json
    /// Whether the actor has what it takes.
    bool admits(const Actor &actor) const
    {
        return !scope || actor.mayUse(*scope) || (orScope && actor.mayUse(*orScope));
    }

    size_t index = 0; ///< its place in the table, from 1; set by Router::add()
};

} // namespace anteroom
