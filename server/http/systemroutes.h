// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/openapi.h"
#include "server/http/router.h"

namespace anteroom {

/// What the routes of the server itself look at. All of it outlives the router.
struct SystemRouteParts
{
    Store *store = nullptr;
    std::shared_ptr<const OpenApi> openApi = {};
    /// The lines of /metrics; called in a worker's thread. Empty: none.
    std::function<QByteArray(Transaction &tx)> metrics = {};
};

/// Adds /healthz, /readyz, /metrics and /openapi.json to the staff's listener.
void addSystemRoutes(Router &router, const SystemRouteParts &parts);

} // namespace anteroom
