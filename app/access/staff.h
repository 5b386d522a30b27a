// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/utctime.h"

#include <optional>

namespace anteroom {

/// Somebody who is to sign in (RULES.md, Access).
struct NewStaff
{
    QString login; ///< 1 to 64 characters after trimming; the same in other case is the same login
    QString name;  ///< 1 to 200 characters, for people
    Actor::Role role = Actor::Role::Clinician;
    QString password; ///< at least 10 characters
};

/// Somebody who may sign in, or could once.
struct Staff
{
    StaffId id;
    QString login; ///< folded
    QString name;
    Actor::Role role = Actor::Role::Clinician;
    UtcTime createdAt;
    std::optional<UtcTime> disabledAt;

    /// Who acts when this person does; `source` says where from.
    Actor actor(QByteArray source) const
    {
        Actor actor;
        actor.kind = Actor::Kind::Staff;
        actor.id = id.text();
        actor.name = login;
        actor.displayName = name;
        actor.role = role;
        actor.source = std::move(source);
        return actor;
    }
};

/// `clinician` and `admin`; an empty view for none.
QByteArrayView roleName(Actor::Role role);
/// Nothing where there is no such role.
std::optional<Actor::Role> roleByName(QByteArrayView name);

} // namespace anteroom
