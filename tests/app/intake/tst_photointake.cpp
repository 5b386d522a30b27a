// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/confine.h"
#include "app/intake/photo.h"
#include "app/intake/photointake.h"
#include "tests/app/intake/corpus.h"
#include "tests/app/intake/heiccorpus.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <array>
#include <atomic>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray reasonOf(const Result<ExaminedPhoto> &result)
{
    return result ? QByteArray("taken") : QByteArray(result.error().reason);
}

} // namespace

class TestPhotoIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void examines();
    void streams();
    void renders();
    void refuses_data();
    void refuses();
    void takesFlatHundredMegapixels();
    void takesTheLargest();
    void takesTheLargestHeic();
    void refusesWhenTheHelperFails_data();
    void refusesWhenTheHelperFails();
    void givesTheHelperNothing();
    void passesErrorsOn();
    void readsMakersPhotos_data();
    void readsMakersPhotos();
    void judgesAsTheParserDoes();
    void runsFewAtOnce();

private:
    /// A helper that is a shell script.
    QString script(const QByteArray &lines);

    QTemporaryDir m_folder;
    QString m_helper;
    int m_scripts = 0;
};

void TestPhotoIntake::initTestCase()
{
    m_helper = PhotoIntake::findHelper();
    QVERIFY2(!m_helper.isEmpty(), "anteroom-intake is not beside this program");
}

void TestPhotoIntake::cleanup()
{
    // Whatever happened, no child is left, not even as a zombie.
    QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1);
}

QString TestPhotoIntake::script(const QByteArray &lines)
{
    QFile file(m_folder.filePath(QString::number(m_scripts++)));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + "\n");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestPhotoIntake::examines()
{
    const PhotoIntake intake(m_helper);
    const QImage large = corpus::picture(900, 600);
    const corpus::Tags tags{6, "2024:03:31 18:05:59", "25", "+02:00"};
    const std::array<std::pair<QByteArray, QByteArray>, 4> photos{
        {{"image/jpeg", corpus::withMetadata(corpus::jpeg(large), tags)},
         {"image/png", corpus::withMetadata(corpus::png(large), tags)},
         {"image/webp", corpus::withMetadata(corpus::webp(large), tags)},
         {"image/heic", corpus::heic(large, {.tags = tags, .orientation = 6})}}};
    for (const auto &[type, photo] : photos) {
        const auto examined = intake.examine(photo);
        QVERIFY2(examined, examined ? "" : examined.error().reason);
        QCOMPARE(examined->mimeType, type);
        QCOMPARE(examined->size, QSize(600, 900));
        QCOMPARE(examined->taken.taken, QByteArray("2024:03:31 18:05:59"));
        QCOMPARE(examined->taken.subSec, QByteArray("25"));
        QCOMPARE(examined->taken.offset, QByteArray("+02:00"));
        QCOMPARE(examined->strippedSize, examined->stripped.size());
        QVERIFY(!examined->stripped.contains("PLANTED"));
        const QImage thumbnail = QImage::fromData(examined->thumbnail, "JPG");
        QCOMPARE(thumbnail.size(), QSize(213, 320));
        QCOMPARE(corpus::decoded(examined->stripped), corpus::decoded(photo));
        const auto rendered = intake.render(examined->stripped, QSize(60, 60));
        QVERIFY2(rendered, rendered ? "" : rendered.error().reason);
        QCOMPARE(rendered->mimeType,
                 type == "image/png" || type == "image/webp" ? rendered->mimeType : QByteArray("image/jpeg"));
        QCOMPARE(QImage::fromData(rendered->bytes).size(), QSize(60, 90));
    }
}

