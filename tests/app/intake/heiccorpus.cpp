// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/heiccorpus.h"

#include "app/intake/heifmeta.h"

#include <libheif/heif.h>
#include <webp/decode.h>

#include <QColorSpace>
#include <QtEndian>

#include <memory>

namespace corpus {
namespace {

using namespace anteroom::intake;

struct Free
{
    void operator()(heif_context *p) const { heif_context_free(p); }
    void operator()(heif_encoder *p) const { heif_encoder_release(p); }
    void operator()(heif_image *p) const { heif_image_release(p); }
    void operator()(heif_image_handle *p) const { heif_image_handle_release(p); }
    void operator()(heif_encoding_options *p) const { heif_encoding_options_free(p); }
};
template<typename T>
using Owned = std::unique_ptr<T, Free>;

void must(const heif_error &error)
{
    if (error.code != heif_error_Ok)
        qFatal("libheif: %s", error.message);
}

template<typename T>
QByteArray big(T value)
{
    QByteArray out(sizeof(T), '\0');
    qToBigEndian(value, out.data());
    return out;
}

heif_error append(heif_context *, const void *data, size_t size, void *to)
{
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), qsizetype(size));
    return {heif_error_Ok, heif_suberror_Unspecified, ""};
}

Owned<heif_image> copied(const QImage &image, int depth)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    heif_image *made = nullptr;
    must(heif_image_create(rgb.width(), rgb.height(), heif_colorspace_RGB,
                           depth > 8 ? heif_chroma_interleaved_RRGGBB_LE : heif_chroma_interleaved_RGB,
                           &made));
    Owned<heif_image> out(made);
    must(heif_image_add_plane(made, heif_channel_interleaved, rgb.width(), rgb.height(), depth));
    int stride = 0;
    uint8_t *plane = heif_image_get_plane(made, heif_channel_interleaved, &stride);
    for (int y = 0; y < rgb.height(); ++y) {
        uint8_t *line = plane + ptrdiff_t(y) * stride;
        const uchar *from = rgb.constScanLine(y);
        for (int i = 0; i < rgb.width() * 3; ++i) {
            if (depth > 8)
                qToLittleEndian(quint16(from[i] << (depth - 8)), line + 2 * i);
            else
                line[i] = from[i];
        }
    }
    if (const QByteArray icc = image.colorSpace().iccProfile(); image.colorSpace().isValid())
        must(heif_image_set_raw_color_profile(made, "prof", icc.constData(), size_t(icc.size())));
    return out;
}

QByteArray bytesOf(View view)
{
    return {reinterpret_cast<const char *>(view.data()), qsizetype(view.size())};
}

View viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

/// A coded picture, taken out of a file of libheif's.
struct Coded
{
    QByteArray data;
    QByteArray configuration;
};

Coded codedOf(const QImage &image)
{
    const QByteArray file = heic(image);
    const auto meta = readHeifMeta(viewOf(file));
    if (!meta)
        qFatal("%s", meta.error());
    Coded coded;
    coded.data = bytesOf(*heifItemData(viewOf(file), *meta, meta->primary, size_t(file.size())));
    for (const auto &association : meta->associations.at(meta->primary)) {
        const auto &property = meta->properties[association.property];
        if (property.type == fourcc("hvcC"))
            coded.configuration = bytesOf(property.body);
    }
    return coded;
}

struct Item
{
    const char *type;
    QByteArray data;
    QList<int> properties; ///< numbers from 1
    bool hidden = false;
};

QByteArray fullBox(const char *type, quint32 versionAndFlags, const QByteArray &body)
{
    return box(type, big(versionAndFlags) + body);
}

} // namespace

QByteArray box(const char *type, const QByteArray &body)
{
    return big(quint32(body.size() + 8)) + QByteArray(type, 4) + body;
}

QByteArray heic(const QImage &image, const HeicKind &kind)
{
    const Owned<heif_context> context(heif_context_alloc());
    heif_encoder *made = nullptr;
    must(heif_context_get_encoder_for_format(context.get(), heif_compression_HEVC, &made));
    const Owned<heif_encoder> encoder(made);
    must(heif_encoder_set_lossy_quality(made, kind.quality));
    heif_encoder_set_parameter_string(made, "preset", "ultrafast");
    const Owned<heif_image> pixels = copied(image, kind.depth);
    const Owned<heif_encoding_options> options(heif_encoding_options_alloc());
    options->image_orientation = heif_orientation(kind.orientation);
    options->macOS_compatibility_workaround = 0; // which wraps small pictures in grids
    heif_image_handle *coded = nullptr;
    must(heif_context_encode_image(context.get(), pixels.get(), made, options.get(), &coded));
    const Owned<heif_image_handle> photo(coded);
    if (kind.tags) {
        const QByteArray exif = exifBlock(*kind.tags);
        must(heif_context_add_exif_metadata(context.get(), coded, exif.constData(), int(exif.size())));
        const QByteArray xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'>PLANTED-XMP</x:xmpmeta>";
        must(heif_context_add_XMP_metadata(context.get(), coded, xmp.constData(), int(xmp.size())));
        must(heif_context_add_generic_metadata(context.get(), coded, "PLANTED", 7, "mime",
                                               "text/planted-PLANTED"));
        heif_image_handle *thumbnail = nullptr;
        must(heif_context_encode_thumbnail(context.get(), pixels.get(), coded, made, options.get(), 32,
                                           &thumbnail));
        const Owned<heif_image_handle> released(thumbnail);
    }
    QByteArray out;
    heif_writer writer{1, append};
    must(heif_context_write(context.get(), &writer, &out));
    return out;
}

