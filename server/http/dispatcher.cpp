// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/dispatcher.h"

#include "server/http/countedsink.h"
#include "server/http/jsonbody.h"
#include "server/http/websocketlink.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logHttp, "anteroom.http")

constexpr qint64 unreadBody = 4096;
constexpr QByteArrayView tokensOfOurs = "anteroom_"; // how each of them begins

QByteArray sourceOf(const RequestHead &head)
{
    return head.peer.toString().toLatin1();
}

// The token of `Authorization: Bearer …`; null where there is none.
QByteArrayView bearerOf(const RequestHead &head)
{
    const QByteArrayView field = head.headers.view("authorization");
    constexpr QByteArrayView scheme = "Bearer ";
    if (field.size() <= scheme.size() || field.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return field.sliced(scheme.size()).trimmed();
}

} // namespace

class Dispatcher::Handler final : public RequestHandler
{
public:
    Handler(Dispatcher &dispatcher, std::unique_ptr<Reader> reader)
        : m_dispatcher(dispatcher)
        , m_reader(std::move(reader))
    {
        m_door->context = &m_context;
    }

    ~Handler() override
    {
        const std::lock_guard lock(m_door->mutex);
        m_door->context = nullptr;
    }

    bool admits(const RequestHead &head) override
    {
        const Router::Match match = m_dispatcher.m_router.match(head);
        if (!match.route || !match.route->scope)
            return true;
        const QByteArrayView token = bearerOf(head);
        if (token.isEmpty() || !m_dispatcher.m_parts.authenticate || !m_reader)
            return false;
        if (match.route->takesForeignTokens && !token.startsWith(tokensOfOurs))
            return true;
        const auto actor = m_reader->run(
            [&](Transaction &tx) { return m_dispatcher.m_parts.authenticate(tx, token, sourceOf(head)); });
        return actor && match.route->admits(*actor);
    }

    std::optional<SocketUpgrade> upgrade(const RequestHead &head) override
    {
        const auto began = std::chrono::steady_clock::now();
        const Router::Match match = m_dispatcher.m_router.match(head);
        if (!match.route || !match.route->socket)
            return std::nullopt;
        SocketUpgrade upgrade;
        if (auto refused = refusalOfUpgrade(head))
            upgrade.refusal = *std::move(refused);
        else
            upgrade = match.route->socket(head, match.params, m_reader.get());
        const int status = upgrade.session ? 101 : upgrade.refusal.status;
        const auto took = std::chrono::steady_clock::now() - began;
        m_dispatcher.m_metrics.count(match.route->index, status, took);
        if (m_dispatcher.m_parts.log)
            m_dispatcher.m_parts.log->add(head.requestId, match.route->operationId, status, took);
        return upgrade;
    }

    void handle(HttpRequest &&request) override
    {
        auto exchange = std::make_shared<Answer::Exchange>();
        exchange->began = std::chrono::steady_clock::now();
        exchange->ticket = std::exchange(request.ticket, {});
        exchange->observer = &m_dispatcher;
        Router::Match match = m_dispatcher.m_router.match(request);
        exchange->route = match.route;
        exchange->context = ErrorContext::of(request, match.family);
        if (!match.route) {
            exchange->respond(unmatched(request, match, exchange->context));
            return;
        }
        RouteCall call;
        call.request = std::move(request);
        call.params = std::move(match.params);
        call.reader = m_reader.get();
        call.answer = Answer(exchange);
        if (isForeign(call, *match.route))
            identify(std::move(call), exchange);
        else if (letIn(call, *match.route))
            goOn(call, *exchange);
    }

private:
    /// The way back into this worker's thread; shut when the worker is gone.
    struct Door
    {
        std::mutex mutex;
        QObject *context = nullptr;
    };

    void goOn(RouteCall &call, Answer::Exchange &exchange)
    {
        if (onlyOnce(call, exchange) && readBody(call, *exchange.route))
            exchange.route->handler(call);
    }

