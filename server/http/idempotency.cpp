// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/idempotency.h"

#include "app/storage/vault.h"

#include <QCryptographicHash>
#include <QDataStream>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr auto keptFor = std::chrono::hours(24);
constexpr qsizetype longestKey = 255;
constexpr QByteArrayView sealContext = "idempotent_answers.answer";

QByteArray placeOf(const QByteArray &token, const QByteArray &key)
{
    return token + '\n' + key;
}

// Everything that makes it the same request: a key used on another path is no repeat either.
QByteArray hashOf(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {request.methodText, request.rawPath, request.rawQuery}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    hash.addData(request.body);
    return hash.result();
}

QByteArray packed(const HttpResponse &response)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << qint32(response.status) << response.contentType << response.body
        << qint32(response.headers.size());
    for (const auto &[name, value] : response.headers)
        out << name << value;
    return bytes;
}

HttpResponse unpacked(const QByteArray &bytes)
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    HttpResponse response;
    qint32 status = 0, count = 0;
    in >> status >> response.contentType >> response.body >> count;
    response.status = status;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray name, value;
        in >> name >> value;
        response.with(std::move(name), std::move(value));
    }
    return response;
}

} // namespace

QByteArray RunningKeys::take(const QByteArray &place, const QByteArray &request)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_running.constFind(place);
    if (found != m_running.constEnd())
        return *found;
    m_running.insert(place, request);
    return {};
}

void RunningKeys::release(const QByteArray &place)
{
    const std::lock_guard lock(m_mutex);
    m_running.remove(place);
}

IdempotencyLease::IdempotencyLease(std::shared_ptr<RunningKeys> running, const Vault &vault, QByteArray token,
                                   QByteArray key, QByteArray request)
    : m_running(std::move(running))
    , m_vault(vault)
    , m_token(std::move(token))
    , m_key(std::move(key))
    , m_request(std::move(request))
{
}

IdempotencyLease::~IdempotencyLease()
{
    m_running->release(placeOf(m_token, m_key));
}

Result<void> IdempotencyLease::keep(WriteTransaction &tx, const HttpResponse &response) const
{
    auto sealed = m_vault.seal(tx, Vault::clinic, packed(response), sealContext);
    if (!sealed)
        return fail(sealed.error());
    tx.execute("DELETE FROM idempotent_answers WHERE created_at < ?", tx.now() - keptFor);
    tx.execute(
        "INSERT OR REPLACE INTO idempotent_answers (token_id, key, request_sha256, answer, created_at) "
        "VALUES (?, ?, ?, ?, ?)",
        m_token, m_key, Blob{m_request}, Blob{*sealed}, tx.now());
    return {};
}

IdempotencyKeys::IdempotencyKeys(Store &store, const Vault &vault)
    : m_store(store)
    , m_vault(vault)
    , m_running(std::make_shared<RunningKeys>())
{
}

Result<IdempotencyKeys::Begun> IdempotencyKeys::begin(Reader &reader, const Actor &actor,
                                                      const HttpRequest &request) const
{
    const QByteArray key = request.headers.value("idempotency-key");
    if (key.isEmpty() || key.size() > longestKey || request.headers.count("idempotency-key") != 1)
        return fail(ErrorCode::Invalid, "idempotency.key", "Idempotency-Key");
    const QByteArray hash = hashOf(request);
    // First taken, then looked up: whoever ran before has committed by the time the place is free.
    const QByteArray running = m_running->take(placeOf(actor.id, key), hash);
    if (running == hash)
        return fail(ErrorCode::Conflict, "idempotency.running", nullptr, {{u"retryAfterMs"_s, 1000}});
    if (!running.isEmpty())
        return fail(ErrorCode::Unprocessable, "idempotency.other_request", "Idempotency-Key");
    auto lease = std::make_unique<IdempotencyLease>(m_running, m_vault, actor.id, key, hash);

    auto found = reader.run([&](Transaction &tx) -> Result<std::optional<HttpResponse>> {
        Cursor row = tx.query("SELECT request_sha256, answer FROM idempotent_answers "
                              "WHERE token_id = ? AND key = ? AND created_at >= ?",
                              actor.id, key, tx.now() - keptFor);
        if (!row.next())
            return std::nullopt;
        if (row.bytes(0) != hash)
            return fail(ErrorCode::Unprocessable, "idempotency.other_request", "Idempotency-Key");
        auto plain = m_vault.open(tx, Vault::clinic, row.bytes(1), sealContext);
        if (!plain)
            return fail(plain.error());
        return unpacked(*plain);
    });
    if (!found)
        return fail(found.error());
    if (*found)
        return Begun{nullptr, std::move(**found)};
    return Begun{std::move(lease), {}};
}

void IdempotencyKeys::purge() const
{
    m_store.writeLater([](WriteTransaction &tx) {
        tx.execute("DELETE FROM idempotent_answers WHERE created_at < ?", tx.now() - keptFor);
    });
}

} // namespace anteroom
