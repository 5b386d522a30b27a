// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"

namespace anteroom {

/// The port through which messages of one provider leave. Called on the delivery thread only; destroyed after
/// it, when it must end what it still does.
class Gateway
{
public:
    using Done = std::function<void(DeliveryOutcome)>;

    Gateway() = default;
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;
    virtual ~Gateway() = default;

    /// As the outbox's rows name it: `sandbox`, `http`, `smtp`…
    virtual QString provider() const = 0;
    /// Whether this row may be handed over again when it is not known what became of it: the provider knows
    /// the row's id and drops the double, or nothing leaves at all. Any thread.
    virtual bool mayRepeat(const Message &message) const = 0;
    /// How many messages it takes at once, in all and to one remote end (a lane, app/delivery/lanes.h).
    virtual int maxInFlight() const { return 8; }
    virtual int maxInFlightPerLane() const { return maxInFlight(); }
    /// After how long without an answer a message counts as lost on its way.
    virtual std::chrono::milliseconds answersWithin() const { return std::chrono::minutes(3); }
    /// Hands one message over. Returns at once: whatever waits for somebody else waits elsewhere. `done` may
    /// be called on any thread, at once or later, exactly once; after the worker is gone it does nothing.
    virtual void send(const Message &message, Done done) = 0;
    /// What was read from the settings or the keyring may hold no longer.
    virtual void settingsChanged() {}
    /// Breaks off what is under way, within about a second, each with its `done`: what never left is not to
    /// be in doubt after a restart. Nothing is handed over after it. On the delivery thread.
    virtual void cancel() {}
};

/// The default everywhere: the message is recorded as sent and nothing leaves the machine.
class SandboxGateway final : public Gateway
{
public:
    QString provider() const override;
    bool mayRepeat(const Message &) const override { return true; }
    int maxInFlight() const override { return 1000; }
    void send(const Message &message, Done done) override;
};

} // namespace anteroom
