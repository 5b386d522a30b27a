// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/answer.h"
#include "server/http/uploadsink.h"

namespace anteroom {

/// Stands before a route's sink so that streamed requests are counted and logged as all others are.
class CountedSink final : public UploadSink
{
public:
    CountedSink(std::unique_ptr<UploadSink> sink, const Route &route, RequestObserver &observer);

    Limits limits() const override;
    void begin(RequestHead &&head, Ticket ticket) override;
    void write(const QByteArray &block) override;
    void end() override;
    void aborted(Abort why) override;

private:
    std::unique_ptr<UploadSink> m_sink;
    std::shared_ptr<Answer::Exchange> m_exchange;
};

} // namespace anteroom
