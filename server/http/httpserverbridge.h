// SPDX-License-Identifier: GPL-3.0-or-later
// This file and httpserverbridge.cpp are the only ones that know QtHttpServer; its interface changed in
// Qt 6.8.
#pragma once

#include "server/http/application.h"

#include <QAbstractHttpServer>
#include <QPointer>

namespace anteroom {

class FedServer;
class FedSocket;

/// One worker's QtHttpServer. Requests that are framed and checked already are fed to it as clean messages,
/// one at a time; it parses them and calls handleRequest(), all before dispatch() returns.
class HttpServerBridge final : public QAbstractHttpServer
{
public:
    enum class Outcome {
        Served,    ///< the handler has, or keeps, the ticket
        NotServed, ///< QtHttpServer did not take exactly this one request: answer 400
        Threw      ///< the handler threw: answer 500
    };

    explicit HttpServerBridge(QObject *parent = nullptr);
    ~HttpServerBridge() override;

    /// Has `handler` called with the request, whose body comes back from QtHttpServer. Not reentrant.
    Outcome dispatch(RequestHandler &handler, HttpRequest &&request);

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    void openSocket();
    void hangUp();
    void serve(const QHttpServerRequest &request);

    FedServer *m_server; ///< owned by the base once it is bound
    QPointer<FedSocket> m_socket;
    QByteArray m_head;
    HttpRequest *m_current = nullptr;
    RequestHandler *m_handler = nullptr;
    int m_served = 0;
    bool m_drained = false;
    bool m_threw = false;
};

} // namespace anteroom
