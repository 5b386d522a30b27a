// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/auditservice.h"

#include "app/storage/keyset.h"

#include <limits>

namespace anteroom::AuditService {

namespace {

// Some milliseconds on a slow machine.
constexpr int lookedAtOnce = 20'000;

} // namespace

Result<Page<AuditRow>> list(Transaction &tx, const Actor &actor, const AuditFilter &filter,
                            const PageRequest &page)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    qint64 from = std::numeric_limits<qint64>::max();
    if (!page.cursor.isEmpty()) {
        const auto key = unpackCursor(page.cursor, 1);
        if (!key)
            return fail(key.error());
        bool number = false;
        from = key->first().toLongLong(&number);
        if (!number)
            return fail(ErrorCode::Invalid, "page.cursor", "cursor");
    }
    auto slice = AuditRepository::slice(tx, filter, AuditRepository::Order::NewestFirst, from,
                                        clampedLimit(page), lookedAtOnce);
    Page<AuditRow> result;
    result.items = std::move(slice.rows);
    if (slice.next > 0)
        result.nextCursor = packCursor({QByteArray::number(slice.next)});
    return result;
}

Result<AuditVerdict> verify(Store &store, const Actor &actor, const Progress &progress)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto reader = store.openReader();
    if (!reader)
        return fail(reader.error());
    bool stopped = false;
    auto verdict = (*reader)->run([&](Transaction &tx) -> Result<AuditVerdict> {
        const qint64 total = AuditRepository::newest(tx);
        return verifyAudit(tx, [&](qint64 done) {
            stopped = progress && !progress(done, total);
            return !stopped;
        });
    });
    if (!verdict)
        return verdict;
    const char *outcome = verdict->brokenAt ? "audit.broken" : stopped ? "cancelled" : "ok";
    const auto noted = store.writeNow([actor, outcome](WriteTransaction &tx) -> Result<void> {
        recordAudit(tx, actor, {.action = "audit.verify", .outcome = outcome});
        return {};
    });
    if (!noted)
        return fail(noted.error());
    if (stopped)
        return fail(ErrorCode::Unavailable, "cancelled");
    return verdict;
}

} // namespace anteroom::AuditService
