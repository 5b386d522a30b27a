// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/photo.h"

namespace anteroom::intake {

/// Decoded pixels: 3 bytes each (RGB), or 4 (RGBA, not premultiplied).
struct Raster
{
    uint32_t width = 0;
    uint32_t height = 0;
    uint32_t channels = 3;
    Bytes pixels;
};

/// The size of a raster once it is turned upright.
Size uprightSize(Size stored, int orientation);

/// Writes line `y` of the raster as it is seen upright, so that no turned copy is needed.
void uprightLine(const Raster &raster, int orientation, uint32_t y, uint8_t *line);

/// Makes a smaller picture from lines as they come: each new pixel is the mean of the area it covers. Holds
/// one line of sums and the result, never the large picture.
class AreaScaler
{
public:
    /// `to` is nowhere larger than `from`.
    AreaScaler(Size from, Size to, uint32_t channels);

    /// Takes the next of `from.height` lines.
    void addLine(const uint8_t *line);

    /// The result, once all lines are in.
    Raster take();

private:
    void sumAcross(const uint8_t *line);
    void emitLine();

    Size m_from;
    Size m_to;
    uint32_t m_channels;
    uint32_t m_filled = 0;          // how much of the line in the making is covered, of m_from.height
    uint32_t m_done = 0;            // lines of the result
    std::vector<uint32_t> m_across; // one line, summed sideways
    std::vector<uint64_t> m_sum;    // the line in the making
    Raster m_out;
};

/// Decodes a stripped photo at `wanted` (as stored, before the orientation; nowhere larger than the photo).
Expected<Raster> decode(const Stripped &photo, Size wanted);

Expected<Raster> decodeJpeg(View file, Size wanted);
Expected<Raster> decodePng(View file, Size stored, bool alpha, Size wanted);
Expected<Raster> decodeWebP(View file, bool alpha, Size wanted);
Expected<Raster> decodeHeif(View file, Size wanted);

/// Encodes upright. Transparency is laid on white. A profile that is not one of RGB is left out.
Expected<Bytes> encodeJpeg(const Raster &raster, int orientation, View icc);
/// The same as PNG, which keeps transparency.
Expected<Bytes> encodePng(const Raster &raster, int orientation, View icc);

} // namespace anteroom::intake
