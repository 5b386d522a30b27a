// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/codelines.h"

#include <QJsonArray>
#include <QStringList>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

using Type = RegisterMember::Type;

QString lineOf(Type type, const QJsonObject &object)
{
    QStringList parts{object.value("system"_L1).toString()};
    if (type != Type::CodeSets) {
        parts.append(object.value("code"_L1).toString());
    } else if (const QJsonValue codes = object.value("codes"_L1); codes.isArray()) {
        QStringList all;
        for (const QJsonValue &code : codes.toArray())
            all.append(code.toVariant().toString());
        parts.append(all.join(u", "_s));
    }
    return parts.join(u" | "_s);
}

QJsonObject objectOf(Type type, const QString &line)
{
    const qsizetype bar = line.indexOf(u'|');
    const QString code = bar < 0 ? QString() : line.mid(bar + 1).trimmed();
    QJsonObject object{{u"system"_s, line.left(bar < 0 ? line.size() : bar).trimmed()}};
    if (type != Type::CodeSets) {
        object.insert(u"code"_s, code);
    } else if (bar >= 0) {
        QJsonArray codes;
        for (const QString &each : code.split(u',', Qt::SkipEmptyParts)) {
            if (const QString one = each.trimmed(); !one.isEmpty())
                codes.append(one);
        }
        object.insert(u"codes"_s, codes);
    }
    return object;
}

} // namespace

QString codeLines(Type type, const QJsonValue &value)
{
    if (value.isObject())
        return lineOf(type, value.toObject());
    QStringList lines;
    for (const QJsonValue &each : value.toArray())
        lines.append(lineOf(type, each.toObject()));
    return lines.join(u'\n');
}

QJsonValue codesOfLines(Type type, const QString &text)
{
    QJsonArray all;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            all.append(objectOf(type, line));
    }
    if (type != Type::Code)
        return all;
    return all.isEmpty() ? QJsonValue() : all.first();
}

} // namespace anteroom
