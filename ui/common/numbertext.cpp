// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbertext.h"

#include "app/base/phonenumber.h"

namespace anteroom {

QString numberText(const QString &text)
{
    const auto number = PhoneNumber::parse(text);
    return number ? number->pretty() : text;
}

} // namespace anteroom
