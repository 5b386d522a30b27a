// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/teleconsultations/videoprovider.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace anteroom {

class Settings;

/// Checks Auth0's access tokens (RS256 and nothing else): the signature by the tenant's published keys,
/// issuer, audience and end (RULES.md, Teleconsultations). Any thread.
class Auth0Tokens
{
public:
    /// A key that is not known may be looked for so often.
    static constexpr std::chrono::seconds fetchedAtMostEvery{2};
    /// Keys are looked at anew after this long, so that a withdrawn one ends.
    static constexpr std::chrono::minutes keysLastFor{10};
    /// While they cannot be had anew the old ones do, for so long.
    static constexpr std::chrono::hours oldKeysLastFor{24};

    Auth0Tokens(const Settings &settings, const Clock &clock);
    ~Auth0Tokens();

    /// Whether such tokens are taken at all: AUTH0_DOMAIN and AUTH0_AUDIENCE are set.
    bool isOn() const;

    /// Who the token says the caller is (`sub`), without waiting; nothing where its key has to be fetched
    /// first. Errors: Unauthenticated "token.unknown", "token.expired".
    std::optional<Result<QString>> check(const QByteArray &token) const;

    /// The same; fetches the keys where that is needed, and so may wait for some seconds. Where they were
    /// fetched since the token came, at `cameAt`, a key that is not among them is not waited for. Errors:
    /// also BadGateway "auth0.failed" where no keys could be had; Unavailable "stopping".
    Result<QString> checkAndFetch(const Outside &outside, const QByteArray &token,
                                  std::chrono::steady_clock::time_point cameAt);

private:
    struct Keys;

    Result<void> fetch(const Outside &outside, const QString &base);

    const Settings &m_settings;
    const Clock &m_clock;
    mutable std::mutex m_mutex; ///< guards what follows
    std::shared_ptr<const Keys> m_keys;
    std::mutex m_fetching; ///< one fetch at a time
    std::condition_variable_any m_wait;
    std::chrono::steady_clock::time_point m_fetchBegan; ///< of the last one; guarded by m_fetching
    bool m_everFetched = false;
    std::optional<Error> m_fetchFailed; ///< why the last one brought nothing; guarded by m_fetching
};

} // namespace anteroom
