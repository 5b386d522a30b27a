// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/container.h"
#include "app/intake/heifcodec.h"
#include "app/intake/heifmeta.h"
#include "app/intake/refusals.h"

#include <algorithm>
#include <optional>

// The file is written anew from what the photo needs: its coded picture, or the grid of tiles it is put
// together from; the properties of a list; and an Exif block of ours. Nothing is copied but by name.
namespace anteroom::intake {
namespace {

constexpr size_t mostTiles = 4096; // 100 megapixels of 256 × 256 are 1526

// T-REC-H.265, table 7-1.
constexpr uint32_t lastPictureNal = 31;
constexpr uint32_t firstParameterNal = 32;
constexpr uint32_t lastParameterNal = 34;

struct Property
{
    uint32_t type = 0;
    Bytes body;
    bool essential = false;
};

struct Kept
{
    uint32_t type = 0;
    std::vector<Property> properties;
    Bytes data;
};

class HeifStrip
{
public:
    HeifStrip(View file, const HeifMeta &meta)
        : m_file(file)
        , m_meta(meta)
    {
    }

    Expected<Stripped> run();

private:
    Refusal keepPhoto();
    Refusal keepGrid(const Bytes &data);
    Refusal keepItem(uint32_t id, bool isTile);
    Refusal keepCoded(Kept &item, const Bytes &data);
    Refusal keepProperty(Kept &item, const HeifMeta::Property &property, bool essential, bool isTile);
    void readExifItem();
    Bytes written() const;

