// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationservice.h"

#include "app/access/audit.h"
#include "app/directory/userrepository.h"
#include "app/filerequests/publicurl.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInOwnRooms = 6;
constexpr int mostElsewhere = 25;

QByteArray urlContext(const Participant &participant)
{
    return "teleconsultation_participants.access_url/" + participant.id.text();
}

QByteArray urlOwner(const Participant &participant)
{
    return participant.user.isNull() ? Vault::clinic : participant.user.text();
}

bool mayUse(const Actor &actor, Scope scope)
{
    return actor.kind != Actor::Kind::Patient && actor.mayUse(scope);
}

const char *actionOf(TeleconsultationTask::Kind kind)
{
    switch (kind) {
    case TeleconsultationTask::Kind::Create:
        return "teleconsultation.create";
    case TeleconsultationTask::Kind::Change:
        return "teleconsultation.change";
    case TeleconsultationTask::Kind::AddParticipant:
        break;
    }
    return "teleconsultation.add_participant";
}

// Whether somebody would notice: what the room is made of at its provider is no part of it.
bool isSame(const Teleconsultation &a, const Teleconsultation &b)
{
    return a.startsAt == b.startsAt && a.endsAt == b.endsAt && a.unlimited == b.unlimited &&
           a.expected == b.expected && a.roomId == b.roomId && a.roomMadeOf == b.roomMadeOf &&
           a.participants == b.participants;
}

} // namespace

QByteArray RoomPlan::text() const
{
    QJsonArray list;
    for (const Member &member : members)
        list.append(QJsonObject{
            {u"user_id"_s, member.userId}, {u"is_admin"_s, member.isAdmin}, {u"tools"_s, member.tools}});
    QJsonObject room{{u"participants"_s, list}};
    if (duration)
        room.insert(u"duration"_s, qint64(duration->count()));
    return QJsonDocument(room).toJson(QJsonDocument::Compact);
}

void auditTeleconsultation(WriteTransaction &tx, const Actor &actor, const char *action,
                           const Teleconsultation &t)
{
    bool written = false;
    for (const Participant &p : t.participants) {
        if (p.user.isNull())
            continue;
        recordAudit(tx, actor, {.action = action, .patient = p.user, .subject = t.id.text()});
        written = true;
    }
    if (!written)
        recordAudit(tx, actor, {.action = action, .subject = t.id.text()});
}

TeleconsultationService::TeleconsultationService(const Parts &parts)
    : m_parts(parts)
{
}

std::function<QByteArray(const ParticipantId &)> TeleconsultationService::tokens() const
{
    return [&rooms = m_parts.rooms](const ParticipantId &id) { return rooms.tokenOf(id); };
}

Result<TeleconsultationRules> TeleconsultationService::rules() const
{
    auto privileges = Privileges::inForce(m_parts.settings);
    if (!privileges)
        return fail(privileges.error());
    TeleconsultationRules rules;
    rules.privileges = *std::move(privileges);
    rules.provider = m_parts.settings.text("ANTEROOM_VIDEO_PROVIDER");
    rules.mostParticipants =
        rules.provider == QLatin1String(RoomAccess::provider) ? mostInOwnRooms : mostElsewhere;
    rules.fromAuthService = !m_parts.settings.text("AUTH_SERVICE").isEmpty();
    rules.unlimited = m_parts.settings.flag("UNLIMITED_TELECONSULTATION");
    return rules;
}

bool TeleconsultationService::asksOutside() const
{
    return !m_parts.settings.text("AUTH_SERVICE").isEmpty() ||
           m_parts.settings.text("ANTEROOM_VIDEO_PROVIDER") != QLatin1String(RoomAccess::provider);
}

UtcTime TeleconsultationService::opensAt(const Teleconsultation &t) const
{
    return t.startsAt - std::chrono::milliseconds(m_parts.settings.integer("IMMUTABLE_PERIOD_MS"));
}

