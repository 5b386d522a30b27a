// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserverbridge.h"

#include "server/http/fedsocket.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaMethod>
#include <QTcpServer>

namespace anteroom {

namespace {

/// A body above this is let go of with the socket: QtHttpServer's request keeps it until the next one comes.
constexpr qsizetype KeptBody = 16 * 1024;

} // namespace

/// Hands one FedSocket to QtHttpServer as if it had been accepted.
class FedServer final : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

    void offer(FedSocket *socket)
    {
        m_next = socket;
        // The signal is private to its class, so it is sent by name.
        QMetaMethod::fromSignal(&QTcpServer::pendingConnectionAvailable).invoke(this, Qt::DirectConnection);
    }

    bool hasPendingConnections() const override { return m_next != nullptr; }
    QTcpSocket *nextPendingConnection() override { return std::exchange(m_next, nullptr); }

private:
    FedSocket *m_next = nullptr;
};

HttpServerBridge::HttpServerBridge(QObject *parent)
    : QAbstractHttpServer(parent)
    , m_server(new FedServer(this))
{
    // bind() wants a server that listens; nobody is to reach this one.
    if (m_server->listen(QHostAddress::LocalHost, 0))
        m_server->pauseAccepting();
    bind(m_server);
    m_server->close();
}

HttpServerBridge::~HttpServerBridge()
{
    delete m_socket.data(); // with it go QtHttpServer's request and slots
}

HttpServerBridge::Outcome HttpServerBridge::dispatch(RequestHandler &handler, HttpRequest &&request)
{
    if (!m_socket)
        openSocket();

    QByteArray body = std::exchange(request.body, {});
    const auto bodySize = body.size();
    m_head.resize(0);
    m_head.append(request.methodText).append(' ').append(request.rawPath);
    if (!request.rawQuery.isNull())
        m_head.append('?').append(request.rawQuery);
    m_head.append(" HTTP/1.1\r\n");
    for (const char *name : {"Host", "Content-Type"}) {
        const auto value = request.headers.view(name);
        if (!value.isEmpty())
            m_head.append(name).append(": ").append(value).append("\r\n");
    }
    if (bodySize > 0)
        m_head.append("Content-Length: ").append(QByteArray::number(bodySize)).append("\r\n");
    m_head.append("\r\n");

    m_current = &request;
    m_handler = &handler;
    m_served = 0;
    m_threw = false;
    m_drained = false;
    m_socket->feed(m_head, std::move(body));
    m_current = nullptr;
    m_handler = nullptr;

    const bool clean = m_served == 1 && m_drained && !m_socket->isHungUp();
    m_socket->forget();
    if (!clean || bodySize > KeptBody)
        hangUp();
    if (m_threw)
        return Outcome::Threw;
    return clean ? Outcome::Served : Outcome::NotServed;
}

void HttpServerBridge::openSocket()
{
    m_socket = new FedSocket;
    m_server->offer(m_socket);
}

void HttpServerBridge::hangUp()
{
    if (const auto socket = std::exchange(m_socket, nullptr))
        socket->hangUp();
}

/// Called by QtHttpServer with the request that was just fed.
void HttpServerBridge::serve(const QHttpServerRequest &request)
{
    if (++m_served != 1 || !m_current)
        return;
    m_current->body = request.body();
    m_drained = m_socket->isDrained();
    m_socket->forget(); // a large body is not to lie here twice while the handler runs
    try {
        m_handler->handle(std::move(*m_current));
    } catch (...) { // an exception must not pass through Qt
        m_threw = true;
    }
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
bool HttpServerBridge::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &)
{
    serve(request);
    return true;
}

void HttpServerBridge::missingHandler(const QHttpServerRequest &, QHttpServerResponder &)
{
}
#else
bool HttpServerBridge::handleRequest(const QHttpServerRequest &request, QTcpSocket *)
{
    serve(request);
    return true;
}

void HttpServerBridge::missingHandler(const QHttpServerRequest &, QTcpSocket *)
{
}
#endif

} // namespace anteroom
