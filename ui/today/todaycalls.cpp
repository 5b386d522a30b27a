// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaycalls.h"

#include "ui/calls/callwords.h"
#include "ui/common/numbertext.h"
#include "ui/common/relativetime.h"
#include "ui/directory/persontext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace anteroom {

namespace {

struct TodayCallWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::TodayCallWords)
};

constexpr std::chrono::hours span{24};
constexpr int mostShown = 20;
constexpr int mostLooked = 100; // a person may have been called many times

// What says most of a call: the attempt that came furthest.
const CallProgress &furthest(const CallView &call)
{
    const auto rank = [](const CallAttempt &each) {
        const CallProgress &progress = each.progress;
        return progress.answeredAt     ? 4
               : progress.ringingAt    ? 3
               : progress.registeredAt ? 2
               : progress.acceptedAt   ? 1
                                       : 0;
    };
    return std::max_element(call.attempts.begin(), call.attempts.end(),
                            [&](const auto &a, const auto &b) { return rank(a) < rank(b); })
        ->progress;
}

} // namespace

TodayCalls TodayCalls::load(Transaction &tx)
{
    TodayCalls calls;
    calls.running = CallService::inProgress(tx, mostShown);
    QSet<UserId> seen;
    for (const CallView &call : std::as_const(calls.running))
        seen.insert(call.user.id);
    const auto troubled = CallRepository::list(tx, {.onlyTrouble = true}, {mostLooked, {}});
    if (!troubled)
        return calls;
    for (const CallAttempt &attempt : troubled->items) {
        if (tx.now() - attempt.progress.dispatchedAt > span || calls.missed.size() == mostShown)
            break;
        if (seen.contains(attempt.user))
            continue;
        seen.insert(attempt.user);
        const auto last = CallRepository::lastOfUser(tx, attempt.user, 1);
        if (!last.isEmpty() && last.first().call != attempt.call)
            continue; // they were called again since, and not in vain
        if (auto call = CallService::view(tx, attempt.call))
            calls.missed.append(*std::move(call));
    }
    return calls;
}

QVector<TodayEntry> TodayCalls::entries(UtcTime now) const
{
    QVector<TodayEntry> all;
    for (const CallView &call : running) {
        const CallProgress &progress = furthest(call);
        all.append({.key = call.user.id.text(),
                    .title = personName(call.user),
                    .detail = relativeTime(progress.dispatchedAt, now),
                    .state = callStateText(progress),
                    .tone = callStateTone(progress),
                    .action = TodayCallWords::tr("Open")});
    }
    for (const CallView &call : missed) {
        const CallProgress &progress = furthest(call);
        QString detail = relativeTime(progress.dispatchedAt, now);
        if (!call.fallback.isEmpty())
            detail +=
                QStringLiteral(" · ") + TodayCallWords::tr("by telephone: %1").arg(numberText(call.fallback));
        all.append({.key = call.user.id.text(),
                    .title = personName(call.user),
                    .detail = detail,
                    .state = callStateText(progress),
                    .tone = callStateTone(progress),
                    .action = TodayCallWords::tr("Call again…")});
    }
    return all;
}

} // namespace anteroom
