// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/corpus.h"
#include "tests/server/patient/patientserver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

class TestResumableUploads : public QObject
{
    Q_OBJECT

private:
    using Answer = RawClient::Answer;

    std::unique_ptr<PatientServer> m_server;
    FileRequestView m_request;
    QByteArray m_link, m_session, m_csrf;
    // What follows the end of the picture only makes it longer.
    QByteArray m_photo =
        corpus::withMetadata(corpus::jpeg(corpus::picture(1600, 1200))) + QByteArray(150'000, 'x');

    static QJsonObject json(const Answer &answer) { return QJsonDocument::fromJson(answer.body).object(); }
    static QByteArray sha256(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

    QByteArray head(const QByteArray &path, qint64 length, const QByteArray &fields) const
    {
        return "POST /r/" + m_link + "/uploads" + path + " HTTP/1.1\r\nHost: a\r\nCookie: " + m_session +
               "\r\nAccept: application/json\r\n" + fields + "Content-Length: " + QByteArray::number(length) +
               "\r\n\r\n";
    }
    Answer post(const QByteArray &path, const QByteArray &form) const
    {
        return m_server->exchange(
            head(path, form.size(), "Content-Type: application/x-www-form-urlencoded\r\n") + form);
    }
    Answer begin(const QByteArray &photo) const
    {
        return post("", "csrf=" + m_csrf + "&sha256=" + sha256(photo) +
                            "&size=" + QByteArray::number(photo.size()));
    }
    QByteArray idOf(const QByteArray &photo) const
    {
        return json(begin(photo)).value("id"_L1).toString().toLatin1();
    }
    QByteArray pieceOf(const QByteArray &id, qint64 from, const QByteArray &bytes) const
    {
        return head('/' + id + "?from=" + QByteArray::number(from), bytes.size(),
                    "X-Csrf: " + m_csrf + "\r\n") +
               bytes;
    }
    Answer piece(const QByteArray &id, qint64 from, const QByteArray &bytes) const
    {
        return m_server->exchange(pieceOf(id, from, bytes));
    }
    Answer done(const QByteArray &id, const QByteArray &more = "&name=a.jpg&description=left+arm") const
    {
        return post('/' + id + "/done", "csrf=" + m_csrf + more);
    }
    QVector<File> files() { return m_server->stored(m_request).files; }
    QStringList pieces() const
    {
        return QDir(m_server->dir.filePath(u"data/uploads"_s)).entryList(QDir::Files | QDir::Hidden);
    }
    qint64 have(const QByteArray &photo) const { return json(begin(photo)).value("have"_L1).toInteger(-1); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<PatientServer>();
        m_request = m_server->newRequest();
        m_link = m_request.request.shortLinkId;
        m_session = m_server->signIn(m_link);
        m_csrf = m_server->csrfOf(m_link, m_session);
        QVERIFY(m_photo.size() > 150'000);
    }
    void cleanup() { m_server.reset(); }

    void piecesBecomeOnePhoto()
    {
        const Answer begun = begin(m_photo);
        QCOMPARE(begun.status, 200);
        QCOMPARE(begun.header("cache-control"), "no-store");
        QCOMPARE(json(begun).value("have"_L1).toInt(), 0);
        const QByteArray id = idOf(m_photo);
        QCOMPARE(idOf(m_photo), id); // the same photo is the same upload
        const auto audited = m_server->clinic->store().readNow([](Transaction &tx) -> Result<qint64> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'patient.upload' "
                                  "AND patient_id IS NOT NULL AND outcome = 'ok'");
            return row.next() ? row.integer(0) : -1;
        });
        QCOMPARE(*audited, 1);
        QCOMPARE(json(piece(id, 0, m_photo.left(100'000))).value("have"_L1).toInt(), 100'000);
        QCOMPARE(json(piece(id, 100'000, m_photo.mid(100'000, 7))).value("have"_L1).toInt(), 100'007);
        QCOMPARE(have(m_photo), 100'007);
        QCOMPARE(done(id).status, 409); // not all is there
        QCOMPARE(piece(id, 100'007, m_photo.mid(100'007)).status, 200);
        // On the disk lies nothing that can be read.
        QCOMPARE(pieces().size(), 3);
        for (const QString &name : pieces()) {
            QFile file(m_server->dir.filePath(u"data/uploads/"_s + name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("\xff\xd8\xff"));
        }
        QCOMPARE(files().size(), 0);
        QCOMPARE(done(id).status, 200);
        const QVector<File> got = files();
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0].originalName, u"a.jpg"_s);
        QCOMPARE(got[0].description, u"left arm"_s);
        QCOMPARE(got[0].imageWidth, 1600);
        QCOMPARE(pieces().size(), 0);
        QCOMPARE(m_server->incoming(), 0);
        // Whoever did not get the answer asks again and sends nothing twice.
        QCOMPARE(done(id).status, 200);
        QVERIFY(json(begin(m_photo)).value("sent"_L1).toBool());
        QCOMPARE(piece(id, 0, m_photo).status, 404);
        QCOMPARE(files().size(), 1);
    }

    void aBrokenConnectionKeepsWhatCame()
    {
        const QByteArray photo = m_photo + QByteArray(400'000, 'x');
        const QByteArray id = idOf(photo);
        const QByteArray request = pieceOf(id, 0, photo);
        {
            RawClient client(m_server->port);
            QVERIFY(client.send(request.left(request.size() - 100'000)));
            client.close(); // what was sent still arrives
        }
        QTRY_VERIFY(have(photo) > 0);
        const qint64 came = have(photo);
        QVERIFY2(came >= ResumableUploads::leastKept && came < photo.size(),
                 qPrintable(QString::number(came)));
        QCOMPARE(piece(id, came, photo.mid(came)).status, 200);
        QCOMPARE(done(id).status, 200);
        QCOMPARE(files().size(), 1);
    }

    void aPieceBelongsWhereTheUploadStands()
    {
        const QByteArray id = idOf(m_photo);
        QCOMPARE(piece(id, 0, m_photo.left(1000)).status, 200);
        for (const qint64 from : {0, 999, 1001}) {
            const Answer answer = piece(id, from, m_photo.mid(from, 100));
            QCOMPARE(answer.status, 409);
            QCOMPARE(json(answer).value("have"_L1).toInt(), 1000);
        }
        QCOMPARE(piece(id, 1000, m_photo.mid(1000) + "x").status, 409); // beyond the end
        QCOMPARE(piece(id, 1000, "").status, 409);
        QCOMPARE(have(m_photo), 1000);
        QCOMPARE(pieces().size(), 1);
        // Two at once: one of them counts.
        RawClient slow(m_server->port);
        const QByteArray request = pieceOf(id, 1000, m_photo.mid(1000, 70'000));
        QVERIFY(slow.send(request.chopped(10)));
        QCOMPARE(piece(id, 1000, m_photo.mid(1000, 500)).status, 200);
        QVERIFY(slow.send(request.right(10)));
        QCOMPARE(slow.answer(20'000, false).status, 409);
        QCOMPARE(have(m_photo), 1500);
        QCOMPARE(pieces().size(), 2);
    }

    void whoMay_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"no session", "another's session", "no token", "wrong token"})
            QTest::newRow(what) << QByteArray(what);
    }
    void whoMay()
    {
        QFETCH(QByteArray, what);
        const QByteArray id = idOf(m_photo);
        const QByteArray csrf = m_csrf;
        if (what == "no session") {
            m_session = "session=nonsense";
        } else if (what == "another's session") {
            m_session = m_server->signIn(m_server->newRequest().request.shortLinkId);
        } else {
            m_csrf = what == "no token" ? QByteArray() : m_csrf.chopped(1) + '!';
        }
        QCOMPARE(begin(m_photo).status, 403);
        QCOMPARE(piece(id, 0, m_photo).status, 403);
        QCOMPARE(done(id).status, 403);
        QCOMPARE(pieces().size(), 0);
    }

    void anUploadBelongsToItsRequest()
    {
        const QByteArray id = idOf(m_photo);
        m_link = m_server->newRequest().request.shortLinkId;
        m_session = m_server->signIn(m_link);
        m_csrf = m_server->csrfOf(m_link, m_session);
        QCOMPARE(piece(id, 0, m_photo).status, 404);
        QCOMPARE(done(id).status, 404);
        QVERIFY(idOf(m_photo) != id);
    }

    void whatWillNotDo()
    {
        // Not what was said.
        const QByteArray id = idOf(m_photo);
        QByteArray other = m_photo;
        other[1000] = char(other[1000] ^ 1);
        QCOMPARE(piece(id, 0, other).status, 200);
        Answer answer = done(id);
        QCOMPARE(answer.status, 422);
        QCOMPARE(json(answer).value("again"_L1).toBool(), true);
        QCOMPARE(have(m_photo), 0);
        // No photo.
        const QByteArray text(100'000, 'x');
        const QByteArray textId = idOf(text);
        QCOMPARE(piece(textId, 0, text).status, 200);
        answer = done(textId);
        QCOMPARE(answer.status, 415);
        QVERIFY(json(answer).value("error"_L1).toString().startsWith("It is no photo"_L1));
        QCOMPARE(json(answer).value("again"_L1).toBool(true), false);
        QCOMPARE(pieces().size(), 0);
        // Too large, said before a byte of it is sent; nonsense.
        const QByteArray sum = sha256(m_photo);
        QCOMPARE(post("", "csrf=" + m_csrf + "&sha256=" + sum + "&size=26214401").status, 413);
        QCOMPARE(post("", "csrf=" + m_csrf + "&sha256=" + sum + "&size=0").status, 400);
        QCOMPARE(post("", "csrf=" + m_csrf + "&sha256=" + sum.left(10) + "&size=5").status, 400);
        QCOMPARE(post("", "csrf=" + m_csrf).status, 400);
        QCOMPARE(piece("nonsense", 0, "x").status, 404);
        QCOMPARE(done(idOf(m_photo), "&description=" + QByteArray(1001, 'd')).status, 400);
        QCOMPARE(m_server
                     ->exchange(head('/' + id + "?from=0", ResumableUploads::mostPieceBytes + 1,
                                     "X-Csrf: " + m_csrf + "\r\n"))
                     .status,
                 413);
        QCOMPARE(files().size(), 0);
    }

    void nobodyFillsTheDisk()
    {
        // A fifth unfinished photo takes the place of the one that waited longest.
        QByteArrayList photos;
        for (char c = 'a'; c <= 'e'; ++c) {
            photos.append(QByteArray(1000, c));
            QCOMPARE(piece(idOf(photos.last()), 0, photos.last().left(500)).status, 200);
            m_server->clock.advance(1s);
        }
        QTRY_COMPARE(pieces().size(), PhotoUploads::mostUnfinished);
        QCOMPARE(have(photos[4]), 500);
        QCOMPARE(have(photos[1]), 500);
        QCOMPARE(have(photos[0]), 0);
        // And all go once nobody goes on with them.
        m_server->clock.advance(PhotoUploads::keptFor + 10s);
        m_server->site->sweep();
        QTRY_COMPARE(pieces().size(), 0);
        m_session = m_server->signIn(m_link);
        m_csrf = m_server->csrfOf(m_link, m_session);
        QCOMPARE(have(photos[4]), 0);
    }

    void tinyPiecesEndSomewhere()
    {
        const QByteArray id = idOf(m_photo);
        for (int i = 0; i < PhotoUploads::mostParts; ++i)
            QCOMPARE(piece(id, i, m_photo.mid(i, 1)).status, 200);
        QCOMPARE(piece(id, PhotoUploads::mostParts, m_photo.mid(PhotoUploads::mostParts, 1)).status, 404);
        QTRY_COMPARE(pieces().size(), 0);
        QCOMPARE(have(m_photo), 0);
    }

    void twentyInAll()
    {
        QByteArray last;
        for (int i = 0; i < FileService::mostPhotos; ++i) {
            last = corpus::png(corpus::picture(40 + i, 40));
            const QByteArray id = idOf(last);
            QCOMPARE(piece(id, 0, last).status, 200);
            QCOMPARE(done(id, {}).status, 200);
        }
        QCOMPARE(begin(m_photo).status, 413);
        QVERIFY(json(begin(last)).value("sent"_L1).toBool());
    }

    // That it is a file now, and that its upload is at its end, are one thing: else the next "done", after a
    // full disk or a crash in between, would make a second file of it.
    void aPhotoIsKeptWithItsUploadsEndOrNotAtAll()
    {
        const QByteArray id = idOf(m_photo);
        QCOMPARE(piece(id, 0, m_photo).status, 200);
        m_server->write([](WriteTransaction &tx) -> Result<bool> {
            tx.execute("CREATE TRIGGER full BEFORE UPDATE OF is_sent ON patient_uploads "
                       "WHEN NEW.is_sent = 1 BEGIN SELECT RAISE(ABORT, 'full'); END");
            return true;
        });
        QCOMPARE(done(id).status, 503);
        QCOMPARE(files().size(), 0);
        QCOMPARE(m_server->blobs(), 0);
        m_server->write([](WriteTransaction &tx) -> Result<bool> {
            tx.execute("DROP TRIGGER full");
            return true;
        });
        QCOMPARE(done(id).status, 200);
        QCOMPARE(files().size(), 1);
        QTRY_COMPARE(pieces().size(), 0);
    }

    void aRequestThatIsOver()
    {
        const QByteArray id = idOf(m_photo);
        QCOMPARE(piece(id, 0, m_photo).status, 200);
        m_server->write([&](WriteTransaction &tx) {
            return m_server->requests->cancel(tx, Actor::system("test"), m_request.request.id);
        });
        QCOMPARE(begin(m_photo).status, 409);
        QCOMPARE(piece(id, 0, "x").status, 409);
        QCOMPARE(done(id).status, 409);
        QCOMPARE(files().size(), 0);
    }

    void whatACrashLeftIsRemoved()
    {
        const QByteArray id = idOf(m_photo);
        QCOMPARE(piece(id, 0, m_photo.left(1000)).status, 200);
        QFile lost(m_server->dir.filePath(u"data/uploads/lost"_s));
        QVERIFY(lost.open(QIODevice::WriteOnly));
        const QString folder = m_server->dir.filePath(u"data/uploads"_s);
        ResumableUploads again(*m_server->site, m_server->clinic->vault(), folder);
        QCOMPARE(pieces().size(), 1);
        QCOMPARE(have(m_photo), 1000);
        // A piece that is gone is no reason to be stuck.
        QVERIFY(QDir(folder).removeRecursively());
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(piece(id, 1000, m_photo.mid(1000)).status, 200);
        QCOMPARE(done(id).status, 422);
        QCOMPARE(have(m_photo), 0);
    }
};

QTEST_GUILESS_MAIN(TestResumableUploads)
#include "tst_resumableuploads.moc"
