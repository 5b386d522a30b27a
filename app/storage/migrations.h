// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/connection.h"

namespace anteroom {

/// The number of the newest schema this program knows: the last file of app/storage/migrations.
int newestSchema();

/// The schema number of an open database: 0 where it is empty.
int schemaOf(Connection &connection);

/// Runs the numbered steps that are missing, all in one transaction. Forward only.
/// Errors: Internal "storage.newer" where the database was made by a later version, else the store's own.
Result<void> migrate(Connection &connection);

} // namespace anteroom
