// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/resumableuploads.h"

#include "app/access/auditlater.h"
#include "app/base/random.h"
#include "server/http/query.h"
#include "server/patient/multiparthead.h"
#include "server/patient/patientsite.h"
#include "server/patient/uploadpiece.h"

#include <QCryptographicHash>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr qint64 formBytes = 32 * 1024;
constexpr qsizetype longestDescription = 1000; ///< characters

PhotoBatch::Outcome outcome(int status, const char *phrase, bool again = true)
{
    return {status, {{QString(), phrase, again}}};
}

QByteArray sourceOf(const RequestHead &head)
{
    return head.peer.toString().toLatin1();
}

} // namespace

ResumableUploads::ResumableUploads(PatientSite &site, const Vault &vault, const QString &folder)
    : m_site(site)
    , m_vault(vault)
    , m_folder(folder)
{
    const auto names = m_site.parts().store.readNow(
        [](Transaction &tx) -> Result<QStringList> { return PhotoUploads::allNames(tx); });
    if (names)
        m_folder.removeAllBut(*names, std::chrono::seconds(0));
}

void ResumableUploads::addRoutes(Router &router)
{
    const auto add = [&router](const char *path, const char *name, RouteHandler handler,
                               SinkFactory sink = {}) {
        router.add({.method = HttpMethod::Post,
                    .path = path,
                    .operationId = name,
                    .listener = Listener::Patient,
                    .body = BodyKind::Raw,
                    .handler = std::move(handler),
                    .bodyLimit = BodyLimit{.maxBytes = formBytes},
                    .sink = std::move(sink),
                    .documented = false});
    };
    add("/r/{link}/uploads", "patientUploadBegin", [this](RouteCall &call) { begin(call); });
    add(
        "/r/{link}/uploads/{upload}", "patientUploadPiece",
        [this](RouteCall &call) { call.answer.respond(problem(call.request, outcome(503, "body.disk"))); },
        [this](const RequestHead &) { return std::make_unique<UploadPiece>(m_site, *this); });
    add("/r/{link}/uploads/{upload}/done", "patientUploadDone", [this](RouteCall &call) { finish(call); });
}

HttpResponse ResumableUploads::answer(int status, const QByteArray &json)
{
    return HttpResponse::json(status, json)
        .with("Cache-Control"_ba, "no-store"_ba)
        .with("X-Content-Type-Options"_ba, "nosniff"_ba);
}

HttpResponse ResumableUploads::problem(const RequestHead &head, const PhotoBatch::Outcome &why) const
{
    HttpResponse response = m_site.pages().scriptAnswer(m_site.frameOf(head), why.status, why.problems);
    if (why.status == 503)
        response.with("Retry-After"_ba, "30"_ba);
    return response;
}

std::optional<PhotoBatch::Outcome> ResumableUploads::whyNot(const Result<PatientPage> &page)
{
    if (!page && page.error().code == ErrorCode::Unauthenticated)
        return outcome(403, "ended.words", false);
    if (!page)
        return outcome(503, "body.disk");
    if (page->isCancelled)
        return outcome(409, "cancelled.words", false);
    if (page->isExpired)
        return outcome(410, "expired.words", false);
    return std::nullopt;
}

std::optional<PatientPage> ResumableUploads::trusted(RouteCall &call, const QByteArray &csrf) const
{
    const QByteArray token = m_site.sessionOf(call.request);
    const Result<PatientPage> page = token.isEmpty() || !call.reader
                                         ? fail(ErrorCode::Unauthenticated, "session.unknown")
                                         : call.reader->run([&](Transaction &tx) {
                                               return m_site.parts().access.page(tx, call.param(0), token);
                                           });
    if (const auto why = whyNot(page))
        call.answer.respond(problem(call.request, *why));
    else if (!equalInConstantTime(csrf, page->csrf))
        call.answer.respond(problem(call.request, outcome(403, "body.stale")));
    else
        return *page;
    return std::nullopt;
}

