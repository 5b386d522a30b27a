// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/limits.h"
#include "server/http/proxies.h"

#include <QHash>
#include <QHostAddress>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace anteroom {

/// The places for connections: how many there are in all and from one host, and which of the idle ones has
/// been so the longest. The acceptor hands places out, the workers give them back and say when they are idle.
class ConnectionGate
{
public:
    ConnectionGate(const Limits &limits, const TrustedProxies &proxies);

    /// An idle connection that has to go.
    struct Victim
    {
        quint64 connection = 0;
        int worker = 0;
    };

    struct Admission
    {
        int slot = -1;          ///< -1: no place
        quint64 connection = 0; ///< its number, never used before
        std::optional<Victim> victim;
    };

    /// The acceptor's: a place for a connection from `peer` that `worker` will serve. At a cap the longest
    /// idle one is named, to be closed; where none is idle there is no place.
    Admission admit(const QHostAddress &peer, int worker);

    /// The worker's, in its thread: the slot is free again.
    void release(int slot);

    /// The worker's: idle since `now` (milliseconds of the steady clock, above 0), or busy. Cheap.
    void setIdle(int slot, qint64 now)
    {
        m_slots[size_t(slot)].idleSince.store(now, std::memory_order_relaxed);
    }
    void setBusy(int slot) { m_slots[size_t(slot)].idleSince.store(0, std::memory_order_relaxed); }

private:
    struct Slot
    {
        std::atomic<qint64> idleSince{0};
        quint64 serial = 0;
        int worker = 0;
        bool used = false;
        bool leaving = false; ///< was named as a victim
        QByteArray host;      ///< empty: not counted
    };

    int longestIdle(const QByteArray *host) const;
    QByteArray hostKey(const QHostAddress &peer) const;

    const Limits &m_limits;
    const TrustedProxies &m_proxies;
    std::mutex m_mutex;
    std::vector<Slot> m_slots;
    std::vector<int> m_free;
    QHash<QByteArray, int> m_hosts;
    quint64 m_serial = 0;
    int m_used = 0;
    int m_leaving = 0;
};

/// Places for large bodies in memory, shared by all workers (BodyLimit::group).
class BodyPlaces
{
public:
    bool take(int group, int maxAtOnce);
    void giveBack(int group);

private:
    std::mutex m_mutex;
    QHash<int, int> m_taken;
};

} // namespace anteroom
