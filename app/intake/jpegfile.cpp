// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/container.h"
#include "app/intake/refusals.h"

#include <algorithm>
#include <array>

namespace anteroom::intake {
namespace {

constexpr std::string_view exifMark("Exif\0\0", 6);
constexpr std::string_view iccMark("ICC_PROFILE\0", 12);

// T.81 names the markers; these are the ones told apart here.
enum Marker : uint8_t {
    TEM = 0x01,
    SOF0 = 0xC0,
    SOF3 = 0xC3,
    DHT = 0xC4,
    JPG = 0xC8,
    DAC = 0xCC,
    SOF15 = 0xCF,
    RST0 = 0xD0,
    RST7 = 0xD7,
    SOI = 0xD8,
    EOI = 0xD9,
    SOS = 0xDA,
    DQT = 0xDB,
    DRI = 0xDD,
    APP0 = 0xE0,
    APP1 = 0xE1,
    APP2 = 0xE2,
    APP14 = 0xEE,
    APP15 = 0xEF,
    COM = 0xFE,
};

class JpegWalk
{
public:
    explicit JpegWalk(View file)
        : m_file(file)
    {
    }

    Expected<Stripped> run();

private:
    /// The next marker, 0 where the file stops before one.
    uint8_t nextMarker();
    Refusal segment(uint8_t marker, View body);
    Refusal frame(uint8_t marker, View body);
    void profilePart(View body);
    void copySegment(uint8_t marker, View body);
    void copyScan();
    Expected<Stripped> finish();

