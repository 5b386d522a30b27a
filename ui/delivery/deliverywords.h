// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/lanes.h"
#include "ui/common/tokens.h"

namespace anteroom {

/// The words for a channel and for what became of a message.
QString channelText(Channel channel);
QString statusText(MessageStatus status);
/// The same where a message waits for its second or a later try.
QString stateText(const Message &message);
Tone stateTone(const Message &message);
/// To whom, in few words: of a web hook the receiver's host, of the app the beginning of the device's id.
QString recipientText(const Message &message);
/// What it says in few words: the text's first line, the number of new files of an event.
QString firstLine(const Message &message);
/// Whether a room may lie with the video service that nobody uses, and only a look there can tell: trying
/// again is of no use.
bool isRoomInDoubt(const Message &message);
/// What a person says of a message in doubt once they know: "It arrived".
QString settleText(const Message &message);
/// What the provider or the program said, in words; empty where it said nothing.
QString troubleText(const Message &message);
/// The same of a reason alone, a LaneState's for example.
QString reasonText(const QByteArray &reason);
/// Whether that is for an administrator to mend, and messages wait until then: not let in, no certificate.
bool isForAdministrator(const QByteArray &reason);
/// What does not leave while these lanes of one provider are paused: "Text messages of account 12 do not
/// leave".
QString pausedText(const QStringList &lanes);
/// When and why it goes on, of what waits; else empty. `lanes` is what is paused now.
QString nextTryText(const Message &message, const DeliveryFigures &lanes, UtcTime now);

} // namespace anteroom
