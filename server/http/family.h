// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace anteroom {

/// Which customer document an API belongs to: it decides the shape of errors (RULES.md, Errors).
enum class Family : quint8 {
    None,     ///< our own: health, metrics, the API's description, pages
    XOn,      ///< file requests and calls: `{"error": "…"}`, 401 and 404 empty
    Telecons, ///< teleconsultations: `{"statusCode", "error", "message"}`
    EHealth   ///< device requests: an envelope of `meta` and `error`
};

} // namespace anteroom
