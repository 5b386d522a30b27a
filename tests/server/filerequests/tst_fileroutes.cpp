// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/fileroutes.h"
#include "tests/app/intake/heiccorpus.h"
#include "tests/server/support/apifixture.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject fileOf(const QString &name, const QString &type, const QByteArray &contents)
{
    return {{u"name"_s, name}, {u"type"_s, type}, {u"contents"_s, QString::fromLatin1(contents.toBase64())}};
}

} // namespace

/// The routes of files through a real server and the real photo reader (RULES.md, Files).
class TestFileRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsImageSizes_data();
    void readsImageSizes();
    void takesAPhotoAndHandsItOut();
    void stripsPhotosUnderAnyName_data();
    void stripsPhotosUnderAnyName();
    void takesOtherFiles();
    void answersAFileRequest();
    void drawsSmallerPictures();
    void refuses_data();
    void refuses();
    void leavesNothingBehindAnError();
    void expires();
    void keepsAccountsApart();
    void takesLargeBodies();
    void repeatsAnswerForAKey();
    void takesTwoAtATime();
    void asksForTheTokenFirst();
    void limitsTheBody();

private:
    RawClient::Answer post(const QJsonArray &files, QJsonObject more = {}, const QByteArray &fields = {});
    qint64 filesOnDisk() const;

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token, m_bound;
    QString m_user, m_request;
    QByteArray m_photo;
};

void TestFileRoutes::initTestCase()
{
    m_api = std::make_unique<ApiFixture>();
    QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
    const Scopes scopes = Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite | Scope::FileRead;
    m_token = m_api->token(scopes);
    m_bound = m_api->token(scopes, {u"77"_s});
    const auto made = m_api->json("POST", "/v1/file-requests", m_token,
                                  {{u"type"_s, u"photo"_s},
                                   {u"accountId"_s, u"12"_s},
                                   {u"accountUserId"_s, u"2"_s},
                                   {u"staffName"_s, u"Dr R"_s},
                                   {u"patientDateOfBirth"_s, u"1980-01-01"_s},
                                   {u"patientMobile"_s, u"+447777123456"_s},
                                   {u"recipientMobile"_s, u"+447777123456"_s}});
    QCOMPARE(made.status, 200);
    m_request = objectOf(made).value("id"_L1).toString();
    m_user = objectOf(made).value("patientUser"_L1).toObject().value("id"_L1).toString();
    m_photo = corpus::withMetadata(corpus::jpeg(corpus::picture(64, 48)));
}

void TestFileRoutes::cleanupTestCase()
{
    QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
    m_api.reset();
}

RawClient::Answer TestFileRoutes::post(const QJsonArray &files, QJsonObject more, const QByteArray &fields)
{
    if (!more.contains("userId"_L1))
        more.insert(u"userId"_s, m_user);
    more.insert(u"files"_s, files);
    return m_api->json("POST", "/v1/files", m_token, more, fields);
}

qint64 TestFileRoutes::filesOnDisk() const
{
    qint64 count = 0;
    QDirIterator walk(m_api->clinic().blobs().folder(), QDir::Files, QDirIterator::Subdirectories);
    for (; walk.hasNext(); walk.next())
        ++count;
    return count;
}

void TestFileRoutes::readsImageSizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QSize>("size");
    QTest::newRow("usual") << "200x140"_ba << QSize(200, 140);
    QTest::newRow("largest") << "10000x1"_ba << QSize(10000, 1);
    for (const char *bad : {"", "x", "200", "200x", "x140", "0x140", "200x-1", "200x140x2", "10001x1",
                            "2e2x140", " 1x1", "99999999999x1", "200X140"})
        QTest::addRow("not %s", bad) << QByteArray(bad) << QSize();
}

void TestFileRoutes::readsImageSizes()
{
    QFETCH(QByteArray, text);
    QFETCH(QSize, size);
    QCOMPARE(imageSizeFrom(text).value_or(QSize()), size);
}

