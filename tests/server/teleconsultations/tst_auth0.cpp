// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/stubserver.h"
#include "tests/server/teleconsultations/teleconsultationfixture.h"

#include <QUrl>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <thread>

using namespace anteroom;
using namespace anteroom::test;

namespace {

QByteArray base64url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A key of the tenant's.
class SigningKey
{
public:
    explicit SigningKey(QString keyId)
        : id(std::move(keyId))
        , m_key(EVP_RSA_gen(2048), EVP_PKEY_free)
    {
    }

    QJsonObject published() const
    {
        return {{u"kty"_s, u"RSA"_s}, {u"use"_s, u"sig"_s},  {u"alg"_s, u"RS256"_s},
                {u"kid"_s, id},       {u"n"_s, number("n")}, {u"e"_s, number("e")}};
    }

    QByteArray sign(const QByteArray &text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        size_t length = 0;
        const auto *data = reinterpret_cast<const unsigned char *>(text.constData());
        EVP_DigestSign(context.get(), nullptr, &length, data, size_t(text.size()));
        QByteArray signature(qsizetype(length), '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data,
                       size_t(text.size()));
        return signature;
    }

    const QString id;

private:
    QString number(const char *name) const
    {
        BIGNUM *value = nullptr;
        EVP_PKEY_get_bn_param(m_key.get(), name, &value);
        QByteArray bytes(BN_num_bytes(value), '\0');
        BN_bn2bin(value, reinterpret_cast<unsigned char *>(bytes.data()));
        BN_free(value);
        return QString::fromLatin1(base64url(bytes));
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

} // namespace

/// Auth0's access tokens, and people as its Management API knows them.
class TestAuth0 final : public TeleconsultationFixture
{
    Q_OBJECT

private:
    using Reply = StubServer::Reply;

    void startWith(QHash<QByteArray, QString> more = {})
    {
        m_api.reset();
        m_keys = {m_first->published()};
        m_isAway = false;
        m_withdrawn = false;
        m_peopleAreThere = false;
        m_stub = std::make_unique<StubServer>([this](const StubServer::Request &r) { return answer(r); });
        more.insert("AUTH_SERVICE", u"auth0-client"_s);
        more.insert("AUTH0_DOMAIN", m_stub->url());
        more.insert("AUTH0_AUDIENCE", u"https://anteroom"_s);
        if (!more.contains("AUTH0_CLIENT_ID"))
            more.insert("AUTH0_MANAGEMENT_TOKEN", u"fixed"_s);
        start(more);
    }

    Reply answer(const StubServer::Request &request)
    {
        if (m_isAway && !(m_peopleAreThere && request.path.startsWith("/api/")))
            return {.status = 503};
        if (request.path == "/.well-known/jwks.json") {
            const std::lock_guard lock(m_mutex);
            return Reply::json({{u"keys"_s, m_keys}});
        }
        if (request.path == "/oauth/token") {
            if (request.json().value("client_secret"_L1).toString() != u"pass")
                return {.status = 401};
            m_withdrawn = false;
            return Reply::json({{u"access_token"_s, u"from-credentials"_s}, {u"expires_in"_s, 3600}});
        }
        const QByteArray bearer = request.header("authorization");
        if (m_withdrawn || (bearer != "Bearer fixed" && bearer != "Bearer from-credentials"))
            return {.status = 401};
        const QString id = QUrl::fromPercentEncoding(request.path.mid(request.path.lastIndexOf('/') + 1));
        const auto found = m_people.find(id);
        if (found == m_people.end())
            return {.status = 404};
        return Reply::json(
            {{u"name"_s, found->first},
             {u"app_metadata"_s, QJsonObject{{u"groups"_s, QJsonArray::fromStringList(found->second)}}}});
    }

    QJsonObject claims(const QString &subject) const
    {
        return {{u"iss"_s, m_stub->url() + u'/'},
                {u"aud"_s, QJsonArray{u"other"_s, u"https://anteroom"_s}},
                {u"sub"_s, subject},
                {u"exp"_s, toUs(m_api->clock.now()) / 1'000'000 + 60}};
    }
    static QByteArray jwt(const SigningKey &key, const QJsonObject &claims, QJsonObject header = {})
    {
        if (header.isEmpty())
            header = {{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}, {u"kid"_s, key.id}};
        const QByteArray text = base64url(compact(header)) + '.' + base64url(compact(claims));
        return text + '.' + base64url(key.sign(text));
    }
    QByteArray tokenOf(const char *subject) const { return jwt(*m_first, claims(QLatin1String(subject))); }
    int keyFetches() { return int(m_stub->requests("GET", "/.well-known").size()); }
    static QJsonArray ids(std::initializer_list<const char *> list)
    {
        QJsonArray array;
        for (const char *id : list)
            array.append(QLatin1String(id));
        return array;
    }

