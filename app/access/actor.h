// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/scopes.h"
#include "app/base/id.h"

#include <QString>

namespace anteroom {

/// Who acts, through which face and with which rights. Every service call is given one: it decides what is
/// allowed and what the audit row says.
struct Actor
{
    enum class Kind { Staff, Token, Patient, System };
    enum class Role { None, Clinician, Admin };

    Kind kind = Kind::System;
    QByteArray id = {};             ///< the staff's, token's or file request's id; empty for the system
    QString name = {};              ///< login or token's name; a patient's is never put here
    QString displayName = {};       ///< what patients read as the asker's name; of staff
    Role role = Role::None;         ///< of staff
    Scopes scopes = {};             ///< of a token; staff are ruled by their role
    QVector<QString> accounts = {}; ///< a token's; empty means all
    LegalEntityId legalEntity = {}; ///< a token's; null means none
    QByteArray source = {};         ///< where from: the peer's address, "console" or "command"

    bool mayUse(Scope scope) const { return kind != Kind::Token || scopes.testFlag(scope); }
    bool mayUseAccount(const QString &account) const
    {
        return accounts.isEmpty() || accounts.contains(account);
    }
    bool isAdmin() const { return kind == Kind::System || role == Role::Admin; }

    /// The program itself: demo data, imports by command, retention.
    static Actor system(QByteArray source) { return {.source = std::move(source)}; }
};

} // namespace anteroom
