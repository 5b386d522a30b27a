// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/emailaddress.h"
#include "app/base/phonenumber.h"
#include "app/directory/user.h"
#include "app/storage/transaction.h"

#include <QVector>

namespace anteroom {

/// What a file request says of its patient.
struct PatientClues
{
    std::optional<PhoneNumber> mobile;
    QString externalId;
    QString firstName;
    QString lastName;
    QDate dateOfBirth;
};

/// What it says of who is to be told.
struct RecipientClues
{
    std::optional<PhoneNumber> mobile;
    std::optional<EmailAddress> email;
    bool attemptAppDelivery = true;
};

/// What it says of who asks.
struct StaffClues
{
    UserId staffId; ///< null where not given
    QString accountId;
    QString accountUserId;
    QString name;
};

/// Somebody found, or to be made.
struct UserMatch
{
    User user;                  ///< as it is to be: what was missing is filled in
    std::optional<User> before; ///< as it is stored; nothing: to be made
    bool changed = false;       ///< whether there is something to write
};

struct RecipientMatch
{
    UserMatch match;
    QVector<DeviceId> devices; ///< where the app is told; empty: by text or e-mail
};

/// Who the people of a file request are (RULES.md, File requests: Who it is about). Looking is separate from
/// writing, so that the console can say beforehand what would happen. One object a request, on the thread of
/// the transaction: rows that were read for the patient are not read again for the recipient.
class UserMatcher
{
public:
    explicit UserMatcher(Transaction &tx);

    /// By verified mobile among app users, then by mobile among the others, each without a conflict of date
    /// of birth or name; with no mobile by the external id, among those who are no app users; else somebody
    /// new.
    UserMatch patient(const PatientClues &clues);

    /// The app user with that verified mobile who has a device that can be told, if that is wanted; else
    /// somebody who is no app user, by the mobile, or where there is none by the e-mail address; else
    /// somebody new. `patient` is asked for first, as most requests go to the patient.
    RecipientMatch recipient(const RecipientClues &clues, const User &patient);

    /// By id, then by the account's own id for them; else somebody new who keeps the ids given.
    UserMatch staff(const StaffClues &clues);

    /// Writes what a match made or filled in; afterwards `match.user` is what is stored.
    static void apply(WriteTransaction &tx, UserMatch &match);

private:
    const QVector<User> &withMobile(const QString &mobile);
    UserMatch made(User user) const;
    UserMatch nonAppRecipient(const RecipientClues &clues, const User &patient);

    Transaction &m_tx;
    QString m_mobile;
    QVector<User> m_withMobile;
};

} // namespace anteroom
