// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/responsehead.h"
#include "server/http/worker.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

/// What the kernel is not asked for is what holds a client back.
constexpr qint64 ReadBuffer = 64 * 1024;

/// One step of an upload or of a pulled body.
constexpr qint64 Block = 64 * 1024;

/// How many steps one connection makes before others have their turn.
constexpr int Turns = 32;

} // namespace

ClientConnection::ClientConnection(Worker &worker, quint64 id, int slot, Listener listener)
    : m_worker(worker)
    , m_id(id)
    , m_slot(slot)
    , m_listener(listener)
{
}

ClientConnection::~ClientConnection() = default;

bool ClientConnection::open(qintptr descriptor, bool tls)
{
    m_tls = tls;
    m_stamp = m_worker.now();
    QSslSocket *secure = nullptr;
    if (tls) {
        secure = new QSslSocket(this);
        secure->setSslConfiguration(m_worker.context().tls.configuration());
        m_socket = secure;
    } else {
        m_socket = new QTcpSocket(this);
    }
    m_socket->setReadBufferSize(ReadBuffer);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        return false;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_peer = unmapped(m_socket->peerAddress());

    connect(m_socket, &QTcpSocket::readyRead, this, &ClientConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ClientConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &ClientConnection::onDisconnected);
    m_worker.context().gate.setIdle(m_slot, m_stamp);
    if (secure) {
        m_state = State::Tls;
        connect(secure, &QSslSocket::encrypted, this, &ClientConnection::onEncrypted);
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &ClientConnection::onBytesWritten);
        secure->startServerEncryption();
    }
    return true;
}

void ClientConnection::onEncrypted()
{
    if (m_state != State::Tls)
        return;
    m_state = State::ReadHead;
    m_stamp = m_worker.now();
    pump();
}

void ClientConnection::onReadyRead()
{
    if (m_state != State::Tls)
        pump();
}

void ClientConnection::onBytesWritten()
{
    m_stamp = m_state == State::Writing ? m_worker.now() : m_stamp;
    if (m_state == State::Writing && !m_sending && continueWriting())
        pump();
}

void ClientConnection::onDisconnected()
{
    leave();
}

/// The one reader: goes on as long as there is something to be done at once.
void ClientConnection::pump()
{
    if (m_pumping)
        return; // the pump below goes on by itself
    m_pumping = true;
    int turns = 0;
    while (step()) {
        if (++turns == Turns) {
            QMetaObject::invokeMethod(this, &ClientConnection::pump, Qt::QueuedConnection);
            break;
        }
    }
    m_pumping = false;
}

/// One step; true where the next one can be made at once.
bool ClientConnection::step()
{
    switch (m_state) {
    case State::ReadHead:
        return readHead();
    case State::ReadBody:
        return readBody();
    case State::Uploading:
        return readUpload();
    case State::Linger:
        return drop();
    default:
        return false; // Working and Writing read nothing
    }
}

bool ClientConnection::readHead()
{
    const auto &limits = m_worker.limits();
    char *scratch = m_worker.scratch();
    const auto peeked = m_socket->peek(scratch, limits.head + 8);
    if (peeked <= 0)
        return false;
    if (!m_headStarted) {
        m_headStarted = true;
        m_stamp = m_worker.now();
    }
    switch (m_scanner.scan(QByteArrayView(scratch, peeked), limits)) {
    case HeadScanner::State::Incomplete:
        return false;
    case HeadScanner::State::Refused:
        m_requestId = m_worker.newRequestId();
        m_unread = true;
        return refuse(m_scanner.refusal().status, m_scanner.refusal().message);
    case HeadScanner::State::Complete:
        break;
    }
    // An upgrade to WebSocket would be decided here: the head is only peeked at, the socket is untouched.
    ParsedHead parsed;
    Refusal refusal;
    const auto size = m_scanner.begin() + m_scanner.length();
    const bool good =
        parseHead(QByteArray(scratch + m_scanner.begin(), m_scanner.length()), limits, parsed, refusal);
    m_socket->skip(size);
    m_scanner.reset();
    m_headStarted = false;
    ++m_sequence;
    WorkerCounters::add(m_worker.counters().bytesIn, quint64(size));

    m_http10 = parsed.http10;
    m_headRequest = parsed.head.method == HttpMethod::Head;
    m_rawPath = parsed.head.rawPath;
    const auto id = parsed.head.headers.view("x-request-id");
    m_requestId = isRequestId(id) ? id.toByteArray() : m_worker.newRequestId();
    if (!good) {
        m_unread = true; // nobody knows where the next request begins
        return refuse(refusal.status, refusal.message);
    }
    return admit(std::move(parsed));
}

