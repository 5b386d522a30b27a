// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection answers, and how it ends after an answer.
#include "server/http/connection.h"
#include "server/http/responsehead.h"
#include "server/http/worker.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace anteroom {

/// What is refused next is no request that could be read: nothing of the one before may be left.
void ClientConnection::forgetRequest()
{
    m_requestId = m_worker.newRequestId();
    m_rawPath.clear();
    m_host.clear();
    m_headRequest = false;
    m_http10 = false;
    m_unread = true;
}

bool ClientConnection::takeDirectly(quint64 sequence, HttpResponse &response)
{
    if (!m_dispatching || sequence != m_sequence || m_early)
        return false;
    m_early = std::move(response);
    return true;
}

void ClientConnection::deliver(quint64 sequence, HttpResponse response)
{
    if (sequence != m_sequence)
        return;
    if (m_state == State::Uploading) { // answered before the end of the body
        m_upload->abort(UploadSink::Abort::Answered);
        m_unread = true;
        m_keepAlive = false;
    } else if (m_state != State::Working) {
        return;
    }
    if (send(std::move(response)))
        pump();
}

/// Answers by itself and ends the connection.
bool ClientConnection::refuse(int status, const char *message)
{
    auto response = m_worker.context().application.refusal(
        m_listener, m_host.isEmpty() ? QByteArray() : originOf(m_secure, m_host), m_rawPath, status,
        QByteArray(message), m_requestId);
    response.status = status;
    if (status == 503)
        response.with("Retry-After"_ba, "1"_ba);
    m_keepAlive = false;
    m_request.reset();
    WorkerCounters::add(m_worker.counters().refusals);
    return send(std::move(response));
}

bool ClientConnection::send(HttpResponse &&response)
{
    if (!isSendable(response))
        response = HttpResponse::empty(500);
    if (m_worker.isStopping() || m_closeSoon)
        m_keepAlive = false;
    auto &counters = m_worker.counters();
    WorkerCounters::add(counters.answers[size_t(response.status / 100)]);

    auto &out = m_worker.answerBuffer();
    out.resize(0);
    appendResponseHead(out, response, {m_headRequest, m_http10, m_keepAlive, m_requestId});
    const bool withBody = !m_headRequest && !hasNoBody(response.status);
    m_source.reset();
    m_sourceLeft = 0;
    qint64 size = out.size();
    m_state = State::Writing;
    m_sending = true;
    if (withBody && response.source) {
        m_source = std::move(response.source);
        m_sourceLeft = m_source->size();
        m_socket->write(out.constData(), out.size());
    } else if (withBody && response.body.size() > ConnectionBlock) {
        size += response.body.size();
        m_socket->write(out.constData(), out.size());
        m_socket->write(response.body); // shared, not copied
    } else {
        if (withBody)
            out.append(response.body);
        size = out.size();
        m_socket->write(out.constData(), out.size());
    }
    WorkerCounters::add(counters.bytesOut, quint64(size));
    m_stamp = m_worker.now();
    if (!m_source) // before the client can have it, so that whoever comes next finds this one idle
        m_worker.context().gate.setIdle(m_slot, m_stamp);
    m_socket->flush();
    m_sending = false;
    if (m_state != State::Writing)
        return false; // the client left meanwhile
    return continueWriting();
}

/// Sends what is left of an answer; true where the next request may be read.
bool ClientConnection::continueWriting()
{
    for (int turn = 0; m_state == State::Writing; ++turn) {
        if (m_source && m_sourceLeft > 0) {
            if (unsent() >= ConnectionBlock)
                return false; // bytesWritten goes on
            if (turn == ConnectionTurns) {
                QMetaObject::invokeMethod(this, &ClientConnection::onBytesWritten, Qt::QueuedConnection);
                return false;
            }
            const auto block = m_source->read(std::min(ConnectionBlock, m_sourceLeft));
            if (block.isEmpty() || block.size() > m_sourceLeft) {
                abort(UploadSink::Abort::ClientLeft); // a body that is cut tells the client
                return false;
            }
            m_sourceLeft -= block.size();
            WorkerCounters::add(m_worker.counters().bytesOut, quint64(block.size()));
            m_sending = true;
            m_socket->write(block);
            if (m_state == State::Writing)
                m_socket->flush();
            m_sending = false;
            continue;
        }
        return unsent() == 0 && answered();
    }
    return false;
}

/// The answer is with the kernel.
bool ClientConnection::answered()
{
    m_source.reset();
    m_early.reset();
    if (m_upload) {
        m_upload.reset();
        m_block = {};
        WorkerCounters::add(m_worker.counters().uploadsEnded);
    }
    if (m_placeGroup != 0)
        m_worker.context().places.giveBack(std::exchange(m_placeGroup, 0));
    if (!m_keepAlive || m_closeSoon || m_worker.isStopping())
        return finish();
    m_state = State::ReadHead;
    becomeIdle();
    return true;
}

void ClientConnection::becomeIdle()
{
    m_stamp = m_worker.now();
    m_worker.context().gate.setIdle(m_slot, m_stamp);
}

/// Ends the connection so that the answer arrives: bytes that nobody reads would have the kernel send a
/// reset, which takes the answer with it.
bool ClientConnection::finish()
{
    m_state = State::Linger;
    m_received = 0;
    becomeIdle();
    if (m_worker.isStopping())
        lingerShortly();
    if (!m_tls) {
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
    } else if (!m_unread) {
        m_socket->disconnectFromHost(); // says so to the client; disconnected follows
        return false;
    }
    return m_state == State::Linger;
}

bool ClientConnection::drop()
{
    for (;;) {
        const auto got = m_socket->read(m_worker.scratch(), BodyReader::ScratchSize);
        if (got <= 0)
            return false;
        m_received += got;
        if (m_received > m_worker.limits().lingerBytes) {
            abort(UploadSink::Abort::ClientLeft);
            return false;
        }
    }
}

void ClientConnection::sendContinue()
{
    if (m_socket->bytesAvailable() > 0)
        return; // the client did not wait
    m_sending = true;
    m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_socket->flush();
    m_sending = false;
}

void ClientConnection::lingerShortly()
{
    m_stamp = std::min(m_stamp, m_worker.now() - m_worker.limits().linger.count() + 300);
}

qint64 ClientConnection::unsent() const
{
    auto left = m_socket->bytesToWrite();
    if (m_tls)
        left += static_cast<QSslSocket *>(m_socket)->encryptedBytesToWrite();
    return left;
}

Ticket ClientConnection::ticket() const
{
    return Ticket(m_worker.mailbox(), m_id, m_sequence);
}

} // namespace anteroom
