// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/retentionservice.h"

#include "app/access/audit.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"

namespace anteroom {

namespace {

// A key's hour must be over too: something may be sealed with it still.
constexpr std::chrono::hours keyPeriod(1);

Actor itself()
{
    return Actor::system("retention");
}

} // namespace

RetentionService::RetentionService(const Settings &settings)
    : m_settings(settings)
{
}

std::optional<UtcTime> RetentionService::cutoff(UtcTime now) const
{
    const qint64 days = m_settings.integer("ANTEROOM_RETENTION_DAYS");
    return days > 0 ? std::optional(now - std::chrono::days(days)) : std::nullopt;
}

Result<ErasedBatch> RetentionService::eraseOldFiles(WriteTransaction &tx, UtcTime cutoff, FileId &after) const
{
    ErasedBatch erased;
    const auto files = ErasureRepository::filesBefore(tx, cutoff, after, batch);
    QVector<ErasureRepository::OldFile> over;
    for (const auto &file : files) {
        after = file.id;
        if (ErasureRepository::isKeyOver(tx, file, cutoff - keyPeriod, cutoff))
            over.append(file);
    }
    for (const auto &file : over) {
        if (!file.hasOwnKey)
            Vault::eraseOne(tx, file.key);
    }
    for (const auto &file : over) {
        ErasureRepository::eraseFile(tx, file.id);
        recordAudit(tx, itself(), {.action = "file.erase", .patient = file.user, .subject = file.id.text()});
        erased.files.append(file.id);
    }
    if (!over.isEmpty()) {
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::Files);
        tx.changed(Topic::FileRequests);
    }
    erased.more = files.size() == batch;
    return erased;
}

Result<ErasedBatch> RetentionService::eraseOldResends(WriteTransaction &tx, UtcTime cutoff) const
{
    ErasedBatch erased;
    const auto resends = ErasureRepository::resendsBefore(tx, cutoff, batch);
    for (const auto &resend : resends) {
        ErasureRepository::eraseResend(tx, resend);
        recordAudit(tx, itself(),
                    {.action = "device_request.text_erase",
                     .patient = UserId::fromTrusted(resend.person),
                     .subject = resend.job});
    }
    if (!resends.isEmpty()) {
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::DeviceRequests);
        tx.changed(Topic::Outbox);
    }
    erased.more = resends.size() == batch;
    return erased;
}

Result<ErasedBatch> RetentionService::eraseOldRequests(WriteTransaction &tx, const QByteArray &state,
                                                       UtcTime cutoff,
                                                       ErasureRepository::OldRequest &after) const
{
    ErasedBatch erased;
    const auto requests = ErasureRepository::requestsBefore(tx, state, cutoff, after, batch);
    for (const auto &request : requests) {
        after = request;
        if (ErasureRepository::hasFiles(tx, request.id))
            continue;
        ErasureRepository::eraseRequest(tx, request.id);
        recordAudit(
            tx, itself(),
            {.action = "file_request.erase", .patient = request.patient, .subject = request.id.text()});
        ++erased.requests;
    }
    if (erased.requests > 0) {
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::FileRequests);
        tx.changed(Topic::Outbox);
    }
    erased.more = requests.size() == batch;
    return erased;
}

Result<ErasedBatch> RetentionService::eraseOldCalls(WriteTransaction &tx, UtcTime cutoff) const
{
    const auto calls = ErasureRepository::callsBefore(tx, cutoff, batch);
    for (const auto &call : calls) {
        ErasureRepository::eraseCall(tx, call.id);
        recordAudit(tx, itself(), {.action = "call.erase", .patient = call.user, .subject = call.id});
    }
    if (!calls.isEmpty()) {
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::Calls);
        tx.changed(Topic::Outbox);
    }
    ErasedBatch erased;
    erased.more = calls.size() == batch;
    return erased;
}

Result<ErasedBatch> RetentionService::eraseOldTeleconsultations(WriteTransaction &tx, UtcTime cutoff) const
{
    const auto old = ErasureRepository::teleconsultationsBefore(tx, cutoff, batch);
    for (const QByteArray &id : old) {
        ErasureRepository::eraseTeleconsultation(tx, id);
        recordAudit(tx, itself(), {.action = "teleconsultation.erase", .subject = id});
    }
    if (!old.isEmpty()) {
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::Teleconsultations);
        tx.changed(Topic::Outbox);
    }
    ErasedBatch erased;
    erased.more = old.size() == batch;
    return erased;
}

} // namespace anteroom