void TestFileRoutes::takesAPhotoAndHandsItOut()
{
    QJsonObject photo = fileOf(u"IMG 1.jpg"_s, u"image/jpeg"_s, m_photo);
    photo.insert(u"description"_s, u"On the left"_s);
    const auto answer = post({photo});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonArray files = QJsonDocument::fromJson(answer.body).array();
    QCOMPARE(files.size(), 1);
    const QJsonObject file = files.first().toObject();
    QCOMPARE(file.keys(), (QStringList{u"createdAt"_s, u"description"_s, u"expiresAt"_s, u"fileRequestId"_s,
                                       u"id"_s, u"imageHeight"_s, u"imageWidth"_s, u"mimeType"_s,
                                       u"originalName"_s, u"photoCreatedAt"_s, u"size"_s}));
    QCOMPARE(file.value("imageWidth"_L1).toInt(), 64);
    QCOMPARE(file.value("imageHeight"_L1).toInt(), 48);
    QCOMPARE(file.value("mimeType"_L1).toString(), u"image/jpeg"_s);
    QCOMPARE(file.value("originalName"_L1).toString(), u"IMG 1.jpg"_s);
    QCOMPARE(file.value("description"_L1).toString(), u"On the left"_s);
    QCOMPARE(file.value("photoCreatedAt"_L1).toString(), u"2024-03-31T16:05:59.123000+00:00"_s);
    QVERIFY(file.value("expiresAt"_L1).isNull());
    QVERIFY(file.value("fileRequestId"_L1).isNull());

    const auto content =
        m_api->send("GET", "/v1/files/" + file.value("id"_L1).toString().toLatin1(), m_token);
    QCOMPARE(content.status, 200);
    QCOMPARE(content.body.size(), file.value("size"_L1).toInt());
    QVERIFY(content.body.startsWith("\xff\xd8\xff"));
    QVERIFY(!content.body.contains("PLANTED"));
    QCOMPARE(content.header("content-type"), "image/jpeg"_ba);
    QCOMPARE(content.header("x-content-type-options"), "nosniff"_ba);
    QCOMPARE(content.header("cache-control"), "private, no-store"_ba);
    QVERIFY(content.header("content-disposition").isNull());
    QTRY_VERIFY(m_api->number(
                    "SELECT count(*) FROM audit WHERE action = 'file.read' AND patient_id IS NOT NULL") > 0);
}

void TestFileRoutes::stripsPhotosUnderAnyName_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QString>("kept");
    const QString jpeg = u"image/jpeg"_s;
    const QByteArray png = corpus::withMetadata(corpus::png(corpus::picture(64, 48)));
    const QByteArray webp = corpus::withMetadata(corpus::webp(corpus::picture(64, 48)));
    const QByteArray heic = corpus::telephoneHeic(corpus::picture(64, 48), 64);
    const QString bytes = u"application/octet-stream"_s;
    QTest::newRow("usual") << jpeg << m_photo << jpeg;
    QTest::newRow("common and wrong") << u"image/jpg"_s << m_photo << jpeg;
    QTest::newRow("old") << u"image/pjpeg"_s << m_photo << jpeg;
    QTest::newRow("as bytes") << bytes << m_photo << jpeg;
    QTest::newRow("png as bytes") << bytes << png << u"image/png"_s;
    QTest::newRow("webp as bytes") << bytes << webp << u"image/webp"_s;
    QTest::newRow("heic") << u"image/heic"_s << heic << u"image/heic"_s;
    QTest::newRow("heif") << u"image/heif"_s << heic << u"image/heic"_s;
    QTest::newRow("heic as bytes") << bytes << heic << u"image/heic"_s;
}

void TestFileRoutes::stripsPhotosUnderAnyName()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, photo);
    QFETCH(QString, kept);
    const auto answer = post({fileOf(u"a.jpg"_s, type, photo)});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonObject file = QJsonDocument::fromJson(answer.body).array().first().toObject();
    QCOMPARE(file.value("mimeType"_L1).toString(), kept);
    QCOMPARE(file.value("imageWidth"_L1).toInt(), 64);
    const auto content =
        m_api->send("GET", "/v1/files/" + file.value("id"_L1).toString().toLatin1(), m_token);
    QCOMPARE(content.status, 200);
    QVERIFY(content.body.size() < photo.size());
    QVERIFY(!content.body.contains("PLANTED"));
    QCOMPARE(content.header("content-type"), kept.toLatin1());
    // Drawn anew, what browsers do not show comes as what they do.
    const auto drawn = m_api->send(
        "GET", "/v1/files/" + file.value("id"_L1).toString().toLatin1() + "?imageSize=32x10", m_token);
    QCOMPARE(drawn.status, 200);
    QCOMPARE(drawn.header("content-type"),
             kept == u"image/png"_s ? drawn.header("content-type") : "image/jpeg"_ba);
    QCOMPARE(QImage::fromData(drawn.body).size(), QSize(32, 24));
}

