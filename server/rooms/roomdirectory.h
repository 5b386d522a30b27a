// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/roomaccess.h"

#include <functional>

namespace anteroom {

/// What the rooms need to know of the model, and nothing more of it. Called on the hub's thread.
class RoomDirectory
{
public:
    RoomDirectory() = default;
    RoomDirectory(const RoomDirectory &) = delete;
    RoomDirectory &operator=(const RoomDirectory &) = delete;
    virtual ~RoomDirectory() = default;

    /// The seat as it is now. Errors: NotFound "room.unknown": they take no part any more; others: it could
    /// not be read just now.
    virtual Result<RoomSeat> seat(const ParticipantId &participant) = 0;

    /// They came in; written down without being waited for. `source` is the peer's address.
    virtual void joined(const ParticipantId &participant, const QByteArray &source) = 0;

    /// Ends the room for everybody. `failed` is called, in any thread, where it could not be done; where it
    /// could, the hub hears of it as a change.
    virtual void endForAll(const ParticipantId &participant, const QByteArray &source,
                           std::function<void()> failed) = 0;

    /// What shows, also after the server was started again, that they were let in. 256 bits.
    virtual QByteArray admission(const ParticipantId &participant) const = 0;
};

} // namespace anteroom
