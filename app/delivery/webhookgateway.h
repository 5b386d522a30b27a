// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/gateway.h"
#include "app/delivery/transferpool.h"

namespace anteroom {

class Keyring;
class Settings;

/// Sends events to the address that was asked for, signed as Standard Webhooks say (RULES.md, Web hooks). The
/// event's id is the receiver's key against doubles, so that an event may be sent again at any time.
class WebhookGateway final : public Gateway
{
public:
    /// What tests set otherwise.
    struct Options
    {
        std::chrono::milliseconds connectWithin = std::chrono::seconds(10);
        std::chrono::milliseconds endWithin = std::chrono::seconds(20);
        QByteArrayList addresses; ///< as in CurlRequest
    };

    /// All outlive the gateway.
    WebhookGateway(const Settings &settings, Keyring &keyring, const Clock &clock, Options options);
    WebhookGateway(const Settings &settings, Keyring &keyring, const Clock &clock);

    QString provider() const override;
    bool mayRepeat() const override { return true; }
    int maxInFlight() const override { return threads; }
    int maxInFlightPerLane() const override { return 4; }
    void send(const Message &message, Done done) override;
    void cancel() override { m_pool.cancel(); }

private:
    static constexpr int threads = 16;

    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer, const std::stop_token &stop);
    Result<QByteArray> secrets();

    const Settings &m_settings;
    Keyring &m_keyring;
    const Clock &m_clock;
    const Options m_options;
    std::mutex m_keyringMutex;
    TransferPool m_pool; ///< goes first: its threads use all of the above
};

/// Makes ANTEROOM_WEBHOOK_SECRET where it is unset: at the first start, or the next one after somebody has
/// emptied it. Errors: the keyring's.
Result<void> ensureWebhookSecret(const Settings &settings, Keyring &keyring);

} // namespace anteroom
