// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/publicaddress.h"

#include <algorithm>
#include <array>

namespace anteroom {

namespace {

struct Range4
{
    quint32 first;
    int bits;
};

// What IANA's registry of special-purpose addresses says is not globally reachable, and multicast.
constexpr std::array notPublic4{
    Range4{0x00000000, 8},  // this network
    Range4{0x0a000000, 8},  // private
    Range4{0x64400000, 10}, // shared by a provider's customers (CGNAT)
    Range4{0x7f000000, 8},  // loopback
    Range4{0xa9fe0000, 16}, // link-local, and the clouds' metadata
    Range4{0xac100000, 12}, // private
    Range4{0xc0000000, 24}, // protocol assignments
    Range4{0xc0000200, 24}, // documentation
    Range4{0xc0586300, 24}, // 6to4 relays
    Range4{0xc0a80000, 16}, // private
    Range4{0xc6120000, 15}, // benchmarks
    Range4{0xc6336400, 24}, // documentation
    Range4{0xcb007100, 24}, // documentation
    Range4{0xe0000000, 3},  // multicast, reserved, broadcast
};

bool isPublic4(quint32 address)
{
    return std::none_of(notPublic4.begin(), notPublic4.end(), [address](const Range4 &range) {
        return ((address ^ range.first) >> (32 - range.bits)) == 0;
    });
}

bool isPublic6(const Q_IPV6ADDR &a)
{
    if ((a[0] & 0xe0) != 0x20) // 2000::/3 is all there is of global unicast
        return false;
    const quint32 head = (quint32(a[0]) << 24) | (quint32(a[1]) << 16) | (quint32(a[2]) << 8) | a[3];
    const bool special = (head >> 9) == (0x20010000u >> 9); // 2001::/23: Teredo, ORCHID…
    const bool documentation = head == 0x20010db8u || (head >> 12) == (0x3fff0000u >> 12);
    const bool sixToFour = (head >> 16) == 0x2002u;
    return !special && !documentation && !sixToFour;
}

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    switch (address.protocol()) {
    case QAbstractSocket::IPv4Protocol:
        return isPublic4(address.toIPv4Address());
    case QAbstractSocket::IPv6Protocol:
        return isPublic6(address.toIPv6Address());
    default:
        return false;
    }
}

} // namespace anteroom
