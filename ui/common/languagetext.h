// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/language.h"

#include <QString>

namespace anteroom {

/// A language's name in the console's language.
QString languageText(Language language);

} // namespace anteroom
