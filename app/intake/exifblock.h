// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/bytes.h"

#include <string>

namespace anteroom::intake {

/// What is kept of a photo's Exif block. The texts are as the camera wrote them, checked for their form:
/// nothing else can ride along in them. Empty where there is none.
struct ExifFacts
{
    int orientation = 1; ///< 1–8
    std::string taken;   ///< DateTimeOriginal, "2024:03:31 18:05:59", local to where it was taken
    std::string subSec;  ///< SubSecTimeOriginal, 1–9 digits after the point
    std::string offset;  ///< OffsetTimeOriginal, "+02:00"

    bool isDefault() const { return orientation == 1 && taken.empty(); }
    friend bool operator==(const ExifFacts &, const ExifFacts &) = default;
};

/// Reads a TIFF-shaped Exif block (without "Exif\0\0") with exiv2. A block it cannot read says nothing; the
/// photo is none the worse.
ExifFacts readExif(View tiff);

/// The smallest Exif block that says just this, TIFF-shaped, big-endian.
Bytes writeExif(const ExifFacts &facts);

} // namespace anteroom::intake
