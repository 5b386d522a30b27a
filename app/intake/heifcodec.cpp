// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/heifcodec.h"

#include "app/intake/hevcdecoder.h"
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <libheif/heif.h>

#include <memory>
#include <new>

namespace anteroom::intake {
namespace {

struct Free
{
    void operator()(heif_context *context) const { heif_context_free(context); }
    void operator()(heif_image_handle *handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image *image) const { heif_image_release(image); }
    void operator()(heif_decoding_options *options) const { heif_decoding_options_free(options); }
};

Refusal refusalOf(const heif_error &error)
{
    if (error.code == heif_error_Memory_allocation_error)
        return refusal::tooComplex;
    return error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype
               ? refusal::unsupported
               : refusal::damaged;
}

/// An opened file and its photo. The bytes outlive it.
class Photo
{
public:
    Refusal open(View file)
    {
        prepareHeif();
        m_context.reset(heif_context_alloc());
        if (!m_context)
            throw std::bad_alloc();
        heif_context_set_max_decoding_threads(m_context.get(), 0);
        heif_context_set_maximum_image_size_limit(m_context.get(), int(maxSide));
        heif_error error =
            heif_context_read_from_memory_without_copy(m_context.get(), file.data(), file.size(), nullptr);
        if (error.code != heif_error_Ok)
            return refusalOf(error);
        heif_image_handle *handle = nullptr;
        error = heif_context_get_primary_image_handle(m_context.get(), &handle);
        m_handle.reset(handle);
        return error.code == heif_error_Ok ? nullptr : refusalOf(error);
    }

    const heif_image_handle *handle() const { return m_handle.get(); }
    Size size() const
    {
        const int width = heif_image_handle_get_width(m_handle.get());
        const int height = heif_image_handle_get_height(m_handle.get());
        return width > 0 && height > 0 ? Size{uint32_t(width), uint32_t(height)} : Size{};
    }

private:
    std::unique_ptr<heif_context, Free> m_context;
    std::unique_ptr<heif_image_handle, Free> m_handle;
};

} // namespace

void prepareHeif()
{
    [[maybe_unused]] static const bool once = [] {
        heif_init(nullptr);
        heif_register_decoder_plugin(hevcDecoder());
        return true;
    }();
}

Expected<Size> shownHeifSize(View file)
{
    Photo photo;
    if (const Refusal why = photo.open(file))
        return tl::unexpected(why);
    return photo.size();
}

Expected<Raster> decodeHeif(View file, Size wanted)
{
    Photo photo;
    if (const Refusal why = photo.open(file))
        return tl::unexpected(why);
    const std::unique_ptr<heif_decoding_options, Free> options(heif_decoding_options_alloc());
    if (!options)
        throw std::bad_alloc();
    options->convert_hdr_to_8bit = 1;
    heif_image *decoded = nullptr;
    const heif_error error = heif_decode_image(photo.handle(), &decoded, heif_colorspace_RGB,
                                               heif_chroma_interleaved_RGB, options.get());
    const std::unique_ptr<heif_image, Free> image(decoded);
    if (error.code != heif_error_Ok)
        return tl::unexpected(refusalOf(error));
    int stride = 0;
    const uint8_t *line = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    const Size size = photo.size();
    // What was decoded must be what was promised: everything else was measured by that.
    if (!line || heif_image_get_width(image.get(), heif_channel_interleaved) != int(size.width) ||
        heif_image_get_height(image.get(), heif_channel_interleaved) != int(size.height) ||
        size_t(stride) < size_t(size.width) * 3)
        return tl::unexpected(refusal::damaged);
    AreaScaler scaler(size, wanted, 3);
    for (uint32_t y = 0; y < size.height; ++y, line += stride)
        scaler.addLine(line);
    return scaler.take();
}

} // namespace anteroom::intake
