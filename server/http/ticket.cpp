// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ticket.h"

#include "server/http/response.h"

namespace anteroom {

Ticket::Ticket(std::shared_ptr<AnswerPort> worker, quint64 connection, quint64 sequence)
    : m_worker(std::move(worker))
    , m_connection(connection)
    , m_sequence(sequence)
{
}

void Ticket::respond(HttpResponse response) const
{
    if (m_worker)
        m_worker->answer(m_connection, m_sequence, std::move(response));
}

} // namespace anteroom
