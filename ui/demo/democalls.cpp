// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/democalls.h"

#include "app/calls/callrepository.h"

#include <QRandomGenerator>

#include <cmath>

namespace anteroom {

namespace {

constexpr int days = 30;
constexpr int callsADay = 4;

struct DemoDevice
{
    const char *device;
    const char *user;
};

constexpr DemoDevice devices[] = {
    {"d1000000-0000-7000-8000-000000000001", "d0000000-0000-7000-8000-000000000001"},
    {"d1000000-0000-7000-8000-000000000002", "d0000000-0000-7000-8000-000000000002"},
    {"d1000000-0000-7000-8000-000000000004", "d0000000-0000-7000-8000-000000000006"},
    {"d1000000-0000-7000-8000-000000000005", "d0000000-0000-7000-8000-000000000012"},
};

UtcTime later(UtcTime time, double seconds)
{
    return time + std::chrono::microseconds(qint64(seconds * 1'000'000));
}

CallProgress answered(UtcTime at, double wakes, double rings, double talks)
{
    CallProgress progress;
    progress.state = CallState::Ended;
    progress.dispatchedAt = at;
    progress.acceptedAt = later(at, 0.2);
    progress.registeredAt = later(at, wakes);
    progress.ringingAt = later(at, wakes + 0.3);
    progress.answeredAt = later(at, wakes + rings);
    progress.endedAt = later(at, wakes + rings + talks);
    return progress;
}

CallProgress timedOut(UtcTime at)
{
    CallProgress progress;
    progress.state = CallState::TimedOut;
    progress.dispatchedAt = at;
    progress.acceptedAt = later(at, 0.3);
    progress.endedAt = later(at, 12);
    progress.reason = "call.not_registered";
    return progress;
}

void add(WriteTransaction &tx, const DemoDevice &to, const CallProgress &progress)
{
    CallAttempt attempt;
    attempt.id = CallAttemptId::generate(progress.dispatchedAt);
    attempt.call = CallKey::fromTrusted(attempt.id.text());
    attempt.device = DeviceId::fromTrusted(to.device);
    attempt.user = UserId::fromTrusted(to.user);
    attempt.progress = progress;
    CallRepository::insert(tx, attempt);
    CallRepository::update(tx, attempt); // how it went on
}

} // namespace

void addDemoCalls(WriteTransaction &tx)
{
    QRandomGenerator random(11);
    for (int day = days; day > 0; --day) {
        for (int i = 0; i < callsADay; ++i) {
            const UtcTime at = tx.now() - std::chrono::hours(24 * day) + std::chrono::minutes(97 * i);
            const DemoDevice &to = devices[random.bounded(int(std::size(devices)))];
            // Most phones wake within some seconds, a few take long.
            const double wakes = 0.7 + 1.6 * std::exp(random.generateDouble() * 1.7 - 0.3);
            if (random.bounded(14) == 0)
                add(tx, to, timedOut(at));
            else
                add(tx, to,
                    answered(at, std::min(wakes, 11.5), 3 + random.bounded(12), 40 + random.bounded(400)));
        }
    }
    add(tx, devices[2], timedOut(tx.now() - std::chrono::minutes(50)));
}

} // namespace anteroom
