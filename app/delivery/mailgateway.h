// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/keptvalues.h"
#include "app/delivery/mailmessage.h"
#include "app/delivery/transfergateway.h"

namespace anteroom {

class Keyring;
class Settings;

/// Hands e-mails to the clinic's mail server by SMTP (RULES.md, E-mail). A mail server does not notice a
/// double, so that what may have been taken is never handed over again by itself; the Message-ID is the
/// row's, which some mail programs know a double by.
class MailGateway final : public TransferGateway
{
public:
    /// All outlive the gateway. The time to connect includes greeting and signing in.
    MailGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                TransferOptions options = {std::chrono::seconds(30), std::chrono::minutes(4), {}});
    ~MailGateway() override { end(); }

    QString provider() const override;
    bool mayRepeat(const Message &) const override { return false; }
    std::chrono::milliseconds answersWithin() const override { return std::chrono::minutes(5); }
    void settingsChanged() override { m_servers.forget(); }

private:
    /// The mail server as the settings have it.
    struct Server
    {
        CurlRequest request; ///< all but the mail itself
        MailAddress from;
    };

    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer,
                            const std::stop_token &stop) override;
    Result<Server> readServer() const;

    const Settings &m_settings;
    Keyring &m_keyring;
    KeptValues<Server> m_servers;
};

} // namespace anteroom
