// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/page.h"

#include <initializer_list>

namespace anteroom {

/// A page's cursor is the sort key of its last row, as text that a URL can hold.
QByteArray packCursor(std::initializer_list<QByteArrayView> key);

/// The parts again. Errors: Invalid "page.cursor" where it is not one of `parts` parts.
Result<QVector<QByteArray>> unpackCursor(const QByteArray &cursor, int parts);

/// How many rows to ask for: what was wanted, between 1 and `most`.
int clampedLimit(const PageRequest &page, int most = 200);

} // namespace anteroom
