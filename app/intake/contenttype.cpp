// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/contenttype.h"

#include <QMimeDatabase>
#include <QMimeType>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anteroom {
namespace {

constexpr qsizetype headSize = 64 * 1024; // no mark lies deeper

bool looksLikeText(const QByteArray &contents)
{
    if (contents.startsWith("\xFF\xFE") || contents.startsWith("\xFE\xFF"))
        return contents.size() % 2 == 0; // UTF-16 says so itself
    // Zero bytes and most control characters stand in no text, in whichever character set.
    return std::none_of(contents.begin(), contents.end(), [](char c) {
        return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) ||
               c == 0x7F;
    });
}

bool alwaysMarked(const QString &type)
{
    constexpr std::array<QLatin1String, 4> families{"image/"_L1, "audio/"_L1, "video/"_L1, "font/"_L1};
    constexpr std::array<QLatin1String, 7> types{
        "application/pdf"_L1, "application/zip"_L1,    "application/gzip"_L1,          "application/dicom"_L1,
        "application/rtf"_L1, "application/msword"_L1, "application/x-ole-storage"_L1,
    };
    return std::any_of(families.begin(), families.end(),
                       [&](QLatin1String f) { return type.startsWith(f); }) ||
           std::find(types.begin(), types.end(), type) != types.end();
}

/// An ISO media file whose brands name HEVC pictures, or pictures of a kind not named.
bool looksLikeHeif(const QByteArray &contents)
{
    if (contents.mid(4, 4) != "ftyp")
        return false;
    const qsizetype length = qMin<qsizetype>(qFromBigEndian<quint32>(contents.constData()), 256);
    bool hevc = false;
    bool av1 = false;
    bool pictures = false;
    for (qsizetype at = 8; at + 4 <= length; at += at == 8 ? 8 : 4) {
        const QByteArray brand = contents.mid(at, 4);
        hevc = hevc || (brand.startsWith("hei") && QByteArrayView("cxms").contains(brand.back())) ||
               brand == "hevc" || brand == "hevx";
        av1 = av1 || brand == "avif" || brand == "avis";
        pictures = pictures || brand == "mif1" || brand == "msf1";
    }
    return hevc || (pictures && !av1);
}

} // namespace

bool looksLikePhoto(const QByteArray &contents)
{
    return contents.startsWith("\xFF\xD8\xFF") || contents.startsWith("\x89PNG\r\n\x1a\n") ||
           (contents.startsWith("RIFF") && contents.mid(8, 4) == "WEBP") || looksLikeHeif(contents);
}

bool contentMatches(const QByteArray &contents, const QByteArray &declared)
{
    QString name = QString::fromLatin1(declared.split(';').first()).trimmed().toLower();
    if (name == "image/jpg"_L1)
        name = u"image/jpeg"_s; // common, and wrong
    if (name == "application/octet-stream"_L1)
        return true; // says nothing, so it does not lie
    if (looksLikeHeif(contents))
        return name == "image/heic"_L1 || name == "image/heif"_L1 || name == "image/heic-sequence"_L1 ||
               name == "image/heif-sequence"_L1;
    const QMimeDatabase database;
    const QMimeType claimed = database.mimeTypeForName(name);
    const QString type = claimed.isValid() ? claimed.name() : name;
    const bool text = type.startsWith("text/"_L1) || (claimed.isValid() && claimed.inherits(u"text/plain"_s));
    if (text && !looksLikeText(contents))
        return false;

    const QMimeType found = database.mimeTypeForData(contents.left(headSize));
    const QString seen = found.name();
    if (seen == type || seen == "text/plain"_L1 || seen == "application/octet-stream"_L1 ||
        seen == "application/x-zerosize"_L1)
        return text || seen == type || !(alwaysMarked(type) || claimed.inherits(u"application/zip"_s));
    if (found.inherits(type) || (claimed.isValid() && claimed.inherits(seen)))
        return true;
    // Text that has the look of another kind of text (a script, a mail) is text all the same.
    if (text)
        return type == "text/plain"_L1 || found.inherits(u"text/plain"_s);
    // A mark of something else: a lie where the claim has a mark of its own, or where the content is a known
    // picture.
    return !claimed.isValid() && !alwaysMarked(type) && !alwaysMarked(seen);
}

} // namespace anteroom
