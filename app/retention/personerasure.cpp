// SPDX-License-Identifier: GPL-3.0-or-later
// What goes with a person when they are erased.
#include "app/access/audit.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/retention/retentionservice.h"
#include "app/storage/vault.h"

namespace anteroom {

namespace {

Result<User> patientFor(Transaction &tx, const Actor &actor, const UserId &id)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    auto user = UserRepository::byId(tx, id);
    if (!user || user->kind != User::Kind::Patient)
        return fail(ErrorCode::NotFound, "user.unknown");
    return *std::move(user);
}

int count(Cursor row)
{
    return row.next() ? int(row.integer(0)) : 0;
}

} // namespace

Result<PersonHoldings> RetentionService::holdingsOf(Transaction &tx, const Actor &actor,
                                                    const UserId &id) const
{
    if (const auto user = patientFor(tx, actor, id); !user)
        return fail(user.error());
    PersonHoldings holdings;
    holdings.requests = count(tx.query("SELECT count(*) FROM file_requests WHERE patient_user_id = ?", id));
    holdings.files = count(tx.query("SELECT count(*) FROM files WHERE user_id = ?", id));
    holdings.devices = int(UserDeviceRepository::ofUser(tx, id).size());
    return holdings;
}

Result<ErasedBatch> RetentionService::erasePerson(WriteTransaction &tx, const Actor &actor,
                                                  const UserId &id) const
{
    const auto user = patientFor(tx, actor, id);
    if (!user)
        return fail(user.error());
    ErasureRepository::begin(tx, id);
    ErasureRepository::noteRemainders(tx);
    ErasureRepository::eraseParticipant(tx, *user);
    ErasureRepository::emptyUser(tx, *user);
    ErasureRepository::eraseCallsOf(tx, id);
    ErasureRepository::erasePerson(tx, user->personId);
    if (!user->personId.isEmpty()) // kept answers that name them in the register are found by it
        recordAudit(tx, actor, {.action = "person.erase", .patient = id, .subject = user->personId});
    recordAudit(tx, actor, {.action = "user.erase", .patient = id, .subject = id.text()});
    tx.changed(Topic::Users, id.text());
    tx.changed(Topic::UserDevices);
    tx.changed(Topic::Calls);
    tx.changed(Topic::Teleconsultations);
    return eraseSome(tx, actor, id);
}

Result<ErasedBatch> RetentionService::continuePerson(WriteTransaction &tx, const UserId &id) const
{
    return eraseSome(tx, Actor::system("retention"), id);
}

// Requests with their files first, then the files that came without a request.
ErasedBatch RetentionService::eraseSome(WriteTransaction &tx, const Actor &actor, const UserId &id) const
{
    ErasedBatch erased;
    const auto eraseFiles = [&](const QVector<FileId> &files) {
        for (const FileId &file : files) {
            ErasureRepository::eraseFile(tx, file);
            recordAudit(tx, actor, {.action = "file.erase", .patient = id, .subject = file.text()});
        }
        erased.files += files;
    };
    for (const auto &request : ErasureRepository::requestsOf(tx, id, batch)) {
        eraseFiles(ErasureRepository::filesOfRequest(tx, request.id));
        ErasureRepository::eraseRequest(tx, request.id);
        recordAudit(tx, actor, {.action = "file_request.erase", .patient = id, .subject = request.id.text()});
        ++erased.requests;
    }
    if (erased.requests < batch)
        eraseFiles(ErasureRepository::filesOfUser(tx, id, batch));
    erased.more = erased.requests == batch || erased.files.size() >= batch;
    if (erased.requests > 0 || !erased.files.isEmpty()) {
        tx.changed(Topic::FileRequests);
        tx.changed(Topic::Files);
        tx.changed(Topic::Outbox);
    }
    return erased;
}

void RetentionService::forgetAsRecipient(WriteTransaction &tx, const UserId &id,
                                         const QVector<QByteArray> &requests) const
{
    for (const QByteArray &request : requests) {
        ErasureRepository::forgetRecipient(tx, request, id);
        tx.changed(Topic::FileRequests, request);
    }
}

void RetentionService::eraseMessages(WriteTransaction &tx, const QVector<QByteArray> &messages) const
{
    for (const QByteArray &message : messages)
        ErasureRepository::eraseMessage(tx, message);
    if (!messages.isEmpty())
        tx.changed(Topic::Outbox);
}

void RetentionService::endPerson(WriteTransaction &tx, const UserId &id) const
{
    // While requests of theirs were left, an open page of one could make keys anew.
    Vault::erase(tx, id.text());
    ErasureRepository::end(tx, id);
    recordAudit(tx, Actor::system("retention"),
                {.action = "user.erase_done", .patient = id, .subject = id.text()});
}

} // namespace anteroom
