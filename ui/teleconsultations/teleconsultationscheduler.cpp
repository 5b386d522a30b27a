// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationscheduler.h"

#include "app/access/auditlater.h"
#include "app/access/staffservice.h"
#include "app/clinic.h"
#include "app/delivery/outbox.h"
#include "app/directory/userservice.h"
#include "app/teleconsultations/teleconsultationdesk.h"
#include "app/teleconsultations/teleconsultationrepository.h"

#include <algorithm>

namespace anteroom {

namespace {

// Enough that one provider's silence does not hold up what else the clinic plans meanwhile.
constexpr int threads = 6;
constexpr int mostColleagues = 200;
constexpr int messagesRead = 100; // invitations, changes and reminders of all its people, several times over

// As over HTTP: a mistake in the input reaches nothing and leaves no row.
void auditRefusal(Store &store, const Actor &actor, const char *action, const TeleconsultationId &id,
                  const Error &error)
{
    switch (error.code) {
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Gone:
        auditLater(store, actor, {.action = action, .subject = id.text(), .outcome = error.reason});
        break;
    default:
        break;
    }
}

const Participant *participantBy(const Teleconsultation &t, const ParticipantId &id)
{
    const auto found = std::find_if(t.participants.begin(), t.participants.end(),
                                    [&](const Participant &p) { return p.id == id; });
    return found == t.participants.end() ? nullptr : &*found;
}

bool needsSomebody(MessageStatus status)
{
    return status == MessageStatus::Failed || status == MessageStatus::Rejected ||
           status == MessageStatus::InDoubt;
}

// What became of the messages, and of what the outbox had to say to the provider.
void readMessages(Transaction &tx, TeleconsultationView &view)
{
    const TeleconsultationId &id = view.teleconsultation.id;
    const auto messages = Outbox::ofReferences(tx, {id.text()}, messagesRead);
    view.isProviderInDoubt = std::any_of(messages.begin(), messages.end(), [](const Message &message) {
        return message.channel == Channel::Video && needsSomebody(message.status);
    });
    for (const InvitationAddress &address : TeleconsultationRepository::invited(tx, id)) {
        TeleconsultationView::Told told{address, std::nullopt};
        const auto last =
            std::find_if(messages.begin(), messages.end(), [&](const Message &message) { // the newest first
                return message.channel == address.channel && message.to == address.to;
            });
        if (last != messages.end())
            told.status = last->status;
        view.told.append(told);
    }
}

Result<TeleconsultationView> readView(Clinic &clinic, Transaction &tx, const Actor &actor,
                                      const TeleconsultationId &id, bool isOpened)
{
    const auto &service = clinic.teleconsultations();
    auto found = service.get(tx, actor, id);
    if (!found) {
        if (isOpened)
            auditRefusal(clinic.store(), actor, "teleconsultation.read", id, found.error());
        return fail(found.error());
    }
    TeleconsultationView view;
    view.teleconsultation = *std::move(found);
    const Teleconsultation &t = view.teleconsultation;
    view.opensAt = service.opensAt(t);
    readMessages(tx, view);
    for (const Participant &p : t.participants) {
        if (!t.isOver(tx.now()) && service.linkForInvitation(tx, t, p))
            view.withLink.append(p.id);
    }
    if (const Participant *self = TeleconsultationScheduler::participantOf(t, actor))
        view.self = self->id;
    if (isOpened)
        clinic.store().writeLater([actor, t](WriteTransaction &write) {
            auditTeleconsultation(write, actor, "teleconsultation.read", t);
        });
    return view;
}

} // namespace

TeleconsultationScheduler::TeleconsultationScheduler(Clinic &clinic, std::function<Actor()> actor,
                                                     QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_pool(threads)
{
}

TeleconsultationScheduler::~TeleconsultationScheduler() = default;

QString TeleconsultationScheduler::externalIdOf(const Actor &actor)
{
    return QString::fromLatin1(actor.id);
}

const Participant *TeleconsultationScheduler::participantOf(const Teleconsultation &t, const Actor &actor)
{
    if (actor.kind != Actor::Kind::Staff || actor.id.isEmpty())
        return nullptr;
    const auto found = std::find_if(t.participants.begin(), t.participants.end(), [&](const Participant &p) {
        return p.user.isNull() && (p.externalId == externalIdOf(actor) ||
                                   p.externalId.compare(actor.name, Qt::CaseInsensitive) == 0);
    });
    return found == t.participants.end() ? nullptr : &*found;
}

// With rooms of our own the desk asks nobody, but where it looks that up is a thread that may wait.
TeleconsultationScheduler::Changed
TeleconsultationScheduler::perform(const char *action, const TeleconsultationId &id,
                                   std::function<Result<TeleconsultationTask>(const Actor &)> makeTask)
{
    auto promise = std::make_shared<QPromise<Result<Teleconsultation>>>();
    auto future = promise->future();
    promise->start();
    m_pool.start([&clinic = m_clinic, promise, action, id, actor = m_actor(),
                  makeTask = std::move(makeTask)](CurlTransfer &transfer, const std::stop_token &stop) {
        const auto task = makeTask(actor);
        auto done = task ? clinic.teleconsultationDesk().perform({transfer, stop}, actor, *task)
                         : Result<Teleconsultation>(fail(task.error()));
        if (!done)
            auditRefusal(clinic.store(), actor, action, id, done.error());
        promise->addResult(std::move(done));
        promise->finish();
    });
    return future;
}

// What asks nobody outside.
template<typename F>
auto TeleconsultationScheduler::write(const char *action, const TeleconsultationId &id, F fn)
{
    using R = std::invoke_result_t<F &, const TeleconsultationService &, WriteTransaction &, const Actor &>;
    auto promise = std::make_shared<QPromise<R>>();
    QFuture<R> future = promise->future();
    promise->start();
    const auto actor = m_actor();
    m_clinic.store().write([&service = m_clinic.teleconsultations(), actor,
                            fn = std::move(fn)](WriteTransaction &tx) { return fn(service, tx, actor); },
                           [&store = m_clinic.store(), promise, action, id, actor](R done) {
                               if (!done)
                                   auditRefusal(store, actor, action, id, done.error());
                               promise->addResult(std::move(done));
                               promise->finish();
                           });
    return future;
}

TeleconsultationScheduler::Changed TeleconsultationScheduler::create(const TeleconsultationInput &input)
{
    return perform("teleconsultation.create", {}, [input](const Actor &) -> Result<TeleconsultationTask> {
        return TeleconsultationTask{.kind = TeleconsultationTask::Kind::Create, .input = input};
    });
}

TeleconsultationScheduler::Changed
TeleconsultationScheduler::change(const TeleconsultationId &id, const TeleconsultationInput &input, int upon)
{
    return perform(
        "teleconsultation.change", id, [id, input, upon](const Actor &) -> Result<TeleconsultationTask> {
            return TeleconsultationTask{
                .kind = TeleconsultationTask::Kind::Change, .id = id, .input = input, .upon = upon};
        });
}

TeleconsultationScheduler::Changed TeleconsultationScheduler::move(const TeleconsultationId &id,
                                                                   UtcTime startsAt)
{
    return perform(
        "teleconsultation.change", id,
        [&clinic = m_clinic, id, startsAt](const Actor &actor) -> Result<TeleconsultationTask> {
            const auto found = clinic.store().readNow(
                [&](Transaction &tx) { return clinic.teleconsultations().get(tx, actor, id); });
            if (!found)
                return fail(found.error());
            return TeleconsultationTask{
                .kind = TeleconsultationTask::Kind::Change,
                .id = id,
                .input = {.startsAt = startsAt, .endsAt = startsAt + (found->endsAt - found->startsAt)}};
        });
}

TeleconsultationScheduler::Changed TeleconsultationScheduler::remove(const TeleconsultationId &id)
{
    return write("teleconsultation.delete", id,
                 [id](const TeleconsultationService &service, WriteTransaction &tx, const Actor &actor) {
                     return service.remove(tx, actor, id);
                 });
}

QFuture<Result<int>> TeleconsultationScheduler::invite(const TeleconsultationId &id,
                                                       const QVector<InvitationAddress> &addresses)
{
    return write("teleconsultation.invite", id,
                 [id, addresses](const TeleconsultationService &service, WriteTransaction &tx,
                                 const Actor &actor) { return service.invite(tx, actor, id, addresses); });
}

QFuture<Result<TeleconsultationView>> TeleconsultationScheduler::view(const TeleconsultationId &id,
                                                                      Reading reading)
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id, reading](Transaction &tx) {
        return readView(clinic, tx, actor, id, reading == Reading::Opened);
    });
}

