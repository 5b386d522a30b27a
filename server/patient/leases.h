// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <memory>
#include <mutex>

namespace anteroom {

/// How many do the same at once: a place is taken under a name and given back when its lease goes. Any
/// thread; outlives its leases.
class Leases
{
public:
    class Lease
    {
    public:
        Lease(Leases &leases, QByteArray name)
            : m_leases(leases)
            , m_name(std::move(name))
        {
        }
        ~Lease() { m_leases.giveBack(m_name); }
        Lease(const Lease &) = delete;
        Lease &operator=(const Lease &) = delete;

    private:
        Leases &m_leases;
        const QByteArray m_name;
    };

    /// Null where `most` are taken already.
    std::shared_ptr<Lease> take(const QByteArray &name, int most)
    {
        const std::lock_guard lock(m_mutex);
        int &count = m_counts[name];
        if (count >= most)
            return nullptr;
        ++count;
        return std::make_shared<Lease>(*this, name);
    }

private:
    void giveBack(const QByteArray &name)
    {
        const std::lock_guard lock(m_mutex);
        if (--m_counts[name] <= 0)
            m_counts.remove(name);
    }

    std::mutex m_mutex;
    QHash<QByteArray, int> m_counts;
};

} // namespace anteroom
