// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/upload.h"

namespace anteroom {

namespace {

/// What a sink throws must not end the process; the client is told 500, which aborts the upload.
template<typename Call>
bool guarded(const Ticket &ticket, Call call)
{
    try {
        call();
        return true;
    } catch (...) {
        ticket.respond(HttpResponse::empty(500));
        return false;
    }
}

} // namespace

Upload::Upload(IoThreads &threads, std::shared_ptr<Mailbox> mailbox, std::unique_ptr<UploadSink> sink)
    : m_threads(threads)
    , m_thread(threads.take(m_index))
    , m_mailbox(std::move(mailbox))
    , m_sink(std::move(sink))
    , m_limits(m_sink->limits())
{
}

Upload::~Upload()
{
    abort(UploadSink::Abort::ClientLeft);
    m_threads.giveBack(m_index);
}

void Upload::begin(RequestHead head, Ticket ticket)
{
    m_ticket = ticket;
    m_thread.post([sink = m_sink, head = std::move(head), ticket = std::move(ticket)]() mutable {
        guarded(ticket, [&] { sink->begin(std::move(head), ticket); });
    });
}

void Upload::write(QByteArray block)
{
    const auto size = block.size();
    m_underWay += size;
    m_thread.post([sink = m_sink, block = std::move(block), ticket = m_ticket, mailbox = m_mailbox, size] {
        guarded(ticket, [&] { sink->write(block); });
        mailbox->post(CreditMail{ticket.connection(), ticket.sequence(), size});
    });
}

void Upload::end()
{
    m_thread.post([sink = std::exchange(m_sink, nullptr), ticket = m_ticket] {
        guarded(ticket, [&] { sink->end(); });
    });
}

void Upload::abort(UploadSink::Abort why)
{
    if (!m_sink)
        return;
    m_thread.post([sink = std::exchange(m_sink, nullptr), ticket = m_ticket, why] {
        guarded(ticket, [&] { sink->aborted(why); });
    });
}

} // namespace anteroom
