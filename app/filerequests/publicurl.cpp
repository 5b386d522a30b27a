// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/publicurl.h"

#include "app/settings/settings.h"

namespace anteroom {

PublicUrl::PublicUrl(const Settings &settings)
    : m_settings(settings)
{
}

void PublicUrl::setListener(const QString &url)
{
    const std::lock_guard lock(m_mutex);
    m_listener = url;
}

QString PublicUrl::base() const
{
    QString url = m_settings.text("ANTEROOM_PUBLIC_URL");
    if (url.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        url = m_listener;
    }
    while (url.endsWith(u'/'))
        url.chop(1);
    return url;
}

QString PublicUrl::linkTo(QByteArrayView shortLinkId) const
{
    return base() + QLatin1String("/r/") + QLatin1String(shortLinkId);
}

bool PublicUrl::isSecure() const
{
    return base().startsWith(QLatin1String("https:"), Qt::CaseInsensitive);
}

} // namespace anteroom
