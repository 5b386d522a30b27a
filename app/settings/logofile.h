// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

namespace anteroom {

/// The clinic's logo as patients' pages show it.
struct LogoFile
{
    static constexpr qint64 mostBytes = 32 * 1024; ///< it comes before everybody's first page

    QByteArray content;
    QByteArray mimeType; ///< "image/png" or "image/svg+xml", told by content
};

/// Reads a logo. Any thread; blocks on the disk. Errors: Invalid "setting.file_unreadable",
/// "setting.logo_too_large", "setting.not_a_logo".
Result<LogoFile> readLogo(const QString &path);

} // namespace anteroom
