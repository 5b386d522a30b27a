// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/directory/user.h"
#include "app/directory/userdevice.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Settings;

/// A user as a form or a file gives it, unchecked. A null string: nothing is known.
struct UserInput
{
    User::Kind kind = User::Kind::Patient;
    QString displayName;
    QString firstName;
    QString lastName;
    QString dateOfBirth; ///< YYYY-MM-DD
    QString mobile;
    bool mobileVerified = false;
    QString email;
    QString externalId;
    bool isAppUser = false;
    QString accountId;
    QString accountUserId;
    QString profilePictureUrl;
    QString language; ///< en, it, uk
    QString personId;

    /// What a form starts with.
    static UserInput of(const User &user);

    /// The user these make; id and times are the caller's to set. `timeZone` decides what day it is for a
    /// date of birth. Errors: Invalid with the member's name: "date.malformed", "date.in_future",
    /// "phone.malformed", "email.malformed", "language.unknown", "url.malformed", "id.malformed" or a text's.
    Result<User> checked(UtcTime now, const QString &timeZone) const;
};

/// What People asks for. The text is what somebody typed: beginnings of names, a number, a date of birth
/// (1980-06-17, 17.6.1980 or 17/6/1980) or an external id; empty: everybody.
struct UserFilter
{
    User::Kind kind = User::Kind::Patient;
    QString text;
};

/// The rules of who is in the directory: for staff and the system, not for tokens. Every change writes its
/// audit row here; for reads the caller leaves one (auditLater). On the thread of the transaction.
class UserService
{
public:
    explicit UserService(const Settings &settings);

    /// In the order of their names; found by a number, by the number; found by an external id, by the id.
    /// Errors: Forbidden "user.forbidden"; Invalid "page.cursor".
    Result<Page<User>> list(Transaction &tx, const Actor &actor, const UserFilter &filter,
                            const PageRequest &page) const;
    /// Errors: Forbidden "user.forbidden"; NotFound "user.unknown".
    Result<User> get(Transaction &tx, const Actor &actor, const UserId &id) const;
    Result<QVector<UserDevice>> devices(Transaction &tx, const Actor &actor, const UserId &id) const;

    /// Errors: UserInput's; Forbidden "user.forbidden"; Invalid "user.nameless" where nothing says who it is.
    Result<User> add(WriteTransaction &tx, const Actor &actor, const UserInput &input) const;
    /// Overwrites everything the input has. Errors: add()'s; NotFound "user.unknown".
    Result<User> edit(WriteTransaction &tx, const Actor &actor, const UserId &id,
                      const UserInput &input) const;

private:
    const Settings &m_settings;
};

} // namespace anteroom