void TestFileRoutes::takesOtherFiles()
{
    const QByteArray text("\xd0\x9f\xd1\x80 plain words\n");
    const auto answer = post({fileOf(u"Лист \"1\".txt"_s, u"text/plain; charset=utf-8"_s, text)});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonObject file = QJsonDocument::fromJson(answer.body).array().first().toObject();
    QVERIFY(file.value("imageWidth"_L1).isNull());
    const QByteArray path = "/v1/files/" + file.value("id"_L1).toString().toLatin1();
    for (const QByteArray &query : {""_ba, "?imageSize=10x10"_ba}) {
        const auto content = m_api->send("GET", path + query, m_token);
        QCOMPARE(content.status, 200);
        QCOMPARE(content.body, text);
        QCOMPARE(content.header("content-type"), "text/plain"_ba);
        QVERIFY(content.header("content-disposition").startsWith("attachment"));
    }
}

void TestFileRoutes::answersAFileRequest()
{
    const auto answer =
        post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)}, {{u"fileRequestId"_s, m_request}});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonObject file = QJsonDocument::fromJson(answer.body).array().first().toObject();
    QCOMPARE(file.value("fileRequestId"_L1).toString(), m_request);
    const auto request = m_api->send("GET", "/v1/file-requests/" + m_request.toLatin1(), m_token);
    const QJsonArray files = objectOf(request).value("files"_L1).toArray();
    QCOMPARE(files.size(), 1);
    QJsonObject listed = file;
    listed.remove(u"fileRequestId"_s);
    QCOMPARE(files.first().toObject(), listed);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE channel = 'webhook'"), 1);
}

void TestFileRoutes::drawsSmallerPictures()
{
    const auto answer = post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)});
    QCOMPARE(answer.status, 200);
    const QByteArray path =
        "/v1/files/" +
        QJsonDocument::fromJson(answer.body).array().first().toObject().value("id"_L1).toString().toLatin1();
    const auto small = m_api->send("GET", path + "?imageSize=20x20", m_token);
    QCOMPARE(small.status, 200);
    QCOMPARE(small.header("content-type"), "image/jpeg"_ba);
    const QImage image = QImage::fromData(small.body);
    QCOMPARE(image.size(), QSize(27, 20)); // fills 20x20 in the shape of 64x48
    const auto whole = m_api->send("GET", path + "?imageSize=5000x5000", m_token);
    QCOMPARE(QImage::fromData(whole.body).size(), QSize(64, 48));
    QCOMPARE(m_api->send("GET", path + "?imageSize=large", m_token).status, 400);
}

