// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/transportserver.h"
#include "tests/support/patience.h"

#include <QSemaphore>
#include <QThread>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace anteroom::test {

/// What one upload's sink saw; shared with the test.
struct UploadRecord
{
    std::mutex mutex;
    QByteArray sum; ///< SHA-256 of all blocks, hex, once ended
    qint64 bytes = 0;
    qsizetype largestBlock = 0;
    bool begun = false;
    bool ended = false;
    bool destroyed = false;
    std::optional<UploadSink::Abort> aborted;
    QSemaphore gate; ///< each write() takes one where `slow`
    bool slow = false;
};

/// What the WebSockets of the test application saw; shared with the test.
struct SocketRecord
{
    std::mutex mutex;
    std::vector<SocketHandle> open;
    QByteArrayList texts;
    int opened = 0;
    int closed = 0;
    int destroyed = 0;
};

/// An application with a handful of routes that misbehave in every way that the transport has to bear.
class TestApplication final : public HttpApplication
{
public:
    std::unique_ptr<RequestHandler> createHandler(Listener listener, int worker) override;
    std::optional<BodyLimit> bodyLimit(const RequestHead &head) const override;
    std::unique_ptr<UploadSink> createUploadSink(const RequestHead &head) const override;
    HttpResponse refusal(Listener listener, const QByteArray &origin, const QByteArray &rawPath, int status,
                         const QByteArray &message, const QByteArray &requestId) const override;

    /// Tickets of `GET /later` that wait for the test.
    std::vector<Ticket> takeTickets();
    int waiting() const;

    /// `/room/…/signal` is a WebSocket that gives back what it hears; `?refuse` is refused with 403.
    const std::shared_ptr<SocketRecord> sockets = std::make_shared<SocketRecord>();

    std::shared_ptr<UploadRecord> upload() const;
    void newUpload(bool slow = false);

    UploadSink::Limits uploadLimits;
    std::atomic<int> handled{0};
    std::atomic<int> sourcesAlive{0};

private:
    friend class TestHandler;
    mutable std::mutex m_mutex;
    std::vector<Ticket> m_tickets;
    std::shared_ptr<UploadRecord> m_upload = std::make_shared<UploadRecord>();
};

/// A server in a thread of its own, so that a test may block on a plain socket.
class ServerThread
{
public:
    explicit ServerThread(TransportConfig config = {}, bool patient = false);
    ~ServerThread();

    quint16 port() const { return m_port; }
    quint16 patientPort() const { return m_patientPort; }
    bool isRunning() const { return m_port != 0; }
    TransportFigures figures() const;
    void shutdown(); ///< begins it
    bool waitStopped(int ms = patience);
    int reloads() const { return m_reloads; }

    TestApplication application;

private:
    QThread m_thread;
    std::unique_ptr<TransportServer> m_server;
    quint16 m_port = 0;
    quint16 m_patientPort = 0;
    QSemaphore m_stopped;
    std::atomic<int> m_reloads{0};
};

/// A client that sends bytes as they are.
class RawClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: none came
        QByteArray head;
        QByteArray body;
        QByteArray header(const QByteArray &name) const; ///< of the answer; null where there is none
    };

    explicit RawClient(quint16 port, int receiveBuffer = 0);
    ~RawClient() { close(); }
    RawClient(RawClient &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    RawClient(const RawClient &) = delete;

    bool send(const QByteArray &bytes);       ///< all of it; false where the server has closed
    qint64 sendSome(const QByteArray &bytes); ///< what goes without waiting; -1 where closed
    Answer answer(int ms = patience, bool head = false);
    bool isClosedByServer(int ms = patience); ///< waits for the end, dropping what comes
    QByteArray readAll(int ms = patience);
    void halfClose();
    void reset(); ///< RST
    void close();

private:
    bool fill(int ms);

    int m_fd = -1;
    QByteArray m_buffer;
};

/// "GET path" with a Host.
QByteArray get(const QByteArray &path, const QByteArray &fields = {});
QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {});

} // namespace anteroom::test
