// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/names.h"

namespace anteroom {

namespace {

bool isAscii(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() > 127)
            return false;
    }
    return true;
}

bool separatesWords(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'\'' || c == u'\u2019' || c == u',' || c == u'.' || c == u'(' ||
           c == u')';
}

} // namespace

QString foldedName(const QString &name)
{
    if (name.isNull())
        return {};
    if (isAscii(name))
        return name.simplified().toLower();
    // Qt folds one character to one; the sharp s is the one that stands in names.
    // Folding can undo a composition (for instance of a capital with a dot), so it is composed again.
    return name.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .replace(u'\u00df', QLatin1String("ss"))
        .normalized(QString::NormalizationForm_C)
        .simplified();
}

bool namesConflict(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty() || a == b)
        return false;
    const QString foldedA = foldedName(a);
    const QString foldedB = foldedName(b);
    return !foldedA.isEmpty() && !foldedB.isEmpty() && foldedA != foldedB;
}

QStringList nameWords(std::initializer_list<QString> names)
{
    QStringList words;
    for (const QString &name : names) {
        const QString folded = foldedName(name);
        qsizetype begin = 0;
        for (qsizetype at = 0; at <= folded.size(); ++at) {
            if (at < folded.size() && !separatesWords(folded.at(at)))
                continue;
            if (at > begin) {
                const QString word = folded.mid(begin, at - begin);
                if (!words.contains(word))
                    words.append(word);
            }
            begin = at + 1;
        }
    }
    words.sort();
    return words;
}

} // namespace anteroom