void TestPhotoIntake::streams()
{
    const PhotoIntake intake(m_helper);
    const QByteArray photo = corpus::withMetadata(corpus::jpeg(corpus::picture(2000, 1500), 98));
    const auto whole = intake.examine(photo);
    QVERIFY(whole);
    qsizetype at = 0;
    QByteArray taken;
    qsizetype largest = 0;
    const auto piecewise = intake.examine(
        photo.size(),
        [&]() -> Result<QByteArray> {
            const QByteArray piece = photo.mid(at, 4321);
            at += piece.size();
            return piece;
        },
        [&](QByteArrayView bytes) -> Result<void> {
            largest = qMax(largest, bytes.size());
            taken.append(bytes);
            return {};
        });
    QVERIFY(piecewise);
    QCOMPARE(taken, whole->stripped);
    QVERIFY(piecewise->stripped.isEmpty());
    QCOMPARE(piecewise->strippedSize, taken.size());
    QVERIFY(largest <= 64 * 1024);
}

void TestPhotoIntake::renders()
{
    const PhotoIntake intake(m_helper);
    const auto photo =
        intake.examine(corpus::withMetadata(corpus::jpeg(corpus::picture(900, 600)), {8, {}, {}, {}}));
    QVERIFY(photo);
    const auto rendered = intake.render(photo->stripped, QSize(200, 140));
    QVERIFY2(rendered, rendered ? "" : rendered.error().reason);
    QCOMPARE(rendered->mimeType, QByteArray("image/jpeg"));
    QCOMPARE(QImage::fromData(rendered->bytes).size(), QSize(200, 300));
    const auto clear = intake.render(corpus::png(corpus::picture(300, 300, true)), QSize(100, 20));
    QVERIFY(clear);
    QCOMPARE(clear->mimeType, QByteArray("image/png"));
    QCOMPARE(QImage::fromData(clear->bytes).size(), QSize(100, 100));
    QVERIFY(!intake.render(photo->stripped, QSize(0, 10)));
    QVERIFY(!intake.render("nothing of the kind", QSize(10, 10)));
}

void TestPhotoIntake::refuses_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("code");
    const QByteArray jpeg = corpus::jpeg(corpus::picture(300, 200));
    QTest::newRow("no photo") << QByteArray("PK\3\4") << QByteArray("photo.not_a_photo")
                              << int(ErrorCode::UnsupportedType);
    QTest::newRow("empty") << QByteArray() << QByteArray("photo.not_a_photo")
                           << int(ErrorCode::UnsupportedType);
    QTest::newRow("cut") << jpeg.chopped(20) << QByteArray("photo.truncated") << int(ErrorCode::Invalid);
    QTest::newRow("too large") << QByteArray(25 * 1024 * 1024 + 1, '\xFF') << QByteArray("photo.too_large")
                               << int(ErrorCode::TooLarge);
}

void TestPhotoIntake::refuses()
{
    QFETCH(QByteArray, photo);
    QFETCH(QByteArray, reason);
    QFETCH(int, code);
    const auto examined = PhotoIntake(m_helper).examine(photo);
    QVERIFY(!examined);
    QCOMPARE(QByteArray(examined.error().reason), reason);
    QCOMPARE(int(examined.error().code), code);
}

