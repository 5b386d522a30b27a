// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callservice.h"

#include "app/access/audit.h"
#include "app/base/textrules.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/settings/settings.h"

#include <QJsonDocument>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCallId = 255, longestName = 200;
// How many that are over, or due, are looked at together.
constexpr int attemptsLookedAt = 50;
// Calls with one callId that come one after the other are one call for so long.
constexpr auto callIdHoldsFor = std::chrono::minutes(2);
// And so late is the proxy still believed about a call that is over.
constexpr auto lateFor = std::chrono::minutes(10);

Error unknownDevice()
{
    return {ErrorCode::NotFound, "device.unknown", nullptr, {}};
}

Error unknownCall()
{
    return {ErrorCode::NotFound, "call.unknown", nullptr, {}};
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

CallEvent eventOf(const SipReport &report)
{
    switch (report.state) {
    case SipReport::State::Ringing:
        return CallEvent::Ringing;
    case SipReport::State::Answered:
        return CallEvent::Answered;
    case SipReport::State::Ended:
        return CallEvent::Ended;
    case SipReport::State::Failed:
        break;
    }
    // 487: the caller hung up before anybody answered, which is no failure.
    return report.sipStatus == 487 ? CallEvent::Ended : CallEvent::Failed;
}

const char *actionOf(const SipReport &report)
{
    switch (report.state) {
    case SipReport::State::Ringing:
        return "call.ringing";
    case SipReport::State::Answered:
        return "call.answered";
    case SipReport::State::Ended:
        return "call.ended";
    case SipReport::State::Failed:
        break;
    }
    return "call.failed";
}

// The attempts of a device that a report about `callId` is about: those with that id, else those that were
// made without one.
QVector<CallAttempt> meant(Transaction &tx, const DeviceId &device, const QString &callId)
{
    QVector<CallAttempt> named;
    for (const CallAttempt &attempt : CallRepository::namedOfDevice(tx, callId, device, attemptsLookedAt)) {
        const bool recent = attempt.progress.dispatchedAt > tx.now() - lateFor;
        if (!attempt.progress.isFinal() || recent || named.isEmpty())
            named.append(attempt);
    }
    if (!named.isEmpty())
        return named;
    QVector<CallAttempt> nameless = CallRepository::liveOfDevice(tx, device);
    nameless.removeIf([](const CallAttempt &attempt) { return !attempt.callId.isNull(); });
    return nameless;
}

} // namespace

bool CallView::isOver() const
{
    return std::all_of(attempts.begin(), attempts.end(),
                       [](const CallAttempt &attempt) { return attempt.progress.isFinal(); });
}

CallService::CallService(const Settings &settings, const Vault &vault, const Outbox &outbox)
    : m_settings(settings)
    , m_vault(vault)
    , m_outbox(outbox)
{
}

CallLimits CallService::limits() const
{
    CallLimits limits;
    limits.registration = std::chrono::milliseconds(m_settings.integer("ANTEROOM_CALL_REGISTER_TIMEOUT_MS"));
    return limits;
}

Result<CallOrder> CallService::prepare(Transaction &tx, const DeviceId &id, const NewCall &call) const
{
    if (const auto ok = checkText(call.callId, longestCallId, "callId"); !ok)
        return fail(ok.error());
    if (const auto ok = checkText(call.callerName, longestName, "callerName"); !ok)
        return fail(ok.error());
    const auto device = UserDeviceRepository::byId(tx, id);
    if (!device)
        return fail(unknownDevice());
    return orderFor(tx, *device, call);
}

Result<QVector<CallOrder>> CallService::prepareAll(Transaction &tx, const UserId &user, NewCall call) const
{
    if (!UserRepository::byId(tx, user))
        return fail(ErrorCode::NotFound, "user.unknown");
    if (call.callId.isNull())
        call.callId = QString::fromLatin1(newUuid(tx.now()));
    QVector<CallOrder> orders;
    for (const UserDevice &device : UserDeviceRepository::ofUser(tx, user)) {
        auto order = prepare(tx, device.id, call);
        if (!order)
            return fail(order.error());
        orders.append(*std::move(order));
    }
    if (orders.isEmpty())
        return fail(ErrorCode::Conflict, "call.no_device");
    return orders;
}

