// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/route.h"

#include <deque>

namespace anteroom {

/// The one table of all routes, and what matches what. Filled before the server starts, then only read: any
/// thread.
class Router
{
public:
    /// Adds a route. Method and path of one listener are added once (Q_ASSERT).
    void add(Route route);

    /// Says that every path that begins so belongs to `family`, also one that no route has: "/v1".
    void addFamily(const char *prefix, Family family);

    /// What the table knows of a path.
    struct Match
    {
        const Route *route = nullptr; ///< null: no route for this method (see `allowed`), or for this path
        QByteArrayList params;
        QByteArray allowed; ///< the path's methods, for `Allow`; empty: the path is unknown
        Family family = Family::None;
    };

    /// HEAD finds the GET route.
    Match match(const RequestHead &head) const;

    /// The family of a path on the staff's listener; the patient's has none.
    Family familyOf(Listener listener, const QByteArrayList &segments) const;

    const std::deque<Route> &routes() const { return m_routes; }

private:
    struct Entry
    {
        const Route *route;
        QByteArrayList pattern; ///< an empty one stands for {…}
    };

    std::deque<Route> m_routes; ///< a deque: routes stay where they are
    std::vector<Entry> m_entries;
    std::vector<std::pair<QByteArrayList, Family>> m_families;
};

/// "GET" and the like; empty for Other.
QByteArray methodName(HttpMethod method);

} // namespace anteroom
