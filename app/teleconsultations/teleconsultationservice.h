// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/delivery/message.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"
#include "app/teleconsultations/newteleconsultation.h"
#include "app/teleconsultations/videoprovider.h"

namespace anteroom {

class Outbox;
class PublicUrl;
class RoomAccess;
class Settings;
class Vault;

/// One change of a teleconsultation, as it is asked for.
struct TeleconsultationTask
{
    enum class Kind { Create, Change, AddParticipant };

    Kind kind = Kind::Create;
    TeleconsultationId id = {};       ///< of Change and AddParticipant; of Create null: a new one
    TeleconsultationInput input = {}; ///< of Create and Change
    NewParticipant added = {};        ///< of AddParticipant
    int upon = -1;                    ///< the sequence it was made up for; -1: whichever
};

/// What was made at a provider for a task, before anything of it is written.
struct OutsideResults
{
    int sequence = -1;             ///< what the task was planned upon; -1: nothing
    QHash<QString, QString> users; ///< the provider's, by external id
    std::optional<MadeRoom> room;
    QByteArray madeOf;
    QByteArray intent; ///< video_intents.id
};

/// How far a teleconsultation is, for people.
enum class TeleconsultationPhase { Incomplete, Ready, Open, Running, Ended };

/// What participants are told.
enum class TeleconsultationMessage { Invitation, Moved, Cancelled, Reminder };

/// The rules of teleconsultations (RULES.md, Teleconsultations). Synchronous, on the thread of the
/// transaction it is given. What changes something writes its audit row in the same transaction; the audit
/// rows of reads and of refusals are the caller's (auditLater).
class TeleconsultationService
{
public:
    /// All outlive the service.
    struct Parts
    {
        const Settings &settings;
        const Vault &vault;
        const Outbox &outbox;
        const RoomAccess &rooms;
        const PublicUrl &publicUrl;
    };
    explicit TeleconsultationService(const Parts &parts);

    /// Errors: Internal "privileges.malformed", "privileges.unreadable".
    Result<TeleconsultationRules> rules() const;
    /// Whether a change has to ask somebody else first (TeleconsultationDesk).
    bool asksOutside() const;

    /// What the task will come to, if nothing else happens meanwhile. `people` null: without them, as far as
    /// it can be said. Errors: Forbidden "scope.missing"; NotFound "teleconsultation.unknown"; Conflict
    /// "teleconsultation.immutable", "teleconsultation.changed" (task.upon); those of checkInput(),
    /// planned(), plannedWith(); rules()'s.
    Result<Teleconsultation> plan(Transaction &tx, const Actor &actor, const TeleconsultationTask &task,
                                  const KnownPeople &people) const;
    /// The part of plan() that needs no people; what it is planned upon, if anything.
    Result<std::optional<Teleconsultation>> check(Transaction &tx, const Actor &actor,
                                                  const TeleconsultationTask &task) const;

    /// Does it. With rooms of our own `made` is null; nothing changes where an error is returned. Errors:
    /// also Conflict "teleconsultation.changed" where it was planned upon something else; the vault's.
    Result<Teleconsultation> apply(WriteTransaction &tx, const Actor &actor, const TeleconsultationTask &task,
                                   const KnownPeople &people = {},
                                   const OutsideResults *made = nullptr) const;

    /// Puts it into the trash; its room goes. Errors: Forbidden "scope.missing"; NotFound
    /// "teleconsultation.unknown". The row as it is then.
    Result<Teleconsultation> remove(WriteTransaction &tx, const Actor &actor,
                                    const TeleconsultationId &id) const;

    /// Also what lies in the trash, where `withTrash`. Errors: Forbidden "scope.missing"; NotFound
    /// "teleconsultation.unknown".
    Result<Teleconsultation> get(Transaction &tx, const Actor &actor, const TeleconsultationId &id,
                                 bool withTrash = false) const;
    /// Those that begin in [from, to), by start. Errors: Forbidden "scope.missing"; Invalid "page.cursor".
    Result<Page<Teleconsultation>> list(Transaction &tx, const Actor &actor, std::optional<UtcTime> from,
                                        std::optional<UtcTime> to, const PageRequest &page) const;

    /// The participant's link while they may use it; nothing before the access window, after the end, and
    /// while the list is incomplete.
    std::optional<QString> linkNow(Transaction &tx, const Teleconsultation &teleconsultation,
                                   const Participant &participant) const;
    /// The link for an invitation: with rooms of our own at any time, for the page waits by itself.
    std::optional<QString> linkForInvitation(Transaction &tx, const Teleconsultation &teleconsultation,
                                             const Participant &participant) const;

