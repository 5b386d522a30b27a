// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonObject>

namespace anteroom {

/// What kind of failure it is: enough for a face to choose a status or a tone.
enum class ErrorCode {
    Invalid,         ///< the input breaks a rule; `field` names the member
    Unauthenticated, ///< nobody, or nobody we know
    Forbidden,       ///< known, but not allowed
    NotFound,        ///< does not exist, or not for this actor
    Conflict,        ///< the state does not allow it
    Gone,            ///< it was here and has expired
    TooLarge,        ///< larger than a limit
    UnsupportedType, ///< content of a kind that is not taken
    Unprocessable,   ///< understood, but contradicts what was said before
    TooMany,         ///< too often; `data.retryAfterMs` says when to come back
    BadGateway,      ///< somebody else's service failed
    Unavailable,     ///< for now: busy, stopping, or the disk is full; `data.retryAfterMs` where known
    Internal         ///< the store failed; the reason is in the log
};

/// A failure as a value. It holds no sentence: words are made at the edges (server/…json,
/// ui/common/errortext) from `reason`, a stable key such as "file_request.cancelled".
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    const char *reason = "internal"; ///< a string literal
    const char *field = nullptr;     ///< the member at fault, a string literal; nullptr where there is none
    QJsonObject data;                ///< figures for the words; never personal data

    bool is(QByteArrayView key) const { return key == QByteArrayView(reason); }
};

} // namespace anteroom
