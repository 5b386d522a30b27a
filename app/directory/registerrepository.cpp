// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/registerrepository.h"

#include "app/storage/keyset.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace anteroom {

namespace {

// In the order of the shape's members, after the key.
#define DEVICE_REQUESTS                                                                                      \
    "SELECT id, patient_id, requisition, status, verification_code IS NOT NULL, program_id, code_system, "   \
    "code, code_reference, inform_with FROM device_requests "
#define PERSONS "SELECT id, first_name, last_name, is_preperson FROM persons "
#define METHODS                                                                                              \
    "SELECT id, person_id, type, phone_number, value, is_active, ended_at, inserted_at "                     \
    "FROM authentication_methods "
#define RELATIONSHIPS                                                                                        \
    "SELECT id, person_id, confidant_person_id, is_active, active_to, verification_status, "                 \
    "verification_reason FROM confidant_person_relationships "
#define LEGAL_ENTITIES "SELECT id, type, status FROM legal_entities "
#define PROGRAMS "SELECT id, name, request_notification_disabled FROM medical_programs "
#define DEFINITIONS "SELECT id, classification_types FROM device_definitions "
#define DICTIONARIES "SELECT name, entries FROM dictionary_configurations "

// ?1: the key before, ?2: what to find, ?3: how many.
#define AFTER_ID "WHERE id > ?1 AND (?2 IS NULL OR id LIKE ?2 ESCAPE '!' OR "
#define PAGE_BY_ID ") ORDER BY id LIMIT ?3"

struct Statements
{
    const char *page;
    const char *one;
    const char *remove;
};

// In the order of Register.
constexpr Statements statements[] = {
    {DEVICE_REQUESTS AFTER_ID "patient_id LIKE ?2 ESCAPE '!' OR requisition LIKE ?2 ESCAPE '!' OR "
                              "status LIKE ?2 ESCAPE '!'" PAGE_BY_ID,
     DEVICE_REQUESTS "WHERE id = ?", "DELETE FROM device_requests WHERE id = ?"},
    {PERSONS AFTER_ID "first_name LIKE ?2 ESCAPE '!' OR last_name LIKE ?2 ESCAPE '!'" PAGE_BY_ID,
     PERSONS "WHERE id = ?", "DELETE FROM persons WHERE id = ?"},
    {METHODS AFTER_ID "person_id LIKE ?2 ESCAPE '!' OR type LIKE ?2 ESCAPE '!' OR "
                      "phone_number LIKE ?2 ESCAPE '!' OR value LIKE ?2 ESCAPE '!'" PAGE_BY_ID,
     METHODS "WHERE id = ?", "DELETE FROM authentication_methods WHERE id = ?"},
    {RELATIONSHIPS AFTER_ID "person_id LIKE ?2 ESCAPE '!' OR confidant_person_id LIKE ?2 ESCAPE '!' OR "
                            "verification_status LIKE ?2 ESCAPE '!'" PAGE_BY_ID,
     RELATIONSHIPS "WHERE id = ?", "DELETE FROM confidant_person_relationships WHERE id = ?"},
    {LEGAL_ENTITIES AFTER_ID "type LIKE ?2 ESCAPE '!' OR status LIKE ?2 ESCAPE '!'" PAGE_BY_ID,
     LEGAL_ENTITIES "WHERE id = ?", "DELETE FROM legal_entities WHERE id = ?"},
    {PROGRAMS AFTER_ID "name LIKE ?2 ESCAPE '!'" PAGE_BY_ID, PROGRAMS "WHERE id = ?",
     "DELETE FROM medical_programs WHERE id = ?"},
    {DEFINITIONS AFTER_ID "classification_types LIKE ?2 ESCAPE '!'" PAGE_BY_ID, DEFINITIONS "WHERE id = ?",
     "DELETE FROM device_definitions WHERE id = ?"},
    {DICTIONARIES "WHERE name > ?1 AND (?2 IS NULL OR name LIKE ?2 ESCAPE '!' OR entries LIKE ?2 "
                  "ESCAPE '!') ORDER BY name LIMIT ?3",
     DICTIONARIES "WHERE name = ?", "DELETE FROM dictionary_configurations WHERE name = ?"},
};

const Statements &statementsOf(Register which)
{
    return statements[static_cast<std::size_t>(which)];
}

QJsonValue textOrNull(const Cursor &row, int column)
{
    return row.isNull(column) ? QJsonValue() : QJsonValue(row.text(column));
}

QJsonValue codeOf(const Cursor &row, int column)
{
    if (row.isNull(column + 1))
        return {};
    return QJsonObject{{QStringLiteral("system"), row.text(column)},
                       {QStringLiteral("code"), row.text(column + 1)}};
}

RegisterEntry entryOf(const RegisterShape &shape, const Cursor &row)
{
    RegisterEntry entry;
    entry.key = row.bytes(0);
    int column = 1;
    for (const RegisterMember &member : shape.members) {
        QJsonValue value;
        switch (member.type) {
        case RegisterMember::Type::Id:
        case RegisterMember::Type::Text:
        case RegisterMember::Type::Phone:
            value = textOrNull(row, column);
            break;
        case RegisterMember::Type::Flag:
        case RegisterMember::Type::OptionalFlag:
            value = row.isNull(column) ? QJsonValue() : QJsonValue(row.boolean(column));
            break;
        case RegisterMember::Type::Time:
            if (const auto time = row.optionalTime(column))
                value = QString::fromLatin1(toIsoMicros(*time));
            break;
        case RegisterMember::Type::Code:
            value = codeOf(row, column++);
            break;
        case RegisterMember::Type::Codes:
        case RegisterMember::Type::CodeSets:
            value = QJsonDocument::fromJson(row.bytes(column)).array();
            break;
        case RegisterMember::Type::Secret:
            value = row.boolean(column) ? QJsonValue(true) : QJsonValue();
            break;
        }
        entry.members.insert(QLatin1String(member.name), value);
        ++column;
    }
    return entry;
}

// A LIKE pattern for whatever has this text in it; null for all.
QString patternFor(QString text)
{
    if (text.isEmpty())
        return {};
    for (const QChar special : {u'!', u'%', u'_'})
        text.replace(special, QString(u'!') + special);
    return u'%' + text + u'%';
}

} // namespace

