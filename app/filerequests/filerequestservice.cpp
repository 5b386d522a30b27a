// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filerequestservice.h"

#include "app/access/audit.h"
#include "app/base/random.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/filerequests/shortlink.h"
#include "app/settings/settings.h"
#include "app/storage/keyset.h"

#include <algorithm>

namespace anteroom {

namespace {

std::optional<UtcTime> endAfter(UtcTime from, qint64 seconds)
{
    return seconds > 0 ? std::optional(from + std::chrono::seconds(seconds)) : std::nullopt;
}

bool mayRead(const Actor &actor)
{
    return actor.kind != Actor::Kind::Patient && actor.mayUse(Scope::FileRequestRead);
}

FileRequest requestFrom(const CheckedFileRequest &input)
{
    FileRequest request;
    request.accountId = input.staff.accountId;
    request.type = QStringLiteral("photo");
    request.prompt = input.prompt;
    request.patientDateOfBirth = input.patient.dateOfBirth;
    request.staffName = input.staff.name;
    request.recipientMobile = input.recipient.mobile ? input.recipient.mobile->text() : QString();
    request.recipientEmail = input.recipient.email ? input.recipient.email->text() : QString();
    request.recipientIsProxy = input.recipientIsProxy;
    request.attemptAppDelivery = input.recipient.attemptAppDelivery;
    request.filesUpdateWebhookUrl = input.webhook ? input.webhook->text() : QString();
    return request;
}

} // namespace

FileRequestService::FileRequestService(const Settings &settings, const Outbox &outbox,
                                       const PublicUrl &publicUrl)
    : m_settings(settings)
    , m_outbox(outbox)
    , m_publicUrl(publicUrl)
{
}

Result<void> FileRequestService::mayWrite(const Actor &actor) const
{
    if (actor.kind == Actor::Kind::Patient || !actor.mayUse(Scope::FileRequestWrite))
        return fail(ErrorCode::Forbidden, "scope.missing");
    return {};
}

Result<CheckedFileRequest> FileRequestService::check(UtcTime now, const Actor &actor,
                                                     const NewFileRequest &input) const
{
    if (const auto allowed = mayWrite(actor); !allowed)
        return fail(allowed.error());
    const FileRequestChecks checks{now, m_settings.text("ANTEROOM_TIME_ZONE"),
                                   m_settings.flag("ANTEROOM_WEBHOOK_ALLOW_HTTP")};
    auto result = checked(input, checks);
    if (result && !actor.mayUseAccount(input.accountId))
        return fail(ErrorCode::Forbidden, "file_request.account", "accountId");
    return result;
}

Language FileRequestService::languageFor(const CheckedFileRequest &input, const User &recipient,
                                         const User &patient) const
{
    if (input.language)
        return *input.language;
    if (recipient.language)
        return *recipient.language;
    if (patient.language && !input.recipientIsProxy)
        return *patient.language;
    return languageByCode(m_settings.text("ANTEROOM_LANGUAGE").toLatin1()).value_or(Language::English);
}

FileRequestService::People FileRequestService::findPeople(WriteTransaction &tx,
                                                          const CheckedFileRequest &input)
{
    UserMatcher matcher(tx);
    People people;
    people.patient = matcher.patient(input.patient);
    UserMatcher::apply(tx, people.patient);
    people.recipient = matcher.recipient(input.recipient, people.patient.user);
    UserMatcher::apply(tx, people.recipient.match);
    people.staff = matcher.staff(input.staff);
    UserMatcher::apply(tx, people.staff);
    return people;
}

FileRequest FileRequestService::requestFor(const CheckedFileRequest &input, const People &people,
                                           UtcTime createdAt) const
{
    FileRequest request = requestFrom(input);
    request.id = FileRequestId::generate(createdAt);
    request.createdAt = createdAt;
    request.patient = people.patient.user.id;
    request.recipient = people.recipient.match.user.id;
    request.staff = people.staff.user.id;
    request.language = languageFor(input, people.recipient.match.user, people.patient.user);
    request.expiresAt = endAfter(createdAt, m_settings.integer("ANTEROOM_FILE_REQUEST_TTL_S"));
    request.shortLinkExpiresAt = endAfter(createdAt, m_settings.integer("ANTEROOM_SHORT_LINK_TTL_S"));
    return request;
}

void FileRequestService::insertWithNewLink(WriteTransaction &tx, FileRequest &request)
{
    do {
        request.shortLinkId = newShortLinkId();
    } while (!FileRequestRepository::insert(tx, request) && !tx.failed());
}

Result<FileRequest> FileRequestService::import(WriteTransaction &tx, const Actor &actor,
                                               const ImportedFileRequest &input) const
{
    const auto good = check(tx.now(), actor, input.input);
    if (!good)
        return fail(good.error());
    const auto known = input.id.isNull() ? std::nullopt : FileRequestRepository::byId(tx, input.id);
    const UtcTime createdAt = input.createdAt.value_or(known ? known->createdAt : tx.now());
    FileRequest request = requestFor(*good, findPeople(tx, *good), createdAt);
    if (!input.id.isNull())
        request.id = input.id;
    if (known) {
        request.shortLinkId = known->shortLinkId;
        request.shortLinkExpiresAt = known->shortLinkExpiresAt;
        request.expiresAt = known->expiresAt;
        request.state = known->state;
        request.openedAt = known->openedAt;
        request.answeredAt = known->answeredAt;
        request.closedAt = known->closedAt;
        request.assignee = known->assignee;
    }
    if (input.expiresAt)
        request.expiresAt = *input.expiresAt;
    if (input.state && *input.state != request.state) {
        using State = FileRequest::State;
        request.state = *input.state;
        const bool closed = request.state == State::Done || request.state == State::Cancelled;
        request.closedAt = closed ? std::optional(createdAt) : std::nullopt;
        if (request.state == State::Answered && !request.answeredAt)
            request.answeredAt = createdAt;
    }
    if (known)
        FileRequestRepository::update(tx, request);
    else
        insertWithNewLink(tx, request);
    recordAudit(tx, actor,
                {.action = "file_request.import", .patient = request.patient, .subject = request.id.text()});
    return request;
}

Result<FileRequestView> FileRequestService::create(WriteTransaction &tx, const Actor &actor,
                                                   const NewFileRequest &input, Origin origin) const
{
    const auto good = check(tx.now(), actor, input);
    if (!good)
        return fail(good.error());

    const People people = findPeople(tx, *good);
    FileRequest request = requestFor(*good, people, tx.now());
    insertWithNewLink(tx, request);
    if (const auto told = tell(tx, request, people.recipient.devices, origin); !told)
        return fail(told.error());
    recordAudit(tx, actor,
                {.action = "file_request.create", .patient = request.patient, .subject = request.id.text()});
    tx.changed(Topic::FileRequests, request.id.text());
    return FileRequestView{
        request, UserSummary::of(people.patient.user), UserSummary::of(people.staff.user), {}};
}

Result<FileRequestPreview> FileRequestService::preview(Transaction &tx, const Actor &actor,
                                                       const NewFileRequest &input) const
{
    const auto good = check(tx.now(), actor, input);
    if (!good)
        return fail(good.error());
    UserMatcher matcher(tx);
    const UserMatch patient = matcher.patient(good->patient);
    const RecipientMatch recipient = matcher.recipient(good->recipient, patient.user);

    FileRequest request = requestFrom(*good);
    request.language = languageFor(*good, recipient.match.user, patient.user);
    request.shortLinkId = QByteArray(shortLinkLength, 'x');

    FileRequestPreview preview;
    preview.recipientName = recipient.match.user.name();
    if (preview.recipientName.isEmpty() && !good->recipientIsProxy)
        preview.recipientName = patient.user.name();
    preview.language = request.language;
    preview.isNewPatient = !patient.before;
    preview.messages = plan(request, !recipient.devices.isEmpty());
    for (PlannedMessage &message : preview.messages) {
        if (message.channel == Channel::Push)
            message.to.clear();
        else if (message.channel == Channel::Sms)
            message.to = good->recipient.mobile->pretty();
    }
    preview.numberLooksImpossible = good->recipient.mobile && good->recipient.mobile->looksImpossible();
    return preview;
}

Result<FileRequestView> FileRequestService::get(Transaction &tx, const Actor &actor,
                                                const FileRequestId &id) const
{
    if (!mayRead(actor))
        return fail(ErrorCode::Forbidden, "scope.missing");
    auto view = FileRequestRepository::viewById(tx, id);
    if (!view || !actor.mayUseAccount(view->request.accountId))
        return fail(ErrorCode::NotFound, "file_request.unknown");
    return *std::move(view);
}

Result<Page<FileRequestView>> FileRequestService::list(Transaction &tx, const Actor &actor,
                                                       const FileRequestFilter &filter,
                                                       const PageRequest &page) const
{
    if (!mayRead(actor))
        return fail(ErrorCode::Forbidden, "scope.missing");
    if (!filter.accountId.isNull() && !actor.mayUseAccount(filter.accountId))
        return fail(ErrorCode::Forbidden, "file_request.account", "accountId");
    if (!page.cursor.isEmpty()) {
        const auto key = unpackCursor(page.cursor, 2);
        if (!key)
            return fail(key.error());
        bool isTime = false;
        key->at(0).toLongLong(&isTime);
        if (!isTime || !FileRequestId::parse(key->at(1)))
            return fail(ErrorCode::Invalid, "page.cursor", "cursor");
    }
    if (!filter.accountId.isNull() || actor.accounts.isEmpty())
        return FileRequestRepository::list(tx, filter, page);

    // A token of some accounts: their lists, each from the same place on, merged.
    Page<FileRequestView> merged;
    bool more = false;
    for (const QString &account : actor.accounts) {
        FileRequestFilter one = filter;
        one.accountId = account;
        Page<FileRequestView> part = FileRequestRepository::list(tx, one, page);
        more = more || !part.nextCursor.isEmpty();
        merged.items += part.items;
    }
    std::sort(
        merged.items.begin(), merged.items.end(), [](const FileRequestView &a, const FileRequestView &b) {
            return std::tie(b.request.createdAt, b.request.id) < std::tie(a.request.createdAt, a.request.id);
        });
    const int limit = clampedLimit(page);
    more = more || merged.items.size() > limit;
    merged.items.resize(std::min(merged.items.size(), qsizetype(limit)));
    if (more && !merged.items.isEmpty()) {
        const FileRequest &last = merged.items.constLast().request;
        merged.nextCursor = packCursor({QByteArray::number(toUs(last.createdAt)), last.id.text()});
    }
    return merged;
}

} // namespace anteroom
