// SPDX-License-Identifier: GPL-3.0-or-later
// What staff do with a file request that exists.
#include "app/access/audit.h"
#include "app/delivery/outbox.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/filerequests/filerequestservice.h"

namespace anteroom {

namespace {

tl::unexpected<Error> cancelledAlready()
{
    return fail(ErrorCode::Conflict, "file_request.cancelled");
}

} // namespace

Result<FileRequest> FileRequestService::forChange(Transaction &tx, const Actor &actor,
                                                  const FileRequestId &id) const
{
    if (const auto allowed = mayWrite(actor); !allowed)
        return fail(allowed.error());
    auto request = FileRequestRepository::byId(tx, id);
    if (!request || !actor.mayUseAccount(request->accountId))
        return fail(ErrorCode::NotFound, "file_request.unknown");
    if (request->state == FileRequest::State::Cancelled)
        return cancelledAlready();
    return *std::move(request);
}

Result<FileRequestView> FileRequestService::changed(WriteTransaction &tx, const Actor &actor,
                                                    const FileRequest &request, const char *action) const
{
    FileRequestRepository::update(tx, request);
    recordAudit(tx, actor, {.action = action, .patient = request.patient, .subject = request.id.text()});
    tx.changed(Topic::FileRequests, request.id.text());
    return FileRequestRepository::viewOf(tx, request);
}

Result<FileRequestView> FileRequestService::sendAgain(WriteTransaction &tx, const Actor &actor,
                                                      const FileRequestId &id, Origin origin) const
{
    const auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    if (request->isLinkExpired(tx.now()))
        return fail(ErrorCode::Conflict, "file_request.expired");
    if (request->recipientMobile.isNull() && request->recipientEmail.isNull()) // they were erased
        return fail(ErrorCode::Conflict, "file_request.no_recipient");
    QVector<DeviceId> devices;
    if (!request->recipientMobile.isNull() && request->attemptAppDelivery) {
        const auto recipient = UserRepository::byId(tx, request->recipient);
        if (recipient && recipient->isVerifiedAppUser())
            devices = UserDeviceRepository::liveOfUser(tx, recipient->id);
    }
    if (const auto told = tell(tx, *request, devices, origin); !told)
        return fail(told.error());
    return changed(tx, actor, *request, "file_request.send");
}

Result<FileRequestView> FileRequestService::extend(WriteTransaction &tx, const Actor &actor,
                                                   const FileRequestId &id, const Extension &extension) const
{
    auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    const auto past = [&tx](const auto &end) { return end && *end && **end <= tx.now(); };
    if (past(extension.expiresAt))
        return fail(ErrorCode::Invalid, "date.in_past", "expiresAt");
    if (past(extension.shortLinkExpiresAt))
        return fail(ErrorCode::Invalid, "date.in_past", "shortLinkExpiresAt");
    if (extension.expiresAt)
        request->expiresAt = *extension.expiresAt;
    if (extension.shortLinkExpiresAt)
        request->shortLinkExpiresAt = *extension.shortLinkExpiresAt;
    return changed(tx, actor, *request, "file_request.extend");
}

Result<FileRequestView> FileRequestService::cancel(WriteTransaction &tx, const Actor &actor,
                                                   const FileRequestId &id) const
{
    auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    m_outbox.cancel(tx, id.text());
    request->state = FileRequest::State::Cancelled;
    request->closedAt = tx.now();
    return changed(tx, actor, *request, "file_request.cancel");
}

Result<FileRequestView> FileRequestService::done(WriteTransaction &tx, const Actor &actor,
                                                 const FileRequestId &id) const
{
    auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    if (request->state != FileRequest::State::Done) {
        request->state = FileRequest::State::Done;
        request->closedAt = tx.now();
    }
    return changed(tx, actor, *request, "file_request.done");
}

Result<FileRequestView> FileRequestService::assign(WriteTransaction &tx, const Actor &actor,
                                                   const FileRequestId &id, const QString &login) const
{
    auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    request->assignee = StaffId();
    if (!login.isNull()) {
        Cursor row = tx.query("SELECT id FROM staff WHERE login = ? AND disabled_at IS NULL",
                              login.trimmed().toCaseFolded());
        if (!row.next())
            return fail(ErrorCode::Invalid, "staff.unknown", "login");
        request->assignee = row.id<StaffId>(0);
    }
    return changed(tx, actor, *request, "file_request.assign");
}

Result<FileRequestView> FileRequestService::undo(WriteTransaction &tx, const Actor &actor,
                                                 const FileRequestId &id) const
{
    auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    const int messages = FileRequestRepository::messagesOf(tx, id);
    if (request->state != FileRequest::State::Open || m_outbox.cancel(tx, id.text()) < messages)
        return fail(ErrorCode::Conflict, "file_request.has_left");
    request->state = FileRequest::State::Cancelled;
    request->closedAt = tx.now();
    return changed(tx, actor, *request, "file_request.undo");
}

Result<std::optional<UtcTime>> FileRequestService::lockedUntil(Transaction &tx, const Actor &actor,
                                                               const FileRequestId &id) const
{
    if (const auto view = get(tx, actor, id); !view)
        return fail(view.error());
    const auto lock = FileRequestRepository::lockOf(tx, id);
    return lock.lockedUntil && *lock.lockedUntil > tx.now() ? lock.lockedUntil : std::nullopt;
}

Result<FileRequestView> FileRequestService::unlock(WriteTransaction &tx, const Actor &actor,
                                                   const FileRequestId &id) const
{
    const auto request = forChange(tx, actor, id);
    if (!request)
        return fail(request.error());
    FileRequestRepository::setLock(tx, id, {});
    return changed(tx, actor, *request, "file_request.unlock");
}

} // namespace anteroom
