// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace anteroom {

/// A text as a Code 128 bar code (ISO/IEC 15417): the widths of its bars and spaces in modules, one character
/// '1' to '4' each, a bar first. Printable ASCII only, at most 80 characters; nothing for other texts. Pairs
/// of digits are packed (code set C) where that is shorter. The quiet zones are not in it: ten modules on
/// either side stay empty.
std::optional<QByteArray> code128(const QString &text);

/// How many modules a quiet zone is wide.
inline constexpr int code128Quiet = 10;

} // namespace anteroom
