// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/emailaddress.h"
#include "app/base/httpsurl.h"
#include "app/base/isodate.h"
#include "app/base/phonenumber.h"
#include "app/base/textrules.h"
#include "app/directory/userservice.h"

namespace anteroom {

namespace {

constexpr int longestName = 200;

QString orNull(const char *text)
{
    return text ? QString::fromLatin1(text) : QString();
}

} // namespace

UserInput UserInput::of(const User &user)
{
    UserInput input;
    input.kind = user.kind;
    input.displayName = user.displayName;
    input.firstName = user.firstName;
    input.lastName = user.lastName;
    input.dateOfBirth =
        user.dateOfBirth.isValid() ? QString::fromLatin1(isoDate(user.dateOfBirth)) : QString();
    input.mobile = user.mobile;
    input.mobileVerified = user.mobileVerified;
    input.email = user.email;
    input.externalId = user.externalId;
    input.isAppUser = user.isAppUser;
    input.accountId = user.accountId;
    input.accountUserId = user.accountUserId;
    input.profilePictureUrl = user.profilePictureUrl;
    input.language = orNull(user.language ? languageCode(*user.language) : nullptr);
    input.personId = user.personId.isNull() ? QString() : QString::fromLatin1(user.personId);
    return input;
}

Result<User> UserInput::checked(UtcTime now, const QString &timeZone) const
{
    const std::pair<const QString &, const char *> texts[] = {
        {displayName, "displayName"}, {firstName, "firstName"}, {lastName, "lastName"},
        {externalId, "externalId"},   {accountId, "accountId"}, {accountUserId, "accountUserId"},
        {dateOfBirth, "dateOfBirth"}, {mobile, "mobile"},       {email, "email"},
        {language, "language"},       {personId, "personId"},
    };
    for (const auto &[text, field] : texts) {
        if (const auto good =
                checkText(text, email.constData() == text.constData() ? 254 : longestName, field);
            !good)
            return fail(good.error());
    }

    User user;
    user.kind = kind;
    user.displayName = displayName;
    user.firstName = firstName;
    user.lastName = lastName;
    if (!dateOfBirth.isNull()) {
        const auto date = parseIsoDate(dateOfBirth);
        if (!date)
            return fail(ErrorCode::Invalid, "date.malformed", "dateOfBirth");
        if (isFutureDate(*date, now, timeZone))
            return fail(ErrorCode::Invalid, "date.in_future", "dateOfBirth");
        user.dateOfBirth = *date;
    }
    if (!mobile.isNull() && !PhoneNumber::parse(mobile))
        return fail(ErrorCode::Invalid, "phone.malformed", "mobile");
    user.mobile = mobile;
    user.mobileVerified = mobileVerified;
    if (!email.isNull() && !EmailAddress::parse(email))
        return fail(ErrorCode::Invalid, "email.malformed", "email");
    user.email = email;
    user.externalId = externalId;
    user.isAppUser = isAppUser;
    user.accountId = accountId;
    user.accountUserId = accountUserId;
    if (!profilePictureUrl.isNull() && !HttpsUrl::parse(profilePictureUrl))
        return fail(ErrorCode::Invalid, "url.malformed", "profilePictureUrl");
    user.profilePictureUrl = profilePictureUrl;
    if (!language.isNull()) {
        user.language = languageByCode(language.toLatin1());
        if (!user.language)
            return fail(ErrorCode::Invalid, "language.unknown", "language");
    }
    if (!personId.isNull()) {
        const auto id = canonicalUuid(personId.toLatin1());
        if (!id)
            return fail(ErrorCode::Invalid, "id.malformed", "personId");
        user.personId = *id;
    }
    return user;
}

} // namespace anteroom
