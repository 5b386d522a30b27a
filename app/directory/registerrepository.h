// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/directory/register.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// The SQL that reads and removes the registers' entries, whichever register it is; they are written by the
/// import's functions alone (app/directory/bundleregisters). On the thread of the transaction.
class RegisterRepository
{
public:
    /// In the order of their keys, after the cursor, which is a key. `text`: only entries in whose key or
    /// texts it stands (without regard to the case of Latin letters); empty: all.
    static Page<RegisterEntry> page(Transaction &tx, Register which, const QString &text,
                                    const PageRequest &page);
    static std::optional<RegisterEntry> byKey(Transaction &tx, Register which, const QByteArray &key);
    /// Whether it was there.
    static bool remove(WriteTransaction &tx, Register which, const QByteArray &key);
    /// Whom an entry is about, for the audit log: the person in the health system; null: nobody.
    static UserId patientOf(Register which, const RegisterEntry &entry);
    /// Whether entries elsewhere name this one and would mean something else without it.
    static bool isNeeded(Transaction &tx, Register which, const QByteArray &key);
};

} // namespace anteroom
