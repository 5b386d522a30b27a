// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/heiccorpus.h"
#include "tests/server/patient/patientserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;

class TestPatientUpload : public QObject
{
    Q_OBJECT

private:
    using Answer = RawClient::Answer;
    using Parts = QList<PatientServer::Part>;

    std::unique_ptr<PatientServer> m_server;
    FileRequestView m_request;
    QByteArray m_link, m_session, m_csrf;
    QByteArray m_jpeg = corpus::withMetadata(corpus::jpeg(corpus::picture(640, 480)));
    QByteArray m_png = corpus::png(corpus::picture(320, 200));

    PatientServer::Part csrf() const { return {"csrf", m_csrf}; }
    Answer upload(const Parts &parts, const QByteArray &fields = {})
    {
        return m_server->upload(m_link, m_session, parts, fields);
    }
    QVector<File> files() { return m_server->stored(m_request).files; }

    void verifyNothingIsLeft()
    {
        QCOMPARE(files().size(), 0);
        QCOMPARE(m_server->blobs(), 0);
        QCOMPARE(m_server->incoming(), 0);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<PatientServer>();
        m_request = m_server->newRequest();
        m_link = m_request.request.shortLinkId;
        m_session = m_server->signIn(m_link);
        m_csrf = m_server->csrfOf(m_link, m_session);
        QVERIFY(m_csrf.size() >= 32);
    }

    void cleanup() { m_server.reset(); }

    void heicArrives()
    {
        const QByteArray heic = corpus::telephoneHeic(corpus::picture(128, 64), 64, corpus::Tags(), 1);
        const Answer answer = upload({csrf(), {"photo", heic, "IMG_0001.HEIC"}, {"photo", heic, "b.jpg"}});
        QCOMPARE(answer.status, 303);
        const QVector<File> got = files();
        QCOMPARE(got.size(), 2);
        for (const File &file : got) {
            QCOMPARE(file.mimeType, u"image/heic"_s);
            QCOMPARE(file.imageWidth, 64);
            QCOMPARE(file.imageHeight, 128);
            QVERIFY(file.photoCreatedAt);
            QVERIFY(file.hasThumbnail);
            QVERIFY(file.size < heic.size());
        }
    }

