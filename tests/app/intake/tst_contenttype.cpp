// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/contenttype.h"
#include "tests/app/intake/heiccorpus.h"

#include <QTest>

using namespace anteroom;

class TestContentType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
};

void TestContentType::judges_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<bool>("matches");
    const auto add = [](const char *name, const QByteArray &contents, const char *declared, bool matches) {
        QTest::newRow(name) << contents << QByteArray(declared) << matches;
    };
    const QByteArray jpeg = corpus::jpeg(corpus::picture(20, 20));
    const QByteArray png = corpus::png(corpus::picture(20, 20));
    const QByteArray pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
    const QByteArray zip("PK\x03\x04\x14\0\0\0\0\0", 10);
    const QByteArray noise("\x01\x80\x03\xFF\0\x13\x07", 7);
    add("jpeg", jpeg, "image/jpeg", true);
    add("jpeg, other name", jpeg, "image/jpg", true);
    add("jpeg, with a parameter", jpeg, "IMAGE/JPEG; q=1", true);
    add("jpeg as png", jpeg, "image/png", false);
    add("jpeg as pdf", jpeg, "application/pdf", false);
    add("jpeg as text", jpeg, "text/plain", false);
    add("jpeg as something private", jpeg, "application/x-ours", false);
    add("jpeg as bytes", jpeg, "application/octet-stream", true);
    add("png", png, "image/png", true);
    add("webp", corpus::webp(corpus::picture(20, 20)), "image/webp", true);
    const QByteArray heic = corpus::heic(corpus::picture(64, 64));
    const QByteArray mif1 = QByteArray(heic).replace(8, 4, "mif1");
    add("heic", heic, "image/heic", true);
    add("heic as heif", heic, "image/heif", true);
    add("heif", mif1, "image/heif", true);
    add("heic as bytes", heic, "application/octet-stream", true);
    add("heic as jpeg", heic, "image/jpeg", false);
    add("heic as film", heic, "video/mp4", false);
    add("jpeg as heic", jpeg, "image/heic", false);
    add("avif as heic",
        QByteArray("\0\0\0\x1C"
                   "ftypavif\0\0\0\0avifmif1miaf",
                   28),
        "image/heic", false);
    add("pdf", pdf, "application/pdf", true);
    add("pdf as jpeg", pdf, "image/jpeg", false);
    add("pdf as text", pdf, "text/plain", true); // this one is text as well
    add("text", "Hello, it itches.\n", "text/plain", true);
    add("text with a character set", "Perch\xE9?\n", "text/plain; charset=iso-8859-1", true);
    add("text, UTF-16", QByteArray("\xFF\xFEH\0i\0", 6), "text/plain", true);
    add("text as jpeg", "Hello", "image/jpeg", false);
    add("text as pdf", "Hello", "application/pdf", false);
    add("csv", "a;b\n1;2\n", "text/csv", true);
    add("json", "{\"a\": 1}\n", "application/json", true);
    add("bytes as json", noise, "application/json", false);
    add("bytes as text", noise, "text/plain", false);
    add("script as text", "#!/bin/sh\necho hi\n", "text/plain", true);
    add("html", "<!DOCTYPE html><html></html>", "text/html", true);
    add("html as image", "<!DOCTYPE html><html></html>", "image/png", false);
    add("svg", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", true);
    add("zip", zip, "application/zip", true);
    add("zip as jpeg", zip, "image/jpeg", false);
    add("office file", zip, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", true);
    add("no office file", noise, "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        false);
    add("private type", noise, "application/x-ours", true);
    add("bytes as mp4", noise, "video/mp4", false);
    add("dicom", QByteArray(128, '\0') + "DICM", "application/dicom", true);
    add("bytes as dicom", noise, "application/dicom", false);
    add("empty text", "", "text/plain", true);
    add("empty image", "", "image/png", false);
}

void TestContentType::judges()
{
    QFETCH(QByteArray, contents);
    QFETCH(QByteArray, declared);
    QFETCH(bool, matches);
    QCOMPARE(contentMatches(contents, declared), matches);
}

QTEST_GUILESS_MAIN(TestContentType)
#include "tst_contenttype.moc"