TeleconsultationPhase TeleconsultationService::phaseOf(const Teleconsultation &t, UtcTime now) const
{
    if (t.isOver(now) || t.state == Teleconsultation::State::Trash)
        return TeleconsultationPhase::Ended;
    if (!t.isComplete())
        return TeleconsultationPhase::Incomplete;
    if (now < opensAt(t))
        return TeleconsultationPhase::Ready;
    return t.joinedAt ? TeleconsultationPhase::Running : TeleconsultationPhase::Open;
}

// What a task is about; nothing for a new one.
Result<std::optional<Teleconsultation>>
TeleconsultationService::current(Transaction &tx, const Actor &actor, const TeleconsultationTask &task) const
{
    if (!mayUse(actor, Scope::TeleconsultationWrite))
        return fail(ErrorCode::Forbidden, "scope.missing");
    if (task.kind == TeleconsultationTask::Kind::Create)
        return std::nullopt;
    auto found = TeleconsultationRepository::byId(tx, task.id);
    if (!found || found->state == Teleconsultation::State::Trash)
        return fail(ErrorCode::NotFound, "teleconsultation.unknown");
    if (found->isComplete() && tx.now() >= opensAt(*found))
        return fail(ErrorCode::Conflict, "teleconsultation.immutable");
    if (task.upon >= 0 && task.upon != found->sequence)
        return fail(ErrorCode::Conflict, "teleconsultation.changed");
    return found;
}

Result<std::optional<Teleconsultation>> TeleconsultationService::check(Transaction &tx, const Actor &actor,
                                                                       const TeleconsultationTask &task) const
{
    auto upon = current(tx, actor, task);
    if (!upon)
        return upon;
    const auto now = rules();
    if (!now)
        return fail(now.error());
    const auto good = task.kind == TeleconsultationTask::Kind::AddParticipant
                          ? checkParticipant(task.added, u"body"_s, *now)
                          : checkInput(task.input, *upon ? &**upon : nullptr, *now);
    if (!good)
        return fail(good.error());
    if (task.kind == TeleconsultationTask::Kind::AddParticipant && (*upon)->isComplete())
        return fail(ErrorCode::Invalid, "teleconsultation.full");
    return upon;
}

Result<Teleconsultation> TeleconsultationService::plan(Transaction &tx, const Actor &actor,
                                                       const TeleconsultationTask &task,
                                                       const KnownPeople &people) const
{
    const auto upon = current(tx, actor, task);
    if (!upon)
        return fail(upon.error());
    const auto now = rules();
    if (!now)
        return fail(now.error());
    auto next = task.kind == TeleconsultationTask::Kind::AddParticipant
                    ? plannedWith(task.added, **upon, *now, people, tx.now())
                    : planned(task.input, *upon ? &**upon : nullptr, *now, people, tx.now());
    if (!next)
        return next;
    for (Participant &p : next->participants) {
        if (!p.user.isNull())
            continue;
        const auto users = UserRepository::patientsByExternalId(tx, p.externalId);
        if (!users.isEmpty())
            p.user = users.constFirst().id;
    }
    return next;
}

RoomPlan TeleconsultationService::roomPlan(const Teleconsultation &t, const Privileges &privileges)
{
    RoomPlan plan;
    for (const Participant &p : t.participants)
        plan.members.append({p.providerUserId, p.role == ParticipantRole::Plus, privileges.toolsOf(p.role)});
    if (!t.unlimited)
        plan.duration = std::chrono::ceil<std::chrono::seconds>(t.endsAt - t.startsAt);
    return plan;
}

bool TeleconsultationService::needsRoom(const Teleconsultation &next, const TeleconsultationRules &rules,
                                        const QByteArray &madeOf)
{
    return next.isComplete() &&
           (next.roomId.isNull() || next.provider != rules.provider || next.roomMadeOf != madeOf);
}

