// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QHostAddress>

#include <chrono>
#include <mutex>

namespace anteroom {

/// Slows those who guess links (RULES.md, Patient page): so many refused answers an address, then none for a
/// while; and above so many in all every refusal takes longer. It never speaks about right answers, so
/// others' misses cannot keep a patient out. Any thread.
class MissLimiter
{
public:
    struct Limits
    {
        // Whole hospitals and mobile networks stand behind one address; links are too long to be guessed at
        // this pace.
        int perAddress = 60;              ///< misses of one address (IPv6: one /64) …
        std::chrono::seconds window{900}; ///< … in so long; then one more each time a part of it has passed
        int total = 120;                  ///< misses of all …
        std::chrono::seconds totalWindow{60}; ///< … in so long
        std::chrono::milliseconds step{100};  ///< each one more delays refusals by so much
        std::chrono::milliseconds longest{5'000};
        int addresses = 10'000; ///< how many are remembered
    };

    explicit MissLimiter(const Clock &clock)
        : MissLimiter(clock, Limits())
    {
    }
    MissLimiter(const Clock &clock, Limits limits);

    /// How long the address has to wait before it is listened to again; zero: it need not, and its answer
    /// counts as a miss until hit() says otherwise, so that many at once get no further than many in a row.
    std::chrono::seconds begin(const QHostAddress &address);

    /// The answer that begin() let in was no miss.
    void hit(const QHostAddress &address);

    /// It was one. By how much its answer is to be delayed.
    std::chrono::milliseconds miss();

private:
    /// Fills up to `size` within the window; a miss takes one out.
    struct Bucket
    {
        double left = 0;
        UtcTime at;
    };

    static QByteArray keyOf(const QHostAddress &address);
    static void refill(Bucket &bucket, UtcTime now, int size, std::chrono::seconds window, double lowest);
    void forgetSome(UtcTime now);

    const Clock &m_clock;
    const Limits m_limits;
    std::mutex m_mutex;
    QHash<QByteArray, Bucket> m_addresses;
    Bucket m_total;
};

} // namespace anteroom
