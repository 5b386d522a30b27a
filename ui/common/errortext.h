// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QString>

namespace anteroom {

/// Words for a failure: what is the matter and what to do next. Known reason keys have their own sentence
/// (add yours to the table in errortext.cpp), others one by the kind of failure. Never empty. GUI thread.
QString errorText(const Error &error);

/// The time in `data.retryAfterMs` in words ("in 2 min"), or empty where there is none.
QString retryAfterText(const Error &error);

} // namespace anteroom
