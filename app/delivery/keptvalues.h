// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/utctime.h"

#include <QHash>
#include <QString>

#include <memory>
#include <mutex>

namespace anteroom {

/// What a gateway needs for every message and would else put together from the settings and the keyring each
/// time: made when it is first asked for, and kept until a setting changes, for a minute at most, since a
/// desktop's keyring can be changed behind our back. Any thread; one at a time makes, because a keyring
/// answers one at a time.
template<typename T>
class KeptValues
{
public:
    using Value = std::shared_ptr<const T>;

    /// The value of `key` (an account, or empty); `make() -> Result<T>` is called where there is none. An
    /// error is not kept.
    template<typename Make>
    Result<Value> get(const QString &key, UtcTime now, Make &&make)
    {
        if (const Value kept = find(key, now))
            return kept;
        const std::lock_guard making(m_making);
        if (const Value kept = find(key, now)) // somebody else has made it while this one waited
            return kept;
        const quint64 generation = generationNow();
        Result<T> made = make();
        if (!made)
            return fail(made.error());
        auto value = std::make_shared<const T>(*std::move(made));
        const std::lock_guard lock(m_mutex);
        if (generation == m_generation) { // else it is of settings that no longer hold
            if (m_values.size() >= mostKept)
                m_values.clear();
            m_values.insert(key, {value, now});
        }
        return value;
    }

    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_values.clear();
        ++m_generation;
    }

private:
    static constexpr std::chrono::seconds keptFor{60};
    static constexpr qsizetype mostKept = 1000;

    struct Kept
    {
        Value value;
        UtcTime since;
    };

    Value find(const QString &key, UtcTime now) const
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_values.find(key);
        return it != m_values.end() && now >= it->since && now < it->since + keptFor ? it->value : nullptr;
    }
    quint64 generationNow() const
    {
        const std::lock_guard lock(m_mutex);
        return m_generation;
    }

    std::mutex m_making;
    mutable std::mutex m_mutex; ///< guards what follows
    QHash<QString, Kept> m_values;
    quint64 m_generation = 0;
};

} // namespace anteroom
