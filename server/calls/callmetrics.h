// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

struct CallFigures;
class Transaction;

/// The lines of `/metrics` about calls: numbers, nobody's data.
QByteArray callMetrics(Transaction &tx, const CallFigures &figures);

} // namespace anteroom