    View m_file;
    const HeifMeta &m_meta;
    std::vector<Kept> m_items;    // the photo first
    std::vector<uint32_t> m_grid; // for each tile, which of the items; empty where there is no grid
    uint32_t m_lengthSize = 4;    // of the NAL units' lengths in the item at hand
    size_t m_bytes = 0;
    Stripped m_out;
};

/// A decoder configuration with the parameter sets alone; nothing where it makes no sense.
std::optional<Bytes> bareParameters(View body, uint32_t *lengthSize)
{
    BoxCursor in(body);
    const View head = in.take(22);
    const uint32_t arrays = in.u8();
    if (!in.ok() || head[0] != 1)
        return std::nullopt;
    *lengthSize = (head[21] & 3) + 1u;
    Bytes out(head.begin(), head.end());
    out[21] |= 3; // lengths are written with four bytes
    out.push_back(0);
    for (uint32_t i = 0; i < arrays; ++i) {
        Bytes array;
        const uint32_t type = in.u8();
        const uint32_t units = in.u16();
        array.push_back(uint8_t(type));
        appendBe16(array, units);
        for (uint32_t unit = 0; unit < units; ++unit) {
            const View bytes = in.take(in.u16());
            if (!in.ok())
                return std::nullopt;
            appendBe16(array, uint32_t(bytes.size()));
            append(array, bytes);
        }
        // Messages of the encoder to whoever decodes (SEI) may hold anything.
        if ((type & 63) < firstParameterNal || (type & 63) > lastParameterNal)
            continue;
        append(out, array);
        ++out[22];
    }
    return out;
}

/// The picture's NAL units without messages, further layers and filling.
std::optional<Bytes> barePicture(View data, uint32_t lengthSize)
{
    BoxCursor in(data);
    Bytes out;
    bool hasPicture = false;
    while (!in.atEnd()) {
        const View unit = in.take(size_t(in.number(lengthSize)));
        if (!in.ok() || unit.size() < 2)
            return std::nullopt;
        const uint32_t type = unit[0] >> 1 & 63;
        const uint32_t layer = (unit[0] & 1u) << 5 | unit[1] >> 3;
        if (type > lastParameterNal || layer != 0)
            continue;
        hasPicture = hasPicture || type <= lastPictureNal;
        appendBe32(out, uint32_t(unit.size()));
        append(out, unit);
    }
    return hasPicture ? std::optional(std::move(out)) : std::nullopt;
}

Refusal HeifStrip::keepProperty(Kept &item, const HeifMeta::Property &property, bool essential, bool isTile)
{
    const auto keep = [&](size_t length, bool isEssential) -> Refusal {
        if (property.body.size() < length)
            return refusal::damaged;
        item.properties.push_back({property.type,
                                   Bytes(property.body.begin(), property.body.begin() + ptrdiff_t(length)),
                                   isEssential});
        return nullptr;
    };
    switch (property.type) {
    case fourcc("ispe"): {
        if (const Refusal why = keep(12, essential))
            return why;
        return checkSize(be32(&property.body[4]), be32(&property.body[8]));
    }
    case fourcc("hvcC"): {
        auto bare = bareParameters(property.body, &m_lengthSize);
        if (!bare)
            return refusal::damaged;
        item.properties.push_back({property.type, *std::move(bare), true});
        return nullptr;
    }
    case fourcc("pixi"):
        if (property.body.size() < 5 || property.body[4] > 4)
            return refusal::damaged;
        return keep(5u + property.body[4], essential);
    case fourcc("pasp"):
        return keep(8, essential);
    case fourcc("clap"):
    case fourcc("irot"):
    case fourcc("imir"):
        if (isTile)
            return refusal::unsupported;
        return keep(property.type == fourcc("clap") ? 32 : 1, true);
    case fourcc("colr"):
        if (startsWith(property.body, "nclx"))
            return keep(11, essential);
        if ((startsWith(property.body, "prof") || startsWith(property.body, "rICC")) &&
            property.body.size() - 4 <= maxIccBytes) {
            if (!isTile && m_out.icc.empty())
                m_out.icc.assign(property.body.begin() + 4, property.body.end());
            return keep(property.body.size(), essential);
        }
        return nullptr;
    default:
        // What must be understood to show the picture, and is not.
        return essential ? refusal::unsupported : nullptr;
    }
}

Refusal HeifStrip::keepCoded(Kept &item, const Bytes &data)
{
    const bool configured = std::any_of(item.properties.begin(), item.properties.end(),
                                        [](const Property &p) { return p.type == fourcc("hvcC"); });
    auto bare = configured ? barePicture(data, m_lengthSize) : std::nullopt;
    if (!bare)
        return refusal::damaged;
    item.data = *std::move(bare);
    m_bytes += item.data.size();
    return m_bytes > maxPhotoBytes ? refusal::tooComplex : nullptr;
}

Refusal HeifStrip::keepGrid(const Bytes &data)
{
    BoxCursor in(data);
    const uint32_t version = in.u8();
    const size_t side = (in.u8() & 1) != 0 ? 4 : 2;
    const size_t rows = in.u8() + 1u;
    const size_t columns = in.u8() + 1u;
    const uint64_t width = in.number(side);
    const uint64_t height = in.number(side);
    if (!in.ok() || version != 0)
        return refusal::damaged;
    if (const Refusal why = checkSize(width, height))
        return why;
    if (rows * columns > mostTiles)
        return refusal::tooComplex;
    Bytes &grid = m_items.front().data;
    grid = {0, 1, uint8_t(rows - 1), uint8_t(columns - 1)};
    appendBe32(grid, uint32_t(width));
    appendBe32(grid, uint32_t(height));

    std::vector<uint32_t> tiles;
    for (const auto &reference : m_meta.references) {
        if (reference.type == fourcc("dimg") && reference.from == m_meta.primary)
            tiles.insert(tiles.end(), reference.to.begin(), reference.to.end());
    }
    if (tiles.size() != rows * columns)
        return refusal::damaged;
    std::map<uint32_t, uint32_t> known;
    for (const uint32_t tile : tiles) {
        const auto [place, isNew] = known.emplace(tile, uint32_t(m_items.size()));
        if (isNew) {
            if (const Refusal why = keepItem(tile, true))
                return why;
        }
        m_grid.push_back(place->second);
    }
    return nullptr;
}

Refusal HeifStrip::keepItem(uint32_t id, bool isTile)
{
    const auto found = m_meta.items.find(id);
    if (found == m_meta.items.end())
        return refusal::damaged;
    const uint32_t type = found->second.type;
    if (found->second.isProtected || (type != fourcc("hvc1") && (isTile || type != fourcc("grid"))))
        return refusal::unsupported;
    m_items.push_back({type, {}, {}});
    const size_t index = m_items.size() - 1;
    m_lengthSize = 4;
    if (const auto of = m_meta.associations.find(id); of != m_meta.associations.end()) {
        for (const auto &[property, essential] : of->second) {
            if (property >= m_meta.properties.size())
                return refusal::damaged;
            if (const Refusal why =
                    keepProperty(m_items[index], m_meta.properties[property], essential, isTile))
                return why;
        }
    }
    const auto data = heifItemData(m_file, m_meta, id, maxPhotoBytes);
    if (!data)
        return data.error();
    return type == fourcc("grid") ? keepGrid(*data) : keepCoded(m_items[index], *data);
}

void HeifStrip::readExifItem()
{
    for (const auto &reference : m_meta.references) {
        if (reference.type != fourcc("cdsc") ||
            std::find(reference.to.begin(), reference.to.end(), m_meta.primary) == reference.to.end())
            continue;
        const auto item = m_meta.items.find(reference.from);
        if (item == m_meta.items.end() || item->second.type != fourcc("Exif"))
            continue;
        const auto data = heifItemData(m_file, m_meta, reference.from, maxPhotoBytes);
        if (!data || data->size() < 4 || be32(data->data()) > data->size() - 4)
            continue;
        m_out.exif = readExif(View(*data).subspan(4u + be32(data->data())));
        // The file's own properties say how the picture is turned; this is a copy for those who do not know
        // them, and would turn it twice.
        m_out.exif.orientation = 1;
        return;
    }
}

// ---- writing ----

template<typename Fill>
void box(Bytes &out, std::string_view type, Fill fill)
{
    const size_t at = out.size();
    appendBe32(out, 0);
    append(out, type);
    fill(out);
    const auto size = uint32_t(out.size() - at);
    for (size_t i = 0; i < 4; ++i)
        out[at + i] = uint8_t(size >> (24 - 8 * i));
}

template<typename Fill>
void fullBox(Bytes &out, std::string_view type, uint32_t versionAndFlags, Fill fill)
{
    box(out, type, [&](Bytes &body) {
        appendBe32(body, versionAndFlags);
        fill(body);
    });
}

std::string textOf(uint32_t type)
{
    return {char(type >> 24), char(type >> 16), char(type >> 8), char(type)};
}

/// The properties, each once, and for each item which of them are its own.
class Properties
{
public:
    explicit Properties(const std::vector<Kept> &items)
    {
        for (const Kept &item : items) {
            std::vector<std::pair<uint32_t, bool>> mine;
            for (const Property &property : item.properties) {
                const auto key = std::pair(property.type, property.body);
                const auto [place, isNew] = m_known.emplace(key, uint32_t(m_list.size() + 1));
                if (isNew)
                    m_list.push_back(&place->first);
                mine.emplace_back(place->second, property.essential);
            }
            m_ofItems.push_back(std::move(mine));
        }
    }

