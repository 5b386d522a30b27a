// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userrepository.h"

#include "app/base/names.h"
#include "app/storage/keyset.h"

#include <algorithm>

namespace anteroom {

namespace {

#define USER_COLUMNS                                                                                         \
    "id, kind, display_name, first_name, last_name, date_of_birth, mobile, mobile_verified, email, "         \
    "external_id, is_app_user, account_id, account_user_id, profile_picture_url, language, person_id, "      \
    "created_at, changed_at, sort_name "
constexpr int sortNameColumn = 18;

User readUser(const Cursor &row)
{
    User user;
    user.id = row.id<UserId>(0);
    user.kind = row.view(1) == QByteArrayView("staff") ? User::Kind::Staff : User::Kind::Patient;
    user.displayName = row.text(2);
    user.firstName = row.text(3);
    user.lastName = row.text(4);
    if (!row.isNull(5))
        user.dateOfBirth = row.date(5);
    user.mobile = row.text(6);
    user.mobileVerified = row.boolean(7);
    user.email = row.text(8);
    user.externalId = row.text(9);
    user.isAppUser = row.boolean(10);
    user.accountId = row.text(11);
    user.accountUserId = row.text(12);
    user.profilePictureUrl = row.text(13);
    if (!row.isNull(14))
        user.language = languageByCode(row.view(14));
    user.personId = row.bytes(15);
    user.createdAt = row.time(16);
    user.changedAt = row.time(17);
    return user;
}

std::optional<User> readOne(Cursor row)
{
    return row.next() ? std::optional(readUser(row)) : std::nullopt;
}

// The first made first. Sorted here: SQLite would open a table of its own for these few rows.
QVector<User> readAll(Cursor rows)
{
    QVector<User> users;
    while (rows.next())
        users.append(readUser(rows));
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) {
        return std::tie(a.createdAt, a.id) < std::tie(b.createdAt, b.id);
    });
    return users;
}

QString sortName(const User &user)
{
    const QString full = user.lastName + u' ' + user.firstName;
    for (const QString &candidate : {full, user.displayName, user.mobile, user.email, user.externalId}) {
        const QString folded = foldedName(candidate);
        if (!folded.isEmpty())
            return folded;
    }
    return QLatin1String("");
}

QStringList wordsOf(const User &user)
{
    return nameWords({user.displayName, user.firstName, user.lastName});
}

// Above every text that begins so: the last code point there is, as UTF-8.
QByteArray endOfBeginning(const QByteArray &beginning)
{
    return beginning + "\xF4\x8F\xBF\xBF";
}

// Reads one row more than wanted, to know whether there is a next page.
Page<User> readPage(Cursor rows, int limit, int keyColumn)
{
    Page<User> page;
    QByteArray lastKey;
    while (rows.next()) {
        if (page.items.size() == limit) {
            page.nextCursor = packCursor({lastKey, page.items.constLast().id.text()});
            break;
        }
        page.items.append(readUser(rows));
        lastKey = rows.bytes(keyColumn);
    }
    return page;
}

struct Position
{
    QByteArray key{""};
    QByteArray id{""};
};

Position positionOf(const PageRequest &page)
{
    if (page.cursor.isEmpty())
        return {};
    const auto parts = unpackCursor(page.cursor, 2);
    return parts ? Position{parts->at(0), parts->at(1)} : Position{};
}

} // namespace

bool UserRepository::isErased(Transaction &tx, const UserId &id)
{
    return tx.query("SELECT 1 FROM users WHERE id = ? AND erased_at IS NOT NULL", id).next();
}

std::optional<User> UserRepository::byId(Transaction &tx, const UserId &id)
{
    return readOne(tx.query("SELECT " USER_COLUMNS "FROM users WHERE id = ? AND erased_at IS NULL", id));
}

std::optional<User> UserRepository::byPersonId(Transaction &tx, const QByteArray &personId)
{
    return readOne(tx.query("SELECT " USER_COLUMNS "FROM users WHERE person_id = ? AND kind = 'patient' "
                            "AND erased_at IS NULL ORDER BY created_at, id LIMIT 1",
                            personId));
}

QVector<User> UserRepository::patientsByMobile(Transaction &tx, const QString &mobile)
{
    return readAll(tx.query("SELECT " USER_COLUMNS "FROM users WHERE mobile = ? AND kind = 'patient' "
                            "AND erased_at IS NULL",
                            mobile));
}

