// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/shortlink.h"

#include "app/base/random.h"

#include <algorithm>

namespace anteroom {

namespace {

constexpr QByteArrayView alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

} // namespace

QByteArray newShortLinkId()
{
    return randomText(shortLinkLength, alphabet);
}

bool isShortLinkId(QByteArrayView text)
{
    return text.size() == shortLinkLength &&
           std::all_of(text.begin(), text.end(), [](char c) { return alphabet.contains(c); });
}

} // namespace anteroom
