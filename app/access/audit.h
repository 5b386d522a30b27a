// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// One line of the audit log: who (the actor), what, which patient, what was touched, how it ended.
struct AuditEntry
{
    const char *action = "";    ///< "file_request.create": feature and verb, a literal
    UserId patient = {};        ///< whom it concerns; null where nobody
    QByteArray subject = {};    ///< the id of what was touched
    const char *outcome = "ok"; ///< or the refusal's reason key
};

/// Adds a row to the audit log in the caller's transaction, chained to the one before: its hash is SHA-256
/// over the hash before and every column, each with its length, so that no two rows read alike. Sequence
/// numbers have no gaps.
void recordAudit(WriteTransaction &tx, const Actor &actor, const AuditEntry &entry);

/// What `verify` found.
struct AuditVerdict
{
    qint64 rows = 0;
    std::optional<qint64> brokenAt; ///< the first sequence number that is missing, changed or out of order
};

/// Reads the whole log, row by row, and recomputes the chain. Calls `progress(rowsDone)` now and then; false
/// from it stops. That the newest rows were cut off cannot be seen from the chain alone: compare `rows` with
/// an earlier answer.
AuditVerdict verifyAudit(Transaction &tx, const std::function<bool(qint64)> &progress = {});

} // namespace anteroom
