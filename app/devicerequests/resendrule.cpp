// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/resendrule.h"

#include "app/base/phonenumber.h"

#include <QJsonObject>

#include <algorithm>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;
using Methods = QVector<AuthenticationMethod>;

Error refusal(ErrorCode code, const char *reason, const QJsonObject &data = {})
{
    return {code, reason, nullptr, data};
}

Error conflict(const char *reason, const QJsonObject &data = {})
{
    return refusal(ErrorCode::Conflict, reason, data);
}

bool isOf(const AuthenticationMethod &method, QStringView type)
{
    return isSameWord(method.type, type);
}

bool isUsable(const AuthenticationMethod &method, UtcTime now)
{
    return method.isActive && (!method.endedAt || *method.endedAt > now);
}

// The first added of that type that is active and has not ended; null where there is none.
const AuthenticationMethod *firstOf(const Methods &methods, QStringView type, UtcTime now)
{
    const auto found = std::find_if(methods.begin(), methods.end(), [&](const auto &method) {
        return isOf(method, type) && isUsable(method, now);
    });
    return found == methods.end() ? nullptr : &*found;
}

// What somebody has themselves; a third person's third person is not asked.
const AuthenticationMethod *ownMethod(const Methods &methods, UtcTime now)
{
    const AuthenticationMethod *otp = firstOf(methods, u"OTP", now);
    return otp ? otp : firstOf(methods, u"OFFLINE", now);
}

const AuthenticationMethod *ownMethodOfThirdPerson(const ResendFacts &facts,
                                                   const AuthenticationMethod &method)
{
    const auto found = facts.methodsOfThirdPersons.constFind(method.value);
    return found == facts.methodsOfThirdPersons.constEnd() ? nullptr : ownMethod(*found, facts.now);
}

// The first added THIRD_PERSON whose person's own method is of that type.
const AuthenticationMethod *firstThirdPersonWith(const ResendFacts &facts, QStringView type)
{
    for (const AuthenticationMethod &method : facts.methods) {
        if (!isOf(method, u"THIRD_PERSON") || !isUsable(method, facts.now))
            continue;
        const AuthenticationMethod *theirs = ownMethodOfThirdPerson(facts, method);
        if (theirs && isOf(*theirs, type))
            return &method;
    }
    return nullptr;
}

const AuthenticationMethod *defaultMethod(const ResendFacts &facts)
{
    if (const AuthenticationMethod *own = ownMethod(facts.methods, facts.now))
        return own;
    if (const AuthenticationMethod *third = firstThirdPersonWith(facts, u"OTP"))
        return third;
    return firstThirdPersonWith(facts, u"OFFLINE");
}

const AuthenticationMethod *namedMethod(const ResendFacts &facts)
{
    const auto found = std::find_if(facts.methods.begin(), facts.methods.end(), [&](const auto &method) {
        return method.id == facts.request->informWith;
    });
    return found == facts.methods.end() ? nullptr : &*found;
}

bool isApproved(const ConfidantRelationship &relationship)
{
    return isSameWord(relationship.verificationStatus, u"VERIFIED") ||
           (isSameWord(relationship.verificationStatus, u"VERIFICATION_NEEDED") &&
            isSameWord(relationship.verificationReason, u"MANUAL_CREATED_BY_DOCTOR"));
}

bool isConfidant(const ResendFacts &facts, const PersonId &somebody)
{
    return std::any_of(facts.relationships.begin(), facts.relationships.end(), [&](const auto &one) {
        return one.confidant == somebody && one.isActive && (!one.activeTo || *one.activeTo > facts.now) &&
               isApproved(one);
    });
}

std::optional<Error> legalEntityRefusal(const ResendFacts &facts)
{
    const auto refused = [](QLatin1String why) {
        return conflict("device_request.legal_entity", {{u"why"_s, why}});
    };
    if (!facts.legalEntity)
        return refused("none"_L1);
    const auto &types = facts.allowedLegalEntityTypes;
    if (std::none_of(types.begin(), types.end(),
                     [&](const QString &type) { return isSameWord(type, facts.legalEntity->type); }))
        return refused("type"_L1);
    if (!isSameWord(facts.legalEntity->status, u"ACTIVE"))
        return refused("status"_L1);
    return std::nullopt;
}

Result<ResendPhone> phoneOf(const ResendFacts &facts)
{
    const auto inactive = [](QLatin1String why) {
        return fail(conflict("device_request.method_inactive", {{u"why"_s, why}}));
    };
    const auto noOtp = [](QLatin1String why, const QString &type = {}) {
        return fail(conflict("device_request.no_otp", {{u"why"_s, why}, {u"type"_s, type}}));
    };

    const bool isNamed = !facts.request->informWith.isNull();
    const AuthenticationMethod *chosen = isNamed ? namedMethod(facts) : defaultMethod(facts);
    if (isNamed && !chosen)
        return inactive("unknown"_L1);
    if (isNamed && !isUsable(*chosen, facts.now))
        return inactive("inactive"_L1);
    if (!chosen)
        return noOtp("no_method"_L1);

    const bool isThird = isOf(*chosen, u"THIRD_PERSON");
    if (isThird && facts.checkRelationship && !isConfidant(facts, chosen->value))
        return inactive("no_confidant"_L1);

    const AuthenticationMethod *last = isThird ? ownMethodOfThirdPerson(facts, *chosen) : chosen;
    if (!last)
        return noOtp("no_method"_L1);
    if (!isOf(*last, u"OTP"))
        return noOtp("type"_L1, last->type);
    const auto number = PhoneNumber::parseLoosely(last->phoneNumber);
    if (!number)
        return noOtp("no_number"_L1);
    return ResendPhone{chosen->id, isThird, last->person, number->text()};
}

