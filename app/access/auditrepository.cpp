// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/auditrepository.h"

#include <algorithm>

namespace anteroom {

namespace {

#define ANTEROOM_AUDIT_COLUMNS                                                                               \
    "SELECT seq, at, actor_kind, actor_id, actor_name, action, patient_id, subject, source, outcome, hash "  \
    "FROM audit WHERE "

Cursor rowsFrom(Transaction &tx, const AuditFilter &filter, AuditRepository::Order order, qint64 from,
                int looked)
{
    const bool newest = order == AuditRepository::Order::NewestFirst;
    if (filter.patient.isNull())
        return newest ? tx.query(ANTEROOM_AUDIT_COLUMNS "seq <= ? ORDER BY seq DESC LIMIT ?", from, looked)
                      : tx.query(ANTEROOM_AUDIT_COLUMNS "seq >= ? ORDER BY seq LIMIT ?", from, looked);
    return newest ? tx.query(ANTEROOM_AUDIT_COLUMNS "patient_id = ? AND seq <= ? ORDER BY seq DESC LIMIT ?",
                             filter.patient, from, looked)
                  : tx.query(ANTEROOM_AUDIT_COLUMNS "patient_id = ? AND seq >= ? ORDER BY seq LIMIT ?",
                             filter.patient, from, looked);
}

#undef ANTEROOM_AUDIT_COLUMNS

// The cheapest first: most rows are passed over.
bool fits(const Cursor &row, const AuditFilter &filter)
{
    const UtcTime at = row.time(1);
    if ((filter.from && at < *filter.from) || (filter.until && at >= *filter.until))
        return false;
    if (!filter.actions.isEmpty()) {
        const QByteArrayView action = row.view(5);
        const bool any = std::any_of(filter.actions.begin(), filter.actions.end(),
                                     [&](const QByteArray &each) { return action.startsWith(each); });
        if (!any)
            return false;
    }
    return filter.who.isEmpty() || row.text(4).contains(filter.who, Qt::CaseInsensitive) ||
           row.text(3) == filter.who;
}

AuditRow readRow(const Cursor &row)
{
    return {row.integer(0),    row.time(1),  row.bytes(2), row.bytes(3), row.text(4),  row.bytes(5),
            row.id<UserId>(6), row.bytes(7), row.bytes(8), row.bytes(9), row.bytes(10)};
}

} // namespace

AuditRepository::Slice AuditRepository::slice(Transaction &tx, const AuditFilter &filter, Order order,
                                              qint64 from, int limit, int looked)
{
    Slice slice;
    qint64 last = 0;
    int seen = 0;
    Cursor row = rowsFrom(tx, filter, order, from, looked);
    while (slice.rows.size() < limit && row.next()) {
        ++seen;
        last = row.integer(0);
        if (fits(row, filter))
            slice.rows.append(readRow(row));
    }
    if (slice.rows.size() == limit || seen == looked)
        slice.next = order == Order::NewestFirst ? last - 1 : last + 1; // 0 after the first of all
    return slice;
}

qint64 AuditRepository::newest(Transaction &tx)
{
    Cursor row = tx.query("SELECT seq FROM audit ORDER BY seq DESC LIMIT 1");
    return row.next() ? row.integer(0) : 0;
}

} // namespace anteroom
