// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/patientsite.h"

#include "app/access/auditlater.h"
#include "app/filerequests/publicurl.h"
#include "app/settings/settings.h"
#include "server/http/query.h"
#include "server/patient/gzip.h"
#include "server/patient/pagelanguage.h"
#include "server/patient/patientupload.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

constexpr qint64 formBytes = 4096;

QByteArray sourceOf(const RequestHead &head)
{
    return head.peer.toString().toLatin1();
}

bool isForm(const RequestHead &head)
{
    const QByteArrayView type = head.headers.view("content-type");
    const qsizetype end = type.indexOf(';');
    return (end < 0 ? type : type.first(end))
               .trimmed()
               .compare("application/x-www-form-urlencoded", Qt::CaseInsensitive) == 0;
}

/// The date that was typed; an invalid one where it is none.
QDate dateOf(const QueryParameters &form)
{
    const auto number = [&form](QByteArrayView name) {
        const QByteArray text = form.value(name).value_or(QByteArray()).trimmed();
        for (const char c : text) {
            if (c < '0' || c > '9')
                return 0;
        }
        return text.size() > 4 ? 0 : text.toInt();
    };
    return QDate(number("year"), number("month"), number("day"));
}

/// The code that was typed, without the blanks that people put into it; empty where there is none.
QByteArray codeOf(const QueryParameters &form)
{
    QByteArray code = form.value("code").value_or(QByteArray()).simplified();
    return code.replace(' ', "").left(PatientCodes::digits + 1);
}

} // namespace

PatientSite::PatientSite(const Parts &parts, Pace pace)
    : m_parts(parts)
    , m_pace(pace)
    , m_pages(m_phrasebook)
    , m_logo(parts.settings)
    , m_misses(parts.clock, pace.misses)
    , m_uploads(*this, parts.vault, parts.uploadFolder)
{
}

PatientSite::~PatientSite()
{
    stop();
    // What was handed to the writer before still answers through this object.
    (void)m_parts.store.writeNow([](WriteTransaction &) -> Result<void> { return {}; });
}

void PatientSite::stop()
{
    m_stopping = true;
    m_delayer.hurry();
}

void PatientSite::addRoutes(Router &router)
{
    const auto add = [&router](HttpMethod method, const char *path, const char *name, RouteHandler handler,
                               SinkFactory sink = {}) {
        router.add({.method = method,
                    .path = path,
                    .operationId = name,
                    .listener = Listener::Patient,
                    .body = BodyKind::Raw,
                    .handler = std::move(handler),
                    .bodyLimit = BodyLimit{.maxBytes = formBytes},
                    .sink = std::move(sink),
                    .documented = false});
    };
    add(HttpMethod::Get, "/r/-/{asset}", "patientAsset", [this](RouteCall &call) {
        const bool gzip = acceptsGzip(call.request.headers.view("accept-encoding"));
        call.answer.respond(call.param(0) == "logo" ? m_logo.answer() : m_pages.asset(call.param(0), gzip));
    });
    add(HttpMethod::Get, "/r/{link}", "patientPage", [this](RouteCall &call) { getPage(call); });
    add(HttpMethod::Post, "/r/{link}", "patientDate", [this](RouteCall &call) { postDate(call); });
    // Whoever reloads the answer to an upload that failed gets more than an empty page.
    add(HttpMethod::Get, "/r/{link}/files", "patientUploadWrongMethod", [this](RouteCall &call) {
        call.answer.respond(
            m_pages.message(frameOf(call.request), PatientPages::Message::NotAllowed, 405, call.param(0))
                .with("Allow"_ba, "POST"_ba));
    });
    add(
        HttpMethod::Post, "/r/{link}/files", "patientUpload",
        [this](RouteCall &call) { call.answer.respond(busy(frameOf(call.request))); },
        [this](const RequestHead &head) {
            return std::make_unique<PatientUpload>(*this, head.segments().value(1));
        });
    m_uploads.addRoutes(router);
}

PageFrame PatientSite::frameOf(const RequestHead &head) const
{
    const PageLanguage language = pageLanguage(head);
    const QTimeZone zone(m_parts.settings.text("ANTEROOM_TIME_ZONE").toLatin1());
    return {.language = language.code,
            .rememberLanguage = language.chosen,
            .secure = head.secure || m_parts.publicUrl.isSecure(),
            .clinic = m_parts.settings.text("ANTEROOM_CLINIC_NAME"),
            .logo = m_logo.version(),
            .phone = m_parts.settings.text("ANTEROOM_CLINIC_PHONE"),
            .zone = zone.isValid() ? zone : QTimeZone::utc()};
}