QByteArray telephoneHeic(const QImage &image, int tile, const std::optional<Tags> &tags, int quarterTurns,
                         QSize shown)
{
    const int columns = (image.width() + tile - 1) / tile;
    const int rows = (image.height() + tile - 1) / tile;
    QList<Item> items;
    QList<QByteArray> properties;
    const auto property = [&properties](const QByteArray &bytes) {
        if (!properties.contains(bytes))
            properties.append(bytes);
        return int(properties.indexOf(bytes)) + 1;
    };
    const auto extents = [](int width, int height) {
        return fullBox("ispe", 0, big(quint32(width)) + big(quint32(height)));
    };
    // The encoder's messages: in the parameters, and before and behind the picture.
    const QByteArray message = QByteArray("\x4E\x01\x05\x20PLANTED-SEI-PLANTED-SEI-PLANTED-", 36) + '\x80';
    const QByteArray behind = QByteArray("\x50\x01\x05\x08PLANTED-", 12) + '\x80';
    const auto named = fullBox("udes", 0, QByteArray("en\0PLANTED-NAME\0PLANTED\0\0", 25));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QImage part = image.copy(column * tile, row * tile, tile, tile);
            const Coded coded = codedOf(part);
            QByteArray configuration = coded.configuration;
            configuration[22] = char(configuration[22] + 1);
            configuration += QByteArray("\xA7\0\1", 3) + big(quint16(message.size())) + message;
            items.append(
                {"hvc1",
                 big(quint32(message.size())) + message + coded.data + big(quint32(behind.size())) + behind,
                 {property(box("hvcC", configuration)), property(extents(tile, tile)), property(named)},
                 true});
        }
    }
    const int tiles = int(items.size());
    if (shown.isEmpty())
        shown = image.size();
    const int gridColumns = (shown.width() + tile - 1) / tile;
    const int gridRows = (shown.height() + tile - 1) / tile;
    const QByteArray grid = QByteArray("\0\0", 2) + char(gridRows - 1) + char(gridColumns - 1) +
                            big(quint16(shown.width())) + big(quint16(shown.height()));
    QList<int> ofGrid{property(extents(shown.width(), shown.height())),
                      property(fullBox("pixi", 0, QByteArray("\3\x8\x8\x8", 4))), property(named)};
    if (image.colorSpace().isValid())
        ofGrid.append(property(box("colr", "prof" + image.colorSpace().iccProfile())));
    if (quarterTurns != 0)
        ofGrid.append(property(box("irot", QByteArray(1, char(quarterTurns)))));
    items.append({"grid", grid, ofGrid});
    const Coded small = codedOf(image.scaled(32, 32));
    const QByteArray plantedNal = big(quint32(message.size())) + message;
    items.append({"hvc1",
                  plantedNal + small.data,
                  {property(box("hvcC", small.configuration)), property(extents(32, 32))}});
    items.append({"hvc1",
                  plantedNal + small.data,
                  {property(box("hvcC", small.configuration)), property(extents(32, 32)),
                   property(fullBox("auxC", 0, QByteArray("urn:mpeg:hevc:2015:auxid:1\0PLANTED", 34)))}});
    items.append({"mime", "<x:xmpmeta>PLANTED-XMP</x:xmpmeta>", {}});
    if (tags)
        items.append({"Exif", big(quint32(6)) + QByteArray("Exif\0\0", 6) + exifBlock(*tags), {}});
    const auto id = [](qsizetype index) { return quint16(index + 40); };

    QByteArray infos = big(quint16(items.size()));
    QByteArray data;
    for (qsizetype i = 0; i < items.size(); ++i) {
        infos += fullBox("infe", 0x02000000 | (items[i].hidden ? 1 : 0),
                         big(id(i)) + big(quint16(0)) + items[i].type + QByteArray("PLANTED\0", 8) +
                             (items[i].type == QByteArray("mime") ? QByteArray("application/rdf+xml\0", 20)
                                                                  : QByteArray()));
        data += items[i].data;
    }
    const auto reference = [&](const char *type, qsizetype from, const QList<qsizetype> &to) {
        QByteArray body = big(id(from)) + big(quint16(to.size()));
        for (const qsizetype one : to)
            body += big(id(one));
        return box(type, body);
    };
    QList<qsizetype> all;
    for (int i = 0; i < gridColumns * gridRows; ++i)
        all.append(shown == image.size() ? i : 0);
    QByteArray references = reference("dimg", tiles, all) + reference("thmb", tiles + 1, {tiles}) +
                            reference("auxl", tiles + 2, {tiles}) + reference("cdsc", tiles + 3, {tiles});
    if (tags)
        references += reference("cdsc", tiles + 4, {tiles});
    QByteArray container;
    for (const QByteArray &one : properties)
        container += one;
    QByteArray associations = big(quint32(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        associations += big(id(i)) + char(items[i].properties.size());
        for (const int number : items[i].properties)
            associations += char(number);
    }
    const QByteArray head = box("ftyp", "heic" + big(quint32(0)) + "mif1heic");
    const auto meta = [&](quint32 dataAt) {
        QByteArray locations = big(quint16(0x4440)) + big(quint16(items.size()));
        for (qsizetype i = 0; i < items.size(); ++i) {
            const bool inside = i == tiles; // the grid, as telephones do
            locations += big(id(i)) + big(quint16(inside ? 1 : 0)) + big(quint16(0)) +
                         big(inside ? quint32(0) : dataAt) + big(quint16(1)) + big(quint32(0)) +
                         big(quint32(items[i].data.size()));
            dataAt += quint32(items[i].data.size());
        }
        return fullBox("meta", 0,
                       fullBox("hdlr", 0, QByteArray("\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0PLANTED\0", 28)) +
                           fullBox("pitm", 0, big(id(tiles))) + fullBox("iloc", 0x01000000, locations) +
                           fullBox("iinf", 0, infos) + fullBox("iref", 0, references) +
                           box("iprp", box("ipco", container) + fullBox("ipma", 0, associations)) +
                           box("idat", grid) + box("free", "PLANTED"));
    };
    const QByteArray before = head + box("uuid", "0123456789ABCDEFPLANTED");
    const auto dataAt = quint32(before.size() + meta(0).size() + 8);
    return before + meta(dataAt) + box("mdat", data) + box("moov", "PLANTED, a moving picture");
}

