// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/staffservice.h"

#include "app/access/audit.h"
#include "app/access/password.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestStaffService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void addAndSignIn();
    void refusesBadInput_data();
    void refusesBadInput();
    void loginIsTakenInAnyCase();
    void firstAdministrator();
    void wrongTriesSlowDown();
    void unknownLoginsSlowDownToo();
    void manyAtOnceGetNoFurther();
    void waitSurvivesARestart();
    void anAdministratorEndsTheWait();
    void sameTimeForUnknown();
    void disabledAndBack();
    void passwords();
    void auditNamesNoUnknownLogin();
    void clinicianMayNot();

private:
    Result<Staff> add(const NewStaff &input = {u"Anna"_s, u"Anna Rossi"_s, Actor::Role::Admin,
                                               u"correct horse"_s});
    Result<Staff> signIn(const QString &login, const QString &password);
    QByteArrayList audit();

    QTemporaryDir m_dir;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<StaffService> m_staff;
    int m_run = 0;
};

void TestStaffService::init()
{
    auto store = Store::open(m_dir.filePath(u"%1.db"_s.arg(++m_run)), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
    m_staff = std::make_unique<StaffService>(*m_store);
}

void TestStaffService::cleanup()
{
    m_staff.reset();
    m_store.reset();
}

Result<Staff> TestStaffService::add(const NewStaff &input)
{
    return m_staff->add(Actor::system("command"), input).takeResult();
}

Result<Staff> TestStaffService::signIn(const QString &login, const QString &password)
{
    return m_staff->signIn(login, password, "console").takeResult();
}

QByteArrayList TestStaffService::audit()
{
    return m_store
        ->readNow([](Transaction &tx) -> Result<QByteArrayList> {
            QByteArrayList all;
            Cursor row =
                tx.query("SELECT action || ' ' || outcome || ' ' || coalesce(actor_name, '-') FROM audit "
                         "ORDER BY seq");
            while (row.next())
                all.append(row.bytes(0));
            return all;
        })
        .value();
}

void TestStaffService::addAndSignIn()
{
    QVERIFY(!m_store->readNow([](Transaction &tx) -> Result<bool> { return StaffService::hasAnyStaff(tx); })
                 .value());
    const auto added = add({u"  ANNA "_s, u" Anna Rossi "_s, Actor::Role::Clinician, u"correct horse"_s});
    QVERIFY(added);
    QCOMPARE(added->login, u"anna"_s);
    QCOMPARE(added->name, u"Anna Rossi"_s);
    const auto staff = signIn(u"Anna"_s, u"correct horse"_s);
    QVERIFY(staff);
    QCOMPARE(staff->id, added->id);
    const Actor actor = staff->actor("console");
    QCOMPARE(actor.kind, Actor::Kind::Staff);
    QCOMPARE(actor.role, Actor::Role::Clinician);
    QVERIFY(!actor.isAdmin());
    QVERIFY(signIn(u"anna"_s, u"correct horse "_s).error().is("staff.wrong_login"));
    QVERIFY(m_store->readNow([](Transaction &tx) -> Result<bool> { return StaffService::hasAnyStaff(tx); })
                .value());
    QCOMPARE(audit(), (QByteArrayList{"staff.add ok -", "staff.sign_in ok anna",
                                      "staff.sign_in staff.wrong_login anna"}));
}

void TestStaffService::refusesBadInput_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("login") << u" "_s << u"n"_s << u"0123456789"_s << "staff.login"_ba;
    QTest::newRow("long login") << QString(65, u'x') << u"n"_s << u"0123456789"_s << "staff.login"_ba;
    QTest::newRow("tab") << u"a\tb"_s << u"n"_s << u"0123456789"_s << "staff.login"_ba;
    QTest::newRow("name") << u"a"_s << u""_s << u"0123456789"_s << "staff.name"_ba;
    QTest::newRow("password") << u"a"_s << u"n"_s << u"012345678"_s << "staff.password_too_short"_ba;
    QTest::newRow("long password") << u"a"_s << u"n"_s << QString(1001, u'x') << "staff.password_too_long"_ba;
}

void TestStaffService::refusesBadInput()
{
    QFETCH(QString, login);
    QFETCH(QString, name);
    QFETCH(QString, password);
    QFETCH(QByteArray, reason);
    const auto added = add({login, name, Actor::Role::Admin, password});
    QVERIFY(!added);
    QCOMPARE(QByteArray(added.error().reason), reason);
    QVERIFY(add({u"a"_s, u"n"_s, Actor::Role::None, u"0123456789"_s}).error().is("staff.role"));
}

