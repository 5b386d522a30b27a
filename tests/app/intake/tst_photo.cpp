// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photo.h"
#include "app/intake/refusals.h"
#include "tests/app/intake/corpus.h"
#include "tests/app/intake/heiccorpus.h"

#include <exiv2/exiv2.hpp>

#include <QColorSpace>
#include <QTest>
#include <QTransform>

#include <set>

using namespace anteroom::intake;

namespace {

View viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

QByteArray bytesOf(const Bytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
}

QByteArray whyNot(const QByteArray &photo)
{
    const auto examined = examine(viewOf(photo));
    return examined ? QByteArray("taken") : QByteArray(examined.error());
}

QImage pixels(const QByteArray &photo)
{
    return corpus::decoded(photo);
}

QImage turned(const QImage &image, int orientation)
{
    const QTransform transforms[] = {QTransform(),
                                     QTransform(-1, 0, 0, 1, 0, 0),
                                     QTransform(-1, 0, 0, -1, 0, 0),
                                     QTransform(1, 0, 0, -1, 0, 0),
                                     QTransform(0, 1, 1, 0, 0, 0),
                                     QTransform(0, 1, -1, 0, 0, 0),
                                     QTransform(0, -1, -1, 0, 0, 0),
                                     QTransform(0, -1, 1, 0, 0, 0)};
    return image.transformed(transforms[orientation - 1]);
}

/// The mean distance of two pictures' channels.
double distance(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 255;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            sum += qAbs(qRed(p) - qRed(q)) + qAbs(qGreen(p) - qGreen(q)) + qAbs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * a.width() * a.height());
}

} // namespace

class TestPhoto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsPixelsAndNothingElse_data();
    void keepsPixelsAndNothingElse();
    void readsTheTime();
    void ignoresSenselessExif();
    void turnsThumbnails_data();
    void turnsThumbnails();
    void fillsAndFits_data();
    void fillsAndFits();
    void rendersTransparencyAsPng();
    void keepsTheProfile();
    void dropsEverythingElseInJpeg();
    void dropsEverythingElseInPng();
    void cutsWhatFollows_data();
    void cutsWhatFollows();
    void refusesTruncatedPhotos_data();
    void refusesTruncatedPhotos();
    void refusesByHeader();
    void refusesBombs();
    void refusesWhatIsNoPhoto_data();
    void refusesWhatIsNoPhoto();
    void turnsHeic_data();
    void turnsHeic();
    void takesTelephonesHeic();
    void takesDeepHeic();
    void keepsTheProfileOfHeic();
    void refusesOddHeic_data();
    void refusesOddHeic();
    void refusesDamage();
};

void TestPhoto::keepsPixelsAndNothingElse_data()
{
    QTest::addColumn<QByteArray>("photo");
    int number = 0;
    for (const QByteArray &photo : corpus::all())
        QTest::addRow("%d", number++) << photo;
}

void TestPhoto::keepsPixelsAndNothingElse()
{
    QFETCH(QByteArray, photo);
    const auto examined = examine(viewOf(photo));
    QVERIFY2(examined, examined ? "" : examined.error());
    const QByteArray kept = bytesOf(examined->photo.bytes);
    QVERIFY(!kept.contains("PLANTED"));
    QVERIFY(!bytesOf(examined->thumbnail).contains("PLANTED"));
    QVERIFY(!pixels(photo).isNull());
    QCOMPARE(pixels(kept), pixels(photo));
    QVERIFY(!pixels(bytesOf(examined->thumbnail)).isNull());

    Exiv2::ExifData exif;
    if (examined->photo.format == Format::Heic) { // which this exiv2 does not read
        const QByteArray block = corpus::heicExif(kept);
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte *>(block.constData()),
                                  uint32_t(block.size()));
    } else {
        const auto image =
            Exiv2::ImageFactory::open(examined->photo.bytes.data(), examined->photo.bytes.size());
        image->readMetadata();
        QVERIFY(image->xmpData().empty());
        QVERIFY(image->iptcData().empty());
        QVERIFY(image->comment().empty());
        exif = image->exifData();
    }
    const std::set<std::string> allowed{"Exif.Image.Orientation", "Exif.Image.ExifTag",
                                        "Exif.Photo.DateTimeOriginal", "Exif.Photo.SubSecTimeOriginal",
                                        "Exif.Photo.OffsetTimeOriginal"};
    for (const auto &datum : exif)
        QVERIFY2(allowed.contains(datum.key()), datum.key().c_str());
    // And it has said all it had to: once more changes nothing.
    const auto again = examine(viewOf(kept));
    QVERIFY(again);
    QCOMPARE(again->photo.bytes, examined->photo.bytes);
    QCOMPARE(again->photo.exif, examined->photo.exif);
}

