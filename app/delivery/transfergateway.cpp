// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/transfergateway.h"

namespace anteroom {

TransferGateway::TransferGateway(const Clock &clock, int threads, TransferOptions options)
    : m_clock(clock)
    , m_threads(threads)
    , m_options(std::move(options))
    , m_pool(threads)
{
}

TransferGateway::~TransferGateway()
{
    Q_ASSERT_X(m_pool.hasEnded(), "TransferGateway", "deliver() may still be called: end() is missing");
}

void TransferGateway::send(const Message &message, Done done)
{
    m_pool.start(
        [this, message, done = std::move(done)](CurlTransfer &transfer, const std::stop_token &stop) {
            DeliveryOutcome outcome = deliver(message, transfer, stop);
            outcome.id = message.id;
            done(std::move(outcome));
        });
}

void TransferGateway::limit(CurlRequest &request) const
{
    request.connectWithin = m_options.connectWithin;
    request.endWithin = m_options.endWithin;
    request.addresses = m_options.addresses;
}

} // namespace anteroom
