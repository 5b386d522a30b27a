// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/raster.h"
#include "app/intake/refusals.h"

#include <algorithm>

namespace anteroom::intake {

Size uprightSize(Size stored, int orientation)
{
    return orientation >= 5 ? Size{stored.height, stored.width} : stored;
}

void uprightLine(const Raster &raster, int orientation, uint32_t y, uint8_t *line)
{
    const uint32_t w = raster.width;
    const uint32_t h = raster.height;
    const uint32_t channels = raster.channels;
    const uint32_t length = orientation >= 5 ? h : w;
    // Where the line begins in the raster, and how to go on from there (the eight values of Exif's
    // Orientation).
    const uint32_t startX = orientation == 2 || orientation == 3   ? w - 1
                            : orientation == 5 || orientation == 6 ? y
                            : orientation >= 7                     ? w - 1 - y
                                                                   : 0;
    const uint32_t startY = orientation == 1 || orientation == 2   ? y
                            : orientation == 3 || orientation == 4 ? h - 1 - y
                            : orientation == 6 || orientation == 7 ? h - 1
                                                                   : 0;
    const ptrdiff_t across = orientation == 2 || orientation == 3 ? -1 : orientation >= 5 ? 0 : 1;
    const ptrdiff_t down = orientation == 6 || orientation == 7 ? -1 : orientation >= 5 ? 1 : 0;
    const ptrdiff_t step = (down * ptrdiff_t(w) + across) * ptrdiff_t(channels);
    const uint8_t *from = &raster.pixels[(size_t(startY) * w + startX) * channels];
    if (step == ptrdiff_t(channels)) {
        std::copy_n(from, size_t(length) * channels, line);
        return;
    }
    for (uint32_t i = 0; i < length; ++i, from += i < length ? step : 0)
        line = std::copy_n(from, channels, line);
}

AreaScaler::AreaScaler(Size from, Size to, uint32_t channels)
    : m_from(from)
    , m_to(to)
    , m_channels(channels)
{
    m_out.width = to.width;
    m_out.height = to.height;
    m_out.channels = channels;
    m_out.pixels.resize(size_t(to.width) * to.height * channels);
    if (from != to) {
        m_across.resize(size_t(to.width) * channels);
        m_sum.resize(m_across.size());
    }
}

// Everything is measured in whole numbers: an old pixel is `to` long and a new one `from`, so that both lines
// are from × to long.
void AreaScaler::sumAcross(const uint8_t *line)
{
    std::fill(m_across.begin(), m_across.end(), 0);
    uint32_t *sum = m_across.data();
    uint32_t filled = 0;
    for (uint32_t x = 0; x < m_from.width; ++x, line += m_channels) {
        uint32_t left = m_to.width;
        while (left > 0) {
            const uint32_t part = std::min(left, m_from.width - filled);
            for (uint32_t c = 0; c < m_channels; ++c) {
                // Colours count as much as they are seen.
                const uint32_t value = m_channels == 4 && c < 3 ? (line[c] * line[3] + 127u) / 255u : line[c];
                sum[c] += part * value;
            }
            left -= part;
            filled += part;
            if (filled == m_from.width) {
                filled = 0;
                sum += m_channels;
            }
        }
    }
}

void AreaScaler::addLine(const uint8_t *line)
{
    if (m_from == m_to) {
        const size_t length = size_t(m_to.width) * m_channels;
        std::copy_n(line, length, &m_out.pixels[length * m_done++]);
        return;
    }
    sumAcross(line);
    uint32_t left = m_to.height;
    while (left > 0) {
        const uint32_t part = std::min(left, m_from.height - m_filled);
        for (size_t i = 0; i < m_sum.size(); ++i)
            m_sum[i] += uint64_t(part) * m_across[i];
        left -= part;
        m_filled += part;
        if (m_filled == m_from.height)
            emitLine();
    }
}

void AreaScaler::emitLine()
{
    const uint64_t area = std::max<uint64_t>(1, uint64_t(m_from.width) * m_from.height);
    uint8_t *out = &m_out.pixels[m_sum.size() * m_done++];
    for (size_t i = 0; i < m_sum.size(); ++i)
        out[i] = uint8_t((m_sum[i] + area / 2) / area);
    if (m_channels == 4) {
        for (uint32_t x = 0; x < m_to.width; ++x, out += 4) {
            for (int c = 0; out[3] != 0 && c < 3; ++c)
                out[c] = uint8_t(std::min<uint32_t>(255, (out[c] * 255u + out[3] / 2u) / out[3]));
        }
    }
    std::fill(m_sum.begin(), m_sum.end(), 0);
    m_filled = 0;
}

Raster AreaScaler::take()
{
    return std::move(m_out);
}

Expected<Raster> decode(const Stripped &photo, Size wanted)
{
    switch (photo.format) {
    case Format::Jpeg:
        return decodeJpeg(photo.bytes, wanted);
    case Format::Png:
        return decodePng(photo.bytes, {photo.width, photo.height}, photo.alpha, wanted);
    case Format::WebP:
        return decodeWebP(photo.bytes, photo.alpha, wanted);
    case Format::Heic:
        return decodeHeif(photo.bytes, wanted);
    }
    return tl::unexpected(refusal::damaged);
}

} // namespace anteroom::intake
