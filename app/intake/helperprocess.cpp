// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/helperprocess.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace anteroom {
namespace {

int spawn(const QByteArray &program, int socket, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes, &signals);
    // A session of its own: Ctrl-C at our terminal is not meant for it.
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
    QByteArray name = program;
    std::array<char *, 2> arguments{name.data(), nullptr};
    std::array<char *, 1> environment{nullptr};
    const int error =
        posix_spawn(pid, program.constData(), &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

Result<HelperProcess> HelperProcess::start(const QByteArray &program)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(ErrorCode::Unavailable, "intake.busy");
    pid_t pid = -1;
    const int error = spawn(program, ends[1], &pid);
    close(ends[1]);
    if (error != 0) {
        close(ends[0]);
        if (error == EAGAIN || error == ENOMEM)
            return fail(ErrorCode::Unavailable, "intake.busy");
        return fail(ErrorCode::Internal, "intake.missing");
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return HelperProcess(pid, ends[0]);
}

HelperProcess::HelperProcess(pid_t pid, int socket)
    : m_pid(pid)
    , m_socket(socket)
{
}

HelperProcess::HelperProcess(HelperProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_socket(std::exchange(other.m_socket, -1))
    , m_outgoing(std::move(other.m_outgoing))
    , m_sent(other.m_sent)
    , m_allSent(other.m_allSent)
{
}

HelperProcess::~HelperProcess()
{
    if (m_pid < 0)
        return;
    close(m_socket);
    // Not collected yet, so the number is still its own.
    kill(m_pid, SIGKILL);
    while (waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Result<void> HelperProcess::send(const Give &give)
{
    if (m_sent == m_outgoing.size()) {
        auto next = give();
        if (!next)
            return fail(std::move(next.error()));
        m_outgoing = *std::move(next);
        m_sent = 0;
        if (m_outgoing.isEmpty()) {
            m_allSent = true;
            shutdown(m_socket, SHUT_WR);
            return {};
        }
    }
    const ssize_t put =
        ::send(m_socket, m_outgoing.constData() + m_sent, size_t(m_outgoing.size() - m_sent), MSG_NOSIGNAL);
    if (put >= 0)
        m_sent += put;
    else if (errno != EAGAIN && errno != EINTR)
        m_allSent = true; // it hears no more; what it has said is still to be read
    return {};
}

Result<void> HelperProcess::exchange(const Give &give, const Take &take, QDeadlineTimer deadline)
{
    QByteArray block(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 left = deadline.isForever() ? 60'000 : deadline.remainingTime();
        if (left <= 0)
            return fail(ErrorCode::Unavailable, "intake.timeout");
        pollfd waiting{m_socket, short(m_allSent ? POLLIN : POLLIN | POLLOUT), 0};
        if (poll(&waiting, 1, int(left)) < 0 && errno != EINTR)
            return fail(ErrorCode::Internal, "intake.died");
        if (!m_allSent && (waiting.revents & (POLLOUT | POLLERR)) != 0) {
            if (auto sent = send(give); !sent)
                return sent;
        }
        if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) == 0)
            continue;
        const ssize_t got = recv(m_socket, block.data(), size_t(block.size()), 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            return {};
        if (got > 0) {
            if (auto taken = take(QByteArrayView(block.constData(), got)); !taken)
                return taken;
        }
    }
}

} // namespace anteroom
