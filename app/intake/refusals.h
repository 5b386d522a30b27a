// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

// The stable reason keys with which a photo is refused. The child names one, the parent takes only these.
namespace anteroom::intake::refusal {

inline constexpr const char *notAPhoto = "photo.not_a_photo"; ///< the content is of no type that is taken
inline constexpr const char *unsupported =
    "photo.unsupported"; ///< a rare kind: lossless or 12 bit JPEG, animation, HEIF with something other than
                         ///< HEVC in it
inline constexpr const char *truncated = "photo.truncated"; ///< it stops before its end
inline constexpr const char *damaged = "photo.damaged";     ///< it contradicts itself or does not decode
inline constexpr const char *tooLarge = "photo.too_large";  ///< more than 25 MiB
inline constexpr const char *tooManyPixels =
    "photo.too_many_pixels"; ///< over 100 megapixels, or a side over 65,500
inline constexpr const char *tooComplex =
    "photo.too_complex"; ///< decoding takes more memory than it is given

inline constexpr std::array<const char *, 7> all{notAPhoto, unsupported,   truncated, damaged,
                                                 tooLarge,  tooManyPixels, tooComplex};

/// The literal of `key`; nullptr where it is none of these.
constexpr const char *find(std::string_view key)
{
    for (const char *known : all) {
        if (key == known)
            return known;
    }
    return nullptr;
}

} // namespace anteroom::intake::refusal