void TestPhotoIntake::takesFlatHundredMegapixels()
{
    // A few kilobytes that unfold to 100 megapixels, and say so: no bomb.
    const PhotoIntake intake(m_helper);
    const QByteArray line(1 + 10'000 / 8, '\0');
    QByteArray lines;
    for (int y = 0; y < 10'000; ++y)
        lines += line;
    const QByteArray flat = QByteArray("\x89PNG\r\n\x1a\n", 8) +
                            corpus::pngChunk("IHDR", QByteArray("\0\0\x27\x10\0\0\x27\x10\x01\0\0\0\0", 13)) +
                            corpus::pngChunk("IDAT", corpus::deflated(lines)) + corpus::pngChunk("IEND", {});
    const auto examined = intake.examine(flat);
    QVERIFY2(examined, examined ? "" : examined.error().reason);
    QCOMPARE(examined->size, QSize(10'000, 10'000));
}

void TestPhotoIntake::takesTheLargest()
{
    if (!intake::confinementIsWhole)
        QSKIP("too slow with sanitizers");
    // 100 megapixels.
    QImage image(10'000, 10'000, QImage::Format_RGB32);
    quint32 noise = 1;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            noise = noise * 1664525 + 1013904223;
            line[x] = (noise >> 8) & (x % 8 == 0 ? 0x3F3F3F : 0x0F0F0F);
        }
    }
    const QByteArray photo = corpus::jpeg(image, 80);
    image = {};
    QVERIFY2(photo.size() <= 25 * 1024 * 1024, qPrintable(QString::number(photo.size())));
    QElapsedTimer timer;
    timer.start();
    const auto examined = PhotoIntake(m_helper, 1, 60s).examine(photo);
    QVERIFY2(examined, examined ? "" : examined.error().reason);
    qInfo("%lld bytes, 100 megapixels: %lld ms", qlonglong(photo.size()), qlonglong(timer.elapsed()));
    QCOMPARE(examined->size, QSize(10'000, 10'000));
}

void TestPhotoIntake::takesTheLargestHeic()
{
    if (!intake::confinementIsWhole)
        QSKIP("too slow with sanitizers");
    // The largest that telephones take, turned, of one tile again and again: 192 tiles are decoded. By the
    // clock it may take longer than it is given, on a machine that has other things to do.
    const QByteArray photo =
        corpus::telephoneHeic(corpus::picture(512, 512), 512, corpus::Tags(), 1, QSize(8064, 6048));
    QElapsedTimer timer;
    timer.start();
    const auto examined = PhotoIntake(m_helper, 1, 60s).examine(photo);
    QVERIFY2(examined, examined ? "" : examined.error().reason);
    qInfo("48 megapixels: %lld ms", qlonglong(timer.elapsed()));
    QCOMPARE(examined->size, QSize(6048, 8064));
    QVERIFY(!examined->stripped.contains("PLANTED"));
}

void TestPhotoIntake::refusesWhenTheHelperFails_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("reason");
    const QByteArray died("intake.died");
    const QByteArray bad("intake.bad_answer");
    QTest::newRow("killed at once") << QByteArray("kill -9 $$") << died;
    QTest::newRow("killed after the photo") << QByteArray("cat >/dev/null; kill -9 $$") << died;
    QTest::newRow("ends silently") << QByteArray("exit 0") << died;
    QTest::newRow("half a head") << QByteArray("printf AIA1") << died;
    QTest::newRow("hangs without reading") << QByteArray("exec sleep 100") << QByteArray("intake.timeout");
    QTest::newRow("hangs after reading")
        << QByteArray("cat >/dev/null; exec sleep 100") << QByteArray("intake.timeout");
    QTest::newRow("babbles") << QByteArray("exec cat /dev/zero") << bad;
    QTest::newRow("babbles text") << QByteArray("while :; do echo this is no answer; done") << bad;
    QTest::newRow("echoes") << QByteArray("exec cat") << bad;
    QTest::newRow("promises four gigabytes")
        << QByteArray(
               R"(printf 'AIA1\000\000\000\000\000\000\000\001\000\000\000\001\377\377\377\377'; cat /dev/zero)")
        << bad;
    QTest::newRow("says more than it promised")
        << QByteArray(
               R"(printf 'AIA1\000\000\000\000\000\000\000\001\000\000\000\001\000\000\000\001'; cat /dev/zero)")
        << bad;
    QTest::newRow("says less than it promised")
        << QByteArray(R"(printf 'AIA1\000\000\000\000\000\000\000\001\000\000\000\001\000\000\000\011abc')")
        << died;
    QTest::newRow("a made-up reason")
        << QByteArray(
               R"(printf 'AIA1\000\000\000\001\000\000\000\013\000\000\000\000\000\000\000\000photo.beaut')")
        << bad;
    QTest::newRow("no sense about the photo")
        << QByteArray(R"(printf 'AIA1\000\000\000\000\000\000\000\003\000\000\000\001\000\000\000\001abcde')")
        << bad;
    QTest::newRow("an impossible size")
        << QByteArray(
               R"(printf 'AIA1\000\000\000\000\000\000\000\014\000\000\000\001\000\000\000\001\001\377\377\377\377\377\377\377\377\000\000\000xy')")
        << bad;
}

