// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/utctime.h"

#include <optional>

namespace anteroom {

/// What a bearer token is to be (RULES.md, Access).
struct NewToken
{
    QString name = {};              ///< 1 to 100 characters, for people
    Scopes scopes = {};             ///< at least one
    QVector<QString> accounts = {}; ///< none means all
    LegalEntityId legalEntity = {}; ///< null means none
    std::optional<std::chrono::seconds> expiresIn = {};
};

/// A bearer token as the store knows it: everything but the token itself.
struct Token
{
    TokenId id;
    QString name;
    Scopes scopes;
    QVector<QString> accounts;
    LegalEntityId legalEntity;
    UtcTime createdAt;
    std::optional<UtcTime> expiresAt;
    std::optional<UtcTime> revokedAt;
    std::optional<UtcTime> lastUsedAt; ///< to the minute
};

/// A new token, the only time that it is seen whole.
struct IssuedToken
{
    TokenId id;
    QByteArray secret; ///< what the bearer sends
};

} // namespace anteroom
