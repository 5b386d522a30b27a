// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationdesk.h"

#include "app/base/random.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"

#include <QLoggingCategory>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logVideo, "anteroom.video")

constexpr qsizetype userIdBytes = 12;

// Whose groups and names have to be asked for.
QStringList namedBy(const TeleconsultationTask &task)
{
    if (task.kind == TeleconsultationTask::Kind::AddParticipant)
        return {task.added.externalId};
    QStringList ids;
    if (task.input.participants) {
        for (const NewParticipant &p : task.input.participants->data)
            ids.append(p.externalId);
    }
    return ids;
}

} // namespace

/// The right to be the only one who makes or changes something, for as long as it lives.
class TeleconsultationDesk::Turn
{
public:
    Turn(TeleconsultationDesk &desk, QByteArray what, const std::stop_token &stop)
        : m_desk(desk)
        , m_what(std::move(what))
    {
        std::unique_lock lock(m_desk.m_mutex);
        m_has = m_desk.m_freed.wait(lock, stop, [this] { return !m_desk.m_taken.contains(m_what); });
        if (m_has)
            m_desk.m_taken.insert(m_what);
    }
    ~Turn()
    {
        if (!m_has)
            return;
        {
            const std::lock_guard lock(m_desk.m_mutex);
            m_desk.m_taken.erase(m_what);
        }
        m_desk.m_freed.notify_all();
    }
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    explicit operator bool() const { return m_has; }

private:
    TeleconsultationDesk &m_desk;
    const QByteArray m_what;
    bool m_has = false;
};

TeleconsultationDesk::TeleconsultationDesk(const Parts &parts)
    : m_parts(parts)
{
}

Result<void> TeleconsultationDesk::mayHost(const Outside &outside, const QString &person)
{
    const auto rules = m_parts.service.rules();
    if (!rules)
        return fail(rules.error());
    const auto known = m_parts.people.read(outside, person);
    if (!known)
        return fail(known.error());
    if (!*known || rules->privileges.roleOf((*known)->groups) != ParticipantRole::Plus)
        return fail(ErrorCode::Forbidden, "teleconsultation.not_plus");
    return {};
}

Result<KnownPeople> TeleconsultationDesk::peopleFor(const Outside &outside, const TeleconsultationTask &task)
{
    KnownPeople people;
    for (const QString &id : namedBy(task)) {
        auto known = m_parts.people.read(outside, id);
        if (!known)
            return fail(known.error());
        if (*known)
            people.insert(id, **std::move(known));
    }
    return people;
}

// Each is made once, ever: written down before it is asked for, one at a time.
Result<QString> TeleconsultationDesk::userFor(const Outside &outside, const Participant &p)
{
    VideoProvider &provider = m_parts.elsewhere;
    const QString name = provider.name();
    const Turn turn(*this, "user/" + p.externalId.toUtf8(), outside.stop);
    if (!turn)
        return fail(ErrorCode::Unavailable, "stopping");
    using VideoUser = TeleconsultationRepository::VideoUser;
    const auto known = m_parts.store.readNow([&](Transaction &tx) -> Result<std::optional<VideoUser>> {
        return TeleconsultationRepository::videoUser(tx, name, p.externalId);
    });
    if (!known)
        return fail(known.error());
    if (*known && (*known)->confirmed)
        return (*known)->id;
    const auto write = [&](const VideoUser &user) {
        return m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<void> {
            TeleconsultationRepository::setVideoUser(tx, name, p.externalId, user);
            return {};
        });
    };
    const QString wanted =
        *known ? (*known)->id : u"usr_"_s + QString::fromLatin1(randomBytes(userIdBytes).toHex());
    if (!*known) {
        if (const auto written = write({wanted, false}); !written)
            return fail(written.error());
    }
    const auto made = provider.makeUser(outside, p.role, wanted);
    if (!made)
        return made;
    if (const auto written = write({*made, true}); !written)
        return fail(written.error());
    return made;
}

