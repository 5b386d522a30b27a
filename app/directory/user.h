// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/language.h"

#include <QDate>
#include <QString>

#include <optional>

namespace anteroom {

/// Somebody we know: a patient or whoever cares for one, or somebody of the staff of an account (who is not
/// thereby somebody who may sign in). Strings are null where nothing is known.
struct User
{
    enum class Kind { Patient, Staff };

    UserId id;
    Kind kind = Kind::Patient;
    QString displayName;
    QString firstName;
    QString lastName;
    QDate dateOfBirth;
    QString mobile; ///< E.164
    bool mobileVerified = false;
    QString email;
    QString externalId;
    bool isAppUser = false;
    QString accountId;     ///< of staff
    QString accountUserId; ///< of staff: their id within the account
    QString profilePictureUrl;
    std::optional<Language> language;
    QByteArray personId;
    UtcTime createdAt;
    UtcTime changedAt;

    /// Whom their mobile number identifies: an app user is only trusted to own a number that was verified.
    bool isVerifiedAppUser() const { return isAppUser && mobileVerified; }

    /// What to call them: the display name, else first and last name, else an empty string.
    QString name() const;
};

/// `patient`, `staff`.
const char *userKindName(User::Kind kind);
std::optional<User::Kind> userKindByName(QByteArrayView name);

/// The little of a user that goes with a file request.
struct UserSummary
{
    UserId id;
    QString displayName;
    QString firstName;
    QString lastName;
    QString profilePictureUrl;

    QString name() const;
    static UserSummary of(const User &user);
};

} // namespace anteroom
