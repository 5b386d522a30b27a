// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/calls/call.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

/// Which attempts are asked for; what is not set does not matter.
struct CallFilter
{
    DeviceId device;
    UserId user;
    QString callId;
    /// Only of calls that ended without anybody answering, and not by the caller's will; `device` and
    /// `callId` are not looked at then.
    bool onlyTrouble = false;
};

/// The SQL of calls, and nothing else. On the thread of the transaction.
class CallRepository
{
public:
    static void insert(WriteTransaction &tx, const CallAttempt &attempt);
    /// Keeps how far it has come.
    static void update(WriteTransaction &tx, const CallAttempt &attempt);
    static std::optional<CallAttempt> byId(Transaction &tx, const CallAttemptId &id);
    /// The attempts of one call, the first made first.
    static QVector<CallAttempt> ofCall(Transaction &tx, const CallKey &call);
    /// The newest ones of a device, newest first; those of them that are not over: all.
    static QVector<CallAttempt> lastOfDevice(Transaction &tx, const DeviceId &device, int limit);
    static QVector<CallAttempt> liveOfDevice(Transaction &tx, const DeviceId &device);
    /// The newest ones of a person, newest first.
    static QVector<CallAttempt> lastOfUser(Transaction &tx, const UserId &user, int limit);
    /// Those with that callId on a device, newest first; the newest to any device of a person.
    static QVector<CallAttempt> namedOfDevice(Transaction &tx, const QString &callId, const DeviceId &device,
                                              int limit);
    static std::optional<CallAttempt> namedOfUser(Transaction &tx, const QString &callId, const UserId &user);
    /// What time has ended by `now`, the first due first.
    static QVector<CallAttempt> due(Transaction &tx, UtcTime now, int limit);
    static std::optional<UtcTime> nextDue(Transaction &tx);
    /// Those that are not over, newest first.
    static QVector<CallAttempt> live(Transaction &tx, int limit);
    static int countLive(Transaction &tx);

    /// Newest first. Errors: Invalid "page.cursor".
    static Result<Page<CallAttempt>> list(Transaction &tx, const CallFilter &filter, const PageRequest &page);
};

} // namespace anteroom
