// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/transportfixture.h"

#include "server/http/websocketlink.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace anteroom::test {

namespace {

class PatternSource final : public BodySource
{
public:
    PatternSource(TestApplication &application, qint64 size, qint64 failAt)
        : m_application(application)
        , m_size(size)
        , m_failAt(failAt)
    {
        ++m_application.sourcesAlive;
    }
    ~PatternSource() override { --m_application.sourcesAlive; }
    qint64 size() const override { return m_size; }
    QByteArray read(qint64 maxBytes) override
    {
        if (m_failAt >= 0 && m_at >= m_failAt)
            return {};
        const QByteArray block(std::min(maxBytes, m_size - m_at), 'p');
        m_at += block.size();
        return block;
    }

private:
    TestApplication &m_application;
    const qint64 m_size;
    const qint64 m_failAt;
    qint64 m_at = 0;
};

class TestSink final : public UploadSink
{
public:
    TestSink(std::shared_ptr<UploadRecord> record, Limits limits)
        : m_record(std::move(record))
        , m_limits(limits)
    {
    }
    ~TestSink() override
    {
        const std::lock_guard lock(m_record->mutex);
        m_record->destroyed = true;
    }
    Limits limits() const override { return m_limits; }
    void begin(RequestHead &&head, Ticket ticket) override
    {
        m_ticket = ticket;
        {
            const std::lock_guard lock(m_record->mutex);
            m_record->begun = true;
        }
        if (head.rawQuery == "refuse")
            ticket.respond(HttpResponse::text(403, "no"_ba));
    }
    void write(const QByteArray &block) override
    {
        if (m_record->slow)
            m_record->gate.acquire();
        const std::lock_guard lock(m_record->mutex);
        m_hash.addData(block);
        m_record->bytes += block.size();
        m_record->largestBlock = std::max(m_record->largestBlock, block.size());
    }
    void end() override
    {
        const std::lock_guard lock(m_record->mutex);
        m_record->ended = true;
        m_record->sum = m_hash.result().toHex();
        m_ticket.respond(HttpResponse::text(201, m_record->sum));
    }
    void aborted(Abort why) override
    {
        const std::lock_guard lock(m_record->mutex);
        m_record->aborted = why;
    }

private:
    std::shared_ptr<UploadRecord> m_record;
    const Limits m_limits;
    Ticket m_ticket;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

class EchoSession final : public SocketSession
{
public:
    explicit EchoSession(std::shared_ptr<SocketRecord> record)
        : m_record(std::move(record))
    {
    }
    ~EchoSession() override
    {
        const std::lock_guard lock(m_record->mutex);
        ++m_record->destroyed;
    }
    void opened(const SocketHandle &socket) override
    {
        const std::lock_guard lock(m_record->mutex);
        m_socket = socket;
        m_record->open.push_back(socket);
        ++m_record->opened;
    }
    void received(const QByteArray &text) override
    {
        if (text.startsWith("large "))
            m_socket.send(QByteArray(text.mid(6).toInt(), 'x'));
        else if (text == "bye")
            m_socket.close(4321);
        else
            m_socket.send(text);
        const std::lock_guard lock(m_record->mutex);
        m_record->texts.append(text);
    }
    void closed() override
    {
        const std::lock_guard lock(m_record->mutex);
        ++m_record->closed;
    }

private:
    std::shared_ptr<SocketRecord> m_record;
    SocketHandle m_socket;
};

} // namespace

class TestHandler final : public RequestHandler
{
public:
    TestHandler(TestApplication &application, int worker)
        : m_application(application)
        , m_worker(worker)
    {
    }

    std::optional<SocketUpgrade> upgrade(const RequestHead &head) override
    {
        if (!head.rawPath.startsWith("/room/") || !head.rawPath.endsWith("/signal"))
            return std::nullopt;
        SocketUpgrade upgrade;
        if (head.rawQuery == "refuse")
            upgrade.refusal = HttpResponse::text(403, "no"_ba);
        else if (auto refused = refusalOfUpgrade(head))
            upgrade.refusal = *std::move(refused);
        else
            upgrade.session = std::make_unique<EchoSession>(m_application.sockets);
        return upgrade;
    }

