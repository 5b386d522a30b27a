// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/storage/store.h"
#include "server/http/request.h"
#include "server/http/response.h"

#include <mutex>

namespace anteroom {

class Vault;

/// The requests with a key that run now: one at a time for each token and key.
class RunningKeys
{
public:
    /// Empty: taken. Else the hash of the request that runs.
    QByteArray take(const QByteArray &place, const QByteArray &request);
    void release(const QByteArray &place);

private:
    std::mutex m_mutex;
    QHash<QByteArray, QByteArray> m_running;
};

/// The right to run one request with an Idempotency-Key; given back when it goes. Any thread.
class IdempotencyLease
{
public:
    IdempotencyLease(std::shared_ptr<RunningKeys> running, const Vault &vault, QByteArray token,
                     QByteArray key, QByteArray request);
    ~IdempotencyLease();
    IdempotencyLease(const IdempotencyLease &) = delete;
    IdempotencyLease &operator=(const IdempotencyLease &) = delete;

    /// Keeps the answer, sealed, in the transaction of what was asked for. Errors: the vault's.
    Result<void> keep(WriteTransaction &tx, const HttpResponse &response) const;

private:
    friend class IdempotencyKeys;

    std::shared_ptr<RunningKeys> m_running;
    const Vault &m_vault;
    QByteArray m_token;
    QByteArray m_key;
    QByteArray m_request;
};

/// The first answers to requests that carry an Idempotency-Key (RULES.md, Repeated requests). Any thread.
class IdempotencyKeys
{
public:
    IdempotencyKeys(Store &store, const Vault &vault);

    /// How a request with a key goes on: with a lease, or with the answer that was given first.
    struct Begun
    {
        std::unique_ptr<IdempotencyLease> lease; ///< null: `kept` is the answer
        HttpResponse kept;
    };

    /// Errors: Invalid "idempotency.key"; Conflict "idempotency.running"; Unprocessable
    /// "idempotency.other_request".
    Result<Begun> begin(Reader &reader, const Actor &actor, const HttpRequest &request) const;

    /// Erases what is older than 24 hours; called now and then.
    void purge() const;

private:
    Store &m_store;
    const Vault &m_vault;
    std::shared_ptr<RunningKeys> m_running;
};

} // namespace anteroom
