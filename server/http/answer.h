// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/storage/store.h"
#include "server/http/errorjson.h"
#include "server/http/ticket.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace anteroom {

class IdempotencyLease;
class RequestObserver;
struct Route;

/// The right to answer one routed request: a Ticket that also counts, logs and, where the request carries an
/// Idempotency-Key, keeps the answer. Copyable; any thread. The last copy to go unanswered answers 500.
class Answer
{
public:
    /// What an answer is about; filled by the dispatcher.
    struct Exchange
    {
        Exchange();
        Exchange(const Exchange &) = delete;
        Exchange &operator=(const Exchange &) = delete;
        ~Exchange();

        void respond(HttpResponse response);

        Ticket ticket;
        ErrorContext context;
        const Route *route = nullptr;        ///< null: nothing matched
        RequestObserver *observer = nullptr; ///< null: nobody counts
        Actor actor;
        std::chrono::steady_clock::time_point began;
        std::unique_ptr<IdempotencyLease> lease; ///< null without a key
        std::atomic<bool> answered = false;
    };

    Answer() = default;
    explicit Answer(std::shared_ptr<Exchange> exchange);

    /// Answers; the first one counts.
    void respond(HttpResponse response) const;

    /// Answers with an error in the shape of the route's family.
    void fail(const Error &error) const;

    /// Keeps `response` for repeats of the request, in the transaction that does what the request asks for,
    /// so that one is not there without the other. Does nothing without an Idempotency-Key and for what is
    /// not a 2xx.
    Result<void> keep(WriteTransaction &tx, const HttpResponse &response) const;

    /// Runs `fn(WriteTransaction &) -> Result<T>` and answers with `encode(T) -> HttpResponse` once it is
    /// durable, or with the error. Both are called on the writer's thread.
    template<typename F, typename Encode>
    void write(Store &store, F fn, Encode encode) const
    {
        write(store, std::move(fn), std::move(encode), [] {});
    }

    /// The same; `durable()` is called after the commit and before the answer.
    template<typename F, typename Encode, typename Durable>
    void write(Store &store, F fn, Encode encode, Durable durable) const;

    /// Writes down how a request ended that changed nothing, for the audit log; `outcome` is the reason key.
    void auditOutcome(Store &store, const char *outcome) const;

    /// The same for an error that says something of what somebody tried to reach, then fail().
    void refuse(Store &store, const Error &error) const;

    const ErrorContext &context() const { return m_exchange->context; }
    void setActor(const Actor &actor) const { m_exchange->actor = actor; }
    bool isNull() const { return !m_exchange; }

private:
    std::shared_ptr<Exchange> m_exchange;
};

/// Is told of every answer, in the thread that gives it; must be quick.
class RequestObserver
{
public:
    RequestObserver() = default;
    RequestObserver(const RequestObserver &) = delete;
    RequestObserver &operator=(const RequestObserver &) = delete;
    virtual ~RequestObserver() = default;

    virtual void answered(const Answer::Exchange &exchange, int status) = 0;
};

template<typename F, typename Encode, typename Durable>
void Answer::write(Store &store, F fn, Encode encode, Durable durable) const
{
    store.write(
        [self = *this, fn = std::move(fn),
         encode = std::move(encode)](WriteTransaction &tx) -> Result<HttpResponse> {
            auto done = fn(tx);
            if (!done)
                return anteroom::fail(std::move(done).error());
            HttpResponse response;
            if constexpr (std::is_void_v<typename decltype(done)::value_type>)
                response = encode();
            else
                response = encode(*std::move(done));
            if (auto kept = self.keep(tx, response); !kept)
                return anteroom::fail(std::move(kept).error());
            return response;
        },
        [self = *this, &store, durable = std::move(durable)](Result<HttpResponse> result) mutable {
            if (!result) {
                self.refuse(store, result.error());
                return;
            }
            durable();
            self.respond(*std::move(result));
        });
}

} // namespace anteroom
