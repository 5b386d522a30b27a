// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/container.h"
#include "app/intake/refusals.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace anteroom::intake {
namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
constexpr size_t chunkFrame = 12; // length, type, CRC

struct Inflating
{
    Inflating() { ok = inflateInit(&z) == Z_OK; }
    ~Inflating() { inflateEnd(&z); }
    Inflating(const Inflating &) = delete;
    Inflating &operator=(const Inflating &) = delete;

    z_stream z{};
    bool ok = false;
};

/// Inflates a whole zlib stream of at most `limit` bytes; empty where it is longer, broken or unfinished.
Bytes inflateAtMost(View packed, size_t limit)
{
    Inflating in;
    Bytes out;
    if (!in.ok)
        return out;
    std::array<uint8_t, 16 * 1024> block;
    in.z.next_in = const_cast<uint8_t *>(packed.data());
    in.z.avail_in = uInt(packed.size());
    for (;;) {
        in.z.next_out = block.data();
        in.z.avail_out = block.size();
        const int state = inflate(&in.z, Z_NO_FLUSH);
        const size_t got = block.size() - in.z.avail_out;
        if ((state != Z_OK && state != Z_STREAM_END) || out.size() + got > limit)
            return {};
        append(out, View(block.data(), got));
        if (state == Z_STREAM_END)
            return out;
        if (got == 0)
            return {};
    }
}

/// The IDAT stream, inflated piece by piece and only counted.
class PixelCount
{
public:
    explicit PixelCount(uint64_t expected)
        : m_expected(expected)
    {
    }

    /// Takes the next IDAT; `used` says how much of it belongs to the stream.
    Refusal feed(View data, size_t &used);
    /// What the count says at the end.
    Refusal verdict() const;

private:
    Inflating m_in;
    uint64_t m_expected;
    uint64_t m_seen = 0;
    bool m_done = false;
};

Refusal PixelCount::feed(View data, size_t &used)
{
    used = 0;
    if (!m_in.ok)
        return refusal::tooComplex;
    std::array<uint8_t, 64 * 1024> block;
    m_in.z.next_in = const_cast<uint8_t *>(data.data());
    m_in.z.avail_in = uInt(data.size());
    while (!m_done) {
        m_in.z.next_out = block.data();
        m_in.z.avail_out = block.size();
        const int state = inflate(&m_in.z, Z_NO_FLUSH);
        const size_t got = block.size() - m_in.z.avail_out;
        m_seen += got;
        if (m_seen > m_expected)
            return refusal::damaged; // a bomb, or something hidden behind the last line
        if (state == Z_STREAM_END)
            m_done = true;
        else if (state == Z_BUF_ERROR || (state == Z_OK && m_in.z.avail_in == 0 && got < block.size()))
            break;
        else if (state != Z_OK)
            return refusal::damaged;
    }
    used = data.size() - m_in.z.avail_in;
    return nullptr;
}

Refusal PixelCount::verdict() const
{
    if (!m_done)
        return refusal::truncated;
    return m_seen == m_expected ? nullptr : refusal::damaged;
}

class PngWalk
{
public:
    PngWalk(View file, bool countPixels)
        : m_file(file)
        , m_counting(countPixels)
    {
    }

    Expected<Stripped> run();

private:
    Refusal chunk(std::string_view type, View data);
    Refusal header(View data);
    void ancillary(std::string_view type, View data);
    uint64_t pictureBytes() const;
    void put(Bytes &out, std::string_view type, View data);

    View m_file;
    bool m_counting;
    std::unique_ptr<PixelCount> m_count;
    View m_header;
    uint32_t m_bitsPerPixel = 0;
    bool m_interlaced = false;
    bool m_hasPalette = false;
    bool m_hasData = false;
    bool m_dataOver = false;
    bool m_ended = false;
    std::vector<std::string_view> m_seen;
    Bytes m_colour;  // ancillary chunks before PLTE
    Bytes m_palette; // PLTE and tRNS
    Bytes m_data;
    Stripped m_out;
};

Expected<Stripped> PngWalk::run()
{
    m_out.format = Format::Png;
    size_t at = signature.size();
    while (!m_ended) {
        if (m_file.size() - at < chunkFrame)
            return tl::unexpected(refusal::truncated);
        const size_t length = be32(&m_file[at]);
        if (length > 0x7FFFFFFF)
            return tl::unexpected(refusal::damaged);
        if (m_file.size() - at - chunkFrame < length)
            return tl::unexpected(refusal::truncated);
        const std::string_view type(reinterpret_cast<const char *>(&m_file[at + 4]), 4);
        const View data = m_file.subspan(at + 8, length);
        const bool critical = (type[0] & 0x20) == 0;
        const bool whole = crc32(0, &m_file[at + 4], uInt(length + 4)) == be32(&m_file[at + 8 + length]);
        at += chunkFrame + length;
        // A broken chunk that the picture does without goes with the others.
        if (!whole && critical)
            return tl::unexpected(refusal::damaged);
        if (!whole)
            continue;
        if (const Refusal why = chunk(type, data))
            return tl::unexpected(why);
    }
    if (!m_hasData)
        return tl::unexpected(refusal::damaged);
    if (m_count) {
        if (const Refusal why = m_count->verdict())
            return tl::unexpected(why);
    }

    Bytes &out = m_out.bytes;
    out.reserve(m_data.size() + m_colour.size() + 4096);
    append(out, signature);
    put(out, "IHDR", m_header);
    append(out, m_colour);
    append(out, m_palette);
    if (!m_out.exif.isDefault())
        put(out, "eXIf", writeExif(m_out.exif));
    append(out, m_data);
    put(out, "IEND", {});
    return std::move(m_out);
}

