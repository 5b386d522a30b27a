// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/bytes.h"
#include "app/intake/exifblock.h"

// What is done to one photo, without Qt, without a system call but memory: the core of `anteroom-intake`.
//
// Reading and writing the Exif block is exiv2's work, decoding that of libjpeg-turbo, libpng, libwebp,
// libheif and libde265. Walking the containers is our own, short and strict: exiv2 takes away what it knows
// (Exif, XMP, IPTC, comments), not what it does not (MPF and further pictures, bytes after the end, private
// chunks, APNG frames), and what must be gone can only be promised by a list of what stays.
namespace anteroom::intake {

inline constexpr size_t maxPhotoBytes = size_t(25) * 1024 * 1024; ///< RULES.md, Photos
inline constexpr uint64_t maxPixels = 100'000'000;
inline constexpr uint32_t maxSide = 65'500; ///< what libjpeg can do
inline constexpr uint32_t thumbnailSide = 320;
inline constexpr size_t maxIccBytes = size_t(4) * 1024 * 1024;

enum class Format : uint8_t {
    Jpeg = 1,
    Png = 2,
    WebP = 3,
    Heic = 4, ///< HEIF with HEVC in it; its own properties turn it, so its `orientation` is 1
};

/// A photo as it is kept: the pixels as sent, and nothing else but orientation, colour profile and time
/// taken.
struct Stripped
{
    Format format = Format::Jpeg;
    uint32_t width = 0; ///< as stored, before the orientation; of HEIC as shown
    uint32_t height = 0;
    bool alpha = false;
    ExifFacts exif;
    Bytes icc;   ///< the colour profile; empty where there is none
    Bytes bytes; ///< the file
};

struct Size
{
    uint32_t width = 0;
    uint32_t height = 0;
    friend bool operator==(const Size &, const Size &) = default;
};

struct Examined
{
    Stripped photo;
    Size shown;      ///< after the orientation
    Bytes thumbnail; ///< JPEG, orientation applied, fits 320×320, never enlarged
};

struct Rendered
{
    Format format = Format::Jpeg; ///< JPEG, of HEIC too; PNG where the photo has transparency
    Bytes bytes;
};

/// Takes all away that is not kept, and refuses what is no whole photo. Pixels are not decoded, but a PNG's
/// are inflated and counted, piece by piece, so that a bomb never unfolds. `trusted` leaves that out.
Expected<Stripped> strip(View photo, bool trusted = false);

/// Strips, checks that the result reads back as the same photo, and draws its thumbnail from the result,
/// which decodes it to the last line.
Expected<Examined> examine(View photo);

/// The photo drawn upright so that it fills `wanted`: neither side smaller than asked, never enlarged.
/// `photo` is one that `examine` gave.
Expected<Rendered> render(View photo, Size wanted);

/// The size that fills `wanted` with a picture of `shown`, keeping its shape; `shown` where it is no larger.
Size fillSize(Size shown, Size wanted);

/// The size with which a picture of `shown` fits a square of `side`, never enlarged.
Size fitSize(Size shown, uint32_t side);

} // namespace anteroom::intake