QByteArray PatientSite::sessionOf(const RequestHead &head)
{
    return cookieValue(head, "session");
}

HttpResponse PatientSite::busy(const PageFrame &frame) const
{
    return m_pages.message(frame, PatientPages::Message::Busy, 503).with("Retry-After"_ba, "30"_ba);
}

HttpResponse PatientSite::refusalPage(int status) const
{
    const PageFrame frame{.clinic = m_parts.settings.text("ANTEROOM_CLINIC_NAME"),
                          .phone = m_parts.settings.text("ANTEROOM_CLINIC_PHONE")};
    using Message = PatientPages::Message;
    const Message what = status >= 500   ? Message::Busy
                         : status == 413 ? Message::TooLarge
                         : status == 408 ? Message::Stalled
                                         : Message::Unreadable;
    HttpResponse response = m_pages.message(frame, what, status);
    if (status == 503)
        response.with("Retry-After"_ba, "1"_ba);
    return response;
}

Result<PatientPage> PatientSite::pageOf(const RequestHead &head, const QByteArray &link) const
{
    const QByteArray token = sessionOf(head);
    if (token.isEmpty())
        return fail(ErrorCode::Unauthenticated, "session.unknown");
    return m_parts.store.readNow([&](Transaction &tx) { return m_parts.access.page(tx, link, token); });
}

HttpResponse PatientSite::requestPage(const PageFrame &frame, const PatientPage &page,
                                      const PhotoBatch::Outcome &outcome) const
{
    RequestView view;
    view.link = page.request.shortLinkId;
    view.csrf = page.csrf;
    view.staffName = page.request.staffName;
    view.prompt = page.request.prompt;
    view.forProxy = page.request.recipientIsProxy;
    view.left = page.photosLeft;
    for (const File &file : page.files)
        view.sent.append({file.originalName, file.description, file.createdAt, file.size});
    return m_pages.request(frame, view, outcome.status, outcome.problems);
}

HttpResponse PatientSite::uploadAnswer(const RequestHead &head, const QByteArray &link,
                                       const std::optional<PatientPage> &page,
                                       const PhotoBatch::Outcome &outcome) const
{
    using Message = PatientPages::Message;
    const PageFrame frame = frameOf(head);
    HttpResponse response;
    if (head.headers.view("accept").contains("application/json"))
        response = m_pages.scriptAnswer(frame, outcome.status, outcome.problems);
    else if (outcome.status == 200)
        response = PatientPages::seeOther("/r/" + link);
    else if (!page)
        response = m_pages.message(frame, outcome.status == 403 ? Message::Ended : Message::Busy,
                                   outcome.status, link);
    else if (outcome.status == 409)
        response = m_pages.message(frame, Message::Cancelled, 409);
    else if (outcome.status == 410)
        response = m_pages.message(frame, Message::Expired, 410);
    else
        response = requestPage(frame, *page, outcome);
    if (outcome.status == 503)
        response.with("Retry-After"_ba, "30"_ba);
    return response;
}

PhotoBatch::Parts PatientSite::batchParts() const
{
    return {.store = m_parts.store,
            .blobs = m_parts.blobs,
            .files = m_parts.files,
            .intake = m_parts.intake,
            .settings = m_parts.settings,
            .clock = m_parts.clock,
            .stopping = m_stopping};
}

