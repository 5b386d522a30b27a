// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stopsignal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace anteroom {

namespace {

// A signal handler can reach nothing else, and may do no more than write a byte.
std::atomic<int> writeEnd{-1};

void tell(int)
{
    const int before = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd.load(), &byte, 1);
    errno = before;
}

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = m_ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_ends[0], bytes, sizeof bytes) > 0) {
        }
        Q_EMIT received();
    });
    handle(SIGTERM, tell);
    handle(SIGINT, tell);
    handle(SIGPIPE, SIG_IGN);
}

StopSignal::~StopSignal()
{
    if (m_ends[0] < 0)
        return;
    handle(SIGTERM, SIG_DFL);
    handle(SIGINT, SIG_DFL);
    writeEnd = -1;
    ::close(m_ends[0]);
    ::close(m_ends[1]);
}

} // namespace anteroom