void TestPhoto::readsTheTime()
{
    for (const QByteArray &plain :
         {corpus::jpeg(corpus::picture(32, 32)), corpus::png(corpus::picture(32, 32)),
          corpus::webp(corpus::picture(32, 32))}) {
        const auto examined =
            examine(viewOf(corpus::withMetadata(plain, {6, "2023:12:24 18:00:01", "07", "+05:30"})));
        QVERIFY(examined);
        QCOMPARE(examined->photo.exif, (ExifFacts{6, "2023:12:24 18:00:01", "07", "+05:30"}));
        const auto bare = examine(viewOf(plain));
        QVERIFY(bare);
        QVERIFY(bare->photo.exif.isDefault());
        // The block that is written reads back the same.
        const auto stored = strip(examined->photo.bytes, true);
        QVERIFY(stored);
        QCOMPARE(stored->exif, examined->photo.exif);
    }
}

void TestPhoto::ignoresSenselessExif()
{
    const QByteArray plain = corpus::jpeg(corpus::picture(32, 32));
    const auto examined =
        examine(viewOf(corpus::withMetadata(plain, {77, "PLANTED in a date", "x1", "PLANTE"})));
    QVERIFY(examined);
    QVERIFY(examined->photo.exif.isDefault());
    QVERIFY(!bytesOf(examined->photo.bytes).contains("PLANTE"));
    const auto zeros = examine(viewOf(corpus::withMetadata(plain, {3, "0000:00:00 00:00:00", "", ""})));
    QVERIFY(zeros);
    QCOMPARE(zeros->photo.exif, (ExifFacts{3, {}, {}, {}}));
    const QByteArray garbage = QByteArray("Exif\0\0", 6) + "MM\0*PLANTED and no directory at all";
    const auto broken = examine(viewOf(corpus::withJpegSegment(plain, '\xE1', garbage)));
    QVERIFY(broken);
    QVERIFY(!bytesOf(broken->photo.bytes).contains("PLANTED"));
}

void TestPhoto::turnsThumbnails_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("%d", orientation) << orientation;
}

