// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/describedanswers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace anteroom::test {

namespace {

// What a schema refers to in its place, and nothing allowed that is not named.
QJsonValue strict(const QJsonValue &value, const QJsonObject &root)
{
    if (value.isArray()) {
        QJsonArray items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.append(strict(item, root));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const QString reference = object.value("$ref"_L1).toString();
    if (reference.startsWith(u"#/")) {
        QJsonValue target = root;
        for (const QString &step : reference.mid(2).split(u'/'))
            target = target.toObject().value(step);
        return strict(target, root);
    }
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = strict(it.value(), root);
    if (object.contains("allOf"_L1)) { // one object, so that what neither names is found
        QJsonObject properties;
        QJsonArray required;
        const QJsonArray parts = object.value("allOf"_L1).toArray();
        for (const QJsonValue &part : parts) {
            const QJsonObject more = part.toObject().value("properties"_L1).toObject();
            for (auto it = more.begin(); it != more.end(); ++it)
                properties.insert(it.key(), it.value());
            const QJsonArray names = part.toObject().value("required"_L1).toArray();
            for (const QJsonValue &name : names)
                required.append(name);
        }
        return QJsonObject{{u"type"_s, u"object"_s},
                           {u"properties"_s, properties},
                           {u"required"_s, required},
                           {u"additionalProperties"_s, false}};
    }
    // valijson holds a null against the format too, which is for strings only.
    if (object.contains("format"_L1) && object.value("type"_L1).isArray())
        return QJsonObject{{u"anyOf"_s, QJsonArray{QJsonObject{{u"type"_s, u"null"_s}},
                                                   QJsonObject{{u"type"_s, u"string"_s},
                                                               {u"format"_s, object.value("format"_L1)}}}}};
    if (object.contains("properties"_L1) && !object.contains("additionalProperties"_L1))
        object.insert(u"additionalProperties"_s, false);
    return object;
}

QByteArray bodyProblem(const QJsonValue &schema, const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return "is no JSON";
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    valijson::Schema compiled;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schema), compiled);
    valijson::ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(compiled, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    QByteArray words;
    valijson::ValidationResults::Error one;
    while (results.popError(one)) {
        for (const std::string &step : one.context)
            words += step.c_str();
        words += ' ' + QByteArray::fromStdString(one.description) + "; ";
    }
    return words;
}

} // namespace

DescribedAnswers::DescribedAnswers()
{
    QFile file(u":/anteroom/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("openapi.json is not in the program");
    m_root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject paths = m_root.value("paths"_L1).toObject();
    for (const QJsonValue &path : paths) {
        const QJsonObject item = path.toObject();
        for (const QJsonValue &method : item) {
            const QByteArray id = method.toObject().value("operationId"_L1).toString().toUtf8();
            if (!id.isEmpty())
                m_operations.emplace(id, method.toObject());
        }
    }
}

DescribedAnswers::~DescribedAnswers() = default;

QJsonObject DescribedAnswers::operation(const QByteArray &id) const
{
    const auto found = m_operations.find(id);
    return found == m_operations.end() ? QJsonObject() : found->second;
}

std::set<int> DescribedAnswers::statusesOf(const QByteArray &operationId) const
{
    std::set<int> statuses;
    const QStringList names = operation(operationId).value("responses"_L1).toObject().keys();
    for (const QString &name : names)
        statuses.insert(name.toInt());
    return statuses;
}

QByteArray DescribedAnswers::problemOf(const QByteArray &operationId, const RawClient::Answer &answer,
                                       bool isHead)
{
    const QByteArray place = operationId + ' ' + QByteArray::number(answer.status);
    const QJsonValue described =
        operation(operationId).value("responses"_L1).toObject().value(QString::number(answer.status));
    if (!described.isObject())
        return place + " is not described";
    const QJsonObject response = strict(described, m_root).toObject();
    const QJsonObject headers = response.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (it->toObject().value("required"_L1).toBool() &&
            answer.header(it.key().toLower().toLatin1()).isNull())
            return place + " lacks " + it.key().toUtf8();
    }
    const QJsonObject content = response.value("content"_L1).toObject();
    if (isHead)
        return {};
    if (content.isEmpty())
        return answer.body.isEmpty() ? QByteArray() : place + " has a body, and none is described";
    if (content.contains("*/*"_L1))
        return {};
    QByteArray type = answer.header("content-type");
    type = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed();
    const QJsonValue media = content.value(QString::fromLatin1(type));
    if (!media.isObject())
        return place + " comes as " + type;
    if (type != "application/json")
        return {};
    const QByteArray problem = bodyProblem(media.toObject().value("schema"_L1), answer.body);
    return problem.isEmpty() ? QByteArray() : place + ": " + problem;
}

} // namespace anteroom::test
