// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/exifblock.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>

namespace anteroom::intake {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether `text` has the form of `pattern`, in which 0 stands for any digit.
bool hasForm(const std::string &text, std::string_view pattern)
{
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char form) { return form == '0' ? isDigit(c) : c == form; });
}

std::string valueOf(const Exiv2::ExifData &data, const char *key)
{
    const auto found = data.findKey(Exiv2::ExifKey(key));
    if (found == data.end() || found->size() > 64)
        return {};
    std::string text = found->toString();
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0'))
        text.pop_back();
    return text;
}

} // namespace

ExifFacts readExif(View tiff)
{
    ExifFacts facts;
    if (tiff.size() < 8)
        return facts;
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    try {
        Exiv2::ExifData data;
        Exiv2::ExifParser::decode(data, tiff.data(), uint32_t(tiff.size()));

        const std::string orientation = valueOf(data, "Exif.Image.Orientation");
        if (orientation.size() == 1 && orientation[0] >= '1' && orientation[0] <= '8')
            facts.orientation = orientation[0] - '0';

        facts.taken = valueOf(data, "Exif.Photo.DateTimeOriginal");
        // Cameras whose clock was never set write zeros.
        if (!hasForm(facts.taken, "0000:00:00 00:00:00") || facts.taken.starts_with("0000")) {
            facts.taken.clear();
            return facts;
        }
        facts.subSec = valueOf(data, "Exif.Photo.SubSecTimeOriginal");
        if (facts.subSec.size() > 9 || !std::all_of(facts.subSec.begin(), facts.subSec.end(), isDigit))
            facts.subSec.clear();
        facts.offset = valueOf(data, "Exif.Photo.OffsetTimeOriginal");
        if (!hasForm(facts.offset, "+00:00") && !hasForm(facts.offset, "-00:00"))
            facts.offset.clear();
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        // Exiv2::Error, or whatever else a broken block provokes: what was read until then stands.
    }
    return facts;
}

Bytes writeExif(const ExifFacts &facts)
{
    Exiv2::ExifData data;
    if (facts.orientation != 1)
        data["Exif.Image.Orientation"] = uint16_t(facts.orientation);
    if (!facts.taken.empty())
        data["Exif.Photo.DateTimeOriginal"] = facts.taken;
    if (!facts.subSec.empty())
        data["Exif.Photo.SubSecTimeOriginal"] = facts.subSec;
    if (!facts.offset.empty())
        data["Exif.Photo.OffsetTimeOriginal"] = facts.offset;
    Exiv2::Blob blob;
    Exiv2::ExifParser::encode(blob, Exiv2::bigEndian, data);
    return Bytes(blob.begin(), blob.end());
}

} // namespace anteroom::intake
