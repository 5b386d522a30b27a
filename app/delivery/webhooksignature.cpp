// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/webhooksignature.h"

#include "app/base/random.h"

#include <QMessageAuthenticationCode>

namespace anteroom {

namespace {

constexpr QByteArrayView prefix = "whsec_";

} // namespace

QByteArray webhookSignature(const QByteArray &secrets, const QByteArray &id, qint64 timestamp,
                            const QByteArray &payload)
{
    QByteArray signatures;
    for (const QByteArray &secret : secrets.simplified().split(' ')) {
        if (!secret.startsWith(prefix))
            continue;
        const QByteArray key = QByteArray::fromBase64(secret.mid(prefix.size()));
        const QByteArray content = id + '.' + QByteArray::number(timestamp) + '.' + payload;
        const QByteArray mac =
            QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256).toBase64();
        signatures += (signatures.isEmpty() ? "v1," : " v1,") + mac;
    }
    return signatures;
}

QByteArray newWebhookSecret()
{
    return prefix.toByteArray() + randomBytes(32).toBase64();
}

} // namespace anteroom
