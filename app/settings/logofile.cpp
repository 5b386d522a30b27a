// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/logofile.h"

#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

bool isSvg(const QByteArray &content)
{
    QXmlStreamReader xml(content);
    if (!xml.readNextStartElement() || xml.name() != u"svg" ||
        xml.namespaceUri() != u"http://www.w3.org/2000/svg")
        return false;
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

} // namespace

Result<LogoFile> readLogo(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, "setting.file_unreadable");
    LogoFile logo{file.read(LogoFile::mostBytes + 1), {}};
    if (logo.content.size() > LogoFile::mostBytes)
        return fail(ErrorCode::Invalid, "setting.logo_too_large");
    if (logo.content.startsWith("\x89PNG\r\n\x1a\n"))
        logo.mimeType = "image/png"_ba;
    else if (isSvg(logo.content))
        logo.mimeType = "image/svg+xml"_ba;
    else
        return fail(ErrorCode::Invalid, "setting.not_a_logo");
    return logo;
}

} // namespace anteroom
