// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <random>
#include <string>
#include <utility>
#include <vector>

// Photos that the tests make themselves. Everything that must not survive carries the word "PLANTED".
namespace corpus {

/// A picture without symmetry, so that a wrong turn shows.
QImage picture(int width, int height, bool alpha = false);

QByteArray jpeg(const QImage &image, int quality = 90);
QByteArray png(const QImage &image);
QByteArray webp(const QImage &image, bool lossless = false);

struct Tags
{
    int orientation = 1;
    std::string taken = "2024:03:31 18:05:59";
    std::string subSec = "123";
    std::string offset = "+02:00";
    /// More tags of exiv2's names, such as a maker's own.
    std::vector<std::pair<std::string, std::string>> more = {};
};

/// Adds what a telephone writes: orientation and time, and with it position, maker note, serial numbers, a
/// thumbnail, XMP, IPTC and a comment, by exiv2.
QByteArray withMetadata(const QByteArray &photo, const Tags &tags = {});

/// The Exif block that `withMetadata` adds, TIFF-shaped.
QByteArray exifBlock(const Tags &tags);

/// A segment put right behind SOI.
QByteArray withJpegSegment(const QByteArray &photo, char marker, const QByteArray &body);
/// A chunk put right behind IHDR, or before IEND.
QByteArray withPngChunk(const QByteArray &photo, const QByteArray &type, const QByteArray &data,
                        bool atEnd = false);
/// A PNG's chunk with its length and CRC.
QByteArray pngChunk(const QByteArray &type, const QByteArray &data);
/// zlib's form of `data`.
QByteArray deflated(const QByteArray &data);

/// All of the above in many kinds, whole and valid.
QList<QByteArray> all();

/// The photo with one to four random blows: bytes changed, bits turned, parts removed, doubled, blanked, cut
/// off.
QByteArray broken(QByteArray photo, std::mt19937 &random);

} // namespace corpus
