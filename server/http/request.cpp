// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request.h"

using namespace Qt::StringLiterals;

namespace anteroom {

QByteArray originOf(bool secure, const QByteArray &host)
{
    return (secure ? "https://"_ba : "http://"_ba) + host;
}

QByteArrayList RequestHead::segments() const
{
    QByteArrayList found;
    qsizetype begin = rawPath.startsWith('/') ? 1 : 0;
    for (;;) {
        auto end = rawPath.indexOf('/', begin);
        if (end < 0)
            end = rawPath.size();
        QByteArray segment = rawPath.mid(begin, end - begin);
        if (segment.contains('%'))
            segment = QByteArray::fromPercentEncoding(segment);
        found.append(std::move(segment));
        if (end == rawPath.size())
            return found;
        begin = end + 1;
    }
}

} // namespace anteroom
