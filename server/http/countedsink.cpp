// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/countedsink.h"

#include "server/http/route.h"

namespace anteroom {

namespace {

/// Gives answers on through the exchange, which counts them.
class ExchangePort final : public AnswerPort
{
public:
    explicit ExchangePort(std::shared_ptr<Answer::Exchange> exchange)
        : m_exchange(std::move(exchange))
    {
    }

    void answer(quint64, quint64, HttpResponse response) override
    {
        m_exchange->respond(std::move(response));
    }

private:
    std::shared_ptr<Answer::Exchange> m_exchange;
};

} // namespace

CountedSink::CountedSink(std::unique_ptr<UploadSink> sink, const Route &route, RequestObserver &observer)
    : m_sink(std::move(sink))
    , m_exchange(std::make_shared<Answer::Exchange>())
{
    m_exchange->route = &route;
    m_exchange->observer = &observer;
    m_exchange->began = std::chrono::steady_clock::now();
}

UploadSink::Limits CountedSink::limits() const
{
    return m_sink->limits();
}

void CountedSink::begin(RequestHead &&head, Ticket ticket)
{
    m_exchange->context = ErrorContext::of(head, m_exchange->route->family);
    m_exchange->ticket = std::move(ticket);
    m_sink->begin(std::move(head), Ticket(std::make_shared<ExchangePort>(m_exchange), 0, 0));
}

void CountedSink::write(const QByteArray &block)
{
    m_sink->write(block);
}

void CountedSink::end()
{
    m_sink->end();
}

void CountedSink::aborted(Abort why)
{
    m_sink->aborted(why);
    // The transport says what is left to say; nobody is owed an answer here.
    m_exchange->answered = true;
}

} // namespace anteroom
