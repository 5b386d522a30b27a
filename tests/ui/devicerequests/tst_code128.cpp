// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/parts.h"
#include "ui/devicerequests/barcode.h"
#include "ui/devicerequests/code128.h"

#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

int modulesOf(const QByteArray &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0,
                           [](int sum, char width) { return sum + (width - '0'); });
}

} // namespace

class TestCode128 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Worked out by hand from the standard's table: start B, H, I, the check symbol
    // (104 + 1 * 40 + 2 * 41) mod 103 = 20, stop.
    void aKnownText()
    {
        QCOMPARE(code128(u"HI"_s).value(), QByteArray("211214"
                                                      "231113"
                                                      "231311"
                                                      "221231"
                                                      "2331112"));
    }

    // Start C, 12, 34, the check symbol (105 + 1 * 12 + 2 * 34) mod 103 = 82, stop.
    void pairsOfDigits()
    {
        QCOMPARE(code128(u"1234"_s).value(), QByteArray("211232"
                                                        "112232"
                                                        "131123"
                                                        "121241"
                                                        "2331112"));
    }

    void symbolsAreWhole_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("symbols"); // with start, changes and check; without stop
        QTest::newRow("one") << u"A"_s << 3;
        QTest::newRow("two digits") << u"42"_s << 3;
        QTest::newRow("three digits") << u"421"_s << 5;
        QTest::newRow("digits at the end") << u"A1234"_s << 6;
        QTest::newRow("digits in the middle") << u"A123456B"_s << 9;
        QTest::newRow("odd digits at the end") << u"A12345"_s << 7;
        QTest::newRow("a requisition") << u"0059-A2MT-7B4X-81HK"_s << 20;
    }

    void symbolsAreWhole()
    {
        QFETCH(const QString, text);
        QFETCH(const int, symbols);
        const QByteArray widths = code128(text).value();
        QCOMPARE(widths.size(), symbols * 6 + 7);
        QCOMPARE(modulesOf(widths), symbols * 11 + 13);
        for (int i = 0; i < symbols; ++i) { // of each symbol's modules an even number is dark
            const int dark = widths.at(6 * i) + widths.at(6 * i + 2) + widths.at(6 * i + 4) - 3 * '0';
            QCOMPARE(dark % 2, 0);
        }
    }

    void whatItCannotHold()
    {
        QVERIFY(!code128({}));
        QVERIFY(!code128(u"0059-ЙЦУ"_s));
        QVERIFY(!code128(u"a\nb"_s));
        QVERIFY(!code128(QString(81, u'A')));
        Barcode shown;
        shown.setText(u"0059-ЙЦУ"_s);
        QVERIFY(!shown.hasBars());
        QVERIFY(shown.accessibleName().contains(u"0059-ЙЦУ"_s));
    }

    // The picture itself, module by module, with both quiet zones.
    void thePicture()
    {
        const QString text = u"0059-A2MT-7B4X-81HK"_s;
        const QByteArray widths = code128(text).value();
        Barcode shown;
        shown.setText(text);
        const int modules = modulesOf(widths) + 2 * code128Quiet;
        QVERIFY(shown.sizeHint().width() >= modules);
        shown.resize(modules * 2, shown.sizeHint().height());
        const QImage image = shown.grab().toImage();
        QVector<int> runs{0}; // light, dark, light, … in modules of two pixels
        bool dark = false;
        for (int x = 0; x < image.width(); ++x) {
            if ((qGray(image.pixel(x, image.height() / 3)) < 128) != dark) {
                dark = !dark;
                runs.append(0);
            }
            ++runs.last();
        }
        QVERIFY(!dark);
        QVERIFY(runs.takeFirst() >= 2 * code128Quiet);
        QVERIFY(runs.takeLast() >= 2 * code128Quiet);
        QByteArray read;
        for (const int run : std::as_const(runs))
            read += char('0' + run / 2);
        QCOMPARE(read, widths);
    }

    // Another program reads what we draw.
    void aScannerReadsIt()
    {
        const QString scanner = QStandardPaths::findExecutable(u"zbarimg"_s);
        if (scanner.isEmpty())
            LEAVE_OUT_UNLESS_CI("zbarimg is not installed");
        QTemporaryDir folder;
        for (const QString &text :
             {u"0059-A2MT-7B4X-81HK"_s, u"1234567890"_s, u"A123456B"_s, u"~ !x12345"_s}) {
            Barcode shown;
            shown.setText(text);
            shown.resize(shown.sizeHint());
            const QString file = folder.filePath(u"code.png"_s);
            QVERIFY(shown.grab().save(file));
            QProcess process;
            process.start(scanner, {u"--quiet"_s, u"--raw"_s, u"-Sdisable"_s, u"-Scode128.enable"_s, file});
            QVERIFY(process.waitForFinished(20'000));
            QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()).chopped(1), text);
        }
    }
};

QTEST_MAIN(TestCode128)
#include "tst_code128.moc"
