// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/bundle.h"

namespace anteroom {

class Clinic;

/// Imports a file's text (RULES.md, Import) and keeps its secrets in the keyring after the commit. Waits:
/// never on the GUI's thread or an HTTP worker's. `progress` is called on the writer's thread; false from it
/// stops, and then as after every error nothing was imported, with one exception: Unavailable
/// "import.secret_not_kept" (data.key) says that all rows are in, but the keyring took no more secrets.
/// Other errors: those of BundleImport::parse() and run(), and the store's.
Result<ImportSummary> importBundle(Clinic &clinic, const Actor &actor, const QByteArray &json,
                                   const BundleImport::Progress &progress = {});

} // namespace anteroom
