// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"

#include <QLocalServer>
#include <QThreadPool>

#include <atomic>

namespace anteroom {

/// Lets the administrator's commands reach the process that has the clinic open, through `admin.sock` in its
/// folder (mode 0600). Started by `anteroomd serve` and by the console. Lives in a thread with an event loop;
/// each command runs on a thread of its own, four at a time.
class AdminServer final : public QLocalServer
{
    Q_OBJECT

public:
    /// `clinic` outlives this object.
    explicit AdminServer(Clinic &clinic, QObject *parent = nullptr);
    /// Waits for the commands under way; clients that dawdle are cut off.
    ~AdminServer() override;

    /// Opens the socket; an old one of a crashed process is replaced, for the folder's lock is ours.
    /// Errors: Unavailable "admin.no_socket" with the system's words in data.detail.
    Result<void> start();

protected:
    void incomingConnection(quintptr descriptor) override;

private:
    void serve(quintptr descriptor);

    Clinic &m_clinic;
    QThreadPool m_threads;
    std::atomic<bool> m_stopping = false;
};

} // namespace anteroom
