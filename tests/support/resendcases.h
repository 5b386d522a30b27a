// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <vector>

namespace anteroom::test {

// What the cases are about.
inline constexpr const char *patient = "22222222-2222-4222-8222-222222222201";
inline constexpr const char *helper = "22222222-2222-4222-8222-222222222202";
inline constexpr const char *stranger = "22222222-2222-4222-8222-222222222203";
inline constexpr const char *legalEntity = "11111111-1111-4111-8111-111111111101";
inline constexpr const char *deviceRequest = "66666666-6666-4666-8666-666666666601";
inline constexpr const char *strangersRequest = "66666666-6666-4666-8666-666666666602";
inline constexpr const char *program = "55555555-5555-4555-8555-555555555501";
inline constexpr const char *definition = "77777777-7777-4777-8777-777777777701";
inline constexpr const char *ownOtp = "44444444-4444-4444-8444-444444444401";
inline constexpr const char *ownOffline = "44444444-4444-4444-8444-444444444402";
inline constexpr const char *viaHelper = "44444444-4444-4444-8444-444444444403";
inline constexpr const char *helpersOtp = "44444444-4444-4444-8444-444444444404";
inline constexpr const char *viaStranger = "44444444-4444-4444-8444-444444444405";
inline constexpr const char *strangersOtp = "44444444-4444-4444-8444-444444444406";
inline constexpr const char *patientsPhone = "+380931234585";
inline constexpr const char *helpersPhone = "+380671112233";
inline constexpr const char *strangersPhone = "+380509998877";

// Tests' clocks stand at 2026-01-15T12:00:00Z.
inline constexpr const char *past = "2026-01-15T11:59:59.999999Z";
inline constexpr const char *present = "2026-01-15T12:00:00Z";
inline constexpr const char *future = "2026-01-15T12:00:00.000001Z";

/// Changes an import file: rows by their place, members by their name.
class Bundle
{
public:
    QJsonObject json;

    Bundle &set(const char *list, int row, const char *member, const QJsonValue &value)
    {
        QJsonArray rows = json.value(QLatin1String(list)).toArray();
        QJsonObject object = rows.at(row).toObject();
        object.insert(QLatin1String(member), value);
        rows.replace(row, object);
        json.insert(QLatin1String(list), rows);
        return *this;
    }
    Bundle &set(const char *list, int row, const char *member, const char *text)
    {
        return set(list, row, member, QJsonValue(QLatin1String(text)));
    }
    Bundle &add(const char *list, const QJsonObject &object)
    {
        QJsonArray rows = json.value(QLatin1String(list)).toArray();
        rows.append(object);
        json.insert(QLatin1String(list), rows);
        return *this;
    }
    Bundle &clear(const char *list)
    {
        json.remove(QLatin1String(list));
        return *this;
    }
    Bundle &configure(const char *key, const QJsonValue &value)
    {
        QJsonObject settings = json.value(QLatin1String("configuration")).toObject();
        settings.insert(QLatin1String(key), value);
        json.insert(QLatin1String("configuration"), settings);
        return *this;
    }
    Bundle &configure(const char *key, const char *text)
    {
        return configure(key, QJsonValue(QLatin1String(text)));
    }

    // What many cases need.
    Bundle &request(const char *member, const QJsonValue &value)
    {
        return set("deviceRequests", 0, member, value);
    }
    Bundle &request(const char *member, const char *text) { return set("deviceRequests", 0, member, text); }
    Bundle &method(const char *id, const char *person, const char *type, const QJsonObject &more = {},
                   const char *insertedAt = "2026-01-01T00:00:00Z")
    {
        QJsonObject row{{QStringLiteral("id"), QLatin1String(id)},
                        {QStringLiteral("personId"), QLatin1String(person)},
                        {QStringLiteral("type"), QLatin1String(type)},
                        {QStringLiteral("isActive"), true},
                        {QStringLiteral("insertedAt"), QLatin1String(insertedAt)}};
        for (auto it = more.begin(); it != more.end(); ++it)
            row.insert(it.key(), it.value());
        return add("authenticationMethods", row);
    }
    Bundle &otp(const char *id, const char *person, const char *phone)
    {
        return method(id, person, "OTP", {{QStringLiteral("phoneNumber"), QLatin1String(phone)}});
    }
    Bundle &via(const char *id, const char *person, const char *third,
                const char *insertedAt = "2026-01-01T00:00:00Z")
    {
        return method(id, person, "THIRD_PERSON", {{QStringLiteral("value"), QLatin1String(third)}},
                      insertedAt);
    }
    Bundle &confidant(const char *person, const char *somebody, const QJsonObject &more = {})
    {
        QJsonObject row{{QStringLiteral("id"), QLatin1String("88888888-8888-4888-8888-888888888801")},
                        {QStringLiteral("personId"), QLatin1String(person)},
                        {QStringLiteral("confidantPersonId"), QLatin1String(somebody)},
                        {QStringLiteral("isActive"), true},
                        {QStringLiteral("verificationStatus"), QLatin1String("VERIFIED")}};
        for (auto it = more.begin(); it != more.end(); ++it)
            row.insert(it.key(), it.value());
        return add("confidantPersonRelationships", row);
    }
};

/// A program's device request of a patient with a phone of their own: it is sent.
inline Bundle simpleBundle()
{
    const auto text = [](const char *latin) { return QLatin1String(latin); };
    Bundle bundle;
    bundle.add("legalEntities", {{QStringLiteral("id"), text(legalEntity)},
                                 {QStringLiteral("type"), QStringLiteral("PRIMARY_CARE")},
                                 {QStringLiteral("status"), QStringLiteral("ACTIVE")}});
    for (const char *person : {patient, helper, stranger})
        bundle.add("persons", {{QStringLiteral("id"), text(person)}});
    bundle.otp(ownOtp, patient, patientsPhone);
    bundle.add("medicalPrograms",
               {{QStringLiteral("id"), text(program)}, {QStringLiteral("name"), QStringLiteral("P")}});
    bundle.add("deviceRequests", {{QStringLiteral("id"), text(deviceRequest)},
                                  {QStringLiteral("patientId"), text(patient)},
                                  {QStringLiteral("status"), QStringLiteral("active")},
                                  {QStringLiteral("requisition"), QStringLiteral("0000-AB12-3C4D")},
                                  {QStringLiteral("verificationCode"), QStringLiteral("4711")},
                                  {QStringLiteral("programId"), text(program)}});
    bundle.add("deviceRequests", {{QStringLiteral("id"), text(strangersRequest)},
                                  {QStringLiteral("patientId"), text(stranger)},
                                  {QStringLiteral("status"), QStringLiteral("active")},
                                  {QStringLiteral("requisition"), QStringLiteral("0000-0000-0002")}});
    bundle.configure("CREATE_DEVICE_REQUEST_SMS_TEMPLATE", "P <request_number> <verification_code>");
    bundle.configure("CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE", "N <request_number>");
    bundle.configure("CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE",
                     "PA <verification_code> <request_number>");
    bundle.configure("CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE", "NA <request_number>");
    return bundle;
}

/// One branch of the rule.
struct ResendCase
{
    const char *name;
    std::function<void(Bundle &)> change;
    const char *reason;  ///< of the refusal; "" is 202
    const char *phone;   ///< where a text goes; nullptr: none
    const char *text;    ///< what it says
    int status;          ///< over HTTP
    const char *message; ///< over HTTP
};

/// A row for each branch, in the order of the rule.
const std::vector<ResendCase> &resendCases();

} // namespace anteroom::test
