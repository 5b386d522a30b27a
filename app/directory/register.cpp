// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/register.h"

#include <algorithm>

namespace anteroom {

namespace {

using Type = RegisterMember::Type;

constexpr RegisterMember deviceRequests[] = {
    {.name = "patientId", .type = Type::Id, .required = true, .refersTo = Register::Persons},
    {.name = "requisition", .required = true},
    {.name = "status",
     .required = true,
     .suggestions = "active|completed|entered_in_error|revoked|on_hold|draft"},
    {.name = "verificationCode", .type = Type::Secret},
    {.name = "programId", .type = Type::Id, .refersTo = Register::MedicalPrograms},
    {.name = "code", .type = Type::Code},
    {.name = "codeReference", .type = Type::Id, .refersTo = Register::DeviceDefinitions},
    {.name = "informWith", .type = Type::Id, .refersTo = Register::AuthenticationMethods},
};

constexpr RegisterMember persons[] = {
    {.name = "firstName"},
    {.name = "lastName"},
    {.name = "isPreperson", .type = Type::Flag},
};

constexpr RegisterMember authenticationMethods[] = {
    {.name = "personId", .type = Type::Id, .required = true, .refersTo = Register::Persons},
    {.name = "type", .required = true, .suggestions = "OTP|OFFLINE|THIRD_PERSON|NA"},
    {.name = "phoneNumber", .type = Type::Phone},
    {.name = "value", .type = Type::Text, .refersTo = Register::Persons},
    {.name = "isActive", .type = Type::Flag, .required = true},
    {.name = "endedAt", .type = Type::Time},
    {.name = "insertedAt", .type = Type::Time, .required = true},
};

constexpr RegisterMember relationships[] = {
    {.name = "personId", .type = Type::Id, .required = true, .refersTo = Register::Persons},
    {.name = "confidantPersonId", .type = Type::Id, .required = true, .refersTo = Register::Persons},
    {.name = "isActive", .type = Type::Flag, .required = true},
    {.name = "activeTo", .type = Type::Time},
    {.name = "verificationStatus",
     .required = true,
     .suggestions = "VERIFIED|NOT_VERIFIED|VERIFICATION_NEEDED|IN_REVIEW|VERIFICATION_NOT_NEEDED"},
    {.name = "verificationReason", .suggestions = "MANUAL_CREATED_BY_DOCTOR|INITIAL|AUTO_ONLINE|MANUAL"},
};

constexpr RegisterMember legalEntities[] = {
    {.name = "type", .required = true, .suggestions = "MSP|PRIMARY_CARE|OUTPATIENT|EMERGENCY|PHARMACY"},
    {.name = "status", .required = true, .suggestions = "ACTIVE|CLOSED|SUSPENDED|REORGANIZED"},
};

constexpr RegisterMember medicalPrograms[] = {
    {.name = "name", .required = true},
    {.name = "requestNotificationDisabled", .type = Type::OptionalFlag},
};

constexpr RegisterMember deviceDefinitions[] = {
    {.name = "classificationTypes", .type = Type::Codes},
};

constexpr RegisterMember dictionaries[] = {
    {.name = "entries", .type = Type::CodeSets},
};

constexpr RegisterShape shapes[] = {
    {Register::DeviceRequests, "deviceRequests", "id", deviceRequests},
    {Register::Persons, "persons", "id", persons},
    {Register::AuthenticationMethods, "authenticationMethods", "id", authenticationMethods},
    {Register::ConfidantPersonRelationships, "confidantPersonRelationships", "id", relationships},
    {Register::LegalEntities, "legalEntities", "id", legalEntities},
    {Register::MedicalPrograms, "medicalPrograms", "id", medicalPrograms},
    {Register::DeviceDefinitions, "deviceDefinitions", "id", deviceDefinitions},
    {Register::DictionaryConfigurations, "dictionaryConfigurations", "name", dictionaries},
};

} // namespace

const RegisterMember *RegisterShape::member(QByteArrayView member) const
{
    const auto found = std::find_if(members.begin(), members.end(), [member](const RegisterMember &each) {
        return member == QByteArrayView(each.name);
    });
    return found == members.end() ? nullptr : &*found;
}

std::span<const RegisterShape> registerShapes()
{
    return shapes;
}

const RegisterShape &registerShape(Register which)
{
    const RegisterShape &shape = shapes[static_cast<std::size_t>(which)];
    Q_ASSERT(shape.which == which);
    return shape;
}

} // namespace anteroom
