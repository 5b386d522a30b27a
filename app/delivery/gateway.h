// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"

namespace anteroom {

/// The port through which messages of one provider leave. Called on the delivery thread only.
class Gateway
{
public:
    Gateway() = default;
    Gateway(const Gateway &) = delete;
    Gateway &operator=(const Gateway &) = delete;
    virtual ~Gateway() = default;

    /// As the outbox's rows name it: `sandbox`, `http`, `smtp`…
    virtual QString provider() const = 0;
    /// Whether a row may be handed over again after a crash: the provider knows the row's id and drops the
    /// double, or nothing leaves at all.
    virtual bool mayRepeat() const = 0;
    /// Hands one message over; `done` is called on the delivery thread, at once or later, exactly once.
    virtual void send(const Message &message, std::function<void(DeliveryOutcome)> done) = 0;
};

/// The default everywhere: the message is recorded as sent and nothing leaves the machine.
class SandboxGateway final : public Gateway
{
public:
    QString provider() const override;
    bool mayRepeat() const override { return true; }
    void send(const Message &message, std::function<void(DeliveryOutcome)> done) override;
};

} // namespace anteroom
