// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/crudwords.h"

#include <QJsonArray>

#include <cmath>
#include <limits>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

QByteArray typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return "string"_ba;
    case QJsonValue::Bool:
        return "boolean"_ba;
    case QJsonValue::Double:
        return "number"_ba;
    case QJsonValue::Object:
        return "object"_ba;
    case QJsonValue::Array:
        return "array"_ba;
    default:
        return "null"_ba;
    }
}

bool isOfType(const QJsonValue &value, const QByteArray &type)
{
    if (type == "integer")
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return typeOf(value) == type;
}

// The branch that was meant, told by the value's type; else the last one.
QJsonObject branchFor(const QJsonValue &value, const QJsonArray &branches)
{
    for (const QJsonValue &branch : branches) {
        if (isOfType(value, branch.toObject().value("type"_L1).toString().toLatin1()))
            return branch.toObject();
    }
    return branches.last().toObject();
}

QByteArray problem(const QJsonValue &value, const QJsonObject &schema, const QByteArray &place);

QByteArray problemOfObject(const QJsonObject &object, const QJsonObject &schema, const QByteArray &place)
{
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue &member : required) {
        if (!object.contains(member.toString()))
            return place + " must have required property '" + member.toString().toUtf8() + '\'';
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!object.contains(it.key()))
            continue;
        auto wrong = problem(object.value(it.key()), it.value().toObject(), place + '/' + it.key().toUtf8());
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QByteArray problemOfArray(const QJsonArray &array, const QJsonObject &schema, const QByteArray &place)
{
    const int least = schema.value("minItems"_L1).toInt(0);
    if (array.size() < least)
        return place + " must NOT have fewer than " + QByteArray::number(least) + " items";
    const QJsonValue most = schema.value("maxItems"_L1);
    if (most.isDouble() && array.size() > most.toInt())
        return place + " must NOT have more than " + QByteArray::number(most.toInt()) + " items";
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto wrong = problem(array.at(i), items, place + '/' + QByteArray::number(i));
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QByteArray problemOfString(const QString &text, const QJsonObject &schema, const QByteArray &place)
{
    const int least = schema.value("minLength"_L1).toInt(0);
    if (text.size() < least)
        return place + " must NOT have fewer than " + QByteArray::number(least) + " characters";
    return {};
}

QByteArray problemOfNumber(double number, const QJsonObject &schema, const QByteArray &place)
{
    const QJsonValue least = schema.value("minimum"_L1);
    if (least.isDouble() && number < least.toDouble())
        return place + " must be >= " + QByteArray::number(least.toInteger());
    const QJsonValue most = schema.value("maximum"_L1);
    if (most.isDouble() && number > most.toDouble())
        return place + " must be <= " + QByteArray::number(most.toInteger());
    return {};
}

QByteArray problem(const QJsonValue &value, const QJsonObject &schema, const QByteArray &place)
{
    const QJsonArray branches = schema.value("oneOf"_L1).toArray();
    if (!branches.isEmpty())
        return problem(value, branchFor(value, branches), place);
    const QByteArray type = schema.value("type"_L1).toString().toLatin1();
    if (!type.isEmpty() && !isOfType(value, type))
        return place + " must be " + type;
    if (value.isObject())
        return problemOfObject(value.toObject(), schema, place);
    if (value.isArray())
        return problemOfArray(value.toArray(), schema, place);
    if (value.isString())
        return problemOfString(value.toString(), schema, place);
    return value.isDouble() ? problemOfNumber(value.toDouble(), schema, place) : QByteArray();
}

} // namespace

QByteArray crudProblemOf(const QJsonObject &body, const QJsonObject &schema)
{
    return problem(body, schema, "body"_ba);
}

} // namespace anteroom
