// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/privileges.h"

#include "app/settings/settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logVideo, "anteroom.video")

constexpr qint64 largestFile = 1024 * 1024;

struct Named
{
    RoomTool tool;
    const char *name;
};

constexpr std::array tools{Named{RoomTool::Chat, "chat"},
                           Named{RoomTool::ScreenSharing, "screen_sharing"},
                           Named{RoomTool::FileUpload, "file_upload"},
                           Named{RoomTool::Whiteboard, "whiteboard"},
                           Named{RoomTool::Snapshot, "snapshot"},
                           Named{RoomTool::LiveEdit, "live_edit"},
                           Named{RoomTool::LivePointer, "live_pointer"},
                           Named{RoomTool::PresentToEveryone, "present_to_everyone"}};

RoomTools allTools()
{
    RoomTools all;
    for (const Named &named : tools)
        all |= named.tool;
    return all;
}

tl::unexpected<Error> malformed(const QString &detail)
{
    return fail(ErrorCode::Internal, "privileges.malformed", nullptr, {{u"detail"_s, detail}});
}

Result<RoomTools> toolsFrom(const QJsonValue &value, const QString &place)
{
    if (value.isUndefined())
        return RoomTools();
    RoomTools given;
    for (const Named &named : tools) {
        const QString name = QLatin1String(named.name);
        if (value.isArray() ? value.toArray().contains(name) : value.toObject().value(name).toBool())
            given |= named.tool;
    }
    if (!value.isArray() && !value.isObject())
        return malformed(place + u".tools"_s);
    return given;
}

Result<Privileges::Role> roleFrom(const QJsonObject &privileges, const QString &name)
{
    const QJsonValue value = privileges.value(name);
    const QJsonValue groups = value.toObject().value("groups"_L1);
    if (!value.isObject() || !groups.isArray())
        return malformed(u"privileges."_s + name + u".groups"_s);
    Privileges::Role role;
    const QJsonArray list = groups.toArray();
    for (const QJsonValue &group : list) {
        if (group.toString().trimmed().isEmpty())
            return malformed(u"privileges."_s + name + u".groups"_s);
        role.groups.append(group.toString());
    }
    const auto given = toolsFrom(value.toObject().value("tools"_L1), u"privileges."_s + name);
    if (!given)
        return fail(given.error());
    role.tools = *given;
    return role;
}

} // namespace

const char *toolName(RoomTool tool)
{
    const auto *found = std::ranges::find(tools, tool, &Named::tool);
    return found == tools.end() ? "" : found->name;
}

bool Privileges::knows(const QString &group) const
{
    return basic.groups.contains(group) || plus.groups.contains(group);
}

std::optional<ParticipantRole> Privileges::roleOf(const QStringList &groups) const
{
    const auto listed = [&](const Role &role) {
        return std::any_of(groups.begin(), groups.end(),
                           [&](const QString &group) { return role.groups.contains(group); });
    };
    if (listed(plus))
        return ParticipantRole::Plus;
    return listed(basic) ? std::optional(ParticipantRole::Basic) : std::nullopt;
}

QJsonObject Privileges::toolsOf(ParticipantRole role) const
{
    QJsonObject all;
    for (const Named &named : tools)
        all.insert(QLatin1String(named.name), of(role).tools.testFlag(named.tool));
    return all;
}

Privileges Privileges::usual()
{
    return {.basic = {{u"customer"_s, u"patient"_s}, allTools()}, .plus = {{u"doctor"_s}, allTools()}};
}

Result<Privileges> Privileges::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(error.errorString());
    const QJsonObject privileges = root.value("privileges"_L1).toObject();
    const auto basic = roleFrom(privileges, u"basic"_s);
    if (!basic)
        return fail(basic.error());
    const auto plus = roleFrom(privileges, u"plus"_s);
    if (!plus)
        return fail(plus.error());
    return Privileges{*basic, *plus};
}

Result<Privileges> Privileges::inForce(const Settings &settings)
{
    const QString path = settings.text("TELECONSULTATION_SERVICE_CONFIG_PATH");
    if (path.isEmpty())
        return usual();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logVideo, "TELECONSULTATION_SERVICE_CONFIG_PATH names a file that cannot be read");
        return fail(ErrorCode::Internal, "privileges.unreadable");
    }
    auto read = parse(file.read(largestFile));
    if (!read) {
        qCWarning(logVideo, "the file that TELECONSULTATION_SERVICE_CONFIG_PATH names will not do: %s",
                  qUtf8Printable(read.error().data.value("detail"_L1).toString()));
        return fail(read.error());
    }
    return read;
}

} // namespace anteroom
