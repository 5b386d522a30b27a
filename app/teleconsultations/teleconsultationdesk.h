// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/store.h"
#include "app/teleconsultations/auth0people.h"
#include "app/teleconsultations/teleconsultationservice.h"

#include <condition_variable>
#include <set>

namespace anteroom {

/// Changes of teleconsultations that ask somebody else first: Auth0 for people, the provider for users and
/// rooms. What is asked of a provider is written down before, and what was made and is not used goes through
/// the outbox (ARCHITECTURE.md, Teleconsultations). Its calls wait: on a TransferPool's thread of the
/// caller's own, never on the GUI's, an HTTP worker's or the writer's.
class TeleconsultationDesk
{
public:
    /// Called in the transaction that does what was asked for; an error undoes it.
    using Keep = std::function<Result<void>(WriteTransaction &, const Teleconsultation &)>;

    /// All outlive the desk.
    struct Parts
    {
        Store &store;
        const TeleconsultationService &service;
        Auth0People &people;
        VideoProvider &elsewhere; ///< the provider that is not ours
    };
    explicit TeleconsultationDesk(const Parts &parts);

    /// Does the task. Errors: those of TeleconsultationService::apply(), VideoProvider and Auth0People.
    Result<Teleconsultation> perform(const Outside &outside, const Actor &actor,
                                     const TeleconsultationTask &task, const Keep &keep = {});

    /// Whether a person known to Auth0 has a group that may host. Errors: Forbidden
    /// "teleconsultation.not_plus"; Auth0People's.
    Result<void> mayHost(const Outside &outside, const QString &person);

private:
    class Turn;

    Result<KnownPeople> peopleFor(const Outside &outside, const TeleconsultationTask &task);
    Result<QString> userFor(const Outside &outside, const Participant &participant);
    Result<void> makeRoom(const Outside &outside, const Teleconsultation &planned, OutsideResults &made);
    Result<Teleconsultation> commit(const Actor &actor, const TeleconsultationTask &task,
                                    const KnownPeople &people, const OutsideResults *made, const Keep &keep);
    void settle(const OutsideResults &made, const TeleconsultationId &id);

    const Parts m_parts;
    std::mutex m_mutex;
    std::condition_variable_any m_freed;
    std::set<QByteArray> m_taken; ///< what is being made or changed now: one at a time each
};

} // namespace anteroom
