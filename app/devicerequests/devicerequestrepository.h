// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequest.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// Of what kind a sealed verification code is (Vault).
inline constexpr QByteArrayView verificationCodeContext = "device_requests.verification_code";

/// The rows of device requests, of the registers that their rule looks at, and of jobs. SQL and nothing else,
/// on the thread of the transaction.
struct DeviceRequestRepository
{
    /// Nothing where it is another patient's.
    static std::optional<DeviceRequest> find(Transaction &tx, const PersonId &patient,
                                             const DeviceRequestId &id);
    static std::optional<DeviceRequest> byId(Transaction &tx, const DeviceRequestId &id);
    /// Null where it has none.
    static QByteArray sealedCode(Transaction &tx, const DeviceRequestId &id);

    static int count(Transaction &tx, const PersonId &patient);
    /// Newest first.
    static QVector<DeviceRequest> ofPatient(Transaction &tx, const PersonId &patient, int limit, int offset);
    /// Newest first, from behind (`beforeTime`, `beforeId`); a null patient: anybody's; the number by its
    /// beginning; empty: any.
    static QVector<DeviceRequest> newest(Transaction &tx, const PersonId &patient, const QString &requisition,
                                         int limit, UtcTime beforeTime, const QByteArray &beforeId);
    /// The same by the beginnings of the patient's names, all of them (nameWords()), or of the number. Looks
    /// at one after the other: the register of persons has no index of names.
    static QVector<DeviceRequest> newestNamed(Transaction &tx, const PersonId &patient,
                                              const QStringList &words, const QString &requisition, int limit,
                                              UtcTime beforeTime, const QByteArray &beforeId);

    static std::optional<Person> person(Transaction &tx, const PersonId &id);
    static std::optional<LegalEntity> legalEntity(Transaction &tx, const LegalEntityId &id);
    /// The one there is; nothing where there are several.
    static std::optional<LegalEntity> onlyLegalEntity(Transaction &tx);
    /// In the order in which they were added.
    static QVector<AuthenticationMethod> methods(Transaction &tx, const PersonId &person);
    static QVector<ConfidantRelationship> relationships(Transaction &tx, const PersonId &person);
    static bool isProgramSilent(Transaction &tx, const MedicalProgramId &id);
    static QString programName(Transaction &tx, const MedicalProgramId &id);
    static QVector<DeviceCode> classificationTypes(Transaction &tx, const DeviceDefinitionId &id);
    static QVector<DictionaryEntry> dictionary(Transaction &tx, const char *name);

    struct Job
    {
        ResendJobId id;
        DeviceRequestId request;
        PersonId patient;
        PersonId told;             ///< null: nobody
        LegalEntityId legalEntity; ///< null: none
        UtcTime createdAt;
        MessageId message; ///< null: nothing was sent
    };
    static void insert(WriteTransaction &tx, const Job &job);
    static std::optional<Job> job(Transaction &tx, const ResendJobId &id);
    /// Newest first.
    static QVector<Job> jobsOf(Transaction &tx, const DeviceRequestId &request, int limit);
    /// The times of those that sent something, after `since`.
    static QVector<UtcTime> attempts(Transaction &tx, const DeviceRequestId &request, UtcTime since);
};

} // namespace anteroom