void ResumableUploads::begin(RouteCall &call)
{
    const QueryParameters form(call.request.body);
    const auto page = trusted(call, form.value("csrf").value_or(QByteArray()));
    if (!page)
        return;
    const Actor actor = PatientAccess::actorOf(*page, sourceOf(call.request));
    m_site.parts().store.write(
        [this, actor, request = page->request.id, patient = page->request.patient,
         sha256 = QByteArray::fromHex(form.value("sha256").value_or(QByteArray())),
         size = form.value("size").value_or(QByteArray()).toLongLong()](
            WriteTransaction &tx) -> Result<PhotoUploads::Begun> {
            auto begun = PhotoUploads::begin(tx, request, sha256, size);
            // What is there already may be the last one that the request takes.
            if (!begun || begun->upload.isSent)
                return begun;
            if (const auto room = m_site.parts().files.beginPhotos(tx, actor, request); !room)
                return fail(room.error());
            if (begun->isNew)
                recordAudit(tx, actor,
                            {.action = "patient.upload", .patient = patient, .subject = request.text()});
            return begun;
        },
        [this, to = call.answer, head = RequestHead(call.request)](const Result<PhotoUploads::Begun> &begun) {
            if (!begun) {
                to.respond(problem(head, begun.error().code == ErrorCode::Invalid
                                             ? outcome(400, "body.malformed")
                                             : PhotoBatch::outcomeOf(begun.error())));
                return;
            }
            const PhotoUpload &upload = begun->upload;
            to.respond(answer(200, "{\"id\":\"" + upload.id +
                                       "\",\"have\":" + QByteArray::number(upload.received) +
                                       ",\"sent\":" + (upload.isSent ? "true" : "false") + '}'));
            if (!begun->removed.isEmpty())
                m_site.parts().pool.start(
                    [folder = m_folder, names = begun->removed] { folder.remove(names); });
        });
}

Result<ResumableUploads::Place> ResumableUploads::placeOf(const PatientPage &page, const QByteArray &id)
{
    return m_site.parts().store.writeNow([&](WriteTransaction &tx) -> Result<Place> {
        auto upload = PhotoUploads::find(tx, page.request.id, id);
        if (!upload || upload->isSent)
            return fail(ErrorCode::NotFound, "upload.unknown");
        auto key = m_vault.fileKey(tx, page.request.patient.text());
        if (!key)
            return fail(key.error());
        return Place{*std::move(upload), *std::move(key)};
    });
}

Result<PhotoUpload> ResumableUploads::add(const PatientPage &page, const QByteArray &id,
                                          const UploadPart &part)
{
    auto added = m_site.parts().store.writeNow(
        [&](WriteTransaction &tx) { return PhotoUploads::addPart(tx, page.request.id, id, part); });
    if (!added) {
        m_folder.remove({part.name});
        if (added.error().is("upload.too_many_parts"))
            drop(id);
    }
    return added;
}

void ResumableUploads::drop(const QByteArray &id)
{
    const auto names = m_site.parts().store.writeNow(
        [&](WriteTransaction &tx) -> Result<QStringList> { return PhotoUploads::discard(tx, id); });
    if (names)
        m_folder.remove(*names);
}

void ResumableUploads::finish(RouteCall &call)
{
    const QueryParameters form(call.request.body);
    const auto page = trusted(call, form.value("csrf").value_or(QByteArray()));
    if (!page)
        return;
    const QString description = QString::fromUtf8(form.value("description").value_or(QByteArray())).trimmed();
    if (description.size() > longestDescription) {
        call.answer.respond(problem(call.request, outcome(400, "body.description")));
        return;
    }
    const Words words{tidyFileName(QString::fromUtf8(form.value("name").value_or(QByteArray()))),
                      description.isEmpty() ? QString() : description};
    m_site.parts().pool.start([this, head = RequestHead(call.request), page = *page, id = call.param(1),
                               words, to = call.answer] { finishInPool(head, page, id, words, to); });
}

void ResumableUploads::finishInPool(const RequestHead &head, const PatientPage &page, const QByteArray &id,
                                    const Words &words, const Answer &to)
{
    // Whoever lost the connection while it was being checked asks again, and hears that it still is.
    auto lease = m_leases.take("finish/" + id, 1);
    HttpResponse response = lease ? finished(head, page, id, words) : answer(202, "{}");
    lease.reset(); // before the answer: whoever reads it may ask again
    to.respond(std::move(response));
}

