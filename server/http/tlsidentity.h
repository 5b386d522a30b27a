// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QSslConfiguration>
#include <QString>

#include <mutex>

namespace anteroom {

/// The server's certificate and key, as they were last read. Any thread.
class TlsIdentity
{
public:
    /// Reads both PEM files: TLS 1.2 at least, ALPN http/1.1. Where they do not do (Invalid, "tls.unreadable"
    /// or "tls.mismatch", `data.file`), what was read before stays.
    Result<void> load(const QString &certificateFile, const QString &keyFile);

    /// Whether the files look different (time, size, inode) from when load() last read them.
    bool isChanged() const;

    bool isSet() const;
    QSslConfiguration configuration() const;

private:
    mutable std::mutex m_mutex;
    QSslConfiguration m_configuration;
    QString m_certificateFile;
    QString m_keyFile;
    QByteArray m_stamp;
    bool m_set = false;
};

} // namespace anteroom