    std::unique_ptr<SigningKey> m_first, m_second;
    std::unique_ptr<StubServer> m_stub;
    std::mutex m_mutex;
    QJsonArray m_keys;
    std::atomic<bool> m_isAway = false, m_withdrawn = false, m_peopleAreThere = false;
    const QHash<QString, std::pair<QString, QStringList>> m_people{
        {u"auth0|doc"_s, {u"Joe Smith"_s, {u"staff"_s, u"doctor"_s}}},
        {u"auth0|pat"_s, {u"Jane Doe"_s, {u"patient"_s}}},
        {u"auth0|none"_s, {u"Nobody"_s, {u"staff"_s}}},
        {u"auth0|nameless"_s, {u" "_s, {u"patient"_s}}},
        {u"auth0|lines"_s,
         {u"Jane\r\nATTENDEE:mailto:x@example.org\u0000"_s + QString(300, u'x'), {u"patient"_s}}},
    };

private Q_SLOTS:
    void initTestCase()
    {
        m_first = std::make_unique<SigningKey>(u"first"_s);
        m_second = std::make_unique<SigningKey>(u"second"_s);
    }
    void cleanup()
    {
        if (m_api)
            QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
        m_api.reset();
        m_stub.reset();
    }

    void peopleComeFromAuth0()
    {
        startWith();
        const QByteArray id = created(body(ids({"auth0|doc", "auth0|pat"})));
        const QJsonObject seen = objectOf(get(id, "auth0|pat"));
        QCOMPARE(seen.value("participantsBandyerCall"_L1)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value("fullName"_L1)
                     .toString(),
                 u"Joe Smith"_s);
        QCOMPARE(m_stub->requests("GET", "/api/v2/users/auth0%7Cdoc").size(), 1);
        // What the body says of groups and name does not count.
        const QJsonObject liar =
            participants({person("auth0|pat", "doctor", "Dr Doe"), person("auth0|none", "x", "X")});
        QCOMPARE(post(body(liar)).status, 400);
        const QJsonObject plain{{u"userExternalId"_s, u"auth0|pat"_s}, {u"language"_s, u"it"_s}};
        const QByteArray open = created(body(participants({plain}, 2)));
        QCOMPARE(add(open, {{u"userExternalId"_s, u"auth0|doc"_s}}).status, 201);
        const Answer refused = post(body(ids({"auth0|pat", "auth0|pat2"})));
        QCOMPARE(refused.status, 400); // nobody knows the second one
        QCOMPARE(crudMessage(refused),
                 u"body/participants/1 must be a person known to the identity provider"_s);
    }

    // Names are others' data: they may be missing, or hold what a name of ours may not.
    void namesAreMadeFit()
    {
        startWith();
        const auto nameOf = [&](const char *patient) {
            const QByteArray id = created(body(ids({"auth0|doc", patient})));
            return objectOf(get(id, "auth0|doc"))
                .value("participantsBandyerCall"_L1)[0][u"fullName"_s]
                .toString();
        };
        QCOMPARE(nameOf("auth0|nameless"), u"auth0|nameless"_s);
        const QString lines = nameOf("auth0|lines");
        QVERIFY(lines.startsWith(u"Jane ATTENDEE:mailto:x@example.org "));
        QCOMPARE(lines.size(), 200);
    }

    void idsLeadNowhereElse()
    {
        startWith();
        for (const char *id : {".", "..", "%2e%2e", "auth0|doc/roles", "auth0|doc?x", "auth0|doc#x"}) {
            const Answer refused = post(body(ids({"auth0|doc", id})));
            QCOMPARE(refused.status, 400);
            QCOMPARE(crudMessage(refused),
                     u"body/participants/1 must be a person known to the identity provider"_s);
        }
        const auto asked = m_stub->requests("GET", "/api");
        for (const auto &request : asked)
            QVERIFY2(request.path.startsWith("/api/v2/users/"), request.path.constData());
    }

    void nobodyToHostIsSaidAsEver()
    {
        startWith();
        const QJsonObject patient{{u"userExternalId"_s, u"auth0|pat"_s}};
        const QByteArray open = created(body(participants({patient}, 2)));
        QCOMPARE(add(open, {{u"userExternalId"_s, u"auth0|none"_s}}).status,
                 400); // no group with a privilege
        m_isAway = true;
        QCOMPARE(add(open, {{u"userExternalId"_s, u"auth0|doc"_s}}).status, 502);
        QCOMPARE(post(body(ids({"auth0|doc", "auth0|pat"}))).status, 502);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultation_participants"), 1);
    }

