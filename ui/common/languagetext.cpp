// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/languagetext.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct LanguageWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::LanguageWords)
};

} // namespace

QString languageText(Language language)
{
    switch (language) {
    case Language::English:
        return LanguageWords::tr("English");
    case Language::Italian:
        return LanguageWords::tr("Italian");
    case Language::Ukrainian:
        return LanguageWords::tr("Ukrainian");
    }
    return {};
}

} // namespace anteroom
