// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/user.h"

namespace anteroom {

namespace {

QString nameOf(const QString &display, const QString &first, const QString &last)
{
    if (!display.isEmpty())
        return display;
    if (first.isEmpty() || last.isEmpty())
        return first.isEmpty() ? last : first;
    return first + u' ' + last;
}

} // namespace

QString User::name() const
{
    return nameOf(displayName, firstName, lastName);
}

QString UserSummary::name() const
{
    return nameOf(displayName, firstName, lastName);
}

UserSummary UserSummary::of(const User &user)
{
    return {user.id, user.displayName, user.firstName, user.lastName, user.profilePictureUrl};
}

const char *userKindName(User::Kind kind)
{
    return kind == User::Kind::Staff ? "staff" : "patient";
}

std::optional<User::Kind> userKindByName(QByteArrayView name)
{
    if (name == QByteArrayView("patient"))
        return User::Kind::Patient;
    if (name == QByteArrayView("staff"))
        return User::Kind::Staff;
    return std::nullopt;
}

} // namespace anteroom
