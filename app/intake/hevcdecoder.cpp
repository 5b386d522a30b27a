// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/hevcdecoder.h"

#include <libde265/de265.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

// libheif's own use of libde265 begins a thread for each picture, which the confinement forbids. This one
// decodes where it is called.
namespace anteroom::intake {
namespace {

constexpr heif_error success{heif_error_Ok, heif_suberror_Unspecified, "Success"};
constexpr heif_error broken{heif_error_Decoder_plugin_error, heif_suberror_Unspecified, "cannot be decoded"};
constexpr heif_error noMemory{heif_error_Memory_allocation_error, heif_suberror_Unspecified, "no memory"};

const char *name()
{
    return "libde265, without threads";
}

int supports(heif_compression_format format)
{
    return format == heif_compression_HEVC ? 1000 : 0; // before libheif's own
}

heif_error newDecoder(void **decoder)
{
    *decoder = de265_new_decoder();
    return *decoder ? success : noMemory;
}

void freeDecoder(void *decoder)
{
    de265_free_decoder(decoder);
}

/// NAL units, each with its length in four bytes before it.
heif_error pushData(void *decoder, const void *data, size_t size)
{
    const auto *at = static_cast<const uint8_t *>(data);
    while (size >= 4) {
        const size_t length = size_t(at[0]) << 24 | size_t(at[1]) << 16 | size_t(at[2]) << 8 | at[3];
        at += 4;
        size -= 4;
        if (length > size || length > size_t(INT32_MAX))
            return broken;
        const de265_error error = de265_push_NAL(decoder, at, int(length), 0, nullptr);
        if (error != DE265_OK)
            return error == DE265_ERROR_OUT_OF_MEMORY ? noMemory : broken;
        at += length;
        size -= length;
    }
    return size == 0 ? success : broken;
}

struct Release
{
    void operator()(heif_image *image) const { heif_image_release(image); }
    void operator()(heif_color_profile_nclx *profile) const { heif_nclx_color_profile_free(profile); }
};

/// How YCbCr is to be read, as the picture itself says it; a colour property of the file wins over it.
void copyColour(const de265_image *from, heif_image *to)
{
    const std::unique_ptr<heif_color_profile_nclx, Release> colour(heif_nclx_color_profile_alloc());
    if (!colour)
        return;
    const auto set = [&](auto setter, int value) { return setter(colour.get(), uint16_t(value)).code == 0; };
    if (!set(heif_nclx_color_profile_set_color_primaries, de265_get_image_colour_primaries(from)) ||
        !set(heif_nclx_color_profile_set_transfer_characteristics,
             de265_get_image_transfer_characteristics(from)) ||
        !set(heif_nclx_color_profile_set_matrix_coefficients, de265_get_image_matrix_coefficients(from)))
        return;
    colour->full_range_flag = de265_get_image_full_range_flag(from) != 0;
    heif_image_set_nclx_color_profile(to, colour.get());
}

heif_error copyImage(const de265_image *from, heif_image **out)
{
    const de265_chroma chroma = de265_get_chroma_format(from);
    const bool grey = chroma == de265_chroma_mono;
    heif_image *made = nullptr;
    heif_error error = heif_image_create(de265_get_image_width(from, 0), de265_get_image_height(from, 0),
                                         grey ? heif_colorspace_monochrome : heif_colorspace_YCbCr,
                                         heif_chroma(chroma), &made);
    std::unique_ptr<heif_image, Release> image(made);
    if (error.code != heif_error_Ok)
        return error;
    constexpr std::array channels{heif_channel_Y, heif_channel_Cb, heif_channel_Cr};
    for (int c = 0; c < (grey ? 1 : 3); ++c) {
        const int width = de265_get_image_width(from, c);
        const int height = de265_get_image_height(from, c);
        const int bits = de265_get_bits_per_pixel(from, c);
        int fromStride = 0;
        const uint8_t *source = de265_get_image_plane(from, c, &fromStride);
        if (!source || width <= 0 || height <= 0)
            return broken;
        error = heif_image_add_plane(image.get(), channels[size_t(c)], width, height, bits);
        if (error.code != heif_error_Ok)
            return error;
        int toStride = 0;
        uint8_t *target = heif_image_get_plane(image.get(), channels[size_t(c)], &toStride);
        const size_t line = size_t(width) * (bits > 8 ? 2 : 1);
        if (!target || line > size_t(fromStride) || line > size_t(toStride))
            return broken;
        for (int y = 0; y < height; ++y)
            std::memcpy(target + ptrdiff_t(y) * toStride, source + ptrdiff_t(y) * fromStride, line);
    }
    copyColour(from, image.get());
    *out = image.release();
    return success;
}

heif_error decodeImage(void *decoder, heif_image **out)
{
    *out = nullptr;
    if (de265_flush_data(decoder) != DE265_OK)
        return broken;
    for (int more = 1; more != 0;) {
        more = 0;
        const de265_error error = de265_decode(decoder, &more);
        // The first picture is the only one.
        if (const de265_image *image = de265_get_next_picture(decoder))
            return copyImage(image, out);
        if (error == DE265_ERROR_OUT_OF_MEMORY)
            return noMemory;
        if (error != DE265_OK)
            break;
    }
    return broken;
}

void setStrict(void *, int)
{
}

constexpr heif_decoder_plugin plugin{3,           name,     nullptr,     nullptr,   supports,  newDecoder,
                                     freeDecoder, pushData, decodeImage, setStrict, "anteroom"};

} // namespace

const heif_decoder_plugin *hevcDecoder()
{
    return &plugin;
}

} // namespace anteroom::intake
