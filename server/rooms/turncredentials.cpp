// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/turncredentials.h"

#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace anteroom {

TurnCredential TurnCredential::make(const QByteArray &secret, const QByteArray &name, UtcTime until)
{
    TurnCredential made;
    made.user = QByteArray::number(toUs(until) / 1'000'000) + ':' + name;
    made.password = QMessageAuthenticationCode::hash(made.user, secret, QCryptographicHash::Sha1).toBase64();
    return made;
}

QJsonArray iceServers(const QString &urls, const QByteArray &secret, const QByteArray &name, UtcTime until)
{
    static const QRegularExpression separator(u"[\\s,]+"_s);
    const QStringList all = urls.split(separator, Qt::SkipEmptyParts);
    // A browser refuses all of them where one lacks its password.
    if (all.isEmpty() || secret.isEmpty())
        return {};
    const auto credential = TurnCredential::make(secret, name, until);
    return {QJsonObject{{u"urls"_s, QJsonArray::fromStringList(all)},
                        {u"username"_s, QLatin1String(credential.user)},
                        {u"credential"_s, QLatin1String(credential.password)}}};
}

} // namespace anteroom
