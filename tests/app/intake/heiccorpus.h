// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/intake/corpus.h"

#include <optional>

// HEIC photos that the tests make themselves: encoded by libheif, put together as telephones do. Everything
// that must not survive carries the word "PLANTED".
namespace corpus {

struct HeicKind
{
    std::optional<Tags> tags = {}; ///< an Exif block, and XMP and a thumbnail with it
    int orientation = 1;           ///< as properties of the file, in Exif's numbers
    int depth = 8;                 ///< bits a channel: 8 or 10
    int quality = 80;
};

/// One coded picture.
QByteArray heic(const QImage &image, const HeicKind &kind = {});

/// What telephones write: a grid of tiles in hidden items, a thumbnail, an alpha plane, Exif, XMP, names and
/// descriptions, messages of the encoder, and boxes of the maker's own. `shown` larger than the image repeats
/// its first tile.
QByteArray telephoneHeic(const QImage &image, int tile, const std::optional<Tags> &tags = Tags(),
                         int quarterTurns = 0, QSize shown = {});

/// A box with its head.
QByteArray box(const char *type, const QByteArray &body);

/// The pixels of a JPEG, PNG, WebP or HEIC as it is shown by its own container (Exif left aside).
QImage decoded(const QByteArray &photo);

/// The Exif block of a HEIC's photo, TIFF-shaped; empty where there is none.
QByteArray heicExif(const QByteArray &photo);

} // namespace corpus
