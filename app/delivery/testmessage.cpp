// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/testmessage.h"

#include "app/access/audit.h"
#include "app/base/emailaddress.h"
#include "app/base/language.h"
#include "app/base/phonenumber.h"
#include "app/delivery/outboxrepository.h"
#include "app/settings/settings.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

// Somebody sits and waits for it; codes and calls still go first.
constexpr int priorityOfTests = 1;

struct Words
{
    QStringView subject, text;
};

Words wordsIn(Language language)
{
    switch (language) {
    case Language::Italian:
        return {u"Messaggio di prova",
                u"Messaggio di prova. Se lo legge, l'invio funziona. Non occorre rispondere."};
    case Language::Ukrainian:
        return {u"Пробне повідомлення",
                u"Пробне повідомлення. Якщо ви його читаєте, надсилання працює. Відповідати не потрібно."};
    case Language::English:
        break;
    }
    return {u"A test message",
            u"This is a test message. If you can read it, sending works. No answer is needed."};
}

Result<QString> addressFor(Channel channel, const QString &typed)
{
    if (channel == Channel::Sms) {
        const auto number = PhoneNumber::parseLoosely(typed.trimmed());
        return number ? Result<QString>(number->text()) : fail(ErrorCode::Invalid, "phone.malformed", "to");
    }
    if (channel == Channel::Email) {
        const auto address = EmailAddress::parse(QStringView(typed).trimmed());
        return address ? Result<QString>(address->text()) : fail(ErrorCode::Invalid, "email.malformed", "to");
    }
    if (channel == Channel::Push) {
        const auto device = DeviceId::parse(typed.trimmed().toLatin1());
        return device ? Result<QString>(QString::fromLatin1(device->text()))
                      : fail(ErrorCode::Invalid, "id.malformed", "to");
    }
    return fail(ErrorCode::Invalid, "message.no_test");
}

} // namespace

Result<MessageId> TestMessage::send(WriteTransaction &tx, const Actor &actor, const Outbox &outbox,
                                    const Settings &settings, Channel channel, const Order &order)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto to = addressFor(channel, order.to);
    if (!to)
        return fail(to.error());
    const QString clinic = settings.text("ANTEROOM_CLINIC_NAME");
    const Words words =
        wordsIn(languageByCode(settings.text("ANTEROOM_LANGUAGE").toUtf8()).value_or(Language::English));

    NewMessage message;
    message.channel = channel;
    message.to = *to;
    message.body = (clinic.isEmpty() ? QString() : clinic + u": "_s) + words.text.toString();
    if (channel == Channel::Email)
        message.subject = words.subject.toString();
    else if (channel == Channel::Push) // the gateway has the words that are shown
        message.body = u"{\"type\":\"test\"}"_s;
    message.accountId = order.account;
    message.reference = MessageId::generate(tx.now()).text(); // its own cause, so that it alone is taken back
    message.priority = priorityOfTests;
    auto id = outbox.enqueue(tx, message);
    if (id) {
        recordAudit(tx, actor, {.action = "message.test", .subject = id->text()});
        tx.changed(Topic::Settings); // ends pauses: whoever tries has mended something, perhaps elsewhere
    }
    return id;
}

std::optional<TestMessage::Outcome> TestMessage::look(Transaction &tx, const MessageId &id)
{
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return std::nullopt;
    const Message &message = row->message;
    Outcome outcome;
    outcome.status = message.status;
    outcome.provider = message.provider;
    outcome.reason = message.lastError;
    if (message.status == MessageStatus::Queued && message.notBefore > tx.now())
        outcome.next = message.notBefore;
    outcome.isOver = message.status != MessageStatus::Queued && message.status != MessageStatus::Sending;
    return outcome;
}

Result<void> TestMessage::cancel(WriteTransaction &tx, const Actor &actor, const Outbox &outbox,
                                 const MessageId &id)
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto row = OutboxRepository::find(tx, id);
    if (!row)
        return fail(ErrorCode::NotFound, "message.unknown");
    outbox.cancel(tx, row->message.reference);
    return {};
}

} // namespace anteroom
