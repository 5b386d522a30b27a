// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace anteroom {

class CallCenter;
class CallService;
class Store;

/// Calling, stopping a call, what can be called and what was called (RULES.md, Calls). All outlive the
/// router.
void addCallRoutes(Router &router, Store &store, const CallService &service, CallCenter &center);

/// `/v1/sip/…`: what the SIP proxy tells.
void addSipRoutes(Router &router, Store &store, const CallService &service, CallCenter &center);

} // namespace anteroom