QVector<User> UserRepository::patientsByEmail(Transaction &tx, const QString &email)
{
    return readAll(tx.query("SELECT " USER_COLUMNS "FROM users WHERE lower(email) = ? AND email IS NOT NULL "
                            "AND kind = 'patient' AND erased_at IS NULL",
                            email.toLower()));
}

QVector<User> UserRepository::patientsByExternalId(Transaction &tx, const QString &externalId)
{
    return readAll(tx.query("SELECT " USER_COLUMNS "FROM users WHERE external_id = ? AND kind = 'patient' "
                            "AND erased_at IS NULL",
                            externalId));
}

std::optional<User> UserRepository::staffById(Transaction &tx, const UserId &id)
{
    return readOne(tx.query(
        "SELECT " USER_COLUMNS "FROM users WHERE id = ? AND kind = 'staff' AND erased_at IS NULL", id));
}

std::optional<User> UserRepository::staffByAccountUser(Transaction &tx, const QString &accountId,
                                                       const QString &accountUserId)
{
    const QVector<User> found =
        readAll(tx.query("SELECT " USER_COLUMNS "FROM users WHERE account_id = ? AND account_user_id = ? "
                         "AND kind = 'staff' AND erased_at IS NULL",
                         accountId, accountUserId));
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
}

bool UserRepository::insert(WriteTransaction &tx, const User &user)
{
    const bool inserted = tx.insertUnlessDuplicate(
        "INSERT INTO users (id, kind, display_name, first_name, last_name, date_of_birth, mobile, "
        "mobile_verified, "
        "email, external_id, is_app_user, account_id, account_user_id, profile_picture_url, language, "
        "person_id, "
        "sort_name, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        user.id, userKindName(user.kind), user.displayName, user.firstName, user.lastName, user.dateOfBirth,
        user.mobile, user.mobileVerified, user.email, user.externalId, user.isAppUser, user.accountId,
        user.accountUserId, user.profilePictureUrl,
        user.language ? QByteArray(languageCode(*user.language)) : QByteArray(), user.personId,
        sortName(user), user.createdAt, user.changedAt);
    if (!inserted)
        return false;
    for (const QString &word : wordsOf(user))
        tx.execute("INSERT INTO user_names (word, user_id) VALUES (?, ?)", word, user.id);
    return true;
}

void UserRepository::update(WriteTransaction &tx, const User &before, const User &after)
{
    tx.execute(
        "UPDATE users SET kind = ?, display_name = ?, first_name = ?, last_name = ?, date_of_birth = ?, "
        "mobile = ?, mobile_verified = ?, email = ?, external_id = ?, is_app_user = ?, account_id = ?, "
        "account_user_id = ?, profile_picture_url = ?, language = ?, person_id = ?, sort_name = ?, "
        "changed_at = ? WHERE id = ?",
        userKindName(after.kind), after.displayName, after.firstName, after.lastName, after.dateOfBirth,
        after.mobile, after.mobileVerified, after.email, after.externalId, after.isAppUser, after.accountId,
        after.accountUserId, after.profilePictureUrl,
        after.language ? QByteArray(languageCode(*after.language)) : QByteArray(), after.personId,
        sortName(after), after.changedAt, after.id);
    const QStringList oldWords = wordsOf(before);
    const QStringList newWords = wordsOf(after);
    for (const QString &word : oldWords) {
        if (!newWords.contains(word))
            tx.execute("DELETE FROM user_names WHERE word = ? AND user_id = ?", word, after.id);
    }
    for (const QString &word : newWords) {
        if (!oldWords.contains(word))
            tx.execute("INSERT INTO user_names (word, user_id) VALUES (?, ?)", word, after.id);
    }
}

Page<User> UserRepository::all(Transaction &tx, User::Kind kind, const PageRequest &page)
{
    const Position from = positionOf(page);
    const int limit = clampedLimit(page);
    return readPage(tx.query("SELECT " USER_COLUMNS "FROM users WHERE kind = ? AND (sort_name, id) > (?, ?) "
                             "AND erased_at IS NULL ORDER BY sort_name, id LIMIT ?",
                             userKindName(kind), from.key, from.id, limit + 1),
                    limit, sortNameColumn);
}

