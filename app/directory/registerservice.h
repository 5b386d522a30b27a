// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/directory/register.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Vault;

/// The registers behind device requests, for administrators: seen, edited, removed (RULES.md, Registers).
/// An entry is checked and written by the functions that import it, so that a form and a file obey one rule.
/// Every change writes its audit row here; for reads the caller leaves one. On the thread of the transaction.
class RegisterService
{
public:
    explicit RegisterService(const Vault &vault);

    /// Errors: Forbidden "access.admin_only". See RegisterRepository::page().
    Result<Page<RegisterEntry>> list(Transaction &tx, const Actor &actor, Register which, const QString &text,
                                     const PageRequest &page) const;
    /// Errors: Forbidden "access.admin_only"; NotFound "register.unknown".
    Result<RegisterEntry> get(Transaction &tx, const Actor &actor, Register which,
                              const QByteArray &key) const;

    /// A new entry with these members and, where they name none, a new id. Errors: edit()'s; Conflict
    /// "register.taken" where there is one of that key.
    Result<RegisterEntry> add(WriteTransaction &tx, const Actor &actor, Register which,
                              const QJsonObject &members) const;
    /// Changes the members given: null clears one, an absent one stays. Errors: Forbidden
    /// "access.admin_only"; NotFound "register.unknown"; Invalid as the import has them, with the member in
    /// `field` and, for one of a list, its place from 1 in data.place; the vault's.
    Result<RegisterEntry> edit(WriteTransaction &tx, const Actor &actor, Register which,
                               const QByteArray &key, const QJsonObject &members) const;
    /// Errors: Forbidden "access.admin_only"; NotFound "register.unknown"; Conflict "register.needed" where
    /// other entries name it.
    Result<void> remove(WriteTransaction &tx, const Actor &actor, Register which,
                        const QByteArray &key) const;

private:
    Result<RegisterEntry> write(WriteTransaction &tx, const Actor &actor, Register which,
                                const QByteArray &key, QJsonObject members, const char *action) const;

    const Vault &m_vault;
};

} // namespace anteroom
