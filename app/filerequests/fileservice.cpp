// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/fileservice.h"

#include "app/access/audit.h"
#include "app/delivery/outbox.h"
#include "app/directory/userrepository.h"
#include "app/filerequests/filerepository.h"
#include "app/filerequests/filerequestevent.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/settings/settings.h"

namespace anteroom {

namespace {

constexpr qint64 longestExpiry = 100LL * 366 * 24 * 3600; // seconds

tl::unexpected<Error> unknownRequest()
{
    return fail(ErrorCode::NotFound, "file_request.unknown");
}

Result<void> stillOpen(const FileRequest &request, bool expired)
{
    if (request.state == FileRequest::State::Cancelled)
        return fail(ErrorCode::Conflict, "file_request.cancelled");
    if (expired)
        return fail(ErrorCode::Gone, "file_request.expired");
    return {};
}

} // namespace

// Where files are to go.
struct FileService::Target
{
    UserId patient;
    std::optional<FileRequest> request;
    std::optional<UtcTime> expiresAt;
};

FileService::FileService(const Settings &settings, const Vault &vault, const Outbox &outbox)
    : m_settings(settings)
    , m_vault(vault)
    , m_outbox(outbox)
    , m_scanner(settings)
{
}

Result<FileRequest> FileService::requestTakingPhotos(Transaction &tx, const Actor &actor,
                                                     const FileRequestId &id) const
{
    auto request = FileRequestRepository::byId(tx, id);
    // A patient's session is for one request only.
    if (!request || (actor.kind == Actor::Kind::Patient && actor.id != id.text()) ||
        !actor.mayUseAccount(request->accountId))
        return unknownRequest();
    if (const auto open = stillOpen(*request, request->isLinkExpired(tx.now())); !open)
        return fail(open.error());
    return *std::move(request);
}

Result<UploadRoom> FileService::beginPhotos(WriteTransaction &tx, const Actor &actor,
                                            const FileRequestId &id) const
{
    const auto request = requestTakingPhotos(tx, actor, id);
    if (!request)
        return fail(request.error());
    const int left = mostPhotos - FileRepository::countOfRequest(tx, id);
    if (left <= 0)
        return fail(ErrorCode::TooLarge, "file.too_many");
    return roomFor(tx, request->patient, left);
}

// A key an hour: retention forgets those that are over age, and leaves the others readable.
Result<UploadRoom> FileService::roomFor(WriteTransaction &tx, const UserId &patient, int photosLeft) const
{
    QByteArray name = Vault::hourOf(patient.text(), tx.now());
    auto key = m_vault.fileKey(tx, name);
    if (!key)
        return fail(key.error());
    return UploadRoom{patient, *std::move(key), photosLeft, std::move(name)};
}

Result<QVector<File>> FileService::addPhotos(WriteTransaction &tx, const Actor &actor,
                                             const FileRequestId &id, const QVector<ReadyFile> &files) const
{
    const auto request = requestTakingPhotos(tx, actor, id);
    if (!request)
        return fail(request.error());
    if (FileRepository::countOfRequest(tx, id) + files.size() > mostPhotos)
        return fail(ErrorCode::TooLarge, "file.too_many");
    return keep(tx, actor, {request->patient, *request, {}}, files);
}

Result<FileService::Target> FileService::targetOf(Transaction &tx, const Actor &actor,
                                                  const NewFiles &input) const
{
    if (actor.kind == Actor::Kind::Patient || !actor.mayUse(Scope::FileRequestWrite))
        return fail(ErrorCode::Forbidden, "scope.missing");
    Target target;
    if (input.expiryInterval) {
        if (*input.expiryInterval < 1 || *input.expiryInterval > longestExpiry)
            return fail(ErrorCode::Invalid, "file.expiry_interval", "expiryInterval");
        target.expiresAt = tx.now() + std::chrono::seconds(*input.expiryInterval);
    }
    const auto userId = UserId::parse(input.userId);
    const auto user = userId ? UserRepository::byId(tx, *userId) : std::nullopt;
    if (!user || user->kind != User::Kind::Patient)
        return fail(ErrorCode::NotFound, "user.unknown");
    target.patient = user->id;
    if (input.fileRequestId.isNull())
        return target;

    const auto id = FileRequestId::parse(input.fileRequestId);
    target.request = id ? FileRequestRepository::byId(tx, *id) : std::nullopt;
    if (!target.request || !actor.mayUseAccount(target.request->accountId))
        return unknownRequest();
    // Whoever was told may answer, but what comes is the patient's.
    if (target.request->patient != user->id && target.request->recipient != user->id)
        return unknownRequest();
    if (const auto open = stillOpen(*target.request, target.request->isExpired(tx.now())); !open)
        return fail(open.error());
    target.patient = target.request->patient;
    return target;
}

Result<UploadRoom> FileService::beginFiles(WriteTransaction &tx, const Actor &actor,
                                           const NewFiles &input) const
{
    const auto target = targetOf(tx, actor, input);
    if (!target)
        return fail(target.error());
    return roomFor(tx, target->patient, mostPhotos);
}

Result<QVector<File>> FileService::addFiles(WriteTransaction &tx, const Actor &actor, const NewFiles &input,
                                            const QVector<ReadyFile> &files) const
{
    const auto target = targetOf(tx, actor, input);
    if (!target)
        return fail(target.error());
    return keep(tx, actor, *target, files);
}

Result<QVector<File>> FileService::keep(WriteTransaction &tx, const Actor &actor, const Target &target,
                                        const QVector<ReadyFile> &files) const
{
    QVector<File> added;
    QVector<File> clean;
    const QString accounts = target.request ? QString() : QStringList(actor.accounts).join(u'\x1f');
    for (const ReadyFile &ready : files) {
        File file;
        file.id = ready.id;
        file.fileRequest = target.request ? target.request->id : FileRequestId();
        file.createdAt = tx.now();
        file.expiresAt = target.expiresAt;
        file.description = ready.description;
        file.originalName = ready.originalName;
        file.mimeType = ready.mimeType;
        file.size = ready.size;
        file.imageWidth = ready.width;
        file.imageHeight = ready.height;
        file.photoCreatedAt = ready.takenAt;
        file.hasThumbnail = ready.hasThumbnail;
        FileRepository::insert(tx, file, target.patient, accounts, ready.keyName, ready.scan);
        recordAudit(tx, actor, {.action = "file.add", .patient = target.patient, .subject = file.id.text()});
        tx.changed(Topic::Files, file.id.text());
        added.append(file);
        if (ready.scan == ScanState::Clean)
            clean.append(file);
    }
    if (!target.request || added.isEmpty())
        return added;

    FileRequest request = *target.request;
    tx.changed(Topic::FileRequests, request.id.text());
    if (clean.isEmpty())
        return added; // passScan() sees to the rest
    markAnswered(tx, request);
    if (const auto announced = announce(tx, request, clean); !announced)
        return fail(announced.error());
    return added;
}

void FileService::markAnswered(WriteTransaction &tx, FileRequest &request)
{
    request.state = FileRequest::State::Answered;
    request.answeredAt = tx.now();
    request.closedAt = std::nullopt;
    FileRequestRepository::update(tx, request);
}

Result<void> FileService::announce(WriteTransaction &tx, const FileRequest &request,
                                   const QVector<File> &added) const
{
    NewMessage message;
    message.channel = Channel::Webhook;
    message.to = request.filesUpdateWebhookUrl.isNull() ? m_settings.text("ANTEROOM_DEFAULT_WEBHOOK_URL")
                                                        : request.filesUpdateWebhookUrl;
    message.body = QString::fromUtf8(
        filesUpdateEvent(newUuid(tx.now()), tx.now(), FileRequestRepository::viewOf(tx, request), added));
    message.accountId = request.accountId;
    message.user = request.patient;
    message.reference = request.id.text();
    const auto queued = m_outbox.enqueue(tx, message);
    return queued ? Result<void>() : fail(queued.error());
}

Result<StoredFile> FileService::get(Transaction &tx, const Actor &actor, const FileId &id) const
{
    if (actor.kind == Actor::Kind::Token && !actor.mayUse(Scope::FileRead))
        return fail(ErrorCode::Forbidden, "scope.missing");
    auto row = FileRepository::byId(tx, id);
    if (!row)
        return fail(ErrorCode::NotFound, "file.unknown");
    StoredFile &stored = row->stored;
    const bool hasRequest = !stored.file.fileRequest.isNull();
    bool mine = hasRequest && actor.mayUseAccount(stored.accountId);
    if (!hasRequest) {
        mine = actor.accounts.isEmpty() || row->accounts.isEmpty();
        for (const QString &account : row->accounts.split(u'\x1f'))
            mine = mine || actor.accounts.contains(account);
    }
    if (actor.kind == Actor::Kind::Patient)
        mine = hasRequest && actor.id == stored.file.fileRequest.text();
    if (!mine)
        return fail(ErrorCode::NotFound, "file.unknown");
    if (stored.file.isExpired(tx.now()))
        return fail(ErrorCode::Gone, "file.expired");
    return std::move(stored);
}

Result<SecretKey> FileService::keyOf(Transaction &tx, const StoredFile &file) const
{
    return m_vault.existingFileKey(tx, file.keyName);
}

} // namespace anteroom
