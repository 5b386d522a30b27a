// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/datadir.h"
#include "app/storage/sealedfile.h"
#include "app/storage/store.h"

#include <functional>

namespace anteroom {

/// Whether to go on; asked before each piece of work.
using GoOn = std::function<bool()>;

/// Removes contents that no row knows of and that have been there for two days: what a crash between a
/// content and its row, or between an erased row and its content, has left. How many.
int removeUnknownContents(Store &store, const BlobStore &blobs, const GoOn &goOn);

/// Forgets keys made for uploads that never came, after a week.
void forgetUnusedKeys(Store &store, const GoOn &goOn);

/// Removes the copies of the database that changes of schema and restores have put aside: all but the last
/// three of a kind, and those put aside before `cutoff`.
void removeOldCopies(const DataDir &folder, std::optional<UtcTime> cutoff);

} // namespace anteroom