    void clientCredentialsGetAToken()
    {
        startWith({{"AUTH0_CLIENT_ID", u"client"_s},
                   {"AUTH0_CLIENT_SECRET", u"pass"_s},
                   {"AUTH0_MANAGEMENT_URL", QString()}});
        created(body(ids({"auth0|doc", "auth0|pat"})));
        const auto asked = m_stub->requests("POST", "/oauth/token");
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().json().value("grant_type"_L1).toString(), u"client_credentials"_s);
        QCOMPARE(asked.first().json().value("audience"_L1).toString(), m_stub->url() + u"/api/v2/"_s);
        m_withdrawn = true; // before its end: another one is asked for
        created(body(ids({"auth0|doc", "auth0|pat"})));
        QCOMPARE(m_stub->requests("POST", "/oauth/token").size(), 2);
        m_api->clock.advance(1h);
        created(body(ids({"auth0|doc", "auth0|pat"})));
        QCOMPARE(m_stub->requests("POST", "/oauth/token").size(), 3);
    }

    void aPersonSeesTheirRooms()
    {
        startWith();
        const QByteArray doctor = tokenOf("auth0|doc"), patient = tokenOf("auth0|pat");
        const Answer made =
            m_api->json("POST", "/teleconsultation", doctor, body(ids({"auth0|doc", "auth0|pat"})));
        QCOMPARE(made.status, 201);
        const QByteArray path =
            "/teleconsultation/" + objectOf(made).value("roomId"_L1).toString().toLatin1();
        QCOMPARE(m_api->send("GET", path, patient).status, 200);
        QCOMPARE(m_api->send("GET", path + "/invite.ics", patient).status, 200);
        QCOMPARE(m_api->send("GET", path, tokenOf("auth0|none")).body, R"({"error":"Unauthorized user"})"_ba);
        QCOMPARE(m_api->send("GET", path, patient, {}, "miauserid: auth0|doc\r\n").status, 200);
        QCOMPARE(m_api->send("GET", path, tokenOf("auth0|none"), {}, "miauserid: auth0|doc\r\n").status, 401);
        for (const auto &[token, listed, changed] :
             {std::tuple(patient, 403, 403), std::tuple(tokenOf("auth0|gone"), 403, 403),
              std::tuple(doctor, 200, 204)}) {
            QCOMPARE(m_api->send("GET", "/teleconsultation", token).status, listed);
            QCOMPARE(m_api->json("PATCH", path, token, {{u"end_date"_s, at(3h)}}).status, changed);
            QCOMPARE(m_api->send("DELETE", path, token).status, changed);
        }
        QCOMPARE(
            m_api->json("POST", "/teleconsultation", patient, body(ids({"auth0|doc", "auth0|pat"}))).status,
            403);
        QCOMPARE(keyFetches(), 1);
        QCOMPARE(m_api->send("GET", "/v1/file-requests", doctor).status, 401);
        QCOMPARE(m_api->number("SELECT count(*) FROM audit WHERE actor_id = 'auth0/auth0|doc' "
                               "AND action = 'teleconsultation.create'"),
                 1);
    }

    void badTokensAreRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another audience") << u"aud"_s << QJsonValue(u"https://else"_s);
        QTest::newRow("no audience") << u"aud"_s << QJsonValue();
        QTest::newRow("another issuer") << u"iss"_s << QJsonValue(u"https://evil.example/"_s);
        QTest::newRow("over") << u"exp"_s << QJsonValue(1000);
        QTest::newRow("no end") << u"exp"_s << QJsonValue();
        QTest::newRow("an end that is no number") << u"exp"_s << QJsonValue(u"never"_s);
        QTest::newRow("not yet") << u"nbf"_s << QJsonValue(4'000'000'000.0);
        QTest::newRow("nobody") << u"sub"_s << QJsonValue();
    }

    void badTokensAreRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        startWith();
        QJsonObject wrong = claims(u"auth0|doc"_s);
        wrong.insert(member, value);
        const Answer refused = m_api->send("GET", "/teleconsultation", jwt(*m_first, wrong));
        QCOMPARE(refused.status, 401);
        QCOMPARE(objectOf(refused).value("statusCode"_L1).toInt(), 401);
        QCOMPARE(keyFetches(), 0);
        QCOMPARE(m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status, 200);
    }

