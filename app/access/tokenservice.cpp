// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tokenservice.h"

#include "app/access/audit.h"
#include "app/access/tokenrepository.h"
#include "app/base/random.h"

#include <QHash>

#include <array>
#include <atomic>
#include <cstring>
#include <mutex>
#include <shared_mutex>
#include <sodium.h>

namespace anteroom {

namespace {

using namespace std::chrono_literals;
using Sha256 = std::array<unsigned char, crypto_hash_sha256_BYTES>;

constexpr QByteArrayView secretPrefix = "anteroom_";
constexpr qsizetype secretBytes = 32;
constexpr int nameLength = 100;
constexpr int accountLength = 64;
constexpr auto longestLife = std::chrono::seconds(std::chrono::years(100));
constexpr auto lastUseStep = 1min;
// A request that began before a token was touched may read the row as it was; such a row is not kept.
constexpr auto settling = 5s;
// However it came there, no entry outlives this without another look at the store.
constexpr auto entryLife = 60s;
constexpr qsizetype entriesKept = 10'000;

Sha256 sha256Of(QByteArrayView bytes)
{
    Sha256 hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(bytes.data()),
                       static_cast<unsigned long long>(bytes.size()));
    return hash;
}

QByteArray hexOf(const Sha256 &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), qsizetype(hash.size())).toHex();
}

struct Sha256Hash
{
    size_t operator()(const Sha256 &hash) const noexcept
    {
        size_t head = 0;
        std::memcpy(&head, hash.data(), sizeof head);
        return head;
    }
};

Actor actorOf(const Token &token)
{
    Actor actor;
    actor.kind = Actor::Kind::Token;
    actor.id = token.id.text();
    actor.name = token.name;
    actor.scopes = token.scopes;
    actor.accounts = token.accounts;
    actor.legalEntity = token.legalEntity;
    return actor;
}

// Names and ids end up in lists with a line each and tabs between.
bool isPlain(const QString &text, int longest)
{
    return !text.isEmpty() && text.size() <= longest && std::none_of(text.begin(), text.end(), [](QChar c) {
        return !c.isPrint() && c.category() != QChar::Other_Surrogate;
    });
}

bool isAccountId(const QString &text)
{
    return isPlain(text, accountLength) &&
           std::none_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c == u','; });
}

Result<void> check(const NewToken &input)
{
    if (!isPlain(input.name.trimmed(), nameLength))
        return fail(ErrorCode::Invalid, "token.name", "name");
    if (!input.scopes)
        return fail(ErrorCode::Invalid, "token.no_scope", "scope");
    if (!std::all_of(input.accounts.begin(), input.accounts.end(), isAccountId))
        return fail(ErrorCode::Invalid, "token.account", "account");
    if (input.expiresIn && (*input.expiresIn < 1s || *input.expiresIn > longestLife))
        return fail(ErrorCode::Invalid, "token.expires_in", "expiresIn");
    return {};
}

} // namespace

/// The tokens in use, by the hash of what their bearers send. Any thread.
class TokenService::Cache
{
public:
    struct Entry
    {
        Entry(const Token &token, std::chrono::steady_clock::time_point until)
            : actor(actorOf(token))
            , expiresAt(token.expiresAt)
            , keptUntil(until)
            , lastUsed(token.lastUsedAt ? toUs(*token.lastUsedAt) : 0)
        {
        }

        const Actor actor;
        const std::optional<UtcTime> expiresAt;
        const std::chrono::steady_clock::time_point keptUntil;
        mutable std::atomic<qint64> lastUsed; ///< in microseconds, as written down or about to be
    };
    using EntryPtr = std::shared_ptr<const Entry>;

    EntryPtr find(const Sha256 &hash) const
    {
        const std::shared_lock lock(m_mutex);
        const auto it = m_entries.find(hash);
        return it == m_entries.end() || it->second->keptUntil < std::chrono::steady_clock::now() ? EntryPtr()
                                                                                                 : it->second;
    }

    EntryPtr insert(const Sha256 &hash, const Token &token, UtcTime readAt)
    {
        auto entry = std::make_shared<const Entry>(token, std::chrono::steady_clock::now() + entryLife);
        const std::unique_lock lock(m_mutex);
        if (readAt <= m_allTouched + settling || readAt <= m_touched.value(token.id.text()) + settling)
            return entry;
        if (m_entries.size() >= size_t(entriesKept))
            m_entries.clear();
        m_entries[hash] = entry;
        return entry;
    }