void TestPhoto::turnsThumbnails()
{
    QFETCH(int, orientation);
    const QImage large = corpus::picture(800, 500);
    const QImage expected = turned(large, orientation);
    for (const QByteArray &plain : {corpus::jpeg(large), corpus::png(large), corpus::webp(large)}) {
        const auto examined = examine(viewOf(corpus::withMetadata(plain, {orientation, {}, {}, {}})));
        QVERIFY(examined);
        QCOMPARE(QSize(int(examined->shown.width), int(examined->shown.height)), expected.size());
        const QImage thumbnail = pixels(bytesOf(examined->thumbnail));
        QCOMPARE(thumbnail.size(), expected.size().scaled(320, 320, Qt::KeepAspectRatio));
        const QImage scaled =
            expected.scaled(thumbnail.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY2(distance(thumbnail, scaled) < 6, qPrintable(QString::number(distance(thumbnail, scaled))));
        // Unscaled, but turned.
        const auto whole = render(examined->photo.bytes, {5000, 5000});
        QVERIFY(whole);
        QVERIFY(distance(pixels(bytesOf(whole->bytes)), expected) < 6);
    }
}

void TestPhoto::fillsAndFits_data()
{
    QTest::addColumn<QSize>("shown");
    QTest::addColumn<QSize>("wanted");
    QTest::addColumn<QSize>("filled");
    QTest::newRow("wide") << QSize(4000, 3000) << QSize(200, 140) << QSize(200, 150);
    QTest::newRow("tall") << QSize(3000, 4000) << QSize(200, 140) << QSize(200, 267);
    QTest::newRow("very wide") << QSize(4000, 1000) << QSize(200, 140) << QSize(560, 140);
    QTest::newRow("odd") << QSize(1001, 333) << QSize(320, 106) << QSize(320, 107);
    QTest::newRow("never larger") << QSize(150, 400) << QSize(200, 140) << QSize(150, 400);
    QTest::newRow("same") << QSize(200, 140) << QSize(200, 140) << QSize(200, 140);
    QTest::newRow("one line") << QSize(1000, 1) << QSize(200, 140) << QSize(1000, 1);
}

void TestPhoto::fillsAndFits()
{
    QFETCH(QSize, shown);
    QFETCH(QSize, wanted);
    QFETCH(QSize, filled);
    const Size size{uint32_t(shown.width()), uint32_t(shown.height())};
    const Size got = fillSize(size, {uint32_t(wanted.width()), uint32_t(wanted.height())});
    QCOMPARE(QSize(int(got.width), int(got.height)), filled);
    const Size fitted = fitSize(size, 320);
    QVERIFY(fitted.width >= 1 && fitted.height >= 1 && fitted.width <= 320u && fitted.height <= 320u);
    const auto rendered =
        render(viewOf(corpus::png(corpus::picture(shown.width() / 4 + 1, shown.height() / 4 + 1))),
               {uint32_t(wanted.width()), uint32_t(wanted.height())});
    QVERIFY(rendered);
    QVERIFY(!pixels(bytesOf(rendered->bytes)).isNull());
}

void TestPhoto::rendersTransparencyAsPng()
{
    const QImage clear = corpus::picture(600, 400, true);
    for (const QByteArray &photo : {corpus::png(clear), corpus::webp(clear, true)}) {
        const auto rendered = render(viewOf(photo), {60, 40});
        QVERIFY(rendered);
        QVERIFY(rendered->format == Format::Png);
        const QImage image = pixels(bytesOf(rendered->bytes));
        QCOMPARE(image.size(), QSize(60, 40));
        QVERIFY(image.hasAlphaChannel());
        QVERIFY(qAlpha(image.pixel(1, 20)) < 10);
        QVERIFY(qAlpha(image.pixel(58, 20)) > 240);
    }
    // In a JPEG the transparent side is white.
    const auto examined = examine(viewOf(corpus::png(clear)));
    QVERIFY(examined);
    QVERIFY(qGray(pixels(bytesOf(examined->thumbnail)).pixel(1, 100)) > 240);
}

void TestPhoto::keepsTheProfile()
{
    QImage image = corpus::picture(400, 300);
    image.setColorSpace(QColorSpace::DisplayP3);
    for (const QByteArray &photo : {corpus::jpeg(image), corpus::png(image)}) {
        const auto examined = examine(viewOf(photo));
        QVERIFY(examined);
        QVERIFY(!examined->photo.icc.empty());
        QCOMPARE(pixels(bytesOf(examined->photo.bytes)).colorSpace(), pixels(photo).colorSpace());
        QCOMPARE(pixels(bytesOf(examined->thumbnail)).colorSpace(), pixels(photo).colorSpace());
    }
}

void TestPhoto::dropsEverythingElseInJpeg()
{
    const QByteArray plain = corpus::jpeg(corpus::picture(60, 40));
    QByteArray photo = plain;
    for (int marker = 0xE0; marker <= 0xEF; ++marker)
        photo = corpus::withJpegSegment(photo, char(marker), "PLANTED private data");
    photo = corpus::withJpegSegment(photo, '\xFE', "PLANTED");
    photo = corpus::withJpegSegment(photo, '\xE2', QByteArray("MPF\0", 4) + "PLANTED");
    photo = corpus::withJpegSegment(photo, '\xE0', QByteArray("JFXX\0\x10", 6) + "PLANTED");
    photo = corpus::withJpegSegment(photo, '\xE2', QByteArray("ICC_PROFILE\0\x07\x03", 14) + "PLANTED");
    photo =
        corpus::withJpegSegment(photo, '\xE1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + "PLANTED");
    photo = corpus::withJpegSegment(photo, '\xE0',
                                    QByteArray("JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02", 14) + "PLANTED");
    const auto examined = examine(viewOf(photo));
    QVERIFY2(examined, examined ? "" : examined.error());
    QVERIFY(!bytesOf(examined->photo.bytes).contains("PLANTED"));
    QCOMPARE(pixels(bytesOf(examined->photo.bytes)), pixels(plain));
    QVERIFY(examined->photo.bytes.size() <= size_t(plain.size()) + 20);
}

void TestPhoto::dropsEverythingElseInPng()
{
    const QByteArray plain = corpus::png(corpus::picture(60, 40));
    QByteArray photo = plain;
    photo = corpus::withPngChunk(photo, "tEXt", QByteArray("Comment\0PLANTED", 15));
    photo = corpus::withPngChunk(photo, "zTXt", QByteArray("Comment\0\0", 9) + corpus::deflated("PLANTED"));
    photo = corpus::withPngChunk(photo, "iTXt", QByteArray("XML:com.adobe.xmp\0\0\0\0\0PLANTED", 29), true);
    photo = corpus::withPngChunk(photo, "tIME", QByteArray("\x07\xE8\x01\x01\x01\x01\x01", 7));
    photo = corpus::withPngChunk(photo, "prVt", "PLANTED", true);
    photo = corpus::withPngChunk(photo, "acTL", QByteArray("\0\0\0\x02\0\0\0\0", 8));
    photo = corpus::withPngChunk(photo, "fdAT", "\0\0\0\1PLANTED", true);
    photo = corpus::withPngChunk(photo, "gAMA", "PLANTED");
    photo = corpus::withPngChunk(
        photo, "iCCP", QByteArray("PLANTED name\0\0", 14) + corpus::deflated("not a profile") + "PLANTED");
    const auto examined = examine(viewOf(photo));
    QVERIFY2(examined, examined ? "" : examined.error());
    const QByteArray kept = bytesOf(examined->photo.bytes);
    QVERIFY(!kept.contains("PLANTED"));
    for (const char *type : {"tEXt", "zTXt", "iTXt", "tIME", "prVt", "acTL", "fdAT", "gAMA"})
        QVERIFY2(!kept.contains(type), type);
    QCOMPARE(pixels(kept), pixels(plain));
    // Bytes behind the end of the picture's own stream.
    const qsizetype at = plain.indexOf("IDAT") - 4;
    const QByteArray head = plain.first(at);
    QByteArray stream;
    QByteArray lines;
    for (int y = 0; y < 40; ++y)
        lines += QByteArray(1, '\0') + QByteArray(180, char(y));
    stream = corpus::deflated(lines) + "PLANTED";
    const QByteArray hidden =
        head.first(33) + corpus::pngChunk("IDAT", stream) + corpus::pngChunk("IEND", {});
    const bool rgb = hidden.at(25) == 2;
    QVERIFY(rgb);
    const auto cut = examine(viewOf(hidden));
    QVERIFY2(cut, cut ? "" : cut.error());
    QVERIFY(!bytesOf(cut->photo.bytes).contains("PLANTED"));
    QCOMPARE(pixels(bytesOf(cut->photo.bytes)), pixels(hidden));
}

void TestPhoto::cutsWhatFollows_data()
{
    QTest::addColumn<QByteArray>("photo");
    const QImage image = corpus::picture(80, 50);
    QTest::newRow("jpeg") << corpus::jpeg(image);
    QTest::newRow("png") << corpus::png(image);
    QTest::newRow("webp") << corpus::webp(image);
    QTest::newRow("heic") << corpus::heic(image);
}

void TestPhoto::cutsWhatFollows()
{
    QFETCH(QByteArray, photo);
    const auto alone = examine(viewOf(photo));
    QVERIFY(alone);
    const QByteArray second = corpus::withMetadata(corpus::jpeg(corpus::picture(30, 30)));
    for (const QByteArray &tail : {second, QByteArray("PK\3\4PLANTED a zip archive"),
                                   QByteArray(100'000, '\0'), QByteArray("<script>PLANTED</script>")}) {
        const auto examined = examine(viewOf(photo + tail));
        QVERIFY2(examined, examined ? "" : examined.error());
        QCOMPARE(examined->photo.bytes, alone->photo.bytes);
    }
}

void TestPhoto::refusesTruncatedPhotos_data()
{
    cutsWhatFollows_data();
}

void TestPhoto::refusesTruncatedPhotos()
{
    QFETCH(QByteArray, photo);
    photo = photo.mid(4, 4) == "ftyp" ? corpus::heic(corpus::picture(80, 50), {.tags = corpus::Tags()})
                                      : corpus::withMetadata(photo);
    for (qsizetype length = 0; length < photo.size(); length += length < 64 ? 1 : 37) {
        const QByteArray why = whyNot(photo.first(length));
        if (length < 12)
            QVERIFY2(why == refusal::notAPhoto || why == refusal::truncated, why.constData());
        else
            QCOMPARE(why, QByteArray(refusal::truncated));
    }
    QCOMPARE(whyNot(photo.chopped(1)), QByteArray(refusal::truncated));
    QCOMPARE(whyNot(photo), QByteArray("taken"));
    // Cut in the picture and closed again.
    const QByteArray plain = corpus::jpeg(corpus::picture(400, 400));
    QCOMPARE(whyNot(plain.first(plain.size() / 2) + "\xFF\xD9"), QByteArray(refusal::truncated));
}

void TestPhoto::refusesByHeader()
{
    // The header alone is looked at: the rest of these is a small picture.
    QByteArray jpeg = corpus::jpeg(corpus::picture(16, 16));
    const qsizetype frame = jpeg.indexOf("\xFF\xC0");
    const auto sized = [&](const char *fourBytes) {
        return QByteArray(jpeg).replace(frame + 5, 4, fourBytes, 4);
    };
    QCOMPARE(whyNot(sized("\x27\x11\x27\x11")), QByteArray(refusal::tooManyPixels)); // 10,001 × 10,001
    QCOMPARE(whyNot(sized("\xFF\xFF\x00\x01")), QByteArray(refusal::tooManyPixels));
    QCOMPARE(whyNot(sized("\x00\x00\x00\x10")), QByteArray(refusal::damaged));
    QCOMPARE(whyNot(sized("\x00\x10\x00\x00")), QByteArray(refusal::damaged));
    QCOMPARE(whyNot(sized("\x27\x10\x27\x10")),
             QByteArray(refusal::truncated)); // 100 megapixels, and no data

    const auto png = [](const QByteArray &size) {
        return QByteArray("\x89PNG\r\n\x1a\n", 8) +
               corpus::pngChunk("IHDR", size + QByteArray("\x08\x02\0\0\0", 5)) +
               corpus::pngChunk("IDAT", corpus::deflated("x")) + corpus::pngChunk("IEND", {});
    };
    QCOMPARE(whyNot(png(QByteArray("\0\0\x27\x11\0\0\x27\x11", 8))), QByteArray(refusal::tooManyPixels));
    QCOMPARE(whyNot(png(QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8))),
             QByteArray(refusal::tooManyPixels));
    QCOMPARE(whyNot(png(QByteArray("\0\0\0\0\0\0\0\x01", 8))), QByteArray(refusal::damaged));
    QCOMPARE(whyNot(png(QByteArray("\0\0\0\x09\0\0\0\x09", 8))),
             QByteArray(refusal::damaged)); // too little data
    QCOMPARE(whyNot(QByteArray(25 * 1024 * 1024 + 1, '\xFF')), QByteArray(refusal::tooLarge));
}

void TestPhoto::refusesBombs()
{
    const QByteArray bomb = corpus::deflated(QByteArray(64 * 1024 * 1024, '\0'));
    const QByteArray small = corpus::png(corpus::picture(16, 16));
    const QByteArray idat = small.first(33) + corpus::pngChunk("IDAT", bomb) + corpus::pngChunk("IEND", {});
    QCOMPARE(whyNot(idat), QByteArray(refusal::damaged));
    // In a chunk that goes, or in a profile, it stays folded and is gone.
    const QByteArray text = corpus::withPngChunk(small, "zTXt", QByteArray("Comment\0\0", 9) + bomb);
    const QByteArray profile = corpus::withPngChunk(small, "iCCP", QByteArray("name\0\0", 6) + bomb);
    for (const QByteArray &photo : {text, profile}) {
        const auto examined = examine(viewOf(photo));
        QVERIFY(examined);
        QVERIFY(examined->photo.bytes.size() <= size_t(small.size()));
    }
}

void TestPhoto::refusesWhatIsNoPhoto_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("why");
    QTest::newRow("nothing") << QByteArray() << QByteArray(refusal::notAPhoto);
    QTest::newRow("text") << QByteArray("hello, this is my knee") << QByteArray(refusal::notAPhoto);
    QTest::newRow("pdf") << QByteArray("%PDF-1.7 and so on") << QByteArray(refusal::notAPhoto);
    QTest::newRow("gif") << QByteArray("GIF89a\x01\0\x01\0\0\0\0;", 14) << QByteArray(refusal::notAPhoto);
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>")
                         << QByteArray(refusal::notAPhoto);
    QTest::newRow("sound") << QByteArray("RIFF\x10\0\0\0WAVEfmt ", 16) << QByteArray(refusal::notAPhoto);
    QTest::newRow("heic") << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0\0\0mif1heic",
                                        24)
                          << QByteArray(refusal::truncated);
    QTest::newRow("mp4") << QByteArray("\0\0\0\x18"
                                       "ftypisom\0\0\0\0mp41isom",
                                       24)
                         << QByteArray(refusal::notAPhoto);
    QTest::newRow("tables only") << QByteArray("\xFF\xD8\xFF\xD9", 4) << QByteArray(refusal::damaged);
    QTest::newRow("empty webp") << QByteArray("RIFF\x04\0\0\0WEBP", 12) << QByteArray(refusal::damaged);
}

void TestPhoto::refusesWhatIsNoPhoto()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, why);
    QCOMPARE(whyNot(bytes), why);
}

