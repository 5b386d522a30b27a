// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/bytes.h"

#include <map>

// What a HEIF file's meta box says (ISO/IEC 14496-12 and 23008-12), as far as a photo needs it.
namespace anteroom::intake {

/// Four letters as one number, as boxes, items and references are named.
constexpr uint32_t fourcc(const char (&name)[5])
{
    return uint32_t(uint8_t(name[0])) << 24 | uint32_t(uint8_t(name[1])) << 16 |
           uint32_t(uint8_t(name[2])) << 8 | uint8_t(name[3]);
}

/// Reads big-endian numbers off a view. What would lie behind its end reads as zero, and `ok()` is false
/// from then on.
class BoxCursor
{
public:
    explicit BoxCursor(View bytes)
        : m_bytes(bytes)
    {
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_bytes.empty(); }
    View rest() const { return m_bytes; }

    View take(size_t count);
    /// A number of 0 to 8 bytes.
    uint64_t number(size_t bytes);
    uint32_t u8() { return uint32_t(number(1)); }
    uint32_t u16() { return uint32_t(number(2)); }
    uint32_t u32() { return uint32_t(number(4)); }
    /// The version of a full box; its flags go to `flags`.
    uint32_t version(uint32_t *flags = nullptr);

    struct Box
    {
        uint32_t type = 0;
        View body;
        bool cut = false; ///< it says that it is longer than what is there; `body` is what is there
    };
    /// The next box; type 0 where no box can begin here.
    Box box();

private:
    View m_bytes;
    bool m_ok = true;
};

struct HeifMeta
{
    struct Item
    {
        uint32_t type = 0;
        bool isProtected = false;
    };
    struct Location
    {
        uint32_t method = 0;                                ///< 0: in the file, 1: in `idat`
        bool elsewhere = false;                             ///< in another file
        std::vector<std::pair<uint64_t, uint64_t>> extents; ///< offset and length
    };
    struct Property
    {
        uint32_t type = 0;
        View body;
    };
    struct Association
    {
        uint32_t property = 0; ///< from 0
        bool essential = false;
    };
    struct Reference
    {
        uint32_t type = 0;
        uint32_t from = 0;
        std::vector<uint32_t> to;
    };

    uint32_t primary = 0;
    std::map<uint32_t, Item> items;
    std::map<uint32_t, Location> locations;
    std::map<uint32_t, std::vector<Association>> associations;
    std::vector<Property> properties;
    std::vector<Reference> references;
    View idat;
};

/// Whether the file's first box names a brand of HEIF's family, taken here or not.
bool isHeif(View file);

/// Reads the file's meta box; views point into the file. Refusals: truncated, damaged, tooComplex,
/// unsupported (a file of moving pictures alone).
Expected<HeifMeta> readHeifMeta(View file);

/// The bytes of an item, put together. At most `limit`. Refusals: truncated, damaged, unsupported,
/// tooComplex.
Expected<Bytes> heifItemData(View file, const HeifMeta &meta, uint32_t item, size_t limit);

} // namespace anteroom::intake
