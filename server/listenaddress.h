// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QHostAddress>
#include <QString>

namespace anteroom {

/// Where a listener is opened.
struct ListenAddress
{
    QHostAddress host;
    quint16 port = 0; ///< 0: any that is free

    /// "127.0.0.1:8080", "[::1]:8080", "localhost:0", "*:8080". Errors: Invalid "listen.malformed",
    /// data.address.
    static Result<ListenAddress> parse(const QString &text);

    bool isLoopback() const;
    /// `http://127.0.0.1:8080`
    QString url(bool secure, quint16 actualPort) const;
};

} // namespace anteroom
