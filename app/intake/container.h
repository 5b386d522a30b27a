// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/photo.h"
#include "app/intake/refusals.h"

// The four containers, each walked strictly: a list of what stays, all else goes.
namespace anteroom::intake {

/// JPEG: JFIF without its thumbnail, the colour profile, Adobe's colour transform, a new Exif block, the
/// tables, frame and scans. Ends at the first image's end.
Expected<Stripped> stripJpeg(View file);

/// PNG: IHDR, PLTE, tRNS, colour (gAMA, cHRM, sRGB, iCCP, cICP, sBIT), a new eXIf, IDAT, IEND.
/// `countPixels` inflates the picture and refuses one that is shorter or longer than its header says.
Expected<Stripped> stripPng(View file, bool countPixels);

/// WebP: the bitstream with its alpha plane, the colour profile, a new Exif block. Animations are refused.
Expected<Stripped> stripWebP(View file);

/// HEIC: the coded picture or its grid of tiles, written into a new file with the properties that its pixels
/// need (size, decoder's parameters, turning, cropping, colour) and a new Exif block.
Expected<Stripped> stripHeif(View file);

/// Refuses a picture without pixels, or with more than are taken.
inline Refusal checkSize(uint64_t width, uint64_t height)
{
    if (width == 0 || height == 0)
        return refusal::damaged;
    if (width > maxSide || height > maxSide || width * height > maxPixels)
        return refusal::tooManyPixels;
    return nullptr;
}

} // namespace anteroom::intake
