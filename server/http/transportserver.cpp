// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/transportserver.h"

#include "server/http/mailbox.h"
#include "server/http/transportcontext.h"
#include "server/http/worker.h"

#include <QEventLoop>
#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <algorithm>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QHostAddress peerOf(int descriptor)
{
    sockaddr_storage address = {};
    socklen_t size = sizeof address;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return unmapped(QHostAddress(reinterpret_cast<const sockaddr *>(&address)));
}

/// The usual soft limit of 1,024 descriptors is below the connections that are allowed.
void raiseDescriptorLimit(int connections)
{
    rlimit limit = {};
    const auto wanted = rlim_t(connections) + 512;
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(limit.rlim_max, wanted);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

struct WorkerThread
{
    std::unique_ptr<QThread> thread;
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    WorkerCounters counters;
    bool drained = false;
};

/// Accepts and hands the descriptors round; makes no socket of its own.
class Acceptor final : public QTcpServer
{
public:
    Acceptor(TransportContext &context, std::vector<std::unique_ptr<WorkerThread>> &workers, size_t &next,
             Listener listener)
        : m_context(context)
        , m_workers(workers)
        , m_next(next)
        , m_listener(listener)
    {
        setListenBacklogSize(1024);
        // Out of descriptors, for example: Qt stops accepting, and would for good.
        connect(this, &QTcpServer::acceptError, this,
                [this] { QTimer::singleShot(500, this, [this] { resumeAccepting(); }); });
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        const auto worker = m_next++ % m_workers.size();
        const auto place = m_context.gate.admit(peerOf(int(descriptor)), int(worker));
        if (place.slot < 0) {
            ::close(int(descriptor));
            ++m_context.refusedConnections;
            return;
        }
        if (place.victim)
            m_workers[size_t(place.victim->worker)]->mailbox->post(EvictMail{place.victim->connection});
        m_workers[worker]->mailbox->post(AcceptMail{descriptor, m_listener, place.slot, place.connection});
    }

private:
    TransportContext &m_context;
    std::vector<std::unique_ptr<WorkerThread>> &m_workers;
    size_t &m_next;
    const Listener m_listener;
};

} // namespace

class TransportServer::Private
{
public:
    Private(HttpApplication &application, TransportConfig config)
        : context(application, std::move(config))
    {
    }

    TransportContext context;
    std::vector<std::unique_ptr<WorkerThread>> workers;
    size_t next = 0;
    std::vector<std::unique_ptr<Acceptor>> acceptors;
    QTimer tlsTimer;
    bool stopping = false;
    bool stopped = false;
};

TransportServer::TransportServer(HttpApplication &application, TransportConfig config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(application, std::move(config)))
{
    connect(&d->tlsTimer, &QTimer::timeout, this, &TransportServer::reloadTls);
}

TransportServer::~TransportServer()
{
    d->acceptors.clear();
    for (const auto &worker : d->workers) {
        worker->thread->disconnect(this);
        worker->thread->quit();
    }
    for (const auto &worker : d->workers)
        worker->thread->wait();
}

Result<void> TransportServer::start()
{
    auto &context = d->context;
    const auto &config = context.config;
    if (!config.tlsCertificateFile.isEmpty() || !config.tlsKeyFile.isEmpty()) {
        if (auto loaded = context.tls.load(config.tlsCertificateFile, config.tlsKeyFile); !loaded)
            return loaded;
        d->tlsTimer.start(config.tlsPoll);
    }
    raiseDescriptorLimit(config.limits.connections);
    for (int i = 0; i < config.workers; ++i) {
        auto started = std::make_unique<WorkerThread>();
        auto *state = started.get();
        state->thread.reset(QThread::create([this, state, i] {
            Worker worker(d->context, state->mailbox, state->counters, i);
            connect(&worker, &Worker::drained, this, [this, state] {
                state->drained = true;
                checkStopped();
            });
            QEventLoop().exec();
        }));
        state->thread->setObjectName(u"http-%1"_s.arg(i));
        state->thread->start();
        d->workers.push_back(std::move(started));
    }
    return {};
}

Result<quint16> TransportServer::listen(Listener listener, const QHostAddress &address, quint16 port)
{
    auto acceptor = std::make_unique<Acceptor>(d->context, d->workers, d->next, listener);
    if (!acceptor->listen(address, port)) {
        return fail(ErrorCode::Unavailable, "listen.failed", nullptr,
                    {{u"message"_s, acceptor->errorString()}});
    }
    const auto opened = acceptor->serverPort();
    d->acceptors.push_back(std::move(acceptor));
    return opened;
}

bool TransportServer::isSecure() const
{
    return d->context.tls.isSet();
}

void TransportServer::shutdown()
{
    if (std::exchange(d->stopping, true))
        return;
    d->tlsTimer.stop();
    d->acceptors.clear();
    for (const auto &worker : d->workers)
        worker->mailbox->post(StopMail{false});
    QTimer::singleShot(d->context.config.limits.shutdown, this, [this] {
        for (const auto &worker : d->workers)
            worker->mailbox->post(StopMail{true});
    });
    if (d->workers.empty())
        QMetaObject::invokeMethod(this, &TransportServer::checkStopped, Qt::QueuedConnection);
}

void TransportServer::checkStopped()
{
    const bool all =
        std::all_of(d->workers.begin(), d->workers.end(), [](const auto &worker) { return worker->drained; });
    if (d->stopping && all && !std::exchange(d->stopped, true))
        Q_EMIT stopped();
}

void TransportServer::reloadTls()
{
    const auto &config = d->context.config;
    if (d->context.tls.isChanged())
        Q_EMIT tlsReloaded(d->context.tls.load(config.tlsCertificateFile, config.tlsKeyFile).has_value());
}

TransportFigures TransportServer::figures() const
{
    TransportFigures sum;
    sum.connectionsRefused = d->context.refusedConnections;
    quint64 closed = 0;
    quint64 uploadsEnded = 0;
    for (const auto &worker : d->workers) {
        const auto &one = worker->counters;
        closed += one.closed;
        uploadsEnded += one.uploadsEnded;
        sum.connectionsOpened += one.opened;
        sum.connectionsEvicted += one.evicted;
        sum.requests += one.requests;
        sum.refusals += one.refusals;
        sum.timeouts += one.timeouts;
        sum.bytesIn += one.bytesIn;
        sum.bytesOut += one.bytesOut;
        sum.uploadsUnderWay += one.uploadsBegun;
        for (size_t i = 0; i < sum.answers.size(); ++i)
            sum.answers[i] += one.answers[i];
    }
    sum.connectionsOpen = sum.connectionsOpened - std::min(closed, sum.connectionsOpened);
    sum.uploadsUnderWay -= std::min(uploadsEnded, sum.uploadsUnderWay);
    return sum;
}

} // namespace anteroom
