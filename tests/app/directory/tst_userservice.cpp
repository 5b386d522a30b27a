// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userrepository.h"
#include "app/directory/userservice.h"
#include "tests/support/scratchclinic.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

UserInput person(const QString &first, const QString &last, const QString &birth = {},
                 const QString &mobile = {}, const QString &external = {})
{
    UserInput input;
    input.firstName = first;
    input.lastName = last;
    input.dateOfBirth = birth;
    input.mobile = mobile;
    input.externalId = external;
    return input;
}

} // namespace

class TestUserService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void search_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const QString &text, const QStringList &found) {
            QTest::newRow(qPrintable(text.isEmpty() ? u"everybody"_s : text)) << text << found;
        };
        row({}, {u"Bryan"_s, u"Mary"_s, u"John"_s, u"Zoë"_s});
        row(u"smi"_s, {u"John"_s, u"Mary"_s});
        row(u"SMITH"_s, {u"John"_s, u"Mary"_s});
        row(u"john sm"_s, {u"John"_s});
        row(u"sm john"_s, {u"John"_s});
        row(u"john jones"_s, {});
        row(u"mith"_s, {});
        row(u"hara"_s, {u"Zoë"_s});
        row(u"zoë"_s, {u"Zoë"_s});
        row(u"b"_s, {u"Bryan"_s}); // two of the names, one person
        row(u"1980-06-17"_s, {u"John"_s});
        row(u"17.6.1980"_s, {u"John"_s});
        row(u"17/06/1980"_s, {u"John"_s});
        row(u"1980-06-18"_s, {});
        row(u"+44 7777"_s, {u"John"_s});
        row(u"+447777123456"_s, {u"John"_s});
        row(u"0044 7777 123"_s, {u"John"_s});
        row(u"+48"_s, {});
        row(u"EMISIM1-5"_s, {u"Mary"_s});
        row(u"-"_s, {});
    }

    void search()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        ScratchClinic clinic;
        const UserService users(clinic.settings);
        clinic.write([&](WriteTransaction &tx) {
            for (const UserInput &input :
                 {person(u"John"_s, u"Smith"_s, u"1980-06-17"_s, u"+447777123456"_s),
                  person(u"Mary"_s, u"Smith"_s, u"1984-01-02"_s, {}, u"EMISIM1-5005730"_s),
                  person(u"Zoë"_s, u"O'Hara"_s), person(u"Bryan"_s, u"Burke"_s)})
                if (!users.add(tx, ScratchClinic::staff(), input))
                    qFatal("somebody was refused");
        });
        QStringList names;
        PageRequest page{.limit = 1};
        do {
            const auto part = clinic.read([&](Transaction &tx) {
                return users.list(tx, ScratchClinic::staff(), {.text = text}, page).value();
            });
            for (const User &user : part.items)
                names.append(user.firstName);
            page.cursor = part.nextCursor;
        } while (!page.cursor.isEmpty());
        // People of one name come in the order of their ids.
        QVERIFY(QSet<QString>(names.begin(), names.end()) == QSet<QString>(found.begin(), found.end()));
        QCOMPARE(names.size(), found.size());
        if (text.isEmpty())
            QCOMPARE(names, (QStringList{u"Bryan"_s, u"Zoë"_s, u"John"_s, u"Mary"_s}));
    }

    void editing()
    {
        ScratchClinic clinic;
        const UserService users(clinic.settings);
        const Actor staff = ScratchClinic::staff();
        const User added = clinic.write([&](WriteTransaction &tx) {
            return users.add(tx, staff, person(u"John"_s, u"Smith"_s)).value();
        });
        UserInput input = UserInput::of(added);
        input.lastName = u"Jones"_s;
        input.dateOfBirth = u"1980-06-17"_s;
        clinic.clock.advance(std::chrono::seconds(1));
        clinic.write([&](WriteTransaction &tx) { return users.edit(tx, staff, added.id, input).value(); });
        const User now = clinic.read([&](Transaction &tx) { return users.get(tx, staff, added.id).value(); });
        QCOMPARE(now.lastName, u"Jones"_s);
        QCOMPARE(now.dateOfBirth, QDate(1980, 6, 17));
        QCOMPARE(now.createdAt, added.createdAt);
        QCOMPARE(now.changedAt, clinic.clock.now());
        const auto found = [&](const QString &text) {
            return clinic.read(
                [&](Transaction &tx) { return users.list(tx, staff, {.text = text}, {})->items.size(); });
        };
        QCOMPARE(found(u"smith"_s), 0);
        QCOMPARE(found(u"jones"_s), 1);
        QCOMPARE(found(u"john"_s), 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action IN ('user.add', 'user.edit')"), 2);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("mobile") << u"mobile"_s << u"07777 123456"_s << QByteArray("phone.malformed");
        QTest::newRow("email") << u"email"_s << u"john@"_s << QByteArray("email.malformed");
        QTest::newRow("birth") << u"dateOfBirth"_s << u"1980-02-30"_s << QByteArray("date.malformed");
        QTest::newRow("future") << u"dateOfBirth"_s << u"2980-02-03"_s << QByteArray("date.in_future");
        QTest::newRow("blank") << u"firstName"_s << u" "_s << QByteArray("text.blank");
        QTest::newRow("long") << u"lastName"_s << QString(201, u'a') << QByteArray("text.too_long");
        QTest::newRow("language") << u"language"_s << u"de"_s << QByteArray("language.unknown");
        QTest::newRow("picture") << u"profilePictureUrl"_s << u"http://example.com/"_s
                                 << QByteArray("url.malformed");
        QTest::newRow("person") << u"personId"_s << u"5"_s << QByteArray("id.malformed");
        QTest::newRow("nobody") << u"firstName"_s << QString() << QByteArray("user.nameless");
    }

    void refusals()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QFETCH(QByteArray, reason);
        static const QHash<QString, QString UserInput::*> members{
            {u"mobile"_s, &UserInput::mobile},       {u"email"_s, &UserInput::email},
            {u"firstName"_s, &UserInput::firstName}, {u"dateOfBirth"_s, &UserInput::dateOfBirth},
            {u"lastName"_s, &UserInput::lastName},   {u"language"_s, &UserInput::language},
            {u"personId"_s, &UserInput::personId},   {u"profilePictureUrl"_s, &UserInput::profilePictureUrl}};
        ScratchClinic clinic;
        const UserService users(clinic.settings);
        UserInput input = person(u"John"_s, {});
        input.*members.value(member) = value;
        const auto result = clinic.store().writeNow(
            [&](WriteTransaction &tx) { return users.add(tx, ScratchClinic::staff(), input); });
        QVERIFY(!result);
        QCOMPARE(QByteArray(result.error().reason), reason);
        if (reason != "user.nameless")
            QCOMPARE(QString::fromLatin1(result.error().field), member);
        QCOMPARE(clinic.number("SELECT count(*) FROM users"), 0);
    }

    void notForTokensOrPatients()
    {
        ScratchClinic clinic;
        const UserService users(clinic.settings);
        const auto listed = clinic.store().readNow(
            [&](Transaction &tx) { return users.list(tx, ScratchClinic::token(Scope::Admin), {}, {}); });
        QCOMPARE(listed.error().code, ErrorCode::Forbidden);
        Actor patient;
        patient.kind = Actor::Kind::Patient;
        const auto added = clinic.store().writeNow(
            [&](WriteTransaction &tx) { return users.add(tx, patient, person(u"A"_s, u"B"_s)); });
        QCOMPARE(added.error().code, ErrorCode::Forbidden);
        const auto unknown = clinic.store().readNow([&](Transaction &tx) {
            return users.get(tx, ScratchClinic::staff(), UserId::generate(tx.now()));
        });
        QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestUserService)
#include "tst_userservice.moc"
