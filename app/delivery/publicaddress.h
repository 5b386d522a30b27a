// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace anteroom {

/// Whether an address belongs to the public internet: none of this machine, this network, a provider's inner
/// network, documentation, multicast, nor one that embeds another address (IPv4-mapped, NAT64, 6to4, Teredo).
/// What somebody else may make us connect to (RULES.md, Web hooks).
bool isPublicAddress(const QHostAddress &address);

} // namespace anteroom
