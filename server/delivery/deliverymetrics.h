// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/lanes.h"

namespace anteroom {

/// What is under way, paused and done, by provider, as Prometheus text. Remote ends are counted, not named.
QByteArray deliveryMetrics(const DeliveryFigures &figures);

} // namespace anteroom
