// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/keptvalues.h"
#include "app/delivery/transfergateway.h"

#include <QSet>

namespace anteroom {

class DeliveryReports;
class Keyring;
class Settings;

/// Hands text messages to somebody's HTTP API, as the templates in the settings describe it (RULES.md, Text
/// messages): of the message's account or the general ones, as they are when it leaves.
class SmsGateway final : public TransferGateway
{
public:
    /// All outlive the gateway.
    SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock, const DeliveryReports &reports,
               TransferOptions options = {});
    ~SmsGateway() override;

    QString provider() const override;
    /// ANTEROOM_SMS_DROPS_DOUBLES: what the clinic knows of its account's gateway.
    bool mayRepeat(const Message &message) const override;
    int maxInFlightPerLane() const override;
    void settingsChanged() override;

private:
    struct Templates;

    Result<Templates> readTemplates(const QString &account) const;
    CurlRequest requestFor(const Message &message, const Templates &templates) const;
    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer,
                            const std::stop_token &stop) override;
    DeliveryOutcome judge(const CurlReply &reply, const Templates &templates) const;

    bool keepsConnections(const QString &origin) const;
    void keepNoConnections(const QString &origin);

    const Settings &m_settings;
    Keyring &m_keyring;
    const DeliveryReports &m_reports;
    KeptValues<Templates> m_templates; ///< by account
    mutable std::mutex m_mutex;
    QSet<QString> m_closing;           ///< the servers that lost a request on a kept connection
    QHash<QString, UtcTime> m_takenAt; ///< by account: when its gateway last took a text
};

} // namespace anteroom
