// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

// What the photo reader is written in: plain C++, no Qt, because it runs in a child that has to start in
// milliseconds and may make hardly any system call (RULES.md, Photos).
namespace anteroom::intake {

using Bytes = std::vector<uint8_t>;
using View = std::span<const uint8_t>;

/// Why a photo is not taken: one of the keys in `refusals.h`.
using Refusal = const char *;

template<typename T>
using Expected = tl::expected<T, Refusal>;

inline uint32_t be16(const uint8_t *p)
{
    return uint32_t(p[0]) << 8 | p[1];
}

inline uint32_t be32(const uint8_t *p)
{
    return be16(p) << 16 | be16(p + 2);
}

inline uint32_t le32(const uint8_t *p)
{
    return uint32_t(p[3]) << 24 | uint32_t(p[2]) << 16 | uint32_t(p[1]) << 8 | p[0];
}

inline void append(Bytes &out, View bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

inline void append(Bytes &out, std::string_view text)
{
    out.insert(out.end(), text.begin(), text.end());
}

inline void appendBe16(Bytes &out, uint32_t value)
{
    out.push_back(uint8_t(value >> 8));
    out.push_back(uint8_t(value));
}

inline void appendBe32(Bytes &out, uint32_t value)
{
    appendBe16(out, value >> 16);
    appendBe16(out, value);
}

inline void appendLe32(Bytes &out, uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(uint8_t(value >> shift));
}

/// Whether `bytes` has `text` (no terminating zero) at its beginning.
inline bool startsWith(View bytes, std::string_view text)
{
    return bytes.size() >= text.size() && std::memcmp(bytes.data(), text.data(), text.size()) == 0;
}

} // namespace anteroom::intake
