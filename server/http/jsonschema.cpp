// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/crudwords.h"
#include "server/http/openapi.h"

#include <QJsonArray>
#include <QStringView>

#include <algorithm>
#include <cmath>
#include <limits>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == u"string")
        return value.isString();
    if (type == u"boolean")
        return value.isBool();
    if (type == u"integer")
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == u"number")
        return value.isDouble();
    if (type == u"object")
        return value.isObject();
    if (type == u"array")
        return value.isArray();
    return type != u"null" || value.isNull();
}

QByteArray named(const QString &type)
{
    if (type == u"integer")
        return "a whole number"_ba;
    if (type == u"object")
        return "an object"_ba;
    if (type == u"array")
        return "a list"_ba;
    return type == u"boolean" ? "true or false"_ba : "a "_ba + type.toUtf8();
}

qsizetype characters(const QString &text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

QByteArray problemOfString(const QString &text, const QJsonObject &schema, const QByteArray &name)
{
    const QJsonArray choices = schema.value("enum"_L1).toArray();
    if (!choices.isEmpty() && !choices.contains(text)) {
        QByteArrayList names;
        for (const QJsonValue &choice : choices)
            names.append('"' + choice.toString().toUtf8() + '"');
        return name + (names.size() == 1 ? " must be " : " must be one of ") + names.join(", ") + '.';
    }
    const qsizetype length = characters(text);
    if (length < schema.value("minLength"_L1).toInt(0))
        return name + " must not be empty; leave it out or give it a value.";
    const QJsonValue longest = schema.value("maxLength"_L1);
    if (longest.isDouble() && length > longest.toInt())
        return name + " is too long; " + QByteArray::number(longest.toInt()) + " characters are the most.";
    return {};
}

QByteArray problemOfNumber(double number, const QJsonObject &schema, const QByteArray &name)
{
    const QJsonValue least = schema.value("minimum"_L1);
    if (least.isDouble() && number < least.toDouble())
        return name + " must be at least " + QByteArray::number(least.toInteger()) + '.';
    const QJsonValue most = schema.value("maximum"_L1);
    if (most.isDouble() && number > most.toDouble())
        return name + " must be at most " + QByteArray::number(most.toInteger()) + '.';
    // The validator takes what lies beyond for no whole number.
    constexpr double largest = std::numeric_limits<int>::max();
    if (schema.value("type"_L1) == u"integer"_s && number > largest)
        return name + " is too large; " + QByteArray::number(largest, 'f', 0) + " is the most.";
    return {};
}

// valijson holds formats against regular expressions, which cost more than all the rest; ours are checked by
// the types of app/base, which also have the better words.
QJsonValue withoutFormats(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            kept.append(withoutFormats(item));
        return kept;
    }
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != u"format" || !it.value().isString())
            kept.insert(it.key(), withoutFormats(it.value()));
    }
    return kept;
}

// Says in words what the validator only knows: the first member that does not fit.
QByteArray explain(const QJsonValue &value, const QJsonObject &schema, const QByteArray &name);

QByteArray problemOfObject(const QJsonObject &object, const QJsonObject &schema, const QByteArray &name)
{
    const QByteArray prefix = name.isEmpty() ? QByteArray() : name + '.';
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue &member : required) {
        if (!object.contains(member.toString()))
            return prefix + member.toString().toUtf8() + " is required.";
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        if (!object.contains(it.key()))
            continue;
        auto wrong = explain(object.value(it.key()), it.value().toObject(), prefix + it.key().toUtf8());
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QByteArray problemOfArray(const QJsonArray &array, const QJsonObject &schema, const QByteArray &name)
{
    if (array.size() < schema.value("minItems"_L1).toInt(0))
        return name + " must not be empty.";
    const QJsonValue most = schema.value("maxItems"_L1);
    if (most.isDouble() && array.size() > most.toInt())
        return name + " has too many items; " + QByteArray::number(most.toInt()) + " are the most.";
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto wrong = explain(array.at(i), items, name + '[' + QByteArray::number(i) + ']');
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

QByteArray explain(const QJsonValue &value, const QJsonObject &schema, const QByteArray &name)
{
    const QString type = schema.value("type"_L1).toString();
    if (!type.isEmpty() && !isOfType(value, type))
        return (name.isEmpty() ? "The body"_ba : name) + " must be " + named(type) + '.';
    if (value.isObject())
        return problemOfObject(value.toObject(), schema, name);
    if (value.isArray())
        return problemOfArray(value.toArray(), schema, name);
    if (value.isString())
        return problemOfString(value.toString(), schema, name);
    if (value.isDouble())
        return problemOfNumber(value.toDouble(), schema, name);
    return {};
}

} // namespace

struct JsonSchema::Compiled
{
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const QJsonObject &schema)
    : m_schema(schema)
    , m_compiled(std::make_unique<Compiled>())
{
    const QJsonValue root = withoutFormats(schema);
    valijson::adapters::QtJsonAdapter adapter(root);
    valijson::SchemaParser().populateSchema(adapter, m_compiled->schema);
}

JsonSchema::~JsonSchema() = default;

bool JsonSchema::fits(const QJsonObject &value) const
{
    const QJsonValue root = value;
    valijson::adapters::QtJsonAdapter adapter(root);
    // A validator keeps the regular expressions it meets: one a call, as there are none, is shared by no
    // thread.
    valijson::Validator validator;
    return validator.validate(m_compiled->schema, adapter, nullptr);
}

QByteArray JsonSchema::problemOf(const QJsonObject &value) const
{
    if (fits(value))
        return {};
    QByteArray words = explain(value, m_schema, {});
    return words.isEmpty() ? "The body does not fit what /openapi.json describes."_ba : words;
}

QByteArray JsonSchema::crudProblemOf(const QJsonObject &value) const
{
    if (fits(value))
        return {};
    QByteArray words = anteroom::crudProblemOf(value, m_schema);
    return words.isEmpty() ? "body must match what /openapi.json describes"_ba : words;
}

} // namespace anteroom
