// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QString>

namespace anteroom {

/// One English sentence, without a full stop, for whoever sits at a terminal: what is wrong and how to mend
/// it. Any thread.
QString commandWords(const Error &error);

} // namespace anteroom
