// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resendcases.h"

using namespace Qt::StringLiterals;

namespace anteroom::test {

namespace {

constexpr const char *byProgram = "P 0000-AB12-3C4D 4711";
constexpr const char *assistiveByProgram = "PA 4711 0000-AB12-3C4D";
constexpr const char *plain = "N 0000-AB12-3C4D";
constexpr const char *assistive = "NA 0000-AB12-3C4D";

using Change = std::function<void(Bundle &)>;

ResendCase sends(const char *name, Change change, const char *phone = patientsPhone,
                 const char *text = byProgram)
{
    return {name, std::move(change), "", phone, text, 202, ""};
}

ResendCase unknown(const char *name, Change change, const char *reason)
{
    return {name, std::move(change), reason, nullptr, nullptr, 404, "Not found"};
}

ResendCase conflict(const char *name, Change change, const char *reason, const char *message)
{
    return {name, std::move(change), reason, nullptr, nullptr, 409, message};
}

ResendCase wrongEntity(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.legal_entity",
                    "Action is not allowed for the legal entity");
}

ResendCase wrongStatus(const char *name, Change change, const char *message)
{
    return conflict(name, std::move(change), "device_request.status", message);
}

ResendCase inactive(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.method_inactive",
                    "Authentication method doesn't exist or is inactive");
}

ResendCase noOtp(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.no_otp",
                    "Person or third person has no OTP auth method");
}

ResendCase silent(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.program_silent",
                    "Action is not allowed for the specified medical program");
}

ResendCase disabled(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.sms_disabled",
                    "Action is disabled by the configuration");
}

ResendCase codeless(const char *name, Change change)
{
    return conflict(name, std::move(change), "device_request.code_missing",
                    "Can't resend Device request without verification code!");
}

QJsonObject coded(const char *system, const char *code)
{
    return {{u"system"_s, QLatin1String(system)}, {u"code"_s, QLatin1String(code)}};
}

// The patient has no method of their own; the helper's is reached through a THIRD_PERSON.
Bundle &throughHelper(Bundle &b)
{
    return b.clear("authenticationMethods").via(viaHelper, patient, helper);
}

Bundle &assistiveDevices(Bundle &b, const QJsonArray &entries)
{
    b.json.insert(u"dictionaryConfigurations"_s, QJsonObject{{u"assistive_devices"_s, entries}});
    return b;
}

Bundle &assistiveByCode(Bundle &b)
{
    assistiveDevices(b, {QJsonObject{{u"system"_s, u"types"_s}, {u"codes"_s, QJsonArray{u"30221"_s}}}});
    return b.request("code", coded("types", "30221"));
}

void addEarlySteps(std::vector<ResendCase> &all)
{
    all.push_back(sends("sent", [](Bundle &) {}));
    // 3, 4
    all.push_back(unknown(
        "no such request", [](Bundle &b) { b.clear("deviceRequests"); }, "device_request.unknown"));
    all.push_back(unknown(
        "another patient's", [](Bundle &b) { b.request("patientId", stranger); }, "device_request.unknown"));
    all.push_back(unknown(
        "no such person", [](Bundle &b) { b.clear("persons"); }, "device_request.person_unknown"));
    all.push_back(sends(
        "a preperson", [](Bundle &b) { b.set("persons", 0, "isPreperson", true); }, nullptr));
    all.push_back(sends(
        "a preperson, and nothing more is asked",
        [](Bundle &b) {
            b.set("persons", 0, "isPreperson", true).clear("legalEntities").clear("authenticationMethods");
            b.request("status", "completed").request("verificationCode", QJsonValue());
        },
        nullptr));
    // 5
    all.push_back(wrongEntity("an unknown entity", [](Bundle &b) { b.clear("legalEntities"); }));
    all.push_back(wrongEntity("an entity of another type",
                              [](Bundle &b) { b.set("legalEntities", 0, "type", "PHARMACY"); }));
    all.push_back(sends("a type in another spelling",
                        [](Bundle &b) { b.set("legalEntities", 0, "type", "primary-care"); }));
    all.push_back(wrongEntity("types set otherwise", [](Bundle &b) {
        b.configure("ME_ALLOWED_TRANSACTIONS_LE_TYPES", "MSP, emergency");
    }));
    all.push_back(sends("types set, with spaces and in another spelling", [](Bundle &b) {
        b.configure("ME_ALLOWED_TRANSACTIONS_LE_TYPES", "MSP , primary-care");
    }));
    all.push_back(wrongEntity("an entity that is not active",
                              [](Bundle &b) { b.set("legalEntities", 0, "status", "SUSPENDED"); }));
    all.push_back(sends("an entity's status in another spelling",
                        [](Bundle &b) { b.set("legalEntities", 0, "status", "active"); }));
    // 6
    all.push_back(wrongStatus(
        "completed", [](Bundle &b) { b.request("status", "completed"); },
        "You can not resend SMS for device request in status completed"));
    all.push_back(wrongStatus(
        "as it is spelt", [](Bundle &b) { b.request("status", "In_Progress"); },
        "You can not resend SMS for device request in status In_Progress"));
    all.push_back(sends("active in capitals", [](Bundle &b) { b.request("status", "ACTIVE"); }));
    all.push_back(wrongEntity("the entity goes before the status",
                              [](Bundle &b) { b.request("status", "completed").clear("legalEntities"); }));
    all.push_back(wrongStatus(
        "the status goes before the method",
        [](Bundle &b) { b.request("status", "completed").clear("authenticationMethods"); },
        "You can not resend SMS for device request in status completed"));
}