    bool isForeign(const RouteCall &call, const Route &route) const
    {
        const QByteArrayView token = bearerOf(call.request);
        return route.takesForeignTokens && m_dispatcher.m_parts.identify && !token.isEmpty() &&
               !token.startsWith(tokensOfOurs);
    }

    void identify(RouteCall call, const std::shared_ptr<Answer::Exchange> &exchange)
    {
        const QByteArray token = bearerOf(call.request).toByteArray();
        const auto waiting = std::make_shared<RouteCall>(std::move(call));
        auto later = [this, door = m_door, waiting, exchange](Result<QString> person) {
            const std::lock_guard lock(door->mutex);
            if (!door->context)
                return; // it goes unanswered, which is answered
            QMetaObject::invokeMethod(
                door->context,
                [this, waiting, exchange, person = std::move(person)] {
                    identified(*waiting, *exchange, person);
                },
                Qt::QueuedConnection);
        };
        if (const auto person = m_dispatcher.m_parts.identify(token, std::move(later)))
            identified(*waiting, *exchange, *person);
    }

    void identified(RouteCall &call, Answer::Exchange &exchange, const Result<QString> &person)
    {
        if (!person) {
            call.answer.fail(person.error());
            return;
        }
        call.person = *person;
        call.actor.kind = Actor::Kind::Token;
        call.actor.id = "auth0/" + person->toUtf8();
        call.actor.name = u"auth0"_s;
        // What more they may do depends on their groups, which the routes ask for.
        call.actor.scopes = Scope::TeleconsultationRead | Scope::TeleconsultationWrite;
        call.actor.source = sourceOf(call.request);
        call.answer.setActor(call.actor);
        goOn(call, exchange);
    }

    static HttpResponse unmatched(const RequestHead &head, const Router::Match &match,
                                  const ErrorContext &context)
    {
        if (match.allowed.isEmpty())
            return refusalResponse(context, 404, "Not found"_ba);
        if (match.family == Family::EHealth)
            return refusalResponse(context, 403,
                                   "ACL: No matching rule was found for path "_ba + head.rawPath);
        if (head.method == HttpMethod::Options)
            return HttpResponse::empty(204).with("Allow"_ba, match.allowed);
        return refusalResponse(context, 405, "This address takes "_ba + match.allowed + " only."_ba)
            .with("Allow"_ba, match.allowed);
    }

    // Sees to `call.actor`; false where the request was refused.
    bool letIn(RouteCall &call, const Route &route)
    {
        if (!route.scope) {
            call.actor = Actor::system(sourceOf(call.request));
            return true;
        }
        const QByteArrayView token = bearerOf(call.request);
        if (token.isEmpty() || !m_dispatcher.m_parts.authenticate || !m_reader) {
            call.answer.fail(Error{ErrorCode::Unauthenticated,
                                   token.isEmpty() ? "token.missing" : "token.unknown",
                                   nullptr,
                                   {}});
            return false;
        }
        auto actor = m_reader->run([&](Transaction &tx) {
            return m_dispatcher.m_parts.authenticate(tx, token, sourceOf(call.request));
        });
        if (!actor) {
            call.answer.fail(actor.error());
            return false;
        }
        call.actor = *std::move(actor);
        call.answer.setActor(call.actor);
        if (route.admits(call.actor))
            return true;
        if (m_dispatcher.m_parts.store)
            call.answer.auditOutcome(*m_dispatcher.m_parts.store, "scope.missing");
        call.answer.fail(Error{ErrorCode::Forbidden,
                               "scope.missing",
                               nullptr,
                               {{u"scope"_s, QString::fromLatin1(scopeName(*route.scope))}}});
        return false;
    }

    // A repeat is answered here; so is a key that will not do.
    bool onlyOnce(RouteCall &call, Answer::Exchange &exchange)
    {
        const IdempotencyKeys *keys = m_dispatcher.m_parts.keys;
        if (!keys || call.request.method != HttpMethod::Post || call.actor.kind != Actor::Kind::Token ||
            !call.request.headers.contains("idempotency-key"))
            return true;
        auto begun = keys->begin(*m_reader, call.actor, call.request);
        if (!begun) {
            call.answer.fail(begun.error());
            return false;
        }
        if (!begun->lease) {
            // What it holds is read once more; the row of the first time says of whom.
            if (m_dispatcher.m_parts.store)
                call.answer.auditOutcome(*m_dispatcher.m_parts.store, "idempotency.repeated");
            call.answer.respond(std::move(begun->kept));
            return false;
        }
        exchange.lease = std::move(begun->lease);
        return true;
    }

