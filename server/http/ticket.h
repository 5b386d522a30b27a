// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace anteroom {

struct HttpResponse;

/// Where answers go: a worker's mailbox, or what a test puts in its place.
class AnswerPort
{
public:
    AnswerPort() = default;
    AnswerPort(const AnswerPort &) = delete;
    AnswerPort &operator=(const AnswerPort &) = delete;
    virtual ~AnswerPort() = default;

    /// Any thread, without blocking.
    virtual void answer(quint64 connection, quint64 sequence, HttpResponse response) = 0;
};

/// The right to answer one request: which worker, which connection of it, which request on that connection.
/// It may be kept for ever, copied, and used in any thread; it keeps no connection alive.
class Ticket
{
public:
    /// A ticket that answers nothing, for tests and as a default.
    Ticket() = default;
    Ticket(std::shared_ptr<AnswerPort> worker, quint64 connection, quint64 sequence);

    /// Answers the request. Any thread, never blocks for longer than it takes to push to a queue; many
    /// answers given at once (a group commit) wake a worker once. The first answer counts: a second one, one
    /// for a client that has left, and one after the server's end are dropped silently.
    void respond(HttpResponse response) const;

    bool isNull() const { return !m_worker; }
    quint64 connection() const { return m_connection; }
    quint64 sequence() const { return m_sequence; }

private:
    std::shared_ptr<AnswerPort> m_worker;
    quint64 m_connection = 0;
    quint64 m_sequence = 0;
};

} // namespace anteroom
