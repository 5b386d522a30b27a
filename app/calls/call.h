// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/calls/callprogress.h"
#include "app/directory/userdevice.h"

#include <QJsonObject>
#include <QString>

namespace anteroom {

using CallAttemptId = Id<struct CallAttemptTag>;
/// Of what rings together: the id of the call's first attempt.
using CallKey = Id<struct CallTag>;

/// The attempt to ring one device (RULES.md, Calls).
struct CallAttempt
{
    CallAttemptId id;
    CallKey call; ///< attempts of one call share it
    DeviceId device;
    UserId user;
    QString callId; ///< the caller's; null: none was given
    CallProgress progress;
    std::optional<int> sipStatus; ///< what the proxy told last

    friend bool operator<(const CallAttempt &a, const CallAttempt &b) { return a.id < b.id; }
};

/// An attempt as lists show it.
struct CallAttemptView
{
    CallAttempt attempt;
    QString fallback; ///< the number to dial instead; null where the telephone network is not the way
};

/// Whether the telephone network is the way now: no device of the call took a push, or none signed in in time
/// (the two cases of the customer's document).
bool isFallbackOffered(const QVector<CallAttempt> &attemptsOfOneCall);

/// What the caller may say about a call.
struct NewCall
{
    QString callId;     ///< null: none
    QString callerName; ///< null: none
};

enum class CancelReason { Cancelled, AnsweredElsewhere };

/// What the SIP proxy tells of a call.
struct SipReport
{
    enum class State { Ringing, Answered, Ended, Failed };

    DeviceId device;
    QString callId;
    State state = State::Ringing;
    std::optional<int> sipStatus;
};

/// What goes to a device in a push: no more than the app needs to ask for the rest.
QJsonObject callPayload(const DeviceId &device, const NewCall &call);
QJsonObject cancelPayload(const DeviceId &device, const QString &callId, CancelReason reason);

} // namespace anteroom
