// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callhistory.h"

#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/storage/store.h"
#include "ui/calls/callwords.h"
#include "ui/directory/persontext.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::HistoryWords)
};

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

std::chrono::milliseconds between(UtcTime from, UtcTime to)
{
    return std::chrono::round<std::chrono::milliseconds>(to - from);
}

QString awakeText(const CallProgress &progress)
{
    return progress.registeredAt ? secondsText(between(progress.dispatchedAt, *progress.registeredAt))
                                 : QString();
}

QString talkedText(const CallProgress &progress)
{
    return progress.answeredAt && progress.endedAt
               ? clockText(between(*progress.answeredAt, *progress.endedAt))
               : QString();
}

QVector<PagedColumn<CallLine>> columns()
{
    const auto progress = [](const CallLine &line) -> const CallProgress & {
        return line.view.attempt.progress;
    };
    return {
        {.title = HistoryWords::tr("When"),
         .data = [=](const CallLine &line, int role) -> QVariant {
             return role == TimeRole ? QVariant(toUs(progress(line).dispatchedAt)) : QVariant();
         }},
        {.title = HistoryWords::tr("Person"),
         .data = [](const CallLine &line, int role) { return text(line.person, role); }},
        {.title = HistoryWords::tr("Device"),
         .data = [](const CallLine &line, int role) { return text(line.device, role); }},
        {.title = HistoryWords::tr("Outcome"),
         .data = [=](const CallLine &line, int role) -> QVariant {
             if (role == Qt::ToolTipRole)
                 return callReasonText(progress(line));
             return role == ToneRole ? QVariant(int(callStateTone(progress(line))))
                                     : text(callStateText(progress(line)), role);
         }},
        {.title = HistoryWords::tr("Awake after"),
         .data = [=](const CallLine &line, int role) { return text(awakeText(progress(line)), role); },
         .alignment = Qt::AlignRight | Qt::AlignVCenter},
        {.title = HistoryWords::tr("Talked"),
         .data = [=](const CallLine &line, int role) { return text(talkedText(progress(line)), role); },
         .alignment = Qt::AlignRight | Qt::AlignVCenter},
    };
}

} // namespace

CallHistory::CallHistory(Store &store, const CallService &service, QObject *parent)
    : PagedTableModel<CallLine>(
          columns(), [](const CallLine &line) { return line.view.attempt.id.text(); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_store(store)
    , m_service(service)
{
}

void CallHistory::setUser(const UserId &user)
{
    if (m_user == user)
        return;
    m_user = user;
    reload();
}

QFuture<Result<Page<CallLine>>> CallHistory::load(const PageRequest &request) const
{
    return m_store.read(
        [&service = m_service, user = m_user, request](Transaction &tx) -> Result<Page<CallLine>> {
            auto found = service.list(tx, {.user = user}, request);
            if (!found)
                return fail(found.error());
            Page<CallLine> page;
            page.nextCursor = found->nextCursor;
            for (CallAttemptView &view : found->items) {
                const auto person = UserRepository::byId(tx, view.attempt.user);
                const auto device = UserDeviceRepository::byId(tx, view.attempt.device);
                page.items.append({std::move(view), person ? personName(*person) : HistoryWords::tr("Erased"),
                                   device ? platformText(device->platform) : HistoryWords::tr("Removed")});
            }
            return page;
        });
}

} // namespace anteroom
