// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct sqlite3;

namespace anteroom {

/// Overwrites what SQLite leaves behind of rows it has moved. With secure_delete it zeroes a row where it
/// deletes it and a page that it frees, but when a page overflows and rows move to another, their copies stay
/// in the gap between the old page's index and its first row, where nothing reads them and no DELETE finds
/// them. VACUUM would clear them by writing the whole database anew while nobody can write.
///
/// Zeroes those gaps in up to `pages` pages of the database file from page `first` (1 is the first one),
/// through SQLite's own file. Returns the page to go on with, 0 at the end, -1 where it failed. Only the gaps
/// are written, which belong to no row: a reader may read meanwhile. For the only writer's thread, outside a
/// transaction, with an empty write-ahead log; the caller's connection forgets its cached pages, which still
/// have the gaps.
qint64 scrubGaps(sqlite3 *db, qint64 first, int pages);

} // namespace anteroom
