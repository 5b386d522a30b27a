// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace anteroom {

/// What kind of text a member holds: one line, or several.
enum class TextKind { Line, Lines };

/// Whether a given text will do: not blank, at most `longest` characters, no control characters (line breaks
/// and tabs only in TextKind::Lines). A null string is absent and passes. `field` is the member's name, a
/// literal. Errors: Invalid "text.blank", "text.too_long" (data.longest), "text.malformed".
Result<void> checkText(const QString &text, int longest, const char *field, TextKind kind = TextKind::Line);

} // namespace anteroom
