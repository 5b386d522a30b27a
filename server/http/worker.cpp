// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/worker.h"

#include "app/base/random.h"
#include "server/http/connection.h"

#include <chrono>

#include <unistd.h>

namespace anteroom {

Worker::Worker(TransportContext &context, std::shared_ptr<Mailbox> mailbox, WorkerCounters &counters,
               int index)
    : m_context(context)
    , m_mailbox(std::move(mailbox))
    , m_counters(counters)
    , m_scratch(std::make_unique<char[]>(BodyReader::ScratchSize))
    , m_idPrefix(randomBytes(8).toHex() + '-')
{
    m_answer.reserve(16 * 1024);
    for (const auto listener : {Listener::Staff, Listener::Patient})
        m_handlers[size_t(listener)] = m_context.application.createHandler(listener, index);
    connect(&m_sweep, &QTimer::timeout, this, &Worker::sweep);
    m_sweep.start(limits().sweep);
    m_mailbox->open(this);
}

Worker::~Worker()
{
    m_mailbox->close();
    m_stopping = true;
    forEach([](ClientConnection &connection) { connection.abort(UploadSink::Abort::ShuttingDown); });
}

bool Worker::takeDirectly(quint64 connection, quint64 sequence, HttpResponse &response)
{
    return m_current && m_current->id() == connection && m_current->takeDirectly(sequence, response);
}

QByteArray Worker::newRequestId()
{
    return m_idPrefix + QByteArray::number(++m_lastId, 36);
}

qint64 Worker::now() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count() + 1;
}

HttpServerBridge::Outcome Worker::dispatch(ClientConnection &connection, HttpRequest &&request)
{
    m_current = &connection;
    auto &handler = *m_handlers[size_t(request.listener)];
    const auto outcome = m_bridge.dispatch(handler, std::move(request));
    m_current = nullptr;
    return outcome;
}

void Worker::remove(ClientConnection &connection)
{
    m_connections.erase(connection.id());
    WorkerCounters::add(m_counters.closed);
    connection.deleteLater();
    if (m_stopping && m_connections.empty())
        Q_EMIT drained();
}

bool Worker::event(QEvent *event)
{
    if (event->type() != Mailbox::eventType())
        return QObject::event(event);
    readMail();
    return true;
}

void Worker::readMail()
{
    m_mailbox->take(m_mails);
    for (auto &mail : m_mails) {
        if (auto *answer = std::get_if<AnswerMail>(&mail)) {
            if (const auto found = m_connections.find(answer->connection); found != m_connections.end())
                found->second->deliver(answer->sequence, std::move(answer->response));
        } else if (const auto *credit = std::get_if<CreditMail>(&mail)) {
            if (const auto found = m_connections.find(credit->connection); found != m_connections.end())
                found->second->credit(credit->sequence, credit->bytes);
        } else if (const auto *said = std::get_if<SocketMail>(&mail)) {
            if (const auto found = m_connections.find(said->connection); found != m_connections.end())
                found->second->deliver(*said);
        } else if (const auto *accepted = std::get_if<AcceptMail>(&mail)) {
            accept(*accepted);
        } else if (const auto *evicted = std::get_if<EvictMail>(&mail)) {
            if (const auto found = m_connections.find(evicted->connection); found != m_connections.end()) {
                WorkerCounters::add(m_counters.evicted);
                found->second->evict();
            }
        } else if (const auto *stopped = std::get_if<StopMail>(&mail)) {
            stop(stopped->now);
        }
    }
    m_mails.clear();
}

void Worker::accept(const AcceptMail &mail)
{
    if (m_stopping) {
        ::close(int(mail.descriptor));
        m_context.gate.release(mail.slot);
        return;
    }
    auto connection = std::make_unique<ClientConnection>(*this, mail.connection, mail.slot, mail.listener);
    WorkerCounters::add(m_counters.opened);
    auto *opened = connection.release();
    opened->setParent(this);
    m_connections.emplace(mail.connection, opened);
    if (!opened->open(mail.descriptor, m_context.tls.isSet()))
        opened->abort(UploadSink::Abort::ClientLeft);
}

void Worker::stop(bool now)
{
    m_stopping = true;
    m_sweep.start(std::min(limits().sweep, std::chrono::milliseconds(50)));
    forEach([now](ClientConnection &connection) {
        if (now)
            connection.abort(UploadSink::Abort::ShuttingDown);
        else
            connection.stop();
    });
    if (m_connections.empty())
        Q_EMIT drained();
}

void Worker::sweep()
{
    const auto at = now();
    forEach([at](ClientConnection &connection) { connection.sweep(at); });
}

/// Connections that end meanwhile are deleted later, so the pointers stay good.
template<typename Fn>
void Worker::forEach(Fn fn)
{
    std::vector<ClientConnection *> all;
    all.reserve(m_connections.size());
    for (const auto &[id, connection] : m_connections)
        all.push_back(connection);
    for (auto *connection : all)
        fn(*connection);
}

} // namespace anteroom
