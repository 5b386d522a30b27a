// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace anteroom {

/// What a template is filled with: values by name, and lists of such for what repeats.
struct TemplateData
{
    QHash<QByteArray, QString> values;
    QHash<QByteArray, QList<TemplateData>> lists;

    /// `flag` becomes a value that is either "1" or missing.
    void setFlag(const QByteArray &name, bool flag)
    {
        if (flag)
            values.insert(name, QStringLiteral("1"));
    }
};

/// The words for a phrase's key; `n` as Phrasebook::text().
using PhraseLookup = std::function<QString(QByteArrayView key, int n)>;

/// HTML with holes, parsed once and rendered often, from any thread:
///
///     {{name}}            the value, escaped
///     {{&name}}           the value as it is; only for what another template made
///     {{t:key}}           the phrase, escaped; {{t:key a b}} puts the values a and b for %1 and %2,
///     {{t:key #n}}        and the number in the value n picks the plural
///     {{#name}}…{{/name}} once an element of the list, or once where the value is there
///     {{^name}}…{{/name}} where neither is
class Template
{
public:
    /// Errors: Invalid "template.malformed".
    static Result<Template> parse(const QByteArray &source);

    QByteArray render(const TemplateData &data, const PhraseLookup &phrases) const;

    /// The keys of all phrases in it. For tests.
    QList<QByteArray> phraseKeys() const;

private:
    enum class Kind : quint8 { Literal, Value, Raw, Phrase, Section, Unless, End };
    struct Node
    {
        Kind kind = Kind::Literal;
        QByteArray text;             ///< the literal, or the name
        QList<QByteArray> arguments; ///< of a phrase
        size_t end = 0;              ///< of a section: the index of its End
    };
    using Scopes = std::vector<const TemplateData *>;

    static Result<Node> parseTag(QByteArray tag);
    void render(size_t begin, size_t end, Scopes &scopes, const PhraseLookup &phrases, QByteArray &out) const;
    static QString value(const Scopes &scopes, const QByteArray &name);
    static QString phrase(const Node &node, const Scopes &scopes, const PhraseLookup &phrases);

    std::vector<Node> m_nodes;
};

} // namespace anteroom
