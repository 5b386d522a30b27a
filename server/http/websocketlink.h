// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/limits.h"
#include "server/http/websocket.h"

#include <QObject>
#include <QPointer>

class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace anteroom {

struct RequestHead;

/// Whether a GET asks for a WebSocket at all (RFC 6455 §4.1); whether well, is refusalOfUpgrade()'s matter.
bool wantsWebSocket(const RequestHead &head);

/// The answer to an upgrade that is malformed (400) or of another version (426); nothing: it will do.
std::optional<HttpResponse> refusalOfUpgrade(const RequestHead &head);

/// One connection after its upgrade: Qt's WebSocket with limits around it. Silent clients are pinged and then
/// cut, hurried ones are closed, and so are those that take nothing. Lives in its worker's thread.
class WebSocketLink final : public QObject
{
    Q_OBJECT

public:
    WebSocketLink(const SocketLimits &limits, std::unique_ptr<SocketSession> session, SocketHandle handle);
    ~WebSocketLink() override;

    /// Takes the socket over, whose unread bytes are the whole head of the upgrade and nothing else.
    void start(QTcpSocket *socket, qint64 now);

    void send(const QByteArray &text);
    void close(quint16 code, qint64 now); ///< as SocketHandle::close()
    void closeNow(quint16 code);          ///< says so and ends
    void abort();                         ///< ends without a word
    void sweep(qint64 now);               ///< milliseconds of the worker's clock
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    /// It is over; the session has been told.
    void gone();

private:
    void onHandshake();
    void onFrame(qsizetype bytes);
    void onText(const QString &text);
    void finish();
    bool takeFromBucket(qsizetype bytes);
    qint64 unsent() const;

    const SocketLimits m_limits;
    std::unique_ptr<SocketSession> m_session;
    const SocketHandle m_handle;
    QWebSocketServer *m_server = nullptr; ///< a child, for the handshake
    QWebSocket *m_web = nullptr;          ///< a child, once it is open
    QPointer<QTcpSocket> m_socket;
    qint64 m_now = 0;     ///< as of the last sweep
    qint64 m_heard = 0;   ///< when something came
    qint64 m_pinged = 0;  ///< when it was pinged
    qint64 m_closing = 0; ///< since when it is to end; 0: it is not
    quint16 m_closeCode = SocketClose::Normal;
    double m_messages = 0; ///< left in the bucket
    double m_bytes = 0;
    qint64 m_filled = 0; ///< when the buckets were filled up, milliseconds
    bool m_open = false;
    bool m_deaf = false; ///< nothing it says counts any more
    bool m_finished = false;
};

} // namespace anteroom
