// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/application.h"
#include "server/http/connectiongate.h"
#include "server/http/iothreads.h"
#include "server/http/tlsidentity.h"
#include "server/http/transportserver.h"

#include <array>
#include <atomic>

namespace anteroom {

/// One worker's counters: written by its thread alone, read by any.
struct WorkerCounters
{
    using Counter = std::atomic<quint64>;

    Counter opened{0}, closed{0}, evicted{0}, requests{0}, refusals{0}, timeouts{0}, bytesIn{0}, bytesOut{0};
    Counter uploadsBegun{0}, uploadsEnded{0};
    std::array<Counter, 6> answers{};

    /// Cheaper than an atomic addition; there is one writer.
    static void add(Counter &counter, quint64 by = 1)
    {
        counter.store(counter.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
    }
};

/// What the workers of one server share. Made before them and destroyed after them.
struct TransportContext
{
    TransportContext(HttpApplication &theApplication, TransportConfig theConfig);

    HttpApplication &application;
    const TransportConfig config;
    ConnectionGate gate;
    BodyPlaces places;
    TlsIdentity tls;
    IoThreads io;
    std::atomic<quint64> refusedConnections{0};
};

} // namespace anteroom
