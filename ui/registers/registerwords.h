// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/register.h"

#include <QString>

namespace anteroom {

/// "Persons"
QString registerTitle(Register which);
/// What the register is for, in a sentence.
QString registerSubtitle(Register which);
/// A member's name for people; the key's too ("Id", "Name").
QString memberTitle(const RegisterShape &shape, QByteArrayView member);
/// What helps to fill it in; empty where nothing is needed.
QString memberHint(const RegisterShape &shape, const RegisterMember &member);
/// A value as a list shows it: short, numbers masked; empty for null.
QString valueText(const RegisterMember &member, const QJsonValue &value);
/// What people call an entry: a person's name, a programme's; empty where there is no such thing.
QString entryName(Register which, const RegisterEntry &entry);
/// The end of an id, which tells two of them apart: "…b7b51f46a12b".
QString shortId(const QString &id);

} // namespace anteroom
