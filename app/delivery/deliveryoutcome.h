// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <chrono>
#include <optional>

namespace anteroom {

/// How handing a message over ended, as its gateway tells it (RULES.md, Outbox).
struct DeliveryOutcome
{
    enum class Kind {
        Sent,     ///< the provider took it
        TryAgain, ///< not now; when, says the channel's retry policy
        GivenUp,  ///< another try would end the same; parked as failed
        Rejected, ///< the provider says that it can never arrive
        InDoubt   ///< it was handed over and no answer came, and the provider would not notice a double
    };

    MessageId id;
    Kind kind = Kind::Sent;
    QByteArray reason; ///< a reason key, where it was not sent; never what the provider wrote
    /// Of TryAgain: the provider asks to wait at least so long (Retry-After).
    std::optional<std::chrono::milliseconds> retryAfter;
    /// The provider itself failed (no connection, no answer, overloaded), whatever the message was: counts
    /// towards the pause of its lane. With retryAfter or leaveAlone the lane pauses at once.
    bool providerFailed = false;
    /// With providerFailed: how long the lane pauses at least. The message itself waits no longer than its
    /// channel's policy says, so that it leaves soon once a change of the settings has ended the pause.
    std::optional<std::chrono::milliseconds> leaveAlone;
};

} // namespace anteroom
