// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/mailmessage.h"

#include "tests/app/delivery/mailbench.h"
#include "tests/support/parts.h"

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// What an e-mail looks like to another mail library (RULES.md, E-mail).
class TestMailMessage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isReadAsItWasWritten_data();
    void isReadAsItWasWritten();
    void nobodyAddsAHeader();
    void saysWhatItIs();
    void addressesAreParsed_data();
    void addressesAreParsed();
    void linksCanBePressed_data();
    void linksCanBePressed();
    void fetchesNothing();

private:
    static MailMessage example();
};

void TestMailMessage::initTestCase()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        LEAVE_OUT_UNLESS_CI("no python3 to read mails with");
}

MailMessage TestMailMessage::example()
{
    MailMessage mail;
    mail.id = "0198c0de-0000-7000-8000-00000000000a";
    mail.date = utcFromUs(1'768'478'400'000'000);
    mail.from = {u"Riverside Practice"_s, u"noreply@example.org"_s};
    mail.to = u"jane@example.org"_s;
    mail.subject = u"A photo, please"_s;
    mail.text = u"Hello,\n\nplease open\nhttps://example.org/r/abc\n"_s;
    return mail;
}

void TestMailMessage::isReadAsItWasWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Riverside"_s << u"A photo"_s << u"Hello,\n\nall is well.\n"_s;
    QTest::newRow("a name in quotes") << u"Dr \"Ray\" \\ Williams, MD"_s << u"a \"b\" <c>"_s << u"x\n"_s;
    QTest::newRow("Ukrainian") << u"Клініка «Над річкою»"_s
                               << u"Олена Петренко просить вас надіслати одне або кілька фото цього тижня"_s
                               << u"Добрий день!\n\nОлена просить вас надіслати фото.\n"_s;
    QTest::newRow("beyond the first plane")
        << u"🏥"_s << u"🩺🩻💊🩹🩸🧬🔬🩼🦷🫀🫁🧠"_s << u"🩺\n🩻\n"_s;
    QTest::newRow("what looks encoded") << u"=?utf-8?Q?x?="_s << u"=?utf-8?B?eA==?="_s << u"=41=\n=20\n"_s;
    QTest::newRow("dots and Froms") << u"R"_s << u"."_s
                                    << u".\n..\n.\n\nFrom me\nFrom \n>From you\n. a dot\n"_s;
    QTest::newRow("spaces at the end") << u"R"_s << u"s"_s << u"one \ntwo\t\n  \n three\n"_s;
    QTest::newRow("one long word") << QString(150, u'n') << QString(900, u's')
                                   << QString(5000, u'x') + u'\n' + QString(3000, u'\u00e9') + u'\n';
    QTest::newRow("dots where lines break")
        << u"R"_s << u"s"_s << QString(75, u'x').append(QString(300, u'.')) + u'\n';
    QTest::newRow("nothing") << QString() << QString() << u"\n"_s;
}

void TestMailMessage::isReadAsItWasWritten()
{
    QFETCH(QString, name);
    QFETCH(QString, subject);
    QFETCH(QString, text);
    MailMessage mail = example();
    mail.from.name = name;
    mail.subject = subject;
    mail.text = text;
    mail.calendar = "BEGIN:VCALENDAR\r\nSUMMARY:\xD0\x9F\xD1\x80\r\nEND:VCALENDAR\r\n";

    const QByteArray bytes = mail.toBytes();
    QVERIFY(!bytes.contains("\r\n."));
    QVERIFY(!QByteArray(bytes).replace("\r\n", "").contains('\n'));
    const QJsonObject read = parseMail(bytes);
    QCOMPARE(read.value(u"defects"_s).toArray(), QJsonArray());
    QVERIFY2(read.value(u"longestLine"_s).toInt() <= 78, bytes.constData());
    QVERIFY(read.value(u"ascii"_s).toBool());
    QCOMPARE(read.value(u"fromName"_s).toString(), name);
    QCOMPARE(read.value(u"fromAddress"_s).toString(), u"noreply@example.org"_s);
    QCOMPARE(read.value(u"headers"_s)[u"Subject"_s].toString(), subject);
    QCOMPARE(partOf(read, "text/plain").replace("\r\n"_L1, "\n"_L1), text);
    QCOMPARE(partOf(read, "text/html").replace("\r\n"_L1, "\n"_L1), mail.html());
    QCOMPARE(partOf(read, "text/calendar").toUtf8(), mail.calendar);
}

void TestMailMessage::nobodyAddsAHeader()
{
    MailMessage mail = example();
    mail.from.name = u"Riverside\r\nBcc: all@example.org"_s;
    mail.subject = u"Hello\r\nBcc: all@example.org\n\nand a body\u2028of its own\u0000"_s;
    const QJsonObject read = parseMail(mail.toBytes());
    QVERIFY(!read.value(u"headers"_s).toObject().contains(u"Bcc"_s));
    QCOMPARE(read.value(u"fromName"_s).toString(), u"Riverside Bcc: all@example.org"_s);
    QCOMPARE(read.value(u"headers"_s)[u"Subject"_s].toString(),
             u"Hello Bcc: all@example.org and a body of its own"_s);
}