HttpResponse ResumableUploads::finished(const RequestHead &head, const PatientPage &page,
                                        const QByteArray &id, const Words &words)
{
    Store &store = m_site.parts().store;
    const auto upload = store.readNow([&](Transaction &tx) -> Result<PhotoUpload> {
        auto found = PhotoUploads::find(tx, page.request.id, id);
        return found ? Result<PhotoUpload>(*found) : fail(ErrorCode::NotFound, "upload.unknown");
    });
    if (!upload)
        return upload.error().code == ErrorCode::NotFound
                   ? answer(404, "{}")
                   : problem(head, PhotoBatch::outcomeOf(upload.error()));
    if (upload->isSent)
        return answer(200, "{}");
    if (!upload->isWhole())
        return answer(409, "{\"have\":" + QByteArray::number(upload->received) + '}');

    auto photo = joined(page, *upload, words.name);
    PhotoBatch::Outcome result;
    QStringList pieces;
    if (!photo && photo.error().code == ErrorCode::Unavailable) {
        result = PhotoBatch::outcomeOf(photo.error());
    } else if (!photo) {
        result = outcome(422, "body.malformed");
        auditLater(store, PatientAccess::actorOf(page, sourceOf(head)),
                   {.action = "patient.photo",
                    .patient = page.request.patient,
                    .subject = page.request.id.text(),
                    .outcome = photo.error().reason});
    } else {
        (*photo)->description = words.description;
        std::vector<std::unique_ptr<IncomingPhoto>> one;
        one.push_back(*std::move(photo));
        result =
            PhotoBatch(m_site.batchParts(), PatientAccess::actorOf(page, sourceOf(head)), page.request.id)
                .take(one, [&](WriteTransaction &tx) { pieces = PhotoUploads::setSent(tx, id); });
    }
    if (result.status == 200) {
        m_folder.remove(pieces);
        return answer(200, "{}");
    }
    if (result.status != 503)
        drop(id);
    return problem(head, result);
}

Result<std::unique_ptr<IncomingPhoto>>
ResumableUploads::joined(const PatientPage &page, const PhotoUpload &upload, const QString &name) const
{
    struct Pieces
    {
        SecretKey key;
        QVector<UploadPart> parts;
    };
    auto pieces = m_site.parts().store.readNow([&](Transaction &tx) -> Result<Pieces> {
        auto key = m_vault.existingFileKey(tx, page.request.patient.text());
        if (!key)
            return fail(key.error());
        return Pieces{*std::move(key), PhotoUploads::parts(tx, upload.id)};
    });
    if (!pieces)
        return fail(pieces.error());
    auto photo = IncomingPhoto::create(m_site.parts().blobs, name);
    if (!photo)
        return photo;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const UploadPart &part : pieces->parts) {
        const auto reader = m_folder.open(upload.id, part, pieces->key);
        if (!reader)
            return fail(reader.error());
        for (qint64 length = 0; length < part.length;) {
            const auto block = (*reader)->read();
            if (!block || block->isEmpty())
                return block ? fail(ErrorCode::Internal, "file.damaged") : fail(block.error());
            length += block->size();
            hash.addData(*block);
            if (const auto written = (*photo)->write(*block); !written)
                return fail(written.error());
        }
    }
    if (hash.result() != upload.sha256)
        return fail(ErrorCode::Unprocessable, "upload.not_what_was_said");
    if (const auto done = (*photo)->finish(); !done)
        return fail(done.error());
    return photo;
}

void ResumableUploads::sweep()
{
    struct Found
    {
        QStringList gone;
        QStringList known;
    };
    m_site.parts().store.write(
        [](WriteTransaction &tx) -> Result<Found> {
            QStringList gone = PhotoUploads::sweep(tx);
            return Found{std::move(gone), PhotoUploads::allNames(tx)};
        },
        [this](const Result<Found> &found) {
            if (!found)
                return;
            m_site.parts().pool.start([folder = m_folder, names = *found] {
                folder.remove(names.gone);
                folder.removeAllBut(names.known, std::chrono::hours(1));
            });
        });
}

} // namespace anteroom
