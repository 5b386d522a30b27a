// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestmodel.h"

#include "app/clinic.h"
#include "ui/delivery/outboxmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom {

namespace {

struct FileRequestWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::FileRequestWords)
};

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

UtcTime lastMoment(const FileRequest &request)
{
    return request.closedAt     ? *request.closedAt
           : request.answeredAt ? *request.answeredAt
                                : request.createdAt;
}

QVector<PagedColumn<FileRequestRow>> columns()
{
    using Row = FileRequestRow;
    return {
        {.title = FileRequestWords::tr("Patient"),
         .data = [](const Row &row, int role) { return text(nameText(row.view.patient), role); }},
        {.title = FileRequestWords::tr("Asked for"),
         .data =
             [](const Row &row, int role) {
                 const QString prompt = row.view.request.prompt.simplified();
                 return text(prompt.isEmpty() ? FileRequestWords::tr("A photo") : prompt, role);
             }},
        {.title = FileRequestWords::tr("Sent by"),
         .data = [](const Row &row, int role) { return text(row.sentBy(), role); }},
        {.title = FileRequestWords::tr("Assigned to"),
         .data = [](const Row &row, int role) { return text(row.assignee, role); }},
        {.title = FileRequestWords::tr("State"),
         .data = [](const Row &row, int role) -> QVariant {
             return role == ToneRole ? QVariant(int(row.stateTone())) : text(row.stateText(), role);
         }},
        {.title = FileRequestWords::tr("When"),
         .data = [](const Row &row, int role) -> QVariant {
             return role == TimeRole ? QVariant(toUs(lastMoment(row.view.request))) : QVariant();
         }},
    };
}

} // namespace

QString nameText(const UserSummary &user)
{
    const QString name = user.name();
    return name.isEmpty() ? FileRequestWords::tr("No name") : name;
}

QString FileRequestRow::sentBy() const
{
    QStringList words;
    for (const Channel channel : {Channel::Push, Channel::Sms, Channel::Email}) {
        const auto uses = [channel](const Message &message) { return message.channel == channel; };
        if (std::any_of(messages.begin(), messages.end(), uses))
            words.append(channelText(channel));
    }
    QString all = words.join(QStringLiteral(", "));
    if (view.request.recipientIsProxy)
        all += (all.isEmpty() ? QString() : QStringLiteral(", ")) + FileRequestWords::tr("carer");
    return all.isEmpty() ? QStringLiteral("–") : all;
}

FileRequestRow::State FileRequestRow::state() const
{
    switch (view.request.state) {
    case FileRequest::State::Done:
        return State::Done;
    case FileRequest::State::Cancelled:
        return State::Cancelled;
    case FileRequest::State::Answered:
        return State::Answered;
    case FileRequest::State::Open:
        break;
    }
    const auto has = [this](std::initializer_list<MessageStatus> statuses) {
        return std::any_of(messages.begin(), messages.end(), [&](const Message &message) {
            return message.channel != Channel::Webhook &&
                   std::find(statuses.begin(), statuses.end(), message.status) != statuses.end();
        });
    };
    if (filesToScan > 0)
        return State::Scanning;
    if (has({MessageStatus::InDoubt}))
        return State::InDoubt;
    if (has({MessageStatus::Failed, MessageStatus::Rejected}))
        return State::NotDelivered;
    if (isExpired)
        return State::Expired;
    if (view.request.openedAt)
        return State::Opened;
    return has({MessageStatus::Queued, MessageStatus::Sending}) ? State::Queued : State::Waiting;
}

QString FileRequestRow::stateText() const
{
    switch (state()) {
    case State::Done:
        return FileRequestWords::tr("Done");
    case State::Cancelled:
        return FileRequestWords::tr("Cancelled");
    case State::Answered:
        return FileRequestWords::tr("Answered");
    case State::Scanning:
        return FileRequestWords::tr("Not scanned yet");
    case State::NotDelivered:
        return FileRequestWords::tr("Not delivered");
    case State::InDoubt:
        return FileRequestWords::tr("In doubt");
    case State::Expired:
        return FileRequestWords::tr("Expired");
    case State::Opened:
        return FileRequestWords::tr("Opened");
    case State::Queued:
        return FileRequestWords::tr("Sending");
    case State::Waiting:
        return FileRequestWords::tr("Waiting");
    }
    return {};
}

Tone FileRequestRow::stateTone() const
{
    switch (state()) {
    case State::Done:
        return Tone::Good;
    case State::Answered:
        return Tone::Info;
    case State::NotDelivered:
        return Tone::Bad;
    case State::InDoubt:
    case State::Scanning:
        return Tone::Warn;
    default:
        return Tone::Neutral;
    }
}

std::optional<UtcTime> FileRequestRow::undoUntil() const
{
    std::optional<UtcTime> until;
    for (const Message &message : messages) {
        if (message.status != MessageStatus::Queued)
            return std::nullopt;
        until = until ? std::min(*until, message.notBefore) : message.notBefore;
    }
    return view.request.state == FileRequest::State::Open ? until : std::nullopt;
}

FileRequestModel::FileRequestModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : PagedTableModel<FileRequestRow>(
          columns(), [](const FileRequestRow &row) { return row.view.request.id.text(); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
{
}

void FileRequestModel::setFilter(const FileRequestFilter &filter)
{
    m_filter = filter;
    reload();
}

QFuture<Result<Page<FileRequestRow>>> FileRequestModel::load(const PageRequest &request) const
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), request,
                                  filter = m_filter](Transaction &tx) -> Result<Page<FileRequestRow>> {
        auto items = WorkList::page(tx, clinic.fileRequests(), actor, filter, request);
        if (!items)
            return fail(std::move(items.error()));
        Page<FileRequestRow> page;
        page.nextCursor = items->nextCursor;
        for (WorkItem &item : items->items) {
            const bool isExpired = item.view.request.isLinkExpired(tx.now());
            page.items.append(FileRequestRow{std::move(item), isExpired});
        }
        return page;
    });
}

} // namespace anteroom
