// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/message.h"

namespace anteroom {

/// How long to wait between tries, and when to stop trying (RULES.md, Outbox).
struct RetryPolicy
{
    std::chrono::milliseconds first;       ///< after the first try
    std::chrono::milliseconds longest;     ///< twice as long after each further try, up to this
    std::chrono::milliseconds giveUpAfter; ///< counted from the first try
};

/// The policy of a channel. `urgent`: codes and calls, which are of no use an hour later.
RetryPolicy retryPolicy(Channel channel, bool urgent);

/// How long to wait after `tries` tries (1 or more). `chance`, from 0 up to 1, spreads the waits after the
/// first one over the upper half, so that what failed together does not come back together.
std::chrono::milliseconds retryDelay(const RetryPolicy &policy, int tries, double chance);

/// The longest wait that a provider's Retry-After is granted.
constexpr std::chrono::milliseconds longestRetryAfter = std::chrono::hours(24);

} // namespace anteroom
