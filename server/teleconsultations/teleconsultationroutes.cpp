// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/teleconsultations/teleconsultationroutes.h"

#include "app/settings/settings.h"
#include "app/teleconsultations/calendarentry.h"
#include "app/teleconsultations/clinictime.h"
#include "server/http/pagequery.h"
#include "server/http/router.h"
#include "server/teleconsultations/teleconsultationjson.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int outsideThreads = 16;
constexpr int keyThreads = 4;

Error unknownOne()
{
    return {ErrorCode::NotFound, "teleconsultation.unknown", nullptr, {}};
}

// The one refusal of a change whose words the customer's document gives.
Error worded(Error error, const QByteArray &operation)
{
    if (error.is("teleconsultation.no_plus"))
        error.data.insert(u"toTheLetter"_s,
                          QString::fromUtf8("Failed " + operation + ": no plus user in room"));
    return error;
}

Error notFoundOnCrud(const QByteArray &id)
{
    return {ErrorCode::NotFound,
            "teleconsultation.unknown",
            nullptr,
            {{u"toTheLetter"_s, u"Room with id "_s + QString::fromUtf8(id) + u" not found on CRUD"_s}}};
}

Error unauthorizedUser()
{
    return {ErrorCode::Unauthenticated,
            "teleconsultation.not_yours",
            nullptr,
            {{u"toTheLetter"_s, u"Unauthorized user"_s}}};
}

Result<std::optional<UtcTime>> timeFrom(const QueryParameters &query, const char *name)
{
    const auto text = query.value(name);
    if (!text)
        return std::nullopt;
    // A plus that was not encoded has become a space.
    auto time = parseUtcTime(QString::fromUtf8(*text).replace(u' ', u'+'));
    if (!time)
        return fail(ErrorCode::Invalid, "teleconsultation.date", nullptr,
                    {{u"place"_s, u"querystring/"_s + QLatin1String(name)}});
    return time;
}

HttpResponse calendarFile(const QByteArray &text, bool isCancelled)
{
    HttpResponse response;
    response.contentType = "text/calendar; charset=utf-8; method="_ba + (isCancelled ? "CANCEL" : "REQUEST");
    response.body = text;
    response.with("Content-Disposition"_ba, "attachment; filename=\"invite.ics\""_ba);
    response.with("Cache-Control"_ba, "private, no-store"_ba);
    return response;
}

} // namespace

TeleconsultationRoutes::TeleconsultationRoutes(const Parts &parts)
    : m_parts(parts)
    , m_outside(outsideThreads)
    , m_keys(keyThreads)
{
}

void TeleconsultationRoutes::stop()
{
    m_outside.cancel();
    m_keys.cancel();
}

std::optional<Result<QString>> TeleconsultationRoutes::identify(const QByteArray &token,
                                                                std::function<void(Result<QString>)> later)
{
    if (auto known = m_parts.tokens.check(token))
        return known;
    m_keys.start([this, token, later = std::move(later), cameAt = std::chrono::steady_clock::now()](
                     CurlTransfer &transfer, const std::stop_token &stop) {
        later(m_parts.tokens.checkAndFetch({transfer, stop}, token, cameAt));
    });
    return std::nullopt;
}

// Null where nobody is named: then it is the token alone that asks.
QString TeleconsultationRoutes::askerOf(const RouteCall &call) const
{
    if (!call.person.isNull())
        return call.person;
    if (!call.actor.scopes.testFlag(Scope::IdentityDelegate))
        return {};
    const QByteArray name = m_parts.settings.text("USERID_HEADER_KEY").toLatin1();
    const QByteArray id = call.request.headers.value(name);
    return id.isEmpty() ? QString() : QString::fromUtf8(id);
}

// Runs fn(outside) where the call may wait: after it is known that the person whom a foreign token speaks for
// may host.
template<typename F>
void TeleconsultationRoutes::asHost(const RouteCall &call, F fn)
{
    m_outside.start([this, answer = call.answer, person = call.person,
                     fn = std::move(fn)](CurlTransfer &transfer, const std::stop_token &stop) {
        const Outside outside{transfer, stop};
        if (!person.isNull()) {
            if (const auto may = m_parts.desk.mayHost(outside, person); !may) {
                answer.refuse(m_parts.store, may.error());
                return;
            }
        }
        fn(outside);
    });
}