void addNamedMethods(std::vector<ResendCase> &all)
{
    all.push_back(sends("the one named", [](Bundle &b) {
        b.method("44444444-4444-4444-8444-444444444499", patient, "otp",
                 {{u"phoneNumber"_s, QLatin1String(strangersPhone)}}, "2020-01-01T00:00:00Z");
        b.request("informWith", ownOtp);
    }));
    all.push_back(sends("named in an object", [](Bundle &b) {
        b.method("44444444-4444-4444-8444-444444444499", patient, "OTP",
                 {{u"phoneNumber"_s, QLatin1String(strangersPhone)}}, "2020-01-01T00:00:00Z");
        b.request("informWith", QJsonObject{{u"auth_method_id"_s, QLatin1String(ownOtp)}});
    }));
    all.push_back(inactive("named and unknown", [](Bundle &b) { b.request("informWith", helpersOtp); }));
    all.push_back(inactive("named and somebody else's", [](Bundle &b) {
        b.otp(helpersOtp, helper, helpersPhone).request("informWith", helpersOtp);
    }));
    all.push_back(inactive("named and not active", [](Bundle &b) {
        b.set("authenticationMethods", 0, "isActive", false).request("informWith", ownOtp);
    }));
    all.push_back(inactive("named and ended", [](Bundle &b) {
        b.set("authenticationMethods", 0, "endedAt", past).request("informWith", ownOtp);
    }));
    all.push_back(inactive("named and ended this moment", [](Bundle &b) {
        b.set("authenticationMethods", 0, "endedAt", present).request("informWith", ownOtp);
    }));
    all.push_back(sends("named and ending", [](Bundle &b) {
        b.set("authenticationMethods", 0, "endedAt", future).request("informWith", ownOtp);
    }));
    all.push_back(noOtp("named and offline", [](Bundle &b) {
        b.method(ownOffline, patient, "OFFLINE").request("informWith", ownOffline);
    }));
    all.push_back(noOtp("named and NA", [](Bundle &b) {
        b.method(ownOffline, patient, "NA").request("informWith", ownOffline);
    }));
    all.push_back(noOtp("named, without a number", [](Bundle &b) {
        b.set("authenticationMethods", 0, "phoneNumber", QJsonValue()).request("informWith", ownOtp);
    }));
    const auto named = [](Bundle &b) -> Bundle & {
        return b.via(viaHelper, patient, helper).request("informWith", viaHelper);
    };
    all.push_back(sends(
        "a third person named",
        [named](Bundle &b) { named(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper); },
        helpersPhone));
    all.push_back(inactive("a third person named, no confidant",
                           [named](Bundle &b) { named(b).otp(helpersOtp, helper, helpersPhone); }));
    all.push_back(sends(
        "nobody asks whether they are a confidant",
        [named](Bundle &b) {
            named(b).otp(helpersOtp, helper, helpersPhone);
            b.configure("THIRD_PERSON_CONFIDANT_PERSON_RELATIONSHIP_CHECK", false);
        },
        helpersPhone));
    all.push_back(noOtp("a third person named, without OTP", [named](Bundle &b) {
        named(b).method(helpersOtp, helper, "OFFLINE").confidant(patient, helper);
    }));
    all.push_back(noOtp("a third person named, without anything",
                        [named](Bundle &b) { named(b).confidant(patient, helper); }));
    all.push_back(noOtp("a third person's third person", [named](Bundle &b) {
        named(b).via(helpersOtp, helper, stranger).otp(strangersOtp, stranger, strangersPhone);
        b.confidant(patient, helper);
    }));
}

