// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of calls.
#include "app/calls/callservice.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"

#include <QSet>

namespace anteroom {

namespace {

QString numberOf(Transaction &tx, const UserId &user)
{
    const auto known = UserRepository::byId(tx, user);
    return known && !known->mobile.isEmpty() ? known->mobile : QString();
}

} // namespace

Result<Page<CallAttemptView>> CallService::list(Transaction &tx, const CallFilter &filter,
                                                const PageRequest &page) const
{
    auto found = CallRepository::list(tx, filter, page);
    if (!found)
        return fail(found.error());
    QHash<CallKey, QString> fallbacks;
    Page<CallAttemptView> views;
    views.nextCursor = found->nextCursor;
    for (CallAttempt &attempt : found->items) {
        if (!fallbacks.contains(attempt.call)) {
            const bool offered = isFallbackOffered(CallRepository::ofCall(tx, attempt.call));
            fallbacks.insert(attempt.call, offered ? numberOf(tx, attempt.user) : QString());
        }
        const QString fallback = fallbacks.value(attempt.call);
        views.items.append({std::move(attempt), fallback});
    }
    return views;
}

Result<CallView> CallService::view(Transaction &tx, const CallKey &call)
{
    CallView view;
    view.key = call;
    view.attempts = CallRepository::ofCall(tx, call);
    if (view.attempts.isEmpty())
        return fail(ErrorCode::NotFound, "call.unknown");
    const CallAttempt &first = view.attempts.first();
    view.callId = first.callId;
    view.user.id = first.user;
    if (auto user = UserRepository::byId(tx, first.user))
        view.user = *std::move(user);
    if (isFallbackOffered(view.attempts) && !view.user.mobile.isEmpty())
        view.fallback = view.user.mobile;
    return view;
}

QVector<CallView> CallService::inProgress(Transaction &tx, int limit)
{
    QVector<CallView> views;
    QSet<CallKey> seen;
    for (const CallAttempt &attempt : CallRepository::live(tx, limit * 8)) {
        if (seen.contains(attempt.call) || views.size() == limit)
            continue;
        seen.insert(attempt.call);
        if (auto one = view(tx, attempt.call))
            views.append(*std::move(one));
    }
    return views;
}

QVector<RegistrationTime> CallService::registrationTimes(Transaction &tx, UtcTime since, int limit)
{
    QVector<RegistrationTime> times;
    Cursor rows = tx.query("SELECT dispatched_at, registered_at FROM call_attempts "
                           "WHERE dispatched_at >= ? AND registered_at IS NOT NULL "
                           "ORDER BY dispatched_at DESC, id DESC LIMIT ?",
                           since, limit);
    while (rows.next())
        times.prepend(
            {rows.time(0), std::chrono::round<std::chrono::milliseconds>(rows.time(1) - rows.time(0))});
    return times;
}

QVector<UserDevice> CallService::callable(Transaction &tx, const QString &mobile)
{
    QVector<UserDevice> devices;
    for (const User &user : UserRepository::patientsByMobile(tx, mobile)) {
        if (!user.isVerifiedAppUser())
            continue;
        for (const UserDevice &device : UserDeviceRepository::ofUser(tx, user.id)) {
            if (device.takesCalls())
                devices.append(device);
        }
    }
    return devices;
}

} // namespace anteroom
