// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tokenservice.h"

#include "app/access/audit.h"
#include "app/access/tokenrepository.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestTokenService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createAndAuthenticate();
    void keepsOnlyTheHash();
    void refusesBadInput_data();
    void refusesBadInput();
    void onlyAdminsCreateAndRevoke();
    void refusesStrangers();
    void expiresByTheClock();
    void revokeEndsAtOnce();
    void revokeBehindAnOldView();
    void lastUseIsWrittenOnceAMinute();
    void listsPages();
    void manyThreads();

private:
    IssuedToken make(NewToken input = {.name = u"clinic"_s, .scopes = Scope::FileRead});
    Result<Actor> authenticate(const QByteArray &secret);
    Result<void> revoke(const TokenId &id);
    std::optional<Token> stored(const TokenId &id);

    QTemporaryDir m_dir;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TokenService> m_tokens;
    int m_run = 0;
};

void TestTokenService::init()
{
    auto store = Store::open(m_dir.filePath(u"%1.db"_s.arg(++m_run)), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
    m_tokens = std::make_unique<TokenService>(*m_store);
}

void TestTokenService::cleanup()
{
    m_tokens.reset();
    m_store.reset();
}

IssuedToken TestTokenService::make(NewToken input)
{
    auto issued = m_store->writeNow(
        [&](WriteTransaction &tx) { return m_tokens->create(tx, Actor::system("command"), input); });
    return issued.value();
}

Result<Actor> TestTokenService::authenticate(const QByteArray &secret)
{
    return m_store->readNow([&](Transaction &tx) { return m_tokens->authenticate(tx, secret, "127.0.0.1"); });
}

Result<void> TestTokenService::revoke(const TokenId &id)
{
    return m_store->writeNow(
        [&](WriteTransaction &tx) { return m_tokens->revoke(tx, Actor::system("command"), id); });
}

std::optional<Token> TestTokenService::stored(const TokenId &id)
{
    return m_store
        ->readNow(
            [&](Transaction &tx) -> Result<std::optional<Token>> { return TokenRepository::byId(tx, id); })
        .value();
}

void TestTokenService::createAndAuthenticate()
{
    const auto entity = LegalEntityId::generate(m_clock.now());
    const IssuedToken issued = make({.name = u" front desk "_s,
                                     .scopes = Scope::FileRequestRead | Scope::FileRequestWrite,
                                     .accounts = {u"12"_s, u"7"_s, u"12"_s},
                                     .legalEntity = entity});
    QVERIFY(issued.secret.startsWith("anteroom_"));
    QCOMPARE(issued.secret.size(), 9 + 43);
    for (int i = 0; i < 2; ++i) { // from the store, then from memory
        const auto actor = authenticate(issued.secret);
        QVERIFY(actor);
        QCOMPARE(actor->kind, Actor::Kind::Token);
        QCOMPARE(actor->id, issued.id.text());
        QCOMPARE(actor->name, u"front desk"_s);
        QVERIFY(actor->mayUse(Scope::FileRequestWrite));
        QVERIFY(!actor->mayUse(Scope::FileRead));
        QVERIFY(actor->mayUseAccount(u"7"_s));
        QVERIFY(!actor->mayUseAccount(u"8"_s));
        QCOMPARE(actor->accounts.size(), 2);
        QCOMPARE(actor->legalEntity, entity);
        QCOMPARE(actor->source, "127.0.0.1"_ba);
        QVERIFY(!actor->isAdmin());
        m_clock.advance(10s);
    }
    const auto log = m_store->readNow([](Transaction &tx) -> Result<QByteArray> {
        Cursor row = tx.query("SELECT action FROM audit");
        return row.next() ? row.bytes(0) : QByteArray();
    });
    QCOMPARE(log.value(), "token.create"_ba);
}

void TestTokenService::keepsOnlyTheHash()
{
    const IssuedToken issued = make();
    const QString path = m_store->path();
    m_tokens.reset();
    m_store.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray all = file.readAll();
    QVERIFY(all.contains(issued.id.text()));
    QVERIFY(!all.contains(issued.secret.mid(9)));
}

void TestTokenService::refusesBadInput_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("scoped");
    QTest::addColumn<QString>("account");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no name") << u"  "_s << true << u"1"_s << qint64(1) << "token.name"_ba;
    QTest::newRow("long name") << QString(101, u'x') << true << u"1"_s << qint64(1) << "token.name"_ba;
    QTest::newRow("tab") << u"a\tb"_s << true << u"1"_s << qint64(1) << "token.name"_ba;
    QTest::newRow("no scope") << u"a"_s << false << u"1"_s << qint64(1) << "token.no_scope"_ba;
    QTest::newRow("account") << u"a"_s << true << u""_s << qint64(1) << "token.account"_ba;
    QTest::newRow("spaced account") << u"a"_s << true << u"1 2"_s << qint64(1) << "token.account"_ba;
    QTest::newRow("no life") << u"a"_s << true << u"1"_s << qint64(0) << "token.expires_in"_ba;
    QTest::newRow("too long") << u"a"_s << true << u"1"_s << qint64(qint64(1) << 40) << "token.expires_in"_ba;
}

void TestTokenService::refusesBadInput()
{
    QFETCH(QString, name);
    QFETCH(bool, scoped);
    QFETCH(QString, account);
    QFETCH(qint64, seconds);
    QFETCH(QByteArray, reason);
    const NewToken input{.name = name,
                         .scopes = scoped ? Scopes(Scope::Admin) : Scopes(),
                         .accounts = {account},
                         .legalEntity = {},
                         .expiresIn = std::chrono::seconds(seconds)};
    const auto made = m_store->writeNow(
        [&](WriteTransaction &tx) { return m_tokens->create(tx, Actor::system("command"), input); });
    QVERIFY(!made);
    QCOMPARE(QByteArray(made.error().reason), reason);
}

