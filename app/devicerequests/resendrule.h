// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/devicerequests/devicerequest.h"

#include <QHash>

#include <array>

namespace anteroom {

/// Which words a text is made of: one setting each, in this order.
enum class ResendTemplate {
    ProgramAssistive, ///< CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE
    Program,          ///< CREATE_DEVICE_REQUEST_SMS_TEMPLATE
    Assistive,        ///< CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE
    Plain             ///< CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE
};
constexpr int resendTemplates = 4;

/// All that the rule looks at. Lists of persons' methods are in the order in which they were added.
struct ResendFacts
{
    UtcTime now;

    std::optional<DeviceRequest> request; ///< nothing: there is none of this patient's
    std::optional<Person> person;
    std::optional<LegalEntity> legalEntity; ///< of whoever asks
    QVector<AuthenticationMethod> methods;  ///< the patient's
    QHash<PersonId, QVector<AuthenticationMethod>> methodsOfThirdPersons;
    QVector<ConfidantRelationship> relationships; ///< the patient's
    QVector<UtcTime> attempts;                    ///< for this request, in any order, old ones too
    bool programIsSilent = false;                 ///< its request_notification_disabled is true
    QVector<DeviceCode> classificationTypes;      ///< of what code_reference refers to
    QVector<DictionaryEntry> assistiveDevices;    ///< the dictionary configuration of that name

    // The settings, by their names in RULES.md.
    QStringList allowedLegalEntityTypes;
    bool checkRelationship = true;
    std::chrono::seconds sendTimeout{60};
    qint64 maxAttempts = 1;
    bool deviceRequestsEnabled = true;
    bool assistiveDeviceRequestsEnabled = true;
    std::array<bool, resendTemplates> needsCode{true, true, false, false}; ///< by ResendTemplate
};

/// Where a text would go.
struct ResendPhone
{
    AuthenticationMethodId method; ///< the patient's, as chosen
    bool ofThirdPerson = false;
    PersonId owner; ///< the patient or the third person
    QString number; ///< E.164
};

/// The method that is chosen for a patient, whatever comes of it.
struct CurrentMethod
{
    AuthenticationMethodId id;
    QString type;   ///< as the register writes it: OTP, OFFLINE, THIRD_PERSON
    QString number; ///< of an OTP, or of a third person's OTP; null where there is none
};

/// What the rule comes to.
struct ResendDecision
{
    enum class Kind {
        Send,    ///< a text leaves: `phone` and `words` say where and which
        Nothing, ///< accepted, and there is nothing to send: a preperson
        Refused  ///< `refusal` says why
    };

    Kind kind = Kind::Refused;
    /// Why not; its data holds the figures that the words need. In the rule's order:
    /// NotFound "device_request.unknown", "device_request.person_unknown";
    /// Conflict "device_request.legal_entity" (why: "none", "type", "status"), "device_request.status"
    /// (status), "device_request.method_inactive" (why: "unknown", "inactive", "no_confidant"),
    /// "device_request.no_otp" (why: "no_method", "type" with type, "no_number");
    /// TooMany "device_request.too_soon" (nextAttempt, retryAfterMs);
    /// Conflict "device_request.program_silent", "device_request.sms_disabled" (setting),
    /// "device_request.code_missing".
    std::optional<Error> refusal;
    std::optional<ResendPhone> phone;   ///< also where a later step refused
    std::optional<UtcTime> nextAttempt; ///< of "too_soon": from then on it may be tried again
    ResendTemplate words = ResendTemplate::Plain;
};

/// The rule of resending a device request's text (RULES.md, Device requests), step by step; the first that
/// fails decides. Pure.
ResendDecision decideResend(const ResendFacts &facts);

/// Which of the patient's methods is chosen: the one that the request names, else the default one. Nothing
/// where there is none, or where the one named is not theirs or not active.
std::optional<CurrentMethod> currentMethod(const ResendFacts &facts);

/// When the next attempt is allowed; nothing where it is now. While it is not, the rule looks at nothing that
/// its later steps do: the device, the dictionary, the programme.
std::optional<UtcTime> nextAttempt(const ResendFacts &facts);

/// Whether the request is for an assistive device.
bool isAssistive(const ResendFacts &facts);

} // namespace anteroom
