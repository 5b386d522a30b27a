// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/devicerequestservice.h"

#include "app/access/audit.h"
#include "app/base/names.h"
#include "app/delivery/outbox.h"
#include "app/delivery/outboxrepository.h"
#include "app/devicerequests/devicerequestrepository.h"
#include "app/devicerequests/resendtext.h"
#include "app/settings/settings.h"
#include "app/storage/keyset.h"
#include "app/storage/vault.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;

constexpr int beforeTheLinks = 10; // somebody stands at a counter and waits for it
constexpr std::chrono::seconds leavesWithin{5};
const QString hiddenCode = u"••••"_s;

bool may(const Actor &actor, Scope scope)
{
    return actor.kind != Actor::Kind::Patient && actor.mayUse(scope);
}

tl::unexpected<Error> scopeMissing()
{
    return fail(ErrorCode::Forbidden, "scope.missing");
}

tl::unexpected<Error> unknownRequest()
{
    return fail(ErrorCode::NotFound, "device_request.unknown");
}

// Audit rows and messages name the person where they name a user: the two kinds of ids never meet.
UserId asUser(const PersonId &person)
{
    return UserId::fromTrusted(person.text());
}

QStringList wordsIn(const QString &list)
{
    QStringList words = list.split(u',', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = word.trimmed();
    return words;
}

// The number itself is for nobody's eyes, and two may look alike once they are masked.
QByteArray targetOf(const DeviceRequestId &request, const ResendPhone &phone)
{
    return QCryptographicHash::hash(request.text() + ' ' + phone.owner.text() + ' ' + phone.number.toUtf8(),
                                    QCryptographicHash::Sha256);
}

ResendJob::State stateOf(Transaction &tx, const MessageId &id)
{
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return ResendJob::State::Failed;
    if (row->message.sentAt) // what a report says later is not about the job
        return ResendJob::State::Processed;
    switch (row->message.status) {
    case MessageStatus::Queued:
    case MessageStatus::Sending:
    case MessageStatus::InDoubt:
        return ResendJob::State::Pending;
    case MessageStatus::Sent:
    case MessageStatus::Delivered:
        return ResendJob::State::Processed;
    case MessageStatus::Rejected:
    case MessageStatus::Failed:
    case MessageStatus::Cancelled:
        break;
    }
    return ResendJob::State::Failed;
}

ResendJob jobFrom(Transaction &tx, const DeviceRequestRepository::Job &row)
{
    ResendJob job{row.id,        row.request,  row.patient, ResendJob::State::Processed,
                  row.createdAt, row.createdAt};
    if (!row.message.isNull()) {
        job.state = stateOf(tx, row.message);
        job.eta = row.createdAt + leavesWithin;
    }
    return job;
}

void addMethods(Transaction &tx, ResendFacts &facts)
{
    facts.methods = DeviceRequestRepository::methods(tx, facts.request->patient);
    for (const AuthenticationMethod &method : std::as_const(facts.methods)) {
        if (!method.value.isNull() && !facts.methodsOfThirdPersons.contains(method.value))
            facts.methodsOfThirdPersons.insert(method.value,
                                               DeviceRequestRepository::methods(tx, method.value));
    }
    if (!facts.methodsOfThirdPersons.isEmpty())
        facts.relationships = DeviceRequestRepository::relationships(tx, facts.request->patient);
}

void addDevice(Transaction &tx, ResendFacts &facts)
{
    const DeviceRequest &request = *facts.request;
    if (!request.codeReference.isNull())
        facts.classificationTypes = DeviceRequestRepository::classificationTypes(tx, request.codeReference);
    if (!request.code.isNull() || !facts.classificationTypes.isEmpty())
        facts.assistiveDevices = DeviceRequestRepository::dictionary(tx, "assistive_devices");
}

DeviceRequestView viewOf(Transaction &tx, DeviceRequest request)
{
    ResendFacts facts;
    facts.now = tx.now();
    facts.request = std::move(request);
    addMethods(tx, facts);
    addDevice(tx, facts);
    DeviceRequestView view;
    view.isAssistive = isAssistive(facts);
    view.method = currentMethod(facts);
    if (view.method)
        view.method->number = maskedPhone(view.method->number);
    view.request = *std::move(facts.request);
    if (!view.request.program.isNull())
        view.programName = DeviceRequestRepository::programName(tx, view.request.program);
    return view;
}

} // namespace

DeviceRequestService::DeviceRequestService(const Settings &settings, const Vault &vault, const Outbox &outbox)
    : m_settings(settings)
    , m_vault(vault)
    , m_outbox(outbox)
{
}

// A token's own; staff act for the clinic.
std::optional<LegalEntity> DeviceRequestService::legalEntityOf(Transaction &tx, const Actor &actor) const
{
    if (actor.kind == Actor::Kind::Token)
        return actor.legalEntity.isNull() ? std::nullopt
                                          : DeviceRequestRepository::legalEntity(tx, actor.legalEntity);
    const auto own = LegalEntityId::parse(m_settings.text("ANTEROOM_LEGAL_ENTITY").toLatin1());
    return own ? DeviceRequestRepository::legalEntity(tx, *own)
               : DeviceRequestRepository::onlyLegalEntity(tx);
}

