// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryreports.h"

#include "app/access/audit.h"
#include "app/base/random.h"
#include "app/delivery/outboxrepository.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView ownUrl = "ANTEROOM_SMS_URL__";
const QString general = u""_s; // the gateway of accounts without one of their own

struct Word
{
    const char *state;
    MessageStatus status;
    const char *reason;
};

constexpr Word words[] = {
    {"1", MessageStatus::Delivered, nullptr},
    {"delivered", MessageStatus::Delivered, nullptr},
    {"delivrd", MessageStatus::Delivered, nullptr},
    {"read", MessageStatus::Delivered, nullptr},
    {"2", MessageStatus::Rejected, "report.failed"},
    {"failed", MessageStatus::Rejected, "report.failed"},
    {"error", MessageStatus::Rejected, "report.failed"},
    {"16", MessageStatus::Rejected, "report.rejected"},
    {"rejected", MessageStatus::Rejected, "report.rejected"},
    {"rejectd", MessageStatus::Rejected, "report.rejected"},
    {"blocked", MessageStatus::Rejected, "report.rejected"},
    {"expired", MessageStatus::Rejected, "report.expired"},
    {"undeliverable", MessageStatus::Rejected, "report.undeliverable"},
    {"undelivered", MessageStatus::Rejected, "report.undeliverable"},
    {"undeliv", MessageStatus::Rejected, "report.undeliverable"},
    {"deleted", MessageStatus::Rejected, "report.undeliverable"},
};

// A gateway may add more to the address than was asked for; what follows the id is not part of it.
std::optional<MessageId> messageIdOf(const QByteArray &id)
{
    return MessageId::parse(id.left(36));
}

} // namespace

DeliveryReports::DeliveryReports(const Settings &settings, const Vault &vault)
    : m_settings(settings)
    , m_vault(vault)
{
}

void DeliveryReports::setListener(const QString &url)
{
    const std::lock_guard lock(m_mutex);
    m_listener = url;
}

QByteArray DeliveryReports::urlFor(const Message &message) const
{
    QString base = m_settings.text("ANTEROOM_STAFF_URL");
    if (base.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        base = m_listener;
    }
    if (base.isEmpty())
        return {};
    while (base.endsWith(u'/'))
        base.chop(1);
    return base.toUtf8() + "/v1/delivery-reports/" + tokenOf(gatewayOf(message.accountId)) +
           "?id=" + message.id.text();
}

QString DeliveryReports::gatewayOf(const QString &account) const
{
    const bool own = !account.isEmpty() &&
                     m_settings.text("ANTEROOM_SMS_URL", account) != m_settings.text("ANTEROOM_SMS_URL");
    return own ? account : general;
}

QByteArray DeliveryReports::tokenOf(const QString &gateway) const
{
    return m_vault.token("delivery-reports/" + gateway.toUtf8());
}

bool DeliveryReports::isKnown(Transaction &tx, const QByteArray &token, const QByteArray &id) const
{
    QStringList gateways{general};
    for (const QByteArray &name : m_settings.accountKeys()) {
        if (name.startsWith(ownUrl))
            gateways.append(QString::fromUtf8(name.mid(ownUrl.size())));
    }
    // Its gateway may have been taken out of the settings since it left.
    if (const auto messageId = messageIdOf(id)) {
        const auto row = OutboxRepository::find(tx, *messageId);
        if (row && !row->message.accountId.isEmpty())
            gateways.append(row->message.accountId);
    }
    bool known = false;
    for (const QString &gateway : gateways)
        known = equalInConstantTime(token, tokenOf(gateway)) || known;
    return known;
}

bool DeliveryReports::take(WriteTransaction &tx, const Actor &actor, const QByteArray &token,
                           const QByteArray &id, const QByteArray &state) const
{
    const auto verdict = verdictOf(state);
    const auto messageId = messageIdOf(id);
    if (!verdict || !messageId)
        return false;
    const auto row = OutboxRepository::find(tx, *messageId);
    if (!row || row->message.channel != Channel::Sms || row->message.provider == "sandbox"_L1)
        return false;
    const Message &message = row->message;
    const bool own = equalInConstantTime(token, tokenOf(general)) ||
                     equalInConstantTime(token, tokenOf(message.accountId));
    // Where a new try waits, only that an earlier one arrived after all ends the waiting.
    const bool isOpen = message.status == MessageStatus::Sending || message.status == MessageStatus::Sent ||
                        message.status == MessageStatus::InDoubt ||
                        (message.status == MessageStatus::Queued && message.attempts > 0 &&
                         verdict->status == MessageStatus::Delivered);
    if (!own || !isOpen)
        return false;
    OutboxRepository::setReported(tx, *messageId, verdict->status, verdict->reason);
    recordAudit(tx, actor,
                {.action = "message.report", .patient = message.user, .subject = messageId->text()});
    tx.changed(Topic::Outbox, messageId->text());
    return true;
}

std::optional<DeliveryReports::Verdict> DeliveryReports::verdictOf(const QByteArray &state)
{
    const QByteArray word = state.trimmed().toLower();
    const auto found =
        std::find_if(std::begin(words), std::end(words), [&](const Word &w) { return word == w.state; });
    if (found == std::end(words))
        return std::nullopt;
    return Verdict{found->status, QByteArray(found->reason)};
}

} // namespace anteroom
