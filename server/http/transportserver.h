// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "server/http/application.h"
#include "server/http/limits.h"
#include "server/http/proxies.h"
#include "server/http/transportmetrics.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <memory>

namespace anteroom {

/// What the transport is told before it starts.
struct TransportConfig
{
    Limits limits;
    int workers = 2;
    QString tlsCertificateFile; ///< PEM, the chain with the leaf first; empty (with the key): no TLS
    QString tlsKeyFile;         ///< PEM, unencrypted
    std::chrono::milliseconds tlsPoll{2'000}; ///< how often the two files are looked at for a change
    TrustedProxies trustedProxies;            ///< none unless TrustedProxies::parse() made some
};

/// The HTTP server: accepts on up to two listeners and serves on worker threads, QtHttpServer behind a guard.
/// Lives in the thread that makes it, which needs an event loop; TLS files are read again when they change.
class TransportServer final : public QObject
{
    Q_OBJECT

public:
    /// `application` outlives this object.
    TransportServer(HttpApplication &application, TransportConfig config, QObject *parent = nullptr);
    ~TransportServer() override; ///< gives up at once what shutdown() has not finished; waits for its threads

    /// Starts the threads and reads the TLS files. Invalid, "tls.unreadable" | "tls.mismatch" where they
    /// don't do.
    Result<void> start();

    /// Opens one listener after start(); port 0 picks one. The port, or Unavailable, "listen.failed"
    /// (`data.message` is the system's).
    Result<quint16> listen(Listener listener, const QHostAddress &address, quint16 port);

    bool isSecure() const;

    /// Closes the listeners and the idle connections, lets running requests finish (their answers carry
    /// `Connection: close`) and emits stopped(), after Limits::shutdown at the latest. Uploads are aborted
    /// last.
    void shutdown();

    /// Counters since the start; any thread.
    TransportFigures figures() const;

Q_SIGNALS:
    /// Everything is closed; the object may be destroyed.
    void stopped();

    /// Certificate and key were read again after a change (true), or could not be and the old ones stay
    /// (false).
    void tlsReloaded(bool ok);

private:
    void checkStopped();
    void reloadTls();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom
