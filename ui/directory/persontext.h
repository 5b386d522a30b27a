// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"

namespace anteroom {

/// What to call somebody; never empty.
QString personName(const User &user);
/// "born 17 June 1980 · +44 7777 123456": what tells two people of one name apart.
QString personDetail(const User &user);
/// How they can be reached, in words: "App, text message, e-mail".
QString reachText(const User &user);

} // namespace anteroom
