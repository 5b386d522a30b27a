// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// The tokens' rows. SQL only; thread of the transaction.
struct TokenRepository
{
    /// `sha256` is in hex. False where a token of that hash or id is there already.
    static bool insert(WriteTransaction &tx, const Token &token, const QByteArray &sha256);
    static std::optional<Token> byId(Transaction &tx, const TokenId &id);
    static std::optional<Token> bySha256(Transaction &tx, const QByteArray &sha256);
    /// The tokens that were not revoked, oldest first.
    static Page<Token> list(Transaction &tx, const PageRequest &page);
    static void setRevoked(WriteTransaction &tx, const TokenId &id, UtcTime at);
    /// Tells nobody: the change feed is for what people look at.
    static void setLastUsed(WriteTransaction &tx, const TokenId &id, UtcTime at);
};

} // namespace anteroom
