// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/auth0tokens.h"

#include "app/settings/settings.h"
#include "app/teleconsultations/auth0people.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QUrl>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

namespace anteroom {

using namespace Qt::StringLiterals;
using Steady = std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(logAuth0, "anteroom.auth0")

constexpr qsizetype longestToken = 16 * 1024;
constexpr int fewestKeyBits = 2048;
constexpr qsizetype longestModulus = 1024; // bytes
constexpr auto leewayOfBeginning = std::chrono::seconds(60);

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM *parameters) const { OSSL_PARAM_free(parameters); }
    void operator()(BIGNUM *number) const { BN_free(number); }
};
template<typename T>
using Owned = std::unique_ptr<T, Free>;

tl::unexpected<Error> unknown()
{
    return fail(ErrorCode::Unauthenticated, "token.unknown");
}

std::optional<QByteArray> decoded(QByteArrayView base64url)
{
    auto result = QByteArray::fromBase64Encoding(
        base64url.toByteArray(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return std::move(result.decoded);
}

QJsonObject objectIn(QByteArrayView base64url)
{
    const auto json = decoded(base64url);
    return json ? QJsonDocument::fromJson(*json).object() : QJsonObject();
}

Owned<BIGNUM> numberFrom(const QJsonValue &base64url)
{
    const auto bytes = decoded(base64url.toString().toLatin1());
    if (!bytes || bytes->isEmpty() || bytes->size() > longestModulus)
        return nullptr;
    return Owned<BIGNUM>(
        BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes->constData()), int(bytes->size()), nullptr));
}

Owned<EVP_PKEY> rsaKeyFrom(const QJsonObject &jwk)
{
    const auto n = numberFrom(jwk.value("n"_L1));
    const auto e = numberFrom(jwk.value("e"_L1));
    const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < fewestKeyBits ||
        !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) ||
        !OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()))
        return nullptr;
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Owned<EVP_PKEY>(key);
}

bool isSigned(EVP_PKEY *key, QByteArrayView text, const QByteArray &signature)
{
    const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.data()),
                            size_t(text.size())) == 1;
}

bool isFor(const QJsonValue &aud, const QString &audience)
{
    return aud.isArray() ? aud.toArray().contains(audience) : aud.toString() == audience;
}

/// A token whose words are in order; its signature has not been looked at.
struct Claimed
{
    QString keyId;
    QString subject;
    QByteArrayView signedText;
    QByteArray signature;
};

Result<Claimed> claimsOf(const QByteArray &token, const Settings &settings, UtcTime now)
{
    const QByteArrayList parts = token.size() > longestToken ? QByteArrayList() : token.split('.');
    if (parts.size() != 3)
        return unknown();
    const QJsonObject header = objectIn(parts.at(0));
    // The one way to sign that is taken: what the token says of it is no choice of the sender's.
    if (header.value("alg"_L1).toString() != u"RS256" || header.contains("crit"_L1))
        return unknown();
    const auto signature = decoded(parts.at(2));
    const QJsonObject claims = objectIn(parts.at(1));
    Claimed claimed{header.value("kid"_L1).toString(), claims.value("sub"_L1).toString(),
                    QByteArrayView(token).first(parts.at(0).size() + 1 + parts.at(1).size()),
                    signature.value_or(QByteArray())};
    if (claimed.keyId.isEmpty() || claimed.subject.isEmpty() || claimed.signature.isEmpty() ||
        claims.value("iss"_L1).toString() != auth0Base(settings) + u'/' ||
        !isFor(claims.value("aud"_L1), settings.text("AUTH0_AUDIENCE")) || !claims.value("exp"_L1).isDouble())
        return unknown();
    const double seconds = double(toUs(now)) / 1e6;
    if (claims.value("exp"_L1).toDouble() <= seconds)
        return fail(ErrorCode::Unauthenticated, "token.expired");
    if (claims.value("nbf"_L1).toDouble(0) > seconds + double(leewayOfBeginning.count()))
        return unknown();
    return claimed;
}

} // namespace

/// The published keys of one tenant, as they were last fetched.
struct Auth0Tokens::Keys
{
    QString base;
    UtcTime fetchedAt; ///< or tried in vain
    UtcTime cameAt;
    std::map<QString, Owned<EVP_PKEY>> byId;
};

Auth0Tokens::Auth0Tokens(const Settings &settings, const Clock &clock)
    : m_settings(settings)
    , m_clock(clock)
{
}

