// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/fileservice.h"
#include "app/filerequests/scanworker.h"
#include "app/filerequests/worklist.h"
#include "tests/app/intake/heiccorpus.h"
#include "tests/server/support/apifixture.h"
#include "tests/support/clamd.h"
#include "tests/support/parts.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QJsonObject fileOf(const QString &type, const QByteArray &contents)
{
    return {
        {u"name"_s, u"a"_s}, {u"type"_s, type}, {u"contents"_s, QString::fromLatin1(contents.toBase64())}};
}

} // namespace

/// The virus scanner through a real server and a real clamd (RULES.md, Virus scanner).
class TestScans final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void refusesWhatIsInfected();
    void keepsBackWhatIsNotScanned();
    void removesWhatIsFoundLater();
    void waitsForOthersToo();
    void isNotHeldUpByOne();
    void isNotHeldUpByOneThatTheScannerFallsOver();
    void stopsWhileTheScannerHangs();

private:
    RawClient::Answer post(const QString &type, const QByteArray &contents, bool forRequest = true);
    QJsonArray listed();
    qint64 events() { return m_api->number("SELECT count(*) FROM outbox WHERE channel = 'webhook'"); }
    qint64 waiting() { return m_api->number("SELECT count(*) FROM files WHERE scan_state = 'waiting'"); }
    qint64 blobs() const;
    void startWorker();

    Clamd m_clamd;
    std::unique_ptr<ApiFixture> m_api;
    std::unique_ptr<ScanWorker> m_worker;
    std::unique_ptr<QThread> m_thread; // one each time: Qt 6.4 does not like one that is begun again
    QByteArray m_token;
    QString m_user, m_request;
    QByteArray m_photo = corpus::withMetadata(corpus::jpeg(corpus::picture(64, 48)));
};

void TestScans::initTestCase()
{
    if (Clamd::program().isEmpty())
        LEAVE_OUT_UNLESS_CI("clamd is not installed");
}

void TestScans::init()
{
    m_api = std::make_unique<ApiFixture>(
        QHash<QByteArray, QString>{{"ANTEROOM_CLAMD"_ba, u"unix:"_s + QString::fromUtf8(m_clamd.socket())}});
    QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
    m_token = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite | Scope::FileRead);
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
}

void TestScans::cleanup()
{
    if (m_worker)
        m_worker->stop();
    if (m_thread) {
        m_thread->quit();
        m_thread->wait();
    }
    m_worker.reset();
    m_thread.reset();
    if (m_api)
        QCOMPARE(m_api->undescribed(), QByteArrayList());
    m_api.reset();
    m_clamd.kill();
}

RawClient::Answer TestScans::post(const QString &type, const QByteArray &contents, bool forRequest)
{
    QJsonObject body{{u"userId"_s, m_user}, {u"files"_s, QJsonArray{fileOf(type, contents)}}};
    if (forRequest)
        body.insert(u"fileRequestId"_s, m_request);
    return m_api->json("POST", "/v1/files", m_token, body);
}

QJsonArray TestScans::listed()
{
    const auto answer = m_api->send("GET", "/v1/file-requests/" + m_request.toLatin1(), m_token);
    return objectOf(answer).value("files"_L1).toArray();
}

qint64 TestScans::blobs() const
{
    qint64 count = 0;
    QDirIterator walk(m_api->clinic().blobs().folder(), QDir::Files, QDirIterator::Subdirectories);
    for (; walk.hasNext(); walk.next())
        ++count;
    return count;
}

void TestScans::startWorker()
{
    m_worker = std::make_unique<ScanWorker>(m_api->store(), m_api->clinic().files(), m_api->clinic().blobs(),
                                            ScanWorker::Pace{20ms, 200ms, 3600s});
    m_thread = std::make_unique<QThread>();
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker.get(), &ScanWorker::start);
    m_thread->start();
}