    /// From when on participants may come in, and nothing may change any more.
    UtcTime opensAt(const Teleconsultation &teleconsultation) const;
    TeleconsultationPhase phaseOf(const Teleconsultation &teleconsultation, UtcTime now) const;

    /// Tells participants by text message or e-mail (with the calendar's entry), each with their own link
    /// where there is one already; how many. Who was invited is told of another time, of the cancellation,
    /// and before the start (ANTEROOM_ROOM_REMINDER_MINUTES). Errors: Forbidden "scope.missing"; NotFound
    /// "teleconsultation.unknown", "teleconsultation.participant_unknown"; Conflict "teleconsultation.over";
    /// Invalid "phone.malformed", "email.malformed"; the outbox's.
    Result<int> invite(WriteTransaction &tx, const Actor &actor, const TeleconsultationId &id,
                       const QVector<InvitationAddress> &addresses) const;
    /// The numbers and addresses that are known of its participants.
    QVector<InvitationAddress> addressesOf(Transaction &tx, const Teleconsultation &teleconsultation) const;
    /// The text message by which a participant would be invited now.
    QString invitationText(Transaction &tx, const Teleconsultation &teleconsultation,
                           const Participant &participant) const;
    /// Whether remind() has something to do.
    bool isReminderDue(Transaction &tx) const;
    /// Reminds of what begins soon, each start once, some at a time; how many that were.
    Result<int> remind(WriteTransaction &tx) const;

    /// What a room for it is made of; needs the provider's user of everybody.
    static RoomPlan roomPlan(const Teleconsultation &teleconsultation, const Privileges &privileges);
    /// Whether another room has to be made for it.
    static bool needsRoom(const Teleconsultation &planned, const TeleconsultationRules &rules,
                          const QByteArray &madeOf);

    /// Has the outbox delete a room that nobody uses.
    Result<void> giveUpRoom(WriteTransaction &tx, const QString &provider, const QString &roomId,
                            const TeleconsultationId &teleconsultation) const;
    /// Settles what a stop has left: rooms that were asked for and may have been made are shown as in doubt,
    /// rooms of what lies in the trash are deleted. How many there were.
    Result<int> repair(WriteTransaction &tx) const;
    /// Rooms of what lies in the trash, of which erasing a person may leave some. How many were given up.
    Result<int> giveUpLeftRooms(WriteTransaction &tx) const;
    static bool hasLeftRooms(Transaction &tx);
    /// Whether repair() has something to do.
    static bool needsRepair(Transaction &tx);
    /// An intent whose room may or may not exist.
    Result<void> noteDoubt(WriteTransaction &tx, const QByteArray &intent) const;

private:
    Result<void> tell(WriteTransaction &tx, const Teleconsultation &teleconsultation,
                      const Participant &participant, Channel channel, const QString &to,
                      TeleconsultationMessage kind) const;
    Language languageOf(const Participant &participant) const;
    Result<int> tellInvited(WriteTransaction &tx, const Teleconsultation &teleconsultation,
                            TeleconsultationMessage kind) const;
    UtcTime remindBefore(UtcTime now) const;
    Result<std::optional<Teleconsultation>> current(Transaction &tx, const Actor &actor,
                                                    const TeleconsultationTask &task) const;
    Result<void> takeUsers(WriteTransaction &tx, Teleconsultation &next, const OutsideResults *made) const;
    Result<void> takeRoom(WriteTransaction &tx, Teleconsultation &next, const TeleconsultationRules &rules,
                          const OutsideResults *made) const;
    void record(WriteTransaction &tx, const Actor &actor, const char *action,
                const Teleconsultation &teleconsultation) const;
    std::function<QByteArray(const ParticipantId &)> tokens() const;

    const Parts m_parts;
};

/// The audit rows of whoever reads or changes it: one for each patient we know among the participants, else
/// one without.
void auditTeleconsultation(WriteTransaction &tx, const Actor &actor, const char *action,
                           const Teleconsultation &teleconsultation);

/// Has the outbox delete a provider's room that nobody uses; rooms of our own need nothing. Errors: the
/// outbox's.
Result<void> deleteRoomLater(WriteTransaction &tx, const Outbox &outbox, const QString &provider,
                             const QString &roomId, const TeleconsultationId &teleconsultation);

} // namespace anteroom