QFuture<Result<TeleconsultationSetup>> TeleconsultationScheduler::setup(const TeleconsultationId &id,
                                                                        const UserId &person)
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id,
                                  person](Transaction &tx) -> Result<TeleconsultationSetup> {
        auto rules = clinic.teleconsultations().rules();
        if (!rules)
            return fail(rules.error());
        TeleconsultationSetup setup{*std::move(rules), {}, std::nullopt, std::nullopt};
        for (const Staff &staff : StaffService::list(tx, {.limit = mostColleagues}).items) {
            if (!staff.disabledAt)
                setup.colleagues.append(staff);
        }
        if (!id.isNull()) {
            auto view = readView(clinic, tx, actor, id, true);
            if (!view)
                return fail(view.error());
            setup.view = *std::move(view);
        }
        if (!person.isNull()) {
            auto user = clinic.users().get(tx, actor, person);
            if (!user)
                return fail(user.error());
            setup.person = *std::move(user);
        }
        return setup;
    });
}

bool TeleconsultationScheduler::asksOutside() const
{
    return m_clinic.teleconsultations().asksOutside();
}

QFuture<Result<InvitationSetup>> TeleconsultationScheduler::invitationsFor(const TeleconsultationId &id)
{
    return m_clinic.store().read(
        [&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) -> Result<InvitationSetup> {
            const auto &service = clinic.teleconsultations();
            const auto found = service.get(tx, actor, id);
            if (!found) {
                auditRefusal(clinic.store(), actor, "teleconsultation.addresses", id, found.error());
                return fail(found.error());
            }
            InvitationSetup setup{service.addressesOf(tx, *found), {}};
            for (const Participant &p : found->participants)
                setup.texts.append(service.invitationText(tx, *found, p));
            clinic.store().writeLater([actor, t = *found](WriteTransaction &write) {
                auditTeleconsultation(write, actor, "teleconsultation.addresses", t);
            });
            return setup;
        });
}