void TestPhotoIntake::refusesWhenTheHelperFails()
{
    QFETCH(QByteArray, lines);
    QFETCH(QByteArray, reason);
    const PhotoIntake intake(script(lines), 2, reason == "intake.timeout" ? 500ms : 60s);
    const QByteArray photo = corpus::jpeg(corpus::picture(1000, 1000), 100);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(reasonOf(intake.examine(photo)), reason);
    QVERIFY2(timer.elapsed() < patience, qPrintable(QString::number(timer.elapsed())));
    // No turn is lost.
    QCOMPARE(reasonOf(intake.examine(photo)), reason);
    QCOMPARE(reasonOf(intake.examine(photo)), reason);
}

void TestPhotoIntake::givesTheHelperNothing()
{
    QVERIFY(qputenv("ANTEROOM_SECRET", "PLANTED"));
    const QString report = m_folder.filePath(u"report"_s);
    const PhotoIntake intake(script("{ echo environment; tr '\\0' '\\n' </proc/$$/environ; echo descriptors; "
                                    "for fd in /proc/$$/fd/*; do echo $fd; done; pwd; } >" +
                                    report.toUtf8()));
    QFile kept(m_folder.filePath(u"kept"_s));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    const int inheritable = fcntl(kept.handle(), F_DUPFD, 50); // without close-on-exec
    QVERIFY(inheritable >= 50);
    QCOMPARE(reasonOf(intake.examine("x")), QByteArray("intake.died"));
    close(inheritable);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QCOMPARE(lines.value(0), QByteArray("environment"));
    QCOMPARE(lines.value(1), QByteArray("descriptors"));
    // The shell itself holds one for the folder it lists, and from 10 on what it set aside.
    for (const QByteArray &line : lines) {
        const int descriptor = line.mid(line.lastIndexOf('/') + 1).toInt();
        QVERIFY2(!line.startsWith("/proc/") || descriptor <= 3 || (descriptor >= 10 && descriptor < 50),
                 line.constData());
    }
    QVERIFY(lines.size() > 5);
    QCOMPARE(lines.value(lines.size() - 2), QByteArray("/"));
}

void TestPhotoIntake::passesErrorsOn()
{
    QCOMPARE(reasonOf(PhotoIntake(QString()).examine("x")), QByteArray("intake.missing"));
    QCOMPARE(reasonOf(PhotoIntake(u"/nonexistent/anteroom-intake"_s).examine("x")),
             QByteArray("intake.missing"));
    const PhotoIntake intake(m_helper);
    const QByteArray photo = corpus::jpeg(corpus::picture(100, 100));
    const auto broken = [](const char *reason) { return fail(ErrorCode::Internal, reason); };
    QCOMPARE(reasonOf(intake.examine(
                 photo.size(), [&]() -> Result<QByteArray> { return broken("disk.read"); },
                 [](QByteArrayView) -> Result<void> { return {}; })),
             QByteArray("disk.read"));
    bool given = false;
    QCOMPARE(reasonOf(intake.examine(
                 photo.size(),
                 [&]() -> Result<QByteArray> { return std::exchange(given, true) ? QByteArray() : photo; },
                 [&](QByteArrayView) -> Result<void> { return broken("disk.full"); })),
             QByteArray("disk.full"));
    // A source that gives more than it said, or less.
    QCOMPARE(reasonOf(intake.examine(
                 10, [&]() -> Result<QByteArray> { return photo; },
                 [](QByteArrayView) -> Result<void> { return {}; })),
             QByteArray("intake.source_size"));
    given = false;
    QCOMPARE(reasonOf(intake.examine(
                 photo.size() + 1,
                 [&]() -> Result<QByteArray> { return std::exchange(given, true) ? QByteArray() : photo; },
                 [](QByteArrayView) -> Result<void> { return {}; })),
             QByteArray("intake.died"));
}

