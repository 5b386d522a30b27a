// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>

namespace anteroom {

/// One English sentence for an error: it names the member at fault and what to do about it. Any thread.
QByteArray errorSentence(const Error &error);

/// Whether there are words for this reason key of their own, not only those of its code.
bool hasWordsFor(QByteArrayView reason);

} // namespace anteroom
