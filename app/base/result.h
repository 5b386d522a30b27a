// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace anteroom {

/// A value, or why there is none.
template<typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::Invalid, "phone.malformed", "patientMobile");`
inline tl::unexpected<Error> fail(ErrorCode code, const char *reason, const char *field = nullptr,
                                  QJsonObject data = {})
{
    return tl::unexpected(Error{code, reason, field, std::move(data)});
}

/// Passes another result's error on.
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected(std::move(error));
}

} // namespace anteroom
