// SPDX-License-Identifier: GPL-3.0-or-later
// The health system's registers as an import file brings them.
#include "app/directory/bundlepeople.h"

#include "app/devicerequests/devicerequestrepository.h"
#include "app/storage/vault.h"

#include <QJsonDocument>

namespace anteroom {

namespace {

QByteArray compact(const QJsonArray &list)
{
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

// A member that must be there in the end and not be blank.
void readRequired(BundleRow &row, const char *member, QString &value)
{
    row.read(member, value);
    row.require(member, !value.isNull());
    if (!value.isNull() && value.trimmed().isEmpty())
        row.refuse(QLatin1String(member), "text.blank");
}

void readRequiredId(BundleRow &row, const char *member, QByteArray &value)
{
    row.readId(member, value);
    row.require(member, !value.isNull());
}

void readRequired(BundleRow &row, const char *member, std::optional<bool> &value)
{
    row.read(member, value);
    row.require(member, value.has_value());
}

bool hasText(const QJsonObject &object, const char *member)
{
    return !object.value(QLatin1String(member)).toString().trimmed().isEmpty();
}

void importLegalEntity(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QString type;
    QString status;
    if (Cursor known = tx.query("SELECT type, status FROM legal_entities WHERE id = ?", id); known.next()) {
        type = known.text(0);
        status = known.text(1);
    }
    readRequired(row, "type", type);
    readRequired(row, "status", status);
    if (row.good())
        tx.execute("INSERT INTO legal_entities (id, type, status) VALUES (?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET type = excluded.type, status = excluded.status",
                   id, type, status);
}

void importPerson(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QString first;
    QString last;
    bool preperson = false;
    if (Cursor known = tx.query("SELECT first_name, last_name, is_preperson FROM persons WHERE id = ?", id);
        known.next()) {
        first = known.text(0);
        last = known.text(1);
        preperson = known.boolean(2);
    }
    row.read("firstName", first);
    row.read("lastName", last);
    row.read("isPreperson", preperson);
    if (row.good())
        tx.execute("INSERT INTO persons (id, first_name, last_name, is_preperson) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET first_name = excluded.first_name, "
                   "last_name = excluded.last_name, is_preperson = excluded.is_preperson",
                   id, first, last, preperson);
}

void importAuthenticationMethod(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QByteArray person;
    QString type;
    QString phone;
    QString value;
    std::optional<bool> active;
    std::optional<UtcTime> ended;
    std::optional<UtcTime> inserted;
    if (Cursor known =
            tx.query("SELECT person_id, type, phone_number, value, is_active, ended_at, inserted_at "
                     "FROM authentication_methods WHERE id = ?",
                     id);
        known.next()) {
        person = known.bytes(0);
        type = known.text(1);
        phone = known.text(2);
        value = known.text(3);
        active = known.boolean(4);
        ended = known.optionalTime(5);
        inserted = known.optionalTime(6);
    }
    readRequiredId(row, "personId", person);
    readRequired(row, "type", type);
    row.read("phoneNumber", phone);
    row.read("value", value);
    readRequired(row, "isActive", active);
    row.read("endedAt", ended);
    row.read("insertedAt", inserted);
    row.require("insertedAt", inserted.has_value());
    if (row.good())
        tx.execute(
            "INSERT INTO authentication_methods (id, person_id, type, phone_number, value, is_active, "
            "ended_at, inserted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "person_id = excluded.person_id, type = excluded.type, phone_number = excluded.phone_number, "
            "value = excluded.value, is_active = excluded.is_active, ended_at = excluded.ended_at, "
            "inserted_at = excluded.inserted_at",
            id, person, type, phone, value, *active, ended, inserted);
}

void importConfidantPersonRelationship(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QByteArray person;
    QByteArray confidant;
    std::optional<bool> active;
    std::optional<UtcTime> activeTo;
    QString status;
    QString reason;
    if (Cursor known =
            tx.query("SELECT person_id, confidant_person_id, is_active, active_to, verification_status, "
                     "verification_reason FROM confidant_person_relationships WHERE id = ?",
                     id);
        known.next()) {
        person = known.bytes(0);
        confidant = known.bytes(1);
        active = known.boolean(2);
        activeTo = known.optionalTime(3);
        status = known.text(4);
        reason = known.text(5);
    }
    readRequiredId(row, "personId", person);
    readRequiredId(row, "confidantPersonId", confidant);
    readRequired(row, "isActive", active);
    row.read("activeTo", activeTo);
    readRequired(row, "verificationStatus", status);
    row.read("verificationReason", reason);
    if (row.good())
        tx.execute(
            "INSERT INTO confidant_person_relationships (id, person_id, confidant_person_id, is_active, "
            "active_to, verification_status, verification_reason) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, "
            "confidant_person_id = excluded.confidant_person_id, is_active = excluded.is_active, "
            "active_to = excluded.active_to, verification_status = excluded.verification_status, "
            "verification_reason = excluded.verification_reason",
            id, person, confidant, *active, activeTo, status, reason);
}

void importMedicalProgram(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QString name;
    std::optional<bool> silent;
    if (Cursor known =
            tx.query("SELECT name, request_notification_disabled FROM medical_programs WHERE id = ?", id);
        known.next()) {
        name = known.text(0);
        if (!known.isNull(1))
            silent = known.boolean(1);
    }
    readRequired(row, "name", name);
    row.read("requestNotificationDisabled", silent);
    if (row.good())
        tx.execute("INSERT INTO medical_programs (id, name, request_notification_disabled) VALUES (?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                   "request_notification_disabled = excluded.request_notification_disabled",
                   id, name, silent);
}

void importDeviceDefinition(WriteTransaction &tx, BundleRow &row)
{
    const QByteArray id = row.id();
    QJsonArray types;
    if (Cursor known = tx.query("SELECT classification_types FROM device_definitions WHERE id = ?", id);
        known.next())
        types = QJsonDocument::fromJson(known.bytes(0)).array();
    row.read("classificationTypes", types);
    for (qsizetype i = 0; i < types.size(); ++i) {
        const QJsonObject type = types.at(i).toObject();
        if (!hasText(type, "system") || !hasText(type, "code"))
            row.refuse(QStringLiteral("classificationTypes/%1").arg(i), "device_definition.type");
    }
    if (row.good())
        tx.execute("INSERT INTO device_definitions (id, classification_types) VALUES (?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET classification_types = excluded.classification_types",
                   id, compact(types));
}

void importDeviceRequest(WriteTransaction &tx, const Vault &vault, BundleRow &row)
{
    const QByteArray id = row.id();
    if (!row.good())
        return;
    QByteArray patient;
    QString status;
    QString requisition;
    QString code; // the verification code, in clear
    QByteArray program;
    QJsonObject device;
    QByteArray codeReference;
    QByteArray informWith;
    UtcTime inserted = tx.now();
    QByteArray sealed;
    if (Cursor known =
            tx.query("SELECT patient_id, status, requisition, verification_code, program_id, code_system, "
                     "code, code_reference, inform_with, inserted_at FROM device_requests WHERE id = ?",
                     id);
        known.next()) {
        patient = known.bytes(0);
        status = known.text(1);
        requisition = known.text(2);
        sealed = known.bytes(3);
        program = known.bytes(4);
        if (!known.isNull(6))
            device = {{QStringLiteral("system"), known.text(5)}, {QStringLiteral("code"), known.text(6)}};
        codeReference = known.bytes(7);
        informWith = known.bytes(8);
        inserted = known.time(9);
    }
    if (!sealed.isNull()) {
        const auto opened = vault.open(tx, patient, sealed, verificationCodeContext);
        if (!opened)
            return row.refuse(opened.error());
        code = QString::fromUtf8(*opened);
    }
    readRequiredId(row, "patientId", patient);
    readRequired(row, "status", status);
    readRequired(row, "requisition", requisition);
    row.read("verificationCode", code);
    row.readId("programId", program);
    row.read("code", device);
    if (!device.isEmpty() && (!hasText(device, "system") || !hasText(device, "code")))
        row.refuse(QStringLiteral("code"), "device_request.code");
    row.readId("codeReference", codeReference);
    row.readIdOrObject("informWith", "auth_method_id", informWith);
    if (!row.good())
        return;

    if (!code.isEmpty()) {
        const auto resealed = vault.seal(tx, patient, code.toUtf8(), verificationCodeContext);
        if (!resealed)
            return row.refuse(resealed.error());
        sealed = *resealed;
    } else {
        sealed = QByteArray();
    }
    const auto part = [&device](const char *name) {
        return device.isEmpty() ? QString() : device.value(QLatin1String(name)).toString();
    };
    tx.execute(
        "INSERT INTO device_requests (id, patient_id, status, requisition, verification_code, program_id, "
        "code_system, code, code_reference, inform_with, inserted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?) "
        "ON CONFLICT (id) DO UPDATE SET patient_id = excluded.patient_id, status = excluded.status, "
        "requisition = excluded.requisition, verification_code = excluded.verification_code, "
        "program_id = excluded.program_id, code_system = excluded.code_system, code = excluded.code, "
        "code_reference = excluded.code_reference, inform_with = excluded.inform_with",
        id, patient, status, requisition, Blob{sealed}, program, part("system"), part("code"), codeReference,
        informWith, inserted);
}

// null entries remove it.
void importDictionary(WriteTransaction &tx, BundleRow &row)
{
    QString name;
    readRequired(row, "name", name);
    if (!row.good())
        return;
    if (row.isCleared("entries")) {
        tx.execute("DELETE FROM dictionary_configurations WHERE name = ?", name);
        return;
    }
    QJsonArray entries;
    if (Cursor known = tx.query("SELECT entries FROM dictionary_configurations WHERE name = ?", name);
        known.next())
        entries = QJsonDocument::fromJson(known.bytes(0)).array();
    row.read("entries", entries);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject entry = entries.at(i).toObject();
        const QJsonValue codes = entry.value(QLatin1String("codes"));
        if (!hasText(entry, "system") || !(codes.isUndefined() || codes.isNull() || codes.isArray()))
            row.refuse(QStringLiteral("entries/%1").arg(i), "dictionary.malformed");
    }
    if (row.good())
        tx.execute("INSERT INTO dictionary_configurations (name, entries) VALUES (?, ?) "
                   "ON CONFLICT (name) DO UPDATE SET entries = excluded.entries",
                   name, compact(entries));
}

} // namespace

void importRegisterRow(WriteTransaction &tx, const Vault &vault, Register which, BundleRow &row)
{
    switch (which) {
    case Register::DeviceRequests:
        return importDeviceRequest(tx, vault, row);
    case Register::Persons:
        return importPerson(tx, row);
    case Register::AuthenticationMethods:
        return importAuthenticationMethod(tx, row);
    case Register::ConfidantPersonRelationships:
        return importConfidantPersonRelationship(tx, row);
    case Register::LegalEntities:
        return importLegalEntity(tx, row);
    case Register::MedicalPrograms:
        return importMedicalProgram(tx, row);
    case Register::DeviceDefinitions:
        return importDeviceDefinition(tx, row);
    case Register::DictionaryConfigurations:
        return importDictionary(tx, row);
    }
}

Result<int> importDictionaries(WriteTransaction &tx, const QJsonObject &dictionaries)
{
    int count = 0;
    for (auto it = dictionaries.begin(); it != dictionaries.end(); ++it, ++count) {
        const QJsonObject asRow{{QStringLiteral("name"), it.key()}, {QStringLiteral("entries"), *it}};
        BundleRow row(asRow, "dictionaryConfigurations", 0);
        importDictionary(tx, row);
        if (row.good())
            continue;
        // In the file the name stands in the place of a row's number.
        const QString place = row.memberAtFault().mid(QLatin1String("entries").size());
        return fail(
            ErrorCode::Invalid, "import.invalid", nullptr,
            {{QStringLiteral("pointer"), QStringLiteral("/dictionaryConfigurations/") + it.key() + place},
             {QStringLiteral("reason"), QStringLiteral("dictionary.malformed")}});
    }
    return count;
}

} // namespace anteroom
