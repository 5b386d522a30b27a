// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/uploadpiece.h"

#include "app/base/random.h"
#include "server/http/query.h"
#include "server/patient/patientsite.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

HttpResponse standsAt(int status, qint64 received)
{
    return ResumableUploads::answer(status, "{\"have\":" + QByteArray::number(received) + '}');
}

} // namespace

UploadPiece::UploadPiece(PatientSite &site, ResumableUploads &uploads)
    : m_site(site)
    , m_uploads(uploads)
{
}

void UploadPiece::answer(HttpResponse response)
{
    m_answered = true;
    m_writing.writer.reset(); // one that is not committed leaves no file
    m_lease.reset();
    m_ticket.respond(std::move(response));
}

void UploadPiece::begin(RequestHead &&head, Ticket ticket)
{
    m_head = std::move(head);
    m_ticket = std::move(ticket);
    const QByteArrayList path = m_head.segments();
    const Result<PatientPage> page = m_site.pageOf(m_head, path.value(1));
    if (const auto why = ResumableUploads::whyNot(page))
        return answer(m_uploads.problem(m_head, *why));
    m_page = *page;
    if (!equalInConstantTime(m_head.headers.value("x-csrf"), m_page->csrf))
        return answer(m_uploads.problem(m_head, {403, {{QString(), "body.stale", true}}}));

    m_lease = m_uploads.leases().take(m_page->request.id.text(), ResumableUploads::mostAtOnce);
    if (!m_lease)
        return answer(m_uploads.problem(m_head, {503, {{QString(), "body.disk", true}}}));
    const auto place = m_uploads.placeOf(*m_page, path.value(3));
    if (!place)
        return answer(place.error().code == ErrorCode::NotFound
                          ? ResumableUploads::answer(404, "{}")
                          : m_uploads.problem(m_head, PhotoBatch::outcomeOf(place.error())));
    m_upload = place->upload;
    bool isNumber = false;
    const qint64 from = QueryParameters(m_head.rawQuery).value("from").value_or("").toLongLong(&isNumber);
    const qint64 left = m_upload.size - m_upload.received;
    if (!isNumber || from != m_upload.received || m_head.bodyLength == 0 || m_head.bodyLength > left)
        return answer(standsAt(409, m_upload.received));
    auto writing = m_uploads.folder().create(m_upload.id, place->key);
    if (!writing)
        return answer(m_uploads.problem(m_head, PhotoBatch::outcomeOf(writing.error())));
    m_writing = *std::move(writing);
}

void UploadPiece::write(const QByteArray &block)
{
    if (m_answered)
        return;
    if (m_writing.writer->size() + block.size() > m_upload.size - m_upload.received)
        return answer(standsAt(409, m_upload.received));
    if (const auto written = m_writing.writer->write(block); !written)
        answer(m_uploads.problem(m_head, PhotoBatch::outcomeOf(written.error())));
}

Result<PhotoUpload> UploadPiece::keep()
{
    const qint64 length = m_writing.writer->size();
    const auto committed = m_writing.writer->commit();
    m_writing.writer.reset();
    if (!committed)
        return fail(committed.error());
    return m_uploads.add(*m_page, m_upload.id, {m_upload.received, length, m_writing.name});
}

void UploadPiece::end()
{
    if (m_answered)
        return;
    if (m_writing.writer->size() == 0)
        return answer(standsAt(409, m_upload.received));
    const auto kept = keep();
    if (kept)
        answer(standsAt(200, kept->received));
    else if (kept.error().code == ErrorCode::Conflict)
        answer(standsAt(409, m_upload.received));
    else if (kept.error().code == ErrorCode::NotFound || kept.error().code == ErrorCode::TooLarge)
        answer(ResumableUploads::answer(404, "{}"));
    else
        answer(m_uploads.problem(m_head, PhotoBatch::outcomeOf(kept.error())));
}

// Nobody waits for an answer, but whoever comes back goes on from there.
void UploadPiece::aborted(Abort why)
{
    const bool broke = why == Abort::ClientLeft || why == Abort::Stalled || why == Abort::ShuttingDown;
    if (!m_answered && broke && m_writing.writer && m_writing.writer->size() >= ResumableUploads::leastKept)
        (void)keep();
    m_answered = true;
    m_writing.writer.reset();
    m_lease.reset();
}

} // namespace anteroom