Result<CallOrder> CallService::orderFor(Transaction &tx, const UserDevice &device, const NewCall &call) const
{
    CallOrder order;
    order.platform = device.platform;
    order.isSandbox = m_settings.text("ANTEROOM_PUSH_PROVIDER") != u"real"_s;
    order.payload = callPayload(device.id, call);
    order.message = MessageId::generate(tx.now());
    CallAttempt &attempt = order.attempt;
    attempt.id = CallAttemptId::generate(tx.now());
    attempt.device = device.id;
    attempt.user = device.user;
    attempt.callId = call.callId;

    if (!device.acceptsInboundCalls) {
        order.refusal = "call.refused";
        attempt.progress = CallProgress::over(tx.now(), CallState::Refused, order.refusal);
        return order;
    }
    if (device.isLive()) {
        auto token = UserDeviceRepository::pushToken(tx, m_vault, device.id);
        if (!token)
            return fail(token.error());
        order.token = *std::move(token);
    }
    if (order.token.isNull()) {
        order.refusal = "call.no_token";
        attempt.progress = CallProgress::over(tx.now(), CallState::Unreachable, order.refusal);
    } else {
        attempt.progress = CallProgress::dispatched(tx.now(), limits());
    }
    return order;
}

// Which call an attempt is part of. Several devices are called one request each, at about the same time, with
// one callId; without one nothing says that they belong together.
CallKey CallService::callOf(Transaction &tx, const CallAttempt &attempt)
{
    const CallKey ofItsOwn = CallKey::fromTrusted(attempt.id.text());
    if (attempt.callId.isNull())
        return ofItsOwn;
    const auto alike = CallRepository::namedOfUser(tx, attempt.callId, attempt.user);
    if (!alike)
        return ofItsOwn;
    bool goesOn = false, hadItsTurn = false;
    UtcTime newest = alike->progress.dispatchedAt;
    for (const CallAttempt &other : CallRepository::ofCall(tx, alike->call)) {
        const bool live = !other.progress.isFinal();
        goesOn = goesOn || live;
        newest = std::max(newest, other.progress.dispatchedAt);
        // What never rang may be tried again; what did is over.
        if (other.device == attempt.device && !live && other.progress.state != CallState::Unreachable)
            hadItsTurn = true;
    }
    const bool isOne = !hadItsTurn && (goesOn || attempt.progress.dispatchedAt < newest + callIdHoldsFor);
    return isOne ? alike->call : ofItsOwn;
}

Result<CallAttempt> CallService::begin(WriteTransaction &tx, const Actor &actor, const CallOrder &order) const
{
    if (!UserDeviceRepository::byId(tx, order.attempt.device)) // deleted or erased this very moment
        return fail(unknownDevice());
    CallAttempt attempt = order.attempt;
    attempt.call = callOf(tx, attempt);
    CallRepository::insert(tx, attempt);
    tx.changed(Topic::Calls, attempt.id.text());
    recordAudit(tx, actor,
                {.action = "call.create",
                 .patient = attempt.user,
                 .subject = attempt.id.text(),
                 .outcome = order.refusal ? order.refusal : "ok"});
    if (order.refusal)
        return attempt;
    m_outbox.handedOver(tx, order.message,
                        {.channel = Channel::Push,
                         .to = QString::fromLatin1(attempt.device.text()),
                         .body = jsonText(order.payload),
                         .user = attempt.user,
                         .reference = attempt.id.text(),
                         .priority = callPriority},
                        order.isSandbox);
    const auto others = CallRepository::ofCall(tx, attempt.call);
    const bool tooLate = std::any_of(others.begin(), others.end(), [](const CallAttempt &other) {
        return other.progress.state == CallState::Answered;
    });
    if (tooLate) { // the phone is told so once its push is taken
        const auto done =
            apply(tx, actor, attempt, CallEvent::Ended, "call.cancel", "call.answered_elsewhere");
        if (!done)
            return fail(done.error());
    }
    return attempt;
}

