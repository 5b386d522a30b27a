// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/emailaddress.h"
#include "app/base/httpsurl.h"
#include "app/base/isodate.h"
#include "app/base/language.h"
#include "app/base/names.h"
#include "app/base/phonenumber.h"
#include "app/base/random.h"
#include "app/base/textrules.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phoneNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("British") << u"+447777123456"_s << true;
        QTest::newRow("called impossible by the tables") << u"+47123456789"_s << true;
        QTest::newRow("shortest") << u"+1234567"_s << true;
        QTest::newRow("longest") << u"+123456789012345"_s << true;
        QTest::newRow("too short") << u"+123456"_s << false;
        QTest::newRow("too long") << u"+1234567890123456"_s << false;
        QTest::newRow("no plus") << u"447777123456"_s << false;
        QTest::newRow("begins with 0") << u"+0777123456"_s << false;
        QTest::newRow("space") << u"+44 7777123456"_s << false;
        QTest::newRow("letter") << u"+44777712345a"_s << false;
        QTest::newRow("Arabic digits") << u"+44\u0667\u0667\u0667\u0667123456"_s << false;
        QTest::newRow("line break after") << u"+447777123456\n"_s << false;
        QTest::newRow("empty") << u""_s << false;
    }

    void phoneNumbers()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto number = PhoneNumber::parse(text);
        QCOMPARE(number.has_value(), good);
        if (number)
            QCOMPARE(number->text(), text);
    }

    void phoneNumbersForPeople()
    {
        QCOMPARE(PhoneNumber::parse(u"+447777123456"_s)->pretty(), u"+44 7777 123456"_s);
        QVERIFY(!PhoneNumber::parse(u"+447777123456"_s)->looksImpossible());
        QVERIFY(PhoneNumber::parse(u"+47123456789"_s)->looksImpossible());
        QCOMPARE(PhoneNumber::parseLoosely(u"0044 7777-12 34.56"_s)->text(), u"+447777123456"_s);
        QCOMPARE(PhoneNumber::parseLoosely(u" +44 (7777) 123456 "_s)->text(), u"+447777123456"_s);
        QVERIFY(!PhoneNumber::parseLoosely(u"07777 123456"_s));
    }

    void emailAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"johnsmith@example.com"_s << true;
        QTest::newRow("plus and dots") << u"john.q.smith+x@mail.example.co.uk"_s << true;
        QTest::newRow("apostrophe") << u"o'hara@example.com"_s << true;
        QTest::newRow("no at") << u"example.com"_s << false;
        QTest::newRow("two ats") << u"a@b@example.com"_s << false;
        QTest::newRow("no domain") << u"john@"_s << false;
        QTest::newRow("no local part") << u"@example.com"_s << false;
        QTest::newRow("one label") << u"john@example"_s << false;
        QTest::newRow("dot at the end") << u"john@example.com."_s << false;
        QTest::newRow("two dots") << u"john..smith@example.com"_s << false;
        QTest::newRow("hyphen first") << u"john@-example.com"_s << false;
        QTest::newRow("space") << u"john smith@example.com"_s << false;
        QTest::newRow("a second header") << u"john@example.com\r\nBcc: x@example.com"_s << false;
        QTest::newRow("64 before") << QString(64, u'a') + u"@example.com"_s << true;
        QTest::newRow("65 before") << QString(65, u'a') + u"@example.com"_s << false;
    }

    void emailAddresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(EmailAddress::parse(text).has_value(), good);
    }

    void emailAddressesIgnoreCase()
    {
        QVERIFY(*EmailAddress::parse(u"John@Example.com"_s) == *EmailAddress::parse(u"john@example.COM"_s));
    }

    void urls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<bool>("goodWithPlainLoopback");
        QTest::newRow("https") << u"https://example.com/hook?a=b"_s << true << true;
        QTest::newRow("port") << u"https://example.com:8443/"_s << true << true;
        QTest::newRow("http") << u"http://example.com/"_s << false << false;
        QTest::newRow("http to 127.0.0.1") << u"http://127.0.0.1:9000/hook"_s << false << true;
        QTest::newRow("http to 127.1.2.3") << u"http://127.1.2.3/"_s << false << true;
        QTest::newRow("http to localhost") << u"http://localhost:9000/hook"_s << false << true;
        QTest::newRow("http to ::1") << u"http://[::1]:9000/hook"_s << false << true;
        QTest::newRow("http to a name that begins so")
            << u"http://localhost.example.com/"_s << false << false;
        QTest::newRow("http to another address") << u"http://192.168.1.1/"_s << false << false;
        QTest::newRow("credentials") << u"https://user:secret@example.com/"_s << false << false;
        QTest::newRow("user") << u"https://user@example.com/"_s << false << false;
        QTest::newRow("empty user") << u"https://@example.com/"_s << false << false;
        QTest::newRow("other scheme") << u"ftp://example.com/"_s << false << false;
        QTest::newRow("relative") << u"/hook"_s << false << false;
        QTest::newRow("no host") << u"https:///hook"_s << false << false;
        QTest::newRow("space") << u"https://example.com/a b"_s << false << false;
        QTest::newRow("line break") << u"https://example.com/\r\nX: y"_s << false << false;
        QTest::newRow("no address") << u"not a url"_s << false << false;
        QTest::newRow("too long") << u"https://example.com/"_s + QString(2048, u'a') << false << false;
    }

    void urls()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QFETCH(bool, goodWithPlainLoopback);
        QCOMPARE(HttpsUrl::parse(text).has_value(), good);
        QCOMPARE(HttpsUrl::parse(text, HttpsUrl::Plain::ToLoopback).has_value(), goodWithPlainLoopback);
    }

    void names_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("conflict");
        QTest::newRow("same") << u"Smith"_s << u"Smith"_s << false;
        QTest::newRow("case") << u"SMITH"_s << u"smith"_s << false;
        QTest::newRow("spaces around") << u" Smith "_s << u"Smith"_s << false;
        QTest::newRow("spaces within") << u"De  La\tCruz"_s << u"de la cruz"_s << false;
        QTest::newRow("composed and not") << u"Zo\u00eb"_s << u"Zoe\u0308"_s << false;
        QTest::newRow("sharp s") << u"Strau\u00df"_s << u"STRAUSS"_s << false;
        QTest::newRow("Ukrainian") << u"ЇЖАКЕВИЧ"_s << u"їжакевич"_s << false;
        QTest::newRow("accent") << u"Zoe"_s << u"Zoë"_s << true;
        QTest::newRow("other") << u"Smith"_s << u"Smyth"_s << true;
        QTest::newRow("one missing") << u"Smith"_s << QString() << false;
        QTest::newRow("one blank") << u"Smith"_s << u" "_s << false;
        QTest::newRow("both missing") << QString() << QString() << false;
    }

    void names()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, conflict);
        QCOMPARE(namesConflict(a, b), conflict);
        QCOMPARE(namesConflict(b, a), conflict);
    }

    void wordsOfNames()
    {
        QCOMPARE(nameWords({u"Anna-Maria O'Hara"_s, QString(), u"anna"_s}),
                 (QStringList{u"anna"_s, u"hara"_s, u"maria"_s, u"o"_s}));
        QVERIFY(nameWords({QString(), u" "_s}).isEmpty());
    }

    void languages()
    {
        QCOMPARE(languageByCode("uk"), Language::Ukrainian);
        QCOMPARE(languageByCode("IT-ch"), Language::Italian);
        QVERIFY(!languageByCode("de"));
        QVERIFY(!languageByCode("english"));
        QVERIFY(!languageByCode(""));
        for (const Language language : allLanguages)
            QCOMPARE(languageByCode(languageCode(language)), language);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::newRow("date") << u"1980-06-17"_s << QDate(1980, 6, 17);
        QTest::newRow("leap day") << u"2000-02-29"_s << QDate(2000, 2, 29);
        QTest::newRow("no leap day") << u"1900-02-29"_s << QDate();
        QTest::newRow("month 13") << u"1980-13-01"_s << QDate();
        QTest::newRow("short") << u"1980-6-17"_s << QDate();
        QTest::newRow("time after it") << u"1980-06-17T00:00"_s << QDate();
        QTest::newRow("slashes") << u"1980/06/17"_s << QDate();
        QTest::newRow("year 0") << u"0000-06-17"_s << QDate();
    }

    void dates()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        QCOMPARE(parseIsoDate(text).value_or(QDate()), date);
        if (date.isValid())
            QCOMPARE(isoDate(date), text.toLatin1());
    }

    void todayIsTheClinics()
    {
        const UtcTime lateEvening = *parseUtcTime(u"2026-01-15T23:30:00Z"_s);
        QVERIFY(!isFutureDate(QDate(2026, 1, 15), lateEvening, QString()));
        QVERIFY(isFutureDate(QDate(2026, 1, 16), lateEvening, QString()));
        QVERIFY(!isFutureDate(QDate(2026, 1, 16), lateEvening, u"Europe/Kyiv"_s));
        QVERIFY(isFutureDate(QDate(2026, 1, 17), lateEvening, u"Europe/Kyiv"_s));
    }

    void drawnTexts()
    {
        const QByteArray drawn = randomText(3000, "abc");
        QCOMPARE(drawn.size(), 3000);
        // Each is expected a thousand times, give or take 26: 200 off is not met by chance.
        for (const char c : QByteArrayView("abc"))
            QVERIFY2(std::abs(drawn.count(c) - 1000) < 200, qPrintable(QString::number(drawn.count(c))));
        QCOMPARE(drawn.count('a') + drawn.count('b') + drawn.count('c'), 3000);
        QVERIFY(randomText(12, "abcdefgh") != randomText(12, "abcdefgh"));
        QVERIFY(randomText(0, "abc").isEmpty());
    }

    void texts()
    {
        QVERIFY(checkText(QString(), 5, "prompt"));
        QVERIFY(checkText(u"abcde"_s, 5, "prompt"));
        QVERIFY(checkText(u"\U0001F600\U0001F600"_s, 2, "prompt"));
        QVERIFY(checkText(u"a\nb"_s, 5, "prompt", TextKind::Lines));
        const auto reason = [](const Result<void> &result) { return QByteArray(result.error().reason); };
        QCOMPARE(reason(checkText(u""_s, 5, "prompt")), "text.blank");
        QCOMPARE(reason(checkText(u" \t "_s, 5, "prompt", TextKind::Lines)), "text.blank");
        QCOMPARE(reason(checkText(u"abcdef"_s, 5, "prompt")), "text.too_long");
        QCOMPARE(reason(checkText(u"a\nb"_s, 5, "prompt")), "text.malformed");
        QCOMPARE(reason(checkText(u"a"_s + QChar(0) + u"b"_s, 5, "prompt", TextKind::Lines)),
                 "text.malformed");
        QCOMPARE(checkText(u""_s, 5, "prompt").error().field, "prompt");
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
