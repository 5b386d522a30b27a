// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/virusscanner.h"

#include <QDeadlineTimer>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace anteroom {
namespace {

constexpr qsizetype longestAnswer = 4096;
constexpr qsizetype blockSize = 64 * 1024;
constexpr qint64 stopLookMs = 100;

tl::unexpected<Error> away()
{
    return fail(ErrorCode::Unavailable, "scanner.away");
}

tl::unexpected<Error> timedOut()
{
    return fail(ErrorCode::Unavailable, "scanner.timeout");
}

using Addresses = std::shared_ptr<addrinfo>;

Addresses lookUp(const QByteArray &host, const QByteArray &port, int flags)
{
    addrinfo hints{};
    hints.ai_flags = flags;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(host.constData(), port.constData(), &hints, &found) != 0)
        return nullptr;
    return Addresses(found, freeaddrinfo);
}

/// What a thread that asks the resolver shares with the one that waits for it.
struct LookUp
{
    std::mutex mutex;
    std::condition_variable wake;
    bool done = false;
    Addresses found;
};

/// A conversation with clamd over one socket.
class Talk
{
public:
    Talk(const VirusScanner::Limits &limits, const std::atomic<bool> *stop)
        : m_limits(limits)
        , m_end(limits.whole)
        , m_stop(stop)
    {
    }
    ~Talk() { hangUp(); }
    Talk(const Talk &) = delete;
    Talk &operator=(const Talk &) = delete;

    Result<void> connectTo(const QByteArray &path);
    Result<void> connectTo(const QByteArray &host, const QByteArray &port);
    /// False where clamd hears no more: its answer is then to be read.
    Result<bool> send(QByteArrayView bytes);
    Result<QByteArray> answer();
    /// Whether there is still time, and nobody has asked to stop.
    Result<void> goesOn() const;

private:
    void hangUp()
    {
        if (m_socket >= 0)
            close(std::exchange(m_socket, -1));
    }
    Result<void> connectTo(const sockaddr *address, socklen_t length);
    /// The resolver takes its own time and can't be stopped: it is left behind where that is too long.
    Result<Addresses> lookUpInTime(const QByteArray &host, const QByteArray &port);
    /// Waits until the socket can be written or read, whichever is asked.
    Result<void> wait(short events, std::chrono::milliseconds atMost);

    VirusScanner::Limits m_limits;
    QDeadlineTimer m_end;
    const std::atomic<bool> *m_stop;
    int m_socket = -1;
};

Result<void> Talk::goesOn() const
{
    if (m_stop && *m_stop)
        return away();
    return m_end.hasExpired() ? timedOut() : Result<void>();
}

Result<void> Talk::wait(short events, std::chrono::milliseconds atMost)
{
    const QDeadlineTimer idle(atMost);
    for (;;) {
        if (auto still = goesOn(); !still)
            return still;
        const qint64 left = qMin(idle.remainingTime(), m_end.remainingTime());
        if (left <= 0)
            return timedOut();
        pollfd waiting{m_socket, events, 0};
        const int ready = poll(&waiting, 1, int(qMin(left, stopLookMs)));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return away();
    }
}

Result<void> Talk::connectTo(const sockaddr *address, socklen_t length)
{
    hangUp();
    m_socket = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_socket < 0)
        return away();
    if (connect(m_socket, address, length) == 0)
        return {};
    if (errno != EINPROGRESS)
        return away(); // also EAGAIN of a Unix socket whose queue is full
    if (auto ready = wait(POLLOUT, m_limits.connect); !ready)
        return ready;
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
        return away();
    return {};
}

