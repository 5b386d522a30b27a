// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

/// `count` bytes from the system's generator (libsodium). Any thread.
QByteArray randomBytes(qsizetype count);

/// `length` characters drawn evenly from `alphabet`, which is ASCII and at most 255 characters long.
QByteArray randomText(qsizetype length, QByteArrayView alphabet);

/// Whether the two are the same, in time that depends on their lengths only.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace anteroom
