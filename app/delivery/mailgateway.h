// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/gateway.h"
#include "app/delivery/transferpool.h"

namespace anteroom {

class Keyring;
class Settings;

/// Hands e-mails to the clinic's mail server by SMTP (RULES.md, E-mail). A mail server does not notice a
/// double, so that what may have been taken is never handed over again by itself; the Message-ID is the
/// row's, which some mail programs know a double by.
class MailGateway final : public Gateway
{
public:
    /// What tests set otherwise.
    struct Options
    {
        std::chrono::milliseconds connectWithin = std::chrono::seconds(30); ///< greeting and AUTH included
        std::chrono::milliseconds endWithin = std::chrono::minutes(4);
    };

    /// All outlive the gateway.
    MailGateway(const Settings &settings, Keyring &keyring, const Clock &clock, Options options);
    MailGateway(const Settings &settings, Keyring &keyring, const Clock &clock);

    QString provider() const override;
    bool mayRepeat() const override { return false; }
    int maxInFlight() const override { return threads; }
    std::chrono::milliseconds answersWithin() const override { return std::chrono::minutes(5); }
    void send(const Message &message, Done done) override;
    void cancel() override { m_pool.cancel(); }

private:
    static constexpr int threads = 4;

    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer, const std::stop_token &stop);

    const Settings &m_settings;
    Keyring &m_keyring;
    const Clock &m_clock;
    const Options m_options;
    std::mutex m_keyringMutex;
    TransferPool m_pool; ///< goes first: its threads use all of the above
};

} // namespace anteroom
