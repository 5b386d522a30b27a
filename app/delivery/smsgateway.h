// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/gateway.h"
#include "app/delivery/transferpool.h"

namespace anteroom {

class DeliveryReports;
class Keyring;
class Settings;
struct SmsValues;

/// Hands text messages to somebody's HTTP API, as the templates in the settings describe it (RULES.md, Text
/// messages): of the message's account or the general ones, as they are when it leaves.
class SmsGateway final : public Gateway
{
public:
    /// What tests set otherwise.
    struct Options
    {
        std::chrono::milliseconds connectWithin = std::chrono::seconds(10);
        std::chrono::milliseconds endWithin = std::chrono::seconds(30);
    };

    /// All outlive the gateway.
    SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock, const DeliveryReports &reports,
               Options options);
    SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
               const DeliveryReports &reports);

    QString provider() const override;
    /// ANTEROOM_SMS_DROPS_DOUBLES: what the clinic knows of its gateways.
    bool mayRepeat() const override;
    int maxInFlight() const override { return threads; }
    int maxInFlightPerLane() const override { return threads / 3; } // one that hangs leaves room for others
    void send(const Message &message, Done done) override;
    void cancel() override { m_pool.cancel(); }

private:
    static constexpr int threads = 48; // at most; started as they are needed

    Result<CurlRequest> requestFor(const Message &message) const;
    Result<QByteArray> secret(const char *name, const QString &account, bool own) const;
    DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer,
                            const std::stop_token &stop) const;
    DeliveryOutcome judge(const CurlReply &reply, const QString &account) const;

    const Settings &m_settings;
    Keyring &m_keyring;
    const Clock &m_clock;
    const DeliveryReports &m_reports;
    const Options m_options;
    mutable std::mutex m_keyringMutex;
    TransferPool m_pool; ///< goes first: its threads use all of the above
};

} // namespace anteroom
