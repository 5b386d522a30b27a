// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/fedsocket.h"

#include <QHostAddress>

#include <algorithm>
#include <cstring>

namespace anteroom {

FedSocket::FedSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setPeerAddress(QHostAddress::LocalHost);
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
}

FedSocket::~FedSocket()
{
    // The base would otherwise try to end a connection that never was.
    setSocketState(QAbstractSocket::UnconnectedState);
}

void FedSocket::feed(QByteArrayView head, QByteArray body)
{
    m_head = head;
    m_body = std::move(body);
    m_at = 0;
    Q_EMIT readyRead();
}

void FedSocket::forget()
{
    m_head = {};
    m_body.clear();
    m_at = 0;
}

void FedSocket::hangUp()
{
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
}

qint64 FedSocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + unread();
}

qint64 FedSocket::readData(char *data, qint64 maxSize)
{
    const bool inHead = m_at < m_head.size();
    const auto from = inHead ? m_head : QByteArrayView(m_body);
    const auto offset = inHead ? m_at : m_at - m_head.size();
    const auto count = std::min<qint64>(maxSize, from.size() - offset);
    if (count <= 0)
        return 0; // not -1: the connection is not at its end
    memcpy(data, from.data() + offset, size_t(count));
    m_at += count;
    return count;
}

qint64 FedSocket::readLineData(char *data, qint64 maxSize)
{
    qint64 count = 0;
    while (count < maxSize && readData(data + count, 1) == 1) {
        if (data[count++] == '\n')
            break;
    }
    return count;
}

qint64 FedSocket::skipData(qint64 maxSize)
{
    const auto count = std::min(maxSize, unread());
    m_at += count;
    return count;
}

qint64 FedSocket::writeData(const char *, qint64 size)
{
    return size; // answers go by ticket; nothing that the reader writes reaches the client
}

} // namespace anteroom
