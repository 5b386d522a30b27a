// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace anteroom {

class Store;
class UserDeviceService;

/// `/v1/user-devices/{id}`: what the app's maker keeps us informed of (RULES.md, Calls). All outlive the
/// router.
void addUserDeviceRoutes(Router &router, Store &store, const UserDeviceService &service);

} // namespace anteroom