void TestFileRoutes::refuses_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    const QJsonObject photo = fileOf(u"a.jpg"_s, u"image/jpeg"_s, corpus::jpeg(corpus::picture(8, 8)));
    const auto one = [&](const QString &member, const QJsonValue &value) {
        QJsonObject changed = photo;
        if (value.isUndefined())
            changed.remove(member);
        else
            changed.insert(member, value);
        return QJsonObject{{u"files"_s, QJsonArray{changed}}};
    };
    QTest::newRow("no files") << QJsonObject{} << 400;
    QTest::newRow("empty list") << QJsonObject{{u"files"_s, QJsonArray()}} << 400;
    QTest::newRow("files a word") << QJsonObject{{u"files"_s, u"x"_s}} << 400;
    QTest::newRow("no name") << one(u"name"_s, QJsonValue::Undefined) << 400;
    QTest::newRow("blank name") << one(u"name"_s, u" "_s) << 400;
    QTest::newRow("no type") << one(u"type"_s, QJsonValue::Undefined) << 400;
    QTest::newRow("odd type") << one(u"type"_s, u"jpeg"_s) << 400;
    QTest::newRow("type with a line") << one(u"type"_s, u"image/jpeg\r\nX: y"_s) << 400;
    QTest::newRow("no contents") << one(u"contents"_s, QJsonValue::Undefined) << 400;
    QTest::newRow("contents no base64") << one(u"contents"_s, u"!!!!"_s) << 400;
    QTest::newRow("contents empty") << one(u"contents"_s, u""_s) << 400;
    QTest::newRow("contents a number") << one(u"contents"_s, 7) << 400;
    QTest::newRow("another type") << one(u"type"_s, u"image/png"_s) << 415;
    QTest::newRow("a lie") << one(u"contents"_s, QString::fromLatin1(QByteArray("<html></html>").toBase64()))
                           << 415;
    QTest::newRow("interval 0") << QJsonObject{{u"files"_s, QJsonArray{photo}}, {u"expiryInterval"_s, 0}}
                                << 400;
    QTest::newRow("interval a word") << QJsonObject{{u"files"_s, QJsonArray{photo}},
                                                    {u"expiryInterval"_s, u"1"_s}}
                                     << 400;
    QTest::newRow("unknown user") << QJsonObject{{u"files"_s, QJsonArray{photo}},
                                                 {u"userId"_s, u"f4d47426-c99a-43df-81ea-8304a62c5127"_s}}
                                  << 404;
    QTest::newRow("odd user") << QJsonObject{{u"files"_s, QJsonArray{photo}}, {u"userId"_s, u"7"_s}} << 404;
    QTest::newRow("no user") << QJsonObject{{u"files"_s, QJsonArray{photo}}, {u"userId"_s, QJsonValue::Null}}
                             << 400;
    QTest::newRow("unknown request") << QJsonObject{{u"files"_s, QJsonArray{photo}},
                                                    {u"fileRequestId"_s,
                                                     u"f4d47426-c99a-43df-81ea-8304a62c5127"_s}}
                                     << 404;
}

void TestFileRoutes::refuses()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    if (!body.contains("userId"_L1))
        body.insert(u"userId"_s, m_user);
    const auto answer = m_api->json("POST", "/v1/files", m_token, body);
    QVERIFY2(answer.status == status, (answer.head + answer.body).constData());
    QCOMPARE(answer.body.isEmpty(), status == 404);
}

void TestFileRoutes::leavesNothingBehindAnError()
{
    const qint64 onDisk = filesOnDisk(), rows = m_api->number("SELECT count(*) FROM files");
    const QJsonObject good = fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo);
    QByteArray cut = m_photo;
    cut.chop(cut.size() / 2);
    QVERIFY(post({good, fileOf(u"b.jpg"_s, u"image/jpeg"_s, cut)}).status >= 400);
    QVERIFY(post({good, fileOf(u"b.jpg"_s, u"image/png"_s, m_photo)}).status == 415);
    QTRY_COMPARE(filesOnDisk(), onDisk);
    QCOMPARE(m_api->number("SELECT count(*) FROM files"), rows);
}

void TestFileRoutes::expires()
{
    const auto answer = post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)},
                             {{u"expiryInterval"_s, 60}, {u"fileRequestId"_s, m_request}});
    QCOMPARE(answer.status, 200);
    const QJsonObject file = QJsonDocument::fromJson(answer.body).array().first().toObject();
    QVERIFY(!file.value("expiresAt"_L1).isNull());
    const QByteArray path = "/v1/files/" + file.value("id"_L1).toString().toLatin1();
    QCOMPARE(m_api->send("GET", path, m_token).status, 200);
    m_api->clock.advance(std::chrono::seconds(61));
    const auto gone = m_api->send("GET", path, m_token);
    QCOMPARE(gone.status, 410);
    QCOMPARE(wordsOf(gone), u"The file has expired."_s);
    QCOMPARE(m_api->send("GET", path + "?imageSize=10x10", m_token).status, 410);
    // It stays listed, with what is known of it.
    const auto request = m_api->send("GET", "/v1/file-requests/" + m_request.toLatin1(), m_token);
    bool listed = false;
    for (const QJsonValue &one : objectOf(request).value("files"_L1).toArray()) {
        if (one["id"_L1] != file.value("id"_L1))
            continue;
        listed = true;
        QCOMPARE(one["expiresAt"_L1], file.value("expiresAt"_L1));
        QCOMPARE(one["imageWidth"_L1].toInt(), 64);
    }
    QVERIFY(listed);
}

