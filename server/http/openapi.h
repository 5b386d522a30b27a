// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "server/http/request.h"

#include <QHash>
#include <QJsonObject>

#include <map>
#include <memory>
#include <set>

namespace anteroom {

/// A JSON Schema, compiled. Any thread.
class JsonSchema
{
public:
    /// `schema` has no `$ref`s left and no `pattern`s, which would cost more than all the rest.
    explicit JsonSchema(const QJsonObject &schema);
    ~JsonSchema();
    JsonSchema(const JsonSchema &) = delete;
    JsonSchema &operator=(const JsonSchema &) = delete;

    /// Empty where the value fits; else a sentence that names the first member at fault and what it should
    /// be.
    QByteArray problemOf(const QJsonObject &value) const;
    /// The same in the words of a CRUD service (server/http/crudwords.h).
    QByteArray crudProblemOf(const QJsonObject &value) const;

private:
    bool fits(const QJsonObject &value) const;

    struct Compiled;
    QJsonObject m_schema;
    std::unique_ptr<Compiled> m_compiled;
};

/// resources/openapi.json: what is served at /openapi.json, and what requests are checked against.
class OpenApi
{
public:
    struct Operation
    {
        HttpMethod method = HttpMethod::Other;
        QByteArray path;
        QByteArray id;
        QByteArray scope; ///< empty: open
        std::set<int> statuses;
        bool hasBody = false;
        std::shared_ptr<const JsonSchema> body; ///< null: no JSON body is described
    };

    /// The description built into the program. Errors: Internal "openapi.damaged".
    static Result<std::shared_ptr<const OpenApi>> load();
    static Result<std::shared_ptr<const OpenApi>> parse(const QByteArray &json);

    /// The document as it is served.
    const QByteArray &text() const { return m_text; }

    /// By operationId.
    const std::map<QByteArray, Operation> &operations() const { return m_operations; }
    const JsonSchema *bodySchema(QByteArrayView operationId) const;

private:
    QByteArray m_text;
    std::map<QByteArray, Operation> m_operations;
};

} // namespace anteroom