void TeleconsultationRoutes::perform(const TeleconsultationTask &task, const char *operation, RouteCall &call)
{
    using Kind = TeleconsultationTask::Kind;
    const auto encode = [kind = task.kind](const Teleconsultation &t) {
        return kind == Kind::Create   ? HttpResponse::json(201, encodedRoomId(t))
               : kind == Kind::Change ? HttpResponse::empty(204)
                                      : HttpResponse::empty(201);
    };
    if (call.person.isNull() && !m_parts.service.asksOutside()) {
        call.answer.write(
            m_parts.store,
            [&service = m_parts.service, actor = call.actor, task,
             operation = QByteArray(operation)](WriteTransaction &tx) -> Result<Teleconsultation> {
                auto done = service.apply(tx, actor, task);
                if (!done)
                    return fail(worded(done.error(), operation));
                return done;
            },
            encode);
        return;
    }
    asHost(call, [this, answer = call.answer, actor = call.actor, task, encode,
                  operation = QByteArray(operation)](const Outside &outside) {
        const auto done =
            m_parts.desk.perform(outside, actor, task, [&](WriteTransaction &tx, const Teleconsultation &t) {
                return answer.keep(tx, encode(t));
            });
        if (done)
            answer.respond(encode(*done));
        else
            answer.refuse(m_parts.store, worded(done.error(), operation));
    });
}

void TeleconsultationRoutes::change(Operation operation, RouteCall &call)
{
    TeleconsultationTask task;
    QByteArray words = "POST /teleconsultation";
    if (operation != Operation::Create) {
        const auto id = TeleconsultationId::parse(call.param(0));
        if (!id) {
            call.answer.refuse(m_parts.store, unknownOne());
            return;
        }
        task.id = *id;
    }
    if (operation == Operation::AddParticipant) {
        task.kind = TeleconsultationTask::Kind::AddParticipant;
        task.added = newParticipantFrom(call.json);
        words = "POST /teleconsultation/" + task.id.text() + "/participants/data";
    } else {
        auto input = teleconsultationInputFrom(call.json);
        if (!input) {
            call.answer.fail(input.error());
            return;
        }
        task.input = *std::move(input);
    }
    if (operation == Operation::Change) {
        task.kind = TeleconsultationTask::Kind::Change;
        words = "PATCH /teleconsultation";
    }
    perform(task, words.constData(), call);
}

void TeleconsultationRoutes::remove(RouteCall &call)
{
    const auto id = TeleconsultationId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(m_parts.store, unknownOne());
        return;
    }
    const auto write = [this, id = *id, actor = call.actor, answer = call.answer] {
        answer.write(
            m_parts.store,
            [&service = m_parts.service, actor, id](WriteTransaction &tx) {
                return service.remove(tx, actor, id);
            },
            [](const Teleconsultation &) { return HttpResponse::empty(204); });
    };
    if (call.person.isNull())
        write();
    else
        asHost(call, [write](const Outside &) { write(); });
}

void TeleconsultationRoutes::get(RouteCall &call)
{
    struct Found
    {
        Teleconsultation teleconsultation;
        std::optional<QString> link;
    };
    const QString asker = askerOf(call);
    const auto id = TeleconsultationId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(m_parts.store, notFoundOnCrud(call.param(0)));
        return;
    }
    const auto found = call.reader->run([&](Transaction &tx) -> Result<Found> {
        auto t = m_parts.service.get(tx, call.actor, *id);
        if (!t)
            return fail(t.error());
        const Participant *self = t->participant(asker);
        auto link = self && !asker.isNull() ? m_parts.service.linkNow(tx, *t, *self) : std::nullopt;
        return Found{*std::move(t), std::move(link)};
    });
    if (!found) {
        call.answer.refuse(m_parts.store, found.error().code == ErrorCode::NotFound
                                              ? notFoundOnCrud(call.param(0))
                                              : found.error());
        return;
    }
    const Participant *self = asker.isNull() ? nullptr : found->teleconsultation.participant(asker);
    if (!self) {
        call.answer.auditOutcome(m_parts.store, "teleconsultation.not_yours");
        call.answer.fail(unauthorizedUser());
        return;
    }
    m_parts.store.writeLater([actor = call.actor, t = found->teleconsultation](WriteTransaction &tx) {
        auditTeleconsultation(tx, actor, "teleconsultation.read", t);
    });
    call.answer.respond(HttpResponse::json(200, encodedRoom(found->teleconsultation, *self, found->link))
                            .with("Cache-Control"_ba, "private, no-store"_ba));
}

void TeleconsultationRoutes::list(RouteCall &call)
{
    const QueryParameters query(call.request.rawQuery);
    const auto from = timeFrom(query, "from");
    const auto to = timeFrom(query, "to");
    if (!from || !to) {
        call.answer.fail(from ? to.error() : from.error());
        return;
    }
    const auto page = pageFrom(query);
    if (!page) {
        call.answer.fail(page.error());
        return;
    }
    const auto answer = [&store = m_parts.store, answer = call.answer,
                         actor = call.actor](const Result<Page<Teleconsultation>> &found) {
        if (!found) {
            answer.refuse(store, found.error());
            return;
        }
        store.writeLater([actor, items = found->items](WriteTransaction &tx) {
            for (const Teleconsultation &t : items)
                auditTeleconsultation(tx, actor, "teleconsultation.list", t);
        });
        answer.respond(HttpResponse::json(200, encodedTeleconsultationPage(*found))
                           .with("Cache-Control"_ba, "private, no-store"_ba));
    };
    const auto read = [&service = m_parts.service, actor = call.actor, from = *from, to = *to,
                       page = *page](Transaction &tx) { return service.list(tx, actor, from, to, page); };
    if (call.person.isNull())
        answer(call.reader->run(read));
    else
        asHost(call, [this, answer, read](const Outside &) { answer(m_parts.store.readNow(read)); });
}

