// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userdevice.h"

#include <QJsonObject>

#include <functional>

namespace anteroom {

/// One push to one device.
struct Push
{
    enum class Kind {
        Call,  ///< wakes the phone at once or not at all: a late one is worse than none
        Notice ///< shows something; may arrive later
    };

    Kind kind = Kind::Notice;
    UserDevice::Platform platform = UserDevice::Platform::Ios;
    QByteArray token;    ///< in clear; never in a log
    QJsonObject payload; ///< what the app is told
    QByteArray id;       ///< the same on every try; where a provider drops doubles, it does so by this
    QString title, text; ///< what a Notice shows on platforms that show something by themselves
};

/// What the push service made of it.
struct PushResult
{
    enum class Kind {
        Accepted,
        DeadToken,  ///< the service no longer knows the device
        Refused,    ///< it does not take this push, or does not let us in; another try would end the same
        Unavailable ///< no connection, no answer in time, overloaded
    };

    Kind kind = Kind::Accepted;
    QByteArray reason; ///< a reason key where it was not accepted; never what the service wrote
    std::optional<std::chrono::milliseconds> retryAfter = {};
};

/// The port through which pushes leave.
class PushSender
{
public:
    using Done = std::function<void(PushResult)>;

    PushSender() = default;
    PushSender(const PushSender &) = delete;
    PushSender &operator=(const PushSender &) = delete;
    virtual ~PushSender() = default;

    /// Sends at once and returns at once. `done` is called exactly once, on any thread, also at a stop; for a
    /// Call after at most three seconds, a quick second try included. Any thread.
    virtual void send(Push push, Done done) = 0;
    /// Ends what is under way as Unavailable; nothing is sent after it. Any thread.
    virtual void cancel() = 0;
};

} // namespace anteroom
