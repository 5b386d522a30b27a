// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/call.h"
#include "ui/common/tokens.h"

#include <QString>

namespace anteroom {

/// What people call a device of that platform.
QString platformText(UserDevice::Platform platform);
/// The same, numbered where the person has several of a kind.
QStringList deviceTexts(const QVector<UserDevice> &devices);
/// How far an attempt has come, in a word or two.
QString callStateText(const CallProgress &progress);
Tone callStateTone(const CallProgress &progress);
/// Why it ended so, and what it means; empty where there is no more to say.
QString callReasonText(const CallProgress &progress);
/// "0.2 s", "12 s".
QString secondsText(std::chrono::milliseconds time);
/// "1:07".
QString clockText(std::chrono::milliseconds time);
/// An address in which {number} is replaced, percent-encoded but for the plus.
QString phoneUrl(const QString &pattern, const QString &number);

} // namespace anteroom