void TestScans::refusesWhatIsInfected()
{
    QVERIFY2(m_clamd.start(), m_clamd.said().constData());
    for (const auto &[type, contents] :
         {std::pair(u"text/plain"_s, eicar()), std::pair(u"image/jpeg"_s, QByteArray(m_photo + eicar()))}) {
        const auto answer = post(type, contents);
        QCOMPARE(answer.status, 422);
        QCOMPARE(wordsOf(answer), u"A file is infected; nothing was kept."_s);
    }
    QCOMPARE(blobs(), 0);
    QCOMPARE(m_api->number("SELECT count(*) FROM files"), 0);
    QCOMPARE(events(), 0);
    QTRY_COMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'file.add' AND "
                               "outcome = 'file.infected'"),
                 2);
    // Others are taken at once.
    QCOMPARE(post(u"image/jpeg"_s, m_photo).status, 200);
    QCOMPARE(listed().size(), 1);
    QCOMPARE(events(), 1);
    QCOMPARE(waiting(), 0);
    // What is too large for the scanner is not taken, and clamd's own limit says what that is.
    const auto large = post(u"application/octet-stream"_s, QByteArray(3'000'000, '\1'));
    QCOMPARE(large.status, 413);
    QCOMPARE(listed().size(), 1);
}

void TestScans::keepsBackWhatIsNotScanned()
{
    // Nobody listens yet.
    const auto answer = post(u"image/jpeg"_s, m_photo);
    QCOMPARE(answer.status, 200);
    const QString id = QJsonDocument::fromJson(answer.body).array().first()["id"_L1].toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(waiting(), 1);
    QCOMPARE(listed(), QJsonArray());
    QCOMPARE(events(), 0);
    QCOMPARE(m_api->send("GET", "/v1/files/" + id.toLatin1(), m_token).status, 404);
    const auto answered = m_api->send("GET", "/v1/file-requests?state=answered", m_token);
    QCOMPARE(objectOf(answered).value("items"_L1).toArray().size(), 0);

    startWorker();
    QVERIFY2(m_clamd.start(), m_clamd.said().constData());
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(listed().size(), 1);
    QCOMPARE(listed().first()["id"_L1].toString(), id);
    QCOMPARE(events(), 1);
    QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE channel = 'webhook' AND instr(body, '" +
                           id.toStdString() + "\"],\"removedFileIds\":[]') > 0"),
             1);
    QCOMPARE(m_api->send("GET", "/v1/files/" + id.toLatin1(), m_token).status, 200);
    QCOMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'file.scan'"), 1);
    const auto now = m_api->send("GET", "/v1/file-requests?state=answered", m_token);
    QCOMPARE(objectOf(now).value("items"_L1).toArray().size(), 1);
}

void TestScans::removesWhatIsFoundLater()
{
    QCOMPARE(post(u"text/plain"_s, eicar()).status, 200);
    QCOMPARE(post(u"image/heic"_s, corpus::heic(corpus::picture(64, 48))).status, 200);
    QCOMPARE(waiting(), 2);
    QCOMPARE(m_api->number("SELECT count(*) FROM files WHERE removed_at IS NULL"), 2);
    QCOMPARE(blobs(), 3); // with the photo's thumbnail
    startWorker();
    QVERIFY2(m_clamd.start(), m_clamd.said().constData());
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(listed().size(), 1);
    QCOMPARE(listed().first()["mimeType"_L1].toString(), u"image/heic"_s);
    QCOMPARE(events(), 1);
    QTRY_COMPARE(blobs(), 2);
    QCOMPARE(m_api->number("SELECT count(*) FROM files WHERE scan_state = 'infected' AND removed_at > 0"), 1);
    QCOMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'file.scan' AND "
                           "outcome = 'file.infected' AND patient_id IS NOT NULL"),
             1);
    // The staff see it.
    const auto item = m_api->store().readNow([this](Transaction &tx) {
        return WorkList::item(tx, m_api->clinic().fileRequests(), Actor::system("test"),
                              *FileRequestId::parse(m_request.toLatin1()));
    });
    QVERIFY(item);
    QCOMPARE(item->filesInfected, 1);
    QCOMPARE(item->filesToScan, 0);
}