void addRelationships(std::vector<ResendCase> &all)
{
    const auto with = [](Bundle &b, const char *member, const QJsonValue &value) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone);
        b.confidant(patient, helper, {{QLatin1String(member), value}});
    };
    const auto changed = [with](const char *member, const QJsonValue &value) {
        return [=](Bundle &b) { with(b, member, value); };
    };
    all.push_back(inactive("the other way round", [](Bundle &b) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(helper, patient);
    }));
    all.push_back(inactive("with somebody else", [](Bundle &b) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, stranger);
    }));
    all.push_back(inactive("a relationship that is not active", changed("isActive", false)));
    all.push_back(inactive("a relationship that is over", changed("activeTo", QLatin1String(past))));
    all.push_back(inactive("a relationship over this moment", changed("activeTo", QLatin1String(present))));
    all.push_back(
        sends("a relationship that goes on", changed("activeTo", QLatin1String(future)), helpersPhone));
    all.push_back(inactive("a relationship not verified", changed("verificationStatus", u"NOT_VERIFIED"_s)));
    all.push_back(
        sends("verified in another spelling", changed("verificationStatus", u"verified"_s), helpersPhone));
    all.push_back(inactive("verification needed", changed("verificationStatus", u"VERIFICATION_NEEDED"_s)));
    const auto needed = [](const char *reason) {
        return [reason](Bundle &b) {
            throughHelper(b).otp(helpersOtp, helper, helpersPhone);
            b.confidant(patient, helper,
                        {{u"verificationStatus"_s, u"VERIFICATION_NEEDED"_s},
                         {u"verificationReason"_s, QLatin1String(reason)}});
        };
    };
    all.push_back(sends("a doctor's word", needed("MANUAL_CREATED_BY_DOCTOR"), helpersPhone));
    all.push_back(
        sends("a doctor's word in another spelling", needed("manual-created-by-doctor"), helpersPhone));
    all.push_back(inactive("another reason", needed("INITIAL")));
}

void addDefaultMethods(std::vector<ResendCase> &all)
{
    all.push_back(noOtp("no method at all", [](Bundle &b) { b.clear("authenticationMethods"); }));
    all.push_back(
        noOtp("only NA", [](Bundle &b) { b.clear("authenticationMethods").method(ownOtp, patient, "NA"); }));
    all.push_back(noOtp("the only one ended",
                        [](Bundle &b) { b.set("authenticationMethods", 0, "endedAt", present); }));
    all.push_back(noOtp("the only one not active",
                        [](Bundle &b) { b.set("authenticationMethods", 0, "isActive", false); }));
    all.push_back(sends("OTP before an older OFFLINE", [](Bundle &b) {
        b.method(ownOffline, patient, "OFFLINE", {}, "2020-01-01T00:00:00Z");
    }));
    all.push_back(sends("OTP before an older third person", [](Bundle &b) {
        b.via(viaHelper, patient, helper, "2020-01-01T00:00:00Z").otp(helpersOtp, helper, helpersPhone);
        b.confidant(patient, helper);
    }));
    all.push_back(noOtp("own OFFLINE before a third person's OTP", [](Bundle &b) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper);
        b.method(ownOffline, patient, "OFFLINE");
    }));
    all.push_back(sends(
        "a third person's OTP",
        [](Bundle &b) { throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper); },
        helpersPhone));
    all.push_back(sends(
        "the first added with OTP, before an older one without",
        [](Bundle &b) {
            throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper);
            b.via(viaStranger, patient, stranger, "2020-01-01T00:00:00Z");
            b.method(strangersOtp, stranger, "OFFLINE");
        },
        helpersPhone));
    all.push_back(inactive("the first added is chosen, and no other after it", [](Bundle &b) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper);
        b.via(viaStranger, patient, stranger, "2020-01-01T00:00:00Z");
        b.otp(strangersOtp, stranger, strangersPhone);
    }));
    all.push_back(noOtp("a third person's OFFLINE", [](Bundle &b) {
        throughHelper(b).method(helpersOtp, helper, "OFFLINE").confidant(patient, helper);
    }));
    all.push_back(inactive("a third person's OFFLINE, no confidant",
                           [](Bundle &b) { throughHelper(b).method(helpersOtp, helper, "OFFLINE"); }));
    all.push_back(noOtp("a third person with NA", [](Bundle &b) {
        throughHelper(b).method(helpersOtp, helper, "NA").confidant(patient, helper);
    }));
    all.push_back(noOtp("no chains", [](Bundle &b) {
        throughHelper(b).via(helpersOtp, helper, stranger).confidant(patient, helper);
        b.otp(strangersOtp, stranger, strangersPhone);
    }));
    all.push_back(noOtp("a third person's OTP has ended", [](Bundle &b) {
        throughHelper(b).otp(helpersOtp, helper, helpersPhone).confidant(patient, helper);
        b.set("authenticationMethods", 1, "endedAt", past);
    }));
    all.push_back(noOtp("a number that is none",
                        [](Bundle &b) { b.set("authenticationMethods", 0, "phoneNumber", "zero"); }));
}

