// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/bytes.h"

#include <array>

// How the parent and `anteroom-intake` speak: one request and one answer over one stream, big-endian. Every
// length stands in a head of fixed size, and is checked against a limit before a byte of it is taken.
namespace anteroom::intake::wire {

enum class Operation : uint8_t {
    Examine = 1, ///< the answer: about, thumbnail, body = the stripped photo
    Render = 2,  ///< the answer: about, body = the drawn picture
};

struct Request
{
    Operation operation = Operation::Examine;
    uint32_t width = 0; ///< of what is wanted; Render only
    uint32_t height = 0;
    uint32_t length = 0; ///< of the photo, which follows
};

struct Answer
{
    bool refused = false; ///< then `about` is the reason key and nothing follows
    uint32_t about = 0;   ///< lengths, in the order in which they follow
    uint32_t thumbnail = 0;
    uint32_t body = 0;
};

inline constexpr size_t requestSize = 20;
inline constexpr size_t answerSize = 20;
inline constexpr uint32_t maxAbout = 256;
inline constexpr uint32_t maxThumbnail = 8 * 1024 * 1024; ///< 320×320 with the largest profile
inline constexpr uint32_t maxStripped =
    30 * 1024 * 1024; ///< 25 MiB, and a profile that packs worse than it came
inline constexpr uint32_t maxRendered = 512 * 1024 * 1024;
inline constexpr std::array<uint8_t, 4> requestMark{'A', 'I', 'Q', '1'};
inline constexpr std::array<uint8_t, 4> answerMark{'A', 'I', 'A', '1'};

inline Bytes encode(const Request &request)
{
    Bytes out(requestMark.begin(), requestMark.end());
    appendBe32(out, uint32_t(request.operation));
    appendBe32(out, request.width);
    appendBe32(out, request.height);
    appendBe32(out, request.length);
    return out;
}

/// False where these are not the `requestSize` bytes of a request.
inline bool decode(const uint8_t *bytes, Request &request)
{
    const uint32_t operation = be32(bytes + 4);
    request = {Operation(uint8_t(operation)), be32(bytes + 8), be32(bytes + 12), be32(bytes + 16)};
    return std::memcmp(bytes, requestMark.data(), requestMark.size()) == 0 &&
           (operation == uint32_t(Operation::Examine) || operation == uint32_t(Operation::Render)) &&
           request.length <= maxStripped;
}

inline Bytes encode(const Answer &answer)
{
    Bytes out(answerMark.begin(), answerMark.end());
    appendBe32(out, answer.refused ? 1 : 0);
    appendBe32(out, answer.about);
    appendBe32(out, answer.thumbnail);
    appendBe32(out, answer.body);
    return out;
}

/// False where these are not the `answerSize` bytes of an answer to `operation`.
inline bool decode(const uint8_t *bytes, Operation operation, Answer &answer)
{
    answer = {be32(bytes + 4) == 1, be32(bytes + 8), be32(bytes + 12), be32(bytes + 16)};
    const bool examining = operation == Operation::Examine;
    const bool fits = answer.about > 0 && answer.about <= maxAbout &&
                      answer.thumbnail <= (examining ? maxThumbnail : 0) &&
                      answer.body <= (examining ? maxStripped : maxRendered);
    const bool shape = answer.refused ? answer.thumbnail == 0 && answer.body == 0
                                      : answer.body > 0 && (!examining || answer.thumbnail > 0);
    return std::memcmp(bytes, answerMark.data(), answerMark.size()) == 0 && be32(bytes + 4) <= 1 && fits &&
           shape;
}

/// What an answer says about a photo: format, width, height (upright), then taken, subSec and offset, each
/// with a length byte before it. Of a drawn picture the format alone.
struct About
{
    uint8_t format = 0;
    uint32_t width = 0;
    uint32_t height = 0;
    std::array<std::string_view, 3> texts;
};

inline Bytes encode(const About &about)
{
    Bytes out{about.format};
    appendBe32(out, about.width);
    appendBe32(out, about.height);
    for (const std::string_view text : about.texts) {
        out.push_back(uint8_t(text.size()));
        append(out, text);
    }
    return out;
}

/// False where `bytes` is anything else; the texts point into it.
inline bool decode(View bytes, About &about)
{
    if (bytes.size() < 9)
        return false;
    about.format = bytes[0];
    about.width = be32(&bytes[1]);
    about.height = be32(&bytes[5]);
    bytes = bytes.subspan(9);
    for (std::string_view &text : about.texts) {
        if (bytes.empty() || bytes.size() - 1 < bytes[0])
            return false;
        text = std::string_view(reinterpret_cast<const char *>(bytes.data() + 1), bytes[0]);
        bytes = bytes.subspan(1u + bytes[0]);
    }
    return bytes.empty();
}

} // namespace anteroom::intake::wire