Result<std::optional<CallAttempt>> CallService::pushed(WriteTransaction &tx, const Actor &actor,
                                                       const CallOrder &order, const PushResult &result) const
{
    using Kind = PushResult::Kind;
    const bool accepted = result.kind == Kind::Accepted;
    DeliveryOutcome outcome{.id = order.message, .reason = result.reason};
    outcome.kind = accepted                         ? DeliveryOutcome::Kind::Sent
                   : result.kind == Kind::DeadToken ? DeliveryOutcome::Kind::Rejected
                                                    : DeliveryOutcome::Kind::GivenUp;
    m_outbox.record(tx, outcome);
    if (result.kind == Kind::DeadToken)
        if (const auto done = forgetToken(tx, order); !done)
            return fail(done.error());
    auto attempt = CallRepository::byId(tx, order.attempt.id);
    if (!attempt)
        return std::nullopt;
    const auto done =
        apply(tx, actor, *attempt, accepted ? CallEvent::PushAccepted : CallEvent::PushFailed,
              accepted ? nullptr : "call.push_failed", result.reason,
              attempt->progress.reason == "call.answered_elsewhere" ? CancelReason::AnsweredElsewhere
                                                                    : CancelReason::Cancelled);
    if (!done)
        return fail(done.error());
    return attempt;
}

// Unless the device has a new one by now.
Result<void> CallService::forgetToken(WriteTransaction &tx, const CallOrder &order) const
{
    const auto token = UserDeviceRepository::pushToken(tx, m_vault, order.attempt.device);
    if (!token)
        return fail(token.error());
    if (*token != order.token)
        return {};
    UserDeviceRepository::markDead(tx, order.attempt.device);
    tx.changed(Topic::UserDevices, order.attempt.device.text());
    return {};
}

Result<bool> CallService::apply(WriteTransaction &tx, const Actor &actor, CallAttempt &attempt,
                                CallEvent event, const char *action, const QByteArray &why,
                                CancelReason reason) const
{
    const CallEffects effects = attempt.progress.advance(event, tx.now(), limits(), why);
    if (!effects.changed)
        return false;
    CallRepository::update(tx, attempt);
    tx.changed(Topic::Calls, attempt.id.text());
    if (action)
        recordAudit(tx, actor, {.action = action, .patient = attempt.user, .subject = attempt.id.text()});
    if (effects.cancelPhone) {
        const auto told =
            m_outbox.enqueue(tx, {.channel = Channel::Push,
                                  .to = QString::fromLatin1(attempt.device.text()),
                                  .body = jsonText(cancelPayload(attempt.device, attempt.callId, reason)),
                                  .user = attempt.user,
                                  .reference = attempt.id.text(),
                                  .priority = callPriority});
        if (!told)
            return fail(told.error());
    }
    if (effects.cancelOthers)
        if (const auto done = cancelOthers(tx, actor, attempt); !done)
            return fail(done.error());
    return true;
}

Result<void> CallService::cancelOthers(WriteTransaction &tx, const Actor &actor,
                                       const CallAttempt &answered) const
{
    for (CallAttempt &other : CallRepository::ofCall(tx, answered.call)) {
        if (other.id == answered.id || other.progress.isFinal())
            continue;
        const auto done = apply(tx, actor, other, CallEvent::Cancelled, "call.cancel",
                                "call.answered_elsewhere", CancelReason::AnsweredElsewhere);
        if (!done)
            return fail(done.error());
    }
    return {};
}

