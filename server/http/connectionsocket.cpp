// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection becomes a WebSocket, and what it does as one.
#include "server/http/connection.h"
#include "server/http/websocketlink.h"
#include "server/http/worker.h"

#include <QTcpSocket>

namespace anteroom {

/// The head, of `size` bytes, is still unread. From here on Qt's WebSocket reads the socket.
bool ClientConnection::openSocket(SocketUpgrade &&upgrade, qint64 size)
{
    m_state = State::Working;
    if (!upgrade.session) {
        m_socket->skip(size);
        return send(std::move(upgrade.refusal));
    }
    // Whoever does not wait for the 101 is no browser, and what it sent might be read as something else.
    if (m_socket->bytesAvailable() > size || m_worker.isStopping()) {
        upgrade.session.reset();
        m_socket->skip(size);
        m_unread = true;
        return m_worker.isStopping() ? refuse(503, "the server is stopping")
                                     : refuse(400, "something follows the request for a WebSocket");
    }
    m_state = State::Socket;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->setParent(nullptr);
    m_link = new WebSocketLink(m_worker.limits().socket, std::move(upgrade.session),
                               SocketHandle(m_worker.mailbox(), m_id));
    m_link->setParent(this);
    connect(m_link, &WebSocketLink::gone, this, &ClientConnection::leave);
    m_link->start(socket, m_worker.now());
    return false;
}

void ClientConnection::deliver(const SocketMail &mail)
{
    if (m_state != State::Socket)
        return;
    if (mail.closeCode != 0)
        m_link->close(mail.closeCode, m_worker.now());
    else
        m_link->send(mail.text);
}

} // namespace anteroom
