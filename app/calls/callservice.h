// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/calls/callrepository.h"
#include "app/delivery/outbox.h"
#include "app/delivery/pushsender.h"
#include "app/directory/user.h"

namespace anteroom {

/// A call to one device, ready to be made: what was looked up before anything was written.
struct CallOrder
{
    CallAttempt attempt;
    QJsonObject payload;
    UserDevice::Platform platform = UserDevice::Platform::Ios;
    QByteArray token;              ///< null: nothing is pushed, the attempt is over already
    MessageId message;             ///< its row of the outbox
    bool isSandbox = true;         ///< nothing leaves the machine
    const char *refusal = nullptr; ///< why nothing is pushed: "call.refused", "call.no_token"
};

/// One call to a person: all its attempts, for the console.
struct CallView
{
    CallKey key;
    QString callId;
    User user;
    QVector<CallAttempt> attempts; ///< the first made first
    QString fallback;              ///< the number to dial; null where the telephone network is not the way

    bool isOver() const;
};

/// How long a phone took from the push to its registration.
struct RegistrationTime
{
    UtcTime at;
    std::chrono::milliseconds took{0};
};

/// The rules of calls to patients' phones (RULES.md, Calls). Synchronous, on the thread of the transaction it
/// is given; what sends and waits is CallCenter.
class CallService
{
public:
    CallService(const Settings &settings, const Vault &vault, const Outbox &outbox);

    // Calling, in three steps: prepare() on any reader, begin() while the push is under way, pushed() after.

    /// Looks a device up. Errors: Invalid "text.blank", "text.too_long", "text.malformed"; NotFound
    /// "device.unknown". A device that takes no calls, or has no token, is an order with a refusal: it is
    /// recorded too.
    Result<CallOrder> prepare(Transaction &tx, const DeviceId &device, const NewCall &call) const;
    /// The same for all devices of a person, under one callId, which is made where the call has none. Errors:
    /// as prepare(); NotFound "user.unknown"; Conflict "call.no_device": dial the number.
    Result<QVector<CallOrder>> prepareAll(Transaction &tx, const UserId &user, NewCall call) const;
    /// Writes the attempt, its row of the outbox and the audit row. Errors: NotFound "device.unknown" where
    /// it was deleted meanwhile.
    Result<CallAttempt> begin(WriteTransaction &tx, const Actor &actor, const CallOrder &order) const;
    /// What the push service said; the attempt as it is now. Nothing where its person was erased meanwhile.
    Result<std::optional<CallAttempt>> pushed(WriteTransaction &tx, const Actor &actor,
                                              const CallOrder &order, const PushResult &result) const;

    // What the proxy, the caller and the clock tell. Unknown device: NotFound "device.unknown".

    /// `isGone`: the phone signed out. How long after its push each call was that woke up by this.
    Result<QVector<std::chrono::milliseconds>> registered(WriteTransaction &tx, const Actor &actor,
                                                          const DeviceId &device, bool isGone) const;
    Result<void> report(WriteTransaction &tx, const Actor &actor, const SipReport &report) const;
    /// Also NotFound "call.unknown" where the device has no such call. A call that is over, or in which
    /// somebody talks, stays as it is.
    Result<void> cancel(WriteTransaction &tx, const Actor &actor, const DeviceId &device,
                        const QString &callId, CancelReason reason) const;
    /// Stops all devices of a call that is not answered yet. Errors: NotFound "call.unknown".
    Result<void> cancelCall(WriteTransaction &tx, const Actor &actor, const CallKey &call) const;
    /// Ends what time has ended, some at a time; how many.
    Result<int> expire(WriteTransaction &tx) const;

    // Reading; the caller leaves the audit row.

    /// Newest first. Errors: Invalid "page.cursor".
    Result<Page<CallAttemptView>> list(Transaction &tx, const CallFilter &filter,
                                       const PageRequest &page) const;
    /// Errors: NotFound "call.unknown".
    static Result<CallView> view(Transaction &tx, const CallKey &call);
    /// The calls that are not over, newest first.
    static QVector<CallView> inProgress(Transaction &tx, int limit = 20);
    /// Of the newest attempts since then, oldest first, at most `limit`.
    static QVector<RegistrationTime> registrationTimes(Transaction &tx, UtcTime since, int limit = 500);
    /// The devices that can be called with that number: of an app user who has verified it, that take calls
    /// and have a live token.
    static QVector<UserDevice> callable(Transaction &tx, const QString &mobile);

private:
    CallLimits limits() const;
    Result<CallOrder> orderFor(Transaction &tx, const UserDevice &device, const NewCall &call) const;
    static CallKey callOf(Transaction &tx, const CallAttempt &attempt);
    Result<bool> apply(WriteTransaction &tx, const Actor &actor, CallAttempt &attempt, CallEvent event,
                       const char *action, const QByteArray &why = {},
                       CancelReason reason = CancelReason::Cancelled) const;
    Result<void> forgetToken(WriteTransaction &tx, const CallOrder &order) const;
    Result<void> cancelOthers(WriteTransaction &tx, const Actor &actor, const CallAttempt &answered) const;

    const Settings &m_settings;
    const Vault &m_vault;
    const Outbox &m_outbox;
};

} // namespace anteroom