Result<QVector<std::chrono::milliseconds>> CallService::registered(WriteTransaction &tx, const Actor &actor,
                                                                   const DeviceId &device, bool isGone) const
{
    if (!UserDeviceRepository::byId(tx, device))
        return fail(unknownDevice());
    QVector<std::chrono::milliseconds> woke;
    if (isGone)
        return woke;
    QVector<CallAttempt> attempts = CallRepository::liveOfDevice(tx, device);
    if (attempts.isEmpty()) { // else, being called again, the phone has every reason to ring
        attempts = CallRepository::lastOfDevice(tx, device, attemptsLookedAt);
        attempts.removeIf([&tx](const CallAttempt &attempt) {
            return attempt.progress.dispatchedAt <= tx.now() - lateFor;
        });
    }
    for (CallAttempt &attempt : attempts) {
        const bool wasAwake = attempt.progress.registeredAt.has_value();
        if (const auto done = apply(tx, actor, attempt, CallEvent::Registered, "call.registered"); !done)
            return fail(done.error());
        if (!wasAwake && attempt.progress.registeredAt)
            woke.append(std::chrono::round<std::chrono::milliseconds>(*attempt.progress.registeredAt -
                                                                      attempt.progress.dispatchedAt));
    }
    return woke;
}

Result<void> CallService::report(WriteTransaction &tx, const Actor &actor, const SipReport &report) const
{
    if (!UserDeviceRepository::byId(tx, report.device))
        return fail(unknownDevice());
    QVector<CallAttempt> attempts = meant(tx, report.device, report.callId);
    const auto isLive = [](const CallAttempt &attempt) { return !attempt.progress.isFinal(); };
    const bool anyLive = std::any_of(attempts.begin(), attempts.end(), isLive);
    for (CallAttempt &attempt : attempts) {
        if (anyLive && !isLive(attempt)) // an older try under the same name
            continue;
        const bool wasFinal = attempt.progress.isFinal();
        const std::optional<int> before = attempt.sipStatus;
        if (!wasFinal && report.sipStatus)
            attempt.sipStatus = report.sipStatus;
        const bool fails = report.state == SipReport::State::Failed;
        const auto done = apply(tx, actor, attempt, eventOf(report), actionOf(report),
                                fails ? "call.failed_by_proxy"_ba : QByteArray());
        if (!done)
            return fail(done.error());
        if (!*done)
            attempt.sipStatus = before;
    }
    return {};
}

Result<void> CallService::cancel(WriteTransaction &tx, const Actor &actor, const DeviceId &device,
                                 const QString &callId, CancelReason reason) const
{
    if (!UserDeviceRepository::byId(tx, device))
        return fail(unknownDevice());
    QVector<CallAttempt> attempts = meant(tx, device, callId);
    if (attempts.isEmpty())
        return fail(unknownCall());
    const QByteArray why =
        reason == CancelReason::Cancelled ? "call.cancelled"_ba : "call.answered_elsewhere"_ba;
    for (CallAttempt &attempt : attempts) {
        if (const auto done = apply(tx, actor, attempt, CallEvent::Cancelled, "call.cancel", why, reason);
            !done)
            return fail(done.error());
    }
    return {};
}

Result<void> CallService::cancelCall(WriteTransaction &tx, const Actor &actor, const CallKey &call) const
{
    QVector<CallAttempt> attempts = CallRepository::ofCall(tx, call);
    if (attempts.isEmpty())
        return fail(unknownCall());
    for (CallAttempt &attempt : attempts) {
        const auto done = apply(tx, actor, attempt, CallEvent::Cancelled, "call.cancel", "call.cancelled");
        if (!done)
            return fail(done.error());
    }
    return {};
}

Result<int> CallService::expire(WriteTransaction &tx) const
{
    QVector<CallAttempt> due = CallRepository::due(tx, tx.now(), attemptsLookedAt);
    for (CallAttempt &attempt : due) {
        const auto done = apply(tx, Actor::system("calls"), attempt, CallEvent::TimeUp, "call.time_up");
        if (!done)
            return fail(done.error());
    }
    return int(due.size());
}

} // namespace anteroom