void TestStaffService::loginIsTakenInAnyCase()
{
    QVERIFY(add());
    QVERIFY(add({u"aNNa"_s, u"x"_s, Actor::Role::Admin, u"0123456789"_s}).error().is("staff.login_taken"));
}

void TestStaffService::firstAdministrator()
{
    const auto first =
        m_staff->addFirst({u"boss"_s, u"Boss"_s, Actor::Role::Clinician, u"0123456789"_s}).takeResult();
    QVERIFY(first);
    QCOMPARE(first->role, Actor::Role::Admin);
    const auto second =
        m_staff->addFirst({u"other"_s, u"x"_s, Actor::Role::Admin, u"0123456789"_s}).takeResult();
    QVERIFY(!second && second.error().is("staff.not_the_first"));
}

void TestStaffService::wrongTriesSlowDown()
{
    QVERIFY(add());
    for (int i = 0; i < 5; ++i)
        QVERIFY(signIn(u"anna"_s, u"wrong"_s).error().is("staff.wrong_login"));
    std::chrono::seconds wait = 30s;
    for (int i = 0; i < 7; ++i) {
        const auto early = signIn(u"anna"_s, u"correct horse"_s); // even the right one
        QVERIFY(!early && early.error().is("staff.wait"));
        QCOMPARE(early.error().code, ErrorCode::TooMany);
        QCOMPARE(early.error().data.value(u"retryAfterMs"_s).toInteger(),
                 std::chrono::milliseconds(wait).count());
        m_clock.advance(wait);
        QVERIFY(signIn(u"anna"_s, u"wrong"_s).error().is("staff.wrong_login"));
        wait = std::min<std::chrono::seconds>(wait * 2, 15min);
    }
    m_clock.advance(15min);
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s));
    for (int i = 0; i < 5; ++i)
        QVERIFY(signIn(u"anna"_s, u"wrong"_s).error().is("staff.wrong_login"));
}

void TestStaffService::unknownLoginsSlowDownToo()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(signIn(u"nobody"_s, u"wrong"_s).error().is("staff.wrong_login"));
    const auto early = signIn(u"nobody"_s, u"wrong"_s);
    QVERIFY(!early && early.error().is("staff.wait"));
    QCOMPARE(early.error().data.value(u"retryAfterMs"_s).toInteger(), 30'000);
    m_clock.advance(30s);
    QVERIFY(signIn(u"nobody"_s, u"wrong"_s).error().is("staff.wrong_login"));
    QVERIFY(signIn(u"nobody"_s, u"wrong"_s).error().is("staff.wait"));
}

void TestStaffService::manyAtOnceGetNoFurther()
{
    QVERIFY(add());
    QVector<QFuture<Result<Staff>>> tries;
    for (int i = 0; i < 12; ++i)
        tries.append(m_staff->signIn(u"anna"_s, u"wrong"_s, "console"));
    int looked = 0;
    for (auto &one : tries)
        looked += one.takeResult().error().is("staff.wrong_login");
    QCOMPARE(looked, 5);
}

void TestStaffService::waitSurvivesARestart()
{
    QVERIFY(add());
    for (int i = 0; i < 6; ++i)
        QVERIFY(!signIn(u"anna"_s, u"wrong"_s));
    m_staff = std::make_unique<StaffService>(*m_store);
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s).error().is("staff.wait"));
    m_clock.advance(30s);
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s));
}

void TestStaffService::anAdministratorEndsTheWait()
{
    const auto anna = add();
    QVERIFY(anna);
    for (int i = 0; i < 5; ++i)
        QVERIFY(signIn(u"anna"_s, u"wrong"_s).error().is("staff.wrong_login"));
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s).error().is("staff.wait"));
    const auto blocked = [this] {
        return m_store
            ->readNow([](Transaction &tx) -> Result<qsizetype> { return StaffService::blocked(tx).size(); })
            .value();
    };
    QCOMPARE(blocked(), 1);
    const auto unlock = [&](const Actor &actor) {
        return m_store->writeNow([&](WriteTransaction &tx) { return m_staff->unlock(tx, actor, anna->id); });
    };
    Actor clinician = anna->actor("console");
    clinician.role = Actor::Role::Clinician;
    QCOMPARE(unlock(clinician).error().code, ErrorCode::Forbidden);
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s).error().is("staff.wait"));
    QVERIFY(unlock(anna->actor("console")));
    QCOMPARE(blocked(), 0);
    QVERIFY(signIn(u"anna"_s, u"correct horse"_s));
}

