// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace anteroom {

/// How a text travels as SMS (3GPP TS 23.038 and 23.040): in which alphabet, and in how many parts, each of
/// which is paid for. A value; any thread.
struct SmsParts
{
    enum class Alphabet {
        Gsm7, ///< 160 characters, or 153 a part; ^{}\[~]|€ count twice
        Ucs2  ///< 70 characters, or 67 a part; what lies outside Unicode's first plane counts twice
    };

    Alphabet alphabet = Alphabet::Gsm7;
    int parts = 0; ///< 0: there is no text
    int used = 0;  ///< characters, as the alphabet counts them
    int room = 0;  ///< of what fits into so many parts

    static SmsParts of(QStringView text);
};

} // namespace anteroom
