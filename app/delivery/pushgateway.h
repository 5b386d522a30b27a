// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/gateway.h"
#include "app/delivery/pushsender.h"
#include "app/storage/store.h"

namespace anteroom {

class Settings;
class Vault;

/// The outbox's way to devices: what is to be shown in the app, and the word to a phone to stop ringing. What
/// makes a phone ring never comes by here (RULES.md, Push messages).
class PushGateway final : public Gateway
{
public:
    /// All outlive it.
    PushGateway(Store &store, const Settings &settings, const Vault &vault, PushSender &sender);

    QString provider() const override;
    /// A double carries the same collapse id, and shows once.
    bool mayRepeat(const Message &) const override { return true; }
    int maxInFlight() const override { return 64; }
    std::chrono::milliseconds answersWithin() const override { return std::chrono::minutes(1); }
    void send(const Message &message, Done done) override;
    void cancel() override { m_sender.cancel(); }

private:
    struct Target;
    Result<Target> targetOf(Transaction &tx, const Message &message) const;
    void push(const Message &message, const Target &target, Done done);

    Store &m_store;
    const Settings &m_settings;
    const Vault &m_vault;
    PushSender &m_sender;
};

} // namespace anteroom