Auth0Tokens::~Auth0Tokens() = default;

bool Auth0Tokens::isOn() const
{
    return !m_settings.text("AUTH0_DOMAIN").isEmpty() && !m_settings.text("AUTH0_AUDIENCE").isEmpty();
}

std::optional<Result<QString>> Auth0Tokens::check(const QByteArray &token) const
{
    if (!isOn())
        return unknown();
    const auto claimed = claimsOf(token, m_settings, m_clock.now());
    if (!claimed)
        return fail(claimed.error());
    std::shared_ptr<const Keys> keys;
    {
        const std::lock_guard lock(m_mutex);
        keys = m_keys;
    }
    if (!keys || keys->base != auth0Base(m_settings) || m_clock.now() - keys->fetchedAt > keysLastFor)
        return std::nullopt;
    const auto key = keys->byId.find(claimed->keyId);
    if (key == keys->byId.end())
        return std::nullopt;
    if (!isSigned(key->second.get(), claimed->signedText, claimed->signature))
        return unknown();
    return claimed->subject;
}

Result<QString> Auth0Tokens::checkAndFetch(const Outside &outside, const QByteArray &token,
                                           Steady::time_point cameAt)
{
    std::unique_lock turn(m_fetching);
    for (;;) {
        if (auto known = check(token))
            return *std::move(known);
        if (m_everFetched && m_fetchBegan >= cameAt)
            return m_fetchFailed ? Result<QString>(fail(*m_fetchFailed)) : unknown();
        const auto next = m_fetchBegan + fetchedAtMostEvery;
        if (!m_everFetched || Steady::now() >= next)
            break;
        m_wait.wait_until(turn, outside.stop, next, [] { return false; }); // others may come in meanwhile
        if (outside.stop.stop_requested())
            return fail(ErrorCode::Unavailable, "stopping");
    }
    m_everFetched = true;
    m_fetchBegan = Steady::now();
    const auto fetched = fetch(outside, auth0Base(m_settings));
    m_fetchFailed = fetched ? std::nullopt : std::optional(fetched.error());
    if (auto known = check(token))
        return *std::move(known);
    return fetched ? unknown() : fail(fetched.error());
}

Result<void> Auth0Tokens::fetch(const Outside &outside, const QString &base)
{
    CurlRequest request;
    request.url = QUrl(base).toEncoded() + "/.well-known/jwks.json";
    request.headers = {"Accept: application/json", "User-Agent: Anteroom/" ANTEROOM_VERSION};
    request.connectWithin = std::chrono::seconds(3);
    request.endWithin = std::chrono::seconds(5);
    request.answerLimit = 256 * 1024;
    const CurlReply reply = outside.transfer.perform(request, outside.stop);
    const QJsonValue list = QJsonDocument::fromJson(reply.body).object().value("keys"_L1);
    if (reply.failure != CurlReply::Failure::None || reply.status != 200 || !list.isArray()) {
        qCWarning(logAuth0, "the keys of Auth0 could not be fetched (%d %s)", reply.status,
                  reasonOf(reply.failure).constData());
        const std::lock_guard lock(m_mutex);
        const UtcTime now = m_clock.now();
        if (m_keys && m_keys->base == base && now - m_keys->cameAt < oldKeysLastFor) {
            auto kept = std::make_shared<Keys>();
            kept->base = base;
            kept->fetchedAt = now;
            kept->cameAt = m_keys->cameAt;
            for (const auto &[id, key] : m_keys->byId) {
                EVP_PKEY_up_ref(key.get());
                kept->byId.emplace(id, Owned<EVP_PKEY>(key.get()));
            }
            m_keys = std::move(kept);
        }
        return fail(ErrorCode::BadGateway, "auth0.failed");
    }
    auto keys = std::make_shared<Keys>();
    keys->base = base;
    keys->fetchedAt = keys->cameAt = m_clock.now();
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject jwk = value.toObject();
        const QString use = jwk.value("use"_L1).toString(u"sig"_s);
        const QString algorithm = jwk.value("alg"_L1).toString(u"RS256"_s);
        if (jwk.value("kty"_L1).toString() != u"RSA" || use != u"sig" || algorithm != u"RS256")
            continue;
        if (auto key = rsaKeyFrom(jwk))
            keys->byId.insert_or_assign(jwk.value("kid"_L1).toString(), std::move(key));
    }
    const std::lock_guard lock(m_mutex);
    m_keys = std::move(keys);
    return {};
}

} // namespace anteroom
