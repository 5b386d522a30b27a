// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/misslimiter.h"

#include <algorithm>
#include <cmath>

namespace anteroom {

namespace {

/// What sums of fractions may be off by.
constexpr double tiny = 1e-6;

} // namespace

MissLimiter::MissLimiter(const Clock &clock, Limits limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_total{double(limits.total), clock.now()}
{
}

QByteArray MissLimiter::keyOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4); // also of ::ffff:a.b.c.d
    if (isV4)
        return QByteArray::number(v4);
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(v6.c), 8);
}

void MissLimiter::refill(Bucket &bucket, UtcTime now, int size, std::chrono::seconds window, double lowest)
{
    // A clock that was set back counts as one that stands still.
    const auto passed = std::max(now - bucket.at, UtcTime::duration::zero());
    const double share = double(passed.count()) / 1e6 / double(window.count());
    bucket.left = std::clamp(bucket.left + share * size, lowest, double(size));
    bucket.at = now;
}

std::chrono::seconds MissLimiter::begin(const QHostAddress &address)
{
    const std::lock_guard lock(m_mutex);
    const UtcTime now = m_clock.now();
    const QByteArray key = keyOf(address);
    auto found = m_addresses.find(key);
    if (found == m_addresses.end()) {
        if (m_addresses.size() >= m_limits.addresses)
            forgetSome(now);
        found = m_addresses.insert(key, {double(m_limits.perAddress), now});
    }
    refill(*found, now, m_limits.perAddress, m_limits.window, 0);
    const double missing = 1 - found->left;
    if (missing < tiny) {
        found->left = std::max(0.0, found->left - 1);
        return std::chrono::seconds(0);
    }
    const double each = double(m_limits.window.count()) / m_limits.perAddress;
    return std::chrono::seconds(std::max<qint64>(1, qint64(std::ceil(missing * each - tiny))));
}

void MissLimiter::hit(const QHostAddress &address)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_addresses.find(keyOf(address));
    if (found == m_addresses.end())
        return;
    refill(*found, m_clock.now(), m_limits.perAddress, m_limits.window, 0);
    found->left = std::min(found->left + 1, double(m_limits.perAddress));
    if (found->left >= m_limits.perAddress - tiny)
        m_addresses.erase(found); // nothing is held against it any more
}

std::chrono::milliseconds MissLimiter::miss()
{
    const std::lock_guard lock(m_mutex);
    const UtcTime now = m_clock.now();
    const double lowest = -double(m_limits.longest / m_limits.step);
    refill(m_total, now, m_limits.total, m_limits.totalWindow, lowest);
    m_total.left = std::max(lowest, m_total.left - 1);
    if (m_total.left >= 0)
        return std::chrono::milliseconds(0);
    return std::min(m_limits.longest,
                    std::chrono::milliseconds(qint64(-m_total.left * double(m_limits.step.count()))));
}

/// Those who have not missed for long go first; where there is none such, any.
void MissLimiter::forgetSome(UtcTime now)
{
    m_addresses.removeIf([&](QHash<QByteArray, Bucket>::iterator it) {
        return it->left + double((now - it->at).count()) / 1e6 / double(m_limits.window.count()) *
                              m_limits.perAddress >=
               m_limits.perAddress;
    });
    if (m_addresses.size() >= m_limits.addresses)
        m_addresses.erase(m_addresses.begin());
}

} // namespace anteroom
