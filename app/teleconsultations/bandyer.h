// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/gateway.h"
#include "app/delivery/transferpool.h"
#include "app/teleconsultations/videoprovider.h"

#include <mutex>

namespace anteroom {

class Keyring;
class Settings;

/// How Bandyer's API is spoken, v1 or v2 as ANTEROOM_BANDYER_API says; https, or http to this machine. Any
/// thread.
class BandyerApi
{
public:
    BandyerApi(const Settings &settings, Keyring &keyring);

    /// A request for one of its paths. Errors: BadGateway "video.not_set_up"; the keyring's.
    Result<CurlRequest> request(const QByteArray &method, const QByteArray &path,
                                const QJsonObject &body = {}) const;
    bool isV2() const;
    /// The path of a room.
    QByteArray roomPath(const QString &roomId) const;

private:
    const Settings &m_settings;
    Keyring &m_keyring;
    mutable std::mutex m_keyringMutex; ///< a desktop's keyring answers one at a time
};

/// Video rooms of Bandyer's. Users are asked for by an id of our own, so that a try whose answer was lost can
/// be repeated; whatever id the answer names counts.
class BandyerProvider final : public VideoProvider
{
public:
    static constexpr const char *providerName = "bandyer";

    explicit BandyerProvider(const BandyerApi &api)
        : m_api(api)
    {
    }

    QString name() const override;
    int mostParticipants() const override { return 25; }
    Result<QString> makeUser(const Outside &outside, ParticipantRole role, const QString &wanted) override;
    Result<MadeRoom> makeRoom(const Outside &outside, const RoomPlan &plan) override;

private:
    const BandyerApi &m_api;
};

/// What the outbox has to undo with Bandyer: the deletion of rooms. One that is not there counts as deleted.
class BandyerGateway final : public Gateway
{
public:
    explicit BandyerGateway(const BandyerApi &api)
        : m_api(api)
        , m_pool(threads)
    {
    }

    QString provider() const override;
    bool mayRepeat(const Message &) const override { return true; }
    int maxInFlight() const override { return threads; }
    void send(const Message &message, Done done) override;
    void cancel() override { m_pool.cancel(); }

private:
    static constexpr int threads = 4;

    DeliveryOutcome deliver(const Message &message, const Outside &outside) const;

    const BandyerApi &m_api;
    TransferPool m_pool; ///< goes first: its threads use all of the above
};

} // namespace anteroom
