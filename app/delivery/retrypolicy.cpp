// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/retrypolicy.h"

#include <algorithm>

namespace anteroom {

using namespace std::chrono_literals;

RetryPolicy retryPolicy(Channel channel, bool urgent)
{
    if (urgent && channel != Channel::Webhook && channel != Channel::Video)
        return {2s, 1min, 30min};
    switch (channel) {
    case Channel::Sms:
        return {10s, 15min, 24h};
    case Channel::Email:
        return {30s, 1h, 48h};
    case Channel::Push:
        return {5s, 10min, 24h};
    case Channel::Webhook:
        return {5s, 3h, 72h};
    case Channel::Video:
        return {5s, 1h, 168h};
    }
    return {5s, 3h, 72h};
}

std::chrono::milliseconds retryDelay(const RetryPolicy &policy, int tries, double chance)
{
    // 2^20 times the shortest wait is beyond every longest one.
    const std::chrono::milliseconds doubled = policy.first * (qint64(1) << std::clamp(tries - 1, 0, 20));
    if (doubled == policy.first)
        return policy.first;
    const auto wait = std::min(doubled, policy.longest);
    return wait / 2 +
           std::chrono::milliseconds(qint64(double(wait.count()) / 2 * std::clamp(chance, 0.0, 1.0)));
}

} // namespace anteroom
