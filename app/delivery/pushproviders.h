// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/http2client.h"
#include "app/delivery/pushsender.h"
#include "app/delivery/webtoken.h"

namespace anteroom {

class Settings;

/// What a provider's answer comes to.
struct PushVerdict
{
    PushResult result;
    bool signInAgain = false; ///< it did not know our pass (any more): another one may do
};

/// One push service: how it is asked and what its answers mean (RULES.md, Push messages). Lives on the thread
/// of the Http2Client that it is given.
class PushProvider
{
public:
    using Ready = std::function<void(Result<Http2Request>)>;

    PushProvider() = default;
    PushProvider(const PushProvider &) = delete;
    PushProvider &operator=(const PushProvider &) = delete;
    virtual ~PushProvider() = default;

    /// Whether all settings are there.
    virtual bool isConfigured() const = 0;
    /// The root of the service, to be connected to ahead.
    virtual QByteArray root() const = 0;
    /// Gets a pass ahead, where there is none or it ends soon.
    virtual void signInAhead() = 0;
    /// The request for a push, at once or as soon as there is a pass. Errors: Invalid "push.not_configured",
    /// "push.bad_key"; Forbidden "push.sign_in"; Unavailable "push.no_pass".
    virtual void prepare(const Push &push, Ready ready) = 0;
    virtual PushVerdict judge(const Push &push, const CurlReply &reply) const = 0;
    /// The pass was refused.
    virtual void forgetPass() = 0;
};

/// Firebase Cloud Messaging, HTTP v1: with a service account's key, by which an access token is got from its
/// token_uri; that lasts an hour, and is renewed by one request at a time before it ends.
class FcmProvider final : public PushProvider
{
public:
    FcmProvider(const Settings &settings, const Clock &clock, Http2Client &client);

    bool isConfigured() const override;
    QByteArray root() const override;
    void signInAhead() override;
    void prepare(const Push &push, Ready ready) override;
    PushVerdict judge(const Push &push, const CurlReply &reply) const override;
    void forgetPass() override;

private:
    struct Account
    {
        QString file;
        QByteArray project, mail, keyId, tokenUri;
        WebTokenKey key;
    };
    Result<void> readAccount();
    Http2Request requestFor(const Push &push) const;
    bool isFresh(double share) const;
    void renew();
    void renewed(const CurlReply &reply);

    const Settings &m_settings;
    const Clock &m_clock;
    Http2Client &m_client;
    std::optional<Account> m_account;
    QByteArray m_pass;
    UtcTime m_passSince, m_passUntil;
    UtcTime m_notBefore; ///< no renewal ahead before then
    bool m_renewing = false;
    std::vector<std::function<void(std::optional<Error>)>> m_waiting;
};

/// Apple's push service: a token signed with a team's key (ES256), which Apple wants renewed every 20 to 60
/// minutes.
class ApnsProvider final : public PushProvider
{
public:
    ApnsProvider(const Settings &settings, const Clock &clock);

    bool isConfigured() const override;
    QByteArray root() const override;
    void signInAhead() override;
    void prepare(const Push &push, Ready ready) override;
    PushVerdict judge(const Push &push, const CurlReply &reply) const override;
    void forgetPass() override;

private:
    Result<QByteArray> pass();

    const Settings &m_settings;
    const Clock &m_clock;
    QByteArray m_pass, m_passOf; ///< and of what it was made
    UtcTime m_passSince;
    std::optional<UtcTime> m_forgottenAt;
};

} // namespace anteroom
