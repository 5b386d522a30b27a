// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/phonenumber.h"

#include <phonenumbers/phonenumberutil.h>

namespace anteroom {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;

bool read(const QString &text, i18n::phonenumbers::PhoneNumber &number)
{
    return PhoneNumberUtil::GetInstance()->Parse(text.toStdString(), "ZZ", &number) ==
           PhoneNumberUtil::NO_PARSING_ERROR;
}

} // namespace

std::optional<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    if (text.size() < 8 || text.size() > 16 || text[0] != u'+' || text[1] == u'0')
        return std::nullopt;
    for (const QChar c : text.mid(1)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    return PhoneNumber(text.toString());
}

std::optional<PhoneNumber> PhoneNumber::parseLoosely(QStringView text)
{
    QString bare;
    for (const QChar c : text) {
        if (!c.isSpace() && !QStringView(u"-.()/").contains(c))
            bare += c;
    }
    if (bare.startsWith(u"00"))
        bare.replace(0, 2, QStringLiteral("+"));
    return parse(bare);
}

QString PhoneNumber::pretty() const
{
    i18n::phonenumbers::PhoneNumber number;
    if (!read(m_text, number))
        return m_text;
    std::string formatted;
    PhoneNumberUtil::GetInstance()->Format(number, PhoneNumberUtil::INTERNATIONAL, &formatted);
    return QString::fromStdString(formatted);
}

bool PhoneNumber::looksImpossible() const
{
    i18n::phonenumbers::PhoneNumber number;
    return !read(m_text, number) || !PhoneNumberUtil::GetInstance()->IsValidNumber(number);
}

} // namespace anteroom
