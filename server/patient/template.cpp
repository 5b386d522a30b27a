// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/template.h"

using namespace Qt::StringLiterals;

namespace anteroom {

Result<Template::Node> Template::parseTag(QByteArray tag)
{
    tag = tag.trimmed();
    Node node;
    if (tag.startsWith("t:")) {
        QList<QByteArray> words = tag.mid(2).simplified().split(' ');
        node.kind = Kind::Phrase;
        node.text = words.takeFirst();
        node.arguments = std::move(words);
    } else if (tag.startsWith('&')) {
        node.kind = Kind::Raw;
        node.text = tag.mid(1);
    } else if (tag.startsWith('#')) {
        node.kind = Kind::Section;
        node.text = tag.mid(1);
    } else if (tag.startsWith('^')) {
        node.kind = Kind::Unless;
        node.text = tag.mid(1);
    } else if (tag.startsWith('/')) {
        node.kind = Kind::End;
        node.text = tag.mid(1);
    } else {
        node.kind = Kind::Value;
        node.text = tag;
    }
    if (node.text.isEmpty())
        return fail(ErrorCode::Invalid, "template.malformed");
    return node;
}

Result<Template> Template::parse(const QByteArray &source)
{
    Template result;
    std::vector<size_t> open;
    qsizetype at = 0;
    while (at < source.size()) {
        const qsizetype begin = source.indexOf("{{", at);
        const qsizetype literalEnd = begin < 0 ? source.size() : begin;
        if (literalEnd > at)
            result.m_nodes.push_back({.kind = Kind::Literal, .text = source.mid(at, literalEnd - at)});
        if (begin < 0)
            break;
        const qsizetype end = source.indexOf("}}", begin);
        if (end < 0)
            return fail(ErrorCode::Invalid, "template.malformed");
        Result<Node> node = parseTag(source.mid(begin + 2, end - begin - 2));
        if (!node)
            return fail(node.error());
        if (node->kind == Kind::Section || node->kind == Kind::Unless)
            open.push_back(result.m_nodes.size());
        if (node->kind == Kind::End) {
            if (open.empty() || result.m_nodes[open.back()].text != node->text)
                return fail(ErrorCode::Invalid, "template.malformed");
            result.m_nodes[open.back()].end = result.m_nodes.size();
            open.pop_back();
        }
        result.m_nodes.push_back(*std::move(node));
        at = end + 2;
    }
    if (!open.empty())
        return fail(ErrorCode::Invalid, "template.malformed");
    return result;
}

QByteArray Template::render(const TemplateData &data, const PhraseLookup &phrases) const
{
    QByteArray out;
    Scopes scopes{&data};
    render(0, m_nodes.size(), scopes, phrases, out);
    return out;
}

void Template::render(size_t begin, size_t end, Scopes &scopes, const PhraseLookup &phrases,
                      QByteArray &out) const
{
    for (size_t i = begin; i < end; ++i) {
        const Node &node = m_nodes[i];
        switch (node.kind) {
        case Kind::Literal:
            out += node.text;
            break;
        case Kind::Value:
            out += value(scopes, node.text).toHtmlEscaped().toUtf8();
            break;
        case Kind::Raw:
            out += value(scopes, node.text).toUtf8();
            break;
        case Kind::Phrase:
            out += phrase(node, scopes, phrases).toHtmlEscaped().toUtf8();
            break;
        case Kind::Section:
        case Kind::Unless: {
            const QList<TemplateData> *list = nullptr;
            for (auto scope = scopes.rbegin(); !list && scope != scopes.rend(); ++scope) {
                const auto found = (*scope)->lists.constFind(node.text);
                if (found != (*scope)->lists.constEnd())
                    list = &*found;
            }
            const bool given = list ? !list->isEmpty() : !value(scopes, node.text).isEmpty();
            if (node.kind == Kind::Unless ? !given : given && !list)
                render(i + 1, node.end, scopes, phrases, out);
            if (node.kind == Kind::Section && list) {
                for (const TemplateData &element : *list) {
                    scopes.push_back(&element);
                    render(i + 1, node.end, scopes, phrases, out);
                    scopes.pop_back();
                }
            }
            i = node.end;
            break;
        }
        case Kind::End:
            break;
        }
    }
}

QString Template::value(const Scopes &scopes, const QByteArray &name)
{
    for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
        const auto found = (*scope)->values.constFind(name);
        if (found != (*scope)->values.constEnd())
            return *found;
    }
    return {};
}

QString Template::phrase(const Node &node, const Scopes &scopes, const PhraseLookup &phrases)
{
    int number = -1;
    QStringList arguments;
    for (const QByteArray &argument : node.arguments) {
        if (argument.startsWith('#'))
            number = value(scopes, argument.mid(1)).toInt();
        else
            arguments.append(value(scopes, argument));
    }
    QString words = phrases(node.text, number);
    // All at once, so that a "%1" inside a value stays what it is.
    if (arguments.size() == 1)
        words = words.arg(arguments.at(0));
    else if (arguments.size() == 2)
        words = words.arg(arguments.at(0), arguments.at(1));
    return words;
}

QList<QByteArray> Template::phraseKeys() const
{
    QList<QByteArray> keys;
    for (const Node &node : m_nodes) {
        if (node.kind == Kind::Phrase)
            keys.append(node.text);
    }
    return keys;
}

} // namespace anteroom
