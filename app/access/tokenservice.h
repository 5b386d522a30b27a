// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token.h"
#include "app/storage/page.h"
#include "app/storage/store.h"

#include <QObject>

#include <memory>

namespace anteroom {

/// The rules of bearer tokens: `anteroom_` and 32 bytes from the system's generator in base64url; only their
/// SHA-256 is kept (RULES.md, Access). create(), revoke() and list() run on the thread of their transaction;
/// authenticate() on any. Nobody may be inside it when the service ends.
class TokenService
{
public:
    explicit TokenService(Store &store);
    ~TokenService();

    /// Makes a token. Errors: Forbidden "access.admin_only"; Invalid "token.name", "token.no_scope",
    /// "token.account", "token.expires_in", with the field.
    Result<IssuedToken> create(WriteTransaction &tx, const Actor &actor, const NewToken &input) const;

    /// Ends a token at once and for good; a second time it does nothing.
    /// Errors: Forbidden "access.admin_only"; NotFound "token.unknown".
    Result<void> revoke(WriteTransaction &tx, const Actor &actor, const TokenId &id) const;

    /// The tokens that were not revoked, oldest first.
    static Page<Token> list(Transaction &tx, const PageRequest &page);

    /// Who sends `bearer`, from where `source` says. Known tokens are kept in memory and forgotten the moment
    /// a committed write touches them, so that a revoked one ends at once; expiry is looked at every time.
    /// The last use is written down later, at most once a minute a token. Errors: Unauthenticated
    /// "token.missing", "token.unknown", "token.expired", "token.revoked".
    Result<Actor> authenticate(Transaction &tx, QByteArrayView bearer, QByteArray source) const;

private:
    class Cache;
    Store &m_store;
    std::shared_ptr<Cache> m_cache;
    QObject m_context;
};

} // namespace anteroom
