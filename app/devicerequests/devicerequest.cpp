// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/devicerequest.h"

#include <algorithm>

namespace anteroom {

namespace {

QChar folded(QChar c)
{
    return c == u'-' ? QChar(u'_') : c.toCaseFolded();
}

} // namespace

bool isSameWord(QStringView a, QStringView b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](QChar x, QChar y) { return folded(x) == folded(y); });
}

QString maskedPhone(const QString &number)
{
    constexpr qsizetype mostShownFirst = 6, shownLast = 2, leastHidden = 5;
    const qsizetype first = std::clamp<qsizetype>(number.size() - leastHidden - shownLast, 0, mostShownFirst);
    const qsizetype last = std::min(shownLast, std::max<qsizetype>(number.size() - leastHidden, 0));
    return number.left(first) + QString(number.size() - first - last, u'*') + number.right(last);
}

} // namespace anteroom