void TeleconsultationRoutes::invite(RouteCall &call)
{
    const QString asker = askerOf(call);
    const auto id = TeleconsultationId::parse(call.param(0));
    if (!id) {
        call.answer.refuse(m_parts.store, unknownOne());
        return;
    }
    CalendarEntry entry;
    entry.clinicName = m_parts.settings.text("ANTEROOM_CLINIC_NAME");
    entry.clinicMail = mailAddressOf(m_parts.settings.text("ANTEROOM_MAIL_FROM"));
    entry.zone = clinicZone(m_parts.settings);
    entry.language =
        languageByCode(m_parts.settings.text("ANTEROOM_LANGUAGE").toLatin1()).value_or(Language::English);
    const auto found = call.reader->run([&](Transaction &tx) -> Result<Teleconsultation> {
        auto t = m_parts.service.get(tx, call.actor, *id, true);
        if (!t || asker.isNull())
            return t;
        const Participant *self = t->participant(asker);
        if (!self)
            return fail(unauthorizedUser());
        entry.language = languageByCode(self->language.toLatin1()).value_or(entry.language);
        entry.link = m_parts.service.linkForInvitation(tx, *t, *self).value_or(QString());
        return t;
    });
    if (!found || (asker.isNull() && !call.person.isNull())) {
        call.answer.refuse(m_parts.store, found ? unauthorizedUser() : found.error());
        return;
    }
    m_parts.store.writeLater([actor = call.actor, t = *found](WriteTransaction &tx) {
        auditTeleconsultation(tx, actor, "teleconsultation.invitation", t);
    });
    call.answer.respond(
        calendarFile(calendarOf(*found, entry), found->state == Teleconsultation::State::Trash));
}

void TeleconsultationRoutes::addUnder(Router &router, const char *const (&paths)[4],
                                      const char *const (&ids)[7])
{
    const auto route = [&](HttpMethod method, const char *path, const char *id, Scope scope, BodyKind body,
                           const char *action, RouteHandler handler) {
        router.add({.method = method,
                    .path = path,
                    .operationId = id,
                    .family = Family::Telecons,
                    .scope = scope,
                    .body = body,
                    .handler = std::move(handler),
                    .takesForeignTokens = true,
                    .action = action});
    };
    const Scope read = Scope::TeleconsultationRead, write = Scope::TeleconsultationWrite;
    route(HttpMethod::Post, paths[0], ids[0], write, BodyKind::Json, "teleconsultation.create",
          [this](RouteCall &call) { change(Operation::Create, call); });
    route(HttpMethod::Get, paths[0], ids[1], read, BodyKind::None, "teleconsultation.list",
          [this](RouteCall &call) { list(call); });
    route(HttpMethod::Get, paths[1], ids[2], read, BodyKind::None, "teleconsultation.read",
          [this](RouteCall &call) { get(call); });
    route(HttpMethod::Patch, paths[1], ids[3], write, BodyKind::Json, "teleconsultation.change",
          [this](RouteCall &call) { change(Operation::Change, call); });
    route(HttpMethod::Delete, paths[1], ids[4], write, BodyKind::None, "teleconsultation.delete",
          [this](RouteCall &call) { remove(call); });
    route(HttpMethod::Post, paths[2], ids[5], write, BodyKind::Json, "teleconsultation.add_participant",
          [this](RouteCall &call) { change(Operation::AddParticipant, call); });
    route(HttpMethod::Get, paths[3], ids[6], read, BodyKind::None, "teleconsultation.invitation",
          [this](RouteCall &call) { invite(call); });
}

void TeleconsultationRoutes::addTo(Router &router)
{
    addUnder(router,
             {"/teleconsultation", "/teleconsultation/{id}", "/teleconsultation/{id}/participants/data",
              "/teleconsultation/{id}/invite.ics"},
             {"createTeleconsultation", "listTeleconsultations", "getTeleconsultation",
              "changeTeleconsultation", "deleteTeleconsultation", "addTeleconsultationParticipant",
              "getTeleconsultationInvitation"});
    addUnder(router,
             {"/api/v1/telecons-be/teleconsultation", "/api/v1/telecons-be/teleconsultation/{id}",
              "/api/v1/telecons-be/teleconsultation/{id}/participants/data",
              "/api/v1/telecons-be/teleconsultation/{id}/invite.ics"},
             {"createTeleconsultationAtPrefix", "listTeleconsultationsAtPrefix",
              "getTeleconsultationAtPrefix", "changeTeleconsultationAtPrefix",
              "deleteTeleconsultationAtPrefix", "addTeleconsultationParticipantAtPrefix",
              "getTeleconsultationInvitationAtPrefix"});
}

} // namespace anteroom
