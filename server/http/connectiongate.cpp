// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connectiongate.h"

#include <limits>

namespace anteroom {

namespace {

/// Places above the cap, for new connections while the evicted ones are still being closed.
constexpr int Spare = 64;

} // namespace

ConnectionGate::ConnectionGate(const Limits &limits, const TrustedProxies &proxies)
    : m_limits(limits)
    , m_proxies(proxies)
    , m_slots(size_t(std::max(limits.connections, 1) + Spare))
{
    for (int i = int(m_slots.size()) - 1; i >= 0; --i)
        m_free.push_back(i);
}

ConnectionGate::Admission ConnectionGate::admit(const QHostAddress &peer, int worker)
{
    const auto host = hostKey(peer);
    const std::lock_guard lock(m_mutex);
    int victim = -1;
    if (!host.isEmpty() && m_hosts.value(host) >= m_limits.connectionsPerHost) {
        victim = longestIdle(&host);
        if (victim < 0)
            return {};
    } else if (m_used - m_leaving >= m_limits.connections) {
        victim = longestIdle(nullptr);
        if (victim < 0)
            return {};
    }
    if (m_free.empty())
        return {};
    Admission admission;
    if (victim >= 0) {
        auto &leaving = m_slots[size_t(victim)];
        leaving.leaving = true;
        ++m_leaving;
        if (!leaving.host.isEmpty()) { // its host may have the next one at once
            --m_hosts[leaving.host];
            leaving.host.clear();
        }
        admission.victim = Victim{leaving.serial, leaving.worker};
    }
    admission.slot = m_free.back();
    m_free.pop_back();
    ++m_used;
    auto &slot = m_slots[size_t(admission.slot)];
    slot.used = true;
    slot.leaving = false;
    slot.idleSince = 0;
    slot.serial = ++m_serial;
    admission.connection = slot.serial;
    slot.worker = worker;
    slot.host = host;
    if (!host.isEmpty())
        ++m_hosts[host];
    return admission;
}

void ConnectionGate::release(int index)
{
    const std::lock_guard lock(m_mutex);
    auto &slot = m_slots[size_t(index)];
    if (!slot.host.isEmpty() && --m_hosts[slot.host] <= 0)
        m_hosts.remove(slot.host);
    if (slot.leaving)
        --m_leaving;
    slot.used = false;
    slot.leaving = false;
    slot.idleSince = 0;
    slot.host.clear();
    --m_used;
    m_free.push_back(index);
}

/// The slot of the connection that has been idle the longest, of one host or of all; -1 where none is idle.
int ConnectionGate::longestIdle(const QByteArray *host) const
{
    qint64 oldest = std::numeric_limits<qint64>::max();
    quint64 serial = 0;
    int found = -1;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const auto &slot = m_slots[i];
        const auto since = slot.idleSince.load(std::memory_order_relaxed);
        if (!slot.used || slot.leaving || since == 0 || (host && slot.host != *host))
            continue;
        if (since < oldest || (since == oldest && slot.serial < serial)) {
            oldest = since;
            serial = slot.serial;
            found = int(i);
        }
    }
    return found;
}

/// What counts as one host: an IPv4 address, or the /64 of an IPv6 one; empty for those that are not counted.
QByteArray ConnectionGate::hostKey(const QHostAddress &peer) const
{
    if ((peer.isLoopback() && !m_limits.capLoopback) || m_proxies.contains(peer))
        return {};
    bool isV4 = false;
    const quint32 v4 = peer.toIPv4Address(&isV4);
    if (isV4)
        return QByteArray::number(v4, 16);
    const auto v6 = peer.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(v6.c), 8);
}

bool BodyPlaces::take(int group, int maxAtOnce)
{
    const std::lock_guard lock(m_mutex);
    auto &taken = m_taken[group];
    if (taken >= maxAtOnce)
        return false;
    ++taken;
    return true;
}

void BodyPlaces::giveBack(int group)
{
    const std::lock_guard lock(m_mutex);
    --m_taken[group];
}

} // namespace anteroom
