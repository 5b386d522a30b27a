// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

inline constexpr int shortLinkLength = 12;

/// The id in a patient's link: 12 characters from the system's generator, without those that are taken for
/// one another (0 and o; 1, l and i), which makes 31^12 of them. That it is new, the store says.
QByteArray newShortLinkId();

/// Whether the text could be one; what is none is looked up nowhere.
bool isShortLinkId(QByteArrayView text);

} // namespace anteroom
