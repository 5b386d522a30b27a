// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/devicerequestrepository.h"

#include "app/base/names.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;

#define REQUEST                                                                                              \
    "SELECT id, patient_id, status, requisition, length(verification_code) > 0, program_id, code_system, "   \
    "code, code_reference, inform_with, inserted_at FROM device_requests "
#define JOB                                                                                                  \
    "SELECT id, device_request_id, patient_id, told_person_id, legal_entity_id, created_at, message_id "     \
    "FROM device_request_jobs "

DeviceRequest requestIn(const Cursor &row)
{
    DeviceRequest request;
    request.id = row.id<DeviceRequestId>(0);
    request.patient = row.id<PersonId>(1);
    request.status = row.text(2);
    request.requisition = row.text(3);
    request.hasVerificationCode = row.boolean(4);
    request.program = row.id<MedicalProgramId>(5);
    request.code = {row.text(6), row.text(7)};
    request.codeReference = row.id<DeviceDefinitionId>(8);
    request.informWith = row.id<AuthenticationMethodId>(9);
    request.insertedAt = row.time(10);
    return request;
}

QVector<DeviceRequest> requests(Cursor row)
{
    QVector<DeviceRequest> all;
    while (row.next())
        all.append(requestIn(row));
    return all;
}

template<typename T>
std::optional<T> first(QVector<T> rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(rows.takeFirst());
}

std::optional<LegalEntity> legalEntityOf(Cursor &row)
{
    if (!row.next())
        return std::nullopt;
    return LegalEntity{row.id<LegalEntityId>(0), row.text(1), row.text(2)};
}

QVector<DeviceRequestRepository::Job> jobs(Cursor row)
{
    QVector<DeviceRequestRepository::Job> all;
    while (row.next())
        all.append({row.id<ResendJobId>(0), row.id<DeviceRequestId>(1), row.id<PersonId>(2),
                    row.id<PersonId>(3), row.id<LegalEntityId>(4), row.time(5), row.id<MessageId>(6)});
    return all;
}

// The person that a THIRD_PERSON's value names, in the form ids are kept in; null where it names none.
PersonId personIn(QByteArrayView value)
{
    return PersonId::parse(value).value_or(PersonId());
}

} // namespace

std::optional<DeviceRequest> DeviceRequestRepository::find(Transaction &tx, const PersonId &patient,
                                                           const DeviceRequestId &id)
{
    return first(requests(tx.query(REQUEST "WHERE id = ? AND patient_id = ?", id, patient)));
}

std::optional<DeviceRequest> DeviceRequestRepository::byId(Transaction &tx, const DeviceRequestId &id)
{
    return first(requests(tx.query(REQUEST "WHERE id = ?", id)));
}

QByteArray DeviceRequestRepository::sealedCode(Transaction &tx, const DeviceRequestId &id)
{
    Cursor row = tx.query("SELECT verification_code FROM device_requests WHERE id = ?", id);
    return row.next() ? row.bytes(0) : QByteArray();
}

int DeviceRequestRepository::count(Transaction &tx, const PersonId &patient)
{
    Cursor row = tx.query("SELECT count(*) FROM device_requests WHERE patient_id = ?", patient);
    return row.next() ? int(row.integer(0)) : 0;
}

QVector<DeviceRequest> DeviceRequestRepository::ofPatient(Transaction &tx, const PersonId &patient, int limit,
                                                          int offset)
{
    // By page numbers, as the interface wants it; a patient has few.
    return requests(tx.query(REQUEST "WHERE patient_id = ? ORDER BY inserted_at DESC, id DESC "
                                     "LIMIT ? OFFSET ?",
                             patient, limit, offset));
}

