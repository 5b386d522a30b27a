// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/keptvalues.h"
#include "app/delivery/transfergateway.h"

namespace anteroom {

class Keyring;
class Settings;

/// Sends events to the address that was asked for, signed as Standard Webhooks say (RULES.md, Web hooks). The
/// event's id is the receiver's key against doubles, so that an event may be sent again at any time.
class WebhookGateway final : public TransferGateway
{
public:
    /// All outlive the gateway.
    WebhookGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                   TransferOptions options = {std::chrono::seconds(10), std::chrono::seconds(20), {}});
    ~WebhookGateway() override { end(); }

    QString provider() const override;
    bool mayRepeat(const Message &) const override { return true; }
    int maxInFlightPerLane() const override { return 4; }
    void settingsChanged() override { m_secrets.forget(); }

private:
    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer,
                            const std::stop_token &stop) override;
    Result<QByteArray> readSecrets() const;

    const Settings &m_settings;
    Keyring &m_keyring;
    KeptValues<QByteArray> m_secrets; ///< all that sign
};

/// Makes ANTEROOM_WEBHOOK_SECRET where it is unset: at the first start, or the next one after somebody has
/// emptied it. Errors: the keyring's.
Result<void> ensureWebhookSecret(const Settings &settings, Keyring &keyring);

} // namespace anteroom
