// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listenaddress.h"

using namespace Qt::StringLiterals;

namespace anteroom {

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const auto malformed = [&] {
        return fail(ErrorCode::Invalid, "listen.malformed", nullptr, {{u"address"_s, text}});
    };
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return malformed();
    bool isNumber = false;
    ListenAddress address;
    address.port = text.mid(colon + 1).toUShort(&isNumber);
    if (!isNumber)
        return malformed();
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return malformed();
    if (host == u"localhost")
        address.host = QHostAddress(QHostAddress::LocalHost);
    else if (host == u"*")
        address.host = QHostAddress(QHostAddress::Any);
    else if (!address.host.setAddress(host))
        return malformed();
    return address;
}

bool ListenAddress::isLoopback() const
{
    return host.isLoopback();
}

QString ListenAddress::url(bool secure, quint16 actualPort) const
{
    QString name = host.toString();
    if (host == QHostAddress(QHostAddress::Any))
        name = u"0.0.0.0"_s;
    if (host.protocol() == QAbstractSocket::IPv6Protocol)
        name = u'[' + name + u']';
    return (secure ? u"https://"_s : u"http://"_s) + name + u':' + QString::number(actualPort);
}

} // namespace anteroom
