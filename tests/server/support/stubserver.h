// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <mutex>

namespace anteroom::test {

/// Somebody else's web server on a free port of loopback, in a thread of its own, so that a test may block.
class StubServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QByteArray head;
        QByteArray body;

        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.left(name.size() + 1).compare(name + ':', Qt::CaseInsensitive) == 0)
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };

    struct Reply
    {
        int status = 200;
        QByteArray body;
        bool hangs = false; ///< no answer at all
        bool cuts = false;  ///< the connection is closed instead

        static Reply json(const QJsonObject &object, int status = 200)
        {
            return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
        }
    };
    /// Called in the server's thread.
    using Handler = std::function<Reply(const Request &)>;

    explicit StubServer(Handler handler)
        : m_handler(std::move(handler))
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.listen(QHostAddress::LocalHost);
                m_port = m_server.serverPort();
                QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { take(); });
            },
            Qt::BlockingQueuedConnection);
    }
    ~StubServer()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket *>());
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    StubServer(const StubServer &) = delete;
    StubServer &operator=(const StubServer &) = delete;

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    QVector<Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    /// Those of that method and beginning of the path.
    QVector<Request> requests(const QByteArray &method, const QByteArray &path) const
    {
        QVector<Request> found;
        for (const Request &request : requests()) {
            if (request.method == method && request.path.startsWith(path))
                found.append(request);
        }
        return found;
    }
    void forget()
    {
        const std::lock_guard lock(m_mutex);
        m_requests.clear();
    }

private:
    void take()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray all = socket->property("all").toByteArray() + socket->readAll();
        socket->setProperty("all", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        request.head = all.left(end);
        request.body = all.mid(end + 4);
        if (request.body.size() < request.header("content-length").toLongLong())
            return;
        const QByteArrayList first = request.head.left(request.head.indexOf('\r')).split(' ');
        request.method = first.value(0);
        request.path = first.value(1);
        socket->setProperty("all", QByteArray());
        {
            const std::lock_guard lock(m_mutex);
            m_requests.append(request);
        }
        const Reply reply = m_handler(request);
        if (reply.hangs)
            return;
        if (reply.cuts) {
            socket->abort();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status) +
                      " X\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
    }

    const Handler m_handler;
    mutable std::mutex m_mutex;
    QVector<Request> m_requests;
    QThread m_thread;
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace anteroom::test
