// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserverbridge.h"
#include "server/http/mailbox.h"
#include "server/http/transportcontext.h"

#include <QTimer>

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

namespace anteroom {

class ClientConnection;

/// One thread's share of the connections, with its own QtHttpServer and handlers. Made, used and destroyed in
/// that thread; others reach it by its mailbox.
class Worker final : public Mailbox::Receiver
{
    Q_OBJECT

public:
    Worker(TransportContext &context, std::shared_ptr<Mailbox> mailbox, WorkerCounters &counters, int index);
    ~Worker() override;

    bool takeDirectly(quint64 connection, quint64 sequence, HttpResponse &response) override;

    // What the connections use.
    TransportContext &context() { return m_context; }
    const Limits &limits() const { return m_context.config.limits; }
    const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }
    WorkerCounters &counters() { return m_counters; }
    char *scratch() { return m_scratch.get(); } ///< BodyReader::ScratchSize bytes, for a moment
    QByteArray &answerBuffer() { return m_answer; }
    bool isStopping() const { return m_stopping; }
    QByteArray newRequestId();
    qint64 now() const; ///< milliseconds of the steady clock, above 0
    HttpServerBridge::Outcome dispatch(ClientConnection &connection, HttpRequest &&request);
    bool admits(const RequestHead &head) { return m_handlers[size_t(head.listener)]->admits(head); }
    std::optional<SocketUpgrade> upgrade(const RequestHead &head)
    {
        return m_handlers[size_t(head.listener)]->upgrade(head);
    }
    void remove(ClientConnection &connection); ///< it has ended; deleted later

Q_SIGNALS:
    /// Stopping, and the last connection has gone.
    void drained();

protected:
    bool event(QEvent *event) override;

private:
    void readMail();
    void accept(const AcceptMail &mail);
    void stop(bool now);
    void sweep();
    template<typename Fn>
    void forEach(Fn fn);

    TransportContext &m_context;
    std::shared_ptr<Mailbox> m_mailbox;
    WorkerCounters &m_counters;
    std::unique_ptr<char[]> m_scratch;
    QByteArray m_answer;
    QByteArray m_idPrefix;
    quint64 m_lastId = 0;
    HttpServerBridge m_bridge;
    std::array<std::unique_ptr<RequestHandler>, 2> m_handlers;
    std::unordered_map<quint64, ClientConnection *> m_connections;
    std::vector<Mail> m_mails;
    ClientConnection *m_current = nullptr; ///< whose request is being handled
    QTimer m_sweep;
    bool m_stopping = false;
};

} // namespace anteroom
