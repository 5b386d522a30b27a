// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smsparts.h"
#include "app/delivery/smspresets.h"
#include "app/delivery/smstemplate.h"
#include "app/settings/settings.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>
#include <QXmlStreamReader>

using namespace anteroom;
using namespace Qt::StringLiterals;
using Alphabet = SmsParts::Alphabet;

namespace {

// What a patient's text could hold to break out of where it stands.
const QString nasty = u"Привіт \"Anna\" & <Co>; 100% {id} {secret}\\u0041 a=b+c#d\r\nX-Injected: 1\t'§€ 👩"_s;

SmsValues values(const QString &text = nasty)
{
    return {u"+380931234585"_s, text, "0198c0de-0000-7000-8000-00000000000a",
            "https://clinic.example/v1/delivery-reports/abc?id=1&x=2", "s3cr\"et&"};
}

} // namespace

/// How texts are counted and how they get into what a gateway is told.
class TestSmsTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreCounted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("gsm7");
        QTest::addColumn<int>("parts");
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("room");
        const auto row = [](const char *name, const QString &text, bool gsm7, int parts, int used, int room) {
            QTest::newRow(name) << text << gsm7 << parts << used << room;
        };
        const auto a = [](int n) { return QString(n, u'a'); };
        const auto cyrillic = [](int n) { return QString(n, u'ї'); };
        row("nothing", {}, true, 0, 0, 0);
        row("one", u"a"_s, true, 1, 1, 160);
        row("160", a(160), true, 1, 160, 160);
        row("161", a(161), true, 2, 161, 306);
        row("306", a(306), true, 2, 306, 306);
        row("307", a(307), true, 3, 307, 459);
        row("all of the alphabet", u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà"_s,
            true, 1, 65, 160);
        row("the extension counts twice", u"^{}\\[~]|€\f"_s, true, 1, 20, 160);
        row("80 euros", QString(80, u'€'), true, 1, 160, 160);
        row("81 euros", QString(81, u'€'), true, 2, 162, 306);
        // 152 and a half of the next: the escape goes with its character.
        row("no escape at the end of a part", a(152) + u'€' + a(152), true, 3, 306, 459);
        row("an escape that fits", a(151) + u'€' + a(153), true, 2, 306, 306);
        row("c with cedilla is not its capital", u"ç"_s, false, 1, 1, 70);
        row("typographic apostrophe", u"it’s"_s, false, 1, 4, 70);
        row("70", cyrillic(70), false, 1, 70, 70);
        row("71", cyrillic(71), false, 2, 71, 134);
        row("134", cyrillic(134), false, 2, 134, 134);
        row("135", cyrillic(135), false, 3, 135, 201);
        row("beyond the first plane", u"👩"_s, false, 1, 2, 70);
        row("no pair at the end of a part", cyrillic(66) + u"👩"_s + cyrillic(66), false, 3, 134, 201);
        row("a lone half", QString(QChar(0xd83d)), false, 1, 1, 70);
    }

    void partsAreCounted()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, gsm7);
        const SmsParts sms = SmsParts::of(text);
        QCOMPARE(sms.alphabet == Alphabet::Gsm7, gsm7);
        QTEST(sms.parts, "parts");
        QTEST(sms.used, "used");
        QTEST(sms.room, "room");
    }

    void inAUrlEverythingIsEncoded()
    {
        const QByteArray url = expandSmsTemplate(
            u"http://gw.example/send?to={to}&text={text}&id={id}&dlr={dlr_url}%26s%3D%25d&c={coding}"_s,
            SmsPlace::Url, values());
        for (const char c : url)
            QVERIFY2(quint8(c) > 0x20 && quint8(c) < 0x7f, url.constData());
        const QUrl parsed = QUrl::fromEncoded(url, QUrl::StrictMode);
        QVERIFY(parsed.isValid());
        const QUrlQuery query(parsed);
        QCOMPARE(query.queryItems().size(), 5);
        const auto item = [&](const char *name) {
            return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        QCOMPARE(item("to"), u"+380931234585"_s);
        QCOMPARE(item("text"), nasty);
        QCOMPARE(item("dlr"), u"https://clinic.example/v1/delivery-reports/abc?id=1&x=2&s=%d"_s);
        QCOMPARE(item("c"), u"2"_s);
    }

    void inJsonItIsAString()
    {
        const QByteArray body =
            expandSmsTemplate(u"{\"m\":[{\"to\":\"{to}\",\"text\":\"{text}\",\"{x}\":{coding}}],"
                              "\"s\":\"{secret}\"}"_s,
                              SmsPlace::Json, values());
        QJsonParseError error{};
        const QJsonObject object = QJsonDocument::fromJson(body, &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, body.constData());
        const QJsonObject message = object.value(u"m"_s)[0].toObject();
        QCOMPARE(message.value(u"text"_s).toString(), nasty);
        QCOMPARE(message.value(u"{x}"_s).toInt(), 2);
        QCOMPARE(object.value(u"s"_s).toString(), u"s3cr\"et&"_s);
        const QByteArray odd =
            expandSmsTemplate(u"[\"{text}\"]"_s, SmsPlace::Json, values(u"\x01\x1f\b\f\\\"/"_s));
        QCOMPARE(QJsonDocument::fromJson(odd)[0].toString(), u"\x01\x1f\b\f\\\"/"_s);
    }

    void inAFormItIsOneField()
    {
        const QByteArray body =
            expandSmsTemplate(u"to={to}&text={text}&type={type}"_s, SmsPlace::Form, values());
        const QUrlQuery query(QString::fromLatin1(body));
        QCOMPARE(query.queryItems().size(), 3);
        QCOMPARE(query.queryItemValue(u"text"_s, QUrl::FullyDecoded), nasty);
        QCOMPARE(query.queryItemValue(u"type"_s), u"unicode"_s);
    }

    void inXmlItIsText()
    {
        const QByteArray body = expandSmsTemplate(u"<sms to='{to}' t=\"{text}\">{text}</sms>"_s,
                                                  SmsPlace::Xml, values(nasty + QChar(1)));
        QXmlStreamReader xml(body);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.attributes().value(u"to"_s).toString(), u"+380931234585"_s);
        QCOMPARE(xml.attributes().value(u"t"_s).toString(), nasty);
        QCOMPARE(xml.readElementText(), nasty);
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void aHeaderStaysOneLine()
    {
        const QByteArrayList headers =
            expandSmsHeaders(u"X-To: {to}\n\n  Authorization: Bearer {secret}\nX-Text: {text}"_s, values());
        QCOMPARE(headers.size(), 3);
        QCOMPARE(headers[1], "Authorization: Bearer s3cr\"et&"_ba);
        for (const QByteArray &header : headers)
            QVERIFY(!header.contains('\r') && !header.contains('\n'));
        QVERIFY(headers[2].contains("X-Injected")); // in the value, where it does nothing
    }

    void valuesAreNoTemplates()
    {
        QCOMPARE(expandSmsTemplate(u"{text}|{text}"_s, SmsPlace::Plain, values(u"{to}{id"_s)),
                 "{to}{id|{to}{id"_ba);
        QCOMPARE(expandSmsTemplate(u"{ to }{}{{to}}{unknown}{"_s, SmsPlace::Plain, values()),
                 "{ to }{}{+380931234585}{unknown}{"_ba);
        QCOMPARE(expandSmsTemplate(u"{to_digits} {coding} {type}"_s, SmsPlace::Plain, values(u"plain"_s)),
                 "380931234585 0 text"_ba);
    }

    void theBodysTypeDecides_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("place");
        QTest::addColumn<bool>("added");
        const auto row = [](const char *name, const QByteArrayList &headers, const QString &body,
                            SmsPlace place,
                            bool added) { QTest::newRow(name) << headers << body << int(place) << added; };
        row("json", {"content-type:application/json; charset=utf-8"}, {}, SmsPlace::Json, false);
        row("a kind of json", {"Content-Type: application/vnd.api+json"}, {}, SmsPlace::Json, false);
        row("form", {"X: y", "Content-Type: application/x-www-form-urlencoded"}, u"{\"a\"}"_s, SmsPlace::Form,
            false);
        row("xml", {"Content-Type: text/xml"}, {}, SmsPlace::Xml, false);
        row("text", {"Content-Type: text/plain"}, u"{text}"_s, SmsPlace::Plain, false);
        row("looks like json", {}, u" {\n \"to\": 1}"_s, SmsPlace::Json, true);
        row("looks like xml", {}, u"<a/>"_s, SmsPlace::Xml, true);
        row("looks like a form", {}, u"to={to}"_s, SmsPlace::Form, true);
        row("begins with a placeholder", {}, u"{to}=1"_s, SmsPlace::Form, true);
    }

    void theBodysTypeDecides()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(const QString, body);
        QFETCH(const bool, added);
        const qsizetype before = headers.size();
        QTEST(int(smsBodyPlace(headers, body)), "place");
        QCOMPARE(headers.size() - before, added ? 1 : 0);
    }

    void blanksAreFilledForWhereTheyStand()
    {
        SmsPreset preset;
        preset.url = u"https://gateway.example/<ACCOUNT>?user=<USER>"_s;
        preset.headers = u"X-Key: <KEY>\nContent-Type: application/json"_s;
        preset.body = u"{\"from\":\"<SENDER>\",\"text\":\"{text}\"}"_s;
        QCOMPARE(preset.blanks(), QStringList({u"ACCOUNT"_s, u"USER"_s, u"KEY"_s, u"SENDER"_s}));
        const SmsPreset filled =
            preset.filled({{u"USER"_s, u"a&b"_s}, {u"KEY"_s, u"k"_s}, {u"SENDER"_s, u"The \"Clinic\""_s}});
        QCOMPARE(filled.url, u"https://gateway.example/<ACCOUNT>?user=a%26b"_s);
        QCOMPARE(filled.headers, u"X-Key: k\nContent-Type: application/json"_s);
        QCOMPARE(filled.body, u"{\"from\":\"The \\\"Clinic\\\"\",\"text\":\"{text}\"}"_s);
        QCOMPARE(blanksIn(filled.url, preset.blanks()), QStringList({u"ACCOUNT"_s}));
        QVERIFY(blanksIn(filled.body, preset.blanks()).isEmpty());
        QCOMPARE(preset.secretFrom(u"user:pass"_s), u"user:pass"_s);
        preset.secretIsBase64 = true;
        QCOMPARE(preset.secretFrom(u"user:pass"_s), u"dXNlcjpwYXNz"_s);
    }

    void presetsMakeValidRequests_data()
    {
        QTest::addColumn<int>("index");
        const QVector<SmsPreset> presets = smsPresets();
        QVERIFY(presets.size() >= 5);
        for (int i = 0; i < presets.size(); ++i)
            QTest::newRow(presets[i].id.toUtf8().constData()) << i;
    }

    void presetsMakeValidRequests()
    {
        QFETCH(const int, index);
        SmsPreset preset = smsPresets().value(index);
        QVERIFY(!preset.name.isEmpty() && !preset.secret.isEmpty());
        const QString all = preset.url + preset.headers + preset.body;
        QVERIFY(all.contains(u"{to}"_s) || all.contains(u"{to_digits}"_s));
        for (const char *needed : {"{text}", "{secret}"})
            QVERIFY2(all.contains(QLatin1String(needed)), needed);
        static const QRegularExpression blank(u"<[A-Z]+>"_s);
        for (QString *part : {&preset.url, &preset.headers, &preset.body})
            part->replace(blank, u"filled"_s);
        const QVector<std::pair<const char *, QString>> settings{
            {"ANTEROOM_SMS_URL", preset.url},
            {"ANTEROOM_SMS_METHOD", preset.method},
            {"ANTEROOM_SMS_HEADERS", preset.headers},
            {"ANTEROOM_SMS_BODY", preset.body},
            {"ANTEROOM_SMS_SUCCESS_PATTERN", preset.successPattern}};
        for (const auto &[name, value] : settings)
            QVERIFY2(checkSetting(name, value), name);

        const QUrl url =
            QUrl::fromEncoded(expandSmsTemplate(preset.url, SmsPlace::Url, values()), QUrl::StrictMode);
        QVERIFY(url.isValid());
        QByteArrayList headers = expandSmsHeaders(preset.headers, values());
        const qsizetype given = headers.size();
        QString sent = QUrlQuery(url).toString(QUrl::FullyDecoded);
        if (preset.method == u"POST") {
            const SmsPlace place = smsBodyPlace(headers, preset.body);
            QCOMPARE(headers.size(), given); // it says what its body is
            const QByteArray body = expandSmsTemplate(preset.body, place, values());
            QJsonParseError error{};
            if (place == SmsPlace::Json)
                sent = QString::fromUtf8(QJsonDocument::fromJson(body, &error).toJson());
            else
                sent = QUrlQuery(QString::fromLatin1(body)).toString(QUrl::FullyDecoded);
            QVERIFY(place == SmsPlace::Json || place == SmsPlace::Form);
            QVERIFY2(error.error == QJsonParseError::NoError, body.constData());
        }
        QVERIFY2(sent.contains(u"Привіт"_s) && sent.contains(u"380931234585"_s), qPrintable(sent));
    }
};

QTEST_GUILESS_MAIN(TestSmsTexts)
#include "tst_smstexts.moc"
