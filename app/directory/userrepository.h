// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// The SQL of users, and nothing else: no rules, no audit. Erased users are not found.
/// On the thread of the transaction.
class UserRepository
{
public:
    static std::optional<User> byId(Transaction &tx, const UserId &id);
    /// The patient who is that person of the health system's register; of several the first made.
    static std::optional<User> byPersonId(Transaction &tx, const QByteArray &personId);
    /// Patients with that number, the first made first.
    static QVector<User> patientsByMobile(Transaction &tx, const QString &mobile);
    /// Patients with that address, compared without case, the first made first.
    static QVector<User> patientsByEmail(Transaction &tx, const QString &email);
    static QVector<User> patientsByExternalId(Transaction &tx, const QString &externalId);
    static std::optional<User> staffById(Transaction &tx, const UserId &id);
    static std::optional<User> staffByAccountUser(Transaction &tx, const QString &accountId,
                                                  const QString &accountUserId);

    /// Whether somebody had that id who was erased; the others here find them no more.
    static bool isErased(Transaction &tx, const UserId &id);
    /// False where the id is taken.
    static bool insert(WriteTransaction &tx, const User &user);
    /// `before` is what is stored now.
    static void update(WriteTransaction &tx, const User &before, const User &after);

    // Keyset pages. A cursor that is none of ours starts anew.
    static Page<User> all(Transaction &tx, User::Kind kind, const PageRequest &page);
    /// By the beginnings of the words of their names; every word given must be found.
    static Page<User> byNameWords(Transaction &tx, User::Kind kind, const QStringList &words,
                                  const PageRequest &page);
    static Page<User> byDateOfBirth(Transaction &tx, User::Kind kind, QDate date, const PageRequest &page);
    static Page<User> byMobileBeginning(Transaction &tx, User::Kind kind, const QString &beginning,
                                        const PageRequest &page);
    static Page<User> byExternalIdBeginning(Transaction &tx, User::Kind kind, const QString &beginning,
                                            const PageRequest &page);
};

} // namespace anteroom