    bool readBody(RouteCall &call, const Route &route)
    {
        if (route.body == BodyKind::None || route.body == BodyKind::Raw)
            return true;
        const auto &openApi = m_dispatcher.m_parts.openApi;
        auto json = readJsonBody(call.request, route.body,
                                 openApi ? openApi->bodySchema(route.operationId) : nullptr, route.family);
        if (json) {
            call.json = *std::move(json);
            return true;
        }
        call.answer.respond(
            refusalResponse(call.answer.context(), json.error().status, json.error().sentence));
        return false;
    }

    Dispatcher &m_dispatcher;
    std::unique_ptr<Reader> m_reader;
    QObject m_context;
    std::shared_ptr<Door> m_door = std::make_shared<Door>();
};

Dispatcher::Dispatcher(const Router &router, Parts parts)
    : m_router(router)
    , m_parts(std::move(parts))
    , m_metrics(router)
    , m_observer(this)
{
}

std::unique_ptr<RequestHandler> Dispatcher::createHandler(Listener, int)
{
    std::unique_ptr<Reader> reader;
    if (m_parts.store) {
        auto opened = m_parts.store->openReader();
        if (opened)
            reader = *std::move(opened);
        else
            qCWarning(logHttp, "a worker cannot open the store: %s", opened.error().reason);
    }
    return std::make_unique<Handler>(*this, std::move(reader));
}

std::optional<BodyLimit> Dispatcher::bodyLimit(const RequestHead &head) const
{
    const Router::Match match = m_router.match(head);
    if (match.route)
        return match.route->bodyLimit;
    // Nobody reads it, and on the patients' listener anybody may send it.
    return head.listener == Listener::Patient ? std::optional(BodyLimit{.maxBytes = unreadBody})
                                              : std::nullopt;
}

std::unique_ptr<UploadSink> Dispatcher::createUploadSink(const RequestHead &head) const
{
    if (head.method != HttpMethod::Post)
        return nullptr;
    const Router::Match match = m_router.match(head);
    if (!match.route || !match.route->sink)
        return nullptr;
    auto sink = match.route->sink(head);
    return sink ? std::make_unique<CountedSink>(std::move(sink), *match.route, *m_observer) : nullptr;
}

HttpResponse Dispatcher::refusal(Listener listener, const QByteArray &origin, const QByteArray &rawPath,
                                 int status, const QByteArray &message, const QByteArray &requestId) const
{
    RequestHead head;
    head.listener = listener;
    head.rawPath = rawPath;
    const Family family = m_router.familyOf(listener, head.segments());
    m_metrics.count(0, status, {});
    if (m_parts.log)
        m_parts.log->add(requestId, "refused", status, {});
    if (listener == Listener::Patient)
        return m_parts.patientRefusal ? m_parts.patientRefusal(status) : HttpResponse::empty(status);
    QByteArray sentence = message;
    if (!sentence.isEmpty() && !sentence.endsWith('.'))
        sentence.append('.');
    // What was refused may be no UTF-8, which JSON has to be.
    const QByteArray url = QString::fromUtf8(origin + rawPath).toUtf8();
    return refusalResponse(ErrorContext{family, requestId, url}, status, sentence);
}

void Dispatcher::answered(const Answer::Exchange &exchange, int status)
{
    const auto took = std::chrono::steady_clock::now() - exchange.began;
    m_metrics.count(exchange.route ? exchange.route->index : 0, status, took);
    if (m_parts.log)
        m_parts.log->add(exchange.context.requestId,
                         exchange.route ? exchange.route->operationId : "unmatched", status, took);
}

} // namespace anteroom
