// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smsparts.h"

#include <QString>

#include <algorithm>

namespace anteroom {

namespace {

// The default alphabet but for letters and digits, and the extension table (3GPP TS 23.038, 6.2.1).
constexpr QStringView basic = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
constexpr QStringView extended = u"\f^{}\\[~]|€";

struct Capacity
{
    int alone;
    int aPart; // some room goes to the header that joins the parts
};

constexpr Capacity gsm7{160, 153};
constexpr Capacity ucs2{70, 67};

// In septets; 0: the alphabet lacks it.
int gsm7Length(QChar c)
{
    const char16_t code = c.unicode();
    if ((code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9'))
        return 1;
    return basic.contains(c) ? 1 : extended.contains(c) ? 2 : 0;
}

} // namespace

SmsParts SmsParts::of(QStringView text)
{
    SmsParts sms;
    if (text.isEmpty())
        return sms;
    const bool isGsm7 = std::all_of(text.begin(), text.end(), [](QChar c) { return gsm7Length(c) > 0; });
    sms.alphabet = isGsm7 ? Alphabet::Gsm7 : Alphabet::Ucs2;
    const Capacity capacity = isGsm7 ? gsm7 : ucs2;

    // A character is never cut in two by the end of a part.
    int partsIfJoined = 1, inPart = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const int length = isGsm7 ? gsm7Length(text[i]) : isPair ? 2 : 1;
        if (isPair)
            ++i;
        sms.used += length;
        if (inPart + length > capacity.aPart) {
            ++partsIfJoined;
            inPart = 0;
        }
        inPart += length;
    }
    sms.parts = sms.used <= capacity.alone ? 1 : partsIfJoined;
    sms.room = sms.parts == 1 ? capacity.alone : sms.parts * capacity.aPart;
    return sms;
}

} // namespace anteroom
