// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/pagequery.h"

namespace anteroom {

namespace {

constexpr int fewest = 1;
constexpr int usual = 50;
constexpr int most = 200;

} // namespace

Result<PageRequest> pageFrom(const QueryParameters &query)
{
    PageRequest page{usual, query.value("cursor").value_or(QByteArray())};
    if (const auto limit = query.value("limit")) {
        bool isNumber = false;
        page.limit = limit->toInt(&isNumber);
        if (!isNumber || page.limit < fewest || page.limit > most)
            return fail(ErrorCode::Invalid, "page.limit", "limit");
    }
    return page;
}

} // namespace anteroom
