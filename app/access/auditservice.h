// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/audit.h"
#include "app/access/auditrepository.h"
#include "app/base/result.h"
#include "app/storage/page.h"
#include "app/storage/store.h"

#include <functional>

namespace anteroom {

/// Reading, taking along and proving the audit log (RULES.md, Audit), for administrators. All errors include
/// Forbidden "access.admin_only".
namespace AuditService {

/// Called now and then with how many of how many rows are done; false from it stops.
using Progress = std::function<bool(qint64 done, qint64 total)>;

/// A page, the newest first. A call looks at so many rows and no more: a page may be short, or empty, and
/// still have a next one. On the thread of the transaction. Errors: Invalid "page.cursor".
Result<Page<AuditRow>> list(Transaction &tx, const Actor &actor, const AuditFilter &filter,
                            const PageRequest &page);

/// Recomputes the chain, and writes down that it was done and how it ended. Blocks, perhaps for long; not
/// for the GUI's thread. Errors: Unavailable "cancelled" where `progress` stopped it; the store's.
Result<AuditVerdict> verify(Store &store, const Actor &actor, const Progress &progress = {});

enum class Format { Csv, Json };
struct Exported
{
    qint64 rows = 0;
    qint64 bytes = 0;
};

/// Writes the rows that fit to a file, the oldest first, as of one moment, its own row in the log with them.
/// CSV is UTF-8 with a byte order mark, a line a row, every field in quotes; what a spreadsheet would take
/// for a formula begins with an apostrophe there. JSON is an array of objects; absent columns are null. The
/// file is its owner's alone, and takes the place of one of that name only once it is whole. Blocks, perhaps
/// for long; not for the GUI's thread. Errors: Unavailable "audit.unwritable", "cancelled"; the store's.
Result<Exported> exportTo(Store &store, const Actor &actor, const AuditFilter &filter, Format format,
                          const QString &path, const Progress &progress = {});

} // namespace AuditService

} // namespace anteroom
