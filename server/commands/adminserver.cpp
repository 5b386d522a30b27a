// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/adminserver.h"

#include "server/commands/adminprotocol.h"
#include "server/commands/commandrunner.h"
#include "server/commands/commandwords.h"

#include <QLocalSocket>

#include <unistd.h>

namespace anteroom {

namespace {

constexpr int atOnce = 4;
constexpr int waiting = 64; // further connections are closed

class SocketOutput final : public CommandOutput
{
public:
    SocketOutput(QLocalSocket &socket, const std::atomic<bool> &stop)
        : m_socket(socket)
        , m_stop(stop)
    {
    }

    void out(QByteArrayView bytes) override { chunk('o', bytes); }
    void err(QByteArrayView bytes) override { chunk('e', bytes); }
    bool isGone() const override { return m_gone || m_stop; }

    void end(int status)
    {
        flush();
        m_gone = m_gone || !adminprotocol::send(m_socket, "x " + QByteArray::number(status) + '\n', m_stop);
    }

private:
    // Small pieces of one stream go out together.
    void chunk(char stream, QByteArrayView bytes)
    {
        if (stream != m_stream || m_pending.size() > 64 * 1024)
            flush();
        m_stream = stream;
        m_pending += bytes;
    }

    void flush()
    {
        if (!m_pending.isEmpty() && !m_gone) {
            const QByteArray head =
                QByteArray(1, m_stream) + ' ' + QByteArray::number(m_pending.size()) + '\n';
            m_gone = !adminprotocol::send(m_socket, head + m_pending, m_stop);
        }
        m_pending.clear();
    }

    QLocalSocket &m_socket;
    const std::atomic<bool> &m_stop;
    QByteArray m_pending;
    char m_stream = 'o';
    bool m_gone = false;
};

} // namespace

AdminServer::AdminServer(Clinic &clinic, QObject *parent)
    : QLocalServer(parent)
    , m_clinic(clinic)
{
    m_threads.setMaxThreadCount(atOnce);
    setSocketOptions(QLocalServer::UserAccessOption);
}

AdminServer::~AdminServer()
{
    close();
    m_stopping = true;
    m_threads.waitForDone();
}

Result<void> AdminServer::start()
{
    const QString path = m_clinic.dataDir().adminSocket();
    QLocalServer::removeServer(path);
    if (!listen(path))
        return fail(ErrorCode::Unavailable, "admin.no_socket", nullptr,
                    {{QStringLiteral("path"), path}, {QStringLiteral("detail"), errorString()}});
    return {};
}

void AdminServer::incomingConnection(quintptr descriptor)
{
    if (m_threads.activeThreadCount() >= waiting) {
        ::close(int(descriptor));
        return;
    }
    m_threads.start([this, descriptor] { serve(descriptor); });
}

void AdminServer::serve(quintptr descriptor)
{
    QLocalSocket socket;
    if (!socket.setSocketDescriptor(qintptr(descriptor))) {
        ::close(int(descriptor));
        return;
    }
    SocketOutput output(socket, m_stopping);
    const auto command = adminprotocol::readRequest(socket, m_stopping);
    if (command) {
        output.end(CommandRunner(m_clinic).run(*command, output));
    } else if (!command.error().is("admin.gone")) {
        output.err("anteroomd: " + commandWords(command.error()).toUtf8() + '\n');
        output.end(exitcode::failed);
    }
    socket.disconnectFromServer();
}

} // namespace anteroom
