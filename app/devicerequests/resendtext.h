// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/resendrule.h"

namespace anteroom {

/// The setting that holds the words of a template.
const char *templateSetting(ResendTemplate which);

/// Whether a text of these words needs the verification code.
bool needsCode(const QString &words);

/// The words with `<request_number>` and `<verification_code>` filled in, each place once: what is filled in
/// is not read again.
QString filledText(const QString &words, const QString &requisition, const QString &code);

} // namespace anteroom
