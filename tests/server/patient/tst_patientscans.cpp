// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/intake/corpus.h"
#include "tests/server/patient/patientserver.h"
#include "tests/support/clamd.h"
#include "tests/support/parts.h"

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;

/// What a patient sees of the virus scanner: hardly anything (RULES.md, Virus scanner).
class TestPatientScans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesInWords();
    void takesWhatIsScannedLater();

private:
    QByteArray m_photo = corpus::jpeg(corpus::picture(64, 48));
};

void TestPatientScans::refusesInWords()
{
    if (Clamd::program().isEmpty())
        LEAVE_OUT_UNLESS_CI("clamd is not installed");
    Clamd clamd;
    QVERIFY2(clamd.start(), clamd.said().constData());
    PatientServer server({{"ANTEROOM_CLAMD"_ba, QString::fromUtf8(clamd.socket())}});
    const auto request = server.newRequest();
    const QByteArray link = request.request.shortLinkId;
    const QByteArray session = server.signIn(link);
    const QByteArray csrf = server.csrfOf(link, session);
    const auto answer = server.upload(
        link, session,
        {{"csrf", csrf}, {"photo", m_photo, "good.jpg"}, {"photo", m_photo + eicar(), "IMG_1.jpg"}});
    QCOMPARE(answer.status, 422);
    QVERIFY(answer.body.contains("It may contain a virus, so it was not taken. Send another photo."));
    QVERIFY(answer.body.contains("IMG_1.jpg"));
    QCOMPARE(server.stored(request).files.size(), 0);
    QCOMPARE(server.blobs(), 0);
    QCOMPARE(server.incoming(), 0);
    const auto audited = [&server] {
        return *server.clinic->store().readNow([](Transaction &tx) -> Result<qint64> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE outcome = 'file.infected' AND "
                                  "patient_id IS NOT NULL");
            return row.next() ? row.integer(0) : -1;
        });
    };
    QTRY_COMPARE(audited(), 1);
    QCOMPARE(server.upload(link, session, {{"csrf", csrf}, {"photo", m_photo, "good.jpg"}}).status, 303);
    QCOMPARE(server.stored(request).files.size(), 1);
}

void TestPatientScans::takesWhatIsScannedLater()
{
    PatientServer server({{"ANTEROOM_CLAMD"_ba, u"unix:/nonexistent/clamd.sock"_s}});
    const auto request = server.newRequest();
    const QByteArray link = request.request.shortLinkId;
    const QByteArray session = server.signIn(link);
    const auto answer =
        server.upload(link, session, {{"csrf", server.csrfOf(link, session)}, {"photo", m_photo, "arm.jpg"}});
    QCOMPARE(answer.status, 303);
    // The patient sees that it came; nobody else does yet.
    const auto receipt = server.get(link, session);
    QVERIFY(receipt.body.contains("1 photo arrived"));
    QVERIFY(receipt.body.contains("You can send 19 more photos."));
    QCOMPARE(server.stored(request).files.size(), 0);
    QVERIFY(server.stored(request).request.state == FileRequest::State::Open);
}

QTEST_GUILESS_MAIN(TestPatientScans)
#include "tst_patientscans.moc"