Result<void> TeleconsultationDesk::makeRoom(const Outside &outside, const Teleconsultation &planned,
                                            OutsideResults &made)
{
    const auto rules = m_parts.service.rules();
    if (!rules)
        return fail(rules.error());
    const RoomPlan plan = TeleconsultationService::roomPlan(planned, rules->privileges);
    made.madeOf = plan.text();
    if (!TeleconsultationService::needsRoom(planned, *rules, made.madeOf))
        return {};
    const auto intended = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<QByteArray> {
        const QByteArray id = newUuid(tx.now());
        tx.execute(
            "INSERT INTO video_intents (id, provider, teleconsultation_id, created_at) VALUES (?, ?, ?, ?)",
            id, m_parts.elsewhere.name(), planned.id.text(), tx.now());
        return id;
    });
    if (!intended)
        return fail(intended.error());
    made.intent = *intended;
    auto room = m_parts.elsewhere.makeRoom(outside, plan);
    if (room) {
        made.room = *std::move(room);
        for (const RoomPlan::Member &member : plan.members) {
            if (!made.room->urls.value(member.userId).isEmpty())
                continue;
            settle(made, planned.id); // a room that somebody cannot get into is none
            return fail(ErrorCode::BadGateway, "video.garbage");
        }
        return {};
    }
    const bool mayExist = room.error().data.value("mayExist"_L1).toBool();
    [[maybe_unused]] const auto settled = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<void> {
        if (mayExist)
            return m_parts.service.noteDoubt(tx, made.intent);
        tx.execute("DELETE FROM video_intents WHERE id = ?", made.intent);
        return {};
    });
    return fail(room.error());
}

// What was made and is not used after all. Where even this cannot be written, the intent stays, and the next
// start shows it.
void TeleconsultationDesk::settle(const OutsideResults &made, const TeleconsultationId &id)
{
    if (!made.room)
        return;
    const auto settled = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<void> {
        if (auto given = m_parts.service.giveUpRoom(tx, m_parts.elsewhere.name(), made.room->id, id); !given)
            return given;
        tx.execute("DELETE FROM video_intents WHERE id = ?", made.intent);
        return {};
    });
    if (!settled)
        qCWarning(logVideo, "a room that is not used could not be noted (%s)", settled.error().reason);
}

Result<Teleconsultation> TeleconsultationDesk::commit(const Actor &actor, const TeleconsultationTask &task,
                                                      const KnownPeople &people, const OutsideResults *made,
                                                      const Keep &keep)
{
    auto done = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<Teleconsultation> {
        auto applied = m_parts.service.apply(tx, actor, task, people, made);
        if (applied && keep) {
            if (auto kept = keep(tx, *applied); !kept)
                return fail(kept.error());
        }
        return applied;
    });
    if (!done && made)
        settle(*made, task.id);
    return done;
}

Result<Teleconsultation> TeleconsultationDesk::perform(const Outside &outside, const Actor &actor,
                                                       const TeleconsultationTask &asked, const Keep &keep)
{
    TeleconsultationTask task = asked;
    if (task.id.isNull()) // the intent names it before it is there
        task.id = TeleconsultationId::generate(m_parts.store.clock().now());
    const Turn turn(*this, "room/" + task.id.text(), outside.stop);
    if (!turn)
        return fail(ErrorCode::Unavailable, "stopping");

    const auto upon =
        m_parts.store.readNow([&](Transaction &tx) { return m_parts.service.check(tx, actor, task); });
    if (!upon)
        return fail(upon.error());
    const auto rules = m_parts.service.rules();
    if (!rules)
        return fail(rules.error());
    KnownPeople people;
    if (rules->fromAuthService) {
        auto known = peopleFor(outside, task);
        if (!known)
            return fail(known.error());
        people = *std::move(known);
    }
    if (rules->provider == QLatin1String(RoomAccess::provider))
        return commit(actor, task, people, nullptr, keep);

    auto next =
        m_parts.store.readNow([&](Transaction &tx) { return m_parts.service.plan(tx, actor, task, people); });
    if (!next)
        return next;
    next->id = task.id;
    OutsideResults made;
    made.sequence = *upon ? (*upon)->sequence : -1;
    for (Participant &p : next->participants) {
        auto user = userFor(outside, p);
        if (!user)
            return fail(user.error());
        made.users.insert(p.externalId, *user);
        p.providerUserId = *user;
    }
    if (auto room = makeRoom(outside, *next, made); !room)
        return fail(room.error());
    return commit(actor, task, people, &made, keep);
}

} // namespace anteroom
