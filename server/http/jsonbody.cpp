// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonbody.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

bool isJsonType(QByteArrayView contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    const QByteArrayView type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    if (type.compare("application/json", Qt::CaseInsensitive) != 0)
        return false;
    if (semicolon < 0)
        return true;
    const QByteArray parameters = contentType.sliced(semicolon + 1).toByteArray().toLower();
    for (const QByteArray &parameter : parameters.split(';')) {
        const QByteArray trimmed = parameter.trimmed();
        if (trimmed.startsWith("charset=") && trimmed != "charset=utf-8" && trimmed != "charset=\"utf-8\"")
            return false;
    }
    return true;
}

bool holdsNull(const QJsonValue &value)
{
    if (value.isNull())
        return true;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), [](const QJsonValue &v) { return holdsNull(v); });
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        // A null among a list's items is no absent member but an item of the wrong type.
        return std::any_of(array.begin(), array.end(),
                           [](const QJsonValue &v) { return !v.isNull() && holdsNull(v); });
    }
    return false;
}

QJsonValue withoutNulls(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isNull())
                kept.insert(it.key(), withoutNulls(it.value()));
        }
        return kept;
    }
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            kept.append(withoutNulls(item));
        return kept;
    }
    return value;
}

tl::unexpected<BodyProblem> problem(int status, QByteArray sentence)
{
    return tl::unexpected(BodyProblem{status, std::move(sentence)});
}

} // namespace

tl::expected<QJsonObject, BodyProblem> readJsonBody(const HttpRequest &request, BodyKind kind,
                                                    const JsonSchema *schema, Family family)
{
    QJsonObject object;
    if (request.body.isEmpty()) {
        if (kind == BodyKind::Json)
            return problem(400, "The body is missing; send a JSON object."_ba);
    } else {
        if (!isJsonType(request.headers.view("content-type")))
            return problem(415, "The Content-Type is not supported; send application/json in UTF-8."_ba);
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
        if (error.error != QJsonParseError::NoError)
            return problem(400, "The body is no valid JSON: the mistake is near byte " +
                                    QByteArray::number(error.offset) + '.');
        if (!document.isObject())
            return problem(400, "The body must be a JSON object."_ba);
        object = document.object();
        if (holdsNull(object))
            object = withoutNulls(object).toObject();
    }
    if (schema) {
        auto wrong = family == Family::Telecons ? schema->crudProblemOf(object) : schema->problemOf(object);
        if (!wrong.isEmpty())
            return problem(400, std::move(wrong));
    }
    return object;
}

} // namespace anteroom
