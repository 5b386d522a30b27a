// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom {

/// "1 text message, 132 of 160 characters": what a text costs. Empty where there is none.
QString smsPartsText(const QString &text);

} // namespace anteroom
