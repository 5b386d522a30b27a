// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/phrasebook.h"

using namespace Qt::StringLiterals;

namespace anteroom {

Phrasebook::Phrasebook()
{
    for (const QByteArray &language : languages()) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(u":/translations/anteroom_"_s + QString::fromLatin1(language) + u".qm"_s))
            qWarning("the translation for %s is missing", language.constData());
        m_translators.push_back(std::move(translator));
    }
}

Phrasebook::~Phrasebook() = default;

const QByteArrayList &Phrasebook::languages()
{
    static const QByteArrayList list{"en"_ba, "it"_ba, "uk"_ba};
    return list;
}

const QTranslator *Phrasebook::translator(QByteArrayView language) const
{
    for (qsizetype i = 0; i < languages().size(); ++i) {
        if (languages().at(i) == language)
            return m_translators.at(size_t(i)).get();
    }
    return m_translators.front().get();
}

QString Phrasebook::text(QByteArrayView language, const char *context, const char *source, int n) const
{
    QString words = translator(language)->translate(context, source, nullptr, n);
    if (words.isEmpty())
        words = m_translators.front()->translate(context, source, nullptr, n);
    if (words.isEmpty())
        words = QString::fromUtf8(source);
    if (n >= 0)
        words.replace("%n"_L1, QString::number(n));
    return words;
}

bool Phrasebook::has(QByteArrayView language, const char *context, const char *source, int n) const
{
    return !translator(language)->translate(context, source, nullptr, n).isEmpty();
}

} // namespace anteroom
