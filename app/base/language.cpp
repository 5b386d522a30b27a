// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/language.h"

namespace anteroom {

const char *languageCode(Language language)
{
    switch (language) {
    case Language::Italian:
        return "it";
    case Language::Ukrainian:
        return "uk";
    case Language::English:
        break;
    }
    return "en";
}

std::optional<Language> languageByCode(QByteArrayView code)
{
    if (code.size() > 2 && code[2] != '-' && code[2] != '_')
        return std::nullopt;
    const QByteArray primary = code.first(qMin(code.size(), qsizetype(2))).toByteArray().toLower();
    for (const Language language : allLanguages) {
        if (primary == languageCode(language))
            return language;
    }
    return std::nullopt;
}

} // namespace anteroom
