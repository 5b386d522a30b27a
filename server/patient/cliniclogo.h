// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QDateTime>
#include <QString>

#include <mutex>

namespace anteroom {

class Settings;

/// The clinic's logo on patients' pages (ANTEROOM_CLINIC_LOGO): kept in memory and read again when its file
/// changes. A file that is missing or will not do is no logo. Any thread.
class ClinicLogo
{
public:
    explicit ClinicLogo(const Settings &settings);

    /// Changes with its content; empty where there is no logo.
    QString version() const;
    /// 404 where there is none.
    HttpResponse answer() const;

private:
    void refresh() const;

    const Settings &m_settings;
    mutable std::mutex m_mutex;
    mutable QString m_path;
    mutable QDateTime m_changed; ///< of the file
    mutable QByteArray m_content;
    mutable QByteArray m_mimeType;
    mutable QString m_version;
};

} // namespace anteroom