void TestScans::waitsForOthersToo()
{
    // A request that was cancelled meanwhile stays so; a file without a request is there once it is clean.
    QCOMPARE(post(u"image/jpeg"_s, m_photo).status, 200);
    const auto alone = post(u"image/jpeg"_s, m_photo, false);
    QCOMPARE(alone.status, 200);
    QCOMPARE(m_api->json("POST", "/v1/file-requests/" + m_request.toLatin1() + "/cancel", m_token, {}).status,
             200);
    startWorker();
    QVERIFY2(m_clamd.start(), m_clamd.said().constData());
    QTRY_COMPARE(waiting(), 0);
    QCOMPARE(m_api->number("SELECT count(*) FROM file_requests WHERE state = 'cancelled'"), 1);
    QCOMPARE(events(), 1);
    const QString id = QJsonDocument::fromJson(alone.body).array().first()["id"_L1].toString();
    QCOMPARE(m_api->send("GET", "/v1/files/" + id.toLatin1(), m_token).status, 200);
}

void TestScans::isNotHeldUpByOne()
{
    QCOMPARE(post(u"image/jpeg"_s, m_photo).status, 200);
    // Its content is gone: it cannot be scanned, and holds nobody up.
    QDirIterator walk(m_api->clinic().blobs().folder(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        QFile::remove(walk.next());
    QCOMPARE(post(u"image/jpeg"_s, m_photo).status, 200);
    startWorker();
    QVERIFY2(m_clamd.start(), m_clamd.said().constData());
    QTRY_COMPARE(listed().size(), 1);
    QCOMPARE(waiting(), 1);
    QCOMPARE(m_api->number("SELECT count(*) FROM files WHERE scan_after > 0"), 1);
}

void TestScans::isNotHeldUpByOneThatTheScannerFallsOver()
{
    QCOMPARE(post(u"image/jpeg"_s, m_photo).status, 200);
    QCOMPARE(post(u"image/jpeg"_s, corpus::withMetadata(corpus::jpeg(corpus::picture(80, 48)))).status, 200);
    QCOMPARE(waiting(), 2);
    // It dies of the first content that it gets, each time.
    QFile::remove(QString::fromUtf8(m_clamd.socket()));
    QLocalServer frail;
    QByteArray poison;
    connect(&frail, &QLocalServer::newConnection, &frail, [&] {
        QLocalSocket *socket = frail.nextPendingConnection();
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, socket, [&poison, socket] {
            const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
            socket->setProperty("all", all);
            if (!all.endsWith(QByteArray(4, '\0')))
                return;
            if (poison.isEmpty())
                poison = all;
            if (all == poison)
                socket->abort();
            else
                socket->write("stream: OK", 11);
        });
    });
    QVERIFY(frail.listen(QString::fromUtf8(m_clamd.socket())));
    startWorker();
    QTRY_COMPARE(waiting(), 1);
    QCOMPARE(listed().size(), 1);
}

void TestScans::stopsWhileTheScannerHangs()
{
    // Connections wait in its queue for ever.
    QFile::remove(QString::fromUtf8(m_clamd.socket()));
    QLocalServer silent;
    QVERIFY(silent.listen(QString::fromUtf8(m_clamd.socket())));
    const QByteArray body =
        QJsonDocument(
            QJsonObject{{u"userId"_s, m_user}, {u"files"_s, QJsonArray{fileOf(u"image/jpeg"_s, m_photo)}}})
            .toJson();
    RawClient client(m_api->port());
    QVERIFY(client.send("POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        "Authorization: Bearer " +
                        m_token + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
                        body));
    QVERIFY(silent.waitForNewConnection(patience));
    QElapsedTimer timer;
    timer.start();
    m_api.reset();
    QVERIFY2(timer.elapsed() < 14'000, // the scanner would be given up after 15 s
             qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestScans)
#include "tst_scans.moc"