QVector<DeviceRequest> DeviceRequestRepository::newest(Transaction &tx, const PersonId &patient,
                                                       const QString &requisition, int limit,
                                                       UtcTime beforeTime, const QByteArray &beforeId)
{
    if (!requisition.isEmpty())
        return requests(tx.query(REQUEST "WHERE requisition >= ?1 AND requisition < ?6 "
                                         "AND (?2 IS NULL OR patient_id = ?2) "
                                         "AND (inserted_at, id) < (?3, ?4) "
                                         "ORDER BY inserted_at DESC, id DESC LIMIT ?5",
                                 requisition, patient, beforeTime, beforeId, limit,
                                 requisition + QString::fromUcs4(U"\U0010FFFF", 1)));
    if (!patient.isNull())
        return requests(tx.query(REQUEST "WHERE patient_id = ? AND (inserted_at, id) < (?, ?) "
                                         "ORDER BY inserted_at DESC, id DESC LIMIT ?",
                                 patient, beforeTime, beforeId, limit));
    return requests(tx.query(REQUEST
                             "WHERE (inserted_at, id) < (?, ?) ORDER BY inserted_at DESC, id DESC LIMIT ?",
                             beforeTime, beforeId, limit));
}

QVector<DeviceRequest> DeviceRequestRepository::newestNamed(Transaction &tx, const PersonId &patient,
                                                            const QStringList &words,
                                                            const QString &requisition, int limit,
                                                            UtcTime beforeTime, const QByteArray &beforeId)
{
    QVector<DeviceRequest> found;
    QHash<QByteArray, bool> looked; // many are the same patient's
    const auto isMeant = [&](const Cursor &row) {
        const QByteArray id = row.bytes(1);
        if (const auto known = looked.constFind(id); known != looked.constEnd())
            return *known;
        const QStringList names = nameWords({row.text(11), row.text(12)});
        const bool meant = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return std::any_of(names.begin(), names.end(),
                               [&](const QString &name) { return name.startsWith(word); });
        });
        looked.insert(id, meant);
        return meant;
    };
    Cursor row = tx.query("SELECT d.id, d.patient_id, d.status, d.requisition, "
                          "length(d.verification_code) > 0, d.program_id, d.code_system, d.code, "
                          "d.code_reference, d.inform_with, d.inserted_at, p.first_name, p.last_name "
                          "FROM device_requests d LEFT JOIN persons p ON p.id = d.patient_id "
                          "WHERE (?1 IS NULL OR d.patient_id = ?1) AND (d.inserted_at, d.id) < (?2, ?3) "
                          "ORDER BY d.inserted_at DESC, d.id DESC",
                          patient, beforeTime, beforeId);
    while (found.size() < limit && row.next()) {
        if (row.text(3).startsWith(requisition) || isMeant(row))
            found.append(requestIn(row));
    }
    return found;
}

std::optional<Person> DeviceRequestRepository::person(Transaction &tx, const PersonId &id)
{
    Cursor row = tx.query("SELECT id, first_name, last_name, is_preperson FROM persons WHERE id = ?", id);
    if (!row.next())
        return std::nullopt;
    return Person{row.id<PersonId>(0), row.text(1), row.text(2), row.boolean(3)};
}

std::optional<LegalEntity> DeviceRequestRepository::legalEntity(Transaction &tx, const LegalEntityId &id)
{
    Cursor row = tx.query("SELECT id, type, status FROM legal_entities WHERE id = ?", id);
    return legalEntityOf(row);
}

std::optional<LegalEntity> DeviceRequestRepository::onlyLegalEntity(Transaction &tx)
{
    Cursor row = tx.query("SELECT id, type, status FROM legal_entities ORDER BY id LIMIT 2");
    auto only = legalEntityOf(row);
    return row.next() ? std::nullopt : only;
}

QVector<AuthenticationMethod> DeviceRequestRepository::methods(Transaction &tx, const PersonId &person)
{
    QVector<AuthenticationMethod> all;
    Cursor row = tx.query("SELECT id, person_id, type, phone_number, value, is_active, ended_at, inserted_at "
                          "FROM authentication_methods WHERE person_id = ? ORDER BY inserted_at, id",
                          person);
    while (row.next())
        all.append({row.id<AuthenticationMethodId>(0), row.id<PersonId>(1), row.text(2), row.text(3),
                    personIn(row.view(4)), row.boolean(5), row.optionalTime(6), row.time(7)});
    return all;
}

