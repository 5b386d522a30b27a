// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <functional>

#include <sys/types.h>

namespace anteroom {

/// One run of a helper program, joined to it by a socket that is its standard input and output. It gets no
/// other descriptor, no environment, and the folder "/". Not QProcess, which wants an event loop where none
/// runs. Used in one thread; the destructor ends the helper, whatever it is doing, and collects it.
class HelperProcess
{
public:
    /// Starts the program. Errors: `intake.missing` where it cannot be run, `intake.busy` where the system
    /// has no process or descriptor left.
    static Result<HelperProcess> start(const QByteArray &program);

    HelperProcess(HelperProcess &&other) noexcept;
    HelperProcess &operator=(HelperProcess &&) = delete;
    HelperProcess(const HelperProcess &) = delete;
    ~HelperProcess();

    /// Gives the next bytes to send; none means that that was all.
    using Give = std::function<Result<QByteArray>()>;
    /// Is handed what the helper sent; an error ends the exchange.
    using Take = std::function<Result<void>(QByteArrayView)>;

    /// Sends and receives at once until the helper has closed its end. Errors: `intake.timeout` at the
    /// deadline, and those of `give` and `take`. That the helper died is no error here: what is missing shows
    /// in what it sent.
    Result<void> exchange(const Give &give, const Take &take, QDeadlineTimer deadline);

private:
    HelperProcess(pid_t pid, int socket);

    Result<void> send(const Give &give);

    pid_t m_pid;
    int m_socket;
    QByteArray m_outgoing;
    qsizetype m_sent = 0;
    bool m_allSent = false;
};

} // namespace anteroom
