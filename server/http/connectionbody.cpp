// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection reads a request's body and has the request served.
#include "server/http/connection.h"
#include "server/http/worker.h"

#include <QTcpSocket>

#include <algorithm>
#include <limits>

namespace anteroom {

bool ClientConnection::startBody(RequestHead &&head)
{
    m_request.emplace();
    static_cast<RequestHead &>(*m_request) = std::move(head);
    m_state = State::ReadBody;
    m_stamp = m_bodyStart = m_worker.now();
    m_received = 0;
    return true;
}

bool ClientConnection::readBody()
{
    auto &body = m_request->body;
    const auto before = body.size();
    // Grows by doubling, and with what has come only: an announced length alone takes no memory.
    const auto atHand = m_socket->bytesAvailable();
    if (body.capacity() < before + atHand)
        body.reserve(
            std::max<qsizetype>(before + atHand, std::min<qsizetype>(before * 2, before + 8'000'000)));
    const auto status =
        m_reader.read(*m_socket, body, std::numeric_limits<qsizetype>::max(), m_worker.scratch());
    const auto got = body.size() - before;
    if (got > 0)
        m_stamp = m_worker.now();
    m_received += got;
    WorkerCounters::add(m_worker.counters().bytesIn, quint64(got));
    switch (status) {
    case BodyReader::Status::More:
    case BodyReader::Status::Full:
        return false;
    case BodyReader::Status::TooLarge:
        m_unread = true;
        return refuse(413, "the body is too large");
    case BodyReader::Status::Bad:
        m_unread = true;
        return refuse(400, "malformed chunk");
    case BodyReader::Status::Done:
        break;
    }
    auto request = std::move(*m_request);
    m_request.reset();
    return dispatch(std::move(request));
}

/// Has the handler called by QtHttpServer; the answer may be there when it returns.
bool ClientConnection::dispatch(HttpRequest &&request)
{
    m_state = State::Working;
    request.ticket = ticket();
    m_dispatching = true;
    const auto outcome = m_worker.dispatch(*this, std::move(request));
    m_dispatching = false;
    if (m_state != State::Working)
        return false;
    if (m_early) {
        auto response = std::move(*m_early);
        m_early.reset();
        return send(std::move(response));
    }
    if (outcome == HttpServerBridge::Outcome::Threw)
        return refuse(500, "internal error");
    if (outcome == HttpServerBridge::Outcome::NotServed)
        return refuse(400, "the request could not be read");
    return false;
}

bool ClientConnection::startUpload(RequestHead &&head, std::unique_ptr<UploadSink> sink)
{
    m_upload = std::make_unique<Upload>(m_worker.context().io, m_worker.mailbox(), std::move(sink));
    WorkerCounters::add(m_worker.counters().uploadsBegun);
    m_reader.start(head.bodyLength, m_upload->limits().maxBytes);
    m_upload->begin(std::move(head), ticket());
    m_state = State::Uploading;
    m_stamp = m_bodyStart = m_worker.now();
    m_received = 0;
    m_paused = false;
    return true;
}

bool ClientConnection::readUpload()
{
    const auto &limits = m_worker.limits();
    for (int turn = 0; turn < ConnectionTurns; ++turn) {
        if (m_upload->underWay() + ConnectionBlock > limits.uploadUnderWay && m_upload->underWay() > 0) {
            m_paused = true;
            m_pausedAt = m_worker.now();
            return false; // credit() goes on
        }
        if (m_block.capacity() < ConnectionBlock)
            m_block.reserve(ConnectionBlock);
        const auto before = m_block.size();
        const auto status = m_reader.read(*m_socket, m_block, ConnectionBlock, m_worker.scratch());
        const auto got = m_block.size() - before;
        if (got > 0)
            m_stamp = m_worker.now();
        m_received += got;
        WorkerCounters::add(m_worker.counters().bytesIn, quint64(got));
        const bool ended = status == BodyReader::Status::Done;
        if (!m_block.isEmpty() && (ended || m_block.size() >= ConnectionBlock))
            m_upload->write(std::exchange(m_block, {}));
        switch (status) {
        case BodyReader::Status::More:
            return false;
        case BodyReader::Status::Full:
            continue;
        case BodyReader::Status::TooLarge:
            m_upload->abort(UploadSink::Abort::TooLarge);
            m_unread = true;
            return refuse(413, "the body is too large");
        case BodyReader::Status::Bad:
            m_upload->abort(UploadSink::Abort::BadFraming);
            m_unread = true;
            return refuse(400, "malformed chunk");
        case BodyReader::Status::Done:
            m_upload->end();
            m_state = State::Working;
            return false;
        }
    }
    return true; // others first
}

void ClientConnection::credit(quint64 sequence, qint64 bytes)
{
    if (sequence != m_sequence || !m_upload)
        return;
    m_upload->credit(bytes);
    if (m_state != State::Uploading || !m_paused)
        return;
    m_paused = false;
    const auto now = m_worker.now();
    m_bodyStart += now - m_pausedAt; // that the disk is slow is not the client's fault
    m_stamp = now;
    pump();
}

bool ClientConnection::isTooSlow(qint64 now) const
{
    const auto &limits = m_worker.limits();
    const auto stall =
        m_state == State::Uploading ? std::chrono::milliseconds(m_upload->limits().stall) : limits.bodyStall;
    if (now - m_stamp > stall.count())
        return true;
    const auto elapsed = now - m_bodyStart;
    return elapsed > limits.bodyGrace.count() && m_received * 1000 < limits.bodyRate * elapsed;
}

} // namespace anteroom
