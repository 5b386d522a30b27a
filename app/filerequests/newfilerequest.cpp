// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/newfilerequest.h"

#include "app/base/isodate.h"
#include "app/base/textrules.h"

namespace anteroom {

namespace {

constexpr int longestPrompt = 2000;
constexpr int longestName = 200;
constexpr int longestAddress = 254;
constexpr int longestUrl = 2048;

tl::unexpected<Error> invalid(const char *reason, const char *field)
{
    return fail(ErrorCode::Invalid, reason, field);
}

Result<void> checkTexts(const NewFileRequest &input)
{
    struct Member
    {
        const char *name;
        const QString &text;
        int longest;
        bool required = false;
        TextKind kind = TextKind::Line;
    };
    const Member members[] = {
        {"prompt", input.prompt, longestPrompt, false, TextKind::Lines},
        {"type", input.type, longestName, true},
        {"staffId", input.staffId, longestName},
        {"accountUserId", input.accountUserId, longestName},
        {"accountId", input.accountId, longestName, true},
        {"staffName", input.staffName, longestName, true},
        {"patientDateOfBirth", input.patientDateOfBirth, longestName, true},
        {"patientFirstName", input.patientFirstName, longestName},
        {"patientLastName", input.patientLastName, longestName},
        {"patientMobile", input.patientMobile, longestName},
        {"patientExternalId", input.patientExternalId, longestName},
        {"recipientMobile", input.recipientMobile, longestName},
        {"recipientEmail", input.recipientEmail, longestAddress},
        {"filesUpdateWebhookUrl", input.filesUpdateWebhookUrl, longestUrl},
    };
    for (const Member &member : members) {
        if (member.required && member.text.isNull())
            return invalid("member.required", member.name);
        if (auto good = checkText(member.text, member.longest, member.name, member.kind); !good)
            return good;
    }
    return {};
}

Result<void> checkPairs(const NewFileRequest &input)
{
    struct Pair
    {
        const QString &one;
        const QString &other;
        const char *field;
        const char *names;
    };
    const Pair pairs[] = {
        {input.staffId, input.accountUserId, "staffId", "staffId/accountUserId"},
        {input.patientMobile, input.patientExternalId, "patientMobile", "patientMobile/patientExternalId"},
        {input.recipientMobile, input.recipientEmail, "recipientMobile", "recipientMobile/recipientEmail"},
    };
    for (const Pair &pair : pairs) {
        if (pair.one.isNull() && pair.other.isNull())
            return fail(ErrorCode::Invalid, "file_request.pair", pair.field,
                        {{QStringLiteral("pair"), QLatin1String(pair.names)}});
    }
    return {};
}

Result<std::optional<PhoneNumber>> mobileOf(const QString &text, const char *field)
{
    if (text.isNull())
        return std::optional<PhoneNumber>();
    auto number = PhoneNumber::parse(text);
    if (!number)
        return invalid("phone.malformed", field);
    return number;
}

} // namespace

Result<CheckedFileRequest> checked(const NewFileRequest &input, const FileRequestChecks &checks)
{
    if (const auto texts = checkTexts(input); !texts)
        return fail(texts.error());
    if (const auto pairs = checkPairs(input); !pairs)
        return fail(pairs.error());

    CheckedFileRequest request;
    if (input.type != u"photo")
        return invalid("file_request.type", "type");
    if (!input.staffId.isNull()) {
        const auto id = UserId::parse(input.staffId.toUtf8());
        if (!id)
            return invalid("id.malformed", "staffId");
        request.staff.staffId = *id;
    }
    request.staff.accountId = input.accountId;
    request.staff.accountUserId = input.accountUserId;
    request.staff.name = input.staffName;

    const auto birth = parseIsoDate(input.patientDateOfBirth);
    if (!birth)
        return invalid("date.malformed", "patientDateOfBirth");
    if (isFutureDate(*birth, checks.now, checks.timeZone))
        return invalid("date.in_future", "patientDateOfBirth");
    const auto patientMobile = mobileOf(input.patientMobile, "patientMobile");
    if (!patientMobile)
        return fail(patientMobile.error());
    request.patient = {*patientMobile, input.patientExternalId, input.patientFirstName, input.patientLastName,
                       *birth};

    const auto recipientMobile = mobileOf(input.recipientMobile, "recipientMobile");
    if (!recipientMobile)
        return fail(recipientMobile.error());
    request.recipient.mobile = *recipientMobile;
    if (!input.recipientEmail.isNull()) {
        request.recipient.email = EmailAddress::parse(input.recipientEmail);
        if (!request.recipient.email)
            return invalid("email.malformed", "recipientEmail");
    }
    request.recipient.attemptAppDelivery = input.attemptAppDelivery;

    if (!input.filesUpdateWebhookUrl.isNull()) {
        request.webhook =
            HttpsUrl::parse(input.filesUpdateWebhookUrl,
                            checks.plainWebhooks ? HttpsUrl::Plain::ToLoopback : HttpsUrl::Plain::Refused);
        if (!request.webhook)
            return invalid("url.malformed", "filesUpdateWebhookUrl");
    }
    request.prompt = input.prompt;
    request.recipientIsProxy = input.recipientIsProxy;
    request.language = input.language;
    return request;
}

} // namespace anteroom
