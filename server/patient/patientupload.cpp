// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/patientupload.h"

#include "app/base/random.h"
#include "server/patient/patientsite.h"

#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr qsizetype longestDescription = 1000; ///< characters
constexpr qsizetype textBytes = 4 * longestDescription;

PhotoBatch::Outcome problem(int status, const char *phrase)
{
    return {status, {{QString(), phrase, true}}};
}

} // namespace

PatientUpload::PatientUpload(PatientSite &site, QByteArray link)
    : m_site(site)
    , m_link(std::move(link))
{
}

PatientUpload::~PatientUpload() = default;

void PatientUpload::begin(RequestHead &&head, Ticket ticket)
{
    m_head = std::move(head);
    m_ticket = std::move(ticket);
    m_byScript = m_head.headers.view("accept").contains("application/json");

    const Result<PatientPage> page = m_site.pageOf(m_head, m_link);
    if (!page) {
        answer(problem(page.error().code == ErrorCode::Unauthenticated ? 403 : 503,
                       page.error().code == ErrorCode::Unauthenticated ? "ended.words" : "body.disk"));
        return;
    }
    m_page = *page;
    const std::optional<QByteArray> boundary =
        MultipartReader::boundaryOf(m_head.headers.value("content-type"));
    if (m_page->isCancelled)
        answer(problem(409, "cancelled.words"));
    else if (m_page->isExpired)
        answer(problem(410, "expired.words"));
    else if (!boundary)
        answer(problem(415, "body.malformed"));
    else if (m_page->photosLeft <= 0)
        answer(problem(413, "body.too_many"));
    else
        m_reader.emplace(*boundary, static_cast<MultipartReceiver &>(*this));
}

void PatientUpload::write(const QByteArray &block)
{
    if (m_answered || !m_reader)
        return;
    if (m_reader->feed(block) == MultipartReader::State::Malformed && !m_answered)
        answer(problem(400, "body.malformed"));
}

bool PatientUpload::partBegins(const MultipartPart &part)
{
    m_text.clear();
    m_field = part.name == "csrf"          ? Field::Csrf
              : part.name == "photo"       ? Field::Photo
              : part.name == "description" ? Field::Description
                                           : Field::Other;
    if (m_field != Field::Photo)
        return true;
    // The token stands before the first photo in our form, so that nothing of a stranger's is stored.
    if (!m_trusted)
        return refuse(problem(403, "body.stale"));
    if (!part.isFile)
        return refuse(problem(400, "body.malformed"));
    if (m_photos >= m_page->photosLeft && !part.fileName.isEmpty())
        return refuse(problem(413, "body.too_many"));
    auto photo = IncomingPhoto::create(m_site.parts().blobs, part.fileName);
    if (!photo)
        return refuse(PhotoBatch::outcomeOf(photo.error()));
    m_places.push_back({*std::move(photo), false});
    return true;
}

bool PatientUpload::partData(QByteArrayView bytes)
{
    if (m_field == Field::Photo) {
        Place &place = m_places.back();
        if (place.skipped)
            return true;
        const Result<void> written = place.photo->write(bytes);
        if (written)
            return true;
        if (written.error().code != ErrorCode::TooLarge)
            return refuse(PhotoBatch::outcomeOf(written.error()));
        // Read on to the end: a browser shows an answer only once it has sent everything.
        place.skipped = true;
        remember(written.error(), place.photo->name());
        return true;
    }
    if (m_field == Field::Other)
        return true;
    if (m_text.size() + bytes.size() > textBytes)
        return refuse(problem(400, "body.description"));
    m_text.append(bytes);
    return true;
}

bool PatientUpload::partEnds()
{
    switch (m_field) {
    case Field::Csrf:
        m_trusted = m_trusted || equalInConstantTime(m_text, m_page->csrf);
        return m_trusted || refuse(problem(403, "body.stale"));
    case Field::Description: {
        const QString words = QString::fromUtf8(m_text).trimmed();
        if (words.size() > longestDescription)
            return refuse(problem(400, "body.description"));
        m_descriptions.emplace_back(m_places.size(), words);
        return true;
    }
    case Field::Photo: {
        Place &place = m_places.back();
        if (place.photo->size() == 0 && place.photo->name().isEmpty()) {
            place.photo.reset(); // a file field that was left empty
            return true;
        }
        ++m_photos;
        if (place.skipped)
            return true;
        const Result<void> finished = place.photo->finish();
        return finished || refuse(PhotoBatch::outcomeOf(finished.error()));
    }
    case Field::Other:
        break;
    }
    return true;
}

void PatientUpload::remember(const Error &error, const QString &photo)
{
    const PhotoBatch::Outcome one = PhotoBatch::outcomeOf(error, photo);
    if (m_problems.problems.isEmpty())
        m_problems.status = one.status;
    m_problems.problems.append(one.problems);
}

bool PatientUpload::refuse(const PhotoBatch::Outcome &outcome)
{
    answer(outcome);
    return false;
}

void PatientUpload::answer(const PhotoBatch::Outcome &outcome)
{
    m_answered = true;
    m_places.clear(); // before the answer: whoever reads it finds nothing left
    m_ticket.respond(m_site.uploadAnswer(m_head, m_link, m_page, outcome));
}

void PatientUpload::end()
{
    if (m_answered || !m_reader)
        return;
    if (m_reader->state() != MultipartReader::State::Complete)
        answer(problem(400, "body.malformed"));
    else if (!m_problems.problems.isEmpty())
        answer(m_problems);
    else if (!m_trusted)
        answer(problem(403, "body.stale"));
    else if (m_photos == 0)
        answer(problem(400, "body.none"));
    else
        checkPhotosInPool();
}

void PatientUpload::checkPhotosInPool()
{
    const bool onePerPhoto = m_descriptions.size() == m_places.size();
    for (size_t i = 0; i < m_descriptions.size(); ++i) {
        const auto &[before, words] = m_descriptions[i];
        if (words.isEmpty())
            continue;
        // One for each photo: in the same order. Otherwise one stands for all photos that came right before
        // it, as in the form without scripts, where a field takes several.
        size_t from = i;
        size_t to = i + 1;
        if (!onePerPhoto && before > 0) {
            from = i > 0 ? m_descriptions[i - 1].first : 0;
            to = before;
        }
        for (size_t place = from; place < qMin(to, m_places.size()); ++place) {
            if (m_places[place].photo)
                m_places[place].photo->description = words;
        }
    }
    // Shared, for the pool wants what can be copied.
    const auto photos = std::make_shared<std::vector<std::unique_ptr<IncomingPhoto>>>();
    for (Place &place : m_places) {
        if (place.photo)
            photos->push_back(std::move(place.photo));
    }
    m_places.clear();
    m_answered = true;
    m_site.parts().pool.start(
        [&site = m_site, head = m_head, link = m_link, ticket = m_ticket, page = m_page, photos] {
            const Actor actor = PatientAccess::actorOf(*page, head.peer.toString().toLatin1());
            const PhotoBatch::Outcome outcome =
                PhotoBatch(site.batchParts(), actor, page->request.id).take(*photos);
            photos->clear();
            ticket.respond(site.uploadAnswer(head, link, page, outcome));
        });
}

void PatientUpload::aborted(Abort)
{
    m_answered = true;
    m_places.clear();
}

} // namespace anteroom
