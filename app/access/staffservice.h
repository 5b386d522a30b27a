// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/storage/page.h"
#include "app/storage/store.h"

#include <QFuture>
#include <QHash>
#include <QThreadPool>

#include <memory>

namespace anteroom {

/// The rules of the people who sign in. What hashes a password returns a future and works on threads of its
/// own, two at a time; continue with a context object (`.then(this, …)`). All is audited. Any thread. The
/// service waits for what is under way when it ends.
class StaffService
{
public:
    explicit StaffService(Store &store);
    ~StaffService();

    /// Whether anybody was ever added: if not, the console asks for the first administrator.
    static bool hasAnyStaff(Transaction &tx);
    /// Everybody, in the order in which they were added.
    static Page<Staff> list(Transaction &tx, const PageRequest &page);
    /// Nobody where the login is unknown.
    static std::optional<Staff> byLogin(Transaction &tx, const QString &login);

    /// Adds somebody. Errors: Forbidden "access.admin_only"; Invalid "staff.login", "staff.name",
    /// "staff.role", "staff.password_too_short", "staff.password_too_long"; Conflict "staff.login_taken";
    /// with the field.
    QFuture<Result<Staff>> add(const Actor &actor, const NewStaff &input);
    /// The first administrator, added by whoever sits at the console. Errors: also Conflict
    /// "staff.not_the_first".
    QFuture<Result<Staff>> addFirst(NewStaff input);

    /// Signs somebody in. Five wrong tries are free; then the next waits for 30 s, and each wrong one doubles
    /// that to 15 min at most. An unknown login and a disabled person are answered alike, in the same time.
    /// Errors: Unauthenticated "staff.wrong_login"; TooMany "staff.wait" with data.retryAfterMs.
    QFuture<Result<Staff>> signIn(const QString &login, const QString &password, const QByteArray &source);

    /// Somebody changes their own password. Errors: as signIn() for the old one, as add() for the new one.
    QFuture<Result<void>> changePassword(const Actor &actor, const QString &oldPassword,
                                         const QString &newPassword);
    /// An administrator gives somebody a new password. Errors: as add(); NotFound "staff.unknown".
    QFuture<Result<void>> setPassword(const Actor &actor, const StaffId &id, const QString &newPassword);

    /// Who has to wait after wrong passwords, and until when.
    static QHash<StaffId, UtcTime> blocked(Transaction &tx);
    /// Ends that wait. Errors: Forbidden "access.admin_only"; NotFound "staff.unknown".
    Result<void> unlock(WriteTransaction &tx, const Actor &actor, const StaffId &id) const;

    /// Takes away, or gives back, the right to sign in.
    /// Errors: Forbidden "access.admin_only"; NotFound "staff.unknown"; Conflict "staff.last_admin".
    static Result<void> setDisabled(WriteTransaction &tx, const Actor &actor, const StaffId &id,
                                    bool disabled);

private:
    class Tries;
    template<typename F>
    auto start(F work) -> QFuture<std::invoke_result_t<F &>>;
    Result<Staff> addNow(const Actor &actor, NewStaff input, bool onlyAsFirst);
    Result<Staff> signInNow(const QString &login, const QString &password, const QByteArray &source,
                            const char *action);

    Store &m_store;
    std::unique_ptr<Tries> m_tries;
    QThreadPool m_hashers;
};

} // namespace anteroom
