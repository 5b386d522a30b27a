// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/scopes.h"

#include <algorithm>

namespace anteroom {

namespace {

struct Named
{
    Scope scope;
    QByteArrayView name;
};

constexpr Named names[] = {
    {Scope::FileRequestRead, "file_request:read"},
    {Scope::FileRequestWrite, "file_request:write"},
    {Scope::FileRead, "file:read"},
    {Scope::CallCreate, "call:create"},
    {Scope::DeviceRead, "device:read"},
    {Scope::DeviceWrite, "device:write"},
    {Scope::SipWrite, "sip:write"},
    {Scope::TeleconsultationRead, "teleconsultation:read"},
    {Scope::TeleconsultationWrite, "teleconsultation:write"},
    {Scope::IdentityDelegate, "identity:delegate"},
    {Scope::DeviceRequestRead, "device_request:read"},
    {Scope::DeviceRequestResend, "device_request:resend"},
    {Scope::JobRead, "job:read"},
    {Scope::Admin, "admin"},
};

} // namespace

QByteArrayView scopeName(Scope scope)
{
    const auto *found = std::ranges::find(names, scope, &Named::scope);
    return found == std::end(names) ? QByteArrayView() : found->name;
}

std::optional<Scope> scopeByName(QByteArrayView name)
{
    const auto *found = std::ranges::find(names, name, &Named::name);
    return found == std::end(names) ? std::nullopt : std::optional(found->scope);
}

const QVector<Scope> &allScopes()
{
    static const QVector<Scope> all = [] {
        QVector<Scope> scopes;
        for (const Named &named : names)
            scopes.append(named.scope);
        return scopes;
    }();
    return all;
}

QByteArray scopesText(Scopes scopes)
{
    QByteArray text;
    for (const Named &named : names) {
        if (!scopes.testFlag(named.scope))
            continue;
        if (!text.isEmpty())
            text += ' ';
        text += named.name;
    }
    return text;
}

Result<Scopes> parseScopes(QByteArrayView text)
{
    Scopes scopes;
    for (const QByteArray &word : text.toByteArray().simplified().split(' ')) {
        if (word.isEmpty())
            continue;
        const auto scope = scopeByName(word);
        if (!scope)
            return fail(ErrorCode::Invalid, "scope.unknown", "scope",
                        {{QStringLiteral("scope"), QString::fromUtf8(word)}});
        scopes |= *scope;
    }
    return scopes;
}

} // namespace anteroom
