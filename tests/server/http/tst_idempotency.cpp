// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/vault.h"
#include "tests/server/http/requestdriver.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <semaphore>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

RequestDriver::Headers headers(const QByteArray &key, const QByteArray &token = "a")
{
    RequestDriver::Headers sent{{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
    if (!key.isNull())
        sent.emplace_back("Idempotency-Key", key);
    return sent;
}

} // namespace

/// Idempotency-Key: the same request twice is done once (RULES.md, Repeated requests).
class TestIdempotency final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answersARepeatWithTheFirstAnswer();
    void doesItTwiceWithoutAKey();
    void refusesAnotherBodyOrPath();
    void keepsTokensApart();
    void refusesKeysThatWillNotDo_data();
    void refusesKeysThatWillNotDo();
    void saysThatTheFirstStillRuns();
    void keepsOnlyWhatSucceeded();
    void doesConcurrentDuplicatesOnce();
    void keepsTheAnswerOnlyWithTheWrite();
    void survivesARestart();
    void sealsAnswers();
    void forgetsAfterADay();
    void looksAtPostsOnly();

private:
    void open();
    int made();
    int kept();
    QByteArray post(const QByteArray &key, const QByteArray &body = "{\"a\":1}",
                    const QByteArray &token = "a", int wanted = 200);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<IdempotencyKeys> m_keys;
    std::unique_ptr<Router> m_router;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<RequestDriver> m_driver;
    std::atomic<bool> m_fail{false};
    std::atomic<bool> m_failAfterKeeping{false};
    std::unique_ptr<std::binary_semaphore> m_gate; ///< where set, the writer waits for it
    QByteArray m_master;
};

void TestIdempotency::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_unique<ManualClock>();
    m_master = QByteArray(SecretKey::length, 'k');
    m_fail = m_failAfterKeeping = false;
    m_gate.reset();
    open();
}

void TestIdempotency::open()
{
    m_driver.reset();
    m_dispatcher.reset();
    m_keys.reset();
    m_store.reset();
    m_vault = std::make_unique<Vault>(SecretKey(m_master));
    auto store = Store::open(m_folder->filePath(u"anteroom.db"_s), *m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
    m_keys = std::make_unique<IdempotencyKeys>(*m_store, *m_vault);
    m_router = std::make_unique<Router>();
    m_router->addFamily("/v1", Family::XOn);
    for (const char *path : {"/v1/things", "/v1/others"}) {
        for (const HttpMethod method : {HttpMethod::Post, HttpMethod::Put}) {
            m_router->add(
                {.method = method,
                 .path = path,
                 .operationId = "make",
                 .family = Family::XOn,
                 .scope = Scope::FileRequestWrite,
                 .body = BodyKind::Json,
                 .handler = [this](RouteCall &call) {
                     call.answer.write(
                         *m_store,
                         [this, answer = call.answer](WriteTransaction &tx) -> Result<QByteArray> {
                             if (m_gate)
                                 m_gate->acquire();
                             const QByteArray id = newUuid(tx.now());
                             tx.execute("INSERT INTO settings (key, value, changed_at) VALUES (?, '', 0)",
                                        id);
                             if (m_fail)
                                 return fail(ErrorCode::Conflict, "test.conflict");
                             if (m_failAfterKeeping) {
                                 if (auto kept = answer.keep(tx, HttpResponse::json(200, id)); !kept)
                                     return fail(kept.error());
                                 return fail(ErrorCode::Internal, "test.broken");
                             }
                             return id;
                         },
                         [](const QByteArray &id) {
                             return HttpResponse::json(200, '"' + id + '"').with("Location"_ba, "/x"_ba);
                         });
                 }});
        }
    }
    m_dispatcher = std::make_unique<Dispatcher>(
        *m_router, Dispatcher::Parts{
                       .store = m_store.get(),
                       .authenticate = [](Transaction &, QByteArrayView token, QByteArray) -> Result<Actor> {
                           return Actor{.kind = Actor::Kind::Token,
                                        .id = token.toByteArray(),
                                        .scopes = Scope::FileRequestWrite};
                       },
                       .keys = m_keys.get()});
    m_driver = std::make_unique<RequestDriver>(*m_dispatcher);
}

void TestIdempotency::cleanup()
{
    m_driver.reset();
    m_dispatcher.reset();
    m_keys.reset();
    m_store.reset();
}

int TestIdempotency::made()
{
    return m_store
        ->readNow([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM settings");
            return row.next() ? int(row.integer(0)) : -1;
        })
        .value_or(-1);
}

int TestIdempotency::kept()
{
    return m_store
        ->readNow([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM idempotent_answers");
            return row.next() ? int(row.integer(0)) : -1;
        })
        .value_or(-1);
}

QByteArray TestIdempotency::post(const QByteArray &key, const QByteArray &body, const QByteArray &token,
                                 int wanted)
{
    const auto answer = m_driver->send("POST", "/v1/things", headers(key, token), body);
    if (answer.status != wanted)
        qWarning("%d instead of %d: %s", answer.status, wanted, answer.body.constData());
    return answer.status == wanted ? answer.body : QByteArray();
}

void TestIdempotency::answersARepeatWithTheFirstAnswer()
{
    const auto first = m_driver->send("POST", "/v1/things", headers("k"), "{}");
    const auto second = m_driver->send("POST", "/v1/things", headers("k"), "{}");
    QCOMPARE(first.status, 200);
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.contentType, "application/json"_ba);
    QCOMPARE(headerOf(second, "Location"), "/x"_ba);
    QCOMPARE(made(), 1);
    // Who has an answer repeated reads what it says.
    QTRY_COMPARE(m_store
                     ->readNow([](Transaction &tx) -> Result<int> {
                         Cursor row = tx.query("SELECT count(*) FROM audit WHERE actor_id = 'a' AND action = "
                                               "'make' AND outcome = 'idempotency.repeated'");
                         return row.next() ? int(row.integer(0)) : -1;
                     })
                     .value_or(-1),
                 1);
}

