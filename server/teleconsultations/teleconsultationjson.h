// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/page.h"
#include "app/teleconsultations/newteleconsultation.h"

#include <QJsonObject>

namespace anteroom {

/// The body of POST and PATCH, which fits its schema. Errors: Invalid "teleconsultation.date" (data.place).
Result<TeleconsultationInput> teleconsultationInputFrom(const QJsonObject &body);
NewParticipant newParticipantFrom(const QJsonObject &body);

/// `{"roomId"}`.
QByteArray encodedRoomId(const Teleconsultation &teleconsultation);
/// `{"items", "nextCursor"}`.
QByteArray encodedTeleconsultationPage(const Page<Teleconsultation> &page);
/// What one of its participants is told: `{"bandyerUserId", "accessLinkURL", "participantsBandyerCall"}`.
QByteArray encodedRoom(const Teleconsultation &teleconsultation, const Participant &asker,
                       const std::optional<QString> &link);

} // namespace anteroom
