// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/emailaddress.h"

namespace anteroom {

namespace {

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

// RFC 5322's dot-atom.
bool isLocalPart(QStringView text)
{
    if (text.isEmpty() || text.size() > 64 || text.startsWith(u'.') || text.endsWith(u'.') ||
        text.contains(u".."))
        return false;
    for (const QChar c : text) {
        if (!isLetterOrDigit(c) && !QStringView(u".!#$%&'*+/=?^_`{|}~-").contains(c))
            return false;
    }
    return true;
}

bool isDomain(QStringView text)
{
    const auto labels = text.split(u'.');
    if (labels.size() < 2)
        return false;
    for (const QStringView label : labels) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith(u'-') || label.endsWith(u'-'))
            return false;
        for (const QChar c : label) {
            if (!isLetterOrDigit(c) && c != u'-')
                return false;
        }
    }
    return true;
}

} // namespace

std::optional<EmailAddress> EmailAddress::parse(QStringView text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0 || text.size() > 254 || !isLocalPart(text.left(at)) || !isDomain(text.mid(at + 1)))
        return std::nullopt;
    return EmailAddress(text.toString());
}

} // namespace anteroom