// Everybody gets the provider's user that is theirs; with rooms of our own one is made here.
Result<void> TeleconsultationService::takeUsers(WriteTransaction &tx, Teleconsultation &next,
                                                const OutsideResults *made) const
{
    for (Participant &p : next.participants) {
        if (made) {
            p.providerUserId = made->users.value(p.externalId);
            if (p.providerUserId.isEmpty())
                return fail(ErrorCode::Conflict, "teleconsultation.changed");
            continue;
        }
        p.providerUserId = RoomAccess::userOf(tx, p.externalId);
    }
    return {};
}

Result<void> TeleconsultationService::takeRoom(WriteTransaction &tx, Teleconsultation &next,
                                               const TeleconsultationRules &rules,
                                               const OutsideResults *made) const
{
    const QByteArray madeOf = roomPlan(next, rules.privileges).text();
    const bool fresh = needsRoom(next, rules, madeOf);
    if (fresh && made && (!made->room || made->madeOf != madeOf))
        return fail(ErrorCode::Conflict, "teleconsultation.changed");
    if (!next.roomId.isNull() && (fresh || !next.isComplete())) {
        if (auto given = giveUpRoom(tx, next.provider, next.roomId, next.id); !given)
            return given;
        next.roomId = QString();
        next.roomMadeOf = QByteArray();
        for (Participant &p : next.participants)
            p.accessUrl = QByteArray();
    }
    next.provider = rules.provider;
    if (!fresh)
        return {};
    next.roomMadeOf = madeOf;
    if (!made) {
        next.roomId = QString::fromLatin1(next.id.text());
        return {};
    }
    next.roomId = made->room->id;
    for (Participant &p : next.participants) {
        auto sealed = m_parts.vault.seal(tx, urlOwner(p), made->room->urls.value(p.providerUserId).toUtf8(),
                                         urlContext(p));
        if (!sealed)
            return fail(sealed.error());
        p.accessUrl = *std::move(sealed);
    }
    return {};
}

Result<Teleconsultation> TeleconsultationService::apply(WriteTransaction &tx, const Actor &actor,
                                                        const TeleconsultationTask &task,
                                                        const KnownPeople &people,
                                                        const OutsideResults *made) const
{
    auto next = plan(tx, actor, task, people);
    if (!next)
        return next;
    const auto now = rules();
    if (!now)
        return fail(now.error());
    const bool isNew = task.kind == TeleconsultationTask::Kind::Create;
    const auto before = isNew ? std::nullopt : TeleconsultationRepository::byId(tx, task.id);
    if (made && (made->sequence != (before ? before->sequence : -1)))
        return fail(ErrorCode::Conflict, "teleconsultation.changed");
    if (isNew) {
        next->id = task.id.isNull() ? TeleconsultationId::generate(tx.now()) : task.id;
        next->createdAt = tx.now();
    } else {
        // Who stays keeps their link as long as the room stays.
        for (Participant &p : next->participants) {
            if (const Participant *was = before->participant(p.externalId))
                p.accessUrl = was->accessUrl;
        }
    }
    if (auto taken = takeUsers(tx, *next, made); !taken)
        return fail(taken.error());
    if (auto taken = takeRoom(tx, *next, *now, made); !taken)
        return fail(taken.error());
    if (before && isSame(*before, *next))
        return next;

    next->changedAt = tx.now();
    if (before) {
        ++next->sequence;
        if (before->startsAt != next->startsAt)
            next->remindedAt =
                next->startsAt <= remindBefore(tx.now()) ? std::optional(tx.now()) : std::nullopt;
        TeleconsultationRepository::update(tx, *next, tokens());
        if (before->startsAt != next->startsAt) {
            if (auto told = tellInvited(tx, *next, TeleconsultationMessage::Moved); !told)
                return fail(told.error());
        }
    } else if (!TeleconsultationRepository::insert(tx, *next, tokens())) {
        return fail(ErrorCode::Conflict, "teleconsultation.changed");
    }
    if (made && !made->intent.isEmpty())
        tx.execute("DELETE FROM video_intents WHERE id = ?", made->intent);
    record(tx, actor, actionOf(task.kind), *next);
    return next;
}