    void photosArrive()
    {
        const Answer answer = upload({csrf(),
                                      {"photo", m_jpeg, "IMG_0292.JPG"},
                                      {"description", "left arm"},
                                      {"photo", m_png, "родимка.png"},
                                      {"description", " "}});
        QCOMPARE(answer.status, 303);
        QCOMPARE(answer.header("location"), "/r/" + m_link);
        const QVector<File> got = files();
        QCOMPARE(got.size(), 2);
        QCOMPARE(got[0].originalName, u"IMG_0292.JPG"_s);
        QCOMPARE(got[0].mimeType, u"image/jpeg"_s);
        QCOMPARE(got[0].description, u"left arm"_s);
        QCOMPARE(got[0].imageWidth, 640);
        QCOMPARE(got[0].imageHeight, 480);
        QVERIFY(got[0].photoCreatedAt);
        QVERIFY(got[0].hasThumbnail);
        QCOMPARE(got[1].originalName, u"родимка.png"_s);
        QCOMPARE(got[1].mimeType, u"image/png"_s);
        QVERIFY(got[1].description.isNull());
        QCOMPARE(m_server->blobs(), 4);
        QCOMPARE(m_server->incoming(), 0);

        // What is kept opens with the patient's key and has none of what must go.
        const auto content = m_server->clinic->store().readNow([&](Transaction &tx) -> Result<QByteArray> {
            const auto stored = m_server->files->get(tx, Actor::system("test"), got[0].id);
            const auto key = m_server->files->keyOf(tx, *stored);
            return m_server->clinic->blobs().load(got[0].id, BlobStore::Part::Content, *key);
        });
        QVERIFY(content);
        QCOMPARE(content->size(), got[0].size);
        QVERIFY(m_jpeg.contains("PLANTED"));
        QVERIFY(!content->contains("PLANTED"));
        // On the disk lies nothing that can be read.
        QDir folder(m_server->clinic->blobs().folder());
        for (const QString &sub : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QFileInfo &info : QDir(folder.filePath(sub)).entryInfoList(QDir::Files)) {
                QFile file(info.filePath());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY(!file.readAll().contains("\xff\xd8\xff"));
            }
        }
        const Answer receipt = m_server->get(m_link, m_session);
        QVERIFY(receipt.body.contains("2 photos arrived"));
        QVERIFY(receipt.body.contains("left arm"));
        QVERIFY(receipt.body.contains("You can send 18 more photos."));
    }

    void aPhotoNeedsNoName()
    {
        QCOMPARE(upload({csrf(), {"photo", m_jpeg, QByteArray("")}}).status, 303);
        QCOMPARE(files().value(0).originalName, u""_s);
        QVERIFY(m_server->get(m_link, m_session).body.contains("Photo without a name"));
    }

    void aScriptIsAnsweredInJson()
    {
        const Answer good = upload({csrf(), {"description", "x"}, {"photo", m_jpeg, "a.jpg"}},
                                   "Accept: application/json\r\n");
        QCOMPARE(good.status, 200);
        QCOMPARE(good.header("content-type"), "application/json");
        QCOMPARE(files().value(0).description, u"x"_s);
        const Answer bad = upload({csrf(), {"photo", "hello", "a.jpg"}}, "Accept: application/json\r\n");
        QCOMPARE(bad.status, 415);
        const QJsonObject words = QJsonDocument::fromJson(bad.body).object();
        QVERIFY(words.value("error"_L1).toString().startsWith("It is no photo"_L1));
        QCOMPARE(words.value("again"_L1).toBool(true), false);
    }

    void descriptionsFindTheirPhotos_data()
    {
        QTest::addColumn<QByteArray>("order"); // p: a photo, e: an empty field, other letters: descriptions
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("in turns") << "paqb"_ba.replace('q', 'p') << "ab"_ba;
        QTest::newRow("photos first") << "ppab"_ba
                                      << "ab"_ba;
        QTest::newRow("descriptions first") << "abpp"_ba
                                            << "ab"_ba;
        QTest::newRow("an empty field between") << "paebpc"_ba
                                                << "ac"_ba;
        QTest::newRow("one for several") << "ppapb"_ba
                                         << "aab"_ba;
        QTest::newRow("several, and empty fields") << "ppaebec"_ba
                                                   << "aa"_ba;
        QTest::newRow("none") << "pp"_ba
                              << "--"_ba;
        QTest::newRow("too many") << "pab"_ba
                                  << "a"_ba;
    }
    void descriptionsFindTheirPhotos()
    {
        QFETCH(QByteArray, order);
        Parts parts{csrf()};
        for (const char c : order) {
            if (c == 'p')
                parts.append({"photo", m_png, "p.png"});
            else if (c == 'e')
                parts.append({"photo", "", QByteArray("")});
            else
                parts.append({"description", QByteArray(1, c)});
        }
        QCOMPARE(upload(parts).status, 303);
        QByteArray got;
        for (const File &file : files())
            got += file.description.isEmpty() ? "-" : file.description.toLatin1();
        QTEST(got, "expected");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char *what, int status, const char *words) {
            QTest::newRow(what) << QByteArray(what) << status << QByteArray(words);
        };
        row("no token", 403, "too old to send from");
        row("wrong token", 403, "too old to send from");
        row("token behind the photo", 403, "too old to send from");
        row("no session", 403, "enter the date of birth again");
        row("no photo", 400, "Choose at least one");
        row("empty field", 400, "Choose at least one");
        row("a text", 415, "<b>notes.txt</b>: It is no photo");
        row("a text among photos", 415, "<b>notes.txt</b>: It is no photo");
        row("a cut photo", 422, "<b>cut.jpg</b>: It is damaged");
        row("an empty photo", 415, "<b>empty.jpg</b>: It is no photo");
        row("a large photo", 413, "<b>large.jpg</b>: It is larger than 25 MB");
        row("too many", 413, "A request takes 20");
        row("a long description", 400, "at most 1,000 characters");
        row("a photo that is no file", 400, "did not arrive whole");
        row("no end", 400, "did not arrive whole");
        row("rubbish", 400, "did not arrive whole");
        row("another type", 415, "did not arrive whole");
    }
    void refused()
    {
        QFETCH(QByteArray, what);
        QFETCH(int, status);
        QFETCH(QByteArray, words);
        const PatientServer::Part photo{"photo", m_jpeg, "a.jpg"};
        Parts parts{csrf(), photo};
        QByteArray request;
        if (what == "no token")
            parts = {photo};
        else if (what == "wrong token")
            parts = {{"csrf", m_csrf.chopped(1) + '!'}, photo};
        else if (what == "token behind the photo")
            parts = {photo, csrf()};
        else if (what == "no session")
            request = PatientServer::uploadOf(m_link, {}, parts);
        else if (what == "no photo")
            parts = {csrf(), {"description", "x"}};
        else if (what == "empty field")
            parts = {csrf(), {"photo", "", QByteArray("")}, {"description", ""}};
        else if (what == "a text")
            parts = {csrf(), {"photo", "Dear doctor", "notes.txt"}};
        else if (what == "a text among photos")
            parts = {csrf(), photo, {"photo", "Dear doctor", "notes.txt"}, photo};
        else if (what == "a cut photo")
            parts = {csrf(), photo, {"photo", m_jpeg.chopped(m_jpeg.size() / 4), "cut.jpg"}};
        else if (what == "an empty photo")
            parts = {csrf(), {"photo", "", "empty.jpg"}};
        else if (what == "a large photo")
            parts = {
                csrf(), photo, {"photo", m_jpeg + QByteArray(IncomingPhoto::maxBytes, 'x'), "large.jpg"}};
        else if (what == "too many")
            parts = Parts{csrf()} + Parts(21, photo);
        else if (what == "a long description")
            parts = {csrf(), photo, {"description", QByteArray(1001, 'd')}};
        else if (what == "a photo that is no file")
            parts = {csrf(), {"photo", m_jpeg}};
        else if (what == "no end") {
            request = PatientServer::uploadOf(m_link, m_session, parts);
            request.replace("--XyZ--\r\n", "--XyZ\r\n\r\n\r\n").replace("\r\n\r\n\r\n", "\r\nxxx\r\n");
        } else if (what == "rubbish") {
            request = PatientServer::uploadOf(m_link, m_session, parts).replace("--XyZ\r\n", "--Xyz\r\n");
        } else if (what == "another type") {
            request = PatientServer::uploadOf(m_link, m_session, parts)
                          .replace("multipart/form-data; boundary=XyZ", "application/octet-stream");
        }
        if (request.isEmpty())
            request = PatientServer::uploadOf(m_link, m_session, parts);
        const Answer answer = m_server->exchange(request);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.body.contains(words), answer.body.constData());
        QCOMPARE(answer.header("cache-control"), "no-store");
        verifyNothingIsLeft();
    }

    void twentyInAll()
    {
        QCOMPARE(upload(Parts{csrf()} + Parts(19, {"photo", m_png, "a.png"})).status, 303);
        QCOMPARE(upload({csrf(), {"photo", m_png, "a.png"}, {"photo", m_png, "b.png"}}).status, 413);
        QCOMPARE(upload({csrf(), {"photo", m_png, "a.png"}}).status, 303);
        const Answer full = m_server->get(m_link, m_session);
        QVERIFY(full.body.contains("all the photos that this request can take"));
        QVERIFY(!full.body.contains("type=\"file\""));
        QCOMPARE(upload({csrf(), {"photo", m_png, "a.png"}}).status, 413);
        QCOMPARE(files().size(), 20);
    }

    void aCutUploadLeavesNothing()
    {
        const QByteArray photo(400'000, 'x');
        const QByteArray request = PatientServer::uploadOf(
            m_link, m_session, {csrf(), {"photo", photo, "a.jpg"}, {"photo", photo, "b.jpg"}});
        for (const int share : {3, 2, 1}) {
            RawClient client(m_server->port);
            QVERIFY(client.send(request.chopped(share * photo.size() / 2)));
            if (share == 1) // a file has its name once it is whole
                QTRY_VERIFY(m_server->incoming() > 0);
            client.reset();
            QTRY_COMPARE(m_server->incoming(), 0);
        }
        verifyNothingIsLeft();
    }

    void aDiskThatTakesNothing()
    {
        const QString incoming = m_server->clinic->blobs().folder() + u"/incoming"_s;
        QVERIFY(QDir(incoming).removeRecursively());
        const Answer answer = upload({csrf(), {"photo", m_jpeg, "a.jpg"}});
        QCOMPARE(answer.status, 503);
        QVERIFY(!answer.header("retry-after").isEmpty());
        QVERIFY(answer.body.contains("take photos at the moment"));
        QVERIFY(QDir().mkpath(incoming));
        QCOMPARE(upload({csrf(), {"photo", m_jpeg, "a.jpg"}}).status, 303);
    }

    void aSessionIsForItsOwnRequest()
    {
        const QByteArray other = m_server->newRequest().request.shortLinkId;
        const Answer answer = m_server->upload(other, m_session, {csrf(), {"photo", m_jpeg, "a.jpg"}});
        QCOMPARE(answer.status, 403);
        verifyNothingIsLeft();
    }
};

QTEST_GUILESS_MAIN(TestPatientUpload)
#include "tst_patientupload.moc"
