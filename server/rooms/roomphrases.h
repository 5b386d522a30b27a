// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/patient/phrases.h"

namespace anteroom {

inline constexpr const char *roomPageContext = "RoomPage";

/// All that the page of a video room says. Keys that begin with "script." go to its script.
std::span<const Phrase> roomPhrases();

/// The English source of that key; `key` must be one of them (Q_ASSERT).
const char *roomPhrase(QByteArrayView key);

} // namespace anteroom
