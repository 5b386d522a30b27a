// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/staffrepository.h"

namespace anteroom {

namespace {

// The columns that staffOf() reads, in its order.
#define STAFF_COLUMNS "id, login, name, role, created_at, disabled_at"
constexpr int staffColumns = 6;

Staff staffOf(const Cursor &row)
{
    Staff staff;
    staff.id = row.id<StaffId>(0);
    staff.login = row.text(1);
    staff.name = row.text(2);
    staff.role = roleByName(row.view(3)).value_or(Actor::Role::None);
    staff.createdAt = row.time(4);
    staff.disabledAt = row.optionalTime(5);
    return staff;
}

std::optional<Staff> one(Cursor row)
{
    return row.next() ? std::optional(staffOf(row)) : std::nullopt;
}

} // namespace

QByteArrayView roleName(Actor::Role role)
{
    switch (role) {
    case Actor::Role::Clinician:
        return "clinician";
    case Actor::Role::Admin:
        return "admin";
    case Actor::Role::None:
        break;
    }
    return {};
}

std::optional<Actor::Role> roleByName(QByteArrayView name)
{
    if (name == QByteArrayView("clinician"))
        return Actor::Role::Clinician;
    if (name == QByteArrayView("admin"))
        return Actor::Role::Admin;
    return std::nullopt;
}

bool StaffRepository::insert(WriteTransaction &tx, const Staff &staff, const QByteArray &passwordHash)
{
    if (!tx.insertUnlessDuplicate("INSERT INTO staff (id, login, name, role, password_hash, created_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?)",
                                  staff.id, staff.login, staff.name, roleName(staff.role).toByteArray(),
                                  passwordHash, staff.createdAt))
        return false;
    tx.changed(Topic::Staff, staff.id.text());
    return true;
}

std::optional<Staff> StaffRepository::byId(Transaction &tx, const StaffId &id)
{
    return one(tx.query("SELECT " STAFF_COLUMNS " FROM staff WHERE id = ?", id));
}

std::optional<Staff> StaffRepository::byLogin(Transaction &tx, const QString &login)
{
    return one(tx.query("SELECT " STAFF_COLUMNS " FROM staff WHERE login = ?", login));
}

std::optional<StaffCredentials> StaffRepository::credentials(Transaction &tx, const QString &login)
{
    Cursor row = tx.query("SELECT " STAFF_COLUMNS ", password_hash, wrong_tries, blocked_until FROM staff "
                          "WHERE login = ?",
                          login);
    if (!row.next())
        return std::nullopt;
    return StaffCredentials{staffOf(row), row.bytes(staffColumns), int(row.integer(staffColumns + 1)),
                            row.optionalTime(staffColumns + 2)};
}

bool StaffRepository::any(Transaction &tx)
{
    return tx.query("SELECT 1 FROM staff LIMIT 1").next();
}

int StaffRepository::enabledAdmins(Transaction &tx)
{
    Cursor row = tx.query("SELECT count(*) FROM staff WHERE role = 'admin' AND disabled_at IS NULL");
    return row.next() ? int(row.integer(0)) : 0;
}

Page<Staff> StaffRepository::list(Transaction &tx, const PageRequest &page)
{
    Page<Staff> result;
    Cursor row = tx.query("SELECT " STAFF_COLUMNS " FROM staff WHERE id > ? ORDER BY id LIMIT ?",
                          page.cursor.isNull() ? QByteArray("") : page.cursor, page.limit + 1);
    while (row.next()) {
        if (result.items.size() == page.limit) {
            result.nextCursor = result.items.constLast().id.text();
            break;
        }
        result.items.append(staffOf(row));
    }
    return result;
}

QHash<StaffId, UtcTime> StaffRepository::blocked(Transaction &tx)
{
    QHash<StaffId, UtcTime> all;
    Cursor row = tx.query("SELECT id, blocked_until FROM staff WHERE blocked_until > ?", tx.now());
    while (row.next())
        all.insert(row.id<StaffId>(0), row.time(1));
    return all;
}

void StaffRepository::setPassword(WriteTransaction &tx, const StaffId &id, const QByteArray &passwordHash)
{
    tx.execute("UPDATE staff SET password_hash = ?, wrong_tries = 0, blocked_until = NULL WHERE id = ?",
               passwordHash, id);
    tx.changed(Topic::Staff, id.text());
}

void StaffRepository::setDisabled(WriteTransaction &tx, const StaffId &id, std::optional<UtcTime> at)
{
    tx.execute("UPDATE staff SET disabled_at = ? WHERE id = ?", at, id);
    tx.changed(Topic::Staff, id.text());
}

void StaffRepository::setTries(WriteTransaction &tx, const StaffId &id, int wrongTries,
                               std::optional<UtcTime> blockedUntil)
{
    tx.execute("UPDATE staff SET wrong_tries = ?, blocked_until = ? WHERE id = ?", wrongTries, blockedUntil,
               id);
}

} // namespace anteroom
