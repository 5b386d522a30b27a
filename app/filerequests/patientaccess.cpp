// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/patientaccess.h"

#include "app/access/audit.h"
#include "app/base/isodate.h"
#include "app/base/random.h"
#include "app/filerequests/filerepository.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/filerequests/fileservice.h"
#include "app/settings/settings.h"

#include <QCryptographicHash>

#include <algorithm>

namespace anteroom {

namespace {

QByteArray sha256(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

QByteArray randomToken()
{
    return randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// The count after one more wrong date, and the lock that the last one allowed brings.
FileRequestRepository::Lock afterWrongDate(FileRequestRepository::Lock lock, UtcTime now)
{
    if (++lock.wrongDates < PatientAccess::wrongDatesAllowed)
        return lock;
    std::chrono::minutes length = PatientAccess::firstLock;
    for (int i = 0; i < lock.lockCount && length < PatientAccess::longestLock; ++i)
        length *= 2;
    lock.wrongDates = 0;
    ++lock.lockCount;
    lock.lockedUntil = now + std::min<std::chrono::minutes>(length, PatientAccess::longestLock);
    return lock;
}

Actor patientActor(const FileRequestId &id, const QByteArray &source)
{
    Actor actor;
    actor.kind = Actor::Kind::Patient;
    actor.id = id.text();
    actor.source = source;
    return actor;
}

} // namespace

PatientAccess::PatientAccess(const Settings &settings, const Vault &vault, const Outbox &outbox)
    : m_settings(settings)
    , m_codes(settings, vault, outbox)
{
}

Result<DateAnswer> PatientAccess::checkDateOfBirth(WriteTransaction &tx, const QByteArray &shortLinkId,
                                                   QDate date, const QByteArray &source,
                                                   const QByteArray &code) const
{
    // What is missing is replaced by something that is not, so that every way through does the same work.
    const auto found = FileRequestRepository::byShortLink(tx, shortLinkId);
    const FileRequest request = found.value_or(FileRequest{.id = FileRequestId::generate(tx.now())});
    const FileRequestRepository::Lock lock = FileRequestRepository::lockOf(tx, request.id);

    const QByteArray expected = found ? isoDate(request.patientDateOfBirth) : QByteArray("0000-00-00");
    const QByteArray given = date.isValid() ? isoDate(date) : QByteArray("9999-99-99");
    const bool right = equalInConstantTime(expected, given) && found;
    const bool locked = lock.lockedUntil && *lock.lockedUntil > tx.now();
    const bool late = request.isLinkExpired(tx.now());
    const bool codeFits = !code.isEmpty() && m_codes.tryOut(tx, request, code);
    const bool passes = locked && codeFits && !(lock.codesLockedUntil && *lock.codesLockedUntil > tx.now());
    const bool heard = !locked || passes;

    DateAnswer answer;
    answer.knownLink = found.has_value();
    FileRequestRepository::Lock newLock = lock;
    if (right && heard) {
        answer.kind = late ? DateAnswer::Kind::Expired : DateAnswer::Kind::Opened;
        newLock.wrongDates = 0;
    } else if (heard) {
        newLock = afterWrongDate(lock, tx.now());
        if (passes && newLock.lockCount > lock.lockCount)
            newLock.codesLockedUntil = newLock.lockedUntil;
    }
    FileRequestRepository::setLock(tx, request.id, newLock);
    if (found && newLock.lockCount > lock.lockCount)
        tx.changed(Topic::FileRequests, request.id.text()); // staff see it

    const char *outcome = "ok";
    if (answer.kind != DateAnswer::Kind::Opened)
        outcome = answer.kind == DateAnswer::Kind::Expired ? "patient.expired"
                  : !found                                 ? "patient.unknown_link"
                  : heard                                  ? "patient.wrong_date"
                  : code.isEmpty()                         ? "patient.locked"
                                                           : "patient.wrong_code";
    recordAudit(tx, patientActor(request.id, source),
                {.action = passes ? "patient.date_and_code" : "patient.date_of_birth",
                 .patient = request.patient,
                 .subject = found ? request.id.text() : QByteArray(),
                 .outcome = outcome});
    if (answer.kind != DateAnswer::Kind::Opened)
        return answer;

    PatientCodes::end(tx, request.id);
    answer.session = {randomToken(), randomToken(), tx.now() + sessionFor, request.id};
    tx.execute("INSERT INTO patient_sessions (token_sha256, file_request_id, csrf, created_at, expires_at) "
               "VALUES (?, ?, ?, ?, ?)",
               Blob{sha256(answer.session.token)}, request.id, answer.session.csrf, tx.now(),
               answer.session.expiresAt);
    if (!request.openedAt) {
        FileRequest opened = request;
        opened.openedAt = tx.now();
        FileRequestRepository::update(tx, opened);
        tx.changed(Topic::FileRequests, request.id.text());
    }
    return answer;
}

Result<void> PatientAccess::askForCode(WriteTransaction &tx, const QByteArray &shortLinkId,
                                       const QByteArray &source) const
{
    const auto request = FileRequestRepository::byShortLink(tx, shortLinkId);
    AuditEntry entry{.action = "patient.code", .outcome = "patient.unknown_link"};
    if (request) {
        const auto lock = FileRequestRepository::lockOf(tx, request->id);
        entry.patient = request->patient;
        entry.subject = request->id.text();
        if (lock.codesLockedUntil && *lock.codesLockedUntil > tx.now()) {
            entry.outcome = "patient.codes_locked";
        } else {
            const auto sent = m_codes.send(tx, *request);
            if (!sent)
                return fail(sent.error());
            entry.outcome = *sent;
        }
    }
    recordAudit(tx, patientActor(request ? request->id : FileRequestId::generate(tx.now()), source), entry);
    return {};
}

Result<PatientPage> PatientAccess::page(Transaction &tx, const QByteArray &shortLinkId,
                                        const QByteArray &token) const
{
    const auto unknown = [] { return fail(ErrorCode::Unauthenticated, "session.unknown"); };
    PatientPage page;
    FileRequestId id;
    {
        // From the session to its link: the time that it takes says nothing of a link somebody asks for.
        const QByteArray hash = sha256(token);
        Cursor row = tx.query("SELECT csrf, file_request_id FROM patient_sessions WHERE token_sha256 = ? "
                              "AND expires_at > ?",
                              Blob{hash}, tx.now());
        if (!row.next())
            return unknown();
        page.csrf = row.bytes(0);
        id = row.id<FileRequestId>(1);
    }
    const auto request = FileRequestRepository::byId(tx, id);
    if (!request || !equalInConstantTime(request->shortLinkId, shortLinkId))
        return unknown();
    page.request = *request;
    page.clinicName = m_settings.text("ANTEROOM_CLINIC_NAME");
    page.clinicPhone = m_settings.text("ANTEROOM_CLINIC_PHONE");
    page.files = FileRepository::sentTo(tx, request->id);
    page.isCancelled = request->state == FileRequest::State::Cancelled;
    page.isExpired = request->isLinkExpired(tx.now());
    page.photosLeft = std::max(0, FileService::mostPhotos - FileRepository::countOfRequest(tx, request->id));
    return page;
}

Actor PatientAccess::actorOf(const PatientPage &page, const QByteArray &source)
{
    return patientActor(page.request.id, source);
}

void PatientAccess::forgetOldSessions(WriteTransaction &tx)
{
    tx.execute("DELETE FROM patient_sessions WHERE expires_at <= ?", tx.now());
    PatientCodes::forgetOld(tx);
}

} // namespace anteroom
