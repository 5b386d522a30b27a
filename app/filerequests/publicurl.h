// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <mutex>

namespace anteroom {

class Settings;

/// What patients' links begin with: the setting ANTEROOM_PUBLIC_URL, else the patient listener's own address.
/// Any thread.
class PublicUrl
{
public:
    explicit PublicUrl(const Settings &settings);

    /// Where the patient listener is, such as `http://127.0.0.1:8081`; told once it listens.
    void setListener(const QString &url);

    /// Without a slash at the end.
    QString base() const;
    /// Of the page of one file request.
    QString linkTo(QByteArrayView shortLinkId) const;
    /// Whether patients come by https, so that cookies may be Secure.
    bool isSecure() const;

private:
    const Settings &m_settings;
    mutable std::mutex m_mutex;
    QString m_listener;
};

} // namespace anteroom
