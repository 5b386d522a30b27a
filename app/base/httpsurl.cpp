// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/httpsurl.h"

#include <QHostAddress>
#include <QUrl>

namespace anteroom {

namespace {

constexpr qsizetype longest = 2048;

bool isLoopback(const QString &host)
{
    if (host.compare(u"localhost", Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

} // namespace

std::optional<HttpsUrl> HttpsUrl::parse(const QString &text, Plain plain)
{
    if (text.size() > longest)
        return std::nullopt;
    for (const QChar c : text) {
        if (c <= u' ' || c == u'\\' || c == QChar(0x7f))
            return std::nullopt;
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.authority().contains(u'@') || url.port() == 0)
        return std::nullopt;
    const bool allowed = url.scheme() == u"https" ||
                         (url.scheme() == u"http" && plain == Plain::ToLoopback && isLoopback(url.host()));
    return allowed ? std::optional(HttpsUrl(text)) : std::nullopt;
}

} // namespace anteroom
