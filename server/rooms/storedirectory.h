// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/rooms/roomdirectory.h"

#include <chrono>
#include <map>

namespace anteroom {

class Store;
class Vault;

/// The rooms' view of the model.
class StoreDirectory final : public RoomDirectory
{
public:
    /// All outlive this object.
    StoreDirectory(Store &store, const RoomAccess &access, const Vault &vault)
        : m_store(store)
        , m_access(access)
        , m_vault(vault)
    {
    }

    Result<RoomSeat> seat(const ParticipantId &participant) override;
    void joined(const ParticipantId &participant, const QByteArray &source) override;
    void endForAll(const ParticipantId &participant, const QByteArray &source,
                   std::function<void()> failed) override;
    QByteArray admission(const ParticipantId &participant) const override;

private:
    /// Who goes in and out all the time fills nobody's log.
    static constexpr std::chrono::minutes notedEvery{1};
    static constexpr size_t remembered = 1000;

    Store &m_store;
    const RoomAccess &m_access;
    const Vault &m_vault;
    std::map<QByteArray, UtcTime>
        m_noted; ///< when it was last written who came in from where; the hub's thread
};

} // namespace anteroom