    void forget(const ChangeSet &changes, UtcTime now)
    {
        for (const Change &change : changes) {
            if (change.topic != Topic::Tokens)
                continue;
            const std::unique_lock lock(m_mutex);
            if (change.id.isEmpty() || m_touched.size() >= entriesKept) {
                m_entries.clear();
                m_touched.clear();
                m_allTouched = now;
            } else {
                std::erase_if(m_entries,
                              [&](const auto &item) { return item.second->actor.id == change.id; });
                m_touched.insert(change.id, now);
            }
        }
    }

private:
    mutable std::shared_mutex m_mutex;
    std::unordered_map<Sha256, EntryPtr, Sha256Hash> m_entries;
    QHash<QByteArray, UtcTime> m_touched; ///< when tokens were last changed
    UtcTime m_allTouched{std::chrono::seconds(-10)};
};

TokenService::TokenService(Store &store)
    : m_store(store)
    , m_cache(std::make_shared<Cache>())
{
    // Directly, on the writer's thread: queued, a revoked token would live until some event loop came round.
    // The cache is shared with the connection, so that it outlives a call that is under way when the service
    // ends.
    QObject::connect(
        &store.changes(), &ChangeFeed::changed, &m_context,
        [cache = m_cache, &clock = store.clock()](const ChangeSet &changes) {
            cache->forget(changes, clock.now());
        },
        Qt::DirectConnection);
}

TokenService::~TokenService() = default;

Result<IssuedToken> TokenService::create(WriteTransaction &tx, const Actor &actor,
                                         const NewToken &input) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    if (const auto good = check(input); !good)
        return fail(good.error());

    IssuedToken issued;
    issued.secret =
        secretPrefix.toByteArray() +
        randomBytes(secretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    issued.id = TokenId::generate(tx.now());

    Token token;
    token.id = issued.id;
    token.name = input.name.trimmed();
    token.scopes = input.scopes;
    for (const QString &account : input.accounts) {
        if (!token.accounts.contains(account))
            token.accounts.append(account);
    }
    token.legalEntity = input.legalEntity;
    token.createdAt = tx.now();
    if (input.expiresIn)
        token.expiresAt = tx.now() + *input.expiresIn;
    if (!TokenRepository::insert(tx, token, hexOf(sha256Of(issued.secret))))
        return fail(ErrorCode::Internal, "storage.failed");
    recordAudit(tx, actor, {.action = "token.create", .subject = issued.id.text()});
    return issued;
}

Result<void> TokenService::revoke(WriteTransaction &tx, const Actor &actor, const TokenId &id) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto token = TokenRepository::byId(tx, id);
    if (!token)
        return fail(ErrorCode::NotFound, "token.unknown");
    if (token->revokedAt)
        return {};
    TokenRepository::setRevoked(tx, id, tx.now());
    recordAudit(tx, actor, {.action = "token.revoke", .subject = id.text()});
    return {};
}

Page<Token> TokenService::list(Transaction &tx, const PageRequest &page)
{
    return TokenRepository::list(tx, page);
}

Result<Actor> TokenService::authenticate(Transaction &tx, QByteArrayView bearer, QByteArray source) const
{
    if (bearer.isEmpty())
        return fail(ErrorCode::Unauthenticated, "token.missing");
    const Sha256 hash = sha256Of(bearer);
    auto entry = m_cache->find(hash);
    if (!entry) {
        const auto token = TokenRepository::bySha256(tx, hexOf(hash));
        if (!token)
            return fail(ErrorCode::Unauthenticated, "token.unknown");
        if (token->revokedAt)
            return fail(ErrorCode::Unauthenticated, "token.revoked");
        entry = m_cache->insert(hash, *token, tx.now());
    }
    if (entry->expiresAt && *entry->expiresAt <= tx.now())
        return fail(ErrorCode::Unauthenticated, "token.expired");

    qint64 last = entry->lastUsed.load(std::memory_order_relaxed);
    const qint64 now = toUs(tx.now());
    if (now - last >= std::chrono::microseconds(lastUseStep).count() &&
        entry->lastUsed.compare_exchange_strong(last, now, std::memory_order_relaxed)) {
        m_store.writeLater([id = TokenId::fromTrusted(entry->actor.id)](WriteTransaction &write) {
            TokenRepository::setLastUsed(write, id, write.now());
        });
    }
    Actor actor = entry->actor;
    actor.source = std::move(source);
    return actor;
}

} // namespace anteroom