QVector<ConfidantRelationship> DeviceRequestRepository::relationships(Transaction &tx, const PersonId &person)
{
    QVector<ConfidantRelationship> all;
    Cursor row = tx.query("SELECT person_id, confidant_person_id, is_active, active_to, verification_status, "
                          "verification_reason FROM confidant_person_relationships WHERE person_id = ?",
                          person);
    while (row.next())
        all.append({row.id<PersonId>(0), row.id<PersonId>(1), row.boolean(2), row.optionalTime(3),
                    row.text(4), row.text(5)});
    return all;
}

bool DeviceRequestRepository::isProgramSilent(Transaction &tx, const MedicalProgramId &id)
{
    Cursor row = tx.query("SELECT request_notification_disabled FROM medical_programs WHERE id = ?", id);
    return row.next() && row.boolean(0);
}

QString DeviceRequestRepository::programName(Transaction &tx, const MedicalProgramId &id)
{
    Cursor row = tx.query("SELECT name FROM medical_programs WHERE id = ?", id);
    return row.next() ? row.text(0) : QString();
}

QVector<DeviceCode> DeviceRequestRepository::classificationTypes(Transaction &tx,
                                                                 const DeviceDefinitionId &id)
{
    QVector<DeviceCode> all;
    Cursor row = tx.query("SELECT classification_types FROM device_definitions WHERE id = ?", id);
    if (!row.next())
        return all;
    const QJsonArray types = QJsonDocument::fromJson(row.bytes(0)).array();
    for (const QJsonValue &type : types)
        all.append({type["system"_L1].toString(), type["code"_L1].toString()});
    return all;
}

QVector<DictionaryEntry> DeviceRequestRepository::dictionary(Transaction &tx, const char *name)
{
    QVector<DictionaryEntry> all;
    Cursor row = tx.query("SELECT entries FROM dictionary_configurations WHERE name = ?", name);
    if (!row.next())
        return all;
    const QJsonArray entries = QJsonDocument::fromJson(row.bytes(0)).array();
    for (const QJsonValue &entry : entries) {
        DictionaryEntry one{entry["system"_L1].toString(), std::nullopt};
        const QJsonArray codes = entry["codes"_L1].toArray();
        for (const QJsonValue &code : codes) {
            if (!one.codes)
                one.codes.emplace();
            one.codes->append(code.toString());
        }
        all.append(std::move(one));
    }
    return all;
}

void DeviceRequestRepository::insert(WriteTransaction &tx, const Job &job)
{
    tx.execute("INSERT INTO device_request_jobs (id, device_request_id, patient_id, told_person_id, "
               "legal_entity_id, created_at, message_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
               job.id, job.request, job.patient, job.told, job.legalEntity, job.createdAt, job.message);
}

std::optional<DeviceRequestRepository::Job> DeviceRequestRepository::job(Transaction &tx,
                                                                         const ResendJobId &id)
{
    return first(jobs(tx.query(JOB "WHERE id = ?", id)));
}

QVector<DeviceRequestRepository::Job>
DeviceRequestRepository::jobsOf(Transaction &tx, const DeviceRequestId &request, int limit)
{
    return jobs(tx.query(JOB "WHERE device_request_id = ? AND message_id IS NOT NULL "
                             "ORDER BY created_at DESC LIMIT ?",
                         request, limit));
}

QVector<UtcTime> DeviceRequestRepository::attempts(Transaction &tx, const DeviceRequestId &request,
                                                   UtcTime since)
{
    QVector<UtcTime> all;
    Cursor row = tx.query("SELECT created_at FROM device_request_jobs WHERE device_request_id = ? "
                          "AND message_id IS NOT NULL AND created_at > ? ORDER BY created_at",
                          request, since);
    while (row.next())
        all.append(row.time(0));
    return all;
}

} // namespace anteroom
