// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

/// Standard Webhooks' `webhook-signature`: for each of `secrets` (`whsec_…`, separated by spaces) one
/// `v1,<base64>`, the HMAC-SHA256 over `id.timestamp.payload`, so that a receiver may change from one secret
/// to the next. `timestamp`: seconds since 1970. Empty where there is no usable secret.
QByteArray webhookSignature(const QByteArray &secrets, const QByteArray &id, qint64 timestamp,
                            const QByteArray &payload);

/// A new secret: `whsec_` and 32 random bytes in base64.
QByteArray newWebhookSecret();

} // namespace anteroom
