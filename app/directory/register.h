// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <span>

namespace anteroom {

/// The health system's registers that device requests are decided by (RULES.md, Registers), in the order in
/// which they are shown.
enum class Register {
    DeviceRequests,
    Persons,
    AuthenticationMethods,
    ConfidantPersonRelationships,
    LegalEntities,
    MedicalPrograms,
    DeviceDefinitions,
    DictionaryConfigurations
};

/// One member of a register's entries, by its name in the import file.
struct RegisterMember
{
    enum class Type {
        Id,           ///< a UUID
        Text,         ///< one line
        Phone,        ///< a line that lists show masked
        Flag,         ///< true or false
        OptionalFlag, ///< true, false or null
        Time,         ///< a moment, ISO 8601
        Code,         ///< {system, code}
        Codes,        ///< a list of {system, code}
        CodeSets,     ///< a list of {system, codes?}
        Secret        ///< written, never read: an entry says `true` where it is set
    };

    const char *name;
    Type type = Type::Text;
    bool required = false;
    std::optional<Register> refersTo = std::nullopt; ///< whose entry an Id names
    const char *suggestions = nullptr;               ///< usual values, separated by `|`; others are taken too
};

/// What a register's entries look like.
struct RegisterShape
{
    Register which;
    const char *name; ///< the import file's member, "persons"
    const char *key;  ///< the member that names an entry for good: "id", or "name" of a dictionary
    std::span<const RegisterMember> members; ///< without the key

    const RegisterMember *member(QByteArrayView member) const;
};

/// In the order of Register.
std::span<const RegisterShape> registerShapes();
const RegisterShape &registerShape(Register which);

/// One entry, as the import file would say it: absent members are null. Times are ISO 8601 in UTC to the
/// microsecond.
struct RegisterEntry
{
    QByteArray key;
    QJsonObject members;
};

} // namespace anteroom
