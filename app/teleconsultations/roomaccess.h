// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/transaction.h"
#include "app/teleconsultations/privileges.h"
#include "app/teleconsultations/teleconsultation.h"

namespace anteroom {

class Settings;
class Vault;

/// What somebody with a link to a room of our own may know and do there.
struct RoomSeat
{
    enum class State {
        Live,      ///< it will take place, or does; see isOpen()
        Cancelled, ///< it was deleted
        Ended      ///< its time is over, or somebody ended it for all
    };
    struct Other
    {
        ParticipantId id;
        QString fullName;
        ParticipantRole role = ParticipantRole::Basic;
    };

    TeleconsultationId teleconsultation;
    ParticipantId participant;
    QString fullName;
    ParticipantRole role = ParticipantRole::Basic;
    RoomTools tools;
    std::optional<Language> language; ///< nothing: none was given, or none of ours
    UtcTime startsAt;
    UtcTime opensAt;               ///< from then on they may come in
    std::optional<UtcTime> endsAt; ///< nothing: the room has no end
    State state = State::Live;
    bool complete = false; ///< while it is false the room is not open, whatever the time
    QVector<Other> others; ///< who else takes part, in their order

    /// Whether they may come in now: until then they wait.
    bool isOpen(UtcTime now) const
    {
        return state == State::Live && complete && now >= opensAt && (!endsAt || now < *endsAt);
    }
};

/// The way into rooms of our own (RULES.md, Teleconsultations): `/room/{token}`, one token a participant, 256
/// bits, derived from the master key; the store has its SHA-256 only. Synchronous, on the thread of the
/// transaction it is given. Whoever waits or meets is told by ChangeFeed: Topic::Teleconsultations with the
/// teleconsultation's id, at every change, deletion and end; look the seat up again then.
class RoomAccess
{
public:
    /// The provider's name of rooms of our own.
    static constexpr const char *provider = "embedded";

    RoomAccess(const Settings &settings, const Vault &vault);

    /// What stands in the participant's link: 43 letters, digits, `-` and `_`. Any thread.
    QByteArray tokenOf(const ParticipantId &participant) const;

    /// What a participant is called as a user of rooms of our own; made once, ever.
    static QString userOf(WriteTransaction &tx, const QString &externalId);

    /// Whose the token is. The one error says nothing of why: NotFound "room.unknown" (malformed, never
    /// given out, no longer taking part, somebody else's provider).
    Result<RoomSeat> seat(Transaction &tx, QByteArrayView token) const;
    /// The same for a participant who is in already. Errors: as seat().
    Result<RoomSeat> seatOf(Transaction &tx, const ParticipantId &participant) const;

    /// They came into the room: with an audit row; `source` is the peer's address. Errors: as seat();
    /// Conflict "room.not_open".
    Result<void> join(WriteTransaction &tx, const ParticipantId &participant, const QByteArray &source) const;

    /// Ends it for everybody, for good. Errors: as seat(); Forbidden "room.not_host" for basic users;
    /// Conflict "room.not_open" before it opens and once it is over.
    Result<void> endForAll(WriteTransaction &tx, const ParticipantId &participant,
                           const QByteArray &source) const;

private:
    const Settings &m_settings;
    const Vault &m_vault;
};

} // namespace anteroom
