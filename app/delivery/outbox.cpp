// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/outbox.h"

#include "app/access/audit.h"
#include "app/delivery/outboxrepository.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"

#include <QUrl>

namespace anteroom {

namespace {

const QString sandbox = QStringLiteral("sandbox");

QByteArray sealOwner(const UserId &user)
{
    return user.isNull() ? Vault::clinic : user.text();
}

QByteArray sealContext(const MessageId &id)
{
    return "outbox.body/" + id.text();
}

QByteArray calendarContext(const MessageId &id)
{
    return "outbox.calendar/" + id.text();
}

// A cursor is the last row's time and id: "1768478400000000.0198…".
QByteArray cursorAfter(const Message &message)
{
    return QByteArray::number(toUs(message.createdAt)) + '.' + message.id.text();
}

std::pair<std::optional<UtcTime>, QByteArray> readCursor(const QByteArray &cursor)
{
    const qsizetype dot = cursor.indexOf('.');
    bool isNumber = false;
    const qint64 us = cursor.left(dot).toLongLong(&isNumber);
    if (dot < 0 || !isNumber)
        return {std::nullopt, {}};
    return {utcFromUs(us), cursor.mid(dot + 1)};
}

Page<Message> toPage(QVector<OutboxRepository::Row> rows, int limit)
{
    Page<Message> page;
    const bool more = rows.size() > limit;
    rows.resize(qMin(rows.size(), qsizetype(limit)));
    for (OutboxRepository::Row &row : rows)
        page.items.append(std::move(row.message));
    if (more)
        page.nextCursor = cursorAfter(page.items.last());
    return page;
}

} // namespace

QString laneOf(Channel channel, const QString &provider, const QString &to, const QString &account)
{
    if (provider == sandbox)
        return provider;
    if (channel == Channel::Webhook) {
        const QUrl url(to);
        const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
        return provider + u' ' + url.scheme() + QLatin1String("://") + url.host() + u':' +
               QString::number(port);
    }
    if (channel == Channel::Sms && !account.isEmpty())
        return provider + u' ' + account;
    return provider;
}

QString providerOfLane(const QString &lane)
{
    return lane.section(u' ', 0, 0);
}

Outbox::Outbox(const Settings &settings, const Vault &vault)
    : m_settings(settings)
    , m_vault(vault)
{
}

QString Outbox::providerOf(Channel channel, const QString &account) const
{
    switch (channel) {
    case Channel::Sms:
        return m_settings.text("ANTEROOM_SMS_PROVIDER", account);
    case Channel::Email:
        return m_settings.text("ANTEROOM_MAIL_PROVIDER");
    case Channel::Push:
        return m_settings.text("ANTEROOM_PUSH_PROVIDER");
    case Channel::Webhook:
        return m_settings.flag("ANTEROOM_WEBHOOKS_ENABLED") ? QStringLiteral("webhook") : sandbox;
    case Channel::Video:
        return m_settings.text("ANTEROOM_VIDEO_PROVIDER");
    }
    return sandbox;
}

Result<MessageId> Outbox::enqueue(WriteTransaction &tx, const NewMessage &message) const
{
    OutboxRepository::Row row;
    Message &m = row.message;
    m.id = MessageId::generate(tx.now());
    m.channel = message.channel;
    m.to = message.to;
    m.subject = message.subject;
    m.sealed = message.sealed;
    m.createdAt = tx.now();
    m.notBefore = tx.now() + message.holdFor;
    m.provider =
        message.provider.isNull() ? providerOf(message.channel, message.accountId) : message.provider;
    m.accountId = message.accountId;
    m.lane = laneOf(m.channel, m.provider, m.to, m.accountId);
    m.priority = message.priority;
    m.user = message.user;
    m.reference = message.reference;
    if (m.provider == sandbox && message.holdFor.count() == 0) {
        m.status = MessageStatus::Sent;
        m.attempts = 1;
        m.sentAt = tx.now();
    }
    row.body = message.body.toUtf8();
    if (message.sealed) {
        auto sealed = m_vault.seal(tx, sealOwner(m.user), row.body, sealContext(m.id));
        if (!sealed)
            return fail(sealed.error());
        row.body = *std::move(sealed);
    }
    if (!message.calendar.isEmpty()) {
        auto sealed = m_vault.seal(tx, sealOwner(m.user), message.calendar, calendarContext(m.id));
        if (!sealed)
            return fail(sealed.error());
        row.calendar = *std::move(sealed);
    }
    OutboxRepository::insert(tx, row);
    tx.changed(Topic::Outbox, m.id.text());
    return m.id;
}

void Outbox::handedOver(WriteTransaction &tx, const MessageId &id, const NewMessage &message,
                        bool isSandbox) const
{
    OutboxRepository::Row row;
    Message &m = row.message;
    m.id = id;
    m.channel = message.channel;
    m.to = message.to;
    m.status = isSandbox ? MessageStatus::Sent : MessageStatus::Sending;
    m.attempts = 1;
    m.createdAt = tx.now();
    m.notBefore = tx.now();
    if (isSandbox)
        m.sentAt = tx.now();
    m.provider = isSandbox ? sandbox : providerOf(message.channel, {});
    m.lane = callLane;
    m.priority = message.priority;
    m.user = message.user;
    m.reference = message.reference;
    row.body = message.body.toUtf8();
    OutboxRepository::insert(tx, row);
    tx.changed(Topic::Outbox, id.text());
}

Result<MessageId> Outbox::enqueueInDoubt(WriteTransaction &tx, const NewMessage &message,
                                         const QByteArray &reason) const
{
    auto id = enqueue(tx, message);
    if (id)
        OutboxRepository::setStatus(tx, *id, MessageStatus::InDoubt, reason);
    return id;
}

int Outbox::cancel(WriteTransaction &tx, const QByteArray &reference) const
{
    const int count = OutboxRepository::cancelQueued(tx, reference);
    if (count > 0)
        tx.changed(Topic::Outbox);
    return count;
}

Result<void> Outbox::retry(WriteTransaction &tx, const Actor &actor, const MessageId &id) const
{
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return fail(ErrorCode::NotFound, "message.unknown");
    if (!row->message.isRetryable())
        return fail(ErrorCode::Conflict, "message.not_retryable");
    reroute(tx, row->message);
    OutboxRepository::startAgain(tx, id);
    recordAudit(tx, actor, {.action = "message.retry", .patient = row->message.user, .subject = id.text()});
    tx.changed(Topic::Outbox, id.text());
    return {};
}

Result<void> Outbox::settle(WriteTransaction &tx, const Actor &actor, const MessageId &id) const
{
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return fail(ErrorCode::NotFound, "message.unknown");
    if (row->message.status != MessageStatus::InDoubt)
        return fail(ErrorCode::Conflict, "message.not_in_doubt");
    OutboxRepository::setStatus(tx, id, MessageStatus::Delivered, {});
    recordAudit(tx, actor, {.action = "message.settle", .patient = row->message.user, .subject = id.text()});
    tx.changed(Topic::Outbox, id.text());
    return {};
}

Result<MessageId> Outbox::replay(WriteTransaction &tx, const Actor &actor, const MessageId &id) const
{
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return fail(ErrorCode::NotFound, "message.unknown");
    const Message &old = row->message;
    const bool over = old.status == MessageStatus::Sent || old.status == MessageStatus::Delivered ||
                      old.status == MessageStatus::Failed || old.status == MessageStatus::Rejected;
    if (old.channel != Channel::Webhook || !over || old.body.isEmpty())
        return fail(ErrorCode::Conflict, "message.not_replayable");
    auto sent = enqueue(tx, {.channel = old.channel,
                             .to = old.to,
                             .body = old.body,
                             .accountId = old.accountId,
                             .user = old.user,
                             .reference = old.reference});
    if (sent)
        recordAudit(tx, actor, {.action = "message.replay", .patient = old.user, .subject = id.text()});
    return sent;
}

Page<Message> Outbox::list(Transaction &tx, const MessageFilter &filter, const PageRequest &page)
{
    const auto [time, id] = readCursor(page.cursor);
    return toPage(OutboxRepository::newest(tx, filter, page.limit + 1, time, id), page.limit);
}

QVector<Message> Outbox::ofReferences(Transaction &tx, const QList<QByteArray> &references, int limit)
{
    QVector<Message> messages;
    for (OutboxRepository::Row &row : OutboxRepository::ofReferences(tx, references, limit))
        messages.append(std::move(row.message));
    return messages;
}

Page<Message> Outbox::listOldestFirst(Transaction &tx, const PageRequest &page) const
{
    const auto [time, id] = readCursor(page.cursor);
    auto rows = OutboxRepository::oldest(tx, page.limit + 1, time.value_or(UtcTime{}), id);
    for (OutboxRepository::Row &row : rows)
        row.message.body = bodyInClear(tx, row.message, row.body);
    return toPage(std::move(rows), page.limit);
}

int Outbox::waiting(Transaction &tx)
{
    return OutboxRepository::countWaiting(tx);
}

int Outbox::troubled(Transaction &tx)
{
    return OutboxRepository::countTroubled(tx);
}

// Null where its patient was erased.
QString Outbox::bodyInClear(Transaction &tx, const Message &message, const QByteArray &body) const
{
    if (!message.sealed)
        return message.body;
    const auto clear = m_vault.open(tx, sealOwner(message.user), body, sealContext(message.id));
    return clear ? QString::fromUtf8(*clear) : QString();
}

void Outbox::openContent(Transaction &tx, Message &message, const QByteArray &body,
                         const QByteArray &calendar) const
{
    message.body = bodyInClear(tx, message, body);
    if (calendar.isEmpty())
        return;
    if (auto clear = m_vault.open(tx, sealOwner(message.user), calendar, calendarContext(message.id)))
        message.calendar = *std::move(clear);
    else
        message.body = QString(); // half a message is none
}

} // namespace anteroom