QImage decoded(const QByteArray &photo)
{
    if (photo.startsWith("RIFF")) {
        int width = 0;
        int height = 0;
        uint8_t *pixels = WebPDecodeRGBA(reinterpret_cast<const uint8_t *>(photo.constData()),
                                         size_t(photo.size()), &width, &height);
        if (!pixels)
            return {};
        const QImage image = QImage(pixels, width, height, QImage::Format_RGBA8888).copy();
        WebPFree(pixels);
        return image;
    }
    if (photo.mid(4, 4) != "ftyp")
        return QImage::fromData(photo);
    const Owned<heif_context> context(heif_context_alloc());
    heif_image_handle *handle = nullptr;
    if (heif_context_read_from_memory_without_copy(context.get(), photo.constData(), size_t(photo.size()),
                                                   nullptr)
                .code != heif_error_Ok ||
        heif_context_get_primary_image_handle(context.get(), &handle).code != heif_error_Ok)
        return {};
    const Owned<heif_image_handle> released(handle);
    heif_image *image = nullptr;
    if (heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr).code !=
        heif_error_Ok)
        return {};
    const Owned<heif_image> pixels(image);
    int stride = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride);
    return QImage(plane, heif_image_get_width(image, heif_channel_interleaved),
                  heif_image_get_height(image, heif_channel_interleaved), stride, QImage::Format_RGB888)
        .copy();
}

QByteArray heicExif(const QByteArray &photo)
{
    const Owned<heif_context> context(heif_context_alloc());
    heif_image_handle *handle = nullptr;
    if (heif_context_read_from_memory_without_copy(context.get(), photo.constData(), size_t(photo.size()),
                                                   nullptr)
                .code != heif_error_Ok ||
        heif_context_get_primary_image_handle(context.get(), &handle).code != heif_error_Ok)
        return {};
    const Owned<heif_image_handle> released(handle);
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) != 1)
        return {};
    QByteArray block(qsizetype(heif_image_handle_get_metadata_size(handle, id)), '\0');
    must(heif_image_handle_get_metadata(handle, id, block.data()));
    const qsizetype skip = 4 + qFromBigEndian<quint32>(block.constData());
    return block.mid(skip);
}

} // namespace corpus
