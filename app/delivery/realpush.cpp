// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/realpush.h"

#include "app/settings/settings.h"

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;
using Kind = PushResult::Kind;

namespace {

// A server that says "not now" is given a moment; a connection that failed is not.
constexpr auto beforeSecondTry = std::chrono::milliseconds(150);

PushResult cancelled()
{
    return {Kind::Unavailable, "delivery.cancelled", {}};
}

PushResult resultOf(const Error &error)
{
    return {error.code == ErrorCode::Unavailable ? Kind::Unavailable : Kind::Refused, error.reason, {}};
}

} // namespace

struct RealPush::Job
{
    Push push;
    Done done;
    Http2Client::Clock::time_point endsAt;
    int tries = 0;
    bool needsNewConnection = false;
};

RealPush::RealPush(const Settings &settings, const Clock &clock, Options options)
    : m_settings(settings)
    , m_options(options)
    , m_fcm(settings, clock, m_client)
    , m_apns(settings, clock)
{
}

RealPush::RealPush(const Settings &settings, const Clock &clock)
    : RealPush(settings, clock, Options())
{
}

RealPush::~RealPush()
{
    cancel();
}

void RealPush::keepReady()
{
    m_client.run([this] {
        if (!std::exchange(m_lookingAfter, true))
            lookAfter();
    });
}

void RealPush::lookAfter()
{
    if (m_settings.text("ANTEROOM_PUSH_PROVIDER") == u"real"_s) {
        for (PushProvider *provider :
             {static_cast<PushProvider *>(&m_fcm), static_cast<PushProvider *>(&m_apns)}) {
            if (!provider->isConfigured())
                continue;
            provider->signInAhead();
            m_client.open(provider->root() + '/', m_settings.text("ANTEROOM_PUSH_CA"));
        }
    }
    m_client.after(m_options.lookedAfterEvery, [this] { lookAfter(); });
}

void RealPush::send(Push push, Done done)
{
    auto job = std::make_shared<Job>();
    const bool isCall = push.kind == Push::Kind::Call;
    job->push = std::move(push);
    job->done = std::move(done);
    job->endsAt = Http2Client::Clock::now() + (isCall ? m_options.callWithin : m_options.noticeWithin);
    const bool accepted = m_client.run([this, job] {
        if (m_cancelled) {
            job->done(cancelled());
            return;
        }
        m_jobs.insert(job);
        // Whatever hangs: whoever waits is told in time.
        m_client.after(std::chrono::ceil<std::chrono::milliseconds>(job->endsAt - Http2Client::Clock::now()),
                       [this, job] {
                           finish(job, {Kind::Unavailable, "delivery.timed_out", {}});
                       });
        attempt(job);
    });
    if (!accepted)
        job->done(cancelled());
}

void RealPush::cancel()
{
    m_client.run([this] {
        m_cancelled = true;
        while (!m_jobs.empty())
            finish(*m_jobs.begin(), cancelled());
    });
    m_client.stop();
}

PushProvider &RealPush::providerOf(const Push &push)
{
    if (push.platform == UserDevice::Platform::Ios)
        return m_apns;
    return m_fcm;
}

void RealPush::attempt(const std::shared_ptr<Job> &job)
{
    if (!m_jobs.contains(job))
        return;
    ++job->tries;
    providerOf(job->push).prepare(job->push, [this, job](Result<Http2Request> request) {
        if (!m_jobs.contains(job))
            return;
        if (request)
            post(job, *std::move(request));
        else
            judge(job, {resultOf(request.error()), false}, false);
    });
}

void RealPush::post(const std::shared_ptr<Job> &job, Http2Request request)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(job->endsAt - Http2Client::Clock::now());
    const bool mayTryAgain = job->tries == 1 && job->push.kind == Push::Kind::Call;
    request.endWithin =
        std::max(std::chrono::milliseconds(1), mayTryAgain ? std::min(left, m_options.firstTryWithin) : left);
    request.onNewConnection = job->needsNewConnection;
    request.onHttp1 =
        job->tries > 1; // of what speaks plain http on this machine, which of the two is unknown
    m_client.post(request, [this, job](const CurlReply &reply) {
        if (!m_jobs.contains(job))
            return;
        if (reply.failure == Failure::None) {
            judge(job, providerOf(job->push).judge(job->push, reply), false);
            return;
        }
        const bool suspect = reply.failure == Failure::TimedOut || reply.failure == Failure::Broken;
        judge(job, {{Kind::Unavailable, reasonOf(reply.failure), {}}, false}, suspect);
    });
}

// Ends the job, or gives it its second try.
void RealPush::judge(const std::shared_ptr<Job> &job, const PushVerdict &verdict, bool suspect)
{
    if (suspect)
        m_client.distrustConnections();
    const bool isSecond = job->tries > 1 || job->push.kind != Push::Kind::Call;
    if (verdict.signInAgain && job->tries == 1) {
        providerOf(job->push).forgetPass();
        attempt(job);
        return;
    }
    if (verdict.result.kind != Kind::Unavailable || isSecond) {
        finish(job, verdict.result);
        return;
    }
    job->needsNewConnection = suspect;
    if (suspect)
        attempt(job);
    else
        m_client.after(beforeSecondTry, [this, job] { attempt(job); });
}

void RealPush::finish(const std::shared_ptr<Job> &job, PushResult result)
{
    const std::shared_ptr<Job> kept = job; // `job` may be the set's own
    if (m_jobs.erase(kept) > 0)
        kept->done(std::move(result));
}

} // namespace anteroom
