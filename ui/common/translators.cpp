// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translators.h"

#include "app/base/phrasebook.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

QByteArray languageFor(const QLocale &locale)
{
    for (const QString &tag : locale.uiLanguages()) {
        const auto language = tag.section(u'-', 0, 0).toLatin1();
        if (Phrasebook::languages().contains(language))
            return language;
    }
    return Phrasebook::languages().first();
}

bool install(QCoreApplication &application, const QString &file, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>(&application);
    // The program's own, to be found again at the next call.
    translator->setObjectName("anteroom-translator"_L1);
    return translator->load(file, directory) && QCoreApplication::installTranslator(translator.release());
}

} // namespace

QByteArray installTranslators(QCoreApplication &application, const QLocale &locale)
{
    qDeleteAll(application.findChildren<QTranslator *>("anteroom-translator"_L1, Qt::FindDirectChildrenOnly));
    const QByteArray language = languageFor(locale);
    const auto name = QString::fromLatin1(language);
    install(application, "qtbase_"_L1 + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(application, "anteroom_"_L1 + name, u":/translations"_s))
        qWarning("the translation for %s is missing", language.constData());
    return language;
}

} // namespace anteroom
