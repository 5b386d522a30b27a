// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

namespace anteroom {

/// A web server of the test's on a free port of loopback: answers each request with what comes next in
/// `answers`, or with 200 where that is empty.
class Receiver final : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        QByteArray head;
        QByteArray body;

        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.left(name.size() + 1).compare(name + ':', Qt::CaseInsensitive) == 0)
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
    };

    static inline const QByteArray hang = "hang", cut = "cut", endless = "endless";
    /// At the end of an answer: the connection is closed after it.
    static inline const QByteArray cutAfter = "<cut>";

    static QByteArray status(int code, const QByteArray &more = {})
    {
        return "HTTP/1.1 " + QByteArray::number(code) + " X\r\nContent-Length: 0\r\n" + more + "\r\n";
    }

    Receiver()
    {
        m_plain.listen(QHostAddress::LocalHost);
        connect(&m_plain, &QTcpServer::newConnection, this, [this] { take(m_plain); });
    }

    /// Answers by TLS from now on.
    void useTls(const QSslCertificate &certificate, const QSslKey &key)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate);
        configuration.setPrivateKey(key);
        m_secure.setSslConfiguration(configuration);
        m_secure.listen(QHostAddress::LocalHost);
        connect(&m_secure, &QTcpServer::pendingConnectionAvailable, this, [this] { take(m_secure); });
    }

    quint16 port() const { return m_secure.isListening() ? m_secure.serverPort() : m_plain.serverPort(); }
    QString url(const QString &path = QStringLiteral("/hook")) const
    {
        return QStringLiteral("http://127.0.0.1:%1%2").arg(m_plain.serverPort()).arg(path);
    }
    void close() { m_plain.close(); }
    /// Closes the connections that are open, as a server does with idle ones.
    void closeConnections()
    {
        for (QTcpSocket *socket : m_plain.findChildren<QTcpSocket *>()) {
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState)
                socket->waitForDisconnected(patience);
        }
    }

    QByteArrayList answers;
    QVector<Request> requests;
    qint64 sent = 0;     ///< bytes of the endless answer
    int connections = 0; ///< that were opened

private:
    void take(QTcpServer &server)
    {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            ++connections;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray all = socket->property("all").toByteArray() + socket->readAll();
        socket->setProperty("all", all);
        const qsizetype end = all.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const Request request{all.left(end), all.mid(end + 4)};
        if (request.body.size() < request.header("content-length").toLongLong())
            return;
        requests.append(request);
        socket->setProperty("all", QByteArray());
        const QByteArray answer = answers.isEmpty() ? status(200) : answers.takeFirst();
        if (answer == hang)
            return;
        if (answer == cut) {
            socket->abort();
            return;
        }
        if (answer == endless) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n");
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { pour(socket); });
            return;
        }
        if (answer.endsWith(cutAfter)) {
            socket->write(answer.chopped(cutAfter.size()));
            socket->disconnectFromHost();
            return;
        }
        socket->write(answer);
    }

    void pour(QTcpSocket *socket)
    {
        if (socket->bytesToWrite() > 0)
            return;
        sent += socket->write(QByteArray(65536, 'x'));
    }

    QTcpServer m_plain;
    QSslServer m_secure;
};

} // namespace anteroom
