// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace anteroom {

/// The program's words in every language at once, for texts whose language is the reader's and not the
/// program's: patient pages, messages. Reads what is embedded under `:/translations` once and is never
/// changed after, so that any thread may ask.
class Phrasebook
{
public:
    Phrasebook();
    ~Phrasebook();
    Phrasebook(const Phrasebook &) = delete;
    Phrasebook &operator=(const Phrasebook &) = delete;

    /// `en`, `it` and `uk`; the first is the one that is taken where nothing else fits.
    static const QByteArrayList &languages();

    /// The words for `source` (an English literal marked with QT_TRANSLATE_NOOP) in `language`; English where
    /// the language has none, and `source` itself where English has none either. `n` picks the plural and
    /// stands for
    /// `%n`; -1: there is no number.
    QString text(QByteArrayView language, const char *context, const char *source, int n = -1) const;

    /// Whether there are words for it in that language. For tests.
    bool has(QByteArrayView language, const char *context, const char *source, int n = -1) const;

private:
    const QTranslator *translator(QByteArrayView language) const;

    std::vector<std::unique_ptr<QTranslator>> m_translators; ///< in the order of languages()
};

} // namespace anteroom