/// A head is understood: decides what becomes of its body.
bool ClientConnection::admit(ParsedHead &&parsed)
{
    auto &context = m_worker.context();
    const auto &proxies = context.config.trustedProxies;
    auto &head = parsed.head;
    head.listener = m_listener;
    head.requestId = m_requestId;
    head.peer = proxies.client(m_peer, head.headers);
    head.secure = proxies.isSecure(m_peer, m_tls, head.headers);
    m_keepAlive = parsed.keepAlive;
    context.gate.setBusy(m_slot);
    WorkerCounters::add(m_worker.counters().requests);

    if (head.method == HttpMethod::Post || head.method == HttpMethod::Put) {
        if (auto sink = context.application.createUploadSink(head)) {
            const bool expected = parsed.expectContinue;
            if (head.bodyLength > sink->limits().maxBytes) {
                m_unread = true;
                return refuse(413, "the body is too large");
            }
            if (expected)
                sendContinue();
            return m_state != State::Gone && startUpload(std::move(head), std::move(sink));
        }
    }
    if (!head.hasBody()) {
        HttpRequest request;
        static_cast<RequestHead &>(request) = std::move(head);
        return dispatch(std::move(request));
    }
    const auto limit =
        context.application.bodyLimit(head).value_or(BodyLimit{m_worker.limits().jsonBody, 0, 0});
    if (head.bodyLength > limit.maxBytes) {
        m_unread = true;
        return refuse(413, "the body is too large");
    }
    if (limit.group != 0) {
        if (!context.places.take(limit.group, limit.maxAtOnce)) {
            m_unread = true;
            return refuse(503, "too many large requests at once");
        }
        m_placeGroup = limit.group;
    }
    if (parsed.expectContinue)
        sendContinue();
    if (m_state == State::Gone)
        return false;
    m_reader.start(head.bodyLength, limit.maxBytes);
    return startBody(std::move(head));
}

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
    for (int turn = 0; turn < Turns; ++turn) {
        if (m_upload->underWay() + Block > limits.uploadUnderWay && m_upload->underWay() > 0) {
            m_paused = true;
            m_pausedAt = m_worker.now();
            return false; // credit() goes on
        }
        if (m_block.capacity() < Block)
            m_block.reserve(Block);
        const auto before = m_block.size();
        const auto status = m_reader.read(*m_socket, m_block, Block, m_worker.scratch());
        const auto got = m_block.size() - before;
        if (got > 0)
            m_stamp = m_worker.now();
        m_received += got;
        WorkerCounters::add(m_worker.counters().bytesIn, quint64(got));
        const bool ended = status == BodyReader::Status::Done;
        if (!m_block.isEmpty() && (ended || m_block.size() >= Block))
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

/// Answers by itself and ends the connection.
bool ClientConnection::refuse(int status, const char *message)
{
    auto response = m_worker.context().application.refusal(m_listener, m_rawPath, status, QByteArray(message),
                                                           m_requestId);
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
    } else if (withBody && response.body.size() > Block) {
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
            if (unsent() >= Block)
                return false; // bytesWritten goes on
            if (turn == Turns) {
                QMetaObject::invokeMethod(this, &ClientConnection::onBytesWritten, Qt::QueuedConnection);
                return false;
            }
            const auto block = m_source->read(std::min(Block, m_sourceLeft));
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

void ClientConnection::evict()
{
    if (m_state == State::ReadHead || m_state == State::Linger || m_state == State::Tls)
        abort(UploadSink::Abort::ClientLeft);
    else
        m_closeSoon = true;
}

void ClientConnection::stop()
{
    if (m_state == State::ReadHead || m_state == State::Tls)
        abort(UploadSink::Abort::ClientLeft);
    else if (m_state == State::Linger)
        m_stamp = std::min(m_stamp, m_worker.now() - m_worker.limits().linger.count() + 300);
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

void ClientConnection::sweep(qint64 now)
{
    const auto &limits = m_worker.limits();
    const auto since = now - m_stamp;
    auto &timeouts = m_worker.counters().timeouts;
    switch (m_state) {
    case State::ReadHead:
        if (m_headStarted && since > limits.headTime.count()) {
            WorkerCounters::add(timeouts);
            m_requestId = m_worker.newRequestId();
            m_rawPath.clear();
            m_unread = true;
            if (refuse(408, "the head did not come in time"))
                pump();
        } else if (!m_headStarted && since > (m_sequence > 0 ? limits.idle : limits.headTime).count()) {
            WorkerCounters::add(timeouts);
            abort(UploadSink::Abort::ClientLeft);
        }
        break;
    case State::ReadBody:
    case State::Uploading:
        if (!(m_state == State::Uploading && m_paused) && isTooSlow(now)) {
            WorkerCounters::add(timeouts);
            if (m_upload)
                m_upload->abort(UploadSink::Abort::Stalled);
            m_unread = true;
            if (refuse(408, "the body did not come in time"))
                pump();
        }
        break;
    case State::Tls:
    case State::Writing:
    case State::Linger: {
        const auto limit = m_state == State::Tls       ? limits.headTime
                           : m_state == State::Writing ? limits.writeStall
                                                       : limits.linger;
        if (since > limit.count()) {
            if (m_state != State::Linger)
                WorkerCounters::add(timeouts);
            abort(UploadSink::Abort::ClientLeft);
        }
        break;
    }
    case State::Working:
    case State::Gone:
        break;
    }
}

void ClientConnection::abort(UploadSink::Abort why)
{
    if (m_state == State::Gone)
        return;
    if (m_upload)
        m_upload->abort(why);
    const bool wasLinger = m_state == State::Linger;
    leave();
    if (m_socket) {
        m_socket->disconnect(this);
        if (wasLinger)
            m_socket->close();
        else
            m_socket->abort();
    }
}

/// The connection is over, whoever ended it.
void ClientConnection::leave()
{
    if (m_state == State::Gone)
        return;
    m_state = State::Gone;
    m_source.reset();
    m_request.reset();
    m_early.reset();
    if (m_upload) {
        m_upload.reset();
        WorkerCounters::add(m_worker.counters().uploadsEnded);
    }
    auto &context = m_worker.context();
    if (m_placeGroup != 0)
        context.places.giveBack(std::exchange(m_placeGroup, 0));
    context.gate.release(m_slot);
    m_worker.remove(*this);
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
