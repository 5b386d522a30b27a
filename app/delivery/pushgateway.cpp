// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/pushgateway.h"

#include "app/base/language.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/settings/settings.h"

#include <QJsonDocument>

namespace anteroom {

using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

namespace {

// A phone that has rung for so long is not helped by the word to stop.
constexpr auto stopHolds = std::chrono::minutes(1);
// Not let in: for the clinic to mend, and no reason to ask at once again.
constexpr auto signInPause = std::chrono::minutes(1);

QString noticeIn(Language language)
{
    switch (language) {
    case Language::Italian:
        return u"Ha una nuova richiesta nell'app."_s;
    case Language::Ukrainian:
        return u"У застосунку є новий запит для вас."_s;
    case Language::English:
        break;
    }
    return u"You have a new request in the app."_s;
}

DeliveryOutcome outcomeOf(const MessageId &id, const PushResult &result)
{
    DeliveryOutcome outcome{.id = id, .reason = result.reason};
    switch (result.kind) {
    case PushResult::Kind::Accepted:
        return outcome;
    case PushResult::Kind::DeadToken:
        outcome.kind = Kind::Rejected;
        return outcome;
    case PushResult::Kind::Refused:
        outcome.kind = Kind::GivenUp;
        if (result.reason.startsWith("push.sign_in") || result.reason == "push.not_configured" ||
            result.reason == "push.bad_key") {
            outcome.kind = Kind::TryAgain;
            outcome.retryAfter = signInPause;
            outcome.providerFailed = true;
        }
        return outcome;
    case PushResult::Kind::Unavailable:
        break;
    }
    outcome.kind = Kind::TryAgain;
    outcome.retryAfter = result.retryAfter;
    outcome.providerFailed = true;
    return outcome;
}

} // namespace

struct PushGateway::Target
{
    DeviceId device;
    UserDevice::Platform platform = UserDevice::Platform::Ios;
    QByteArray token;
    Language language = Language::English;
};

PushGateway::PushGateway(Store &store, const Settings &settings, const Vault &vault, PushSender &sender)
    : m_store(store)
    , m_settings(settings)
    , m_vault(vault)
    , m_sender(sender)
{
}

QString PushGateway::provider() const
{
    return u"real"_s;
}

Result<PushGateway::Target> PushGateway::targetOf(Transaction &tx, const Message &message) const
{
    const auto id = DeviceId::parse(message.to.toLatin1());
    const auto device = id ? UserDeviceRepository::byId(tx, *id) : std::nullopt;
    // A device that was given to somebody else meanwhile is not told what was meant for its last owner.
    const bool isTheirs = device && (message.user.isNull() || device->user == message.user);
    if (!isTheirs || !device->isLive())
        return fail(ErrorCode::NotFound, "push.no_token");
    auto token = UserDeviceRepository::pushToken(tx, m_vault, device->id);
    if (!token)
        return fail(token.error().code, "push.unreadable");
    const auto user = UserRepository::byId(tx, device->user);
    const auto usual = languageByCode(m_settings.text("ANTEROOM_LANGUAGE").toUtf8());
    const Language language = user && user->language ? *user->language : usual.value_or(Language::English);
    return Target{device->id, device->platform, *std::move(token), language};
}

void PushGateway::send(const Message &message, Done done)
{
    m_store
        .read([this, message](Transaction &tx) { return targetOf(tx, message); })
        // On the reader's thread, which has nothing to wait for.
        .then([this, message, done = std::move(done)](const Result<Target> &target) {
            if (target)
                push(message, *target, done);
            else if (target.error().code == ErrorCode::NotFound)
                done({.id = message.id, .kind = Kind::Rejected, .reason = target.error().reason});
            else
                done({.id = message.id, .kind = Kind::TryAgain, .reason = target.error().reason});
        });
}

void PushGateway::push(const Message &message, const Target &target, Done done)
{
    Push push;
    push.platform = target.platform;
    push.token = target.token;
    push.payload = QJsonDocument::fromJson(message.body.toUtf8()).object();
    push.id = message.id.text();
    const QString type = push.payload.value("type"_L1).toString();
    const bool isStale = type == u"call"_s ||
                         (type == u"cancel-call"_s && m_store.clock().now() - message.createdAt > stopHolds);
    if (isStale) {
        done({.id = message.id, .kind = Kind::GivenUp, .reason = "push.too_late"});
        return;
    }
    if (type == u"cancel-call"_s) {
        push.kind = Push::Kind::Call;
    } else {
        push.title = m_settings.text("ANTEROOM_CLINIC_NAME");
        push.text = noticeIn(target.language);
    }
    m_sender.send(
        std::move(push), [this, id = message.id, target, done = std::move(done)](const PushResult &result) {
            if (result.kind == PushResult::Kind::DeadToken)
                m_store.write(
                    [this, target](WriteTransaction &tx) -> Result<bool> {
                        // Unless it has a new one by now.
                        const auto token = UserDeviceRepository::pushToken(tx, m_vault, target.device);
                        if (!token || *token != target.token)
                            return false;
                        UserDeviceRepository::markDead(tx, target.device);
                        tx.changed(Topic::UserDevices, target.device.text());
                        return true;
                    },
                    [](const Result<bool> &) {});
            done(outcomeOf(id, result));
        });
}

} // namespace anteroom