void TestFileRoutes::keepsAccountsApart()
{
    const auto answer =
        post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)}, {{u"fileRequestId"_s, m_request}});
    const QByteArray path =
        "/v1/files/" +
        QJsonDocument::fromJson(answer.body).array().first().toObject().value("id"_L1).toString().toLatin1();
    const auto others = m_api->send("GET", path, m_bound);
    QCOMPARE(others.status, 404);
    QVERIFY(others.body.isEmpty());
    QCOMPARE(m_api->send("GET", path).status, 401);
    QCOMPARE(m_api->send("GET", path, m_api->token(Scope::FileRequestRead)).status, 403);
    QCOMPARE(m_api->send("GET", "/v1/files/x", m_token).status, 404);
    QCOMPARE(m_api->send("GET", "/v1/files/f4d47426-c99a-43df-81ea-8304a62c5127", m_token).status, 404);
}

void TestFileRoutes::takesLargeBodies()
{
    const QByteArray large(6 * 1024 * 1024, 'x');
    const auto answer = post({fileOf(u"large.txt"_s, u"text/plain"_s, large)});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonObject file = QJsonDocument::fromJson(answer.body).array().first().toObject();
    const auto content =
        m_api->send("GET", "/v1/files/" + file.value("id"_L1).toString().toLatin1(), m_token);
    QCOMPARE(content.body, large);
}

void TestFileRoutes::repeatsAnswerForAKey()
{
    const QByteArray key = "Idempotency-Key: files\r\n";
    const QJsonArray files{fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)};
    const auto first = post(files, {}, key);
    const qint64 onDisk = filesOnDisk();
    const auto second = post(files, {}, key);
    QCOMPARE(first.status, 200);
    QCOMPARE(second.body, first.body);
    QCOMPARE(filesOnDisk(), onDisk);
}

void TestFileRoutes::takesTwoAtATime()
{
    const QByteArray head = "POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            "Authorization: Bearer " +
                            m_token + "\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
    RawClient first(m_api->port()), second(m_api->port());
    for (RawClient *client : {&first, &second}) {
        QVERIFY(client->send(head));
        QCOMPARE(client->answer(5000, true).status, 100); // its place is taken
    }
    const auto third = post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)});
    QCOMPARE(third.status, 503);
    QCOMPARE(third.header("retry-after"), "1"_ba);
    QVERIFY(!wordsOf(third).isEmpty());
    QVERIFY(first.send("{}"));
    QCOMPARE(first.answer().status, 400);
    QCOMPARE(post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)}).status, 200);
    second.close();
    QTRY_COMPARE(post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)}).status, 200);
}

void TestFileRoutes::asksForTheTokenFirst()
{
    // Without a token, with one that is none, or without the scope: no place is taken, no body asked for.
    const auto head = [](const QByteArray &path, const QByteArray &token, const QByteArray &more) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
               (token.isNull() ? QByteArray() : "Authorization: Bearer " + token + "\r\n") + more + "\r\n";
    };
    const QByteArray reader = m_api->token(Scope::FileRead);
    const QByteArray expects = "Content-Length: 900000\r\nExpect: 100-continue\r\n";
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    std::vector<std::unique_ptr<RawClient>> kept; // connections that stay open
    for (const QByteArray &path : {"/v1/files"_ba, "/v1/file-requests"_ba}) {
        for (const auto &[token, status] :
             {std::pair(QByteArray(), 401), std::pair("nonsense"_ba, 401), std::pair(reader, 403)}) {
            for (const QByteArray &body : {expects, chunked}) {
                kept.push_back(std::make_unique<RawClient>(m_api->port()));
                QVERIFY(kept.back()->send(head(path, token, body)));
                const auto answer = kept.back()->answer(5000);
                QCOMPARE(answer.status, status);
                QCOMPARE(answer.header("connection"), "close"_ba);
            }
        }
    }
    QCOMPARE(post({fileOf(u"a.jpg"_s, u"image/jpeg"_s, m_photo)}).status, 200);
    QTRY_VERIFY(m_api->number("SELECT count(*) FROM audit WHERE action = 'file.add' AND "
                              "outcome = 'scope.missing'") >= 2);
}

void TestFileRoutes::limitsTheBody()
{
    RawClient client(m_api->port());
    client.send("POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                "50331649\r\n\r\n");
    const auto answer = client.answer();
    QCOMPARE(answer.status, 413);
    QVERIFY(!wordsOf(answer).isEmpty());
}

QTEST_GUILESS_MAIN(TestFileRoutes)
#include "tst_fileroutes.moc"
