// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace anteroom {

/// A socket without a network: whoever was given it reads what feed() is handed. QtHttpServer gets this one,
/// so that the real socket, its framing and its end stay out of its reach.
class FedSocket final : public QTcpSocket
{
    Q_OBJECT

public:
    explicit FedSocket(QObject *parent = nullptr);
    ~FedSocket() override;

    /// Hands over one whole message and tells the reader; returns when the reader has returned.
    void feed(QByteArrayView head, QByteArray body);

    /// Lets go of what was fed, for which isDrained() is to be asked before.
    void forget();

    /// Whether the reader took every byte.
    bool isDrained() const { return unread() == 0 && QTcpSocket::bytesAvailable() == 0; }

    /// Whether the reader wanted the connection to end: it could not read the message.
    bool isHungUp() const { return m_hungUp; }

    /// Tells the reader that the peer has gone. The reader deletes this object later.
    void hangUp();

    qint64 bytesAvailable() const override;
    qint64 bytesToWrite() const override { return 0; }
    void close() override { m_hungUp = true; }
    void disconnectFromHost() override { m_hungUp = true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 readLineData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 unread() const { return m_head.size() + m_body.size() - m_at; }

    QByteArrayView m_head; ///< the caller's, while feed() runs
    QByteArray m_body;
    qint64 m_at = 0;
    bool m_hungUp = false;
};

} // namespace anteroom
