// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/storage/transaction.h"

#include <QByteArrayList>
#include <QVector>

namespace anteroom {

/// A row of the audit log as it stands there. What is absent is null.
struct AuditRow
{
    qint64 seq = 0;
    UtcTime at;
    QByteArray actorKind; ///< staff, token, patient, system
    QByteArray actorId;
    QString actorName;
    QByteArray action;
    UserId patient;
    QByteArray subject;
    QByteArray source;
    QByteArray outcome; ///< ok, or a reason key
    QByteArray hash;
};

/// Which rows are wanted; what is empty does not count.
struct AuditFilter
{
    std::optional<UtcTime> from;
    std::optional<UtcTime> until; ///< before this
    QString who;                  ///< part of the actor's name, without case, or their whole id
    QByteArrayList actions;       ///< beginnings: "file.", "staff.sign_in"
    UserId patient;

    bool isEmpty() const { return *this == AuditFilter(); }
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

/// The SQL of reading the audit log, and nothing else. Only the patient has an index; for everything else
/// rows are looked at in order of their numbers, so many and no more a call. On the thread of the
/// transaction.
class AuditRepository
{
public:
    enum class Order { NewestFirst, OldestFirst };
    struct Slice
    {
        QVector<AuditRow> rows;
        qint64 next = 0; ///< the number to look on from; 0: that was the end
    };

    /// At most `limit` rows that fit, from number `from` on and with it, found among at most `looked` rows.
    static Slice slice(Transaction &tx, const AuditFilter &filter, Order order, qint64 from, int limit,
                       int looked);
    /// The last number; 0 where there is none.
    static qint64 newest(Transaction &tx);
};

} // namespace anteroom
