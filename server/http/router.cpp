// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QByteArrayList patternOf(const char *path)
{
    QByteArrayList segments = QByteArray(path).mid(1).split('/');
    for (QByteArray &segment : segments) {
        if (segment.startsWith('{'))
            segment.clear();
    }
    return segments;
}

bool matches(const QByteArrayList &pattern, const QByteArrayList &segments)
{
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QByteArray &wanted = pattern.at(i);
        if (wanted.isEmpty() ? segments.at(i).isEmpty() : wanted != segments.at(i))
            return false;
    }
    return true;
}

} // namespace

void Router::add(Route route)
{
    const QByteArrayList pattern = patternOf(route.path);
    for (const Entry &entry : m_entries) {
        Q_ASSERT_X(entry.pattern != pattern || entry.route->method != route.method ||
                       entry.route->listener != route.listener,
                   "Router::add", route.path);
    }
    route.index = m_routes.size() + 1;
    m_routes.push_back(std::move(route));
    m_entries.push_back({&m_routes.back(), pattern});
}

void Router::addFamily(const char *prefix, Family family)
{
    m_families.emplace_back(patternOf(prefix), family);
}

Router::Match Router::match(const RequestHead &head) const
{
    Match match;
    const QByteArrayList segments = head.segments();
    const HttpMethod wanted = head.method == HttpMethod::Head ? HttpMethod::Get : head.method;
    bool known = false;
    for (const Entry &entry : m_entries) {
        if (entry.route->listener != head.listener || !matches(entry.pattern, segments))
            continue;
        known = true;
        if (entry.route->method != wanted)
            continue;
        match.route = entry.route;
        match.family = entry.route->family;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (entry.pattern.at(i).isEmpty())
                match.params.append(segments.at(i));
        }
        return match;
    }
    match.family = familyOf(head.listener, segments);
    if (!known)
        return match;
    QByteArrayList methods;
    for (const Entry &entry : m_entries) {
        if (entry.route->listener != head.listener || !matches(entry.pattern, segments))
            continue;
        methods.append(methodName(entry.route->method));
        if (entry.route->method == HttpMethod::Get)
            methods.append("HEAD"_ba);
    }
    methods.append("OPTIONS"_ba);
    match.allowed = methods.join(", ");
    return match;
}

Family Router::familyOf(Listener listener, const QByteArrayList &segments) const
{
    if (listener != Listener::Staff)
        return Family::None;
    // The longest prefix counts: one family's paths may lie below another's.
    const std::pair<QByteArrayList, Family> *best = nullptr;
    for (const auto &family : m_families) {
        const auto &prefix = family.first;
        if (segments.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), segments.begin()) &&
            (!best || best->first.size() < prefix.size()))
            best = &family;
    }
    return best ? best->second : Family::None;
}

QByteArray methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET"_ba;
    case HttpMethod::Head:
        return "HEAD"_ba;
    case HttpMethod::Post:
        return "POST"_ba;
    case HttpMethod::Put:
        return "PUT"_ba;
    case HttpMethod::Patch:
        return "PATCH"_ba;
    case HttpMethod::Delete:
        return "DELETE"_ba;
    case HttpMethod::Options:
        return "OPTIONS"_ba;
    case HttpMethod::Other:
        break;
    }
    return {};
}

} // namespace anteroom
