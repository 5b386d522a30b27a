// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a file request tells, how, and in which words.
#include "app/delivery/outbox.h"
#include "app/filerequests/appfallback.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/messagetexts.h"
#include "app/filerequests/publicurl.h"
#include "app/settings/settings.h"

namespace anteroom {

namespace {

// What the app is told: nothing personal, it fetches the rest itself.
QString pushPayload(const FileRequestId &id)
{
    return QLatin1String(R"({"type":"file-request","fileRequestId":")") + QLatin1String(id.text()) +
           QLatin1String("\"}");
}

} // namespace

QVector<PlannedMessage> FileRequestService::plan(const FileRequest &request, bool toApp) const
{
    const MessageWords words{m_settings.text("ANTEROOM_CLINIC_NAME"), request.staffName,
                             m_publicUrl.linkTo(request.shortLinkId), request.recipientIsProxy};
    QVector<PlannedMessage> messages;
    if (!request.recipientMobile.isNull()) {
        if (toApp)
            messages.append({Channel::Push, {}, {}, {}});
        else
            messages.append(
                {Channel::Sms, request.recipientMobile, {}, MessageTexts::sms(request.language, words)});
    }
    if (!request.recipientEmail.isNull())
        messages.append({Channel::Email, request.recipientEmail,
                         MessageTexts::emailSubject(request.language, words),
                         MessageTexts::emailBody(request.language, words)});
    return messages;
}

Result<void> FileRequestService::tell(WriteTransaction &tx, const FileRequest &request,
                                      const QVector<DeviceId> &devices, Origin origin) const
{
    NewMessage message;
    message.accountId = request.accountId;
    message.user = request.recipient;
    message.reference = request.id.text();
    message.holdFor = origin == Origin::Console ? undoFor : std::chrono::seconds(0);

    for (const PlannedMessage &planned : plan(request, !devices.isEmpty())) {
        message.channel = planned.channel;
        message.subject = planned.subject;
        message.body = planned.channel == Channel::Push ? pushPayload(request.id) : planned.text;
        QStringList addresses{planned.to};
        if (planned.channel == Channel::Push) {
            addresses.clear();
            for (const DeviceId &device : devices)
                addresses.append(QString::fromLatin1(device.text()));
        }
        for (const QString &address : addresses) {
            message.to = address;
            if (const auto queued = m_outbox.enqueue(tx, message); !queued)
                return fail(queued.error());
        }
        if (planned.channel == Channel::Push && m_settings.integer("ANTEROOM_APP_FALLBACK_MINUTES") > 0)
            AppFallback::expect(tx, request.id, tx.now() + message.holdFor);
    }
    return {};
}

Result<void> FileRequestService::tellByText(WriteTransaction &tx, const FileRequest &request) const
{
    for (const PlannedMessage &planned : plan(request, false)) {
        if (planned.channel != Channel::Sms)
            continue;
        NewMessage message;
        message.channel = Channel::Sms;
        message.to = planned.to;
        message.body = planned.text;
        message.accountId = request.accountId;
        message.user = request.recipient;
        message.reference = request.id.text();
        if (const auto queued = m_outbox.enqueue(tx, message); !queued)
            return fail(queued.error());
    }
    return {};
}

} // namespace anteroom
