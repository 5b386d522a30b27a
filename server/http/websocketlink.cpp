// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/websocketlink.h"

#include "server/http/request.h"

#include <QSslSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

bool listHas(const HttpHeaders &headers, QByteArrayView name, QByteArrayView member)
{
    for (const QByteArray &field : headers.values(name)) {
        for (const QByteArray &one : field.split(',')) {
            if (one.trimmed().compare(member, Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

qint64 steadyMs()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

} // namespace

bool wantsWebSocket(const RequestHead &head)
{
    return head.method == HttpMethod::Get && !head.hasBody() &&
           listHas(head.headers, "connection", "upgrade") && listHas(head.headers, "upgrade", "websocket");
}

std::optional<HttpResponse> refusalOfUpgrade(const RequestHead &head)
{
    const auto &headers = head.headers;
    if (headers.count("sec-websocket-version") != 1 || headers.view("sec-websocket-version") != "13")
        return HttpResponse::empty(426)
            .with("Upgrade"_ba, "websocket")
            .with("Sec-WebSocket-Version"_ba, "13");
    const auto key = QByteArray::fromBase64Encoding(headers.value("sec-websocket-key"),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    if (headers.count("sec-websocket-key") != 1 || !key || key.decoded.size() != 16 ||
        headers.count("host") != 1 || headers.count("upgrade") != 1 || headers.count("origin") > 1)
        return HttpResponse::empty(400);
    return std::nullopt;
}

WebSocketLink::WebSocketLink(const SocketLimits &limits, std::unique_ptr<SocketSession> session,
                             SocketHandle handle)
    : m_limits(limits)
    , m_session(std::move(session))
    , m_handle(std::move(handle))
    , m_messages(limits.messageBurst)
    , m_bytes(double(limits.byteBurst))
    , m_filled(steadyMs())
{
}

WebSocketLink::~WebSocketLink()
{
    if (m_web)
        m_web->disconnect(this);
    delete m_socket; // where the handshake was not through
}

void WebSocketLink::start(QTcpSocket *socket, qint64 now)
{
    m_now = m_heard = m_pinged = now;
    m_socket = socket;
    // One for each handshake: with one for all nobody could tell whose WebSocket came out of it.
    m_server = new QWebSocketServer(u"Anteroom"_s, QWebSocketServer::NonSecureMode, this);
    connect(m_server, &QWebSocketServer::newConnection, this, &WebSocketLink::onHandshake);
    connect(socket, &QTcpSocket::disconnected, this, &WebSocketLink::finish);
    m_server->handleConnection(socket);
}

void WebSocketLink::onHandshake()
{
    if (m_finished)
        return;
    m_web = m_server->nextPendingConnection();
    m_web->setParent(this);
    m_web->setMaxAllowedIncomingFrameSize(m_limits.frame);
    m_web->setMaxAllowedIncomingMessageSize(m_limits.frame);
    m_server->deleteLater();
    m_server = nullptr;
    connect(m_web, &QWebSocket::disconnected, this, &WebSocketLink::finish);
    connect(m_web, &QWebSocket::pong, this, [this] { m_heard = m_now; });
    connect(m_web, &QWebSocket::textFrameReceived, this,
            [this](const QString &frame) { onFrame(frame.size()); });
    connect(m_web, &QWebSocket::binaryFrameReceived, this, [this] {
        if (!m_deaf)
            closeNow(SocketClose::NotText);
    });
    connect(m_web, &QWebSocket::textMessageReceived, this, &WebSocketLink::onText);
    m_open = true;
    m_session->opened(m_handle);
}

// Frames are counted, not messages: one message may come in any number of them.
void WebSocketLink::onFrame(qsizetype bytes)
{
    m_heard = m_now;
    if (!m_deaf && !takeFromBucket(bytes))
        closeNow(SocketClose::Policy);
}

void WebSocketLink::onText(const QString &text)
{
    if (!m_deaf && !m_finished)
        m_session->received(text.toUtf8());
}

bool WebSocketLink::takeFromBucket(qsizetype bytes)
{
    const qint64 now = steadyMs();
    const double passed = double(now - m_filled) / 1000;
    m_filled = now;
    m_messages =
        std::min(double(m_limits.messageBurst), m_messages + passed * m_limits.messagesPerSecond) - 1;
    m_bytes = std::min(double(m_limits.byteBurst), m_bytes + passed * double(m_limits.bytesPerSecond)) -
              double(bytes);
    return m_messages >= 0 && m_bytes >= 0;
}

void WebSocketLink::send(const QByteArray &text)
{
    if (!m_open || m_finished || m_closing != 0)
        return;
    m_web->sendTextMessage(QString::fromUtf8(text));
    if (unsent() > m_limits.unsent)
        abort();
}

// With TLS what is encrypted already waits in a buffer of its own.
qint64 WebSocketLink::unsent() const
{
    if (!m_socket)
        return 0;
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket.data());
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

void WebSocketLink::close(quint16 code, qint64 now)
{
    if (m_finished || m_closing != 0)
        return;
    m_deaf = true;
    m_closing = now;
    m_closeCode = code;
}

void WebSocketLink::closeNow(quint16 code)
{
    if (m_finished)
        return;
    m_deaf = true;
    m_closing = m_now;
    if (!m_open) {
        abort();
        return;
    }
    m_web->close(QWebSocketProtocol::CloseCode(code));
}

void WebSocketLink::abort()
{
    if (m_finished)
        return;
    m_deaf = true;
    if (m_web)
        m_web->abort();
    else if (m_socket)
        m_socket->abort();
    finish();
}

void WebSocketLink::sweep(qint64 now)
{
    m_now = now;
    if (m_finished)
        return;
    if (m_closing != 0) {
        const auto since = now - m_closing;
        if (since > 2 * m_limits.farewell.count())
            abort();
        else if (since > m_limits.farewell.count() && m_open && m_web->isValid())
            m_web->close(QWebSocketProtocol::CloseCode(m_closeCode));
        return;
    }
    if (now - m_heard > m_limits.silence.count() || unsent() > m_limits.unsent) {
        abort();
        return;
    }
    if (m_open && now - m_pinged > m_limits.ping.count()) {
        m_pinged = now;
        m_web->ping();
    }
}

void WebSocketLink::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    if (m_open)
        m_session->closed();
    m_open = false;
    Q_EMIT gone();
}

} // namespace anteroom
