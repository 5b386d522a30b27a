// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/fileroutes.h"

#include "app/access/audit.h"
#include "server/filerequests/filecontent.h"
#include "server/filerequests/fileintake.h"
#include "server/http/jsonbody.h"
#include "server/http/query.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr int filesGroup = 1; // of body limits: large bodies share their places
constexpr int filesAtOnce = 2;
constexpr int longestSide = 10'000;

void auditRead(Store &store, const Actor &actor, const StoredFile &stored)
{
    store.writeLater([actor, patient = stored.patient, id = stored.file.id.text()](WriteTransaction &tx) {
        recordAudit(tx, actor, {.action = "file.read", .patient = patient, .subject = id});
    });
}

// In a thread of the pool: the body may be 48 MiB, and every photo goes through the confined child.
void createFiles(const FileRouteParts &parts, RouteCall &call)
{
    const Answer &answer = call.answer;
    auto body = readJsonBody(call.request, BodyKind::Json, parts.openApi->bodySchema("createFiles"));
    call.request.body.clear();
    if (!body) {
        answer.respond(refusalResponse(answer.context(), body.error().status, body.error().sentence));
        return;
    }
    auto uploaded = uploadedFilesFrom(*body);
    *body = {};
    if (!uploaded) {
        answer.fail(uploaded.error());
        return;
    }
    FileIntake intake(parts.blobs, parts.intake, parts.service.scanner(), parts.timeZone(), parts.stopping);
    const auto begun = parts.store.writeNow([&](WriteTransaction &tx) -> Result<std::shared_ptr<UploadRoom>> {
        auto room = parts.service.beginFiles(tx, call.actor, uploaded->about);
        if (!room)
            return fail(room.error());
        return std::make_shared<UploadRoom>(*std::move(room));
    });
    if (!begun) {
        answer.refuse(parts.store, begun.error());
        return;
    }
    for (UploadedFile &file : uploaded->files) {
        if (auto taken = intake.take(file, **begun, parts.store.clock().now()); !taken) {
            intake.discard();
            if (taken.error().is("file.infected"))
                answer.auditOutcome(parts.store, taken.error().reason);
            answer.fail(taken.error());
            return;
        }
        file.contents.clear();
    }
    const auto ready = std::make_shared<FileIntake>(std::move(intake));
    answer.write(
        parts.store,
        [&service = parts.service, actor = call.actor, about = uploaded->about, ready](WriteTransaction &tx) {
            return service.addFiles(tx, actor, about, ready->files());
        },
        [ready](const QVector<File> &files) { return HttpResponse::json(200, encodedFiles(files)); },
        [ready] { ready->keep(); });
}

void answerRendered(const FileRouteParts &parts, const RouteCall &call, const StoredFile &stored,
                    const SecretKey &key, QSize wanted)
{
    auto content = parts.blobs.load(stored.file.id, BlobStore::Part::Content, key);
    if (!content) {
        call.answer.fail(content.error());
        return;
    }
    const auto drawn = parts.intake.render(*content, wanted);
    // A picture of a kind that cannot be drawn here is handed out as it is.
    call.answer.respond(drawn ? renderedContent(drawn->mimeType, drawn->bytes)
                              : renderedContent(stored.file.mimeType.toUtf8(), *content));
}

void getFile(const std::shared_ptr<const FileRouteParts> &parts, RouteCall &call)
{
    const auto id = FileId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(parts->store, Error{ErrorCode::NotFound, "file.unknown", nullptr, {}});
        return;
    }
    const auto asked = QueryParameters(call.request.rawQuery).value("imageSize");
    const auto wanted = asked ? imageSizeFrom(*asked) : std::nullopt;
    if (asked && !wanted) {
        call.answer.fail(Error{ErrorCode::Invalid, "file.image_size", "imageSize", {}});
        return;
    }
    struct Found
    {
        StoredFile stored;
        SecretKey key;
    };
    auto found = call.reader->run([&](Transaction &tx) -> Result<std::shared_ptr<Found>> {
        auto stored = parts->service.get(tx, call.actor, *id);
        if (!stored)
            return fail(stored.error());
        auto key = parts->service.keyOf(tx, *stored);
        if (!key)
            return fail(key.error());
        return std::make_shared<Found>(Found{*std::move(stored), *std::move(key)});
    });
    if (!found) {
        call.answer.refuse(parts->store, found.error());
        return;
    }
    auditRead(parts->store, call.actor, (*found)->stored);
    if (wanted && (*found)->stored.file.isImage()) {
        call.reader = nullptr;
        parts->pool.start([parts, call = std::make_shared<RouteCall>(std::move(call)), found = *found,
                           wanted] { answerRendered(*parts, *call, found->stored, found->key, *wanted); });
        return;
    }
    auto response = storedContent(parts->blobs, (*found)->stored.file, (*found)->key);
    if (response)
        call.answer.respond(*std::move(response));
    else
        call.answer.fail(response.error());
}

} // namespace

void addFileRoutes(Router &router, const FileRouteParts &given)
{
    const auto parts = std::make_shared<const FileRouteParts>(given);
    router.add({.method = HttpMethod::Post,
                .path = "/v1/files",
                .operationId = "createFiles",
                .family = Family::XOn,
                .scope = Scope::FileRequestWrite,
                .body = BodyKind::Raw,
                .handler =
                    [parts](RouteCall &call) {
                        call.reader = nullptr;
                        parts->pool.start([parts, call = std::make_shared<RouteCall>(std::move(call))] {
                            createFiles(*parts, *call);
                        });
                    },
                .bodyLimit = BodyLimit{given.bodyLimit, filesGroup, filesAtOnce},
                .action = "file.add"});
    router.add({.path = "/v1/files/{id}",
                .operationId = "getFile",
                .family = Family::XOn,
                .scope = Scope::FileRead,
                .handler = [parts](RouteCall &call) { getFile(parts, call); },
                .action = "file.read"});
}

std::optional<QSize> imageSizeFrom(QByteArrayView text)
{
    const qsizetype cross = text.indexOf('x');
    if (cross < 1)
        return std::nullopt;
    const auto side = [](QByteArrayView digits) -> int {
        if (digits.isEmpty() || digits.size() > 5)
            return 0;
        int number = 0;
        for (const char digit : digits) {
            if (digit < '0' || digit > '9')
                return 0;
            number = number * 10 + (digit - '0');
        }
        return number <= longestSide ? number : 0;
    };
    const QSize size(side(text.first(cross)), side(text.sliced(cross + 1)));
    return size.width() > 0 && size.height() > 0 ? std::optional(size) : std::nullopt;
}

} // namespace anteroom
