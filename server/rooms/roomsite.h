// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/patient/cliniclogo.h"
#include "server/patient/misslimiter.h"
#include "server/rooms/roomhub.h"
#include "server/rooms/roompages.h"
#include "server/rooms/storedirectory.h"

#include <QThread>

namespace anteroom {

class Keyring;
class PublicUrl;

/// Video rooms of our own: `/room/{token}`, its WebSocket, and the hub behind it (RULES.md, Video rooms).
/// Made before the transport and destroyed after it.
class RoomSite
{
public:
    struct Parts
    {
        Store &store;
        const Settings &settings;
        Keyring &keyring;
        const Vault &vault;
        const RoomAccess &access;
        const PublicUrl &publicUrl;
        const Clock &clock;
    };

    explicit RoomSite(const Parts &parts);
    ~RoomSite();
    RoomSite(const RoomSite &) = delete;
    RoomSite &operator=(const RoomSite &) = delete;

    void addRoutes(Router &router);

    /// How many rooms there are, and how many people are in them. Any thread.
    int rooms() const { return m_hub->rooms(); }
    int people() const { return m_hub->people(); }

private:
    void page(RouteCall &call);
    SocketUpgrade upgrade(const RequestHead &head, const QByteArray &token, Reader *reader);
    Result<RoomSeat> seatOf(const QByteArray &token, Reader *reader) const;
    HttpResponse refusal(const RequestHead &head, const Error &error);
    PageFrame frameOf(const RequestHead &head, const std::optional<Language> &language) const;
    QByteArray origin() const;

    const Parts m_parts;
    const Phrasebook m_phrasebook;
    const RoomPages m_pages;
    const ClinicLogo m_logo;
    MissLimiter m_misses;
    StoreDirectory m_directory;
    std::optional<QByteArray> m_turnSecret; ///< the hub's thread
    std::unique_ptr<RoomHub> m_hub;
    QThread m_thread;
};

} // namespace anteroom
