// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QByteArray description = R"({
  "openapi": "3.1.0",
  "paths": { "/things": { "post": {
    "operationId": "createThing", "security": [{"bearer": ["file:read"]}],
    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
    "responses": {"200": {}, "400": {}} } } },
  "components": { "schemas": {
    "Thing": {"type": "object", "required": ["name"], "properties": {
      "name": {"type": "string", "minLength": 1, "maxLength": 3}, "kind": {"type": "string", "enum": ["a", "b"]},
      "only": {"type": "string", "enum": ["a"]}, "size": {"type": "integer", "minimum": 1, "maximum": 9},
      "flag": {"type": "boolean"}, "seconds": {"type": "integer"},
      "parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"$ref": "#/components/schemas/Part"}}}},
    "Part": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}} } } })";

} // namespace

/// Bodies against schemas, and in which words a misfit is told.
class TestOpenApi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOperations();
    void refusesDamagedDescriptions();
    void explains_data();
    void explains();
    void describesItselfWithoutPatterns();
};

void TestOpenApi::readsOperations()
{
    const auto api = OpenApi::parse(description);
    QVERIFY(api);
    const auto &operation = (*api)->operations().at("createThing");
    QCOMPARE(operation.path, "/things"_ba);
    QCOMPARE(operation.method, HttpMethod::Post);
    QCOMPARE(operation.scope, "file:read"_ba);
    QCOMPARE(operation.statuses, (std::set<int>{200, 400}));
    QVERIFY((*api)->bodySchema("createThing"));
    QVERIFY(!(*api)->bodySchema("nothing"));
}

void TestOpenApi::refusesDamagedDescriptions()
{
    QVERIFY(!OpenApi::parse("{"));
    QVERIFY(!OpenApi::parse("[]"));
    QVERIFY(!OpenApi::parse(R"({"paths": {"/a": {"get": {}}}})"));
    QVERIFY(
        !OpenApi::parse(R"({"paths": {"/a": {"get": {"operationId": "x"}, "put": {"operationId": "x"}}}})"));
}

void TestOpenApi::explains_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("fits") << R"({"name": "abc"})"_ba
                          << ""_ba;
    QTest::newRow("unknown members") << R"({"name": "abc", "more": {"x": 1}})"_ba
                                     << ""_ba;
    QTest::newRow("required") << "{}"_ba
                              << "name is required."_ba;
    QTest::newRow("type") << R"({"name": 7})"_ba
                          << "name must be a string."_ba;
    QTest::newRow("empty") << R"({"name": ""})"_ba
                           << "name must not be empty; leave it out or give it a value."_ba;
    QTest::newRow("long") << R"({"name": "abcd"})"_ba
                          << "name is too long; 3 characters are the most."_ba;
    QTest::newRow("characters, not bytes")
        << QByteArray("{\"name\": \"\xd1\x97\xf0\x9f\x98\x80\xd1\x97\"}") << ""_ba;
    QTest::newRow("choices") << R"({"name": "a", "kind": "c"})"_ba
                             << R"(kind must be one of "a", "b".)"_ba;
    QTest::newRow("one choice") << R"({"name": "a", "only": "c"})"_ba
                                << R"(only must be "a".)"_ba;
    QTest::newRow("boolean") << R"({"name": "a", "flag": "true"})"_ba
                             << "flag must be true or false."_ba;
    QTest::newRow("integer") << R"({"name": "a", "size": 1.5})"_ba
                             << "size must be a whole number."_ba;
    QTest::newRow("whole double") << R"({"name": "a", "size": 2.0})"_ba
                                  << ""_ba;
    QTest::newRow("small") << R"({"name": "a", "size": 0})"_ba
                           << "size must be at least 1."_ba;
    QTest::newRow("large") << R"({"name": "a", "size": 10})"_ba
                           << "size must be at most 9."_ba;
    QTest::newRow("larger than is read") << R"({"name": "a", "seconds": 100000000000})"_ba
                                         << "seconds is too large; 2147483647 is the most."_ba;
    QTest::newRow("list") << R"({"name": "a", "parts": {}})"_ba
                          << "parts must be a list."_ba;
    QTest::newRow("no items") << R"({"name": "a", "parts": []})"_ba
                              << "parts must not be empty."_ba;
    QTest::newRow("items") << R"({"name": "a", "parts": [{"id": "x"}, {"id": 1}]})"_ba
                           << "parts[1].id must be a string."_ba;
    QTest::newRow("item's member") << R"({"name": "a", "parts": [{}]})"_ba
                                   << "parts[0].id is required."_ba;
    QTest::newRow("an item that is none") << R"({"name": "a", "parts": [null]})"_ba
                                          << "parts[0] must be an object."_ba;
    QTest::newRow("many") << R"({"name": "a", "parts": [{"id": "x"}, {"id": "x"}, {"id": "x"}]})"_ba
                          << "parts has too many items; 2 are the most."_ba;
}

void TestOpenApi::explains()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, words);
    const auto api = OpenApi::parse(description);
    QVERIFY(api);
    QCOMPARE((*api)->bodySchema("createThing")->problemOf(QJsonDocument::fromJson(body).object()), words);
}

void TestOpenApi::describesItselfWithoutPatterns()
{
    const auto api = OpenApi::load();
    QVERIFY(api);
    QVERIFY(!(*api)->text().contains("\"pattern\""));
    QVERIFY(!(*api)->operations().empty());
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
