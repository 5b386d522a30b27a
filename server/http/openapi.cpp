// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

// What schemas refer to is put in their place: our request schemas have no cycles (`depth` sees to it).
QJsonValue resolved(const QJsonValue &value, const QJsonObject &root, int depth = 0)
{
    if (depth > 32)
        return {};
    if (value.isArray()) {
        QJsonArray items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.append(resolved(item, root, depth + 1));
        return items;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    const QString reference = object.value("$ref"_L1).toString();
    if (reference.startsWith(u"#/")) {
        QJsonValue target = root;
        for (const QString &step : reference.mid(2).split(u'/'))
            target = target.toObject().value(step);
        return resolved(target, root, depth + 1);
    }
    QJsonObject members;
    for (auto it = object.begin(); it != object.end(); ++it)
        members.insert(it.key(), resolved(it.value(), root, depth + 1));
    return members;
}

HttpMethod methodByName(const QString &name)
{
    if (name == u"get")
        return HttpMethod::Get;
    if (name == u"post")
        return HttpMethod::Post;
    if (name == u"put")
        return HttpMethod::Put;
    if (name == u"patch")
        return HttpMethod::Patch;
    if (name == u"delete")
        return HttpMethod::Delete;
    return HttpMethod::Other;
}

OpenApi::Operation operationOf(const QString &path, const QString &method, const QJsonObject &described,
                               const QJsonObject &root)
{
    OpenApi::Operation operation;
    operation.method = methodByName(method);
    operation.path = path.toUtf8();
    operation.id = described.value("operationId"_L1).toString().toUtf8();
    const QJsonArray security = described.value("security"_L1).toArray();
    if (!security.isEmpty()) {
        const QJsonArray scopes = security.first().toObject().value("bearer"_L1).toArray();
        operation.scope = scopes.first().toString().toUtf8();
    }
    const QStringList statuses = described.value("responses"_L1).toObject().keys();
    for (const QString &status : statuses)
        operation.statuses.insert(status.toInt());
    const QJsonValue body = described.value("requestBody"_L1);
    operation.hasBody = body.isObject();
    const QJsonValue schema = resolved(body, root)
                                  .toObject()
                                  .value("content"_L1)
                                  .toObject()
                                  .value("application/json"_L1)
                                  .toObject()
                                  .value("schema"_L1);
    if (schema.isObject())
        operation.body = std::make_shared<JsonSchema>(schema.toObject());
    return operation;
}

} // namespace

Result<std::shared_ptr<const OpenApi>> OpenApi::load()
{
    QFile file(u":/anteroom/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, "openapi.damaged");
    return parse(file.readAll());
}

Result<std::shared_ptr<const OpenApi>> OpenApi::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError || root.isEmpty())
        return fail(ErrorCode::Internal, "openapi.damaged");
    auto api = std::make_shared<OpenApi>();
    api->m_text = json;
    const QJsonObject paths = root.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (auto method = item.begin(); method != item.end(); ++method) {
            if (methodByName(method.key()) == HttpMethod::Other)
                continue;
            auto operation = operationOf(path.key(), method.key(), method.value().toObject(), root);
            const QByteArray id = operation.id;
            if (id.isEmpty() || !api->m_operations.emplace(id, std::move(operation)).second)
                return fail(ErrorCode::Internal, "openapi.damaged");
        }
    }
    return api;
}

const JsonSchema *OpenApi::bodySchema(QByteArrayView operationId) const
{
    const auto found = m_operations.find(operationId.toByteArray());
    return found == m_operations.end() ? nullptr : found->second.body.get();
}

} // namespace anteroom
