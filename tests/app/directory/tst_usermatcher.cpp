// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevicerepository.h"
#include "app/directory/usermatcher.h"
#include "app/directory/userrepository.h"
#include "tests/support/scratchstore.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QString number = u"+447777123456"_s;
const QDate born(1980, 6, 17);

struct Known
{
    const char *label;
    bool app = false;
    bool verified = false;
    QString first = {};
    QString last = {};
    QDate birth = {};
    QString mobile = number;
    QString external = {};
    QString email = {};
    int liveDevices = 0;
    int deadDevices = 0;
};

UserId add(WriteTransaction &tx, const Known &known)
{
    User user;
    user.id = UserId::generate(tx.now());
    user.displayName = QString();
    user.firstName = known.first;
    user.lastName = known.last;
    user.dateOfBirth = known.birth;
    user.mobile = known.mobile;
    user.mobileVerified = known.verified;
    user.isAppUser = known.app;
    user.externalId = known.external;
    user.email = known.email;
    user.profilePictureUrl = QString::fromLatin1(known.label);
    user.createdAt = tx.now();
    user.changedAt = tx.now();
    UserRepository::insert(tx, user);
    for (int i = 0; i < known.liveDevices + known.deadDevices; ++i) {
        const UserDevice device{.id = DeviceId::generate(tx.now()), .user = user.id};
        UserDeviceRepository::save(tx, device);
        tx.execute("UPDATE user_devices SET push_token = ?, push_token_dead = ? WHERE id = ?", Blob{"sealed"},
                   i >= known.liveDevices, device.id);
    }
    return user.id;
}

// What a match is called in the tables below: the label of whoever it is, or "new".
QString labelOf(const UserMatch &match)
{
    return match.before ? match.user.profilePictureUrl : u"new"_s;
}

} // namespace

using KnownList = QVector<Known>;
Q_DECLARE_METATYPE(KnownList)
Q_DECLARE_METATYPE(PatientClues)
Q_DECLARE_METATYPE(RecipientClues)

class TestUserMatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patient_data()
    {
        QTest::addColumn<KnownList>("known");
        QTest::addColumn<PatientClues>("clues");
        QTest::addColumn<QString>("expected");
        const PatientClues john{PhoneNumber::parse(number), {}, u"John"_s, u"Smith"_s, born};
        PatientClues johnById = john;
        johnById.mobile.reset();
        johnById.externalId = u"EMISIM1-5005730"_s;
        PatientClues johnByBoth = john;
        johnByBoth.externalId = u"EMISIM1-5005730"_s;

        const Known app{"app", true, true, u"John"_s, u"Smith"_s, born};
        const Known plain{"plain", false, false, u"John"_s, u"Smith"_s, born};
        QTest::newRow("nobody known") << KnownList{} << john << u"new"_s;
        QTest::newRow("app user, verified, nothing against it") << KnownList{app} << john << u"app"_s;
        QTest::newRow("app user before the other") << KnownList{plain, app} << john << u"app"_s;

        Known unverified = app;
        unverified.verified = false;
        QTest::newRow("app user, not verified, is matched by no number")
            << KnownList{unverified} << john << u"new"_s;
        QTest::newRow("then the non-app user") << KnownList{unverified, plain} << john << u"plain"_s;

        Known otherDay = app;
        otherDay.birth = QDate(1981, 6, 17);
        QTest::newRow("app user, other date of birth") << KnownList{otherDay} << john << u"new"_s;
        QTest::newRow("app user conflicts, the non-app user does not")
            << KnownList{otherDay, plain} << john << u"plain"_s;
        Known otherFirst = app;
        otherFirst.first = u"Jane"_s;
        QTest::newRow("app user, other first name") << KnownList{otherFirst} << john << u"new"_s;
        Known otherLast = app;
        otherLast.last = u"Jones"_s;
        QTest::newRow("app user, other last name") << KnownList{otherLast} << john << u"new"_s;
        Known folded = app;
        folded.first = u" JOHN"_s;
        folded.last = u"smith "_s;
        QTest::newRow("app user, name written otherwise") << KnownList{folded} << john << u"app"_s;
        Known bareApp{"app", true, true};
        QTest::newRow("app user of whom nothing else is known") << KnownList{bareApp} << john << u"app"_s;
        PatientClues nameless = john;
        nameless.firstName = QString();
        nameless.lastName = QString();
        QTest::newRow("the request has no name") << KnownList{app} << nameless << u"app"_s;

        Known plainOtherDay = plain;
        plainOtherDay.birth = QDate(1981, 6, 17);
        QTest::newRow("non-app user") << KnownList{plain} << john << u"plain"_s;
        QTest::newRow("non-app user, other date of birth") << KnownList{plainOtherDay} << john << u"new"_s;
        Known plainOtherName = plain;
        plainOtherName.last = u"Jones"_s;
        QTest::newRow("non-app user, other last name") << KnownList{plainOtherName} << john << u"new"_s;
        Known otherNumber = plain;
        otherNumber.mobile = u"+447777000000"_s;
        QTest::newRow("same person, other number") << KnownList{otherNumber} << john << u"new"_s;
        QTest::newRow("of two the better known one") << KnownList{Known{"bare"}, plain} << john << u"plain"_s;
        Known sibling = plain;
        sibling.label = "sibling";
        sibling.first = u"Mary"_s;
        sibling.birth = QDate(1984, 1, 2);
        QTest::newRow("a family's number") << KnownList{sibling, plain} << john << u"plain"_s;

        Known byId{"by id", false, false, u"Someone"_s, u"Else"_s, {}, {}, u"EMISIM1-5005730"_s};
        QTest::newRow("external id, no mobile") << KnownList{plain, byId} << johnById << u"by id"_s;
        QTest::newRow("external id, nobody") << KnownList{plain} << johnById << u"new"_s;
        Known appById = byId;
        appById.app = true;
        appById.verified = true;
        QTest::newRow("external id of an app user") << KnownList{appById} << johnById << u"new"_s;
        QTest::newRow("both: the mobile decides") << KnownList{byId, plain} << johnByBoth << u"plain"_s;
        QTest::newRow("both: the mobile finds nobody") << KnownList{byId} << johnByBoth << u"new"_s;
    }

    void patient()
    {
        QFETCH(KnownList, known);
        QFETCH(PatientClues, clues);
        QFETCH(QString, expected);
        ScratchStore store;
        store.write([&](WriteTransaction &tx) {
            for (const Known &one : known)
                add(tx, one);
            UserMatch match = UserMatcher(tx).patient(clues);
            QCOMPARE(labelOf(match), expected);
            UserMatcher::apply(tx, match);
            QVERIFY(UserRepository::byId(tx, match.user.id));
        });
        QCOMPARE(store.number("SELECT count(*) FROM users"), known.size() + (expected == u"new" ? 1 : 0));
    }

    void newPatientKeepsWhatIsSaid()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            UserMatch match = UserMatcher(tx).patient(
                {PhoneNumber::parse(number), u"EMISIM1-1"_s, u"John"_s, u"Smith"_s, born});
            UserMatcher::apply(tx, match);
            const auto user = UserRepository::byId(tx, match.user.id);
            QVERIFY(user);
            QCOMPARE(user->mobile, number);
            QCOMPARE(user->externalId, u"EMISIM1-1"_s);
            QCOMPARE(user->firstName, u"John"_s);
            QCOMPARE(user->lastName, u"Smith"_s);
            QCOMPARE(user->dateOfBirth, born);
            QVERIFY(!user->isAppUser);
            QVERIFY(!user->mobileVerified);
            QVERIFY(user->displayName.isNull());
        });
    }

    void aMatchFillsInOnlyWhatIsMissing()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            const UserId id = add(tx, {"plain", false, false, u"JOHN"_s});
            UserMatch match = UserMatcher(tx).patient(
                {PhoneNumber::parse(number), u"EMISIM1-1"_s, u"John"_s, u"Smith"_s, born});
            UserMatcher::apply(tx, match);
            const auto user = UserRepository::byId(tx, id);
            QCOMPARE(user->firstName, u"JOHN"_s);
            QCOMPARE(user->lastName, u"Smith"_s);
            QCOMPARE(user->dateOfBirth, born);
            QCOMPARE(user->externalId, u"EMISIM1-1"_s);

            UserMatch again = UserMatcher(tx).patient(
                {PhoneNumber::parse(number), u"EMISIM1-2"_s, u"John"_s, u"Smith"_s, born});
            QCOMPARE(again.user.id, id);
            QVERIFY(!again.changed);
            QCOMPARE(again.user.externalId, u"EMISIM1-1"_s);
        });
    }

    void anAppUserIsGivenNoExternalId()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            const UserId id = add(tx, {"app", true, true, u"John"_s, u"Smith"_s, born});
            UserMatch match = UserMatcher(tx).patient(
                {PhoneNumber::parse(number), u"EMISIM1-1"_s, u"John"_s, u"Smith"_s, born});
            UserMatcher::apply(tx, match);
            QCOMPARE(match.user.id, id);
            QVERIFY(UserRepository::byId(tx, id)->externalId.isNull());
        });
    }

    void recipient_data()
    {
        QTest::addColumn<KnownList>("known");
        QTest::addColumn<RecipientClues>("clues");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("devices");
        const RecipientClues byMobile{PhoneNumber::parse(number), {}, true};
        const RecipientClues noApp{PhoneNumber::parse(number), {}, false};
        const RecipientClues byEmail{{}, EmailAddress::parse(u"johnsmith@example.com"), true};
        const RecipientClues byBoth{PhoneNumber::parse(number), EmailAddress::parse(u"johnsmith@example.com"),
                                    true};

        Known app{"app", true, true};
        app.liveDevices = 2;
        app.deadDevices = 1;
        const Known plain{"plain"};
        QTest::newRow("nobody known") << KnownList{} << byMobile << u"new"_s << 0;
        QTest::newRow("app user: each live device") << KnownList{plain, app} << byMobile << u"app"_s << 2;
        Known unverified = app;
        unverified.verified = false;
        QTest::newRow("app user, not verified") << KnownList{unverified} << byMobile << u"new"_s << 0;
        QTest::newRow("app user, not verified, and another")
            << KnownList{unverified, plain} << byMobile << u"plain"_s << 0;
        Known dead = app;
        dead.liveDevices = 0;
        QTest::newRow("app user without a live device")
            << KnownList{dead, plain} << byMobile << u"plain"_s << 0;
        QTest::newRow("app user without a live device, and nobody else")
            << KnownList{dead} << byMobile << u"new"_s << 0;
        QTest::newRow("not to the app") << KnownList{app, plain} << noApp << u"plain"_s << 0;
        QTest::newRow("not to the app, nobody else") << KnownList{app} << noApp << u"new"_s << 0;
        Known mailed{"mailed"};
        mailed.mobile = QString();
        mailed.email = u"JohnSmith@Example.com"_s;
        Known appMailed = app;
        appMailed.email = u"johnsmith@example.com"_s;
        QTest::newRow("e-mail alone") << KnownList{appMailed, mailed} << byEmail << u"mailed"_s << 0;
        QTest::newRow("e-mail alone, only an app user has it")
            << KnownList{appMailed} << byEmail << u"new"_s << 0;
        QTest::newRow("both, app user") << KnownList{mailed, app} << byBoth << u"app"_s << 2;
        QTest::newRow("both, by the number") << KnownList{mailed, plain} << byBoth << u"plain"_s << 0;
    }

    void recipient()
    {
        QFETCH(KnownList, known);
        QFETCH(RecipientClues, clues);
        QFETCH(QString, expected);
        QFETCH(int, devices);
        ScratchStore store;
        store.write([&](WriteTransaction &tx) {
            for (const Known &one : known)
                add(tx, one);
            User somebodyElse;
            somebodyElse.id = UserId::generate(tx.now());
            RecipientMatch match = UserMatcher(tx).recipient(clues, somebodyElse);
            QCOMPARE(labelOf(match.match), expected);
            QCOMPARE(match.devices.size(), devices);
            UserMatcher::apply(tx, match.match);
            const User stored = *UserRepository::byId(tx, match.match.user.id);
            if (clues.mobile)
                QCOMPARE(stored.mobile, clues.mobile->text());
            else
                QCOMPARE(stored.email.toLower(), clues.email->text());
        });
    }

    void aNewPatientIsTheRecipientToo()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            UserMatcher matcher(tx);
            UserMatch patient =
                matcher.patient({PhoneNumber::parse(number), {}, u"John"_s, u"Smith"_s, born});
            UserMatcher::apply(tx, patient);
            RecipientMatch recipient =
                matcher.recipient({PhoneNumber::parse(number), {}, true}, patient.user);
            QCOMPARE(recipient.match.user.id, patient.user.id);
            QVERIFY(!recipient.match.changed);
        });
    }

    void staff()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            const UserId given = UserId::generate(tx.now());
            UserMatch made = UserMatcher(tx).staff({given, u"12"_s, u"42"_s, u"Dr Rachel Williams"_s});
            QVERIFY(!made.before);
            UserMatcher::apply(tx, made);
            QCOMPARE(made.user.id, given);
            QCOMPARE(made.user.displayName, u"Dr Rachel Williams"_s);
            QCOMPARE(made.user.accountId, u"12"_s);
            QCOMPARE(made.user.accountUserId, u"42"_s);
            QVERIFY(made.user.kind == User::Kind::Staff);

            QCOMPARE(UserMatcher(tx).staff({given, u"99"_s, {}, u"Other"_s}).user.id, given);
            QCOMPARE(UserMatcher(tx).staff({{}, u"12"_s, u"42"_s, u"Other"_s}).user.id, given);
            QCOMPARE(
                UserMatcher(tx).staff({UserId::generate(tx.now()), u"12"_s, u"42"_s, u"Other"_s}).user.id,
                given);
            QVERIFY(!UserMatcher(tx).staff({{}, u"13"_s, u"42"_s, u"Other"_s}).before);
            QVERIFY(!UserMatcher(tx).staff({{}, u"12"_s, u"43"_s, u"Other"_s}).before);
        });
    }

    void aPatientsIdIsNotGivenToStaff()
    {
        ScratchStore store;
        store.write([](WriteTransaction &tx) {
            const UserId patient = add(tx, {"plain"});
            UserMatch made = UserMatcher(tx).staff({patient, u"12"_s, {}, u"Dr Rachel Williams"_s});
            UserMatcher::apply(tx, made);
            QVERIFY(made.user.id != patient);
            QVERIFY(UserRepository::staffById(tx, made.user.id));
        });
    }
};

QTEST_GUILESS_MAIN(TestUserMatcher)
#include "tst_usermatcher.moc"