Page<RegisterEntry> RegisterRepository::page(Transaction &tx, Register which, const QString &text,
                                             const PageRequest &page)
{
    const int limit = clampedLimit(page);
    const QByteArray after = page.cursor.isNull() ? QByteArray("") : page.cursor;
    Page<RegisterEntry> found;
    Cursor row = tx.query(statementsOf(which).page, after, patternFor(text), limit + 1);
    while (row.next()) {
        if (found.items.size() == limit) {
            found.nextCursor = found.items.last().key;
            break;
        }
        found.items.append(entryOf(registerShape(which), row));
    }
    return found;
}

std::optional<RegisterEntry> RegisterRepository::byKey(Transaction &tx, Register which, const QByteArray &key)
{
    Cursor row = tx.query(statementsOf(which).one, key);
    return row.next() ? std::optional(entryOf(registerShape(which), row)) : std::nullopt;
}

bool RegisterRepository::remove(WriteTransaction &tx, Register which, const QByteArray &key)
{
    return tx.execute(statementsOf(which).remove, key) > 0;
}

UserId RegisterRepository::patientOf(Register which, const RegisterEntry &entry)
{
    const auto member = [&entry](const char *name) {
        return UserId::fromTrusted(entry.members.value(QLatin1String(name)).toString().toLatin1());
    };
    switch (which) {
    case Register::Persons:
        return UserId::fromTrusted(entry.key);
    case Register::DeviceRequests:
        return member("patientId");
    case Register::AuthenticationMethods:
    case Register::ConfidantPersonRelationships:
        return member("personId");
    default:
        return {};
    }
}

bool RegisterRepository::isNeeded(Transaction &tx, Register which, const QByteArray &key)
{
    switch (which) {
    case Register::Persons:
        return tx
            .query("SELECT 1 FROM device_requests WHERE patient_id = ?1 UNION ALL "
                   "SELECT 1 FROM authentication_methods WHERE person_id = ?1 UNION ALL "
                   "SELECT 1 FROM confidant_person_relationships WHERE person_id = ?1 UNION ALL "
                   // As somebody else's third person; no index leads there, and few are removed.
                   "SELECT 1 FROM confidant_person_relationships WHERE confidant_person_id = ?1 UNION ALL "
                   "SELECT 1 FROM authentication_methods WHERE value = ?1 LIMIT 1",
                   key)
            .next();
    case Register::MedicalPrograms:
        return tx.query("SELECT 1 FROM device_requests WHERE program_id = ? LIMIT 1", key).next();
    case Register::DeviceDefinitions:
        return tx.query("SELECT 1 FROM device_requests WHERE code_reference = ? LIMIT 1", key).next();
    default:
        return false;
    }
}

} // namespace anteroom
