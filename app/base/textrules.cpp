// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/textrules.h"

namespace anteroom {

Result<void> checkText(const QString &text, int longest, const char *field, TextKind kind)
{
    if (text.isNull())
        return {};
    int characters = 0;
    bool blank = true;
    for (const QChar c : text) {
        const bool lineWork = c == u'\n' || c == u'\r' || c == u'\t';
        if (c.category() == QChar::Other_Control && !(lineWork && kind == TextKind::Lines))
            return fail(ErrorCode::Invalid, "text.malformed", field);
        if (!c.isLowSurrogate())
            ++characters;
        if (!c.isSpace())
            blank = false;
    }
    if (blank)
        return fail(ErrorCode::Invalid, "text.blank", field);
    if (characters > longest)
        return fail(ErrorCode::Invalid, "text.too_long", field, {{QStringLiteral("longest"), longest}});
    return {};
}

} // namespace anteroom