void TestPhoto::refusesDamage()
{
    QByteArray png = corpus::png(corpus::picture(100, 100));
    const qsizetype middle = png.indexOf("IDAT") + 40;
    png[middle] = char(png[middle] ^ 1);
    QCOMPARE(whyNot(png), QByteArray(refusal::damaged));
    QByteArray jpeg = corpus::jpeg(corpus::picture(100, 100));
    QCOMPARE(whyNot(jpeg.first(200) + jpeg.mid(260)), QByteArray(refusal::damaged));
    QByteArray twelveBit = jpeg;
    twelveBit[jpeg.indexOf("\xFF\xC0") + 4] = 12;
    QCOMPARE(whyNot(twelveBit), QByteArray(refusal::unsupported));
    QByteArray lossless = jpeg;
    lossless[jpeg.indexOf("\xFF\xC0") + 1] = '\xC3';
    QCOMPARE(whyNot(lossless), QByteArray(refusal::unsupported));
}

void TestPhoto::turnsHeic_data()
{
    turnsThumbnails_data();
}

void TestPhoto::turnsHeic()
{
    QFETCH(int, orientation);
    const QImage large = corpus::picture(400, 250);
    const QImage expected = turned(large, orientation);
    // What the Exif block says of it is a copy, or wrong; the file's own word counts.
    const QByteArray photo = corpus::heic(
        large, {.tags = corpus::Tags{3, "2023:12:24 18:00:01", "07", "+05:30"}, .orientation = orientation});
    const auto examined = examine(viewOf(photo));
    QVERIFY2(examined, examined ? "" : examined.error());
    QVERIFY(examined->photo.format == Format::Heic);
    QCOMPARE(QSize(int(examined->shown.width), int(examined->shown.height)), expected.size());
    QCOMPARE(examined->photo.exif, (ExifFacts{1, "2023:12:24 18:00:01", "07", "+05:30"}));
    const QByteArray kept = bytesOf(examined->photo.bytes);
    QVERIFY(!kept.contains("PLANTED"));
    QCOMPARE(pixels(kept), pixels(photo));
    QVERIFY(distance(pixels(kept), expected) < 8);
    const QImage thumbnail = pixels(bytesOf(examined->thumbnail));
    QCOMPARE(thumbnail.size(), expected.size().scaled(320, 320, Qt::KeepAspectRatio));
    const QImage scaled = expected.scaled(thumbnail.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY2(distance(thumbnail, scaled) < 8, qPrintable(QString::number(distance(thumbnail, scaled))));
    const auto rendered = render(examined->photo.bytes, {100, 100});
    QVERIFY(rendered);
    QVERIFY(rendered->format == Format::Jpeg);
    QCOMPARE(pixels(bytesOf(rendered->bytes)).size(), orientation >= 5 ? QSize(100, 160) : QSize(160, 100));
}

void TestPhoto::takesTelephonesHeic()
{
    QImage image = corpus::picture(200, 120);
    image.setColorSpace(QColorSpace::DisplayP3);
    for (const int turns : {0, 1, 2, 3}) {
        const QByteArray photo =
            corpus::telephoneHeic(image, 64, corpus::Tags{6, "2023:12:24 18:00:01", "07", "+05:30"}, turns);
        QVERIFY(photo.contains("PLANTED-SEI"));
        const QImage before = pixels(photo);
        QCOMPARE(before.size(), turns % 2 == 0 ? QSize(200, 120) : QSize(120, 200));
        const auto examined = examine(viewOf(photo));
        QVERIFY2(examined, examined ? "" : examined.error());
        const QByteArray kept = bytesOf(examined->photo.bytes);
        QVERIFY(!kept.contains("PLANTED"));
        QVERIFY(!kept.contains("x265")); // the encoder's own message
        for (const char *gone : {"auxC", "thmb", "auxl", "mime", "udes", "uuid", "free", "moov", "idat"})
            QVERIFY2(!kept.contains(gone), gone);
        QCOMPARE(pixels(kept), before);
        QCOMPARE(examined->photo.exif, (ExifFacts{1, "2023:12:24 18:00:01", "07", "+05:30"}));
        QCOMPARE(bytesOf(examined->photo.icc), image.colorSpace().iccProfile());
        QVERIFY(kept.size() < photo.size());
    }
}

void TestPhoto::takesDeepHeic()
{
    const QByteArray photo = corpus::heic(corpus::picture(120, 90), {.depth = 10});
    const auto examined = examine(viewOf(photo));
    QVERIFY2(examined, examined ? "" : examined.error());
    QVERIFY(bytesOf(examined->photo.bytes).mid(8, 4) == "heix");
    const QImage shown = pixels(bytesOf(examined->thumbnail));
    QVERIFY2(distance(shown, pixels(photo)) < 8, qPrintable(QString::number(distance(shown, pixels(photo)))));
}

void TestPhoto::keepsTheProfileOfHeic()
{
    QImage image = corpus::picture(100, 80);
    image.setColorSpace(QColorSpace::DisplayP3);
    const auto examined = examine(viewOf(corpus::heic(image)));
    QVERIFY2(examined, examined ? "" : examined.error());
    QCOMPARE(bytesOf(examined->photo.icc), image.colorSpace().iccProfile());
    QVERIFY(bytesOf(examined->photo.bytes).contains(image.colorSpace().iccProfile()));
    QVERIFY(pixels(bytesOf(examined->thumbnail)).colorSpace() == image.colorSpace());
}

void TestPhoto::refusesOddHeic_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QByteArray>("why");
    const QByteArray photo = corpus::telephoneHeic(corpus::picture(128, 128), 64);
    const auto with = [&photo](const QByteArray &from, const QByteArray &to) {
        if (from.size() != to.size() || !photo.contains(from))
            qFatal("nothing to replace");
        return QByteArray(photo).replace(from, to);
    };
    const QByteArray head = corpus::box("ftyp", QByteArray("heic\0\0\0\0mif1", 12));
    QTest::newRow("as it is") << photo << QByteArray("taken");
    QTest::newRow("only a head") << head << QByteArray(refusal::truncated);
    QTest::newRow("moving pictures") << head + corpus::box("moov", "abc") << QByteArray(refusal::unsupported);
    QTest::newRow("empty meta") << head + corpus::box("meta", QByteArray(4, '\0'))
                                << QByteArray(refusal::damaged);
    QTest::newRow("another codec") << with("hvc1", "av01") << QByteArray(refusal::unsupported);
    QTest::newRow("a property to be understood") << with("udes", "xxxx") << QByteArray("taken");
    QTest::newRow("no parameters") << with("hvcC", "hvcX") << QByteArray(refusal::damaged);
    QTest::newRow("no tiles") << with("dimg", "dimX") << QByteArray(refusal::damaged);
    QTest::newRow("no locations") << with("iloc", "ilox") << QByteArray(refusal::damaged);
    QTest::newRow("too large") << with(QByteArray("\0\0\0\x80\0\0\0\x80", 8),
                                       QByteArray("\0\0\x27\x11\0\0\x27\x11", 8))
                               << QByteArray(refusal::tooManyPixels);
    QTest::newRow("an empty size") << with(QByteArray("\0\0\0\x80\0\0\0\x80", 8), QByteArray(8, '\0'))
                                   << QByteArray(refusal::damaged);
    // 100 megapixels of which four tiles are there.
    QTest::newRow("a promise") << with(QByteArray("\0\0\0\x80\0\0\0\x80", 8),
                                       QByteArray("\0\0\x27\x10\0\0\x27\x10", 8))
                               << QByteArray(refusal::damaged);
}

void TestPhoto::refusesOddHeic()
{
    QFETCH(QByteArray, photo);
    QFETCH(QByteArray, why);
    QCOMPARE(whyNot(photo), why);
}

QTEST_GUILESS_MAIN(TestPhoto)
#include "tst_photo.moc"