void TestStaffService::sameTimeForUnknown()
{
    QVERIFY(add());
    QElapsedTimer timer;
    qint64 known = 0;
    qint64 unknown = 0;
    for (int i = 0; i < 4; ++i) {
        timer.start();
        QVERIFY(!signIn(u"anna"_s, u"wrong"_s));
        known += timer.nsecsElapsed();
        timer.start();
        QVERIFY(!signIn(u"nobody"_s, u"wrong"_s));
        unknown += timer.nsecsElapsed();
    }
    qInfo("known %lld us, unknown %lld us a try", known / 4000, unknown / 4000);
    QVERIFY(unknown > known / 3 && known > unknown / 3);
}

void TestStaffService::disabledAndBack()
{
    const auto anna = add();
    const auto bruno = add({u"bruno"_s, u"Bruno"_s, Actor::Role::Clinician, u"0123456789"_s});
    QVERIFY(anna && bruno);
    const auto set = [&](const StaffId &id, bool disabled) {
        return m_store->writeNow([&](WriteTransaction &tx) {
            return StaffService::setDisabled(tx, anna->actor("console"), id, disabled);
        });
    };
    QVERIFY(set(anna->id, true).error().is("staff.last_admin"));
    QVERIFY(set(StaffId::generate(m_clock.now()), true).error().is("staff.unknown"));
    QVERIFY(set(bruno->id, true));
    QVERIFY(signIn(u"bruno"_s, u"0123456789"_s).error().is("staff.wrong_login"));
    QVERIFY(set(bruno->id, false));
    QVERIFY(signIn(u"bruno"_s, u"0123456789"_s));
    const auto page = m_store->readNow([](Transaction &tx) -> Result<Page<Staff>> {
        return StaffService::list(tx, {.limit = 1, .cursor = {}});
    });
    QCOMPARE(page->items.size(), 1);
    QVERIFY(!page->nextCursor.isEmpty());
}

void TestStaffService::passwords()
{
    const auto anna = add();
    const Actor actor = anna->actor("console");
    QVERIFY(m_staff->changePassword(actor, u"wrong"_s, u"battery staple"_s)
                .takeResult()
                .error()
                .is("staff.wrong_login"));
    QVERIFY(m_staff->changePassword(actor, u"correct horse"_s, u"short"_s)
                .takeResult()
                .error()
                .is("staff.password_too_short"));
    QVERIFY(m_staff->changePassword(actor, u"correct horse"_s, u"battery staple"_s).takeResult());
    QVERIFY(!signIn(u"anna"_s, u"correct horse"_s));
    QVERIFY(signIn(u"anna"_s, u"battery staple"_s));
    QVERIFY(m_staff->setPassword(actor, anna->id, u"third password"_s).takeResult());
    QVERIFY(signIn(u"anna"_s, u"third password"_s));
    const auto hash = hashPassword(u"caff\u00e8 lungo!"_s);
    QVERIFY(hash->startsWith("$argon2id$"));
    QVERIFY(isPassword(*hash, u"caffe\u0300 lungo!"_s)); // however the keyboard composes it
    QVERIFY(!isPassword(*hash, u"caffe lungo!"_s));
}

void TestStaffService::auditNamesNoUnknownLogin()
{
    QVERIFY(!signIn(u"my password by mistake"_s, u"x"_s));
    QCOMPARE(audit(), QByteArrayList{"staff.sign_in staff.wrong_login -"});
}

void TestStaffService::clinicianMayNot()
{
    const auto bruno = add({u"bruno"_s, u"Bruno"_s, Actor::Role::Clinician, u"0123456789"_s});
    const Actor actor = bruno->actor("console");
    QVERIFY(m_staff->add(actor, {u"x"_s, u"x"_s, Actor::Role::Admin, u"0123456789"_s})
                .takeResult()
                .error()
                .is("access.admin_only"));
    QVERIFY(
        m_staff->setPassword(actor, bruno->id, u"0123456789"_s).takeResult().error().is("access.admin_only"));
    QVERIFY(m_store
                ->writeNow([&](WriteTransaction &tx) {
                    return StaffService::setDisabled(tx, actor, bruno->id, true);
                })
                .error()
                .is("access.admin_only"));
}

QTEST_GUILESS_MAIN(TestStaffService)
#include "tst_staffservice.moc"
