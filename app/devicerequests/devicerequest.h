// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QString>
#include <QVector>

namespace anteroom {

using DeviceRequestId = Id<struct DeviceRequestTag>;
using PersonId = Id<struct PersonTag>; ///< of the health system's register; not a UserId
using AuthenticationMethodId = Id<struct AuthenticationMethodTag>;
using MedicalProgramId = Id<struct MedicalProgramTag>;
using DeviceDefinitionId = Id<struct DeviceDefinitionTag>;
using ResendJobId = Id<struct ResendJobTag>;

/// A code of a classification: of a device, or of a device definition.
struct DeviceCode
{
    QString system;
    QString code;

    bool isNull() const { return code.isEmpty(); }
    friend bool operator==(const DeviceCode &, const DeviceCode &) = default;
};

/// A device request as the register has it, without its verification code, which stays sealed.
struct DeviceRequest
{
    DeviceRequestId id;
    PersonId patient;
    QString status; ///< as it came: "active", "COMPLETED"
    QString requisition;
    bool hasVerificationCode = false;
    MedicalProgramId program; ///< null: none
    DeviceCode code;          ///< null where a definition is referred to
    DeviceDefinitionId codeReference;
    AuthenticationMethodId informWith; ///< null: the patient's default method
    UtcTime insertedAt;
};

struct Person
{
    PersonId id;
    QString firstName;
    QString lastName;
    bool isPreperson = false;
};

struct LegalEntity
{
    LegalEntityId id;
    QString type;   ///< "MSP", "primary-care"
    QString status; ///< "ACTIVE"
};

/// How a person proves who they are.
struct AuthenticationMethod
{
    AuthenticationMethodId id;
    PersonId person;
    QString type;        ///< OTP, OFFLINE, THIRD_PERSON, NA
    QString phoneNumber; ///< of an OTP
    PersonId value;      ///< of a THIRD_PERSON: who that is
    bool isActive = false;
    std::optional<UtcTime> endedAt;
    UtcTime insertedAt;
};

/// Somebody who may act for a person.
struct ConfidantRelationship
{
    PersonId person;
    PersonId confidant;
    bool isActive = false;
    std::optional<UtcTime> activeTo;
    QString verificationStatus;
    QString verificationReason;
};

/// A line of a dictionary configuration: these codes of the system, or all of them.
struct DictionaryEntry
{
    QString system;
    std::optional<QStringList> codes; ///< nothing: the whole system
};

/// Whether two statuses or types are the same: without case, and `_` is `-`.
bool isSameWord(QStringView a, QStringView b);

/// A number as staff may see it: `+38093*****85`. Of a short one less is shown; empty for none.
QString maskedPhone(const QString &number);

} // namespace anteroom