    void handle(HttpRequest &&request) override
    {
        ++m_application.handled;
        const auto &path = request.rawPath;
        const auto &ticket = request.ticket;
        if (path == "/fixed") {
            ticket.respond(HttpResponse::json(200, R"({"ok":true})"_ba));
        } else if (path == "/echo") {
            auto response = HttpResponse::json(200, request.body);
            ticket.respond(std::move(response).with("x-method"_ba, request.methodText));
        } else if (path == "/later") {
            const std::lock_guard lock(m_application.m_mutex);
            m_application.m_tickets.push_back(ticket);
        } else if (path == "/twice") {
            ticket.respond(HttpResponse::text(200, "first"_ba));
            ticket.respond(HttpResponse::text(200, "second"_ba));
        } else if (path == "/pulled" || path == "/broken") {
            HttpResponse response;
            const auto size = request.rawQuery.toLongLong();
            response.contentType = "image/jpeg"_ba;
            response.source =
                std::make_unique<PatternSource>(m_application, size, path == "/broken" ? size / 2 : -1);
            ticket.respond(std::move(response));
        } else if (path == "/large") {
            ticket.respond(HttpResponse::text(200, QByteArray(request.rawQuery.toLongLong(), 'l')));
        } else if (path == "/throw") {
            throw std::runtime_error("no");
        } else if (path == "/inject") {
            ticket.respond(HttpResponse::text(200, "x"_ba).with("x-a"_ba, "b\r\nx-evil: 1"_ba));
        } else if (path == "/nobody") {
            ticket.respond(HttpResponse::text(204, "must not be seen"_ba));
        } else if (path.startsWith("/status/")) {
            ticket.respond(HttpResponse::empty(path.mid(8).toInt()));
        } else {
            ticket.respond(HttpResponse::json(200, describe(request)));
        }
    }

private:
    QByteArray describe(const HttpRequest &request) const
    {
        QJsonArray segments;
        for (const auto &segment : request.segments())
            segments.append(QString::fromUtf8(segment));
        return QJsonDocument(QJsonObject{{u"method"_s, QString::fromLatin1(request.methodText)},
                                         {u"path"_s, QString::fromLatin1(request.rawPath)},
                                         {u"query"_s, QString::fromLatin1(request.rawQuery)},
                                         {u"hasQuery"_s, !request.rawQuery.isNull()},
                                         {u"segments"_s, segments},
                                         {u"peer"_s, request.peer.toString()},
                                         {u"secure"_s, request.secure},
                                         {u"id"_s, QString::fromLatin1(request.requestId)},
                                         {u"worker"_s, m_worker},
                                         {u"patient"_s, request.listener == Listener::Patient},
                                         {u"x"_s, QString::fromLatin1(request.headers.value("X-Test"))},
                                         {u"body"_s, QString::fromLatin1(request.body)}})
            .toJson(QJsonDocument::Compact);
    }

    TestApplication &m_application;
    const int m_worker;
};

std::unique_ptr<RequestHandler> TestApplication::createHandler(Listener, int worker)
{
    return std::make_unique<TestHandler>(*this, worker);
}

std::optional<BodyLimit> TestApplication::bodyLimit(const RequestHead &head) const
{
    if (head.rawPath == "/v1/files")
        return BodyLimit{48 * 1024 * 1024, 1, 2};
    return std::nullopt;
}

std::unique_ptr<UploadSink> TestApplication::createUploadSink(const RequestHead &head) const
{
    if (!head.rawPath.startsWith("/r/") || head.method != HttpMethod::Post)
        return nullptr;
    return std::make_unique<TestSink>(upload(), uploadLimits);
}

HttpResponse TestApplication::refusal(Listener, const QByteArray &, const QByteArray &rawPath, int status,
                                      const QByteArray &message, const QByteArray &) const
{
    return HttpResponse::json(status, "{\"refused\":\"" + message + "\",\"path\":\"" + rawPath + "\"}");
}

std::vector<Ticket> TestApplication::takeTickets()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_tickets, {});
}

int TestApplication::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_tickets.size());
}

std::shared_ptr<UploadRecord> TestApplication::upload() const
{
    const std::lock_guard lock(m_mutex);
    return m_upload;
}