void TestMailMessage::saysWhatItIs()
{
    MailMessage mail = example();
    QJsonObject read = parseMail(mail.toBytes());
    const QJsonObject headers = read.value(u"headers"_s).toObject();
    QCOMPARE(read.value(u"type"_s).toString(), u"multipart/alternative"_s);
    QCOMPARE(read.value(u"parts"_s).toArray().size(), 2);
    QCOMPARE(read.value(u"date"_s).toString(), u"2026-01-15T12:00:00+00:00"_s);
    QCOMPARE(headers[u"Message-ID"_s].toString(), u"<0198c0de-0000-7000-8000-00000000000a@example.org>"_s);
    QCOMPARE(headers[u"To"_s].toString(), u"jane@example.org"_s);
    QCOMPARE(headers[u"Auto-Submitted"_s].toString(), u"auto-generated"_s);
    for (const QByteArray method : {"REQUEST", "CANCEL", ""}) {
        mail.calendar = "BEGIN:VCALENDAR\r\n" + (method.isEmpty() ? method : "METHOD:" + method + "\r\n") +
                        "END:VCALENDAR\r\n";
        read = parseMail(mail.toBytes());
        const QJsonObject last = read.value(u"parts"_s).toArray().last().toObject();
        QCOMPARE(last[u"type"_s].toString(), u"text/calendar"_s);
        QCOMPARE(last[u"method"_s].toString().toUtf8(), method);
    }
}

void TestMailMessage::addressesAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address"); // null: none
    QTest::newRow("bare") << u"a@b.org"_s << QString() << u"a@b.org"_s;
    QTest::newRow("named") << u"Riverside Practice <a@b.org>"_s << u"Riverside Practice"_s << u"a@b.org"_s;
    QTest::newRow("quoted") << u"\"Williams, \\\"Ray\\\"\" <a@b.org>"_s << u"Williams, \"Ray\""_s
                            << u"a@b.org"_s;
    QTest::newRow("Ukrainian name") << u"Клініка <a@b.org>"_s << u"Клініка"_s << u"a@b.org"_s;
    QTest::newRow("Ukrainian address") << u"олена@b.org"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("two") << u"a@b.org, c@d.org"_s << QString() << QString();
    QTest::newRow("a command") << u"a@b.org>\r\nRCPT TO:<c@d.org"_s << QString() << QString();
}

void TestMailMessage::addressesAreParsed()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, address);
    const auto parsed = MailAddress::parse(text);
    QCOMPARE(parsed.has_value(), !address.isNull());
    if (parsed) {
        QCOMPARE(parsed->name, name);
        QCOMPARE(parsed->address, address);
    }
}

void TestMailMessage::linksCanBePressed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    QTest::newRow("alone") << u"https://a.org/r/x1"_s
                           << u"<p><a href=\"https://a.org/r/x1\">https://a.org/r/x1</a></p>"_s;
    QTest::newRow("in a sentence") << u"(see https://a.org/x.)"_s
                                   << u"<p>(see <a href=\"https://a.org/x\">https://a.org/x</a>.)</p>"_s;
    QTest::newRow("with a query") << u"http://a.org/?a=1&b=<i>"_s
                                  << u"<p><a href=\"http://a.org/?a=1&amp;b=\">http://a.org/?a=1&amp;b=</a>"
                                     "&lt;i&gt;</p>"_s;
    QTest::newRow("no web address") << u"javascript:alert(1) & \"x\""_s
                                    << u"<p>javascript:alert(1) &amp; &quot;x&quot;</p>"_s;
    QTest::newRow("paragraphs") << u"a\nb\n\n \n\nc"_s << u"<p>a<br>\nb</p>\n<p>c</p>"_s;
}

void TestMailMessage::linksCanBePressed()
{
    QFETCH(QString, text);
    QFETCH(QString, html);
    MailMessage mail = example();
    mail.text = text;
    QVERIFY2(mail.html().contains(u">\n"_s + html + u"\n</body>"_s), qPrintable(mail.html()));
}

void TestMailMessage::fetchesNothing()
{
    MailMessage mail = example();
    mail.subject = u"</title><script src=https://a.org/x.js></script>"_s;
    mail.text = u"<img src=\"https://a.org/x.png\"> <style>@import 'https://a.org/x.css'</style>"_s;
    const QString html = mail.html();
    for (const char *tag : {"<img", "<script", "<style", "<link", "<iframe", "url("})
        QVERIFY2(!html.contains(QLatin1String(tag)), tag);
}

QTEST_GUILESS_MAIN(TestMailMessage)
#include "tst_mailmessage.moc"
