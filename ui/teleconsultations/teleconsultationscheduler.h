// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/delivery/transferpool.h"
#include "app/directory/user.h"
#include "app/teleconsultations/teleconsultationservice.h"

#include <QFuture>
#include <QObject>

namespace anteroom {

class Clinic;

/// A teleconsultation as the console shows it, read at one moment.
struct TeleconsultationView
{
    /// Somebody who was told of it.
    struct Told
    {
        InvitationAddress address;
        std::optional<MessageStatus> status; ///< of the last message there; nothing where it is gone
    };

    Teleconsultation teleconsultation;
    UtcTime opensAt;
    QVector<Told> told;
    QVector<ParticipantId> withLink; ///< whose link can be handed out now
    ParticipantId self;              ///< whoever is signed in; null where they take no part
    bool isProviderInDoubt = false;  ///< of its room the outbox has a row that needs somebody
};

/// What inviting its people begins with.
struct InvitationSetup
{
    QVector<InvitationAddress> known; ///< the numbers and addresses of the directory
    /// What a text message to each would say; in the participants' order.
    QStringList texts;
};

/// What the fields of a form come to, if nothing else happens meanwhile.
struct TeleconsultationPreview
{
    TeleconsultationRules rules;
    /// Nothing where the people's groups are known elsewhere: only asking there says the rest.
    std::optional<Teleconsultation> planned;
};

/// What a form for one needs to begin with.
struct TeleconsultationSetup
{
    TeleconsultationRules rules;
    QVector<Staff> colleagues;                ///< who may sign in, whoever asks included
    std::optional<TeleconsultationView> view; ///< what is to change
    std::optional<User> person;               ///< whom it is for
};

/// The console's side of teleconsultations: reads and changes as whoever is signed in, each with its audit
/// row, refusals too. Changes may have to wait for somebody else's server; they do so on threads of their
/// own, which end with the scheduler: what is under way then is broken off and answered with "stopping". GUI
/// thread; the futures are finished on others (whenDone). Errors: TeleconsultationService's and
/// TeleconsultationDesk's.
class TeleconsultationScheduler final : public QObject
{
    Q_OBJECT

public:
    using Changed = QFuture<Result<Teleconsultation>>;

    /// `clinic` outlives the scheduler; `actor` says who is signed in.
    TeleconsultationScheduler(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);
    ~TeleconsultationScheduler() override;

    /// Who is signed in.
    Actor actor() const { return m_actor(); }

    Changed create(const TeleconsultationInput &input);
    /// `upon`: the sequence of what was looked at; -1: whichever it is by now.
    Changed change(const TeleconsultationId &id, const TeleconsultationInput &input, int upon = -1);
    /// Another start, with the same length.
    Changed move(const TeleconsultationId &id, UtcTime startsAt);
    Changed remove(const TeleconsultationId &id);
    /// How many messages are on their way.
    QFuture<Result<int>> invite(const TeleconsultationId &id, const QVector<InvitationAddress> &addresses);

    enum class Reading {
        Opened,   ///< somebody asked for it: leaves an audit row
        Refreshed ///< what they have before them is shown anew
    };
    QFuture<Result<TeleconsultationView>> view(const TeleconsultationId &id, Reading reading);
    /// With an audit row: it brings people's numbers and addresses, and their links.
    QFuture<Result<InvitationSetup>> invitationsFor(const TeleconsultationId &id);

    enum class LinkUse {
        HandOut, ///< to its owner: as in an invitation
        Join     ///< to go in now
    };
    /// A participant's own link, with an audit row. Errors: Conflict "teleconsultation.no_link" while there
    /// is none; NotFound "teleconsultation.participant_unknown".
    QFuture<Result<QString>> link(const TeleconsultationId &id, const ParticipantId &participant,
                                  LinkUse use);

    /// For the form of one that is there (an audit row) or of a new one, `id` null, perhaps for somebody.
    QFuture<Result<TeleconsultationSetup>> setup(const TeleconsultationId &id, const UserId &person);
    /// What saving would come to; `id` null: of a new one. Reads nothing that anybody is shown.
    QFuture<Result<TeleconsultationPreview>> preview(const TeleconsultationId &id,
                                                     const TeleconsultationInput &input, int upon = -1);
    /// Whether changes have to wait for somebody else's server.
    bool asksOutside() const;

    /// Which of the participants whoever signed in is: by the id of their sign-in or its login. Never
    /// somebody whom the directory knows as a patient. Null where none.
    static const Participant *participantOf(const Teleconsultation &teleconsultation, const Actor &actor);
    /// What whoever signed in is called as a participant.
    static QString externalIdOf(const Actor &actor);

private:
    template<typename F>
    auto write(const char *action, const TeleconsultationId &id, F fn);
    Changed perform(const char *action, const TeleconsultationId &id,
                    std::function<Result<TeleconsultationTask>(const Actor &)> makeTask);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    TransferPool m_pool; ///< goes first: its threads use all of the above
};

} // namespace anteroom
