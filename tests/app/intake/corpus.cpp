// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/corpus.h"

#include "tests/app/intake/heiccorpus.h"

#include <exiv2/exiv2.hpp>
#include <webp/encode.h>
#include <zlib.h>

#include <QBuffer>
#include <QColorSpace>
#include <QPainter>

namespace corpus {
namespace {

QByteArray written(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

QByteArray be32(quint32 value)
{
    QByteArray out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out.append(char(value >> shift));
    return out;
}

} // namespace

QImage picture(int width, int height, bool alpha)
{
    QImage image(width, height, alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    const int block = qMax(8, qMin(width, height) / 8);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int r = 255 * x / width;
            const int g = 255 * y / height;
            const int b = (x / block + y / block) % 2 == 0 ? 40 : 200;
            image.setPixel(x, y, qRgba(r, g, b, alpha ? 255 * x / width : 255));
        }
    }
    return image;
}

QByteArray jpeg(const QImage &image, int quality)
{
    return written(image, "JPG", quality);
}

QByteArray png(const QImage &image)
{
    return written(image, "PNG", -1);
}

QByteArray webp(const QImage &image, bool lossless)
{
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    uint8_t *out = nullptr;
    const int stride = int(rgba.bytesPerLine());
    const size_t size =
        lossless ? WebPEncodeLosslessRGBA(rgba.constBits(), rgba.width(), rgba.height(), stride, &out)
                 : WebPEncodeRGBA(rgba.constBits(), rgba.width(), rgba.height(), stride, 80, &out);
    const QByteArray bytes(reinterpret_cast<const char *>(out), qsizetype(size));
    WebPFree(out);
    return bytes;
}

namespace {

Exiv2::ExifData plantedExif(const Tags &tags)
{
    Exiv2::ExifData exif;
    exif["Exif.Image.Orientation"] = uint16_t(tags.orientation);
    exif["Exif.Image.Make"] = "PLANTED-MAKE";
    exif["Exif.Image.DateTime"] = "2001:01:01 01:01:01";
    exif["Exif.Image.ImageDescription"] = "PLANTED-DESCRIPTION";
    if (!tags.taken.empty())
        exif["Exif.Photo.DateTimeOriginal"] = tags.taken;
    if (!tags.subSec.empty())
        exif["Exif.Photo.SubSecTimeOriginal"] = tags.subSec;
    if (!tags.offset.empty())
        exif["Exif.Photo.OffsetTimeOriginal"] = tags.offset;
    exif["Exif.Photo.BodySerialNumber"] = "PLANTED-SERIAL";
    exif["Exif.GPSInfo.GPSMapDatum"] = "PLANTED-DATUM";
    exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
    exif["Exif.GPSInfo.GPSLatitude"] = "59/1 54/1 1234567/31337";
    for (const auto &[key, text] : tags.more)
        exif[key] = text;
    if (tags.more.empty()) {
        const std::string note = "PLANTED-MAKERNOTE-AND-SOME-MORE";
        const Exiv2::DataValue value(reinterpret_cast<const Exiv2::byte *>(note.data()), long(note.size()));
        exif.add(Exiv2::ExifKey("Exif.Photo.MakerNote"), &value);
    }
    const QByteArray small = jpeg(picture(40, 30)) + "PLANTED-THUMBNAIL";
    Exiv2::ExifThumb(exif).setJpegThumbnail(reinterpret_cast<const Exiv2::byte *>(small.constData()),
                                            small.size());
    return exif;
}

} // namespace

QByteArray exifBlock(const Tags &tags)
{
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, plantedExif(tags));
    return QByteArray(reinterpret_cast<const char *>(blob.data()), qsizetype(blob.size()));
}

