// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequestservice.h"
#include "app/storage/store.h"
#include "server/http/router.h"

namespace anteroom {

/// Adds the routes of file requests (RULES.md, File requests) to the staff's listener. Both outlive the
/// router.
void addFileRequestRoutes(Router &router, Store &store, const FileRequestService &service);

} // namespace anteroom