Error tooSoon(UtcTime next, UtcTime now)
{
    using namespace std::chrono;
    return refusal(ErrorCode::TooMany, "device_request.too_soon",
                   {{u"nextAttempt"_s, QLatin1String(toIsoMillis(ceil<milliseconds>(next)))},
                    {u"retryAfterMs"_s, qint64(ceil<milliseconds>(next - now).count())}});
}

std::optional<Error> notificationRefusal(const ResendFacts &facts)
{
    if (!facts.request->program.isNull())
        return facts.programIsSilent ? std::optional(conflict("device_request.program_silent"))
                                     : std::nullopt;
    const bool assistive = isAssistive(facts);
    if (assistive ? facts.assistiveDeviceRequestsEnabled : facts.deviceRequestsEnabled)
        return std::nullopt;
    return conflict("device_request.sms_disabled",
                    {{u"setting"_s, assistive ? "ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED"_L1
                                              : "DEVICE_REQUESTS_SMS_ENABLED"_L1}});
}

ResendTemplate templateFor(const ResendFacts &facts)
{
    if (!facts.request->program.isNull())
        return isAssistive(facts) ? ResendTemplate::ProgramAssistive : ResendTemplate::Program;
    return isAssistive(facts) ? ResendTemplate::Assistive : ResendTemplate::Plain;
}

} // namespace

std::optional<UtcTime> nextAttempt(const ResendFacts &facts)
{
    qint64 live = 0;
    std::optional<UtcTime> oldest;
    for (const UtcTime attempt : facts.attempts) {
        if (attempt + facts.sendTimeout <= facts.now)
            continue;
        ++live;
        oldest = oldest ? std::min(*oldest, attempt) : attempt;
    }
    if (live < facts.maxAttempts || !oldest)
        return std::nullopt;
    return *oldest + facts.sendTimeout;
}

bool isAssistive(const ResendFacts &facts)
{
    const auto isListed = [&](const DeviceCode &code) {
        return std::any_of(
            facts.assistiveDevices.begin(), facts.assistiveDevices.end(), [&](const DictionaryEntry &entry) {
                return entry.system == code.system && (!entry.codes || entry.codes->contains(code.code));
            });
    };
    return (!facts.request->code.isNull() && isListed(facts.request->code)) ||
           std::any_of(facts.classificationTypes.begin(), facts.classificationTypes.end(), isListed);
}

std::optional<CurrentMethod> currentMethod(const ResendFacts &facts)
{
    if (!facts.request)
        return std::nullopt;
    const bool isNamed = !facts.request->informWith.isNull();
    const AuthenticationMethod *chosen = isNamed ? namedMethod(facts) : defaultMethod(facts);
    if (!chosen || !isUsable(*chosen, facts.now))
        return std::nullopt;
    const AuthenticationMethod *last =
        isOf(*chosen, u"THIRD_PERSON") ? ownMethodOfThirdPerson(facts, *chosen) : chosen;
    return CurrentMethod{chosen->id, chosen->type,
                         last && isOf(*last, u"OTP") ? last->phoneNumber : QString()};
}

ResendDecision decideResend(const ResendFacts &facts)
{
    ResendDecision decision;
    const auto refused = [&decision](Error error) {
        decision.refusal = std::move(error);
        return decision;
    };

    // 3. The device request exists, and is this patient's.
    if (!facts.request)
        return refused(refusal(ErrorCode::NotFound, "device_request.unknown"));
    // 4. So does the person. Nothing is sent to a preperson, and nothing more is asked.
    if (!facts.person)
        return refused(refusal(ErrorCode::NotFound, "device_request.person_unknown"));
    if (facts.person->isPreperson) {
        decision.kind = ResendDecision::Kind::Nothing;
        return decision;
    }
    // 5. The legal entity of whoever asks is of a kind that may, and active.
    if (auto error = legalEntityRefusal(facts))
        return refused(*std::move(error));
    // 6. The device request is active.
    if (!isSameWord(facts.request->status, u"active"))
        return refused(conflict("device_request.status", {{u"status"_s, facts.request->status}}));
    // 7. There is a phone: by the method that the request names, else by the patient's default one.
    auto phone = phoneOf(facts);
    if (!phone)
        return refused(std::move(phone).error());
    decision.phone = *std::move(phone);
    // 8. It has not been tried too often lately.
    decision.nextAttempt = nextAttempt(facts);
    if (decision.nextAttempt)
        return refused(tooSoon(*decision.nextAttempt, facts.now));
    // 9. Texts are switched on for it.
    if (auto error = notificationRefusal(facts))
        return refused(*std::move(error));
    // 10. The words, and the code where they have one.
    decision.words = templateFor(facts);
    if (facts.needsCode[size_t(decision.words)] && !facts.request->hasVerificationCode)
        return refused(conflict("device_request.code_missing"));
    // 11. It may be sent.
    decision.kind = ResendDecision::Kind::Send;
    return decision;
}

} // namespace anteroom