QByteArray withMetadata(const QByteArray &photo, const Tags &tags)
{
    Exiv2::XmpData xmp;
    xmp["Xmp.dc.creator"] = "PLANTED-XMP";
    Exiv2::IptcData iptc;
    iptc["Iptc.Application2.City"] = "PLANTED-CITY";

    auto image =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(photo.constData()), photo.size());
    image->readMetadata();
    image->setExifData(plantedExif(tags));
    image->setXmpData(xmp);
    if (!photo.startsWith("RIFF")) {
        image->setIptcData(iptc);
        image->setComment("PLANTED-COMMENT");
    }
    image->writeMetadata();
    Exiv2::BasicIo &io = image->io();
    io.open();
    QByteArray out(qsizetype(io.size()), '\0');
    io.seek(0, Exiv2::BasicIo::beg);
    io.read(reinterpret_cast<Exiv2::byte *>(out.data()), long(out.size()));
    // exiv2 0.27 puts a PNG's Exif block into a text chunk only; telephones write eXIf.
    if (out.startsWith("\x89PNG"))
        out = withPngChunk(out, "eXIf", exifBlock(tags));
    return out;
}

QByteArray withJpegSegment(const QByteArray &photo, char marker, const QByteArray &body)
{
    QByteArray segment("\xFF", 1);
    segment += marker;
    segment += be32(quint32(body.size() + 2)).last(2) + body;
    return photo.first(2) + segment + photo.mid(2);
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const QByteArray both = type + data;
    const auto crc = crc32(0, reinterpret_cast<const Bytef *>(both.constData()), uInt(both.size()));
    return be32(quint32(data.size())) + both + be32(quint32(crc));
}

QByteArray withPngChunk(const QByteArray &photo, const QByteArray &type, const QByteArray &data, bool atEnd)
{
    const qsizetype at = atEnd ? photo.size() - 12 : 33;
    return photo.first(at) + pngChunk(type, data) + photo.mid(at);
}

QByteArray deflated(const QByteArray &data)
{
    return qCompress(data).mid(4); // Qt puts the length before it
}

QList<QByteArray> all()
{
    const QImage small = picture(97, 61);
    const QImage clear = picture(64, 48, true);
    QImage wide = picture(200, 80);
    wide.setColorSpace(QColorSpace::DisplayP3);
    QList<QByteArray> photos{jpeg(small),
                             png(small),
                             png(clear),
                             webp(small),
                             webp(clear),
                             webp(clear, true),
                             jpeg(wide),
                             png(wide),
                             jpeg(small.convertToFormat(QImage::Format_Grayscale8)),
                             png(small.convertToFormat(QImage::Format_Grayscale8)),
                             png(small.convertToFormat(QImage::Format_Indexed8)),
                             png(small.convertToFormat(QImage::Format_RGBX64)),
                             png(small.convertToFormat(QImage::Format_Mono))};
    const qsizetype plain = photos.size();
    for (qsizetype i = 0; i < plain; ++i)
        photos.append(withMetadata(photos[i], {int(i % 8) + 1, "2024:03:31 18:05:59", "5", "-03:30"}));
    photos += {heic(small), heic(wide, {.tags = Tags(), .orientation = 6}), telephoneHeic(small, 64)};
    return photos;
}

QByteArray broken(QByteArray photo, std::mt19937 &random)
{
    const auto below = [&](qsizetype limit) { return qsizetype(random() % quint64(limit)); };
    // Headers are where the decisions fall, so half of the blows go there.
    const auto place = [&] {
        return below(random() % 2 == 0 ? qMin<qsizetype>(photo.size(), 200) : photo.size());
    };
    for (int blows = 1 + int(below(4)); blows > 0 && photo.size() > 8; --blows) {
        const qsizetype at = place();
        switch (random() % 6) {
        case 0:
            photo[at] = char(random());
            break;
        case 1:
            photo[at] = char(photo[at] ^ (1 << below(8)));
            break;
        case 2:
            photo.remove(at, below(40));
            break;
        case 3:
            photo.insert(at, photo.mid(place(), below(300)));
            break;
        case 4:
            photo.replace(at, 4, QByteArray(4, random() % 2 == 0 ? '\xFF' : '\0'));
            break;
        default:
            photo.truncate(at + 1);
        }
    }
    return photo;
}

} // namespace corpus
