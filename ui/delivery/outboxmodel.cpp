// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/outboxmodel.h"

#include "app/storage/store.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct OutboxWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::OutboxWords)
};

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

QVector<PagedColumn<Message>> columns()
{
    return {
        {.title = OutboxWords::tr("To"),
         .data = [](const Message &m, int role) { return text(recipientText(m), role); }},
        {.title = OutboxWords::tr("Text"),
         .data = [](const Message &m, int role) { return text(firstLine(m), role); }},
        {.title = OutboxWords::tr("Sent by"),
         .data = [](const Message &m, int role) { return text(channelText(m.channel), role); }},
        {.title = OutboxWords::tr("State"),
         .data = [](const Message &m, int role) -> QVariant {
             return role == ToneRole ? QVariant(int(stateTone(m))) : text(stateText(m), role);
         }},
        {.title = OutboxWords::tr("Tries"),
         .data = [](const Message &m, int role) { return text(QString::number(m.attempts), role); },
         .alignment = Qt::AlignRight | Qt::AlignVCenter},
        {.title = OutboxWords::tr("When"),
         .data = [](const Message &m, int role) -> QVariant {
             return role == TimeRole ? QVariant(toUs(m.sentAt.value_or(m.createdAt))) : QVariant();
         }},
    };
}

} // namespace

OutboxModel::OutboxModel(Store &store, QObject *parent)
    : PagedTableModel<Message>(
          columns(), [](const Message &message) { return message.id.text(); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_store(store)
{
}

void OutboxModel::setFilter(const MessageFilter &filter)
{
    m_filter = filter;
    reload();
}

QFuture<Result<Page<Message>>> OutboxModel::load(const PageRequest &request) const
{
    return m_store.read([request, filter = m_filter](Transaction &tx) -> Result<Page<Message>> {
        return Outbox::list(tx, filter, request);
    });
}

} // namespace anteroom