void TeleconsultationService::record(WriteTransaction &tx, const Actor &actor, const char *action,
                                     const Teleconsultation &t) const
{
    auditTeleconsultation(tx, actor, action, t);
    tx.changed(Topic::Teleconsultations, t.id.text());
}

Result<Teleconsultation> TeleconsultationService::remove(WriteTransaction &tx, const Actor &actor,
                                                         const TeleconsultationId &id) const
{
    if (!mayUse(actor, Scope::TeleconsultationWrite))
        return fail(ErrorCode::Forbidden, "scope.missing");
    auto t = TeleconsultationRepository::byId(tx, id);
    if (!t || t->state == Teleconsultation::State::Trash)
        return fail(ErrorCode::NotFound, "teleconsultation.unknown");
    if (!t->roomId.isNull()) {
        if (auto given = giveUpRoom(tx, t->provider, t->roomId, t->id); !given)
            return fail(given.error());
    }
    t->state = Teleconsultation::State::Trash;
    t->roomId = QString();
    t->roomMadeOf = QByteArray();
    t->changedAt = tx.now();
    ++t->sequence;
    for (Participant &p : t->participants)
        p.accessUrl = QByteArray();
    TeleconsultationRepository::update(tx, *t, tokens());
    if (!t->isOver(tx.now())) {
        if (auto told = tellInvited(tx, *t, TeleconsultationMessage::Cancelled); !told)
            return fail(told.error());
    }
    record(tx, actor, "teleconsultation.delete", *t);
    return *std::move(t);
}

Result<Teleconsultation> TeleconsultationService::get(Transaction &tx, const Actor &actor,
                                                      const TeleconsultationId &id, bool withTrash) const
{
    if (!mayUse(actor, Scope::TeleconsultationRead))
        return fail(ErrorCode::Forbidden, "scope.missing");
    auto t = TeleconsultationRepository::byId(tx, id);
    if (!t || (!withTrash && t->state == Teleconsultation::State::Trash))
        return fail(ErrorCode::NotFound, "teleconsultation.unknown");
    return *std::move(t);
}

Result<Page<Teleconsultation>> TeleconsultationService::list(Transaction &tx, const Actor &actor,
                                                             std::optional<UtcTime> from,
                                                             std::optional<UtcTime> to,
                                                             const PageRequest &page) const
{
    if (!mayUse(actor, Scope::TeleconsultationRead))
        return fail(ErrorCode::Forbidden, "scope.missing");
    return TeleconsultationRepository::list(tx, from, to, page);
}

std::optional<QString> TeleconsultationService::linkNow(Transaction &tx, const Teleconsultation &t,
                                                        const Participant &p) const
{
    if (t.state == Teleconsultation::State::Trash || !t.isComplete() || t.roomId.isNull() ||
        tx.now() < opensAt(t) || t.isOver(tx.now()))
        return std::nullopt;
    if (t.provider == QLatin1String(RoomAccess::provider))
        return m_parts.publicUrl.base() + u"/room/"_s + QString::fromLatin1(m_parts.rooms.tokenOf(p.id));
    const auto url = m_parts.vault.open(tx, urlOwner(p), p.accessUrl, urlContext(p));
    return url && !url->isEmpty() ? std::optional(QString::fromUtf8(*url)) : std::nullopt;
}

std::optional<QString> TeleconsultationService::linkForInvitation(Transaction &tx, const Teleconsultation &t,
                                                                  const Participant &p) const
{
    if (t.state == Teleconsultation::State::Trash)
        return std::nullopt;
    if (t.provider == QLatin1String(RoomAccess::provider))
        return m_parts.publicUrl.base() + u"/room/"_s + QString::fromLatin1(m_parts.rooms.tokenOf(p.id));
    return linkNow(tx, t, p);
}

} // namespace anteroom
