// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/proxies.h"

#include "server/http/headers.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

/// An address as proxies write it: alone, or with a port, an IPv6 one then in brackets.
QHostAddress forwardedAddress(const QByteArray &entry)
{
    auto text = QString::fromLatin1(entry.trimmed());
    if (text.startsWith(u'['))
        text = text.mid(1, text.indexOf(u']') - 1);
    else if (text.count(u':') == 1)
        text.truncate(text.indexOf(u':'));
    return unmapped(QHostAddress(text));
}

QByteArray lastMember(const QByteArray &list)
{
    return list.mid(list.lastIndexOf(',') + 1).trimmed();
}

} // namespace

QHostAddress unmapped(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    bool isV4 = false;
    const auto v4 = address.toIPv4Address(&isV4);
    return isV4 && !address.isLoopback() ? QHostAddress(v4) : address;
}

Result<TrustedProxies> TrustedProxies::parse(const QString &list)
{
    TrustedProxies proxies;
    for (const auto &part : list.split(u',', Qt::SkipEmptyParts)) {
        const auto entry = part.trimmed();
        if (entry.isEmpty())
            continue;
        QPair<QHostAddress, int> network;
        if (entry.contains(u'/')) {
            network = QHostAddress::parseSubnet(entry);
        } else {
            network.first = QHostAddress(entry);
            network.second = network.first.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        }
        if (network.first.isNull() || network.second < 0)
            return fail(ErrorCode::Invalid, "proxies.malformed", nullptr, {{u"entry"_s, entry}});
        proxies.m_networks.append(network);
    }
    return proxies;
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    for (const auto &network : m_networks) {
        if (address.isInSubnet(network))
            return true;
    }
    return false;
}

QHostAddress TrustedProxies::client(const QHostAddress &peer, const HttpHeaders &headers) const
{
    if (m_networks.isEmpty() || !contains(peer))
        return peer;
    auto found = peer;
    const auto entries = headers.values("x-forwarded-for").join(',').split(',');
    for (auto i = entries.size() - 1; i >= 0; --i) {
        const auto address = forwardedAddress(entries.at(i));
        if (address.isNull())
            break;
        found = address;
        if (!contains(address))
            break;
    }
    return found;
}

bool TrustedProxies::isSecure(const QHostAddress &peer, bool secure, const HttpHeaders &headers) const
{
    if (m_networks.isEmpty() || !contains(peer) || !headers.contains("x-forwarded-proto"))
        return secure;
    const auto said = lastMember(headers.values("x-forwarded-proto").join(','));
    return said.compare("https", Qt::CaseInsensitive) == 0;
}

} // namespace anteroom