void addLateSteps(std::vector<ResendCase> &all)
{
    const auto noProgram = [](Bundle &b) -> Bundle & { return b.request("programId", QJsonValue()); };
    // 9
    all.push_back(silent("a silent program", [](Bundle &b) {
        b.set("medicalPrograms", 0, "requestNotificationDisabled", true);
    }));
    all.push_back(sends("a program that says it is not", [](Bundle &b) {
        b.set("medicalPrograms", 0, "requestNotificationDisabled", false);
    }));
    all.push_back(sends("a program nobody knows", [](Bundle &b) { b.clear("medicalPrograms"); }));
    all.push_back(sends("a program asks for no setting", [](Bundle &b) {
        b.configure("DEVICE_REQUESTS_SMS_ENABLED", false);
        b.configure("ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED", false);
    }));
    all.push_back(sends(
        "no program", [noProgram](Bundle &b) { noProgram(b); }, patientsPhone, plain));
    all.push_back(disabled("texts are off", [noProgram](Bundle &b) {
        noProgram(b).configure("DEVICE_REQUESTS_SMS_ENABLED", false);
    }));
    all.push_back(sends(
        "texts for assistive devices are off, this is none",
        [noProgram](Bundle &b) { noProgram(b).configure("ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED", false); },
        patientsPhone, plain));
    all.push_back(disabled("texts for assistive devices are off", [noProgram](Bundle &b) {
        assistiveByCode(noProgram(b)).configure("ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED", false);
    }));
    all.push_back(sends(
        "only those of others are off",
        [noProgram](Bundle &b) {
            assistiveByCode(noProgram(b)).configure("DEVICE_REQUESTS_SMS_ENABLED", false);
        },
        patientsPhone, assistive));
    // 10
    all.push_back(sends(
        "assistive by code", [](Bundle &b) { assistiveByCode(b); }, patientsPhone, assistiveByProgram));
    all.push_back(
        sends("another code", [](Bundle &b) { assistiveByCode(b).request("code", coded("types", "1")); }));
    all.push_back(sends("the code of another system",
                        [](Bundle &b) { assistiveByCode(b).request("code", coded("others", "30221")); }));
    all.push_back(sends(
        "the whole system",
        [](Bundle &b) {
            assistiveDevices(b, {QJsonObject{{u"system"_s, u"types"_s}}})
                .request("code", coded("types", "1"));
        },
        patientsPhone, assistiveByProgram));
    const auto defined = [](Bundle &b) -> Bundle & {
        assistiveDevices(b, {QJsonObject{{u"system"_s, u"types"_s}, {u"codes"_s, QJsonArray{u"30221"_s}}}});
        b.add("deviceDefinitions",
              {{u"id"_s, QLatin1String(definition)},
               {u"classificationTypes"_s, QJsonArray{coded("types", "1"), coded("types", "30221")}}});
        return b.request("codeReference", definition);
    };
    all.push_back(sends(
        "assistive by its definition", [defined](Bundle &b) { defined(b); }, patientsPhone,
        assistiveByProgram));
    all.push_back(sends("a definition of something else", [defined](Bundle &b) {
        defined(b).set("deviceDefinitions", 0, "classificationTypes", QJsonArray{coded("types", "1")});
    }));
    all.push_back(codeless("no code", [](Bundle &b) { b.request("verificationCode", QJsonValue()); }));
    all.push_back(codeless("an empty code", [](Bundle &b) { b.request("verificationCode", ""); }));
    all.push_back(codeless("no code, assistive",
                           [](Bundle &b) { assistiveByCode(b).request("verificationCode", QJsonValue()); }));
    all.push_back(sends(
        "no code needed", [noProgram](Bundle &b) { noProgram(b).request("verificationCode", QJsonValue()); },
        patientsPhone, plain));
    all.push_back(sends(
        "words without the code",
        [](Bundle &b) {
            b.configure("CREATE_DEVICE_REQUEST_SMS_TEMPLATE", "Only <request_number>");
            b.request("verificationCode", QJsonValue());
        },
        patientsPhone, "Only 0000-AB12-3C4D"));
    all.push_back(sends(
        "what is filled in is not read again",
        [](Bundle &b) { b.request("requisition", "<verification_code>"); }, patientsPhone,
        "P <verification_code> 4711"));
    all.push_back(noOtp("the method goes before the program", [](Bundle &b) {
        b.set("medicalPrograms", 0, "requestNotificationDisabled", true).clear("authenticationMethods");
    }));
    all.push_back(silent("the program goes before the code", [](Bundle &b) {
        b.set("medicalPrograms", 0, "requestNotificationDisabled", true);
        b.request("verificationCode", QJsonValue());
    }));
}

} // namespace

const std::vector<ResendCase> &resendCases()
{
    static const std::vector<ResendCase> cases = [] {
        std::vector<ResendCase> all;
        addEarlySteps(all);
        addNamedMethods(all);
        addRelationships(all);
        addDefaultMethods(all);
        addLateSteps(all);
        return all;
    }();
    return cases;
}

} // namespace anteroom::test
