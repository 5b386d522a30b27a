// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

namespace anteroom {

/// Where a listener is opened.
struct ListenAddress
{
    QHostAddress address;
    quint16 port = 0; ///< 0: any that is free

    /// "127.0.0.1:8080", "[::1]:8080", "localhost:0", "*:8080"; nothing where it is none of these.
    static std::optional<ListenAddress> parse(const QString &text);

    bool isLoopback() const;
    QString text() const;           ///< `127.0.0.1:8080`
    QString url(bool secure) const; ///< `http://127.0.0.1:8080`
};

} // namespace anteroom
