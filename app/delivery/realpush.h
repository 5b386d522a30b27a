// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/pushproviders.h"

#include <set>

namespace anteroom {

/// Pushes through FCM (android, web) and APNs (ios), over connections that are open before they are needed
/// (RULES.md, Push messages).
class RealPush final : public PushSender
{
public:
    /// What tests set otherwise.
    struct Options
    {
        std::chrono::milliseconds firstTryWithin = std::chrono::milliseconds(1400);
        std::chrono::milliseconds callWithin = std::chrono::milliseconds(2900);
        std::chrono::milliseconds noticeWithin = std::chrono::seconds(15);
        std::chrono::milliseconds lookedAfterEvery = std::chrono::seconds(20);
    };

    /// Both outlive it.
    RealPush(const Settings &settings, const Clock &clock, Options options);
    RealPush(const Settings &settings, const Clock &clock);
    ~RealPush() override;

    /// Opens connections ahead and keeps them, as long as ANTEROOM_PUSH_PROVIDER says `real`. Any thread.
    void keepReady();
    void send(Push push, Done done) override;
    void cancel() override;

private:
    struct Job;

    void lookAfter();
    PushProvider &providerOf(const Push &push);
    void attempt(const std::shared_ptr<Job> &job);
    void post(const std::shared_ptr<Job> &job, Http2Request request);
    void judge(const std::shared_ptr<Job> &job, const PushVerdict &verdict, bool suspect);
    void finish(const std::shared_ptr<Job> &job, PushResult result);

    const Settings &m_settings;
    const Options m_options;
    Http2Client m_client;
    // On its thread only.
    FcmProvider m_fcm;
    ApnsProvider m_apns;
    std::set<std::shared_ptr<Job>> m_jobs;
    bool m_cancelled = false;
    bool m_lookingAfter = false;
};

} // namespace anteroom