void TestPhotoIntake::readsMakersPhotos_data()
{
    QTest::addColumn<QByteArray>("make");
    QTest::addColumn<QByteArray>("key");
    const auto add = [](const char *make, const char *key) {
        QTest::newRow(make) << QByteArray(make) << QByteArray(key);
    };
    add("Canon", "Exif.Canon.OwnerName");
    add("NIKON CORPORATION", "Exif.Nikon3.SerialNumber");
    add("OLYMPUS IMAGING CORP.", "Exif.Olympus2.CameraID");
    add("Panasonic", "Exif.Panasonic.InternalSerialNumber");
    add("FUJIFILM", "Exif.Fujifilm.SerialNumber");
}

void TestPhotoIntake::readsMakersPhotos()
{
    // Where exiv2 knows a maker's notes, it looks for a settings file of its own: it must cope without.
    QFETCH(QByteArray, make);
    QFETCH(QByteArray, key);
    const QByteArray photo =
        corpus::withMetadata(corpus::jpeg(corpus::picture(300, 200)),
                             {6,
                              "2024:03:31 18:05:59",
                              "1",
                              "+02:00",
                              {{"Exif.Image.Make", make.toStdString()}, {key.toStdString(), "PLANTED"}}});
    const auto examined = PhotoIntake(m_helper).examine(photo);
    QVERIFY2(examined, examined ? "" : examined.error().reason);
    QCOMPARE(examined->size, QSize(200, 300));
    QCOMPARE(examined->taken.taken, QByteArray("2024:03:31 18:05:59"));
    QVERIFY(!examined->stripped.contains("PLANTED"));
    QVERIFY(!examined->stripped.contains(make));
}

void TestPhotoIntake::judgesAsTheParserDoes()
{
    // Confined, no library may be caught doing what is forbidden: the verdicts are those given without
    // confinement.
    const PhotoIntake intake(m_helper);
    QList<QByteArray> photos = corpus::all();
    std::mt19937 random(7);
    for (qsizetype i = 0, whole = photos.size(); i < 200; ++i)
        photos.append(corpus::broken(photos[i % whole], random));
    int refused = 0;
    for (const QByteArray &photo : photos) {
        if (photo.isEmpty())
            continue;
        const auto here =
            intake::examine({reinterpret_cast<const uint8_t *>(photo.constData()), size_t(photo.size())});
        const auto there = intake.examine(photo);
        QCOMPARE(reasonOf(there), here ? QByteArray("taken") : QByteArray(here.error()));
        if (there) {
            QCOMPARE(there->stripped.size(), qsizetype(here->photo.bytes.size()));
            QCOMPARE(there->taken.taken.toStdString(), here->photo.exif.taken);
        }
        refused += there ? 0 : 1;
    }
    QVERIFY(refused > 50);
}

void TestPhotoIntake::runsFewAtOnce()
{
    const PhotoIntake intake(m_helper, 2);
    const QByteArray photo = corpus::withMetadata(corpus::jpeg(corpus::picture(400, 300)));
    std::atomic<int> taken = 0;
    QThreadPool pool;
    pool.setMaxThreadCount(6);
    for (int i = 0; i < 24; ++i) {
        pool.start([&] {
            const auto examined = intake.examine(photo);
            taken += examined && examined->size == QSize(400, 300) ? 1 : 0;
        });
    }
    pool.waitForDone();
    QCOMPARE(taken.load(), 24);
}

QTEST_GUILESS_MAIN(TestPhotoIntake)
#include "tst_photointake.moc"
