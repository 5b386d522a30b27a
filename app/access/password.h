// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

namespace anteroom {

/// Whether a password may be chosen: 10 to 1,000 characters.
/// Errors: Invalid "staff.password_too_short" (data.minimum), "staff.password_too_long", field "password".
Result<void> checkPassword(const QString &password);

/// Argon2id with a salt of its own, as one text. Takes some 100 ms and 64 MiB: never on the writer's or the
/// GUI's thread. Errors: Unavailable "staff.no_memory".
Result<QByteArray> hashPassword(const QString &password);

/// Whether that is the password. As slow as hashPassword().
bool isPassword(const QByteArray &hash, const QString &password);

} // namespace anteroom
