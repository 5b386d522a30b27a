// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>

namespace anteroom {

class HttpHeaders;

/// The networks whose X-Forwarded-For and X-Forwarded-Proto are believed (RULES.md, Listeners).
class TrustedProxies
{
public:
    TrustedProxies() = default;

    /// A CIDR list such as "10.0.0.0/8, ::1"; an address alone is one host. Invalid, "proxies.malformed"
    /// where an entry is none (`data.entry`).
    static Result<TrustedProxies> parse(const QString &list);

    bool isEmpty() const { return m_networks.isEmpty(); }
    bool contains(const QHostAddress &address) const;

    /// Who the client is. Where `peer` is trusted, X-Forwarded-For is read from its end up to the first
    /// address that is not a proxy's; an entry that is no address ends the reading.
    QHostAddress client(const QHostAddress &peer, const HttpHeaders &headers) const;

    /// Whether the client came by https: as `secure` says, unless a trusted `peer` says otherwise.
    bool isSecure(const QHostAddress &peer, bool secure, const HttpHeaders &headers) const;

private:
    QList<QPair<QHostAddress, int>> m_networks;
};

/// An IPv4 address that came mapped into IPv6 as what it is.
QHostAddress unmapped(const QHostAddress &address);

} // namespace anteroom
