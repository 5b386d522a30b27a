// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/idempotency.h"
#include "server/http/openapi.h"
#include "server/http/requestlog.h"
#include "server/http/requestmetrics.h"
#include "server/http/router.h"

namespace anteroom {

/// Who sends a bearer token (without the word "Bearer"); called in the workers' threads, several at once.
using Authenticator = std::function<Result<Actor>(Transaction &tx, QByteArrayView token, QByteArray source)>;

/// Whom a token of another issuer speaks for: at once, or nothing where that takes longer; then `later` is
/// called, once, on any thread. Called in the workers' threads, several at once.
using Identify = std::function<std::optional<Result<QString>>(const QByteArray &token,
                                                              std::function<void(Result<QString>)> later)>;

/// What every request goes through on its way to its route, and what the transport serves: 404 and 405, the
/// token and its scope, the repeat of an answer, the body's rules, the handler; then counting and the log
/// line.
class Dispatcher final : public HttpApplication, public RequestObserver
{
public:
    struct Parts
    {
        Store *store = nullptr;                 ///< null: no worker gets a reader (tests of the table alone)
        Authenticator authenticate;             ///< empty: every token is unknown
        Identify identify = {};                 ///< empty: no token of another issuer is taken
        std::shared_ptr<const OpenApi> openApi; ///< null: bodies are not checked against schemas
        const IdempotencyKeys *keys = nullptr;  ///< null: Idempotency-Key is not looked at
        RequestLog *log = nullptr;              ///< null: no lines
        /// What refusals of the transport look like on the patients' listener; empty: without a body.
        std::function<HttpResponse(int status)> patientRefusal = {};
    };

    /// `router` is complete and outlives this object, as all parts do.
    Dispatcher(const Router &router, Parts parts);

    std::unique_ptr<RequestHandler> createHandler(Listener listener, int worker) override;
    std::optional<BodyLimit> bodyLimit(const RequestHead &head) const override;
    std::unique_ptr<UploadSink> createUploadSink(const RequestHead &head) const override;
    HttpResponse refusal(Listener listener, const QByteArray &origin, const QByteArray &rawPath, int status,
                         const QByteArray &message, const QByteArray &requestId) const override;
    void answered(const Answer::Exchange &exchange, int status) override;

    RequestMetrics &metrics() { return m_metrics; }

private:
    class Handler;

    const Router &m_router;
    const Parts m_parts;
    mutable RequestMetrics m_metrics;
    RequestObserver *const m_observer; ///< this, also for what is const
};

} // namespace anteroom
