// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <optional>

namespace anteroom {

/// A phone or browser that has the patients' app. Its push token is sealed and never part of the value.
struct UserDevice
{
    enum class Platform { Ios, Android, Web };

    DeviceId id;
    UserId user;
    Platform platform = Platform::Ios;
    bool hasPushToken = false;
    bool pushTokenDead = false; ///< the push service said so
    bool acceptsInboundCalls = false;
    UtcTime createdAt;
    UtcTime changedAt;

    /// Whether something can be pushed to it.
    bool isLive() const { return hasPushToken && !pushTokenDead; }
    /// Whether a call can wake it (RULES.md, Calls).
    bool takesCalls() const { return acceptsInboundCalls && isLive(); }
};

/// `ios`, `android`, `web`.
const char *platformName(UserDevice::Platform platform);
std::optional<UserDevice::Platform> platformByName(QByteArrayView name);

} // namespace anteroom