QFuture<Result<QString>> TeleconsultationScheduler::link(const TeleconsultationId &id,
                                                         const ParticipantId &participant, LinkUse use)
{
    return m_clinic.store().read(
        [&clinic = m_clinic, actor = m_actor(), id, participant, use](Transaction &tx) -> Result<QString> {
            const auto &service = clinic.teleconsultations();
            const auto wanted = [&]() -> Result<QString> {
                const auto t = service.get(tx, actor, id);
                if (!t)
                    return fail(t.error());
                const Participant *p = participantBy(*t, participant);
                if (!p)
                    return fail(ErrorCode::NotFound, "teleconsultation.participant_unknown");
                const auto link = use == LinkUse::Join  ? service.linkNow(tx, *t, *p)
                                  : t->isOver(tx.now()) ? std::nullopt
                                                        : service.linkForInvitation(tx, *t, *p);
                if (!link)
                    return fail(ErrorCode::Conflict, "teleconsultation.no_link");
                auditLater(clinic.store(), actor,
                           {.action = "teleconsultation.link", .patient = p->user, .subject = id.text()});
                return *link;
            }();
            if (!wanted)
                auditRefusal(clinic.store(), actor, "teleconsultation.link", id, wanted.error());
            return wanted;
        });
}

QFuture<Result<TeleconsultationPreview>>
TeleconsultationScheduler::preview(const TeleconsultationId &id, const TeleconsultationInput &input, int upon)
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id, input,
                                  upon](Transaction &tx) -> Result<TeleconsultationPreview> {
        const auto &service = clinic.teleconsultations();
        const TeleconsultationTask task{.kind = id.isNull() ? TeleconsultationTask::Kind::Create
                                                            : TeleconsultationTask::Kind::Change,
                                        .id = id,
                                        .input = input,
                                        .upon = upon};
        auto rules = service.rules();
        if (!rules)
            return fail(rules.error());
        TeleconsultationPreview preview{*std::move(rules), std::nullopt};
        if (preview.rules.fromAuthService) {
            const auto good = service.check(tx, actor, task);
            return good ? Result<TeleconsultationPreview>(std::move(preview)) : fail(good.error());
        }
        auto planned = service.plan(tx, actor, task, {});
        if (!planned)
            return fail(planned.error());
        preview.planned = *std::move(planned);
        return preview;
    });
}

} // namespace anteroom
