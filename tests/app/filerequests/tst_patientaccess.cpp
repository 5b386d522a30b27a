// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/patientaccess.h"
#include "tests/support/scratchclinic.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;
using Kind = DateAnswer::Kind;

namespace {

const QDate born(1980, 6, 17);
const QDate wrong(1980, 6, 18);

DateAnswer answer(ScratchClinic &clinic, const QByteArray &link, QDate date, const QByteArray &code = {})
{
    return clinic.write([&](WriteTransaction &tx) {
        return clinic.access.checkDateOfBirth(tx, link, date, "127.0.0.1", code).value();
    });
}

// Asks for a code; the messages that brings.
QVector<Message> ask(ScratchClinic &clinic, const QByteArray &link)
{
    const auto before = clinic.messages().size();
    clinic.clock.advance(std::chrono::milliseconds(1)); // lists go by time
    clinic.write([&](WriteTransaction &tx) { QVERIFY(clinic.access.askForCode(tx, link, "127.0.0.1")); });
    return clinic.messages().mid(before);
}

QByteArray codeIn(const QString &text)
{
    static const QRegularExpression six(u"\\b[0-9]{6}\\b"_s);
    return six.match(text).captured().toLatin1();
}

QByteArray askedCode(ScratchClinic &clinic, const QByteArray &link)
{
    const auto messages = ask(clinic, link);
    return messages.isEmpty() ? QByteArray() : codeIn(messages.constFirst().body);
}

QByteArray another(QByteArray code)
{
    code[0] = code[0] == '9' ? '0' : char(code[0] + 1);
    return code;
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
        const auto lockedUntil = [&] {
            return clinic.read([&](Transaction &tx) {
                return clinic.fileRequests.lockedUntil(tx, ScratchClinic::staff(), request.id).value();
            });
        };
        QVERIFY(!lockedUntil());
        lock(clinic, request.shortLinkId);
        QCOMPARE(lockedUntil(), clinic.clock.now() + std::chrono::minutes(15));
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.unlock(tx, ScratchClinic::staff(), request.id).value();
        });
        QCOMPARE(answer(clinic, request.shortLinkId, born).kind, Kind::Opened);
    }

    void aCodeGoesWhereTheLinkWent()
    {
        ScratchClinic clinic({{"ANTEROOM_CLINIC_NAME", u"Hill Surgery"_s}});
        NewFileRequest both = ScratchClinic::example();
        both.recipientEmail = u"johnsmith@example.com"_s;
        both.language = Language::Italian;
        const FileRequest request = clinic.create(both).request;
        auto messages = ask(clinic, request.shortLinkId);
        QCOMPARE(messages.size(), 2);
        if (messages[0].channel != Channel::Sms)
            std::swap(messages[0], messages[1]);
        QCOMPARE(messages[0].channel, Channel::Sms);
        QCOMPARE(messages[0].to, request.recipientMobile);
        QVERIFY(messages[0].sealed);
        QVERIFY(messages[0].body.startsWith(u"Hill Surgery: "_s));
        QVERIFY(messages[0].body.contains(u"codice monouso"_s));
        QCOMPARE(messages[1].channel, Channel::Email);
        QCOMPARE(messages[1].to, u"johnsmith@example.com"_s);
        QVERIFY(messages[1].sealed);
        QCOMPARE(codeIn(messages[1].body), codeIn(messages[0].body));
        QVERIFY(codeIn(messages[1].subject).isEmpty());
        // It lies open nowhere.
        const QByteArray code = codeIn(messages[0].body);
        QCOMPARE(code.size(), 6);
        QCOMPARE(clinic.number("SELECT count(*) FROM outbox WHERE body_sealed = 1"), 2);
        QVERIFY(clinic.read([&](Transaction &tx) {
            return tx.query("SELECT 1 FROM patient_codes WHERE instr(CAST(code AS TEXT), ?) = 0", code)
                .next();
        }));
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'patient.code' AND outcome = 'ok'"),
                 1);
    }

    void nobodyIsSentACode_data()
    {
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("no such link") << "unknown"_ba
                                      << "patient.unknown_link"_ba;
        QTest::newRow("cancelled") << "cancelled"_ba
                                   << "file_request.cancelled"_ba;
        QTest::newRow("expired") << "expired"_ba
                                 << "file_request.expired"_ba;
    }
    void nobodyIsSentACode()
    {
        QFETCH(QByteArray, which);
        QFETCH(QByteArray, outcome);
        ScratchClinic clinic({{"ANTEROOM_SHORT_LINK_TTL_S", u"60"_s}});
        const FileRequest request = clinic.create().request;
        if (which == "cancelled")
            clinic.write([&](WriteTransaction &tx) {
                clinic.fileRequests.cancel(tx, ScratchClinic::staff(), request.id).value();
            });
        if (which == "expired")
            clinic.clock.advance(std::chrono::seconds(60));
        QVERIFY(ask(clinic, which == "unknown" ? "abcdefghjkmn"_ba : request.shortLinkId).isEmpty());
        QVERIFY(clinic.read([&](Transaction &tx) {
            return tx.query("SELECT 1 FROM audit WHERE action = 'patient.code' AND outcome = ?", outcome)
                .next();
        }));
    }

    void threeCodesAnHourAndTenADay()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        const QByteArray other = clinic.create().request.shortLinkId;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask(clinic, link).size(), 1);
        QCOMPARE(ask(clinic, link).size(), 0);
        QCOMPARE(ask(clinic, other).size(), 1);
        for (const int more : {3, 3, 1, 0}) {
            clinic.clock.advance(std::chrono::hours(1));
            for (int i = 0; i < 3; ++i)
                QCOMPARE(ask(clinic, link).size(), i < more ? 1 : 0);
        }
        clinic.clock.advance(std::chrono::hours(24));
        clinic.write([](WriteTransaction &tx) { PatientAccess::forgetOldSessions(tx); });
        QCOMPARE(clinic.number("SELECT count(*) FROM patient_codes"), 0);
        QCOMPARE(ask(clinic, link).size(), 1);
    }

    void aCodePassesTheLockWithTheRightDate()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        lock(clinic, link);
        const QByteArray code = askedCode(clinic, link);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, born, another(code)).kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, wrong, code).kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, QDate(), code).kind, Kind::Refused);
        const DateAnswer opened = answer(clinic, link, born, code);
        QCOMPARE(opened.kind, Kind::Opened);
        QVERIFY(page(clinic, link, opened.session.token));
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'patient.date_and_code' "
                               "AND outcome = 'ok'"),
                 1);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE outcome = 'patient.wrong_code'"), 1);
        // Once; and the lock goes on for everybody else.
        QCOMPARE(answer(clinic, link, born, code).kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
    }

    void aCodeEnds_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"after ten minutes", "after five wrong tries", "when a newer one comes",
                                "when the date opened without it", "another request's"})
            QTest::newRow(how) << QByteArray(how);
    }
    void aCodeEnds()
    {
        QFETCH(QByteArray, how);
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        QByteArray code = askedCode(clinic, link);
        if (how == "when the date opened without it")
            QCOMPARE(answer(clinic, link, born).kind, Kind::Opened);
        lock(clinic, link);
        if (how == "after ten minutes")
            clinic.clock.advance(PatientCodes::validFor);
        if (how == "after five wrong tries") {
            for (int i = 0; i < 5; ++i)
                QCOMPARE(answer(clinic, link, born, another(code)).kind, Kind::Refused);
        }
        if (how == "when a newer one comes")
            QVERIFY(!askedCode(clinic, link).isEmpty());
        if (how == "another request's")
            code = askedCode(clinic, clinic.create().request.shortLinkId);
        QCOMPARE(answer(clinic, link, born, code).kind, Kind::Refused);
    }

    void withoutALockACodeChangesNothing()
    {
        ScratchClinic clinic;
        const QByteArray link = clinic.create().request.shortLinkId;
        const QByteArray code = askedCode(clinic, link);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(answer(clinic, link, wrong, code).kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, born, "000000").kind, Kind::Opened);
        // Neither does a code spare the count of wrong dates.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(answer(clinic, link, wrong, "000000").kind, Kind::Refused);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
    }

    void whoHasThePhoneCantGuessTheDate()
    {
        ScratchClinic clinic;
        const FileRequest request = clinic.create().request;
        const QByteArray link = request.shortLinkId;
        lock(clinic, link);
        const QByteArray code = askedCode(clinic, link);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(answer(clinic, link, wrong, code).kind, Kind::Refused);
        // The second lock is twice as long, and codes are neither sent nor heard meanwhile.
        QCOMPARE(ask(clinic, link).size(), 0);
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE outcome = 'patient.codes_locked'"), 1);
        clinic.clock.advance(std::chrono::minutes(30) - std::chrono::seconds(1));
        QCOMPARE(ask(clinic, link).size(), 0);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Refused);
        clinic.clock.advance(std::chrono::seconds(1));
        QCOMPARE(ask(clinic, link).size(), 1);
        QCOMPARE(answer(clinic, link, born).kind, Kind::Opened);
    }

    void staffUnlockCodesToo()
    {
        ScratchClinic clinic;
        const FileRequest request = clinic.create().request;
        lock(clinic, request.shortLinkId);
        const QByteArray code = askedCode(clinic, request.shortLinkId);
        for (int i = 0; i < 5; ++i)
            answer(clinic, request.shortLinkId, wrong, code);
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.unlock(tx, ScratchClinic::staff(), request.id).value();
        });
        QCOMPARE(clinic.number("SELECT count(*) FROM audit WHERE action = 'file_request.unlock'"), 1);
        QCOMPARE(ask(clinic, request.shortLinkId).size(), 1);
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
