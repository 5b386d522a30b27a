// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/outboxmodel.h"

#include "app/storage/store.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Outbox", text);
}

QString firstLine(const Message &message)
{
    if (message.sealed)
        return QStringLiteral("••••");
    if (message.channel == Channel::Push || message.channel == Channel::Webhook)
        return message.channel == Channel::Push ? tr("Notification") : tr("Event");
    return message.subject.isEmpty() ? message.body.simplified() : message.subject;
}

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

QVector<PagedColumn<Message>> columns()
{
    return {
        {.title = tr("To"), .data = [](const Message &m, int role) { return text(m.to, role); }},
        {.title = tr("Text"), .data = [](const Message &m, int role) { return text(firstLine(m), role); }},
        {.title = tr("Sent by"),
         .data = [](const Message &m, int role) { return text(channelText(m.channel), role); }},
        {.title = tr("State"),
         .data = [](const Message &m, int role) -> QVariant {
             return role == ToneRole ? QVariant(int(statusTone(m.status))) : text(statusText(m.status), role);
         }},
        {.title = tr("Tries"),
         .data = [](const Message &m, int role) { return text(QString::number(m.attempts), role); },
         .alignment = Qt::AlignRight | Qt::AlignVCenter},
        {.title = tr("When"),
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
        return tr("Text message");
    case Channel::Email:
        return tr("E-mail");
    case Channel::Push:
        return tr("App");
    case Channel::Webhook:
        return tr("Web hook");
    case Channel::Video:
        return tr("Video service");
    }
    return {};
}

QString statusText(MessageStatus status)
{
    switch (status) {
    case MessageStatus::Queued:
        return tr("Waiting");
    case MessageStatus::Sending:
        return tr("Sending");
    case MessageStatus::Sent:
        return tr("Sent");
    case MessageStatus::Delivered:
        return tr("Delivered");
    case MessageStatus::Rejected:
        return tr("Rejected");
    case MessageStatus::Failed:
        return tr("Failed");
    case MessageStatus::InDoubt:
        return tr("In doubt");
    case MessageStatus::Cancelled:
        return tr("Taken back");
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
        return tr("The program stopped while this was under way. It may have left or not. If you can, ask "
                  "the recipient; "
                  "then say that it arrived, or send it again.");
    if (message.lastError.isEmpty())
        return {};
    if (message.lastError == "delivery.no_such_provider")
        return tr("This version cannot send through “%1”. Choose another provider in the settings, then "
                  "retry.")
            .arg(message.provider);
    return tr("The provider did not take it (%1).").arg(QString::fromLatin1(message.lastError));
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
