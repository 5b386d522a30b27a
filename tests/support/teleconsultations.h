// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"

#include <QtGlobal>

namespace anteroom {

/// What makeTeleconsultation() is to make: a doctor and a patient meet, from now on, for half an hour.
struct ScratchTeleconsultation
{
    UtcTime startsAt;
    std::chrono::seconds length = std::chrono::minutes(30);
    bool unlimited = false;
    int plus = 1;     ///< doctors: "Doctor 1"…
    int basic = 1;    ///< patients: "Patient 1"…
    int expected = 0; ///< 0: as many as there are
    QString language = QStringLiteral("en");
};

/// Makes a teleconsultation in a room of our own directly in the store, in the order doctors, then patients;
/// links are `/room/` and `access.tokenOf(participant.id)`.
inline Teleconsultation makeTeleconsultation(WriteTransaction &tx, const RoomAccess &access,
                                             const ScratchTeleconsultation &wanted)
{
    Teleconsultation t;
    t.id = TeleconsultationId::generate(tx.now());
    t.startsAt = wanted.startsAt;
    t.endsAt = wanted.startsAt + wanted.length;
    t.unlimited = wanted.unlimited;
    t.provider = QLatin1String(RoomAccess::provider);
    t.createdAt = t.changedAt = tx.now();
    for (int i = 0; i < wanted.plus + wanted.basic; ++i) {
        const bool isDoctor = i < wanted.plus;
        const int number = isDoctor ? i + 1 : i + 1 - wanted.plus;
        Participant p;
        p.id = ParticipantId::generate(tx.now());
        p.fullName = (isDoctor ? QStringLiteral("Doctor %1") : QStringLiteral("Patient %1")).arg(number);
        p.externalId = QString::fromLatin1(t.id.text()) + p.fullName;
        p.groups = QStringList{isDoctor ? QStringLiteral("doctor") : QStringLiteral("patient")};
        p.role = isDoctor ? ParticipantRole::Plus : ParticipantRole::Basic;
        p.language = wanted.language;
        t.participants.append(p);
    }
    t.expected = wanted.expected > 0 ? wanted.expected : int(t.participants.size());
    t.roomId = t.isComplete() ? QString::fromLatin1(t.id.text()) : QString();
    if (!TeleconsultationRepository::insert(tx, t,
                                            [&](const ParticipantId &id) { return access.tokenOf(id); }))
        qFatal("the teleconsultation could not be made");
    tx.changed(Topic::Teleconsultations, t.id.text());
    return t;
}

} // namespace anteroom
