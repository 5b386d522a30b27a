// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/devicerequests/resendrule.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

#include <algorithm>

namespace anteroom {

class Outbox;
class Settings;
class Vault;

/// A device request as staff see it.
struct DeviceRequestView
{
    DeviceRequest request;
    QString programName; ///< null: no program, or one that the register does not know
    bool isAssistive = false;
    std::optional<CurrentMethod> method; ///< how the patient would be told; its number is masked
};

/// A page by its number, as the health system's interface counts them, from 1.
struct NumberedPage
{
    int number = 1;
    int size = 50;
};

/// Part of a patient's device requests.
struct DeviceRequestPage
{
    QVector<DeviceRequestView> items;
    NumberedPage page;
    int totalEntries = 0;
    int totalPages() const { return std::max(1, (totalEntries + page.size - 1) / page.size); }
};

/// What the console's list may ask for.
struct DeviceRequestFilter
{
    PersonId patient; ///< null: anybody's
    QString text;     ///< the beginning of its number, or of the patient's names; empty: any
};

/// What would happen if somebody pressed the button now.
struct ResendPreview
{
    ResendDecision::Kind kind = ResendDecision::Kind::Refused;
    std::optional<Error> refusal;       ///< why not (ResendDecision::refusal)
    std::optional<UtcTime> nextAttempt; ///< of "device_request.too_soon": when it may be tried again
    QString phone;                      ///< where to, masked; empty where there is no phone
    QByteArray target;                  ///< the request and that very number, for resend(); null as `phone`
    bool toThirdPerson = false;
    QString text; ///< as it would leave, but for the code, which is ••••; empty where it would not
};

/// A call that was accepted, and what became of it.
struct ResendJob
{
    enum class State {
        Pending,   ///< the text waits, is being handed over, or nobody knows what became of it
        Processed, ///< the gateway took the text, or there was nothing to send
        Failed     ///< the text was given up
    };

    ResendJobId id;
    DeviceRequestId request;
    PersonId patient;
    State state = State::Pending;
    UtcTime createdAt;
    UtcTime eta; ///< when it is expected to be done
};

/// The rules of device requests (RULES.md, Device requests). Synchronous, on the thread of the transaction it
/// is given. resend() writes its audit row; those of reads and of refusals are the caller's (auditLater). An
/// audit row's patient is the person of the register.
class DeviceRequestService
{
public:
    DeviceRequestService(const Settings &settings, const Vault &vault, const Outbox &outbox);

    /// The rule on what is so now; changes nothing. Errors: Forbidden "scope.missing".
    Result<ResendDecision> decide(Transaction &tx, const Actor &actor, const PersonId &patient,
                                  const DeviceRequestId &id) const;

    /// The same for people: what would happen, in words that may be shown. Errors: as decide().
    Result<ResendPreview> preview(Transaction &tx, const Actor &actor, const PersonId &patient,
                                  const DeviceRequestId &id) const;

    /// Sends the text once more: the job, which is the attempt, and the message are written in the one
    /// transaction that also decides, so that two calls at once never both pass. Errors: what the rule
    /// refuses (ResendDecision::refusal); Forbidden "scope.missing"; the vault's. `confirmed`: the number
    /// that a person was shown and had confirmed (ResendPreview::target), null where none was; where the text
    /// would go to another one by now: Conflict "device_request.number_changed".
    Result<ResendJob> resend(WriteTransaction &tx, const Actor &actor, const PersonId &patient,
                             const DeviceRequestId &id, const QByteArray &confirmed = {}) const;

    /// Errors: Forbidden "scope.missing"; NotFound "job.unknown", also for another legal entity's.
    Result<ResendJob> job(Transaction &tx, const Actor &actor, const ResendJobId &id) const;

    /// The calls for one request that sent a text, newest first. Errors: as get().
    Result<QVector<ResendJob>> jobsOf(Transaction &tx, const Actor &actor, const PersonId &patient,
                                      const DeviceRequestId &id, int limit) const;

    /// Errors: Forbidden "scope.missing"; NotFound "device_request.unknown".
    Result<DeviceRequestView> get(Transaction &tx, const Actor &actor, const PersonId &patient,
                                  const DeviceRequestId &id) const;

    /// A patient's, newest first; past the last page nothing. Errors: Forbidden "scope.missing"; NotFound
    /// "device_request.person_unknown".
    Result<DeviceRequestPage> ofPatient(Transaction &tx, const Actor &actor, const PersonId &patient,
                                        const NumberedPage &page) const;

    /// Anybody's, newest first, for the console. Errors: Forbidden "scope.missing"; Invalid "page.cursor".
    Result<Page<DeviceRequestView>> list(Transaction &tx, const Actor &actor,
                                         const DeviceRequestFilter &filter, const PageRequest &page) const;

private:
    ResendFacts factsOf(Transaction &tx, const Actor &actor, std::optional<DeviceRequest> request) const;
    std::optional<LegalEntity> legalEntityOf(Transaction &tx, const Actor &actor) const;
    Result<MessageId> send(WriteTransaction &tx, const DeviceRequest &request,
                           const ResendDecision &decision) const;

    const Settings &m_settings;
    const Vault &m_vault;
    const Outbox &m_outbox;
};

} // namespace anteroom
