// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photo.h"

#include "app/intake/container.h"
#include "app/intake/heifmeta.h"
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <algorithm>
#include <new>

namespace anteroom::intake {
namespace {

Size storedSize(const Stripped &photo)
{
    return {photo.width, photo.height};
}

/// Draws the photo at `upright`, which is measured after the orientation.
Expected<Raster> draw(const Stripped &photo, Size upright)
{
    return decode(photo, uprightSize(upright, photo.exif.orientation));
}

Expected<Examined> examineWhole(View file)
{
    auto photo = strip(file);
    if (!photo)
        return tl::unexpected(photo.error());
    // What is kept must say the same again, and must not change when it is stripped once more.
    const auto again = strip(photo->bytes, true);
    if (!again || again->format != photo->format || storedSize(*again) != storedSize(*photo) ||
        again->exif != photo->exif || again->icc != photo->icc || again->bytes != photo->bytes)
        return tl::unexpected(refusal::damaged);

    Examined examined;
    examined.shown = uprightSize(storedSize(*photo), photo->exif.orientation);
    const auto raster = draw(*photo, fitSize(examined.shown, thumbnailSide));
    if (!raster)
        return tl::unexpected(raster.error());
    auto thumbnail = encodeJpeg(*raster, photo->exif.orientation, photo->icc);
    if (!thumbnail)
        return tl::unexpected(thumbnail.error());
    examined.thumbnail = *std::move(thumbnail);
    examined.photo = *std::move(photo);
    return examined;
}

Expected<Rendered> renderWhole(View file, Size wanted)
{
    const auto photo = strip(file, true);
    if (!photo)
        return tl::unexpected(photo.error());
    const int orientation = photo->exif.orientation;
    const auto raster = draw(*photo, fillSize(uprightSize(storedSize(*photo), orientation), wanted));
    if (!raster)
        return tl::unexpected(raster.error());
    Rendered rendered;
    rendered.format = photo->alpha ? Format::Png : Format::Jpeg;
    auto bytes = photo->alpha ? encodePng(*raster, orientation, photo->icc)
                              : encodeJpeg(*raster, orientation, photo->icc);
    if (!bytes)
        return tl::unexpected(bytes.error());
    rendered.bytes = *std::move(bytes);
    return rendered;
}

} // namespace

Expected<Stripped> strip(View photo, bool trusted)
{
    // A stored photo may be a little larger than it was sent: its Exif block and profile are written anew.
    if (photo.size() > maxPhotoBytes + (trusted ? maxIccBytes : 0))
        return tl::unexpected(refusal::tooLarge);
    if (startsWith(photo, "\xFF\xD8\xFF"))
        return stripJpeg(photo);
    if (startsWith(photo, std::string_view("\x89PNG\r\n\x1a\n", 8)))
        return stripPng(photo, !trusted);
    if (startsWith(photo, "RIFF") && photo.size() >= 12 && startsWith(photo.subspan(8), "WEBP"))
        return stripWebP(photo);
    if (isHeif(photo))
        return stripHeif(photo);
    return tl::unexpected(refusal::notAPhoto);
}

Expected<Examined> examine(View photo)
{
    try {
        return examineWhole(photo);
    } catch (const std::bad_alloc &) {
        return tl::unexpected(refusal::tooComplex);
    }
}

Expected<Rendered> render(View photo, Size wanted)
{
    if (wanted.width == 0 || wanted.height == 0)
        return tl::unexpected(refusal::damaged);
    try {
        return renderWhole(photo, wanted);
    } catch (const std::bad_alloc &) {
        return tl::unexpected(refusal::tooComplex);
    }
}

Size fillSize(Size shown, Size wanted)
{
    if (wanted.width >= shown.width || wanted.height >= shown.height)
        return shown;
    const auto up = [](uint64_t a, uint64_t b) { return uint32_t((a + b - 1) / b); };
    // Compares wanted.width / shown.width with wanted.height / shown.height.
    if (uint64_t(wanted.width) * shown.height >= uint64_t(wanted.height) * shown.width)
        return {wanted.width, up(uint64_t(shown.height) * wanted.width, shown.width)};
    return {up(uint64_t(shown.width) * wanted.height, shown.height), wanted.height};
}

Size fitSize(Size shown, uint32_t side)
{
    const uint32_t longer = std::max(shown.width, shown.height);
    if (longer <= side)
        return shown;
    const auto fitted = [&](uint32_t length) {
        return std::max<uint32_t>(1, uint32_t((uint64_t(length) * side + longer / 2) / longer));
    };
    return {fitted(shown.width), fitted(shown.height)};
}

} // namespace anteroom::intake
