// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <jpeglib.h>
// After jpeglib.h, which it needs: the codes of the warnings told apart.
#include <jerror.h>

namespace anteroom::intake {
namespace {

constexpr int maxScans = 100; // a hostile progressive file repeats itself; cameras write about ten

// libjpeg leaves an error with longjmp, over C frames only: whoever calls it here holds nothing with a
// destructor in the same function.
struct Errors : jpeg_error_mgr
{
    jmp_buf jump;
    Refusal why = nullptr;

    void note(Refusal reason)
    {
        if (!why)
            why = reason;
    }
};

Errors &errorsOf(j_common_ptr info)
{
    return *static_cast<Errors *>(info->err);
}

[[noreturn]] void onError(j_common_ptr info)
{
    Errors &errors = errorsOf(info);
    const int code = errors.msg_code;
    errors.note(code == JERR_OUT_OF_MEMORY || code == JERR_NO_BACKING_STORE ? refusal::tooComplex
                : code == JERR_ARITH_NOTIMPL                                ? refusal::unsupported
                                                                            : refusal::damaged);
    longjmp(errors.jump, 1);
}

// What libjpeg papers over. Bytes too many and odd headers are harmless; missing or senseless data is not.
void onMessage(j_common_ptr info, int level)
{
    if (level >= 0)
        return;
    Errors &errors = errorsOf(info);
    const int code = errors.msg_code;
    if (code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF)
        errors.note(refusal::truncated);
    else if (code == JWRN_HUFF_BAD_CODE || code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC)
        errors.note(refusal::damaged);
}

void onProgress(j_common_ptr info)
{
    if (!info->is_decompressor || reinterpret_cast<j_decompress_ptr>(info)->input_scan_number <= maxScans)
        return;
    errorsOf(info).note(refusal::tooComplex);
    longjmp(errorsOf(info).jump, 1);
}

void setUp(Errors &errors)
{
    jpeg_std_error(&errors);
    errors.error_exit = onError;
    errors.emit_message = onMessage;
}

class Reader
{
public:
    Reader()
    {
        setUp(m_errors);
        m_info.err = &m_errors;
    }
    ~Reader() { jpeg_destroy_decompress(&m_info); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    bool start(const uint8_t *data, size_t size, Size wanted);
    bool readLine(uint8_t *line);
    bool finish();
    Refusal why() const { return m_errors.why ? m_errors.why : refusal::damaged; }
    bool flawed() const { return m_errors.why != nullptr; }
    Size size() const { return {m_info.output_width, m_info.output_height}; }
    uint32_t channels() const { return uint32_t(m_info.output_components); }
    bool invertedInks() const { return m_info.saw_Adobe_marker == TRUE; }

private:
    Errors m_errors;
    jpeg_progress_mgr m_progress{};
    jpeg_decompress_struct m_info{};
};

bool Reader::start(const uint8_t *data, size_t size, Size wanted)
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    jpeg_create_decompress(&m_info);
    m_progress.progress_monitor = onProgress;
    m_info.progress = &m_progress;
    jpeg_mem_src(&m_info, data, static_cast<unsigned long>(size));
    jpeg_read_header(&m_info, TRUE);
    // The transform itself gives a half, a quarter or an eighth, far cheaper than scaling afterwards.
    m_info.scale_num = 1;
    m_info.scale_denom = 1;
    for (unsigned denominator = 8; denominator > 1; denominator /= 2) {
        const Size scaled{(m_info.image_width + denominator - 1) / denominator,
                          (m_info.image_height + denominator - 1) / denominator};
        if (scaled.width >= wanted.width && scaled.height >= wanted.height) {
            m_info.scale_denom = denominator;
            break;
        }
    }
    const bool inks = m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK;
    m_info.out_color_space = inks ? JCS_CMYK : JCS_RGB;
    m_info.dct_method = JDCT_ISLOW;
    jpeg_start_decompress(&m_info);
    return true;
}

bool Reader::readLine(uint8_t *line)
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    return jpeg_read_scanlines(&m_info, &line, 1) == 1;
}

bool Reader::finish()
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    return jpeg_finish_decompress(&m_info) == TRUE;
}

