// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestJsonWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatAParserReads();
    void escapes_data();
    void escapes();
};

void TestJsonWriter::writesWhatAParserReads()
{
    JsonWriter json;
    json.beginObject();
    json.name("none").value(QString());
    json.name("empty").value(u""_s);
    json.name("list").beginArray().value(qint64(1)).value(true).null().beginObject().endObject().endArray();
    json.name("nested").beginObject().name("a").ascii("b").name("c").value(false).endObject();
    json.name("infinite").value(std::numeric_limits<double>::infinity());
    json.name("half").value(0.5);
    json.name("raw").raw("{\"x\":[]}");
    json.endObject();
    const QByteArray expected = R"({"none":null,"empty":"","list":[1,true,null,{}],)"
                                R"("nested":{"a":"b","c":false},"infinite":null,"half":0.5,"raw":{"x":[]}})";
    QCOMPARE(json.take(), expected);
}

void TestJsonWriter::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"say \"ah\" \\ / now"_s;
    QTest::newRow("controls") << QString::fromUtf8("\x01\t\r\n\x1f\x7f");
    QTest::newRow("zero") << u"a"_s + QChar(0) + u"b"_s;
    QTest::newRow("words") << u"Олена Ковальчук, ночь \U0001F600"_s;
}

void TestJsonWriter::escapes()
{
    QFETCH(QString, text);
    JsonWriter json;
    json.beginObject().name("t").value(text).endObject();
    const QByteArray written = json.take();
    QCOMPARE(QJsonDocument::fromJson(written).object().value(u"t").toString(), text);
    for (const char byte : written)
        QVERIFY(static_cast<unsigned char>(byte) >= 0x20);
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
