// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"

namespace anteroom {

/// What was looked at, and the first thing that is broken.
struct Verification
{
    qint64 auditRows = 0;
    qint64 keys = 0;  ///< data keys that the master key opens
    qint64 files = 0; ///< sealed contents and thumbnails that open to their end
    /// Internal "verify.database" (data.detail), "verify.audit" (data.row), "verify.key" (data.owner),
    /// "verify.file_missing", "verify.file_damaged", "verify.file_size" (data.file).
    std::optional<Error> broken;
};

/// Looks at everything: the database's structure, the audit chain, that the master key opens every data key,
/// and that every sealed file opens to its end. The clinic goes on meanwhile. Blocks, perhaps for long: not
/// for the GUI's thread. `progress(filesDone)` is called now and then; false from it stops. Errors: the
/// store's.
Result<Verification> verifyClinic(Clinic &clinic, const std::function<bool(qint64)> &progress = {});

} // namespace anteroom
