// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <png.h>

#include <csetjmp>
#include <new>

namespace anteroom::intake {
namespace {

// libpng leaves an error with longjmp, over C frames only: whoever calls it here holds nothing with a
// destructor in the same function.
[[noreturn]] void onError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1); // its own handler would print first, and there is nowhere to
}

void onWarning(png_structp, png_const_charp)
{
}

struct Input
{
    const uint8_t *at;
    size_t left;
};

void readBytes(png_structp png, png_bytep to, size_t count)
{
    auto *input = static_cast<Input *>(png_get_io_ptr(png));
    if (count > input->left)
        png_error(png, "short");
    std::memcpy(to, input->at, count);
    input->at += count;
    input->left -= count;
}

void writeBytes(png_structp png, png_bytep from, size_t count)
{
    auto *out = static_cast<Bytes *>(png_get_io_ptr(png));
    bool full = false;
    try {
        append(*out, View(from, count));
    } catch (const std::bad_alloc &) {
        full = true;
    }
    if (full)
        png_error(png, "memory");
}

void flushBytes(png_structp)
{
}

class Reader
{
public:
    explicit Reader(View file)
        : m_input{file.data(), file.size()}
        , m_png(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    bool start(bool alpha);
    bool readLine(uint8_t *line);
    bool readAll(uint8_t **lines);
    int passes() const { return m_passes; }
    size_t lineBytes() const { return png_get_rowbytes(m_png, m_info); }

private:
    Input m_input;
    png_structp m_png;
    png_infop m_info;
    int m_passes = 1;
};

bool Reader::start(bool alpha)
{
    if (!m_info || setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_set_read_fn(m_png, &m_input, readBytes);
    png_set_user_limits(m_png, maxSide, maxSide);
    png_set_benign_errors(m_png, 1); // a colour chunk it dislikes is no reason
    png_read_info(m_png, m_info);
    // Eight bits, RGB or RGBA, whatever it was.
    png_set_expand(m_png);
    png_set_scale_16(m_png);
    png_set_gray_to_rgb(m_png);
    if (alpha)
        png_set_add_alpha(m_png, 0xFF, PNG_FILLER_AFTER); // only where there is none
    m_passes = png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    return true;
}

bool Reader::readLine(uint8_t *line)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_read_row(m_png, line, nullptr);
    return true;
}

bool Reader::readAll(uint8_t **lines)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_read_image(m_png, lines);
    return true;
}

class Writer
{
public:
    Writer()
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr)
    {
    }
    ~Writer() { png_destroy_write_struct(&m_png, &m_info); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    bool start(Size size, bool alpha, View icc, Bytes *out);
    bool writeLine(const uint8_t *line);
    bool finish();

private:
    png_structp m_png;
    png_infop m_info;
};

bool Writer::start(Size size, bool alpha, View icc, Bytes *out)
{
    if (!m_info || setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_set_write_fn(m_png, out, writeBytes, flushBytes);
    png_set_IHDR(m_png, m_info, size.width, size.height, 8,
                 alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_benign_errors(m_png, 1);
    if (icc.size() > 20 && std::memcmp(&icc[16], "RGB ", 4) == 0)
        png_set_iCCP(m_png, m_info, "ICC", PNG_COMPRESSION_TYPE_BASE, icc.data(), png_uint_32(icc.size()));
    png_set_compression_level(m_png, 3);
    png_write_info(m_png, m_info);
    return true;
}

bool Writer::writeLine(const uint8_t *line)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_write_row(m_png, line);
    return true;
}

bool Writer::finish()
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_write_end(m_png, nullptr);
    return true;
}

} // namespace

Expected<Raster> decodePng(View file, Size stored, bool alpha, Size wanted)
{
    const uint32_t channels = alpha ? 4 : 3;
    Reader reader(file);
    if (!reader.start(alpha) || reader.lineBytes() != size_t(stored.width) * channels)
        return tl::unexpected(refusal::damaged);
    AreaScaler scaler(stored, wanted, channels);
    if (reader.passes() == 1) {
        Bytes line(reader.lineBytes());
        for (uint32_t y = 0; y < stored.height; ++y) {
            if (!reader.readLine(line.data()))
                return tl::unexpected(refusal::damaged);
            scaler.addLine(line.data());
        }
        return scaler.take();
    }
    // Interlaced: every line gets its pixels in seven turns, so all of them have to be there.
    Bytes all(reader.lineBytes() * stored.height);
    std::vector<uint8_t *> lines(stored.height);
    for (uint32_t y = 0; y < stored.height; ++y)
        lines[y] = &all[reader.lineBytes() * y];
    if (!reader.readAll(lines.data()))
        return tl::unexpected(refusal::damaged);
    for (const uint8_t *line : lines)
        scaler.addLine(line);
    return scaler.take();
}

Expected<Bytes> encodePng(const Raster &raster, int orientation, View icc)
{
    const Size size = uprightSize({raster.width, raster.height}, orientation);
    Bytes out;
    Writer writer;
    if (!writer.start(size, raster.channels == 4, icc, &out))
        return tl::unexpected(refusal::damaged);
    Bytes line(size_t(size.width) * raster.channels);
    for (uint32_t y = 0; y < size.height; ++y) {
        uprightLine(raster, orientation, y, line.data());
        if (!writer.writeLine(line.data()))
            return tl::unexpected(refusal::damaged);
    }
    if (!writer.finish())
        return tl::unexpected(refusal::damaged);
    return out;
}

} // namespace anteroom::intake
