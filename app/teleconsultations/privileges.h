// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/teleconsultations/teleconsultation.h"

#include <QJsonObject>

namespace anteroom {

class Settings;

/// The tools of a room that a role may or may not have.
enum class RoomTool : quint8 {
    Chat = 1u << 0,
    ScreenSharing = 1u << 1,
    FileUpload = 1u << 2,
    Whiteboard = 1u << 3,
    Snapshot = 1u << 4,
    LiveEdit = 1u << 5,
    LivePointer = 1u << 6,
    PresentToEveryone = 1u << 7
};
Q_DECLARE_FLAGS(RoomTools, RoomTool)
Q_DECLARE_OPERATORS_FOR_FLAGS(RoomTools)

/// `chat`, `screen_sharing` and so on.
const char *toolName(RoomTool tool);

/// Which groups have which role, and what the roles may use (RULES.md, Teleconsultations): the file that
/// TELECONSULTATION_SERVICE_CONFIG_PATH names, read anew every time: it is small, and may change.
struct Privileges
{
    struct Role
    {
        QStringList groups;
        RoomTools tools;
    };
    Role basic;
    Role plus;

    const Role &of(ParticipantRole role) const { return role == ParticipantRole::Plus ? plus : basic; }
    bool knows(const QString &group) const;
    /// The higher role wins; nothing where no group is listed.
    std::optional<ParticipantRole> roleOf(const QStringList &groups) const;
    /// The tools as the providers want them: each by its name, true or false.
    QJsonObject toolsOf(ParticipantRole role) const;

    /// basic: customer, patient; plus: doctor; all tools for both.
    static Privileges usual();
    /// `{"privileges": {"basic": {"groups", "tools"}, "plus": …}}`; `tools` a list of names, or an object of
    /// true and false. Errors: Internal "privileges.malformed" with what is wrong in data.detail.
    static Result<Privileges> parse(const QByteArray &json);
    /// Those in force. Errors: parse()'s; Internal "privileges.unreadable". Any thread.
    static Result<Privileges> inForce(const Settings &settings);
};

} // namespace anteroom