    View m_file;
    size_t m_at = 2; // after SOI
    bool m_hasFrame = false;
    bool m_hasScan = false;
    bool m_hasExif = false;
    Bytes m_jfif;
    Bytes m_adobe;
    Bytes m_picture; // everything from the first table to the last scan
    std::vector<Bytes> m_profile;
    size_t m_profileBytes = 0;
    bool m_profileBroken = false;
    Stripped m_out;
};

uint8_t JpegWalk::nextMarker()
{
    // Between segments there are fill bytes at most; anything else is no JPEG.
    if (m_at >= m_file.size() || m_file[m_at] != 0xFF)
        return 0;
    while (m_at < m_file.size() && m_file[m_at] == 0xFF)
        ++m_at;
    return m_at < m_file.size() ? m_file[m_at++] : uint8_t(0);
}

Expected<Stripped> JpegWalk::run()
{
    for (;;) {
        const size_t before = m_at;
        const uint8_t marker = nextMarker();
        if (marker == 0) {
            const bool ended = before >= m_file.size() || m_at >= m_file.size();
            return tl::unexpected(ended ? refusal::truncated : refusal::damaged);
        }
        if (marker == EOI)
            return finish();
        if (marker == TEM || (marker >= RST0 && marker <= RST7))
            continue;
        if (marker == SOI || marker < SOF0)
            return tl::unexpected(refusal::damaged);
        if (m_file.size() - m_at < 2)
            return tl::unexpected(refusal::truncated);
        const size_t length = be16(&m_file[m_at]);
        if (length < 2)
            return tl::unexpected(refusal::damaged);
        if (m_file.size() - m_at < length)
            return tl::unexpected(refusal::truncated);
        const View body = m_file.subspan(m_at + 2, length - 2);
        m_at += length;
        if (const Refusal why = segment(marker, body))
            return tl::unexpected(why);
    }
}

Refusal JpegWalk::segment(uint8_t marker, View body)
{
    if (marker >= APP0 && marker <= APP15) {
        if (marker == APP0 && m_jfif.empty() && startsWith(body, std::string_view("JFIF\0", 5)) &&
            body.size() >= 12)
            m_jfif.assign(body.begin(), body.begin() + 12);
        else if (marker == APP14 && m_adobe.empty() && startsWith(body, "Adobe") && body.size() >= 12)
            m_adobe.assign(body.begin(), body.begin() + 12);
        else if (marker == APP2 && startsWith(body, iccMark))
            profilePart(body.subspan(iccMark.size()));
        else if (marker == APP1 && !m_hasExif && startsWith(body, exifMark)) {
            m_hasExif = true;
            m_out.exif = readExif(body.subspan(exifMark.size()));
        }
        return nullptr;
    }
    if (marker == DHT || marker == DQT || marker == DRI || marker == DAC) {
        copySegment(marker, body);
        return nullptr;
    }
    if (marker == SOS) {
        if (!m_hasFrame)
            return refusal::damaged;
        copySegment(marker, body);
        copyScan();
        m_hasScan = true;
        return nullptr;
    }
    if (marker >= SOF0 && marker <= SOF15)
        return marker == JPG ? refusal::damaged : frame(marker, body);
    // Comments, JPGn and reserved ones go; DNL, DHP and EXP belong to kinds that no camera writes.
    return marker >= 0xDC && marker <= 0xDF ? refusal::unsupported : nullptr;
}

Refusal JpegWalk::frame(uint8_t marker, View body)
{
    if (m_hasFrame || body.size() < 6)
        return refusal::damaged;
    m_hasFrame = true;
    m_out.height = be16(&body[1]);
    m_out.width = be16(&body[3]);
    const size_t components = body[5];
    if (const Refusal why = checkSize(m_out.width, m_out.height))
        return why;
    // Baseline, extended and progressive, Huffman or arithmetic; not lossless, not hierarchical.
    const bool known = marker < SOF3 || marker == 0xC9 || marker == 0xCA;
    if (!known || body[0] != 8 || (components != 1 && components != 3 && components != 4))
        return refusal::unsupported;
    if (body.size() != 6 + 3 * components)
        return refusal::damaged;
    copySegment(marker, body);
    return nullptr;
}

// A profile comes in numbered parts ("ICC.1", annex B.4); one whose parts do not add up is left out.
void JpegWalk::profilePart(View body)
{
    if (body.size() < 2 || body[0] == 0 || body[0] > body[1]) {
        m_profileBroken = true;
        return;
    }
    m_profile.resize(std::max<size_t>(m_profile.size(), body[1]));
    if (m_profile.size() != body[1] || !m_profile[body[0] - 1u].empty()) {
        m_profileBroken = true;
        return;
    }
    m_profileBytes += body.size() - 2;
    if (m_profileBytes > maxIccBytes)
        m_profileBroken = true;
    else
        m_profile[body[0] - 1u].assign(body.begin() + 2, body.end());
}

void JpegWalk::copySegment(uint8_t marker, View body)
{
    m_picture.push_back(0xFF);
    m_picture.push_back(marker);
    appendBe16(m_picture, uint32_t(body.size() + 2));
    append(m_picture, body);
}

// Compressed data: up to the next marker that is neither a stuffed zero nor a restart.
void JpegWalk::copyScan()
{
    const size_t begin = m_at;
    while (m_at < m_file.size()) {
        const void *found = std::memchr(&m_file[m_at], 0xFF, m_file.size() - m_at);
        if (!found) {
            m_at = m_file.size();
            break;
        }
        m_at = size_t(static_cast<const uint8_t *>(found) - m_file.data());
        if (m_file.size() - m_at < 2) {
            m_at = m_file.size();
            break;
        }
        const uint8_t next = m_file[m_at + 1];
        if (next != 0 && next != 0xFF && (next < RST0 || next > RST7))
            break;
        m_at += next == 0xFF ? 1 : 2;
    }
    append(m_picture, m_file.subspan(begin, m_at - begin));
}

Expected<Stripped> JpegWalk::finish()
{
    if (!m_hasScan)
        return tl::unexpected(refusal::damaged);
    Bytes &out = m_out.bytes;
    out.reserve(m_picture.size() + m_profileBytes + 1024);
    const auto put = [&out](uint8_t marker, std::string_view mark, View body) {
        out.push_back(0xFF);
        out.push_back(marker);
        appendBe16(out, uint32_t(2 + mark.size() + body.size()));
        append(out, mark);
        append(out, body);
    };
    out.push_back(0xFF);
    out.push_back(SOI);
    if (!m_jfif.empty()) {
        // No thumbnail: 0 × 0.
        m_jfif.resize(14);
        put(APP0, {}, m_jfif);
    }
    if (!m_out.exif.isDefault())
        put(APP1, exifMark, writeExif(m_out.exif));
    for (const Bytes &part : m_profile)
        m_profileBroken = m_profileBroken || part.empty();
    if (!m_profileBroken) {
        for (size_t i = 0; i < m_profile.size(); ++i) {
            Bytes body{uint8_t(i + 1), uint8_t(m_profile.size())};
            append(body, m_profile[i]);
            append(m_out.icc, m_profile[i]);
            put(APP2, iccMark, body);
        }
    }
    if (!m_adobe.empty())
        put(APP14, {}, m_adobe);
    append(out, m_picture);
    out.push_back(0xFF);
    out.push_back(EOI);
    return std::move(m_out);
}

} // namespace

Expected<Stripped> stripJpeg(View file)
{
    return JpegWalk(file).run();
}

} // namespace anteroom::intake
