// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/register.h"

#include <QString>

namespace anteroom {

/// A code, a list of codes or of sets of codes as people write them: a line each, `system | code` or, for a
/// set, `system | code, code`; a set's system alone means all of its codes. Other types are not for here.
QString codeLines(RegisterMember::Type type, const QJsonValue &value);

/// The same read back; null for an empty text where a single code is meant. Nothing is checked: an
/// incomplete line becomes an incomplete object, which the service refuses by its place.
QJsonValue codesOfLines(RegisterMember::Type type, const QString &text);

} // namespace anteroom
