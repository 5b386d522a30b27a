// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/delivery/curltransfer.h"
#include "app/teleconsultations/teleconsultation.h"

#include <QHash>
#include <QJsonObject>

namespace anteroom {

/// A thread that may wait for somebody else's server, and when it is to stop waiting.
struct Outside
{
    CurlTransfer &transfer;
    const std::stop_token &stop;
};

/// What a room is made of.
struct RoomPlan
{
    struct Member
    {
        QString userId; ///< the provider's
        bool isAdmin = false;
        QJsonObject tools; ///< each by its name, true or false
    };
    QVector<Member> members;
    std::optional<std::chrono::seconds> duration; ///< nothing: no end

    /// The same for the same room, whatever made it.
    QByteArray text() const;
};

/// A room that a provider has made.
struct MadeRoom
{
    QString id;
    QHash<QString, QString> urls; ///< each member's own link, by the provider's user id
};

/// The port to who makes video rooms (RULES.md, Teleconsultations). Calls wait for their answer: never on the
/// GUI's, an HTTP worker's or the writer's thread. Errors of all: BadGateway "video.failed",
/// "video.not_set_up", "video.garbage"; Unavailable "stopping".
class VideoProvider
{
public:
    VideoProvider() = default;
    VideoProvider(const VideoProvider &) = delete;
    VideoProvider &operator=(const VideoProvider &) = delete;
    virtual ~VideoProvider() = default;

    /// `bandyer`.
    virtual QString name() const = 0;
    /// How many may meet in one room.
    virtual int mostParticipants() const = 0;

    /// Makes a user; what the provider calls it. `wanted` is what it should be called, the same on every try.
    virtual Result<QString> makeUser(const Outside &outside, ParticipantRole role, const QString &wanted) = 0;
    /// Makes a room. Where it is not known whether one was made, the error's data has `mayExist` true.
    virtual Result<MadeRoom> makeRoom(const Outside &outside, const RoomPlan &plan) = 0;
};

} // namespace anteroom
