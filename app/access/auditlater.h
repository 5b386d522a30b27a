// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/audit.h"
#include "app/storage/store.h"

namespace anteroom {

/// Adds an audit row with the next commit, at the latest in 100 ms: for reads and for refusals, which wait
/// for nothing. Any thread.
inline void auditLater(Store &store, const Actor &actor, const AuditEntry &entry)
{
    store.writeLater([actor, entry](WriteTransaction &tx) { recordAudit(tx, actor, entry); });
}

} // namespace anteroom
