// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QJsonArray>

namespace anteroom {

/// A name and a password that a TURN server takes until `until`, as coturn's `use-auth-secret` has them: the
/// name begins with the time, the password is a HMAC-SHA1 of it.
struct TurnCredential
{
    QByteArray user;
    QByteArray password; ///< base64

    static TurnCredential make(const QByteArray &secret, const QByteArray &name, UtcTime until);
};

/// What RTCPeerConnection is given as iceServers: the servers of ANTEROOM_TURN_URL (`urls`, separated by
/// spaces or commas), with a credential made by ANTEROOM_TURN_SECRET; empty where either is.
QJsonArray iceServers(const QString &urls, const QByteArray &secret, const QByteArray &name, UtcTime until);

} // namespace anteroom