void TestIdempotency::doesItTwiceWithoutAKey()
{
    QVERIFY(post({}) != post({}));
    QCOMPARE(made(), 2);
    QCOMPARE(kept(), 0);
}

void TestIdempotency::refusesAnotherBodyOrPath()
{
    QVERIFY(!post("k").isEmpty());
    const QByteArray words = post("k", "{\"a\":2}", "a", 422);
    QVERIFY(words.startsWith(R"({"error":"This Idempotency-Key was used)"));
    QCOMPARE(m_driver->send("POST", "/v1/others", headers("k"), "{\"a\":1}").status, 422);
    QCOMPARE(made(), 1);
}

void TestIdempotency::keepsTokensApart()
{
    QVERIFY(post("k") != post("k", "{\"a\":1}", "b"));
    QCOMPARE(made(), 2);
}

void TestIdempotency::refusesKeysThatWillNotDo_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << ""_ba << 400;
    QTest::newRow("one") << "x"_ba << 200;
    QTest::newRow("longest") << QByteArray(255, 'x') << 200;
    QTest::newRow("too long") << QByteArray(256, 'x') << 400;
    QTest::newRow("with spaces") << "a b: c"_ba << 200;
}

void TestIdempotency::refusesKeysThatWillNotDo()
{
    QFETCH(QByteArray, key);
    QFETCH(int, status);
    QCOMPARE(m_driver->send("POST", "/v1/things", headers(key), "{}").status, status);
    QCOMPARE(made(), status == 200 ? 1 : 0);
}

