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

QString firstLine(const Message &message)
{
    if (message.sealed)
        return QStringLiteral("••••");
    if (message.channel == Channel::Push || message.channel == Channel::Webhook)
        return message.channel == Channel::Push ? OutboxWords::tr("Notification") : OutboxWords::tr("Event");
    return message.subject.isEmpty() ? message.body.simplified() : message.subject;
}

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

QVector<PagedColumn<Message>> columns()
{
    return {
        {.title = OutboxWords::tr("To"), .data = [](const Message &m, int role) { return text(m.to, role); }},
        {.title = OutboxWords::tr("Text"),
         .data = [](const Message &m, int role) { return text(firstLine(m), role); }},
        {.title = OutboxWords::tr("Sent by"),
         .data = [](const Message &m, int role) { return text(channelText(m.channel), role); }},
        {.title = OutboxWords::tr("State"),
         .data = [](const Message &m, int role) -> QVariant {
             return role == ToneRole ? QVariant(int(statusTone(m.status))) : text(statusText(m.status), role);
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

QString channelText(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return OutboxWords::tr("Text message");
    case Channel::Email:
        return OutboxWords::tr("E-mail");
    case Channel::Push:
        return OutboxWords::tr("App");
    case Channel::Webhook:
        return OutboxWords::tr("Web hook");
    case Channel::Video:
        return OutboxWords::tr("Video service");
    }
    return {};
}

QString statusText(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Queued:
        return OutboxWords::tr("Waiting");
    case MessageStatus::Sending:
        return OutboxWords::tr("Sending");
    case MessageStatus::Sent:
        return OutboxWords::tr("Sent");
    case MessageStatus::Delivered:
        return OutboxWords::tr("Delivered");
    case MessageStatus::Rejected:
        return OutboxWords::tr("Rejected");
    case MessageStatus::Failed:
        return OutboxWords::tr("Failed");
    case MessageStatus::InDoubt:
        return OutboxWords::tr("In doubt");
    case MessageStatus::Cancelled:
        return OutboxWords::tr("Taken back");
    }
    return {};
}

Tone statusTone(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Sent:
    case MessageStatus::Delivered:
        return Tone::Good;
    case MessageStatus::Rejected:
    case MessageStatus::Failed:
        return Tone::Bad;
    case MessageStatus::InDoubt:
        return Tone::Warn;
    case MessageStatus::Sending:
        return Tone::Info;
    case MessageStatus::Queued:
    case MessageStatus::Cancelled:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString troubleText(const Message &message)
{
    if (message.status == MessageStatus::InDoubt)
        return OutboxWords::tr(
            "The program stopped while this was under way. It may have left or not. If you can, ask "
            "the recipient; "
            "then say that it arrived, or send it again.");
    if (message.lastError.isEmpty())
        return {};
    if (message.lastError == "delivery.no_such_provider")
        return OutboxWords::tr(
                   "This version cannot send through “%1”. Choose another provider in the settings, then "
                   "retry.")
            .arg(message.provider);
    return OutboxWords::tr("The provider did not take it (%1).").arg(QString::fromLatin1(message.lastError));
}

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
