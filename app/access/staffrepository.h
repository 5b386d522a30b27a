// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

#include <QHash>

namespace anteroom {

/// What signing in needs to know of somebody.
struct StaffCredentials
{
    Staff staff;
    QByteArray passwordHash; ///< as libsodium writes it, with salt and cost
    int wrongTries = 0;
    std::optional<UtcTime> blockedUntil;
};

/// The staff's rows. SQL only; thread of the transaction.
struct StaffRepository
{
    /// False where the login is taken.
    static bool insert(WriteTransaction &tx, const Staff &staff, const QByteArray &passwordHash);
    static std::optional<Staff> byId(Transaction &tx, const StaffId &id);
    /// `login` is folded.
    static std::optional<Staff> byLogin(Transaction &tx, const QString &login);
    static std::optional<StaffCredentials> credentials(Transaction &tx, const QString &login);
    static bool any(Transaction &tx);
    /// How many administrators may sign in.
    static int enabledAdmins(Transaction &tx);
    /// Everybody, in the order in which they were added.
    static Page<Staff> list(Transaction &tx, const PageRequest &page);
    /// Who has to wait after wrong passwords.
    static QHash<StaffId, UtcTime> blocked(Transaction &tx);
    static void setPassword(WriteTransaction &tx, const StaffId &id, const QByteArray &passwordHash);
    static void setDisabled(WriteTransaction &tx, const StaffId &id, std::optional<UtcTime> at);
    /// Tells nobody: the change feed is for what people look at.
    static void setTries(WriteTransaction &tx, const StaffId &id, int wrongTries,
                         std::optional<UtcTime> blockedUntil);
};

} // namespace anteroom
