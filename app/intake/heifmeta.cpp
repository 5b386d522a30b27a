// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/heifmeta.h"

#include "app/intake/refusals.h"

#include <algorithm>
#include <array>
#include <optional>

namespace anteroom::intake {
namespace {

// Telephones write some hundred items. A hostile file could name millions in 25 MiB.
constexpr size_t mostEntries = 50'000;

class MetaReader
{
public:
    Refusal read(View body);
    HeifMeta take() { return std::move(m_meta); }

private:
    Refusal itemInfo(View body);
    Refusal itemLocations(View body);
    Refusal itemReferences(View body);
    Refusal itemProperties(View body);
    Refusal associations(View body);

    /// Counts one thing more; false where there are too many.
    bool count() { return ++m_entries <= mostEntries; }

    HeifMeta m_meta;
    size_t m_entries = 0;
};

Refusal MetaReader::read(View body)
{
    BoxCursor in(body);
    in.version();
    bool hasPrimary = false;
    while (!in.atEnd()) {
        const auto box = in.box();
        if (box.type == 0 || box.cut)
            return refusal::damaged;
        Refusal why = nullptr;
        if (box.type == fourcc("pitm")) {
            BoxCursor item(box.body);
            m_meta.primary = item.version() == 0 ? item.u16() : item.u32();
            hasPrimary = item.ok();
        } else if (box.type == fourcc("iinf")) {
            why = itemInfo(box.body);
        } else if (box.type == fourcc("iloc")) {
            why = itemLocations(box.body);
        } else if (box.type == fourcc("iref")) {
            why = itemReferences(box.body);
        } else if (box.type == fourcc("iprp")) {
            why = itemProperties(box.body);
        } else if (box.type == fourcc("idat")) {
            m_meta.idat = box.body;
        }
        if (why)
            return why;
    }
    return hasPrimary ? nullptr : refusal::damaged;
}

Refusal MetaReader::itemInfo(View body)
{
    BoxCursor in(body);
    in.number(in.version() == 0 ? 2 : 4); // how many: the boxes say it themselves
    while (!in.atEnd()) {
        const auto box = in.box();
        if (box.type != fourcc("infe") || box.cut)
            return refusal::damaged;
        if (!count())
            return refusal::tooComplex;
        BoxCursor entry(box.body);
        const uint32_t version = entry.version();
        if (version < 2)
            continue; // from before items had types
        const uint32_t id = version == 2 ? entry.u16() : entry.u32();
        HeifMeta::Item item;
        item.isProtected = entry.u16() != 0;
        item.type = entry.u32();
        if (!entry.ok() || !m_meta.items.emplace(id, item).second)
            return refusal::damaged;
    }
    return in.ok() ? nullptr : refusal::damaged;
}

Refusal MetaReader::itemLocations(View body)
{
    BoxCursor in(body);
    const uint32_t version = in.version();
    const uint32_t sizes = in.u16();
    const uint32_t offsetSize = sizes >> 12;
    const uint32_t lengthSize = sizes >> 8 & 15;
    const uint32_t baseSize = sizes >> 4 & 15;
    const uint32_t indexSize = version == 0 ? 0 : sizes & 15;
    const auto known = [](uint32_t size) { return size == 0 || size == 4 || size == 8; };
    if (version > 2 || !known(offsetSize) || !known(lengthSize) || !known(baseSize) || !known(indexSize))
        return refusal::damaged;
    for (uint64_t left = in.number(version < 2 ? 2 : 4); left > 0 && in.ok(); --left) {
        const uint32_t id = version < 2 ? in.u16() : in.u32();
        HeifMeta::Location location;
        location.method = version == 0 ? 0 : in.u16() & 15;
        location.elsewhere = in.u16() != 0;
        const uint64_t base = in.number(baseSize);
        for (uint32_t extents = in.u16(); extents > 0 && in.ok(); --extents) {
            if (!count())
                return refusal::tooComplex;
            in.number(indexSize);
            const uint64_t offset = in.number(offsetSize);
            const uint64_t length = in.number(lengthSize);
            if (base + offset < base)
                return refusal::damaged;
            location.extents.emplace_back(base + offset, length);
        }
        if (!count())
            return refusal::tooComplex;
        if (!m_meta.locations.emplace(id, std::move(location)).second)
            return refusal::damaged;
    }
    return in.ok() ? nullptr : refusal::damaged;
}

Refusal MetaReader::itemReferences(View body)
{
    BoxCursor in(body);
    const size_t idSize = in.version() == 0 ? 2 : 4;
    while (!in.atEnd()) {
        const auto box = in.box();
        if (box.type == 0 || box.cut)
            return refusal::damaged;
        BoxCursor entry(box.body);
        HeifMeta::Reference reference;
        reference.type = box.type;
        reference.from = uint32_t(entry.number(idSize));
        for (uint32_t left = entry.u16(); left > 0 && entry.ok(); --left) {
            if (!count())
                return refusal::tooComplex;
            reference.to.push_back(uint32_t(entry.number(idSize)));
        }
        if (!entry.ok())
            return refusal::damaged;
        m_meta.references.push_back(std::move(reference));
        if (!count())
            return refusal::tooComplex;
    }
    return in.ok() ? nullptr : refusal::damaged;
}

Refusal MetaReader::itemProperties(View body)
{
    BoxCursor in(body);
    while (!in.atEnd()) {
        const auto box = in.box();
        if (box.type == 0 || box.cut)
            return refusal::damaged;
        if (box.type == fourcc("ipma")) {
            if (const Refusal why = associations(box.body))
                return why;
        } else if (box.type == fourcc("ipco")) {
            BoxCursor container(box.body);
            while (!container.atEnd()) {
                const auto property = container.box();
                if (property.type == 0 || property.cut)
                    return refusal::damaged;
                if (!count())
                    return refusal::tooComplex;
                m_meta.properties.push_back({property.type, property.body});
            }
        }
    }
    return nullptr;
}

Refusal MetaReader::associations(View body)
{
    BoxCursor in(body);
    uint32_t flags = 0;
    const uint32_t version = in.version(&flags);
    const bool wide = (flags & 1) != 0;
    for (uint64_t left = in.u32(); left > 0 && in.ok(); --left) {
        auto &of = m_meta.associations[version == 0 ? in.u16() : in.u32()];
        for (uint32_t entries = in.u8(); entries > 0 && in.ok(); --entries) {
            const uint32_t value = wide ? in.u16() : in.u8();
            const uint32_t mark = wide ? 0x8000 : 0x80;
            if (!count())
                return refusal::tooComplex;
            // Number 0 stands for no property.
            if ((value & ~mark) != 0)
                of.push_back({(value & ~mark) - 1, (value & mark) != 0});
        }
        if (!count())
            return refusal::tooComplex;
    }
    return in.ok() ? nullptr : refusal::damaged;
}

} // namespace

View BoxCursor::take(size_t count)
{
    if (count > m_bytes.size()) {
        m_ok = false;
        m_bytes = {};
        return {};
    }
    const View taken = m_bytes.first(count);
    m_bytes = m_bytes.subspan(count);
    return taken;
}

uint64_t BoxCursor::number(size_t bytes)
{
    uint64_t value = 0;
    for (const uint8_t byte : take(bytes))
        value = value << 8 | byte;
    return value;
}

uint32_t BoxCursor::version(uint32_t *flags)
{
    const uint32_t both = u32();
    if (flags)
        *flags = both & 0xFFFFFF;
    return both >> 24;
}

BoxCursor::Box BoxCursor::box()
{
    if (m_bytes.size() < 8) {
        m_ok = m_ok && m_bytes.empty();
        m_bytes = {};
        return {};
    }
    uint64_t size = u32();
    Box box;
    box.type = u32();
    size_t head = 8;
    if (size == 1) {
        size = number(8);
        head = 16;
    } else if (size == 0) {
        size = head + m_bytes.size(); // to the end
    }
    if (!m_ok || size < head) {
        m_ok = false;
        m_bytes = {};
        return {};
    }
    box.cut = size - head > m_bytes.size();
    box.body = take(box.cut ? m_bytes.size() : size_t(size - head));
    return box;
}

bool isHeif(View file)
{
    BoxCursor in(file);
    const auto box = in.box();
    if (box.type != fourcc("ftyp"))
        return false;
    constexpr std::array brands{fourcc("heic"), fourcc("heix"), fourcc("heim"), fourcc("heis"),
                                fourcc("hevc"), fourcc("hevx"), fourcc("mif1"), fourcc("msf1"),
                                fourcc("mif2"), fourcc("avif"), fourcc("avis")};
    BoxCursor named(box.body);
    for (size_t number = 0; number < 64 && !named.atEnd(); ++number) {
        const uint32_t brand = named.u32();
        // The second number is the first brand's version.
        if (number != 1 && std::find(brands.begin(), brands.end(), brand) != brands.end())
            return true;
    }
    return false;
}

Expected<HeifMeta> readHeifMeta(View file)
{
    BoxCursor in(file);
    std::optional<HeifMeta> meta;
    bool moves = false;
    while (!in.atEnd()) {
        const auto box = in.box();
        if (box.type == 0)
            break; // what follows the end
        // Behind the photo anything may stand, and be cut; its own data may not.
        if (box.cut && (!meta || box.type == fourcc("mdat")))
            return tl::unexpected(refusal::truncated);
        moves = moves || box.type == fourcc("moov");
        if (box.type != fourcc("meta") || meta)
            continue;
        MetaReader reader;
        if (const Refusal why = reader.read(box.body))
            return tl::unexpected(why);
        meta = reader.take();
    }
    if (!meta)
        return tl::unexpected(moves ? refusal::unsupported : refusal::truncated);
    return *std::move(meta);
}

Expected<Bytes> heifItemData(View file, const HeifMeta &meta, uint32_t item, size_t limit)
{
    const auto found = meta.locations.find(item);
    if (found == meta.locations.end())
        return tl::unexpected(refusal::damaged);
    const HeifMeta::Location &location = found->second;
    if (location.method > 1 || location.elsewhere)
        return tl::unexpected(refusal::unsupported);
    const View source = location.method == 1 ? meta.idat : file;
    Bytes data;
    for (const auto &[offset, length] : location.extents) {
        if (offset > source.size() || length > source.size() - offset)
            return tl::unexpected(location.method == 1 ? refusal::damaged : refusal::truncated);
        if (length > limit - data.size())
            return tl::unexpected(refusal::tooComplex);
        append(data, source.subspan(size_t(offset), size_t(length)));
    }
    if (data.empty())
        return tl::unexpected(refusal::damaged);
    return data;
}

} // namespace anteroom::intake
