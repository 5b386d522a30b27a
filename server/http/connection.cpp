// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/websocketlink.h"
#include "server/http/worker.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

#include <unistd.h>

namespace anteroom {

namespace {

/// What the kernel is not asked for is what holds a client back.
constexpr qint64 ReadBuffer = 64 * 1024;

/// A body up to this comes at once and costs nothing to read: no need to ask about its head first.
constexpr qint64 smallBody = 16 * 1024;

/// How long an answer may stand still whose connection is to make room for another.
constexpr std::chrono::milliseconds EvictedStall{1'000};

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
        if (++turns == ConnectionTurns) {
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
        forgetRequest();
        return refuse(m_scanner.refusal().status, m_scanner.refusal().message);
    case HeadScanner::State::Complete:
        break;
    }
    ParsedHead parsed;
    Refusal refusal;
    const auto size = m_scanner.begin() + m_scanner.length();
    const bool good =
        parseHead(QByteArray(scratch + m_scanner.begin(), m_scanner.length()), limits, parsed, refusal);
    // Up to here the head was only peeked at: a WebSocket begins with reading it once more.
    const bool wantsSocket =
        good && m_listener == Listener::Patient && !parsed.http10 && wantsWebSocket(parsed.head);
    if (wantsSocket)
        m_socket->skip(m_scanner.begin());
    else
        m_socket->skip(size);
    const auto length = m_scanner.length();
    m_scanner.reset();
    m_headStarted = false;
    ++m_sequence;
    WorkerCounters::add(m_worker.counters().bytesIn, quint64(size));

    m_http10 = parsed.http10;
    m_headRequest = parsed.head.method == HttpMethod::Head;
    m_rawPath = parsed.head.rawPath;
    m_host = parsed.head.headers.value("host");
    m_secure = m_tls;
    const auto id = parsed.head.headers.view("x-request-id");
    m_requestId = isRequestId(id) ? id.toByteArray() : m_worker.newRequestId();
    if (!good) {
        m_unread = true; // nobody knows where the next request begins
        return refuse(refusal.status, refusal.message);
    }
    complete(parsed);
    if (wantsSocket) {
        if (auto upgrade = m_worker.upgrade(parsed.head))
            return openSocket(*std::move(upgrade), length);
        m_socket->skip(length);
    }
    return admit(std::move(parsed));
}

/// What the head itself does not know.
void ClientConnection::complete(ParsedHead &parsed)
{
    auto &context = m_worker.context();
    const auto &proxies = context.config.trustedProxies;
    auto &head = parsed.head;
    head.listener = m_listener;
    head.requestId = m_requestId;
    head.peer = proxies.client(m_peer, head.headers);
    head.secure = proxies.isSecure(m_peer, m_tls, head.headers);
    m_secure = head.secure;
    m_keepAlive = parsed.keepAlive;
    context.gate.setBusy(m_slot);
    WorkerCounters::add(m_worker.counters().requests);
}

/// A head is understood: decides what becomes of its body.
bool ClientConnection::admit(ParsedHead &&parsed)
{
    auto &context = m_worker.context();
    auto &head = parsed.head;
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
    // Who is to be refused anyway holds no place, and is not listened to.
    const bool isLarge = limit.group != 0 || head.bodyLength < 0 || head.bodyLength > smallBody;
    if (isLarge && !m_worker.admits(head)) {
        m_unread = true;
        m_keepAlive = false;
        HttpRequest request;
        static_cast<RequestHead &>(request) = std::move(head);
        return dispatch(std::move(request));
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

void ClientConnection::evict()
{
    if (m_state == State::ReadHead || m_state == State::Linger || m_state == State::Tls)
        abort(UploadSink::Abort::ClientLeft);
    else if (m_state == State::Socket)
        m_link->closeNow(SocketClose::GoingAway);
    else
        m_closeSoon = true; // and sweep() sees to it that the client takes its answer
}

void ClientConnection::stop()
{
    if (m_state == State::ReadHead || m_state == State::Tls)
        abort(UploadSink::Abort::ClientLeft);
    else if (m_state == State::Socket)
        m_link->closeNow(SocketClose::GoingAway);
    else if (m_state == State::Linger)
        lingerShortly();
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
            forgetRequest();
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
        const auto writeStall = m_closeSoon ? std::min(limits.writeStall, EvictedStall) : limits.writeStall;
        const auto limit = m_state == State::Tls       ? limits.headTime
                           : m_state == State::Writing ? writeStall
                                                       : limits.linger;
        if (since > limit.count()) {
            if (m_state != State::Linger)
                WorkerCounters::add(timeouts);
            abort(UploadSink::Abort::ClientLeft);
        }
        break;
    }
    case State::Socket:
        m_link->sweep(now);
        break;
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
    if (m_state == State::Socket) {
        m_link->abort(); // leave() follows
        return;
    }
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

} // namespace anteroom