/// Inks to light, in place, 4 bytes to 3. Adobe stores them inverted.
void inksToRgb(uint8_t *line, uint32_t width, bool inverted)
{
    const uint8_t *from = line;
    const uint8_t flip = inverted ? 0 : 255;
    for (uint32_t x = 0; x < width; ++x, from += 4) {
        const int black = from[3] ^ flip;
        for (int c = 0; c < 3; ++c)
            *line++ = uint8_t((from[c] ^ flip) * black / 255);
    }
}

class Writer
{
public:
    Writer()
    {
        setUp(m_errors);
        m_info.err = &m_errors;
    }
    ~Writer()
    {
        jpeg_destroy_compress(&m_info);
        std::free(m_buffer);
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    bool start(Size size, View icc);
    bool writeLine(uint8_t *line);
    bool finish();
    View result() const { return {m_buffer, m_size}; }
    Refusal why() const { return m_errors.why ? m_errors.why : refusal::damaged; }

private:
    Errors m_errors;
    jpeg_compress_struct m_info{};
    unsigned char *m_buffer = nullptr;
    unsigned long m_size = 0;
};

bool Writer::start(Size size, View icc)
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    jpeg_create_compress(&m_info);
    jpeg_mem_dest(&m_info, &m_buffer, &m_size);
    m_info.image_width = size.width;
    m_info.image_height = size.height;
    m_info.input_components = 3;
    m_info.in_color_space = JCS_RGB;
    jpeg_set_defaults(&m_info);
    jpeg_set_quality(&m_info, 85, TRUE);
    jpeg_start_compress(&m_info, TRUE);
    if (icc.size() > 20 && std::memcmp(&icc[16], "RGB ", 4) == 0)
        jpeg_write_icc_profile(&m_info, icc.data(), static_cast<unsigned>(icc.size()));
    return true;
}

bool Writer::writeLine(uint8_t *line)
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    return jpeg_write_scanlines(&m_info, &line, 1) == 1;
}

bool Writer::finish()
{
    if (setjmp(m_errors.jump) != 0)
        return false;
    jpeg_finish_compress(&m_info);
    return true;
}

} // namespace

Expected<Raster> decodeJpeg(View file, Size wanted)
{
    Reader reader;
    if (!reader.start(file.data(), file.size(), wanted))
        return tl::unexpected(reader.why());
    const Size size = reader.size();
    AreaScaler scaler(size, wanted, 3);
    Bytes line(size_t(size.width) * reader.channels());
    for (uint32_t y = 0; y < size.height; ++y) {
        if (!reader.readLine(line.data()))
            return tl::unexpected(reader.why());
        if (reader.channels() == 4)
            inksToRgb(line.data(), size.width, reader.invertedInks());
        scaler.addLine(line.data());
    }
    if (!reader.finish() || reader.flawed())
        return tl::unexpected(reader.why());
    return scaler.take();
}

Expected<Bytes> encodeJpeg(const Raster &raster, int orientation, View icc)
{
    const Size size = uprightSize({raster.width, raster.height}, orientation);
    Writer writer;
    if (!writer.start(size, icc))
        return tl::unexpected(writer.why());
    Bytes line(size_t(size.width) * raster.channels);
    for (uint32_t y = 0; y < size.height; ++y) {
        uprightLine(raster, orientation, y, line.data());
        if (raster.channels == 4) {
            uint8_t *to = line.data();
            for (const uint8_t *from = line.data(); to < &line[size_t(size.width) * 3]; from += 4) {
                const uint32_t opaque = from[3];
                for (int c = 0; c < 3; ++c)
                    *to++ = uint8_t((from[c] * opaque + 255u * (255u - opaque) + 127u) / 255u);
            }
        }
        if (!writer.writeLine(line.data()))
            return tl::unexpected(writer.why());
    }
    if (!writer.finish())
        return tl::unexpected(writer.why());
    return Bytes(writer.result().begin(), writer.result().end());
}

} // namespace anteroom::intake
