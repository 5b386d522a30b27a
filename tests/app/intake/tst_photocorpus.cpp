// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photointake.h"
#include "tests/app/intake/heiccorpus.h"

#include <exiv2/exiv2.hpp>

#include <QBuffer>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QImage &image()
{
    static const QImage picture = corpus::picture(192, 128);
    return picture;
}

struct Kind
{
    const char *name;
    QByteArray mimeType;
    QByteArray bare;
    QByteArray full; ///< with everything a telephone writes
};

QList<Kind> kinds()
{
    const QByteArray jpeg = corpus::jpeg(image());
    const QByteArray png = corpus::png(image());
    const QByteArray webp = corpus::webp(image());
    return {{"jpeg", "image/jpeg", jpeg, corpus::withMetadata(jpeg)},
            {"png", "image/png", png, corpus::withMetadata(png)},
            {"webp", "image/webp", webp, corpus::withMetadata(webp)},
            {"heic", "image/heic", corpus::heic(image()), corpus::heic(image(), {.tags = corpus::Tags()})},
            {"heic of tiles", "image/heic", corpus::telephoneHeic(image(), 64, {}),
             corpus::telephoneHeic(image(), 64)}};
}

QByteArray zip()
{
    return QByteArray("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\7\0\0\0\7\0\0\0\1\0\0\0aPLANTED", 46) +
           QByteArray("PK\5\6\0\0\0\0\1\0\1\0\x2F\0\0\0\x2E\0\0\0\0\0", 22);
}

/// What must be nowhere: the word, and the latitude's fraction in both orders.
QByteArray markIn(const QByteArray &bytes)
{
    const QByteArray big("\0\x12\xD6\x87\0\0\x7A\x69", 8);
    const QByteArray little("\x87\xD6\x12\0\x69\x7A\0\0", 8);
    for (const QByteArray &mark : {"PLANTED"_ba, big, little, "GPS"_ba, "<html"_ba, "PK\3\4"_ba, "%PDF"_ba}) {
        if (bytes.contains(mark))
            return mark;
    }
    return {};
}

/// The Exif tags that a stored photo has, by exiv2.
QStringList tagsOf(const QByteArray &photo)
{
    Exiv2::ExifData exif;
    if (photo.mid(4, 4) == "ftyp") {
        const QByteArray block = corpus::heicExif(photo);
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte *>(block.constData()),
                                  uint32_t(block.size()));
    } else {
        const auto read =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(photo.constData()), photo.size());
        read->readMetadata();
        if (!read->xmpData().empty() || !read->iptcData().empty() || !read->comment().empty())
            return {u"more than Exif"_s};
        exif = read->exifData();
    }
    QStringList tags;
    for (const auto &datum : exif)
        tags.append(QString::fromStdString(datum.key()));
    return tags;
}

} // namespace

/// Photos made here, through the confined child: none keeps where it was taken, none brings anything down
/// (RULES.md, Photos).
class TestPhotoCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takes_data();
    void takes();
    void refuses_data();
    void refuses();

private:
    std::unique_ptr<PhotoIntake> m_intake;
};

void TestPhotoCorpus::initTestCase()
{
    m_intake = std::make_unique<PhotoIntake>(PhotoIntake::findHelper(), 2, std::chrono::seconds(60));
    // The marks are there before, so that their absence means something.
    for (const Kind &kind : kinds())
        QVERIFY2(!markIn(kind.full).isEmpty(), kind.name);
}

