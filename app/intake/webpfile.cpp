// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/container.h"
#include "app/intake/refusals.h"

#include <webp/decode.h>

namespace anteroom::intake {
namespace {

constexpr uint8_t hasProfile = 0x20;
constexpr uint8_t hasAlpha = 0x10;
constexpr uint8_t hasExif = 0x08;

void put(Bytes &out, std::string_view type, View data)
{
    append(out, type);
    appendLe32(out, uint32_t(data.size()));
    append(out, data);
    if (data.size() % 2 != 0)
        out.push_back(0);
}

} // namespace

Expected<Stripped> stripWebP(View file)
{
    Stripped photo;
    photo.format = Format::WebP;
    // "RIFF", the size of what follows, "WEBP"; whatever stands behind that size is not the photo's.
    const size_t riff = size_t(le32(&file[4])) + 8;
    if (riff > file.size())
        return tl::unexpected(refusal::truncated);
    file = file.first(riff);
    View bitstream;
    View alphaPlane;
    std::string_view kind;
    bool seenExif = false;
    for (size_t at = 12; at < file.size();) {
        if (file.size() - at < 8)
            break; // padding
        const std::string_view type(reinterpret_cast<const char *>(&file[at]), 4);
        const size_t length = le32(&file[at + 4]);
        if (file.size() - at - 8 < length)
            return tl::unexpected(refusal::truncated);
        const View data = file.subspan(at + 8, length);
        at += 8 + length + length % 2;
        if (type == "ANIM" || type == "ANMF")
            return tl::unexpected(refusal::unsupported);
        if ((type == "VP8 " || type == "VP8L") && kind.empty()) {
            kind = type;
            bitstream = data;
        } else if (type == "ALPH" && kind.empty()) {
            alphaPlane = data;
        } else if (type == "ICCP" && photo.icc.empty() && length <= maxIccBytes) {
            photo.icc.assign(data.begin(), data.end());
        } else if (type == "EXIF" && !seenExif) {
            seenExif = true;
            // Some writers put JPEG's mark before the block.
            photo.exif = readExif(startsWith(data, std::string_view("Exif\0\0", 6)) ? data.subspan(6) : data);
        }
    }
    if (kind.empty())
        return tl::unexpected(refusal::damaged);
    if (kind == "VP8L")
        alphaPlane = {};

    // The bitstream alone says how large it is and whether a lossless one has transparency.
    Bytes bare;
    append(bare, "RIFF");
    appendLe32(bare, uint32_t(12 + bitstream.size() + bitstream.size() % 2));
    append(bare, "WEBP");
    put(bare, kind, bitstream);
    WebPBitstreamFeatures features{};
    if (WebPGetFeatures(bare.data(), bare.size(), &features) != VP8_STATUS_OK || features.has_animation != 0)
        return tl::unexpected(refusal::damaged);
    photo.width = uint32_t(features.width);
    photo.height = uint32_t(features.height);
    photo.alpha = features.has_alpha != 0 || !alphaPlane.empty();
    if (const Refusal why = checkSize(photo.width, photo.height))
        return tl::unexpected(why);

    const bool plain = alphaPlane.empty() && photo.icc.empty() && photo.exif.isDefault();
    if (plain) {
        photo.bytes = std::move(bare);
        return photo;
    }
    Bytes &out = photo.bytes;
    append(out, "RIFF");
    appendLe32(out, 0); // set below
    append(out, "WEBP");
    const uint32_t w = photo.width - 1;
    const uint32_t h = photo.height - 1;
    const int flags = (photo.icc.empty() ? 0 : hasProfile) | (photo.alpha ? hasAlpha : 0) |
                      (photo.exif.isDefault() ? 0 : hasExif);
    const Bytes head{
        uint8_t(flags),  0, 0, 0, uint8_t(w), uint8_t(w >> 8), uint8_t(w >> 16), uint8_t(h), uint8_t(h >> 8),
        uint8_t(h >> 16)};
    put(out, "VP8X", head);
    if (!photo.icc.empty())
        put(out, "ICCP", photo.icc);
    if (!alphaPlane.empty())
        put(out, "ALPH", alphaPlane);
    put(out, kind, bitstream);
    if (!photo.exif.isDefault())
        put(out, "EXIF", writeExif(photo.exif));
    Bytes size;
    appendLe32(size, uint32_t(out.size() - 8));
    std::copy(size.begin(), size.end(), out.begin() + 4);
    return photo;
}

} // namespace anteroom::intake
