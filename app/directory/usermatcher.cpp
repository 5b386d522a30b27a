// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/usermatcher.h"

#include "app/base/names.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"

namespace anteroom {

namespace {

// A missing value conflicts with nothing.
bool conflicts(const User &user, const PatientClues &clues)
{
    const bool otherDay =
        user.dateOfBirth.isValid() && clues.dateOfBirth.isValid() && user.dateOfBirth != clues.dateOfBirth;
    return otherDay || namesConflict(user.firstName, clues.firstName) ||
           namesConflict(user.lastName, clues.lastName);
}

// How much speaks for a candidate without a conflict: of two who share a number the better known one is
// meant.
int agreement(const User &user, const PatientClues &clues)
{
    return (user.dateOfBirth.isValid() ? 4 : 0) +
           (!user.lastName.isEmpty() && !clues.lastName.isEmpty() ? 2 : 0) +
           (!user.firstName.isEmpty() && !clues.firstName.isEmpty() ? 2 : 0) +
           (!clues.externalId.isEmpty() && user.externalId == clues.externalId ? 1 : 0);
}

const User *bestOf(const QVector<User> &candidates, const PatientClues &clues, bool appUsers)
{
    const User *best = nullptr;
    for (const User &user : candidates) {
        const bool eligible = appUsers ? user.isVerifiedAppUser() : !user.isAppUser;
        if (eligible && !conflicts(user, clues) &&
            (!best || agreement(user, clues) > agreement(*best, clues)))
            best = &user;
    }
    return best;
}

template<typename T>
void fillIn(T &known, const T &said, bool missing, bool &changed)
{
    if (missing && known != said) {
        known = said;
        changed = true;
    }
}

UserMatch found(const User &user, const PatientClues &clues)
{
    UserMatch match{user, user, false};
    User &known = match.user;
    fillIn(known.firstName, clues.firstName, known.firstName.isEmpty() && !clues.firstName.isEmpty(),
           match.changed);
    fillIn(known.lastName, clues.lastName, known.lastName.isEmpty() && !clues.lastName.isEmpty(),
           match.changed);
    fillIn(known.dateOfBirth, clues.dateOfBirth, !known.dateOfBirth.isValid() && clues.dateOfBirth.isValid(),
           match.changed);
    fillIn(known.externalId, clues.externalId,
           !known.isAppUser && known.externalId.isEmpty() && !clues.externalId.isEmpty(), match.changed);
    return match;
}

} // namespace

UserMatcher::UserMatcher(Transaction &tx)
    : m_tx(tx)
{
}

const QVector<User> &UserMatcher::withMobile(const QString &mobile)
{
    if (m_mobile != mobile) {
        m_withMobile = UserRepository::patientsByMobile(m_tx, mobile);
        m_mobile = mobile;
    }
    return m_withMobile;
}

UserMatch UserMatcher::made(User user) const
{
    user.id = UserId::generate(m_tx.now());
    user.createdAt = m_tx.now();
    user.changedAt = m_tx.now();
    return {std::move(user), std::nullopt, true};
}

UserMatch UserMatcher::patient(const PatientClues &clues)
{
    if (clues.mobile) {
        const QVector<User> &candidates = withMobile(clues.mobile->text());
        for (const bool appUsers : {true, false}) {
            if (const User *user = bestOf(candidates, clues, appUsers))
                return found(*user, clues);
        }
    } else {
        for (const User &user : UserRepository::patientsByExternalId(m_tx, clues.externalId)) {
            if (!user.isAppUser)
                return found(user, clues);
        }
    }
    User user;
    user.firstName = clues.firstName;
    user.lastName = clues.lastName;
    user.dateOfBirth = clues.dateOfBirth;
    user.mobile = clues.mobile ? clues.mobile->text() : QString();
    user.externalId = clues.externalId;
    return made(std::move(user));
}

RecipientMatch UserMatcher::recipient(const RecipientClues &clues, const User &patient)
{
    if (clues.mobile && clues.attemptAppDelivery) {
        const auto reached = [this](const User &user) -> std::optional<RecipientMatch> {
            QVector<DeviceId> devices = UserDeviceRepository::liveOfUser(m_tx, user.id);
            if (devices.isEmpty())
                return std::nullopt;
            return RecipientMatch{{user, user, false}, std::move(devices)};
        };
        if (patient.isVerifiedAppUser() && patient.mobile == clues.mobile->text()) {
            if (auto match = reached(patient))
                return *std::move(match);
        }
        for (const User &user : withMobile(clues.mobile->text())) {
            if (!user.isVerifiedAppUser() || user.id == patient.id)
                continue;
            if (auto match = reached(user))
                return *std::move(match);
        }
    }
    return {nonAppRecipient(clues, patient), {}};
}

UserMatch UserMatcher::nonAppRecipient(const RecipientClues &clues, const User &patient)
{
    const auto fits = [&clues](const User &user) {
        if (user.isAppUser)
            return false;
        if (clues.mobile)
            return user.mobile == clues.mobile->text();
        return user.email.compare(clues.email->text(), Qt::CaseInsensitive) == 0;
    };
    if (fits(patient))
        return {patient, patient, false};
    const QVector<User> candidates = clues.mobile
                                         ? withMobile(clues.mobile->text())
                                         : UserRepository::patientsByEmail(m_tx, clues.email->text());
    for (const User &user : candidates) {
        if (fits(user))
            return {user, user, false};
    }
    User user;
    user.mobile = clues.mobile ? clues.mobile->text() : QString();
    user.email = clues.email ? clues.email->text() : QString();
    return made(std::move(user));
}

UserMatch UserMatcher::staff(const StaffClues &clues)
{
    if (!clues.staffId.isNull()) {
        if (const auto user = UserRepository::staffById(m_tx, clues.staffId))
            return {*user, user, false};
    }
    if (!clues.accountUserId.isNull()) {
        if (const auto user = UserRepository::staffByAccountUser(m_tx, clues.accountId, clues.accountUserId))
            return {*user, user, false};
    }
    User user;
    user.kind = User::Kind::Staff;
    user.displayName = clues.name;
    user.accountId = clues.accountId;
    user.accountUserId = clues.accountUserId;
    UserMatch match = made(std::move(user));
    if (!clues.staffId.isNull())
        match.user.id = clues.staffId;
    return match;
}

void UserMatcher::apply(WriteTransaction &tx, UserMatch &match)
{
    if (!match.changed)
        return;
    if (match.before) {
        match.user.changedAt = tx.now();
        UserRepository::update(tx, *match.before, match.user);
    } else {
        // The id a caller gave for a member of staff may be somebody else's: then it is not theirs to keep.
        while (!UserRepository::insert(tx, match.user) && !tx.failed())
            match.user.id = UserId::generate(tx.now());
    }
    match.changed = false;
    match.before = match.user;
    tx.changed(Topic::Users, match.user.id.text());
}

} // namespace anteroom
