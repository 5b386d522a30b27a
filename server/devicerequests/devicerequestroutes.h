// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequestservice.h"
#include "app/storage/store.h"
#include "server/http/router.h"

namespace anteroom {

/// Adds `/api/patients/{id}/device_requests…` and the jobs. What is given has to outlive the router.
void addDeviceRequestRoutes(Router &router, Store &store, const DeviceRequestService &service);

} // namespace anteroom