ResendFacts DeviceRequestService::factsOf(Transaction &tx, const Actor &actor,
                                          std::optional<DeviceRequest> request) const
{
    ResendFacts facts;
    facts.now = tx.now();
    facts.request = std::move(request);
    if (!facts.request)
        return facts;
    facts.person = DeviceRequestRepository::person(tx, facts.request->patient);
    if (!facts.person || facts.person->isPreperson)
        return facts;
    facts.legalEntity = legalEntityOf(tx, actor);
    addMethods(tx, facts);
    facts.allowedLegalEntityTypes = wordsIn(m_settings.text("ME_ALLOWED_TRANSACTIONS_LE_TYPES"));
    facts.checkRelationship = m_settings.flag("THIRD_PERSON_CONFIDANT_PERSON_RELATIONSHIP_CHECK");
    facts.sendTimeout = std::chrono::seconds(m_settings.integer("DR_SEND_TIMEOUT"));
    facts.maxAttempts = m_settings.integer("DR_MAX_ATTEMPTS_COUNT");
    facts.attempts = DeviceRequestRepository::attempts(tx, facts.request->id, facts.now - facts.sendTimeout);
    if (nextAttempt(facts)) // nothing that is still to come decides
        return facts;

    addDevice(tx, facts);
    if (!facts.request->program.isNull())
        facts.programIsSilent = DeviceRequestRepository::isProgramSilent(tx, facts.request->program);
    facts.deviceRequestsEnabled = m_settings.flag("DEVICE_REQUESTS_SMS_ENABLED");
    facts.assistiveDeviceRequestsEnabled = m_settings.flag("ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED");
    for (int i = 0; i < resendTemplates; ++i)
        facts.needsCode[size_t(i)] = needsCode(m_settings.text(templateSetting(ResendTemplate(i))));
    return facts;
}

Result<ResendDecision> DeviceRequestService::decide(Transaction &tx, const Actor &actor,
                                                    const PersonId &patient, const DeviceRequestId &id) const
{
    if (!may(actor, Scope::DeviceRequestResend))
        return scopeMissing();
    return decideResend(factsOf(tx, actor, DeviceRequestRepository::find(tx, patient, id)));
}

Result<ResendPreview> DeviceRequestService::preview(Transaction &tx, const Actor &actor,
                                                    const PersonId &patient, const DeviceRequestId &id) const
{
    const auto decision = decide(tx, actor, patient, id);
    if (!decision)
        return fail(decision.error());
    ResendPreview preview;
    preview.kind = decision->kind;
    preview.refusal = decision->refusal;
    preview.nextAttempt = decision->nextAttempt;
    if (decision->phone) {
        preview.phone = maskedPhone(decision->phone->number);
        preview.target = targetOf(id, *decision->phone);
        preview.toThirdPerson = decision->phone->ofThirdPerson;
    }
    if (decision->kind == ResendDecision::Kind::Send) {
        const auto request = DeviceRequestRepository::byId(tx, id);
        preview.text =
            filledText(m_settings.text(templateSetting(decision->words)), request->requisition, hiddenCode);
    }
    return preview;
}

Result<MessageId> DeviceRequestService::send(WriteTransaction &tx, const DeviceRequest &request,
                                             const ResendDecision &decision) const
{
    const QString words = m_settings.text(templateSetting(decision.words));
    QString code;
    if (needsCode(words)) {
        const auto opened =
            m_vault.open(tx, request.patient.text(), DeviceRequestRepository::sealedCode(tx, request.id),
                         verificationCodeContext);
        if (!opened)
            return fail(opened.error());
        code = QString::fromUtf8(*opened);
    }
    NewMessage message;
    message.channel = Channel::Sms;
    message.to = decision.phone->number;
    message.body = filledText(words, request.requisition, code);
    message.user = asUser(request.patient);
    message.reference = request.id.text();
    message.priority = beforeTheLinks;
    message.sealed = !code.isEmpty();
    return m_outbox.enqueue(tx, message);
}

