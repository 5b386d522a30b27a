// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/transportcontext.h"

#include <algorithm>

namespace anteroom {

namespace {

constexpr int UploadThreads = 4;

/// A head has to fit into a connection's read buffer, and an answer needs somebody to make it.
TransportConfig usable(TransportConfig config)
{
    config.workers = std::clamp(config.workers, 1, 64);
    config.limits.head = std::clamp<qint64>(config.limits.head, 256, 48 * 1024);
    config.limits.target = std::min(config.limits.target, config.limits.head);
    config.limits.connections = std::clamp(config.limits.connections, 1, 100'000);
    return config;
}

} // namespace

TransportContext::TransportContext(HttpApplication &theApplication, TransportConfig theConfig)
    : application(theApplication)
    , config(usable(std::move(theConfig)))
    , gate(config.limits, config.trustedProxies)
    , io(UploadThreads)
{
}

} // namespace anteroom
