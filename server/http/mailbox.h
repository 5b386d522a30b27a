// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/websocket.h"

#include <QEvent>
#include <QObject>

#include <atomic>
#include <mutex>
#include <variant>
#include <vector>

namespace anteroom {

/// A ticket's answer on its way.
struct AnswerMail
{
    quint64 connection = 0;
    quint64 sequence = 0;
    HttpResponse response;
};

/// The io thread has dealt with so many bytes of an upload.
struct CreditMail
{
    quint64 connection = 0;
    quint64 sequence = 0;
    qint64 bytes = 0;
};

/// A descriptor that was accepted, with its place in the ConnectionGate.
struct AcceptMail
{
    qintptr descriptor = -1;
    Listener listener = Listener::Staff;
    int slot = -1;
    quint64 connection = 0;
};

/// Room is needed: close the connection now if it is still idle, else after its answer.
struct EvictMail
{
    quint64 connection = 0;
};

/// A text for a WebSocket or, where `closeCode` is not 0, its end.
struct SocketMail
{
    quint64 connection = 0;
    QByteArray text;
    quint16 closeCode = 0;
};

/// The server ends; `now`: without waiting for what runs.
struct StopMail
{
    bool now = false;
};

using Mail = std::variant<AnswerMail, CreditMail, AcceptMail, EvictMail, StopMail, SocketMail>;

/// What other threads tell a worker, in the order they say it. The worker is woken by one event when the box
/// turns from empty to not empty, however much a commit then puts into it. Outlives its worker: what comes
/// later is dropped.
class Mailbox final : public AnswerPort, public SocketPort
{
public:
    /// An answer given in the worker's own thread may be taken at once: true where the worker took it.
    class Receiver : public QObject
    {
    public:
        using QObject::QObject;
        virtual bool takeDirectly(quint64 connection, quint64 sequence, HttpResponse &response) = 0;
    };

    static QEvent::Type eventType();

    ~Mailbox() override;

    /// The worker's, in its thread; what was posted before waits for it.
    void open(Receiver *receiver);
    void close();

    /// Any thread.
    void answer(quint64 connection, quint64 sequence, HttpResponse response) override;
    void sendText(quint64 connection, const QByteArray &text) override;
    void closeSocket(quint64 connection, quint16 code) override;
    void post(Mail mail);

    /// Swaps what has come with `into`, which should be empty but may have capacity.
    void take(std::vector<Mail> &into);

private:
    std::mutex m_mutex;
    std::vector<Mail> m_mails;
    Receiver *m_receiver = nullptr;
    std::atomic<void *> m_thread{nullptr}; ///< the worker's thread while open
    bool m_closed = false;
};

} // namespace anteroom
