// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/page.h"
#include "server/http/query.h"

namespace anteroom {

/// Which page of a list a query asks for: `limit`, 1 to 200 items and else 50, and `cursor`, which whoever
/// reads the page checks. Errors: Invalid "page.limit".
Result<PageRequest> pageFrom(const QueryParameters &query);

} // namespace anteroom
