// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace anteroom {

/// What the transport counts, summed over its workers. Totals since the start unless said otherwise.
struct TransportFigures
{
    quint64 connectionsOpened = 0;
    quint64 connectionsOpen = 0;      ///< now
    quint64 connectionsRefused = 0;   ///< at a cap, with nothing idle to close
    quint64 connectionsEvicted = 0;   ///< idle ones closed to make room
    quint64 requests = 0;             ///< heads that were accepted
    std::array<quint64, 6> answers{}; ///< by class of status: [2] is 2xx; [0] is not used
    quint64 refusals = 0;             ///< answers made by the transport itself
    quint64 timeouts = 0;             ///< connections ended by the clock
    quint64 bytesIn = 0;
    quint64 bytesOut = 0;
    quint64 uploadsUnderWay = 0; ///< now
};

} // namespace anteroom
