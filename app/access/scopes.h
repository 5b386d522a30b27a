// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QFlags>
#include <QVector>

#include <optional>

namespace anteroom {

/// What a bearer token may be used for. No scope implies another (RULES.md, Access).
enum class Scope : quint32 {
    FileRequestRead = 1u << 0,
    FileRequestWrite = 1u << 1,
    FileRead = 1u << 2,
    CallCreate = 1u << 3,
    DeviceRead = 1u << 4,
    DeviceWrite = 1u << 5,
    SipWrite = 1u << 6,
    TeleconsultationRead = 1u << 7,
    TeleconsultationWrite = 1u << 8,
    IdentityDelegate = 1u << 9,
    DeviceRequestRead = 1u << 10,
    DeviceRequestResend = 1u << 11,
    JobRead = 1u << 12,
    Admin = 1u << 13
};
Q_DECLARE_FLAGS(Scopes, Scope)
Q_DECLARE_OPERATORS_FOR_FLAGS(Scopes)

/// `file_request:read` and the like.
QByteArrayView scopeName(Scope scope);
/// Nothing where there is no such scope.
std::optional<Scope> scopeByName(QByteArrayView name);
/// All of them, in the order of the contract.
const QVector<Scope> &allScopes();
/// Names separated by single spaces, in the order of the contract.
QByteArray scopesText(Scopes scopes);
/// The reverse: names separated by white space, in any order; none is no scope.
/// Errors: Invalid "scope.unknown" with the word in data.scope.
Result<Scopes> parseScopes(QByteArrayView text);

} // namespace anteroom