Page<User> UserRepository::byNameWords(Transaction &tx, User::Kind kind, const QStringList &words,
                                       const PageRequest &page)
{
    // The longest word finds the fewest people; the others are looked for in their names.
    const QString driving = *std::max_element(
        words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() < b.size(); });
    const auto hasAll = [&words](const QStringList &names) {
        return std::all_of(words.begin(), words.end(), [&names](const QString &word) {
            return std::any_of(names.begin(), names.end(),
                               [&word](const QString &name) { return name.startsWith(word); });
        });
    };
    const QByteArray beginning = driving.toUtf8();
    const Position from = positionOf(page);
    const int limit = clampedLimit(page);
    Cursor rows =
        tx.query("SELECT u.id, u.kind, u.display_name, u.first_name, u.last_name, u.date_of_birth, "
                 "u.mobile, u.mobile_verified, u.email, u.external_id, u.is_app_user, u.account_id, "
                 "u.account_user_id, u.profile_picture_url, u.language, u.person_id, u.created_at, "
                 "u.changed_at, n.word FROM user_names n JOIN users u ON u.id = n.user_id "
                 "WHERE n.word >= ? AND n.word < ? AND (n.word, n.user_id) > (?, ?) AND u.kind = ? "
                 "AND u.erased_at IS NULL ORDER BY n.word, n.user_id",
                 beginning, endOfBeginning(beginning), from.key, from.id, userKindName(kind));
    Page<User> found;
    QByteArray lastWord;
    while (rows.next()) {
        const User user = readUser(rows);
        const QStringList names = wordsOf(user);
        // Somebody two of whose names begin so is listed once, at the first of them.
        const auto first = std::find_if(names.begin(), names.end(),
                                        [&driving](const QString &name) { return name.startsWith(driving); });
        const QByteArray word = rows.bytes(18);
        if (first == names.end() || first->toUtf8() != word || !hasAll(names))
            continue;
        if (found.items.size() == limit) {
            found.nextCursor = packCursor({lastWord, found.items.constLast().id.text()});
            break;
        }
        found.items.append(user);
        lastWord = word;
    }
    return found;
}

// Below, `kind || ''` keeps the planner from the index that begins with the kind, which is everybody.

Page<User> UserRepository::byDateOfBirth(Transaction &tx, User::Kind kind, QDate date,
                                         const PageRequest &page)
{
    const Position from = positionOf(page);
    const int limit = clampedLimit(page);
    return readPage(
        tx.query("SELECT " USER_COLUMNS "FROM users WHERE date_of_birth = ? AND kind || '' = ? "
                 "AND (sort_name, id) > (?, ?) AND erased_at IS NULL ORDER BY sort_name, id LIMIT ?",
                 date, userKindName(kind), from.key, from.id, limit + 1),
        limit, sortNameColumn);
}

Page<User> UserRepository::byMobileBeginning(Transaction &tx, User::Kind kind, const QString &beginning,
                                             const PageRequest &page)
{
    const Position from = positionOf(page);
    const int limit = clampedLimit(page);
    const QByteArray begin = beginning.toUtf8();
    return readPage(tx.query("SELECT " USER_COLUMNS "FROM users WHERE mobile >= ? AND mobile < ? "
                             "AND (mobile, id) > (?, ?) AND kind || '' = ? AND erased_at IS NULL "
                             "ORDER BY mobile, id LIMIT ?",
                             begin, endOfBeginning(begin), from.key, from.id, userKindName(kind), limit + 1),
                    limit, 6);
}

Page<User> UserRepository::byExternalIdBeginning(Transaction &tx, User::Kind kind, const QString &beginning,
                                                 const PageRequest &page)
{
    const Position from = positionOf(page);
    const int limit = clampedLimit(page);
    const QByteArray begin = beginning.toUtf8();
    return readPage(tx.query("SELECT " USER_COLUMNS "FROM users WHERE external_id >= ? AND external_id < ? "
                             "AND (external_id, id) > (?, ?) AND kind || '' = ? AND erased_at IS NULL "
                             "ORDER BY external_id, id LIMIT ?",
                             begin, endOfBeginning(begin), from.key, from.id, userKindName(kind), limit + 1),
                    limit, 9);
}

} // namespace anteroom
