// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/transaction.h"

namespace anteroom {

/// A month of invented calls to the demo's devices, the same each time but for the day: most were answered,
/// some phones did not wake, one call was missed today.
void addDemoCalls(WriteTransaction &tx);

} // namespace anteroom
