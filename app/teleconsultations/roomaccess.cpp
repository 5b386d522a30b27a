// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/roomaccess.h"

#include "app/access/audit.h"
#include "app/base/random.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"
#include "app/teleconsultations/teleconsultationrepository.h"

#include <QCryptographicHash>

namespace anteroom {

namespace {

constexpr qsizetype userIdBytes = 12;

tl::unexpected<Error> unknownRoom()
{
    return fail(ErrorCode::NotFound, "room.unknown");
}

// Nobody's name: the link stands for them.
Actor actorOf(const RoomSeat &seat, const QByteArray &source)
{
    return {.kind = Actor::Kind::Patient, .id = seat.participant.text(), .source = source};
}

} // namespace

RoomAccess::RoomAccess(const Settings &settings, const Vault &vault)
    : m_settings(settings)
    , m_vault(vault)
{
}

QByteArray RoomAccess::tokenOf(const ParticipantId &participant) const
{
    return m_vault.token("room/" + participant.text());
}

QString RoomAccess::userOf(WriteTransaction &tx, const QString &externalId)
{
    const QString own = QLatin1String(provider);
    if (const auto known = TeleconsultationRepository::videoUser(tx, own, externalId))
        return known->id;
    const QString made = QStringLiteral("usr_") + QString::fromLatin1(randomBytes(userIdBytes).toHex());
    TeleconsultationRepository::setVideoUser(tx, own, externalId, {made, true});
    return made;
}

Result<RoomSeat> RoomAccess::seat(Transaction &tx, QByteArrayView token) const
{
    // By the hash: how far a guess agrees with a token shows in no time that can be measured.
    const auto id = TeleconsultationRepository::byToken(
        tx, QCryptographicHash::hash(token.toByteArray(), QCryptographicHash::Sha256));
    return id ? seatOf(tx, *id) : unknownRoom();
}

Result<RoomSeat> RoomAccess::seatOf(Transaction &tx, const ParticipantId &participant) const
{
    const auto consultation = TeleconsultationRepository::ofParticipant(tx, participant);
    if (!consultation || consultation->provider != QLatin1String(provider))
        return unknownRoom();
    const auto privileges = Privileges::inForce(m_settings);
    if (!privileges)
        return fail(privileges.error());

    RoomSeat seat;
    seat.teleconsultation = consultation->id;
    seat.participant = participant;
    for (const Participant &p : consultation->participants) {
        if (p.id != participant) {
            seat.others.append({p.id, p.fullName, p.role});
            continue;
        }
        seat.fullName = p.fullName;
        seat.role = p.role;
        seat.tools = privileges->of(p.role).tools;
        seat.language = languageByCode(p.language.toLatin1());
    }
    seat.startsAt = consultation->startsAt;
    seat.opensAt =
        consultation->startsAt - std::chrono::milliseconds(m_settings.integer("IMMUTABLE_PERIOD_MS"));
    seat.endsAt = consultation->roomEndsAt();
    seat.complete = consultation->isComplete();
    seat.state = consultation->state == Teleconsultation::State::Trash ? RoomSeat::State::Cancelled
                 : consultation->isOver(tx.now())                      ? RoomSeat::State::Ended
                                                                       : RoomSeat::State::Live;
    return seat;
}

Result<void> RoomAccess::join(WriteTransaction &tx, const ParticipantId &participant,
                              const QByteArray &source) const
{
    const auto seat = seatOf(tx, participant);
    if (!seat)
        return fail(seat.error());
    if (!seat->isOpen(tx.now()))
        return fail(ErrorCode::Conflict, "room.not_open");
    TeleconsultationRepository::setJoined(tx, seat->teleconsultation, tx.now());
    recordAudit(tx, actorOf(*seat, source),
                {.action = "room.join", .subject = seat->teleconsultation.text()});
    tx.changed(Topic::Teleconsultations, seat->teleconsultation.text());
    return {};
}

Result<void> RoomAccess::endForAll(WriteTransaction &tx, const ParticipantId &participant,
                                   const QByteArray &source) const
{
    const auto seat = seatOf(tx, participant);
    if (!seat)
        return fail(seat.error());
    if (seat->role != ParticipantRole::Plus)
        return fail(ErrorCode::Forbidden, "room.not_host");
    if (!seat->isOpen(tx.now()))
        return fail(ErrorCode::Conflict, "room.not_open");
    TeleconsultationRepository::setEnded(tx, seat->teleconsultation, tx.now());
    recordAudit(tx, actorOf(*seat, source), {.action = "room.end", .subject = seat->teleconsultation.text()});
    tx.changed(Topic::Teleconsultations, seat->teleconsultation.text());
    return {};
}

} // namespace anteroom