Result<void> Talk::connectTo(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || size_t(path.size()) >= sizeof address.sun_path)
        return away();
    std::copy(path.begin(), path.end(), address.sun_path);
    return connectTo(reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

Result<Addresses> Talk::lookUpInTime(const QByteArray &host, const QByteArray &port)
{
    const auto asked = std::make_shared<LookUp>();
    std::thread([asked, host, port] {
        Addresses found = lookUp(host, port, 0);
        const std::lock_guard lock(asked->mutex);
        asked->found = std::move(found);
        asked->done = true;
        asked->wake.notify_one();
    }).detach();
    const QDeadlineTimer end(m_limits.connect);
    std::unique_lock lock(asked->mutex);
    const std::chrono::milliseconds look(stopLookMs);
    while (!asked->wake.wait_for(lock, look, [&] { return asked->done; })) {
        if (auto still = goesOn(); !still)
            return fail(still.error());
        if (end.hasExpired())
            return timedOut();
    }
    return asked->found ? Result<Addresses>(asked->found) : away();
}

Result<void> Talk::connectTo(const QByteArray &host, const QByteArray &port)
{
    const Addresses found = lookUp(host, port, AI_NUMERICHOST);
    const auto list = found ? Result<Addresses>(found) : lookUpInTime(host, port);
    if (!list)
        return fail(list.error());
    Result<void> connected = away();
    for (const addrinfo *one = list->get(); one && !connected; one = one->ai_next)
        connected = connectTo(one->ai_addr, one->ai_addrlen);
    return connected;
}

Result<bool> Talk::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t put = ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (put >= 0) {
            bytes = bytes.sliced(put);
        } else if (errno == EAGAIN) {
            if (auto ready = wait(POLLOUT, m_limits.idle); !ready)
                return fail(ready.error());
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

Result<QByteArray> Talk::answer()
{
    QByteArray said;
    std::array<char, 512> block{};
    while (said.size() < longestAnswer && !said.contains('\0')) {
        if (auto ready = wait(POLLIN, m_limits.whole); !ready)
            return fail(ready.error());
        const ssize_t got = recv(m_socket, block.data(), block.size(), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            break;
        if (got > 0)
            said.append(block.data(), got);
    }
    const qsizetype end = said.indexOf('\0');
    if (end < 0)
        return away(); // it went while it was speaking
    return said.first(end);
}

} // namespace

VirusScanner::VirusScanner(const QString &address, const Limits &limits)
    : m_limits(limits)
{
    QByteArray rest = address.toUtf8();
    if (rest.startsWith("unix:"))
        rest.remove(0, 5);
    if (rest.startsWith("tcp://"))
        rest.remove(0, 6);
    if (rest.startsWith('/')) {
        m_path = rest;
        return;
    }
    const qsizetype colon = rest.lastIndexOf(':');
    m_host = rest.first(qMax<qsizetype>(colon, 0));
    m_port = rest.mid(colon + 1);
    if (m_host.startsWith('[') && m_host.endsWith(']'))
        m_host = m_host.mid(1, m_host.size() - 2);
}

Result<bool> VirusScanner::isClean(const Source &content, const std::atomic<bool> *stop) const
{
    Talk talk(m_limits, stop);
    if (auto connected = m_path.isEmpty() ? talk.connectTo(m_host, m_port) : talk.connectTo(m_path);
        !connected)
        return fail(connected.error());
    // Once it hears no more, it has said why.
    auto listens = talk.send("zINSTREAM\0"_ba);
    while (listens && *listens) {
        if (auto goesOn = talk.goesOn(); !goesOn)
            return fail(goesOn.error());
        const auto piece = content();
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty()) {
            listens = talk.send(QByteArray(4, '\0'));
            break;
        }
        for (qsizetype at = 0; at < piece->size() && listens && *listens; at += blockSize) {
            const auto part = QByteArrayView(*piece).sliced(at, qMin(blockSize, piece->size() - at));
            std::array<char, 4> length{};
            qToBigEndian(quint32(part.size()), length.data());
            listens = talk.send(QByteArrayView(length.data(), 4));
            if (listens && *listens)
                listens = talk.send(part);
        }
    }
    if (!listens)
        return fail(listens.error());
    const auto said = talk.answer();
    if (!said)
        return fail(said.error());
    if (*said == "stream: OK")
        return true;
    if (said->startsWith("stream: ") && said->endsWith(" FOUND"))
        return false;
    if (said->contains("size limit exceeded"))
        return fail(ErrorCode::TooLarge, "scanner.too_large");
    return away();
}

} // namespace anteroom