void PatientSite::getPage(RouteCall &call) const
{
    const PageFrame frame = frameOf(call.request);
    const QByteArray token = sessionOf(call.request);
    // Whatever the id: a form, the same one for all.
    const auto stranger = [&] {
        const auto code = QueryParameters(call.request.rawQuery).value("code");
        call.answer.respond(!code             ? m_pages.dateForm(frame)
                            : *code == "sent" ? m_pages.codeForm(frame)
                                              : m_pages.codeOffer(frame));
    };
    if (token.isEmpty() || !call.reader)
        return stranger();
    const Result<PatientPage> page =
        call.reader->run([&](Transaction &tx) { return m_parts.access.page(tx, call.param(0), token); });
    if (!page) {
        if (page.error().code == ErrorCode::Unauthenticated)
            return stranger();
        call.answer.respond(busy(frame));
        return;
    }
    auditLater(
        m_parts.store, PatientAccess::actorOf(*page, sourceOf(call.request)),
        {.action = "patient.view", .patient = page->request.patient, .subject = page->request.id.text()});
    if (page->isCancelled)
        call.answer.respond(m_pages.message(frame, PatientPages::Message::Cancelled, 200));
    else if (page->isExpired)
        call.answer.respond(m_pages.message(frame, PatientPages::Message::Expired, 410));
    else
        call.answer.respond(requestPage(frame, *page, {}));
}

void PatientSite::postDate(RouteCall &call)
{
    const auto began = Delayer::Clock::now();
    const PageFrame frame = frameOf(call.request);
    if (const auto wait = m_misses.begin(call.request.peer); wait.count() > 0) {
        call.answer.respond(m_pages.refused(frame, wait));
        return;
    }
    if (!call.request.body.isEmpty() && !isForm(call.request)) {
        m_misses.hit(call.request.peer); // no date was asked about
        call.answer.respond(m_pages.message(frame, PatientPages::Message::Unreadable, 415));
        return;
    }
    const QueryParameters form(call.request.body);
    if (form.value("ask") == "code"_ba) {
        askForCode(call, began);
        return;
    }
    const QByteArray code = codeOf(form);
    m_parts.store.write(
        [this, link = call.param(0), date = dateOf(form), code, source = sourceOf(call.request)](
            WriteTransaction &tx) { return m_parts.access.checkDateOfBirth(tx, link, date, source, code); },
        [this, answer = call.answer, frame, link = call.param(0), peer = call.request.peer, began,
         withCode = form.value("code").has_value()](const Result<DateAnswer> &result) {
            answerDate(answer, frame, link, {peer, began, withCode}, result);
        });
}

// One answer, whatever becomes of it: not even a full disk may tell that there was something to write. It
// counts as a miss, so that an address can't ask for ever.
void PatientSite::askForCode(RouteCall &call, Delayer::Clock::time_point began)
{
    m_parts.store.write(
        [this, link = call.param(0), source = sourceOf(call.request)](WriteTransaction &tx) {
            return m_parts.access.askForCode(tx, link, source);
        },
        [this, answer = call.answer, link = call.param(0), began](const Result<void> &) {
            answerLate(began, [answer, link] {
                answer.respond(PatientPages::seeOther("/r/" + link.toPercentEncoding() + "?code=sent"));
            });
        });
}

void PatientSite::answerLate(Delayer::Clock::time_point began, std::function<void()> respond)
{
    const auto passed = Delayer::Clock::now() - began + m_misses.miss();
    m_delayer.at(began + m_pace.refusal * (passed / m_pace.refusal + 1), std::move(respond));
}

void PatientSite::answerDate(const Answer &answer, const PageFrame &frame, const QByteArray &link,
                             const Asked &asked, const Result<DateAnswer> &result)
{
    if (!result || result->kind != DateAnswer::Kind::Refused)
        m_misses.hit(asked.peer);
    if (!result) {
        answer.respond(busy(frame));
        return;
    }
    switch (result->kind) {
    case DateAnswer::Kind::Opened: {
        const QByteArray path = "/r/" + link;
        HttpResponse response = PatientPages::seeOther(path);
        response.with(
            "Set-Cookie"_ba,
            "session=" + result->session.token + "; Path=" + path + "; HttpOnly; SameSite=Strict; Max-Age=" +
                QByteArray::number(qint64(std::chrono::seconds(PatientAccess::sessionFor).count())) +
                (frame.secure ? "; Secure" : ""));
        answer.respond(std::move(response));
        return;
    }
    case DateAnswer::Kind::Expired:
        answer.respond(m_pages.message(frame, PatientPages::Message::Expired, 410));
        return;
    case DateAnswer::Kind::Refused:
        break;
    }
    // Every refusal counts, not only that of an unknown link: else the moment of the first 429 would tell
    // which links exist.
    answerLate(asked.began, [this, answer, frame, withCode = asked.withCode] {
        answer.respond(m_pages.refused(frame, {}, withCode));
    });
}

} // namespace anteroom
