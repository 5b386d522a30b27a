// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/gateway.h"
#include "app/delivery/transferpool.h"

namespace anteroom {

/// What tests set otherwise.
struct TransferOptions
{
    std::chrono::milliseconds connectWithin = std::chrono::seconds(10);
    std::chrono::milliseconds endWithin = std::chrono::seconds(30);
    QByteArrayList addresses; ///< as in CurlRequest
};

/// A gateway that hands each message over on a thread of its own pool, by one CurlTransfer after the other.
class TransferGateway : public Gateway
{
public:
    ~TransferGateway() override;

    int maxInFlight() const override { return m_threads; }
    void send(const Message &message, Done done) final;
    void cancel() final { m_pool.cancel(); }

protected:
    /// At most so many threads; they are started as they are needed. `clock` outlives the gateway.
    TransferGateway(const Clock &clock, int threads, TransferOptions options);

    /// Hands one message over and waits for what comes of it, on a thread of the pool. The outcome needs no
    /// id.
    virtual DeliveryOutcome deliver(const Message &message, CurlTransfer &transfer,
                                    const std::stop_token &stop) = 0;

    /// Ends what is under way; what derives from this calls it first of all in its destructor, while
    /// deliver() still has an object to work on.
    void end() { m_pool.end(); }

    /// `request` with the options' times and addresses.
    void limit(CurlRequest &request) const;
    UtcTime now() const { return m_clock.now(); }

private:
    const Clock &m_clock;
    const int m_threads;
    const TransferOptions m_options;
    TransferPool m_pool;
};

} // namespace anteroom