Refusal PngWalk::chunk(std::string_view type, View data)
{
    if (m_header.empty())
        return type == "IHDR" ? header(data) : refusal::damaged;
    if (type == "IDAT") {
        if (m_dataOver)
            return refusal::damaged;
        m_hasData = true;
        size_t used = data.size();
        if (m_count) {
            if (const Refusal why = m_count->feed(data, used))
                return why;
        }
        if (used > 0)
            put(m_data, "IDAT", data.first(used));
        return nullptr;
    }
    m_dataOver = m_hasData;
    if (type == "IEND") {
        m_ended = true;
        return nullptr;
    }
    if (type == "PLTE") {
        if (m_hasPalette || m_hasData || data.size() % 3 != 0 || data.empty() || data.size() > 768)
            return refusal::damaged;
        m_hasPalette = true;
        put(m_palette, type, data);
        return nullptr;
    }
    if ((type[0] & 0x20) == 0)
        return refusal::damaged; // IHDR again, or a critical chunk that nobody knows
    ancillary(type, data);
    return nullptr;
}

Refusal PngWalk::header(View data)
{
    if (data.size() != 13)
        return refusal::damaged;
    m_out.width = be32(&data[0]);
    m_out.height = be32(&data[4]);
    if (const Refusal why = checkSize(m_out.width, m_out.height))
        return why;
    const uint32_t depth = data[8];
    const uint32_t colour = data[9];
    const bool eightOrSixteen = depth == 8 || depth == 16;
    const bool powerOfTwo = depth == 1 || depth == 2 || depth == 4;
    const bool allowed = colour == 0   ? eightOrSixteen || powerOfTwo
                         : colour == 3 ? depth == 8 || powerOfTwo
                                       : (colour == 2 || colour == 4 || colour == 6) && eightOrSixteen;
    if (!allowed || data[10] != 0 || data[11] != 0 || data[12] > 1)
        return refusal::damaged;
    const uint32_t channels = colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1;
    m_bitsPerPixel = depth * channels;
    m_out.alpha = colour == 4 || colour == 6;
    m_interlaced = data[12] == 1;
    m_header = data;
    if (m_counting)
        m_count = std::make_unique<PixelCount>(pictureBytes());
    return nullptr;
}

// What the IDAT stream holds: each line with its filter byte, for the seven passes of Adam7 or the one.
uint64_t PngWalk::pictureBytes() const
{
    const auto bytes = [this](uint64_t width, uint64_t height) {
        return width == 0 || height == 0 ? 0 : ((width * m_bitsPerPixel + 7) / 8 + 1) * height;
    };
    if (!m_interlaced)
        return bytes(m_out.width, m_out.height);
    struct Pass
    {
        uint32_t x, y, dx, dy;
    };
    constexpr std::array<Pass, 7> passes{
        {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};
    uint64_t sum = 0;
    for (const Pass &pass : passes) {
        const uint32_t width = m_out.width > pass.x ? (m_out.width - pass.x + pass.dx - 1) / pass.dx : 0;
        const uint32_t height = m_out.height > pass.y ? (m_out.height - pass.y + pass.dy - 1) / pass.dy : 0;
        sum += bytes(width, height);
    }
    return sum;
}

void PngWalk::ancillary(std::string_view type, View data)
{
    if (std::find(m_seen.begin(), m_seen.end(), type) != m_seen.end())
        return;
    m_seen.push_back(type);
    const size_t size = data.size();
    if (type == "eXIf") {
        m_out.exif = readExif(data);
    } else if (m_hasData || (m_hasPalette && type != "tRNS")) {
        return; // the others have their place before the picture, those of colour before the palette
    } else if (type == "tRNS" && size > 0 && size <= 256) {
        m_out.alpha = true;
        put(m_palette, type, data);
    } else if ((type == "gAMA" && size == 4) || (type == "cHRM" && size == 32) ||
               (type == "sRGB" && size == 1) || (type == "cICP" && size == 4) ||
               (type == "sBIT" && size >= 1 && size <= 4)) {
        put(m_colour, type, data);
    } else if (type == "iCCP") {
        // The profile's name is free text and bytes may follow the stream: written anew with neither.
        const auto nameEnd = std::find(data.begin(), data.begin() + std::min<size_t>(size, 80), 0);
        const size_t packedAt = size_t(nameEnd - data.begin()) + 2;
        if (packedAt >= size || data[packedAt - 2] != 0 || data[packedAt - 1] != 0)
            return;
        m_out.icc = inflateAtMost(data.subspan(packedAt), maxIccBytes);
        if (m_out.icc.empty())
            return;
        Bytes chunk{'I', 'C', 'C', 0, 0};
        uLongf room = compressBound(uLong(m_out.icc.size()));
        chunk.resize(5 + room);
        if (compress2(&chunk[5], &room, m_out.icc.data(), uLong(m_out.icc.size()), 6) != Z_OK)
            return;
        chunk.resize(5 + room);
        put(m_colour, type, chunk);
    }
}

void PngWalk::put(Bytes &out, std::string_view type, View data)
{
    appendBe32(out, uint32_t(data.size()));
    const size_t begin = out.size();
    append(out, type);
    append(out, data);
    appendBe32(out, uint32_t(crc32(0, &out[begin], uInt(out.size() - begin))));
}

} // namespace

Expected<Stripped> stripPng(View file, bool countPixels)
{
    return PngWalk(file, countPixels).run();
}

} // namespace anteroom::intake
