// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <webp/decode.h>

namespace anteroom::intake {

Expected<Raster> decodeWebP(View file, bool alpha, Size wanted)
{
    Raster raster;
    raster.width = wanted.width;
    raster.height = wanted.height;
    raster.channels = alpha ? 4 : 3;
    raster.pixels.resize(size_t(wanted.width) * wanted.height * raster.channels);

    WebPDecoderConfig config;
    if (WebPInitDecoderConfig(&config) == 0 ||
        WebPGetFeatures(file.data(), file.size(), &config.input) != VP8_STATUS_OK)
        return tl::unexpected(refusal::damaged);
    if (uint32_t(config.input.width) != wanted.width || uint32_t(config.input.height) != wanted.height) {
        config.options.use_scaling = 1;
        config.options.scaled_width = int(wanted.width);
        config.options.scaled_height = int(wanted.height);
    }
    config.output.colorspace = alpha ? MODE_RGBA : MODE_RGB;
    config.output.is_external_memory = 1;
    config.output.u.RGBA.rgba = raster.pixels.data();
    config.output.u.RGBA.stride = int(wanted.width * raster.channels);
    config.output.u.RGBA.size = raster.pixels.size();
    switch (WebPDecode(file.data(), file.size(), &config)) {
    case VP8_STATUS_OK:
        return raster;
    case VP8_STATUS_OUT_OF_MEMORY:
        return tl::unexpected(refusal::tooComplex);
    case VP8_STATUS_NOT_ENOUGH_DATA:
        return tl::unexpected(refusal::truncated);
    default:
        return tl::unexpected(refusal::damaged);
    }
}

} // namespace anteroom::intake
