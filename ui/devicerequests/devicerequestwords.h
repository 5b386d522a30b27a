// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequestservice.h"
#include "ui/common/tokens.h"

namespace anteroom {

/// A request's status for people; what is not known stays as the register writes it.
QString deviceRequestStatusText(const QString &status);
Tone deviceRequestStatusTone(const QString &status);

/// How the code reaches the patient: a masked number, "on paper"; empty where it does not.
QString methodText(const std::optional<CurrentMethod> &method);

/// Why a text can't be sent now, and what helps. For "device_request.too_soon" without the time that is left.
/// Other errors: errorText().
QString resendRefusalText(const Error &error);

QString resendJobText(ResendJob::State state);
Tone resendJobTone(ResendJob::State state);

/// "42 s", "1:05 min": what is left of a wait, never less than a second.
QString countdownText(std::chrono::microseconds left);

/// Which words a template is, for people.
QString resendTemplateTitle(ResendTemplate which);

} // namespace anteroom
