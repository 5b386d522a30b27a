// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace anteroom {

/// Close codes (RFC 6455 §7.4); from 4000 on they are an application's own.
namespace SocketClose {
inline constexpr quint16 Normal = 1000;
inline constexpr quint16 GoingAway = 1001;
inline constexpr quint16 NotText = 1003;
inline constexpr quint16 Policy = 1008;
} // namespace SocketClose

/// Where messages for WebSockets go: a worker's mailbox, or what a test puts in its place.
class SocketPort
{
public:
    SocketPort() = default;
    SocketPort(const SocketPort &) = delete;
    SocketPort &operator=(const SocketPort &) = delete;
    virtual ~SocketPort() = default;

    /// Any thread, without blocking, in the order given.
    virtual void sendText(quint64 connection, const QByteArray &text) = 0;
    virtual void closeSocket(quint64 connection, quint16 code) = 0;
};

/// The way to one open WebSocket: may be kept for ever, copied, and used in any thread. What comes for one
/// that has gone is dropped silently.
class SocketHandle
{
public:
    SocketHandle() = default;
    SocketHandle(std::shared_ptr<SocketPort> port, quint64 connection)
        : m_port(std::move(port))
        , m_connection(connection)
    {
    }

    /// One text message; `text` is UTF-8.
    void send(const QByteArray &text) const
    {
        if (m_port)
            m_port->sendText(m_connection, text);
    }

    /// Hears nothing more from the client, gives it two seconds to read what was sent and to close by
    /// itself, then closes with `code`.
    void close(quint16 code) const
    {
        if (m_port)
            m_port->closeSocket(m_connection, code);
    }

    bool isNull() const { return !m_port; }
    quint64 connection() const { return m_connection; } ///< unique in the server's life

    friend bool operator==(const SocketHandle &a, const SocketHandle &b)
    {
        return a.m_port == b.m_port && a.m_connection == b.m_connection;
    }

private:
    std::shared_ptr<SocketPort> m_port;
    quint64 m_connection = 0;
};

/// What happens on one WebSocket. Made, used and destroyed in its worker's thread; must not block.
class SocketSession
{
public:
    SocketSession() = default;
    SocketSession(const SocketSession &) = delete;
    SocketSession &operator=(const SocketSession &) = delete;
    virtual ~SocketSession() = default;

    virtual void opened(const SocketHandle &socket) = 0;
    virtual void received(const QByteArray &text) = 0; ///< one whole text message, valid UTF-8
    /// Gone, whoever ended it: the last call. Not called where opened() was not.
    virtual void closed() = 0;
};

/// What a route says to a client that wants a WebSocket: a session, or a refusal in its place.
struct SocketUpgrade
{
    std::unique_ptr<SocketSession> session;
    HttpResponse refusal; ///< where there is no session
};

} // namespace anteroom
