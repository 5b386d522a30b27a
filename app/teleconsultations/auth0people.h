// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/teleconsultations/newteleconsultation.h"
#include "app/teleconsultations/videoprovider.h"

#include <mutex>

namespace anteroom {

class Keyring;
class Settings;

/// `https://HOST`, or the URL that AUTH0_DOMAIN is, without a slash at its end; empty where it is unset.
QString auth0Base(const Settings &settings);

/// People as Auth0's Management API knows them. Calls wait for their answer; any thread that may wait.
class Auth0People
{
public:
    Auth0People(const Settings &settings, Keyring &keyring, const Clock &clock);

    /// Nothing where there is no such person. Errors: BadGateway "auth0.failed", "auth0.not_set_up";
    /// Unavailable "stopping"; the keyring's.
    Result<std::optional<KnownPerson>> read(const Outside &outside, const QString &id);

private:
    Result<QByteArray> bearer(const Outside &outside, bool isAnew);
    Result<QByteArray> secret(const char *name) const;
    QString managementUrl() const;

    const Settings &m_settings;
    Keyring &m_keyring;
    const Clock &m_clock;
    mutable std::mutex m_keyringMutex;
    std::mutex m_mutex; ///< guards what follows
    QByteArray m_token;
    QByteArray m_tokenFor; ///< client and address it was given to
    UtcTime m_tokenEnds;
};

} // namespace anteroom
