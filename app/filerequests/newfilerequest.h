// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/httpsurl.h"
#include "app/base/language.h"
#include "app/base/result.h"
#include "app/directory/usermatcher.h"

namespace anteroom {

/// A request for photos as an API's client or the console's dialog gives it, unchecked. A null string is
/// absent, an empty one is wrong. The members are named as in the contract.
struct NewFileRequest
{
    QString prompt;
    QString type;
    QString staffId;
    QString accountUserId;
    QString accountId;
    QString staffName;
    QString patientDateOfBirth;
    QString patientFirstName;
    QString patientLastName;
    QString patientMobile;
    QString patientExternalId;
    QString recipientMobile;
    QString recipientEmail;
    bool recipientIsProxy = false;
    bool attemptAppDelivery = true;
    QString filesUpdateWebhookUrl;
    std::optional<Language> language; ///< the console's choice; else the recipient's, else the clinic's
};

/// The same, checked and typed.
struct CheckedFileRequest
{
    PatientClues patient;
    RecipientClues recipient;
    StaffClues staff;
    QString prompt;
    bool recipientIsProxy = false;
    std::optional<HttpsUrl> webhook;
    std::optional<Language> language;
};

/// What checking depends on besides the input.
struct FileRequestChecks
{
    UtcTime now;
    QString timeZone;           ///< the clinic's, for what day it is; empty: UTC
    bool plainWebhooks = false; ///< http to loopback
};

/// Holds the input against the rules (RULES.md, File requests: What a request must say). Errors, each with
/// the member's name: Invalid "member.required"; "file_request.pair" with both names in data.pair
/// ("staffId/accountUserId"); "file_request.type"; "id.malformed"; "date.malformed"; "date.in_future";
/// "phone.malformed"; "email.malformed"; "url.malformed"; checkText()'s.
Result<CheckedFileRequest> checked(const NewFileRequest &input, const FileRequestChecks &checks);

} // namespace anteroom
