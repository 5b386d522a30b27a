// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of files that wait for the virus scanner.
#include "app/access/audit.h"
#include "app/filerequests/filerepository.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/filerequests/fileservice.h"

namespace anteroom {

QVector<WaitingFile> FileService::waitingForScan(Transaction &tx) const
{
    return FileRepository::waitingForScan(tx);
}

Result<SecretKey> FileService::keyOf(Transaction &tx, const WaitingFile &file) const
{
    return m_vault.existingFileKey(tx, file.keyName);
}

void FileService::postponeScan(WriteTransaction &tx, const FileId &id, UtcTime until) const
{
    FileRepository::postponeScan(tx, id, until);
}

Result<void> FileService::passScan(WriteTransaction &tx, const Actor &actor, const FileId &id) const
{
    const auto waiting = FileRepository::waiting(tx, id);
    if (!waiting)
        return {}; // removed meanwhile
    FileRepository::setScanned(tx, id, ScanState::Clean, std::nullopt);
    recordAudit(tx, actor, {.action = "file.scan", .patient = waiting->patient, .subject = id.text()});
    tx.changed(Topic::Files, id.text());
    auto request = FileRequestRepository::byId(tx, waiting->file.fileRequest);
    if (!request)
        return {};
    if (request->state != FileRequest::State::Cancelled)
        markAnswered(tx, *request);
    tx.changed(Topic::FileRequests, request->id.text());
    return announce(tx, *request, {waiting->file});
}

Result<void> FileService::condemn(WriteTransaction &tx, const Actor &actor, const FileId &id) const
{
    const auto waiting = FileRepository::waiting(tx, id);
    if (!waiting)
        return {};
    FileRepository::setScanned(tx, id, ScanState::Infected, tx.now());
    recordAudit(tx, actor,
                {.action = "file.scan",
                 .patient = waiting->patient,
                 .subject = id.text(),
                 .outcome = "file.infected"});
    tx.changed(Topic::Files, id.text());
    if (!waiting->file.fileRequest.isNull())
        tx.changed(Topic::FileRequests, waiting->file.fileRequest.text());
    return {};
}

} // namespace anteroom
