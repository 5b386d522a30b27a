// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom {

/// A number as its country writes it; what is no number stays as it is.
QString numberText(const QString &text);

} // namespace anteroom