void TestTokenService::onlyAdminsCreateAndRevoke()
{
    const IssuedToken issued = make();
    Actor clinician;
    clinician.kind = Actor::Kind::Staff;
    clinician.role = Actor::Role::Clinician;
    const auto made = m_store->writeNow([&](WriteTransaction &tx) {
        return m_tokens->create(tx, clinician, {.name = u"x"_s, .scopes = Scope::Admin});
    });
    QVERIFY(!made && made.error().is("access.admin_only"));
    const auto revoked =
        m_store->writeNow([&](WriteTransaction &tx) { return m_tokens->revoke(tx, clinician, issued.id); });
    QVERIFY(!revoked && revoked.error().is("access.admin_only"));
    QVERIFY(authenticate(issued.secret));
}

void TestTokenService::refusesStrangers()
{
    QVERIFY(authenticate("").error().is("token.missing"));
    QVERIFY(authenticate("anteroom_nothing").error().is("token.unknown"));
    QVERIFY(authenticate(make().secret + "x").error().is("token.unknown"));
    QVERIFY(revoke(TokenId::generate(m_clock.now())).error().is("token.unknown"));
}

void TestTokenService::expiresByTheClock()
{
    const IssuedToken issued = make({.name = u"a"_s, .scopes = Scope::Admin, .expiresIn = 60s});
    m_clock.advance(59s);
    QVERIFY(authenticate(issued.secret));
    QVERIFY(authenticate(issued.secret));
    m_clock.advance(1s);
    QVERIFY(authenticate(issued.secret).error().is("token.expired"));
}

void TestTokenService::revokeEndsAtOnce()
{
    const IssuedToken issued = make();
    const IssuedToken other = make();
    m_clock.advance(10s);
    QVERIFY(authenticate(issued.secret));
    QVERIFY(authenticate(other.secret));
    // Through another service, as an admin command in the same process would.
    TokenService command(*m_store);
    QVERIFY(m_store->writeNow(
        [&](WriteTransaction &tx) { return command.revoke(tx, Actor::system("command"), issued.id); }));
    QTRY_VERIFY(!authenticate(issued.secret));
    QVERIFY(authenticate(issued.secret).error().is("token.revoked"));
    QVERIFY(authenticate(other.secret));
    QVERIFY(revoke(issued.id));
}

// A request whose view of the store is older than the revoke must not bring the token back into memory.
void TestTokenService::revokeBehindAnOldView()
{
    const IssuedToken issued = make();
    m_clock.advance(10s);
    auto reader = m_store->openReader().value();
    const auto old = reader->run([&](Transaction &tx) -> Result<Actor> {
        { // fixes the view
            Cursor row = tx.query("SELECT count(*) FROM tokens");
            row.next();
        }
        if (!revoke(issued.id))
            return fail(ErrorCode::Internal, "revoke");
        // The feed has told of it when a later piece of work is done.
        (void)m_store->writeNow([](WriteTransaction &) -> Result<void> { return {}; });
        return m_tokens->authenticate(tx, issued.secret, "x");
    });
    QVERIFY(old); // it was good when the view was taken
    QVERIFY(authenticate(issued.secret).error().is("token.revoked"));
}

void TestTokenService::lastUseIsWrittenOnceAMinute()
{
    const IssuedToken issued = make();
    m_clock.advance(10s);
    const UtcTime first = m_clock.now();
    QVERIFY(authenticate(issued.secret));
    QTRY_VERIFY(stored(issued.id)->lastUsedAt);
    QCOMPARE(*stored(issued.id)->lastUsedAt, first);
    m_clock.advance(59s);
    QVERIFY(authenticate(issued.secret));
    QTest::qWait(250);
    QCOMPARE(*stored(issued.id)->lastUsedAt, first);
    m_clock.advance(1s);
    QVERIFY(authenticate(issued.secret));
    QTRY_COMPARE(*stored(issued.id)->lastUsedAt, first + 60s);
}

void TestTokenService::listsPages()
{
    QVector<TokenId> ids;
    for (int i = 0; i < 5; ++i) {
        m_clock.advance(1s);
        ids.append(make({.name = u"a"_s, .scopes = Scope::Admin, .accounts = {QString::number(i)}}).id);
    }
    QVERIFY(revoke(ids.at(2)));
    QVector<TokenId> seen;
    PageRequest page{.limit = 2, .cursor = {}};
    do {
        const auto part = m_store
                              ->readNow([&](Transaction &tx) -> Result<Page<Token>> {
                                  return TokenService::list(tx, page);
                              })
                              .value();
        for (const Token &token : part.items) {
            seen.append(token.id);
            QCOMPARE(token.accounts.size(), 1);
        }
        page.cursor = part.nextCursor;
    } while (!page.cursor.isEmpty());
    ids.removeAt(2);
    QVERIFY(seen == ids);
}

void TestTokenService::manyThreads()
{
    QVector<IssuedToken> issued;
    for (int i = 0; i < 8; ++i)
        issued.append(make());
    m_clock.advance(10s);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&] {
            auto reader = m_store->openReader().value();
            for (int i = 0; i < 2000; ++i) {
                const IssuedToken &token = issued.at(i % 7);
                const auto actor = reader->run(
                    [&](Transaction &tx) { return m_tokens->authenticate(tx, token.secret, "x"); });
                wrong += !actor || actor->id != token.id.text();
            }
        });
    }
    for (int i = 0; i < 20; ++i)
        make();
    QVERIFY(revoke(issued.at(7).id));
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestTokenService)
#include "tst_tokenservice.moc"
