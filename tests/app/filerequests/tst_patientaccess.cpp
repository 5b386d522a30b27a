// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/patientaccess.h"
#include "tests/support/scratchclinic.h"

#include <QCryptographicHash>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;
using Kind = DateAnswer::Kind;

namespace {

const QDate born(1980, 6, 17);
const QDate wrong(1980, 6, 18);

DateAnswer answer(ScratchClinic &clinic, const QByteArray &link, QDate date)
{
    return clinic.write([&](WriteTransaction &tx) {
        return clinic.access.checkDateOfBirth(tx, link, date, "127.0.0.1").value();
    });
}

Result<PatientPage> page(ScratchClinic &clinic, const QByteArray &link, const QByteArray &token)
{
    return clinic.store().readNow([&](Transaction &tx) { return clinic.access.page(tx, link, token); });
}

void lock(ScratchClinic &clinic, const QByteArray &link)
{
    for (int i = 0; i < PatientAccess::wrongDatesAllowed; ++i)
        QCOMPARE(answer(clinic, link, wrong).kind, Kind::Refused);
}

} // namespace

class TestPatientAccess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRightDate()
    {
        ScratchClinic clinic({{"ANTEROOM_CLINIC_NAME", u"Hill Surgery"_s}});
        const FileRequest request = clinic.create().request;
        const DateAnswer right = answer(clinic, request.shortLinkId, born);
        QCOMPARE(right.kind, Kind::Opened);
        QCOMPARE(QByteArray::fromBase64(right.session.token, QByteArray::Base64UrlEncoding).size(), 32);
        QCOMPARE(right.session.fileRequest, request.id);
        const QByteArray stored = clinic.read([](Transaction &tx) {
            Cursor row = tx.query("SELECT token_sha256 FROM patient_sessions");
            return row.next() ? row.bytes(0) : QByteArray();
        });
        QCOMPARE(stored, QCryptographicHash::hash(right.session.token, QCryptographicHash::Sha256));

        const auto shown = page(clinic, request.shortLinkId, right.session.token);
        QVERIFY(shown);
        QCOMPARE(shown->request.prompt, request.prompt);
        QCOMPARE(shown->request.staffName, u"Dr Rachel Williams"_s);
        QCOMPARE(shown->clinicName, u"Hill Surgery"_s);
        QCOMPARE(shown->csrf, right.session.csrf);
        QCOMPARE(shown->photosLeft, 20);
        QVERIFY(shown->takesPhotos());
        QCOMPARE(shown->request.openedAt, clinic.clock.now());
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'patient.date_of_birth' "
                               "AND outcome = 'ok' AND patient_id IS NOT NULL"),
                 1);
    }

    void theRequestsDateCountsNotTheUsers()
    {
        ScratchClinic clinic;
        NewFileRequest other = ScratchClinic::example();
        clinic.create(other);
        const FileRequest request = clinic.create().request;
        clinic.write(
            [](WriteTransaction &tx) { tx.execute("UPDATE users SET date_of_birth = '1999-01-01'"); });
        QCOMPARE(answer(clinic, request.shortLinkId, born).kind, Kind::Opened);
        QCOMPARE(answer(clinic, request.shortLinkId, QDate(1999, 1, 1)).kind, Kind::Refused);
    }

    void whatIsRefused()
    {
        ScratchClinic clinic;
        const FileRequest request = clinic.create().request;
        QCOMPARE(answer(clinic, request.shortLinkId, wrong).kind, Kind::Refused);
        QCOMPARE(answer(clinic, request.shortLinkId, QDate()).kind, Kind::Refused);
        const DateAnswer unknown = answer(clinic, "abcdefghjkmn", born);
        QCOMPARE(unknown.kind, Kind::Refused);
        QVERIFY(!unknown.knownLink);
        QVERIFY(unknown.session.token.isEmpty());
        QVERIFY(answer(clinic, request.shortLinkId, wrong).knownLink);
        QCOMPARE(answer(clinic, "", born).kind, Kind::Refused);
        QCOMPARE(clinic.number("SELECT count(*) FROM patient_sessions"), 0);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE outcome = 'patient.wrong_date'"), 3);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE outcome = 'patient.unknown_link'"), 2);
    }

    void fiveWrongDatesLock()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        const QByteArray other = clinic.create().request.shortLinkId;
        const DateAnswer before = answer(clinic, link, born);
        lock(clinic, link);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
        QVERIFY(page(clinic, link, before.session.token)); // who is in stays in
        QCOMPARE(answer(clinic, other, born).kind, Kind::Opened);

        clinic.clock.advance(std::chrono::minutes(15) - std::chrono::seconds(1));
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
        clinic.clock.advance(std::chrono::seconds(1));
        QCOMPARE(answer(clinic, link, born).kind, Kind::Opened);
    }

    void fourWrongDatesDoNot()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 4; ++i)
                answer(clinic, link, wrong);
            QCOMPARE(answer(clinic, link, born).kind, Kind::Opened);
        }
    }

    void locksDoubleToADay()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        using std::chrono::minutes;
        for (const minutes length : {minutes(15), minutes(30), minutes(60), minutes(120), minutes(240),
                                     minutes(480), minutes(960), minutes(1440), minutes(1440)}) {
            lock(clinic, link);
            // Tries during the lock neither lengthen it nor count.
            for (int i = 0; i < 7; ++i)
                answer(clinic, link, wrong);
            clinic.clock.advance(length - std::chrono::seconds(1));
            QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
            clinic.clock.advance(std::chrono::seconds(1));
        }
        QCOMPARE(answer(clinic, link, born).kind, Kind::Opened);
    }

    void staffUnlock()
    {
        ScratchClinic clinic;
        const FileRequest request = clinic.create().request;
        lock(clinic, request.shortLinkId);
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.unlock(tx, ScratchClinic::staff(), request.id).value();
        });
        QCOMPARE(answer(clinic, request.shortLinkId, born).kind, Kind::Opened);
    }

    void expired()
    {
        ScratchClinic clinic({{"ANTEROOM_SHORT_LINK_TTL_S", u"60"_s}});
        const QByteArray link = clinic.create().request.shortLinkId;
        const DateAnswer early = answer(clinic, link, born);
        clinic.clock.advance(std::chrono::seconds(60));
        QCOMPARE(answer(clinic, link, born).kind, Kind::Expired);
        QCOMPARE(answer(clinic, link, wrong).kind, Kind::Refused);
        const auto shown = page(clinic, link, early.session.token);
        QVERIFY(shown && shown->isExpired && !shown->takesPhotos());
        lock(clinic, link);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
    }

    void cancelled()
    {
        ScratchClinic clinic;
        const FileRequest request = clinic.create().request;
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.cancel(tx, ScratchClinic::staff(), request.id).value();
        });
        const DateAnswer opened = answer(clinic, request.shortLinkId, born);
        QCOMPARE(opened.kind, Kind::Opened);
        const auto shown = page(clinic, request.shortLinkId, opened.session.token);
        QVERIFY(shown && shown->isCancelled && !shown->takesPhotos());
    }

    void sessions()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        const QByteArray other = clinic.create().request.shortLinkId;
        const QByteArray token = answer(clinic, link, born).session.token;
        QVERIFY(page(clinic, link, token));
        QCOMPARE(page(clinic, other, token).error().code, ErrorCode::Unauthenticated);
        QCOMPARE(page(clinic, link, "").error().code, ErrorCode::Unauthenticated);
        QCOMPARE(page(clinic, link, token + 'x').error().code, ErrorCode::Unauthenticated);
        QCOMPARE(page(clinic, "abcdefghjkmn", token).error().code, ErrorCode::Unauthenticated);
        clinic.clock.advance(PatientAccess::sessionFor);
        QCOMPARE(page(clinic, link, token).error().code, ErrorCode::Unauthenticated);
        clinic.write([](WriteTransaction &tx) { PatientAccess::forgetOldSessions(tx); });
        QCOMPARE(clinic.number("SELECT count(*) FROM patient_sessions"), 0);
    }
};

QTEST_GUILESS_MAIN(TestPatientAccess)
#include "tst_patientaccess.moc"
