// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/answer.h"

#include "app/access/audit.h"
#include "server/http/idempotency.h"
#include "server/http/route.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logHttp, "anteroom.http")

} // namespace

Answer::Exchange::Exchange() = default;

Answer::Exchange::~Exchange()
{
    if (answered.load() || ticket.isNull())
        return;
    qCWarning(logHttp, "%s went unanswered", route ? route->operationId : "a request");
    respond(errorResponse(context, Error{ErrorCode::Internal, "internal", nullptr, {}}));
}

void Answer::Exchange::respond(HttpResponse response)
{
    if (answered.exchange(true))
        return;
    // Before the client can see the answer: its next request with the same key must not find this one
    // running.
    lease.reset();
    if (observer)
        observer->answered(*this, response.status);
    ticket.respond(std::move(response));
}

Answer::Answer(std::shared_ptr<Exchange> exchange)
    : m_exchange(std::move(exchange))
{
}

void Answer::respond(HttpResponse response) const
{
    m_exchange->respond(std::move(response));
}

void Answer::fail(const Error &error) const
{
    if (error.code == ErrorCode::Internal)
        qCWarning(logHttp, "%s failed: %s (request %s)",
                  m_exchange->route ? m_exchange->route->operationId : "a request", error.reason,
                  m_exchange->context.requestId.constData());
    m_exchange->respond(errorResponse(m_exchange->context, error));
}

Result<void> Answer::keep(WriteTransaction &tx, const HttpResponse &response) const
{
    if (!m_exchange->lease || response.status < 200 || response.status > 299)
        return {};
    return m_exchange->lease->keep(tx, response);
}

void Answer::auditOutcome(Store &store, const char *outcome) const
{
    const Route *route = m_exchange->route;
    if (!route || m_exchange->actor.kind != Actor::Kind::Token)
        return;
    store.writeLater(
        [actor = m_exchange->actor, action = route->action ? route->action : route->operationId,
         outcome](WriteTransaction &tx) { recordAudit(tx, actor, {.action = action, .outcome = outcome}); });
}

void Answer::refuse(Store &store, const Error &error) const
{
    switch (error.code) {
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Gone:
        auditOutcome(store, error.reason);
        break;
    default:
        break; // a mistake in the input reaches nothing
    }
    fail(error);
}

} // namespace anteroom