    void otherSignaturesAreRefused()
    {
        startWith();
        const QJsonObject good = claims(u"auth0|doc"_s);
        const auto status = [&](const QByteArray &token) {
            return m_api->send("GET", "/teleconsultation", token).status;
        };
        QCOMPARE(status(jwt(*m_first, good)), 200);
        const auto header = [](const char *algorithm) {
            return QJsonObject{{u"alg"_s, QLatin1String(algorithm)}, {u"kid"_s, u"first"_s}};
        };
        const auto unsignedText = [&](const QJsonObject &head) {
            return base64url(compact(head)) + '.' + base64url(compact(good));
        };
        QCOMPARE(status(unsignedText(header("none")) + '.'), 401);
        QCOMPARE(status(unsignedText(header("RS256")) + '.'), 401);
        // The published key as the secret of a symmetric signature.
        const QByteArray text = unsignedText(header("HS256"));
        const QByteArray secret = compact(m_first->published());
        QByteArray mac(EVP_MAX_MD_SIZE, '\0');
        unsigned int length = 0;
        HMAC(EVP_sha256(), secret.constData(), int(secret.size()),
             reinterpret_cast<const unsigned char *>(text.constData()), size_t(text.size()),
             reinterpret_cast<unsigned char *>(mac.data()), &length);
        QCOMPARE(status(text + '.' + base64url(mac.left(int(length)))), 401);
        QCOMPARE(status(jwt(*m_first, good, header("RS512"))), 401);
        QCOMPARE(status(jwt(*m_second, good, header("RS256"))), 401); // another's key under its name
        QByteArray other = jwt(*m_first, good);
        other.replace(other.indexOf('.') + 5, 1, other.at(other.indexOf('.') + 5) == 'A' ? "B" : "A");
        QCOMPARE(status(other), 401);
        for (const char *garbage : {"x", "a.b", "a.b.c", "..", "a.b.c.d", "anteroom_nothing"})
            QCOMPARE(status(garbage), 401);
        QCOMPARE(status(QByteArray(12000, 'a') + ".b.c"), 401);
        QJsonObject critical = header("RS256");
        critical.insert(u"crit"_s, QJsonArray{u"x"_s});
        QCOMPARE(status(jwt(*m_first, good, critical)), 401);
        QCOMPARE(keyFetches(), 1);
    }

    void aNewKeyIsFetched()
    {
        startWith();
        const auto status = [&](const SigningKey &key) {
            return m_api->send("GET", "/teleconsultation", jwt(key, claims(u"auth0|doc"_s))).status;
        };
        QCOMPARE(status(*m_first), 200);
        {
            const std::lock_guard lock(m_mutex);
            m_keys = {m_second->published()};
        }
        QCOMPARE(status(*m_second), 200); // within two seconds of the last time it is waited for
        QCOMPARE(keyFetches(), 2);
        QCOMPARE(status(*m_first), 401);
        QCOMPARE(keyFetches(), 3);
    }

    void aFloodOfUnknownKeysFetchesSeldom()
    {
        startWith();
        const SigningKey unknown(u"unknown"_s);
        const QByteArray token = jwt(unknown, claims(u"auth0|doc"_s));
        QCOMPARE(m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status, 200);
        std::atomic<int> refused = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 12; ++i)
            threads.emplace_back([&] {
                RawClient client(m_api->port());
                client.send("GET /teleconsultation HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
                            "\r\n\r\n");
                refused += client.answer(30'000).status == 401;
            });
        // Whom everybody knows need not wait for them.
        QCOMPARE(m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status, 200);
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(refused.load(), 12);
        QVERIFY2(keyFetches() <= 4, QByteArray::number(keyFetches()).constData());
    }

    void oldKeysDoForADay()
    {
        startWith();
        const auto status = [&] {
            return m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status;
        };
        QCOMPARE(status(), 200);
        m_isAway = true; // the keys' address; people are still known
        m_peopleAreThere = true;
        m_api->clock.advance(23h);
        QCOMPARE(status(), 200);
        m_api->clock.advance(2h);
        QCOMPARE(status(), 502);
    }

    void withoutKeysNobodyIsLetIn()
    {
        startWith();
        m_isAway = true;
        QCOMPARE(m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status, 502);
        // Those who came together with it hear the same, not that their tokens are no good.
        std::atomic<int> away = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, token = tokenOf("auth0|doc")] {
                RawClient client(m_api->port());
                client.send("GET /teleconsultation HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token +
                            "\r\n\r\n");
                away += client.answer(30'000).status == 502;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(away.load(), 4);
        start({{"AUTH0_DOMAIN", m_stub->url()}}); // no audience: such tokens are not taken
        QCOMPARE(m_api->send("GET", "/teleconsultation", tokenOf("auth0|doc")).status, 401);
    }
};

QTEST_GUILESS_MAIN(TestAuth0)
#include "tst_auth0.moc"
