// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listenaddress.h"

using namespace Qt::StringLiterals;

namespace anteroom {

std::optional<ListenAddress> ListenAddress::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return std::nullopt;
    bool isNumber = false;
    ListenAddress parsed;
    parsed.port = text.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return std::nullopt;
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt;
    if (host == u"localhost")
        parsed.address = QHostAddress(QHostAddress::LocalHost);
    else if (host == u"*")
        parsed.address = QHostAddress(QHostAddress::Any);
    else if (!parsed.address.setAddress(host))
        return std::nullopt;
    return parsed;
}

bool ListenAddress::isLoopback() const
{
    return address.isLoopback();
}

QString ListenAddress::text() const
{
    QString name = address.toString();
    if (address == QHostAddress(QHostAddress::Any))
        name = u"0.0.0.0"_s;
    else if (address.protocol() == QAbstractSocket::IPv6Protocol)
        name = u'[' + name + u']';
    return name + u':' + QString::number(port);
}

QString ListenAddress::url(bool secure) const
{
    return (secure ? u"https://"_s : u"http://"_s) + text();
}

} // namespace anteroom