void TestIdempotency::saysThatTheFirstStillRuns()
{
    m_gate = std::make_unique<std::binary_semaphore>(0);
    const auto first = m_driver->begin("POST", "/v1/things", headers("k"), "{}");
    const auto second = m_driver->send("POST", "/v1/things", headers("k"), "{}");
    QCOMPARE(second.status, 409);
    QCOMPARE(headerOf(second, "Retry-After"), "1"_ba);
    QCOMPARE(m_driver->send("POST", "/v1/things", headers("k"), "{\"b\":1}").status, 422);
    m_gate->release();
    const auto answer = m_driver->answer(first);
    QCOMPARE(answer.status, 200);
    QCOMPARE(m_driver->send("POST", "/v1/things", headers("k"), "{}").body, answer.body);
    QCOMPARE(made(), 1);
}

void TestIdempotency::keepsOnlyWhatSucceeded()
{
    m_fail = true;
    QVERIFY(!post("k", "{}", "a", 409).isEmpty());
    QVERIFY(!post("k", "[]", "a", 400).isEmpty());
    QCOMPARE(kept(), 0);
    m_fail = false;
    QVERIFY(!post("k", "{\"other\":1}").isEmpty());
    QCOMPARE(made(), 1);
}

void TestIdempotency::doesConcurrentDuplicatesOnce()
{
    constexpr int threads = 4, each = 25;
    std::vector<std::unique_ptr<QThread>> running;
    std::array<std::atomic<int>, 600> statuses{};
    for (int t = 0; t < threads; ++t) {
        running.emplace_back(QThread::create([&] {
            RequestDriver driver(*m_dispatcher);
            std::vector<quint64> sent;
            for (int i = 0; i < each; ++i)
                sent.push_back(
                    driver.begin("POST", "/v1/things", headers("k" + QByteArray::number(i)), "{}"));
            for (const quint64 sequence : sent)
                ++statuses[size_t(driver.answer(sequence).status)];
        }));
        running.back()->start();
    }
    for (const auto &thread : running)
        QVERIFY(thread->wait(20'000));
    QCOMPARE(made(), each);
    QCOMPARE(statuses[200] + statuses[409], threads * each);
    QVERIFY(statuses[200] >= each);
}

// What a crash between two transactions would leave cannot be: both are in one.
void TestIdempotency::keepsTheAnswerOnlyWithTheWrite()
{
    m_failAfterKeeping = true;
    QVERIFY(!post("k", "{}", "a", 500).isEmpty());
    QCOMPARE(made(), 0);
    QCOMPARE(kept(), 0);
    m_failAfterKeeping = false;
    QVERIFY(!post("k", "{}").isEmpty());
    QCOMPARE(made(), 1);
    QCOMPARE(kept(), 1);
}

void TestIdempotency::survivesARestart()
{
    const QByteArray first = post("k");
    open();
    QCOMPARE(post("k"), first);
    QCOMPARE(made(), 1);
}

void TestIdempotency::sealsAnswers()
{
    const QByteArray body = post("k");
    const QByteArray stored = m_store
                                  ->readNow([](Transaction &tx) -> Result<QByteArray> {
                                      Cursor row = tx.query("SELECT answer FROM idempotent_answers");
                                      return row.next() ? row.bytes(0) : QByteArray();
                                  })
                                  .value();
    QVERIFY(!stored.isEmpty());
    QVERIFY(!stored.contains(body.mid(1, 36)));
}

void TestIdempotency::forgetsAfterADay()
{
    const QByteArray first = post("k");
    m_clock->advance(std::chrono::hours(24) - std::chrono::seconds(1));
    QCOMPARE(post("k"), first);
    m_clock->advance(std::chrono::seconds(2));
    QVERIFY(post("k") != first);
    QCOMPARE(made(), 2);
    QCOMPARE(kept(), 1);
    m_clock->advance(std::chrono::hours(25));
    m_keys->purge();
    QTRY_COMPARE(kept(), 0);
}

void TestIdempotency::looksAtPostsOnly()
{
    const auto first = m_driver->send("PUT", "/v1/things", headers("k"), "{}");
    QVERIFY(first.body != m_driver->send("PUT", "/v1/things", headers("k"), "{}").body);
    QCOMPARE(made(), 2);
}

QTEST_GUILESS_MAIN(TestIdempotency)
#include "tst_idempotency.moc"
