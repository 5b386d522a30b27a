// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/cliniclogo.h"

#include "app/settings/logofile.h"
#include "app/settings/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anteroom {

ClinicLogo::ClinicLogo(const Settings &settings)
    : m_settings(settings)
{
}

void ClinicLogo::refresh() const
{
    const QString path = m_settings.text("ANTEROOM_CLINIC_LOGO");
    const QDateTime changed = path.isEmpty() ? QDateTime() : QFileInfo(path).lastModified();
    if (path == m_path && changed == m_changed)
        return;
    m_path = path;
    m_changed = changed;
    m_version.clear();
    m_content.clear();
    auto logo = path.isEmpty() ? fail(ErrorCode::NotFound, "logo.none") : readLogo(path);
    if (!logo)
        return;
    m_content = std::move(logo->content);
    m_mimeType = std::move(logo->mimeType);
    m_version =
        QString::fromLatin1(QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex().left(12));
}

QString ClinicLogo::version() const
{
    const std::lock_guard lock(m_mutex);
    refresh();
    return m_version;
}

HttpResponse ClinicLogo::answer() const
{
    const std::lock_guard lock(m_mutex);
    refresh();
    if (m_version.isEmpty())
        return HttpResponse::empty(404);
    HttpResponse response;
    response.contentType = m_mimeType;
    response.body = m_content;
    // An SVG may hold anything: opened by itself it may neither run nor load it.
    response
        .with("Content-Security-Policy"_ba,
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox")
        .with("X-Content-Type-Options"_ba, "nosniff")
        .with("Cross-Origin-Resource-Policy"_ba, "same-origin")
        .with("Cache-Control"_ba, "public, max-age=31536000, immutable");
    return response;
}

} // namespace anteroom