void TestPhotoCorpus::takes_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QByteArray>("mimeType");
    QTest::addColumn<bool>("isTurned");
    QTest::addColumn<bool>("hasTime");
    for (const Kind &kind : kinds()) {
        const auto row = [&kind](const char *what, const QByteArray &photo, bool turned, bool time) {
            QTest::addRow("%s, %s", kind.name, what) << photo << kind.mimeType << turned << time;
        };
        row("without Exif", kind.bare, false, false);
        row("with everything", kind.full, false, true);
        row("and a zip", kind.full + zip(), false, true);
        row("and a page", kind.full + "<html><script>PLANTED</script></html>", false, true);
        row("and a PDF", kind.full + "%PDF-1.7\nPLANTED\n%%EOF\n", false, true);
        row("and another photo", kind.full + corpus::withMetadata(corpus::jpeg(corpus::picture(20, 20))),
            false, true);
        row("and nothing, at length", kind.bare + QByteArray(300'000, '\0'), false, false);
        if (kind.mimeType == "image/heic")
            continue;
        for (int orientation = 1; orientation <= 8; ++orientation)
            row(qPrintable(QString::number(orientation)), corpus::withMetadata(kind.bare, {orientation}),
                orientation >= 5, true);
    }
    for (int orientation = 1; orientation <= 8; ++orientation) {
        QTest::addRow("heic, %d", orientation)
            << corpus::heic(image(), {.tags = corpus::Tags(), .orientation = orientation}) << "image/heic"_ba
            << (orientation >= 5) << true;
    }
    for (int turns = 0; turns < 4; ++turns) {
        QTest::addRow("heic of tiles, %d quarters", turns)
            << corpus::telephoneHeic(image(), 64, corpus::Tags(), turns) << "image/heic"_ba
            << (turns % 2 == 1) << true;
    }
    // Several pictures in one JPEG: the second has its own position.
    const QByteArray second = corpus::withMetadata(corpus::jpeg(corpus::picture(80, 60)));
    QTest::newRow("jpeg, several pictures")
        << corpus::withJpegSegment(corpus::withMetadata(corpus::jpeg(image())), '\xE2',
                                   QByteArray("MPF\0II*\0\x08\0\0\0PLANTED", 19)) +
               second
        << "image/jpeg"_ba << false << true;
    QTest::newRow("jpeg, a page in a comment")
        << corpus::withJpegSegment(corpus::jpeg(image()), '\xFE', "<html>PLANTED GPS</html>")
        << "image/jpeg"_ba << false << false;
    QTest::newRow("png, a page in a text")
        << corpus::withPngChunk(corpus::png(image()), "tEXt", QByteArray("Comment\0<html>PLANTED", 21))
        << "image/png"_ba << false << false;
    QTest::newRow("heic, a position in a box behind")
        << corpus::heic(image()) + corpus::box("uuid", "0123456789abcdefPLANTED GPS") << "image/heic"_ba
        << false << false;
}

void TestPhotoCorpus::takes()
{
    QFETCH(QByteArray, photo);
    QFETCH(QByteArray, mimeType);
    QFETCH(bool, isTurned);
    QFETCH(bool, hasTime);
    const auto examined = m_intake->examine(photo);
    QVERIFY2(examined, examined ? "" : examined.error().reason);
    QCOMPARE(examined->mimeType, mimeType);
    QCOMPARE(examined->size, isTurned ? image().size().transposed() : image().size());
    QCOMPARE(!examined->taken.taken.isEmpty(), hasTime);
    QCOMPARE(markIn(examined->stripped), QByteArray());
    QCOMPARE(markIn(examined->thumbnail), QByteArray());
    QCOMPARE(corpus::decoded(examined->stripped), corpus::decoded(photo));
    for (const QString &tag : tagsOf(examined->stripped)) {
        const bool mayStay = tag == u"Exif.Image.Orientation"_s || tag == u"Exif.Image.ExifTag"_s ||
                             tag == u"Exif.Photo.DateTimeOriginal"_s ||
                             tag == u"Exif.Photo.SubSecTimeOriginal"_s ||
                             tag == u"Exif.Photo.OffsetTimeOriginal"_s;
        QVERIFY2(mayStay, qPrintable(tag));
    }
}

void TestPhotoCorpus::refuses_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QByteArrayList>("reasons");
    const QByteArrayList cut{"photo.truncated", "photo.damaged"};
    const QByteArrayList tooMany{"photo.too_many_pixels"};
    for (const Kind &kind : kinds()) {
        for (const int percent : {5, 20, 50, 80, 95})
            QTest::addRow("%s, %d percent", kind.name, percent)
                << kind.bare.first(kind.bare.size() * percent / 100) << cut;
        QTest::addRow("%s, behind a zip", kind.name)
            << zip() + kind.full << QByteArrayList{"photo.not_a_photo"};
        QTest::addRow("%s, behind a page", kind.name)
            << "<html>" + kind.full << QByteArrayList{"photo.not_a_photo"};
        QTest::addRow("%s, in a PDF", kind.name)
            << "%PDF-1.7\n" + kind.full << QByteArrayList{"photo.not_a_photo"};
    }
    // Headers that promise 100 megapixels, and more; there is no such picture behind them.
    const auto jpeg = [](const char *size) {
        QByteArray photo = corpus::jpeg(image());
        return photo.replace(photo.indexOf("\xFF\xC0") + 5, 4, size, 4);
    };
    QTest::newRow("jpeg, 100 megapixels") << jpeg("\x27\x10\x27\x10") << cut;
    QTest::newRow("jpeg, more") << jpeg("\x27\x11\x27\x11") << tooMany;
    const auto png = [](const char *bytes) {
        return QByteArray("\x89PNG\r\n\x1a\n", 8) +
               corpus::pngChunk("IHDR", QByteArray(bytes, 8) + QByteArray("\x08\x02\0\0\0", 5)) +
               corpus::pngChunk("IDAT", corpus::deflated("x")) + corpus::pngChunk("IEND", {});
    };
    QTest::newRow("png, 100 megapixels") << png("\0\0\x27\x10\0\0\x27\x10") << cut;
    QTest::newRow("png, more") << png("\0\0\x27\x11\0\0\x27\x11") << tooMany;
    const auto webp = [](const char *bytes) {
        QByteArray photo = corpus::webp(image());
        return photo.replace(photo.indexOf(QByteArray("\x9D\x01\x2A", 3)) + 3, 4, bytes, 4);
    };
    QTest::newRow("webp, 100 megapixels") << webp("\x10\x27\x10\x27") << cut;
    QTest::newRow("webp, more") << webp("\x11\x27\x11\x27") << tooMany;
    const auto heic = [](const char *bytes) {
        QByteArray photo = corpus::telephoneHeic(image(), 64);
        return photo.replace(QByteArray("\0\0\0\xC0\0\0\0\x80", 8), QByteArray(bytes, 8));
    };
    QTest::newRow("heic, 100 megapixels") << heic("\0\0\x27\x10\0\0\x27\x10") << cut;
    QTest::newRow("heic, more") << heic("\0\0\x27\x11\0\0\x27\x11") << tooMany;

    const QByteArrayList none{"photo.not_a_photo"};
    QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\1\0\0;", 26) << none;
    QByteArray bmp;
    QBuffer buffer(&bmp);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image().save(&buffer, "BMP"));
    QTest::newRow("bmp") << bmp << none;
    QTest::newRow("tiff") << "II*\0"_ba + corpus::exifBlock({}) << none;
    QTest::newRow("svg") << "<svg xmlns='http://www.w3.org/2000/svg'/>"_ba << none;
    QTest::newRow("zip") << zip() << none;
    QTest::newRow("film") << QByteArray("\0\0\0\x18"
                                        "ftypisom\0\0\0\0isommp41",
                                        24)
                          << none;
    QTest::newRow("avif") << corpus::heic(image()).replace("heic", "avif").replace("hvc1", "av01")
                          << QByteArrayList{"photo.unsupported"};
    QByteArray moving = corpus::webp(image());
    moving += QByteArray("ANIM\6\0\0\0\0\0\0\0\0\0", 14);
    moving[4] = char(moving[4] + 14);
    QTest::newRow("webp that moves") << moving << QByteArrayList{"photo.unsupported", "photo.damaged"};
}

void TestPhotoCorpus::refuses()
{
    QFETCH(QByteArray, photo);
    QFETCH(QByteArrayList, reasons);
    QByteArray stripped;
    const auto examined = m_intake->examine(photo);
    const QByteArray reason = examined ? "taken"_ba : QByteArray(examined.error().reason);
    QVERIFY2(reasons.contains(reason), reason.constData());
}

QTEST_GUILESS_MAIN(TestPhotoCorpus)
#include "tst_photocorpus.moc"
