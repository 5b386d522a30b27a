// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/bundle.h"

#include <QString>

namespace anteroom {

/// Why a file was not imported and where it is wrong, in words; the JSON pointer last, for whoever made the
/// file.
QString importErrorText(const Error &error);

/// What came in, a line each: "Persons: 12".
QStringList importSummaryLines(const ImportSummary &summary);

} // namespace anteroom