    void write(Bytes &out) const
    {
        box(out, "iprp", [&](Bytes &iprp) {
            box(iprp, "ipco", [&](Bytes &ipco) {
                for (const auto *property : m_list)
                    box(ipco, textOf(property->first), [&](Bytes &body) { append(body, property->second); });
            });
            const bool wide = m_list.size() > 127;
            fullBox(iprp, "ipma", wide ? 1 : 0, [&](Bytes &ipma) {
                appendBe32(ipma, uint32_t(m_ofItems.size()));
                for (size_t i = 0; i < m_ofItems.size(); ++i) {
                    appendBe16(ipma, uint32_t(i + 1));
                    ipma.push_back(uint8_t(m_ofItems[i].size()));
                    for (const auto &[index, essential] : m_ofItems[i]) {
                        if (wide)
                            appendBe16(ipma, index | (essential ? 0x8000u : 0));
                        else
                            ipma.push_back(uint8_t(index | (essential ? 0x80u : 0)));
                    }
                }
            });
        });
    }

private:
    std::map<std::pair<uint32_t, Bytes>, uint32_t> m_known;
    std::vector<const std::pair<uint32_t, Bytes> *> m_list;
    std::vector<std::vector<std::pair<uint32_t, bool>>> m_ofItems;
};

/// One property of each kind suffices, but for both kinds of colour.
bool isSane(const std::vector<Kept> &items)
{
    return std::all_of(items.begin(), items.end(),
                       [](const Kept &item) { return item.properties.size() <= 32; });
}

Bytes HeifStrip::written() const
{
    Bytes exif;
    if (!m_out.exif.isDefault()) {
        appendBe32(exif, 6);
        append(exif, std::string_view("Exif\0\0", 6));
        append(exif, writeExif(m_out.exif));
    }
    const auto count = uint32_t(m_items.size() + (exif.empty() ? 0 : 1));
    // "heic" promises 8 bits of 4:2:0; profiles 1 and 3 are these.
    bool eight = true;
    for (const Kept &item : m_items) {
        for (const Property &property : item.properties) {
            const uint32_t profile = property.type == fourcc("hvcC") ? property.body[1] & 31u : 1;
            eight = eight && (profile == 1 || profile == 3);
        }
    }

    Bytes out;
    box(out, "ftyp", [&](Bytes &ftyp) {
        append(ftyp, eight ? "heic" : "heix");
        appendBe32(ftyp, 0);
        append(ftyp, "mif1");
        append(ftyp, eight ? "heic" : "heix");
    });
    size_t offsetsAt = 0;
    fullBox(out, "meta", 0, [&](Bytes &meta) {
        fullBox(meta, "hdlr", 0, [](Bytes &hdlr) {
            appendBe32(hdlr, 0);
            append(hdlr, "pict");
            hdlr.insert(hdlr.end(), 13, 0);
        });
        fullBox(meta, "pitm", 0, [](Bytes &pitm) { appendBe16(pitm, 1); });
        fullBox(meta, "iloc", 0, [&](Bytes &iloc) {
            appendBe16(iloc, 0x4400);
            appendBe16(iloc, count);
            offsetsAt = iloc.size();
            for (uint32_t id = 1; id <= count; ++id) {
                const Bytes &data = id <= m_items.size() ? m_items[id - 1].data : exif;
                appendBe16(iloc, id);
                appendBe16(iloc, 0);
                appendBe16(iloc, 1);
                appendBe32(iloc, 0); // set below
                appendBe32(iloc, uint32_t(data.size()));
            }
        });
        fullBox(meta, "iinf", 0, [&](Bytes &iinf) {
            appendBe16(iinf, count);
            for (uint32_t id = 1; id <= count; ++id) {
                const bool isTile = id > 1 && id <= m_items.size();
                fullBox(iinf, "infe", 0x02000000 | (isTile ? 1 : 0), [&](Bytes &infe) {
                    appendBe16(infe, id);
                    appendBe16(infe, 0);
                    append(infe, id <= m_items.size() ? textOf(m_items[id - 1].type) : "Exif");
                    infe.push_back(0);
                });
            }
        });
        if (!m_grid.empty() || !exif.empty()) {
            fullBox(meta, "iref", 0, [&](Bytes &iref) {
                if (!m_grid.empty()) {
                    box(iref, "dimg", [&](Bytes &dimg) {
                        appendBe16(dimg, 1);
                        appendBe16(dimg, uint32_t(m_grid.size()));
                        for (const uint32_t index : m_grid)
                            appendBe16(dimg, index + 1);
                    });
                }
                if (!exif.empty()) {
                    box(iref, "cdsc", [&](Bytes &cdsc) {
                        appendBe16(cdsc, count);
                        appendBe16(cdsc, 1);
                        appendBe16(cdsc, 1);
                    });
                }
            });
        }
        Properties(m_items).write(meta);
    });
    size_t at = out.size() + 8;
    for (uint32_t id = 1; id <= count; ++id) {
        const size_t place = offsetsAt + (id - 1) * 14 + 6;
        for (size_t i = 0; i < 4; ++i)
            out[place + i] = uint8_t(at >> (24 - 8 * i));
        at += id <= m_items.size() ? m_items[id - 1].data.size() : exif.size();
    }
    box(out, "mdat", [&](Bytes &mdat) {
        for (const Kept &item : m_items)
            append(mdat, item.data);
        append(mdat, exif);
    });
    return out;
}

Expected<Stripped> HeifStrip::run()
{
    m_out.format = Format::Heic;
    if (const Refusal why = keepItem(m_meta.primary, false))
        return tl::unexpected(why);
    if (!isSane(m_items))
        return tl::unexpected(refusal::damaged);
    readExifItem();
    m_out.bytes = written();
    const auto shown = shownHeifSize(m_out.bytes);
    if (!shown)
        return tl::unexpected(shown.error());
    m_out.width = shown->width;
    m_out.height = shown->height;
    if (const Refusal why = checkSize(m_out.width, m_out.height))
        return tl::unexpected(why);
    return std::move(m_out);
}

} // namespace

Expected<Stripped> stripHeif(View file)
{
    const auto meta = readHeifMeta(file);
    if (!meta)
        return tl::unexpected(meta.error());
    return HeifStrip(file, *meta).run();
}

} // namespace anteroom::intake
