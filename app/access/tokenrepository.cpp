// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tokenrepository.h"

namespace anteroom {

namespace {

// The columns that tokenOf() reads, in its order.
#define TOKEN_COLUMNS "id, name, scopes, legal_entity_id, created_at, expires_at, revoked_at, last_used_at"

Token tokenOf(const Cursor &row)
{
    Token token;
    token.id = row.id<TokenId>(0);
    token.name = row.text(1);
    // A scope that an older version does not know gives no right.
    for (const QByteArray &word : row.bytes(2).split(' ')) {
        if (const auto scope = scopeByName(word))
            token.scopes |= *scope;
    }
    token.legalEntity = row.id<LegalEntityId>(3);
    token.createdAt = row.time(4);
    token.expiresAt = row.optionalTime(5);
    token.revokedAt = row.optionalTime(6);
    token.lastUsedAt = row.optionalTime(7);
    return token;
}

void readAccounts(Transaction &tx, Token &token)
{
    Cursor row =
        tx.query("SELECT account_id FROM token_accounts WHERE token_id = ? ORDER BY account_id", token.id);
    while (row.next())
        token.accounts.append(row.text(0));
}

std::optional<Token> one(Transaction &tx, Cursor row)
{
    if (!row.next())
        return std::nullopt;
    Token token = tokenOf(row);
    readAccounts(tx, token);
    return token;
}

} // namespace

bool TokenRepository::insert(WriteTransaction &tx, const Token &token, const QByteArray &sha256)
{
    if (!tx.insertUnlessDuplicate(
            "INSERT INTO tokens (id, name, sha256, scopes, legal_entity_id, created_at, "
            "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            token.id, token.name, sha256, scopesText(token.scopes), token.legalEntity, token.createdAt,
            token.expiresAt))
        return false;
    for (const QString &account : token.accounts)
        tx.execute("INSERT INTO token_accounts (token_id, account_id) VALUES (?, ?)", token.id, account);
    tx.changed(Topic::Tokens, token.id.text());
    return true;
}

std::optional<Token> TokenRepository::byId(Transaction &tx, const TokenId &id)
{
    return one(tx, tx.query("SELECT " TOKEN_COLUMNS " FROM tokens WHERE id = ?", id));
}

std::optional<Token> TokenRepository::bySha256(Transaction &tx, const QByteArray &sha256)
{
    return one(tx, tx.query("SELECT " TOKEN_COLUMNS " FROM tokens WHERE sha256 = ?", sha256));
}

Page<Token> TokenRepository::list(Transaction &tx, const PageRequest &page)
{
    Page<Token> result;
    Cursor row = tx.query("SELECT " TOKEN_COLUMNS " FROM tokens WHERE id > ? AND revoked_at IS NULL "
                          "ORDER BY id LIMIT ?",
                          page.cursor.isNull() ? QByteArray("") : page.cursor, page.limit + 1);
    while (row.next()) {
        if (result.items.size() == page.limit) {
            result.nextCursor = result.items.constLast().id.text();
            break;
        }
        result.items.append(tokenOf(row));
    }
    for (Token &token : result.items)
        readAccounts(tx, token);
    return result;
}

void TokenRepository::setRevoked(WriteTransaction &tx, const TokenId &id, UtcTime at)
{
    tx.execute("UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", at, id);
    tx.changed(Topic::Tokens, id.text());
}

void TokenRepository::setLastUsed(WriteTransaction &tx, const TokenId &id, UtcTime at)
{
    tx.execute("UPDATE tokens SET last_used_at = ? WHERE id = ?", at, id);
}

} // namespace anteroom