void TestApplication::newUpload(bool slow)
{
    const std::lock_guard lock(m_mutex);
    m_upload = std::make_shared<UploadRecord>();
    m_upload->slow = slow;
}

ServerThread::ServerThread(TransportConfig config, bool patient)
{
    // Once, before several io threads do it for the first time at once: OpenSSL's setting up leaks then.
    QCryptographicHash::hash({}, QCryptographicHash::Sha256);
    auto *context = new QObject;
    context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, context, [this, context] {
        m_server.reset();
        context->deleteLater();
    });
    m_thread.start();
    QMetaObject::invokeMethod(
        context,
        [&] {
            m_server = std::make_unique<TransportServer>(application, std::move(config));
            QObject::connect(m_server.get(), &TransportServer::stopped, context,
                             [this] { m_stopped.release(); });
            QObject::connect(m_server.get(), &TransportServer::tlsReloaded, context,
                             [this](bool ok) { m_reloads += ok ? 1 : 100; });
            if (!m_server->start())
                return;
            if (patient)
                m_patientPort = m_server->listen(Listener::Patient, QHostAddress::LocalHost, 0).value_or(0);
            m_port = m_server->listen(Listener::Staff, QHostAddress::LocalHost, 0).value_or(0);
        },
        Qt::BlockingQueuedConnection);
}

ServerThread::~ServerThread()
{
    m_thread.quit();
    m_thread.wait();
}

TransportFigures ServerThread::figures() const
{
    return m_server->figures();
}

void ServerThread::shutdown()
{
    QMetaObject::invokeMethod(m_server.get(), &TransportServer::shutdown, Qt::BlockingQueuedConnection);
}

bool ServerThread::waitStopped(int ms)
{
    return m_stopped.tryAcquire(1, ms);
}

QByteArray RawClient::Answer::header(const QByteArray &name) const
{
    for (const auto &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port, int receiveBuffer)
    : m_fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (receiveBuffer > 0)
        ::setsockopt(m_fd, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
    const int one = 1;
    ::setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        close();
}

bool RawClient::send(const QByteArray &bytes)
{
    qint64 at = 0;
    while (at < bytes.size()) {
        const auto sent = ::send(m_fd, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
    }
    return true;
}

qint64 RawClient::sendSome(const QByteArray &bytes)
{
    const auto sent = ::send(m_fd, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent < 0 ? (errno == EAGAIN ? 0 : -1) : sent;
}

bool RawClient::fill(int ms)
{
    pollfd waiting = {m_fd, POLLIN, 0};
    if (::poll(&waiting, 1, ms) <= 0)
        return false;
    char bytes[64 * 1024];
    const auto got = ::recv(m_fd, bytes, sizeof bytes, 0);
    if (got <= 0)
        return false;
    m_buffer.append(bytes, got);
    return true;
}

RawClient::Answer RawClient::answer(int ms, bool head)
{
    const QDeadlineTimer deadline(ms);
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill(int(deadline.remainingTime())))
            return {};
    }
    Answer found;
    found.head = m_buffer.first(end + 2);
    m_buffer.remove(0, end + 4);
    found.status = found.head.mid(9, 3).toInt();
    if (head)
        return found;
    const auto length = found.header("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill(int(deadline.remainingTime())))
            break;
    }
    found.body = m_buffer.first(std::min<qint64>(length, m_buffer.size()));
    m_buffer.remove(0, found.body.size());
    return found;
}

bool RawClient::isClosedByServer(int ms)
{
    const QDeadlineTimer deadline(ms);
    while (fill(int(deadline.remainingTime())))
        m_buffer.clear();
    return !deadline.hasExpired();
}

QByteArray RawClient::readAll(int ms)
{
    const QDeadlineTimer deadline(ms);
    while (fill(int(deadline.remainingTime()))) {
    }
    return std::exchange(m_buffer, {});
}

void RawClient::halfClose()
{
    ::shutdown(m_fd, SHUT_WR);
}

void RawClient::reset()
{
    const linger hard = {1, 0};
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

void RawClient::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

QByteArray get(const QByteArray &path, const QByteArray &fields)
{
    return "GET " + path + " HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" + body;
}

} // namespace anteroom::test