Result<ResendJob> DeviceRequestService::resend(WriteTransaction &tx, const Actor &actor,
                                               const PersonId &patient, const DeviceRequestId &id,
                                               const QByteArray &confirmed) const
{
    if (!may(actor, Scope::DeviceRequestResend))
        return scopeMissing();
    const ResendFacts facts = factsOf(tx, actor, DeviceRequestRepository::find(tx, patient, id));
    const ResendDecision decision = decideResend(facts);
    if (decision.kind == ResendDecision::Kind::Refused)
        return fail(*decision.refusal);
    if (!confirmed.isNull() && (!decision.phone || targetOf(id, *decision.phone) != confirmed))
        return fail(ErrorCode::Conflict, "device_request.number_changed");

    DeviceRequestRepository::Job job;
    job.id = ResendJobId::generate(tx.now());
    job.request = id;
    job.patient = patient;
    // What staff did is the clinic's, or a token of no legal entity could ask for it.
    if (const auto entity = legalEntityOf(tx, actor))
        job.legalEntity = entity->id;
    else
        job.legalEntity = actor.legalEntity;
    job.createdAt = tx.now();
    if (decision.kind == ResendDecision::Kind::Send) {
        const auto message = send(tx, *facts.request, decision);
        if (!message)
            return fail(message.error());
        job.message = *message;
        job.told = decision.phone->owner;
    }
    DeviceRequestRepository::insert(tx, job);
    recordAudit(tx, actor,
                {.action = "device_request.resend", .patient = asUser(patient), .subject = id.text()});
    tx.changed(Topic::DeviceRequests, id.text());
    return jobFrom(tx, job);
}

Result<ResendJob> DeviceRequestService::job(Transaction &tx, const Actor &actor, const ResendJobId &id) const
{
    if (!may(actor, Scope::JobRead) && !may(actor, Scope::DeviceRequestResend))
        return scopeMissing();
    const auto row = DeviceRequestRepository::job(tx, id);
    if (!row || (actor.kind == Actor::Kind::Token && !(row->legalEntity == actor.legalEntity)))
        return fail(ErrorCode::NotFound, "job.unknown");
    return jobFrom(tx, *row);
}

Result<QVector<ResendJob>> DeviceRequestService::jobsOf(Transaction &tx, const Actor &actor,
                                                        const PersonId &patient, const DeviceRequestId &id,
                                                        int limit) const
{
    if (!may(actor, Scope::DeviceRequestRead))
        return scopeMissing();
    if (!DeviceRequestRepository::find(tx, patient, id))
        return unknownRequest();
    QVector<ResendJob> jobs;
    for (const auto &row : DeviceRequestRepository::jobsOf(tx, id, limit))
        jobs.append(jobFrom(tx, row));
    return jobs;
}

Result<DeviceRequestView> DeviceRequestService::get(Transaction &tx, const Actor &actor,
                                                    const PersonId &patient, const DeviceRequestId &id) const
{
    if (!may(actor, Scope::DeviceRequestRead))
        return scopeMissing();
    auto request = DeviceRequestRepository::find(tx, patient, id);
    if (!request)
        return unknownRequest();
    return viewOf(tx, *std::move(request));
}

Result<DeviceRequestPage> DeviceRequestService::ofPatient(Transaction &tx, const Actor &actor,
                                                          const PersonId &patient,
                                                          const NumberedPage &page) const
{
    if (!may(actor, Scope::DeviceRequestRead))
        return scopeMissing();
    if (!DeviceRequestRepository::person(tx, patient))
        return fail(ErrorCode::NotFound, "device_request.person_unknown");
    DeviceRequestPage result{{}, page, DeviceRequestRepository::count(tx, patient)};
    if (page.number > result.totalPages())
        return result;
    const int offset = (page.number - 1) * page.size;
    for (DeviceRequest &request : DeviceRequestRepository::ofPatient(tx, patient, page.size, offset))
        result.items.append(viewOf(tx, std::move(request)));
    return result;
}

Result<Page<DeviceRequestView>> DeviceRequestService::list(Transaction &tx, const Actor &actor,
                                                           const DeviceRequestFilter &filter,
                                                           const PageRequest &page) const
{
    if (!may(actor, Scope::DeviceRequestRead))
        return scopeMissing();
    UtcTime before = utcFromUs(std::numeric_limits<qint64>::max());
    QByteArray beforeId;
    if (!page.cursor.isEmpty()) {
        const auto parts = unpackCursor(page.cursor, 2);
        if (!parts)
            return fail(parts.error());
        before = utcFromUs(parts->at(0).toLongLong());
        beforeId = parts->at(1);
    }
    const int limit = clampedLimit(page);
    if (beforeId.isNull())
        beforeId = QByteArray("");
    // The health system writes its numbers in capitals, and none without a digit.
    const QString number = filter.text.trimmed().toUpper();
    const QStringList names = nameWords({filter.text});
    const bool isName =
        !names.isEmpty() && std::none_of(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
    auto rows =
        isName ? DeviceRequestRepository::newestNamed(tx, filter.patient, names, number, limit + 1, before,
                                                      beforeId)
               : DeviceRequestRepository::newest(tx, filter.patient, number, limit + 1, before, beforeId);
    Page<DeviceRequestView> result;
    const bool more = rows.size() > limit;
    rows.resize(qMin(rows.size(), qsizetype(limit)));
    if (more)
        result.nextCursor =
            packCursor({QByteArray::number(toUs(rows.last().insertedAt)), rows.last().id.text()});
    for (DeviceRequest &request : rows)
        result.items.append(viewOf(tx, std::move(request)));
    return result;
}

} // namespace anteroom
