// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace anteroom {

class DeliveryReports;

/// Adds `GET|POST /v1/delivery-reports/{token}` to the staff's listener: where gateways say what became of
/// text messages. The token in the path is all that they have. `store` and `reports` outlive the router.
void addDeliveryReportRoutes(Router &router, Store &store, const DeliveryReports &reports);

} // namespace anteroom
